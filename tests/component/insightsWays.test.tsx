import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { removeTies } from '../../src/domain/commands/relationships.ts'
import { removeStakeholders } from '../../src/domain/commands/stakeholders.ts'
import { asId, type RelationshipId } from '../../src/domain/records.ts'
import { lookForWay } from '../../src/store/wayTo.ts'
import { ReachedThrough } from '../../src/views/insights/ReachedThrough.tsx'
import { WaysBar } from '../../src/views/insights/WaysBar.tsx'
import { renderInEditor } from '../support/editor.tsx'
import { docOf, HIDDEN, inSegment, personId, stakeholder, tie } from '../support/records.ts'

/** Two ways lead to the councillor in public; the team knows of a better one, through a mole. */
const NETWORK = docOf([
  stakeholder('z', { name: 'Zoo' }),
  stakeholder('p', { name: 'Parents for Clean Air', role: 'member', placement: inSegment(0) }),
  stakeholder('c', { name: 'Chronicle', placement: inSegment(1) }),
  stakeholder('u', { name: 'Depot union', placement: inSegment(2) }),
  stakeholder('m', { name: 'Mole', placement: inSegment(0), confidentiality: HIDDEN }),
  stakeholder('r', { name: 'Councillor Reyes', role: 'target' }),
  tie('cp', 'c', 'p', { kind: 'trusts', strength: 3 }),
  tie('cr', 'c', 'r', { strength: 2 }),
  tie('pu', 'p', 'u', { kind: 'works with', direction: 'mutual', strength: 2 }),
  tie('ur', 'u', 'r', { strength: 2 }),
  tie('pm', 'p', 'm', { kind: 'works with', direction: 'mutual', strength: 3 }),
  tie('rm', 'r', 'm', { kind: 'trusts', strength: 3 }),
])
const reyes = personId('r')
const LABEL = { action: 'edit', stakeholders: [] } as const

const field = () => screen.getByRole('combobox', { name: 'Way to' })
const bar = () => within(screen.getByRole('region', { name: 'Ways to a target' }))
const trail = async () =>
  (await bar().findAllByRole('listitem')).map((item) => item.textContent.trim())
const inPublic = { audience: 'public' } as const
const start = (settings = {}, doc = NETWORK) => {
  const stage = renderInEditor(<WaysBar />, { doc, settings })
  const lit = () => stage.map.emphasis.getState().emphasis
  return { ...stage, lit }
}

