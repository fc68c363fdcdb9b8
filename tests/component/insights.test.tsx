import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { ReactNode } from 'react'
import type { Background } from '../../src/background/background.ts'
import { inlineBackground } from '../../src/background/inlineBackground.ts'
import { editStakeholders } from '../../src/domain/commands/editing.ts'
import { removeStakeholders } from '../../src/domain/commands/stakeholders.ts'
import type { MapDoc } from '../../src/domain/records.ts'
import { BackgroundProvider } from '../../src/editing/useBackground.ts'
import type { OpenMap } from '../../src/store/openMap.ts'
import type { ViewSettings } from '../../src/store/viewSettings.ts'
import { calmDown } from '../../src/store/emphasis.ts'
import { lookForWay } from '../../src/store/wayTo.ts'
import { FindingsPanel } from '../../src/views/insights/FindingsPanel.tsx'
import { GapsPanel } from '../../src/views/insights/GapsPanel.tsx'
import { renderInEditor } from '../support/editor.tsx'
import {
  docOf,
  HIDDEN,
  inSegment,
  personId,
  resource,
  stakeholder,
  tie,
} from '../support/records.ts'

const NETWORK = docOf([
  resource('vans'),
  stakeholder('p', { name: 'Parents for Clean Air', role: 'member', placement: inSegment(0) }),
  stakeholder('c', { name: 'Chronicle', placement: inSegment(1), offers: [resource('vans').id] }),
  stakeholder('r', { name: 'Councillor Reyes', role: 'target', placement: inSegment(2) }),
  stakeholder('k', { name: 'School cooks', placement: inSegment(0), needs: [resource('vans').id] }),
  stakeholder('y', { name: 'Youth', confidentiality: HIDDEN }),
  tie('pc', 'p', 'c'),
  tie('cr', 'c', 'r'),
  tie('yr', 'y', 'r'),
])

function start(
  part: ReactNode,
  doc: MapDoc = NETWORK,
  settings: Partial<ViewSettings> = {},
  background: Background = inlineBackground,
) {
  return renderInEditor(<BackgroundProvider value={background}>{part}</BackgroundProvider>, {
    doc,
    settings,
  })
}

const button = (name: RegExp) => screen.findByRole('button', { name })
const heading = (name: string) => screen.queryByRole('heading', { name })
const pressed = () =>
  screen.queryAllByRole('button', { pressed: true }).map((one) => one.getAttribute('aria-label'))
const lit = (map: OpenMap) => map.emphasis.getState().emphasis
const view = (map: OpenMap) => map.settings.getState().view

