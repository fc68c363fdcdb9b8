import { act, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { asId, type MapDoc } from '../../src/domain/records.ts'
import ImportDialog from '../../src/views/import/ImportDialog.tsx'
import MergeDialog from '../../src/views/merge/MergeDialog.tsx'
import type { SealState } from '../../src/views/services.ts'
import { called, docIn, fakeSealing, namesIn, renderInEditor } from '../support/editor.tsx'
import { copyOf, textOfCopy } from '../support/fileCopy.ts'
import { docOf, HIDDEN, inSegment, stakeholder, tie } from '../support/records.ts'
import type { Audience } from '../../src/audience/view.ts'

const onClose = vi.fn<() => void>()

const ANA = { name: 'Ana', placement: inSegment(1), notes: 'Ask in May.' }
const ours = docOf([
  stakeholder('a', ANA),
  stakeholder('b', { name: 'Bo', confidentiality: HIDDEN }),
  stakeholder('c', { name: 'Cem' }),
  tie('t', 'a', 'c', { kind: 'trusts' }),
])
const theirs = docOf([
  stakeholder('a', { ...ANA, placement: inSegment(0), tags: ['press'], notes: 'Ill since June.' }),
  stakeholder('b', { name: 'Bo', contact: 'by phone' }),
  stakeholder('d', { name: 'Dilek', placement: inSegment(4) }),
  tie('u', 'd', 'a', { kind: 'funds' }),
])

async function compare(mine: MapDoc, copy: MapDoc, audience: Audience = 'team') {
  onClose.mockClear()
  const stage = renderInEditor(<ImportDialog onClose={onClose} />, { doc: mine })
  await stage.user.upload(
    screen.getByLabelText('File'),
    new File([textOfCopy(copy, audience)], 'copy.allyscope.json'),
  )
  const preview = await screen.findByRole('region', { name: 'What is in the file' })
  return { ...stage, preview }
}

async function openMerge(...args: Parameters<typeof compare>) {
  const stage = await compare(...args)
  const button = within(stage.preview).getByRole('button', {
    name: /^(Compare and merge|Merge into)/,
  })
  await stage.user.click(button)
  const dialog = await screen.findByRole('dialog', { name: 'Compare and merge' })
  return { ...stage, dialog }
}

const card = (name: string) => screen.getByRole('listitem', { name })
const field = (name: string, of: string) =>
  within(card(of)).getByRole('group', { name: `${name}, ${of}` })
const side = (name: string, of: string, whose: RegExp) =>
  within(field(name, of)).getByRole('radio', { name: whose })
const numbers = () =>
  within(screen.getByRole('list', { name: 'Stakeholders' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
const mergeButton = () => screen.getByRole('button', { name: 'Merge' })

describe('another copy of the open map', () => {
  it('is told as such, and can still be opened as a map of its own', async () => {
    const { preview, services, user } = await compare(ours, theirs)
    expect(preview).toHaveTextContent('This is another copy of this map.')
    await user.click(within(preview).getByRole('button', { name: 'Open as a new map' }))
    expect(services.importMap).toHaveBeenCalledOnce()
  })

  it('is compared by stakeholder and field, and nothing changes until it is merged', async () => {
    const { map, user } = await openMerge(ours, theirs)
    expect(numbers()).toEqual([
      '0 the same',
      '2 differ',
      '1 only in the file',
      '1 only on this map',
    ])
    expect(side('Stance', 'Ana', /^This map Passive allies/)).toBeChecked()
    expect(side('Stance', 'Ana', /^The file Active allies/)).not.toBeChecked()
    expect(side('Tags', 'Ana', /^The file press/)).toBeChecked()
    expect(side('Notes', 'Ana', /^This map Ask in May/)).toBeChecked()
    // Less careful in the file: hidden stays.
    expect(side('Confidentiality', 'Bo', /^This map Confidential: hidden/)).toBeChecked()
    expect(side('Contact', 'Bo', /^The file by phone/)).toBeChecked()
    await user.click(side('Stance', 'Ana', /^The file/))
    await user.click(side('Notes', 'Ana', /^Both together/))
    expect(mergeButton()).toHaveAccessibleDescription(
      '1 stakeholder added, 1 tie added, and 4 fields changed.',
    )
    expect(docIn(map)).toBe(ours)
  })

  it('is merged as one step, which is said and can be undone', async () => {
    const { map, user } = await openMerge(ours, theirs)
    await user.click(side('Stance', 'Ana', /^The file/))
    await user.click(side('Notes', 'Ana', /^Both together/))
    await user.click(mergeButton())
    expect(onClose).toHaveBeenCalledOnce()
    expect(
      screen.getAllByText(
        'Merged: 1 stakeholder added, 1 tie added, and 4 fields changed. One undo takes it all back.',
        { selector: '[role=status]' },
      )[0],
    ).toBeVisible()
    expect(namesIn(map)).toEqual(['Ana', 'Bo', 'Cem', 'Dilek'])
    expect(called(map, 'Ana')).toMatchObject({
      tags: ['press'],
      notes: 'Ask in May.\n\nIll since June.',
    })
    expect(called(map, 'Bo')).toMatchObject({ confidentiality: HIDDEN, contact: 'by phone' })
    expect(docIn(map).relationships.size).toBe(2)
    expect(map.store.state.getState().stacks.done).toHaveLength(1)
    expect(map.store.state.getState().stacks.done[0]?.label).toEqual({
      action: 'merge',
      stakeholders: [],
    })
    map.store.undo()
    expect(docIn(map).stakeholders).toEqual(ours.stakeholders)
    expect(docIn(map).relationships).toEqual(ours.relationships)
  })

  it('can be cut down to one kind of difference, and chosen all at once', async () => {
    const { map, user, dialog } = await openMerge(ours, theirs)
    await user.click(within(dialog).getByRole('radio', { name: 'They disagree (2)' }))
    expect(screen.queryByRole('listitem', { name: 'Dilek' })).not.toBeInTheDocument()
    const all = within(dialog).getByRole('group', { name: 'All shown here:' })
    await user.click(within(all).getByRole('button', { name: 'The file' }))
    expect(side('Stance', 'Ana', /^The file/)).toBeChecked()
    // Nobody is made public in passing.
    expect(side('Confidentiality', 'Bo', /^This map/)).toBeChecked()
    await user.click(within(dialog).getByRole('radio', { name: 'Everything (4)' }))
    await user.click(within(all).getByRole('button', { name: 'This map' }))
    expect(dialog).toHaveTextContent('As chosen, nothing would change.')
    expect(mergeButton()).toBeDisabled()
    await user.keyboard('{Escape}')
    expect(docIn(map)).toBe(ours)
  })

  it('has whoever only the file has left out together with its ties, when chosen so', async () => {
    const { map, user } = await openMerge(ours, theirs)
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Who “Dilek” of the file is' }),
      'Leave out',
    )
    expect(screen.queryByRole('checkbox', { name: 'Add this tie' })).not.toBeInTheDocument()
    await user.click(mergeButton())
    expect(namesIn(map)).toEqual(['Ana', 'Bo', 'Cem'])
  })

  it('is chosen by keys: arrows within a field, space for a tie', async () => {
    const { user } = await openMerge(ours, theirs)
    side('Notes', 'Ana', /^This map/).focus()
    await user.keyboard('{ArrowDown}')
    expect(side('Notes', 'Ana', /^The file/)).toBeChecked()
    const added = screen.getByRole('checkbox', { name: 'Add this tie' })
    added.focus()
    await user.keyboard(' ')
    expect(added).not.toBeChecked()
  })

  it('is read as it is written: nothing in it turns the words around it', async () => {
    const turned = '\u202e'
    await openMerge(
      docOf([stakeholder('a', ANA)]),
      docOf([
        stakeholder('a', { ...ANA, notes: `Paid by${turned} the bank` }),
        stakeholder('d', { name: 'Dilek', contact: `${turned}555\u2066` }),
        tie('u', 'd', 'a', { kind: 'funds', notes: `weak${turned}ly` }),
      ]),
    )
    expect(side('Notes', 'Ana', /^The file Paid by the bank/)).toBeVisible()
    expect(within(card('Dilek')).getByText('555')).toBeVisible()
    expect(screen.getByText(/· weakly$/)).toBeVisible()
    // Names in sentences are held apart from them; what holds one is closed again.
    const all = document.body.textContent
    expect(all).not.toMatch(/[\u202a-\u202e\u2066\u2067]/u)
    expect(all.split('\u2068')).toHaveLength(all.split('\u2069').length)
  })

  it('that differs in nothing leaves nothing to do', async () => {
    const { dialog } = await openMerge(ours, ours)
    expect(numbers()).toEqual([
      '3 the same',
      '0 differ',
      '0 only in the file',
      '0 only on this map',
    ])
    expect(dialog).toHaveTextContent('There is nothing in the file that this map does not have.')
    expect(mergeButton()).toBeDisabled()
  })

  it('when public says nothing of what it can’t know', async () => {
    const { dialog } = await openMerge(ours, theirs, 'public')
    expect(dialog).toHaveTextContent('The file is a public copy')
    expect(within(card('Ana')).queryByRole('group', { name: /^Notes/ })).not.toBeInTheDocument()
    expect(within(card('Ana')).getByText(/Found by the name alone/)).toBeVisible()
  })
})

describe('who is who', () => {
  it('among several of one name is for people to say; until then that one is left out', async () => {
    const twice = docOf([
      stakeholder('a', { name: 'Ana', placement: inSegment(0) }),
      stakeholder('b', { name: 'Ana', placement: inSegment(4) }),
      stakeholder('c', { name: 'Cem' }),
    ])
    const copy = docOf(
      [stakeholder('x', { name: 'ANA', contact: 'by post' }), stakeholder('c', { name: 'Cem' })],
      { name: 'Water for all' },
    )
    const { map, user } = await openMerge(twice, copy)
    expect(numbers()).toContain('1 needs your choice')
    const who = screen.getByRole('combobox', { name: 'Who “ANA” of the file is' })
    expect(who).toHaveDisplayValue('Choose who it is…')
    expect(mergeButton()).toBeDisabled()
    await user.selectOptions(who, '\u2068Ana\u2069 · Active opponents')
    expect(screen.getByRole('combobox', { name: 'Who “ANA” of the file is' })).toHaveFocus()
    await user.click(mergeButton())
    const [first, second] = docIn(map).stakeholders.values()
    expect([first?.contact, second?.contact]).toEqual(['', 'by post'])
  })

  it('found by name can be taken apart; the new one is hidden like its namesake', async () => {
    const copy = docOf([stakeholder('z', { name: 'bo' }), stakeholder('a', ANA)])
    const { map, user } = await openMerge(ours, copy)
    await user.click(screen.getByRole('radio', { name: /^Who is who/ }))
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Who “bo” of the file is' }),
      'Somebody new: add',
    )
    expect(within(card('bo')).getByText(/^Comes in hidden/)).toBeVisible()
    await user.click(mergeButton())
    expect(called(map, 'bo').confidentiality).toEqual(HIDDEN)
    expect(called(map, 'Bo').name).toBe('Bo')
  })

  it('may be anybody of the map who is nobody in the file', async () => {
    const { map, user } = await openMerge(ours, theirs)
    const who = () => screen.getByRole('combobox', { name: 'Who “Dilek” of the file is' })
    await user.selectOptions(who(), 'Somebody else here…')
    await user.selectOptions(who(), '\u2068Cem\u2069 · Not placed yet')
    expect(side('Stance', 'Cem', /^The file Active opponents/)).toBeChecked()
    await user.click(mergeButton())
    expect(namesIn(map)).toEqual(['Ana', 'Bo', 'Cem'])
    expect(called(map, 'Cem').placement).not.toBeNull()
  })
})

it('any other file of ours can be merged too, by names alone', async () => {
  const other = docOf([stakeholder('q', { name: 'ana', tags: ['x'] }), stakeholder('r')], {
    id: asId('another'),
  })
  const { preview, map, user, dialog } = await openMerge(ours, other)
  expect(preview).not.toHaveTextContent('another copy')
  expect(dialog).toBeVisible()
  await user.click(mergeButton())
  expect(called(map, 'Ana').tags).toEqual(['x'])
  expect(namesIn(map)).toEqual(['Ana', 'Bo', 'Cem', 'r'])
})

it('what was chosen is not thrown away by one key', async () => {
  const { user, dialog } = await openMerge(ours, theirs)
  await user.click(side('Stance', 'Ana', /^The file/))
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(onClose).not.toHaveBeenCalled()
  expect(dialog).toHaveTextContent('Leave without merging?')
  expect(screen.getByRole('button', { name: 'Go on' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  expect(side('Stance', 'Ana', /^The file/)).toBeChecked()
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await user.click(screen.getByRole('button', { name: 'Leave' }))
  expect(onClose).toHaveBeenCalledOnce()
})

it('nothing of a file can be merged where the map can only be followed', async () => {
  onClose.mockClear()
  const { map, user } = renderInEditor(<ImportDialog onClose={onClose} />, { doc: ours })
  act(() => map.store.setReadOnly(true))
  await user.upload(screen.getByLabelText('File'), new File([textOfCopy(theirs)], 'c.json'))
  const preview = await screen.findByRole('region', { name: 'What is in the file' })
  expect(within(preview).getAllByRole('button')).toHaveLength(1)
})

it('what comes out of a sealed file is warned of on a map that is not sealed', () => {
  const file = copyOf(theirs)
  const dialog = <MergeDialog file={{ ...file, ignored: [] }} wasSealed onClose={onClose} />
  const open = renderInEditor(dialog, { doc: ours })
  expect(screen.getByText(/this map is not sealed/)).toBeVisible()
  open.unmount()
  renderInEditor(dialog, {
    doc: ours,
    services: {
      sealing: fakeSealing({
        open: createStore<SealState>(() => ({ sealed: true, hasRecoveryKey: false })),
      }),
    },
  })
  expect(screen.queryByText(/this map is not sealed/)).not.toBeInTheDocument()
})

it('three hundred differences are drawn in parts', async () => {
  const crowd = (notes: string) =>
    docOf(Array.from({ length: 300 }, (_, n) => stakeholder(`p${n}`, { notes })))
  const { user, map } = await openMerge(crowd('here'), crowd('there'))
  const cards = () => screen.getAllByRole('listitem', { name: /^p\d+$/ })
  expect(cards().length).toBeLessThan(100)
  const before = cards().length
  await user.click(screen.getByRole('button', { name: /^Show \d+ more$/ }))
  expect(cards().length).toBeGreaterThan(before)
  const all = screen.getByRole('group', { name: 'All shown here:' })
  await user.click(within(all).getByRole('button', { name: 'The file' }))
  expect(mergeButton()).toHaveAccessibleDescription('300 fields changed.')
  await user.click(mergeButton())
  expect([...docIn(map).stakeholders.values()].every(({ notes }) => notes === 'there')).toBe(true)
})