describe('the ways to a target', () => {
  it('offers those in the role of target first, then everybody by name', () => {
    start()
    const groups = within(field()).getAllByRole('group')
    expect(groups.map((group) => group.getAttribute('label'))).toEqual(['Targets', 'All by name'])
    expect(
      groups.map((group) =>
        within(group)
          .getAllByRole('option')
          .map(({ textContent }) => textContent),
      ),
    ).toEqual([
      ['Councillor Reyes'],
      ['Chronicle', 'Depot union', 'Mole', 'Parents for Clean Air', 'Zoo'],
    ])
  })

  it('shows the best as names with what opens each door, and lights it up', async () => {
    const { user, lit } = start()
    await user.selectOptions(field(), 'Councillor Reyes')
    expect(await trail()).toEqual([
      'Parents for Clean Air',
      'works with, strong Mole',
      'trusted by, strong Councillor Reyes',
    ])
    expect(bar().getByText('2 steps')).toBeInTheDocument()
    expect(lit()?.way).toEqual(['p', 'm', 'r'])
    expect(lit()?.ties).toEqual(new Set(['pm', 'rm']))
    expect(screen.getByRole('status')).toHaveTextContent(
      'Way 1 of 3 to Councillor Reyes: Parents for Clean Air; works with Mole, strong; trusted by Councillor Reyes, strong. 2 steps.',
    )
    expect(bar().getByText(/as strong as its weakest tie/)).toBeInTheDocument()
  })

  it('turns to the other ways and round again', async () => {
    const { user, lit } = start()
    await user.selectOptions(field(), 'Councillor Reyes')
    await user.click(await bar().findByRole('button', { name: 'Next way' }))
    expect(lit()?.way).toEqual(['p', 'c', 'r'])
    expect(bar().getByText('2 of 3')).toBeInTheDocument()
    await user.click(bar().getByRole('button', { name: 'Previous way' }))
    await user.click(bar().getByRole('button', { name: 'Previous way' }))
    expect(lit()?.way).toEqual(['p', 'u', 'r'])
    expect(bar().getByText('3 of 3')).toBeInTheDocument()
    expect(screen.getByRole('status')).toHaveTextContent(/^Way 3 of 3/)
  })

  it('in public preview knows nothing of who is hidden', async () => {
    const { user, lit } = start(inPublic)
    expect(within(field()).queryByRole('option', { name: 'Mole' })).not.toBeInTheDocument()
    await user.selectOptions(field(), 'Councillor Reyes')
    expect(await trail()).toEqual([
      'Parents for Clean Air',
      'trusted by, strong Chronicle',
      'influences, medium Councillor Reyes',
    ])
    expect(bar().getByText('1 of 2')).toBeInTheDocument()
    expect(lit()?.way).toEqual(['p', 'c', 'r'])
    expect(lit()?.ties).toEqual(new Set(['cp', 'cr']))
  })

  it('is put away by its button and by Escape, and leaves the focus on the choice', async () => {
    const { user, map, lit } = start()
    await user.selectOptions(field(), 'Councillor Reyes')
    await user.click(await bar().findByRole('button', { name: 'Put the way away' }))
    expect(lit()).toBeNull()
    expect(field()).toHaveFocus()
    expect(bar().queryByRole('list')).not.toBeInTheDocument()
    act(() => lookForWay(map.wayTo, reyes))
    await bar().findByRole('list')
    await user.keyboard('{Escape}')
    expect(map.wayTo.getState().target).toBeNull()
    expect(lit()).toBeNull()
    await user.selectOptions(field(), 'Councillor Reyes')
    await bar().findByRole('list')
    await user.selectOptions(field(), '')
    expect(lit()).toBeNull()
  })

  it('follows the map as it is edited', async () => {
    const { user, map, lit } = start()
    await user.selectOptions(field(), 'Councillor Reyes')
    await bar().findByText('1 of 3')
    act(() => void map.store.dispatch(removeTies([asId<RelationshipId>('rm')]), LABEL))
    await bar().findByText('1 of 2')
    await waitFor(() => expect(lit()?.way).toEqual(['p', 'c', 'r']))
    act(() => void map.store.dispatch(removeStakeholders([reyes]), LABEL))
    await waitFor(() => expect(map.wayTo.getState().target).toBeNull())
    await waitFor(() => expect(lit()).toBeNull())
  })

  it.each([
    ['Zoo', /No way leads from us to Zoo yet/],
    ['Parents for Clean Air', /Parents for Clean Air is one of us/],
  ])('says of %s why there is none, and shows it', async (name, words) => {
    const { user, lit } = start()
    await user.selectOptions(field(), name)
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(words))
    expect(bar().getByText(name, { selector: 'bdi' })).toBeInTheDocument()
    expect(lit()?.stakeholders.size).toBe(1)
    expect(lit()?.way).toEqual([])
  })

  it('asks who "we" are while there is no member', async () => {
    const { user } = start({}, docOf([stakeholder('z', { name: 'Zoo' })]))
    await user.selectOptions(field(), 'Zoo')
    expect(await bar().findByText(/give somebody the role member/)).toBeInTheDocument()
  })
})

describe('among the details', () => {
  const reached = () => within(screen.getByRole('region', { name: 'Reached through' }))

  it('stands the best way from us, and a button that shows all of them in the network', async () => {
    const { map, user } = renderInEditor(<ReachedThrough id={reyes} />, {
      doc: NETWORK,
      settings: inPublic,
    })
    const items = await reached().findAllByRole('listitem')
    expect(items.map((item) => item.textContent.trim())).toEqual([
      'Us',
      'Parents for Clean Air',
      'Chronicle',
      'Councillor Reyes',
    ])
    await user.click(reached().getByRole('button', { name: 'Show the ways' }))
    expect(map.wayTo.getState().target).toBe(reyes)
    expect(map.settings.getState().view).toBe('network')
  })

  it('stands nothing for a member, and why there is no way for others', async () => {
    const { unmount } = renderInEditor(<ReachedThrough id={personId('p')} />, { doc: NETWORK })
    expect(screen.queryByRole('region')).not.toBeInTheDocument()
    unmount()
    renderInEditor(<ReachedThrough id={personId('z')} />, { doc: NETWORK })
    expect(await reached().findByText(/No way leads from us to/)).toBeInTheDocument()
    expect(reached().queryByRole('button')).not.toBeInTheDocument()
  })
})