describe('findings', () => {
  it('are sentences under headings, with the names set apart and a word on how they were found', async () => {
    start(<FindingsPanel />)
    const reach = await screen.findByRole('region', { name: 'Reach' })
    const [first] = within(reach).getAllByRole('listitem')
    expect(first).toHaveTextContent('The members reach 1 other directly: Chronicle.')
    expect(first?.querySelector('b bdi')).toHaveTextContent('Chronicle')
    expect(within(reach).getByText('Why this?')).toBeInTheDocument()
    expect(heading('Bridges')).toBeInTheDocument()
    expect(heading('Unconnected')).toBeInTheDocument()
  })

  it('show whom and what they are about in the network, and switch nothing else', async () => {
    const { map, user } = start(<FindingsPanel />)
    const before = map.settings.getState()
    await user.click(await button(/^Show: The members reach 1 other directly/))
    expect(lit(map)?.stakeholders).toEqual(new Set(['p', 'c']))
    expect(lit(map)?.ties).toEqual(new Set(['pc']))
    expect(map.settings.getState()).toEqual({ ...before, view: 'network' })
    expect(map.selection.getState().ids.size).toBe(0)
    expect(pressed()).toEqual(['Show: The members reach 1 other directly: Chronicle.'])
    expect(screen.getByRole('status')).toHaveTextContent(
      'Picked out: The members reach 1 other directly: Chronicle.',
    )
  })

  it('are shown one at a time, and a second press lets everything come forward again', async () => {
    const { map, user } = start(<FindingsPanel />)
    lookForWay(map.wayTo, personId('r'))
    await user.click(await button(/^Show: The members/))
    expect(map.wayTo.getState().target).toBeNull()
    await user.click(await button(/^Show: Nobody has a tie to School cooks/))
    expect(pressed()).toEqual(['Show: Nobody has a tie to School cooks.'])
    await user.click(await button(/^Show: Nobody has a tie to School cooks/))
    expect(lit(map)).toBeNull()
    expect(pressed()).toEqual([])
    await user.click(await button(/^Show: The members/))
    act(() => calmDown(map.emphasis))
    expect(pressed()).toEqual([])
  })

  it('are worked out anew after an edit; what is shown follows, and ends when it holds no more', async () => {
    const { map, user } = start(<FindingsPanel />)
    await user.click(await button(/^Show: Nobody has a tie to School cooks/))
    act(() => void map.store.dispatch(removeStakeholders([personId('c')]), LABEL))
    // The old ones stay while the new ones are on their way.
    expect(await button(/^Show: Nobody has a tie to School cooks/)).toBeInTheDocument()
    await button(/^Show: Nobody has a tie to these 2/)
    await waitFor(() => expect(lit(map)?.stakeholders).toEqual(new Set(['p', 'k'])))
    expect(pressed()).toHaveLength(1)
    act(() => void map.store.dispatch(removeStakeholders(['p', 'k'].map(personId)), LABEL))
    await waitFor(() => expect(lit(map)).toBeNull())
  })

  it('in public preview are those of the public view', async () => {
    const { map, user } = start(<FindingsPanel />, NETWORK, { audience: 'public' })
    await user.click(await button(/^Show: Councillor Reyes would be cut off/))
    expect(screen.queryByText('Youth')).not.toBeInTheDocument()
    expect(lit(map)?.stakeholders.has(personId('y'))).toBe(false)
  })

  it('of the team are gone at once in public preview', async () => {
    const { map } = start(<FindingsPanel />)
    await screen.findAllByText('Youth')
    act(() => map.settings.setState({ audience: 'public' }))
    expect(screen.queryByText('Youth')).not.toBeInTheDocument()
    await screen.findByRole('region', { name: 'Reach' })
    expect(screen.queryByText('Youth')).not.toBeInTheDocument()
  })

  it('say what to do next when there is nothing to tell', async () => {
    const { map, user } = start(
      <FindingsPanel />,
      docOf([stakeholder('a'), stakeholder('b', { order: 2 })]),
    )
    expect(await screen.findByText(/Draw the first ties in the Network view/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Open the Network view' }))
    expect(view(map)).toBe('network')
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('ask who "we" are while nobody is a member', async () => {
    start(<FindingsPanel />, docOf([stakeholder('a'), stakeholder('b'), tie('t', 'a', 'b')]))
    expect(await screen.findByText(/give somebody the role member/)).toBeInTheDocument()
  })

  it('that could not be worked out can be asked for again', async () => {
    const analyse = vi
      .fn<Background['analyse']>(inlineBackground.analyse)
      .mockRejectedValueOnce(new Error('the worker died'))
    const { user } = start(<FindingsPanel />, NETWORK, {}, { ...inlineBackground, analyse })
    expect(await screen.findByRole('alert')).toHaveTextContent('Your map is safe')
    await user.click(await button(/Try again/))
    expect(await screen.findByRole('region', { name: 'Reach' })).toBeInTheDocument()
  })

  it('cut a long list short, with everybody to be unfolded', async () => {
    const loners = Array.from({ length: 9 }, (_, i) => stakeholder(`loner ${i + 1}`))
    const doc = docOf([stakeholder('a'), stakeholder('b'), tie('t', 'a', 'b'), ...loners])
    const { user } = start(<FindingsPanel />, doc)
    const line = await screen.findByText(/Nobody has a tie to these 9/)
    expect(line).toHaveTextContent('loner 1, loner 2, loner 3, and 6 others.')
    expect(screen.queryByText('loner 9')).not.toBeInTheDocument()
    await user.click(screen.getByText('All 9'))
    expect(await screen.findByText('loner 9')).toBeInTheDocument()
  })

  it('are not overtaken by an earlier answer that comes late', async () => {
    const waiting: (() => void)[] = []
    const analyse: Background['analyse'] = async (of, signal) => {
      await new Promise<void>((resolve) => waiting.push(resolve))
      return inlineBackground.analyse(of, signal)
    }
    const { map } = start(<FindingsPanel />, NETWORK, {}, { ...inlineBackground, analyse })
    await waitFor(() => expect(waiting).toHaveLength(1))
    act(() => void map.store.dispatch(removeStakeholders([personId('k')]), LABEL))
    await waitFor(() => expect(waiting).toHaveLength(2))
    waiting[1]?.()
    await screen.findByRole('region', { name: 'Reach' })
    waiting[0]?.()
    await act(() => Promise.resolve())
    expect(screen.queryByText('School cooks')).not.toBeInTheDocument()
  })
})

describe('gaps', () => {
  it('are sentences to be read aloud', async () => {
    start(<GapsPanel />)
    const needs = await screen.findByRole('region', { name: 'Needs' })
    expect(needs).toHaveTextContent(
      'Needed by School cooks, and nobody of us offers it: vans. Chronicle (passive ally) could.',
    )
    expect(screen.getByRole('region', { name: 'Empty segments' })).toHaveTextContent(
      'Nobody stands in Passive opponents and Active opponents. Who belongs there?',
    )
  })

  it('show in the view that is open', async () => {
    const { map, user } = start(<GapsPanel />, NETWORK, { view: 'power' })
    await user.click(await button(/^Show: Needed by School cooks/))
    expect(lit(map)?.stakeholders).toEqual(new Set(['k', 'c']))
    expect(view(map)).toBe('power')
  })

  it('lead from a vague name to the field where it can be more specific', async () => {
    const { map, user } = start(<GapsPanel />, NETWORK, { sideTab: 'gaps' })
    expect(await screen.findByText(/can it be more specific/)).toHaveTextContent('Youth')
    await user.click(await button(/^More specific… Opens the name of Youth/))
    expect(map.selection.getState().ids).toEqual(new Set(['y']))
    expect(map.settings.getState().sideTab).toBe('details')
  })

  it('leave what a finding shows alone', async () => {
    const { map, user, unmount } = start(<FindingsPanel />)
    await user.click(await button(/^Show: The members/))
    const shown = lit(map)
    unmount()
    const next = start(<GapsPanel />)
    next.map.emphasis.setState({ emphasis: shown })
    await screen.findByRole('region', { name: 'Needs' })
    act(
      () =>
        void next.map.store.dispatch(
          editStakeholders([personId('k')], { name: 'Canteen cooks' }),
          LABEL,
        ),
    )
    await screen.findAllByText('Canteen cooks')
    expect(lit(next.map)).toBe(shown)
  })

  it('say what to ask when there are none', async () => {
    start(<GapsPanel />, docOf([]))
    expect(await screen.findByText(/Add stakeholders and place them first/)).toBeInTheDocument()
  })
})

const LABEL = { action: 'edit', stakeholders: [] } as const
