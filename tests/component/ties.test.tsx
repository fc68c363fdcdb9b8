import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { RelationshipId } from '../../src/domain/records.ts'
import { asId } from '../../src/domain/records.ts'
import { select } from '../../src/store/selection.ts'
import ConnectDialog from '../../src/views/ties/ConnectDialog.tsx'
import TieDetails from '../../src/views/ties/TieDetails.tsx'
import { TiesSection } from '../../src/views/ties/TiesSection.tsx'
import { docIn, renderInEditor } from '../support/editor.tsx'
import { docOf, HIDDEN, personId, stakeholder, tie } from '../support/records.ts'

const doc = docOf([
  stakeholder('a', { name: 'Ana' }),
  stakeholder('b', { name: 'Bo' }),
  stakeholder('c', { name: 'Çem' }),
  stakeholder('h', { name: 'Hidden one', confidentiality: HIDDEN }),
  tie('t', 'a', 'b', { kind: 'funds' }),
  tie('s', 'a', 'c', { kind: 'trusts', confidentiality: 'confidential' }),
  tie('u', 'h', 'a'),
])
const t = asId<RelationshipId>('t')
const nothing = vi.fn<() => void>()

describe('the ties of a stakeholder', () => {
  it('are sentences that lead to the tie', async () => {
    const { map, user } = renderInEditor(<TiesSection id={personId('a')} onConnect={nothing} />, {
      doc,
    })
    const list = screen.getAllByRole('listitem').map((item) => item.textContent)
    expect(list).toEqual([
      'Ana funds Bomedium',
      'Ana trusts Çemmedium',
      'Hidden one influences Anamedium',
    ])
    expect(
      within(screen.getByRole('button', { name: /trusts/ })).getByLabelText('confidential'),
    ).toBeVisible()
    await user.click(screen.getByRole('button', { name: /funds/ }))
    expect(map.selection.getState().tie).toBe('t')
  })

  it('tell in public preview only of what the public sees, the count included', () => {
    renderInEditor(<TiesSection id={personId('a')} onConnect={nothing} />, {
      doc,
      settings: { audience: 'public' },
    })
    expect(screen.getByRole('heading', { name: 'Ties 1' })).toBeVisible()
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
  })
})

describe('a tie', () => {
  it('is changed in kind, direction and strength, each undoable', async () => {
    const { map, user } = renderInEditor(<TieDetails id={t} />, { doc })
    expect(screen.getByText('Ana funds Bo')).toBeVisible()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'trusts')
    await user.click(screen.getByRole('radio', { name: 'Mutual' }))
    await user.click(screen.getByRole('radio', { name: 'strong' }))
    expect(screen.getByText('Ana and Bo trust each other')).toBeVisible()
    expect(docIn(map).relationships.get(t)).toMatchObject({
      kind: 'trusts',
      direction: 'mutual',
      strength: 3,
    })
    expect(map.store.state.getState().stacks.done).toHaveLength(3)
  })

  it('is turned round and removed', async () => {
    const { map, user } = renderInEditor(<TieDetails id={t} />, { doc })
    await user.click(screen.getByRole('button', { name: 'Turn round' }))
    expect(screen.getByText('Bo funds Ana')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Remove tie' }))
    expect(docIn(map).relationships.has(t)).toBe(false)
  })

  it('gets a word of its own', async () => {
    const { map, user } = renderInEditor(<TieDetails id={t} />, { doc })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'own')
    await user.type(screen.getByRole('textbox', { name: 'In your own word' }), 'cousins{Enter}')
    expect(docIn(map).relationships.get(t)?.label).toBe('cousins')
  })

  it('shows nothing of the team in public preview, and nothing at all when it is confidential', () => {
    const { unmount } = renderInEditor(<TieDetails id={t} />, {
      doc,
      settings: { audience: 'public' },
    })
    expect(screen.queryByRole('textbox', { name: 'Notes' })).toBeNull()
    expect(screen.queryByRole('checkbox', { name: 'Confidential' })).toBeNull()
    unmount()
    renderInEditor(<TieDetails id={asId<RelationshipId>('s')} />, {
      doc,
      settings: { audience: 'public' },
    })
    expect(screen.queryByRole('heading', { name: 'Tie' })).toBeNull()
  })
})

describe('connecting by keyboard', () => {
  it('finds a name as it is typed, accents aside, and draws the tie with Enter', async () => {
    const onClose = vi.fn<() => void>()
    const { map, user } = renderInEditor(<ConnectDialog onClose={onClose} />, { doc })
    select(map.selection, [personId('b')])
    expect(await screen.findByRole('dialog', { name: 'Connect Bo to…' })).toBeVisible()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'trusts')
    await user.type(screen.getByRole('combobox', { name: 'To whom' }), 'cem{Enter}')
    expect(onClose).toHaveBeenCalledOnce()
    expect([...docIn(map).relationships.values()].at(-1)).toMatchObject({
      from: 'b',
      to: 'c',
      kind: 'trusts',
    })
  })

  it('goes through the names with the arrow keys, and says what will be drawn', async () => {
    const { map, user } = renderInEditor(<ConnectDialog onClose={nothing} />, { doc })
    select(map.selection, [personId('b')])
    await user.click(await screen.findByRole('combobox', { name: 'To whom' }))
    expect(screen.getByRole('button', { name: 'Draw the tie' })).toBeDisabled()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(screen.getByRole('option', { name: 'Çem' })).toHaveAttribute('aria-selected', 'true')
    expect(screen.getByText(/^Bo .* Çem/)).toBeVisible()
  })

  it('says when nobody is called that, and does not offer oneself', async () => {
    const { map, user } = renderInEditor(<ConnectDialog onClose={nothing} />, { doc })
    select(map.selection, [personId('b')])
    await user.type(await screen.findByRole('combobox', { name: 'To whom' }), 'Bo')
    expect(screen.getByText('Nobody on the map is called that.')).toBeVisible()
  })

  it('offers nobody hidden in public preview', async () => {
    const { map } = renderInEditor(<ConnectDialog onClose={nothing} />, {
      doc,
      settings: { audience: 'public' },
    })
    select(map.selection, [personId('b')])
    await screen.findByRole('dialog', { name: 'Connect Bo to…' })
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toContain('Ana')
    expect(screen.queryByRole('option', { name: 'Hidden one' })).toBeNull()
  })
})
