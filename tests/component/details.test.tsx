import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { finishTyping } from '../../src/app/leaving.ts'
import { segmentOf } from '../../src/domain/spectrum.ts'
import type { Stakeholder } from '../../src/domain/records.ts'
import { select } from '../../src/store/selection.ts'
import { Details } from '../../src/views/details/Details.tsx'
import { SeveralDetails } from '../../src/views/details/SeveralDetails.tsx'
import { StakeholderDetails } from '../../src/views/details/StakeholderDetails.tsx'
import { docIn, renderInEditor } from '../support/editor.tsx'
import {
  docOf,
  HIDDEN,
  inSegment,
  personId,
  resource,
  sector,
  shownAt,
  stakeholder,
  tie,
} from '../support/records.ts'

const ana = personId('a')
const people = (facts: Partial<Stakeholder> = {}) =>
  docOf([
    sector('s1', 'Health'),
    resource('r1', 'Vans'),
    stakeholder('a', { name: 'Ana', ...facts }),
    stakeholder('b', { name: 'Bo', role: 'member' }),
  ])
const start = (facts: Partial<Stakeholder> = {}, audience: 'team' | 'public' = 'team') => {
  const stage = renderInEditor(<StakeholderDetails id={ana} onConnect={vi.fn<() => void>()} />, {
    doc: people(facts),
    settings: { audience },
  })
  const record = (): Stakeholder | undefined => docIn(stage.map).stakeholders.get(ana)
  const steps = () => stage.map.store.state.getState().stacks.done
  return { ...stage, record, steps }
}
const box = (name: string) => screen.getByRole('textbox', { name })
const choice = (name: string) => screen.getByRole('combobox', { name })

describe('texts', () => {
  it('are kept on leaving and on Enter, typing in one field being one step', async () => {
    const { user, record, steps } = start()
    await user.clear(box('Name'))
    await user.type(box('Name'), 'Ana María{Enter}')
    expect(record()?.name).toBe('Ana María')
    await user.type(box('Notes'), 'call on Monday')
    await user.type(box('Contact'), 'ana@example.org')
    await user.type(box('Description'), 'Runs the clinic.')
    await user.tab()
    expect(record()).toMatchObject({
      notes: 'call on Monday',
      contact: 'ana@example.org',
      description: 'Runs the clinic.',
    })
    expect(steps()).toHaveLength(4)
  })

  it('are drafts until the field is left, by the page too: kept, but no part of the map', () => {
    const { record, map } = start()
    fireEvent.change(box('Name'), { target: { value: 'Ana Mar' } })
    expect(record()?.name).toBe('Ana')
    expect(Object.values(map.settings.getState().drafts)).toEqual([{ text: 'Ana Mar', on: 'Ana' }])
    act(() => finishTyping(box('Name')))
    expect(record()?.name).toBe('Ana Mar')
    expect(map.settings.getState().drafts).toEqual({})
  })

  it('are taken back by Escape, which does nothing else then', async () => {
    const { user, record, map } = start()
    const onKey = vi.fn<() => void>()
    document.addEventListener('keydown', onKey)
    await user.type(box('Notes'), 'call on M')
    onKey.mockClear()
    await user.keyboard('{Escape}')
    expect(onKey).not.toHaveBeenCalled()
    expect(box('Notes')).toHaveValue('')
    expect(map.settings.getState().drafts).toEqual({})
    await user.keyboard('{Escape}')
    expect(onKey).toHaveBeenCalledOnce()
    document.removeEventListener('keydown', onKey)
    await user.tab()
    expect(record()?.notes).toBe('')
  })

  it('are offered after a crash: no part of the map until somebody says so', async () => {
    const { user, record, map } = start()
    act(() =>
      map.settings.setState({
        drafts: {
          'a name': { text: 'Ana M', on: 'Ana' },
          'a notes': { text: 'half a thought', on: '' },
          'a description': { text: 'half a sentence', on: '' },
        },
      }),
    )
    expect(box('Name')).toHaveValue('Ana M')
    expect(box('Name')).toHaveAccessibleDescription('Kept from before, not part of the map yet.')
    act(() => finishTyping(box('Name')))
    expect(record()?.name).toBe('Ana')
    await user.type(box('Name'), '{Enter}')
    expect(record()?.name).toBe('Ana M')
    expect(box('Name')).not.toHaveAccessibleDescription()
    await user.click(screen.getByRole('button', { name: 'Take it in: Notes' }))
    expect(record()?.notes).toBe('half a thought')
    await user.click(screen.getByRole('button', { name: 'Drop it: Description' }))
    expect(record()?.description).toBe('')
    expect(map.settings.getState().drafts).toEqual({})
  })

  it('are offered beside what has been written since, and written over by hand alone', async () => {
    const { user, record, map } = start({ notes: 'newer' })
    const draft = { text: 'half a thought', on: 'older' }
    act(() => map.settings.setState({ drafts: { 'a notes': draft } }))
    expect(box('Notes')).toHaveValue('newer')
    expect(box('Notes')).toHaveAccessibleDescription(/half a thought/)
    act(() => finishTyping(box('Notes')))
    expect(record()?.notes).toBe('newer')
    await user.click(screen.getByRole('button', { name: 'Use this instead: Notes' }))
    expect(record()?.notes).toBe('half a thought')
    expect(screen.queryByRole('button', { name: /^Use this instead/ })).toBeNull()
  })

  it('are not offered when the map says just that by now', () => {
    const { map } = start({ notes: 'said' })
    act(() => map.settings.setState({ drafts: { 'a notes': { text: 'said', on: 'older' } } }))
    expect(box('Notes')).toHaveValue('said')
    expect(box('Notes')).not.toHaveAccessibleDescription(/said/)
  })

  it('are not lost when they can’t become part of the map', async () => {
    const { user, record, map, unmount } = start()
    const long = 'x'.repeat(20_001)
    fireEvent.change(box('Notes'), { target: { value: long } })
    act(() => finishTyping(box('Notes')))
    expect(record()?.notes).toBe('')
    expect(box('Notes')).toHaveValue(long)
    await user.type(box('Contact'), 'ana@')
    act(() => map.store.setReadOnly(true))
    unmount()
    expect(record()?.contact).toBe('')
    expect(map.settings.getState().drafts).toMatchObject({ 'a contact': { text: 'ana@' } })
  })

  it('that were begun in the team view are not seen in public preview', () => {
    const { map } = start()
    act(() =>
      map.settings.setState({
        audience: 'public',
        drafts: {
          'a name': { text: 'Ana, our informant', on: 'Ana' },
          'public a name': { text: 'Ana M', on: 'Ana' },
        },
      }),
    )
    expect(box('Name')).toHaveValue('Ana M')
    fireEvent.change(box('Name'), { target: { value: 'Ana Ma' } })
    act(() => finishTyping(box('Name')))
    expect(Object.keys(map.settings.getState().drafts)).toEqual(['a name'])
  })

  it('never become an empty name', async () => {
    const { user, record } = start()
    await user.clear(box('Name'))
    await user.tab()
    expect(record()?.name).toBe('Ana')
    expect(box('Name')).toHaveValue('Ana')
  })
})

describe('choices', () => {
  it('are kept one by one', async () => {
    const { user, record, steps } = start()
    await user.selectOptions(choice('Kind'), 'Institution')
    await user.selectOptions(choice('Role'), 'Target')
    await user.selectOptions(choice('We want them at'), 'Passive allies')
    await user.click(screen.getByRole('radio', { name: 'High' }))
    expect(record()).toMatchObject({
      kind: 'institution',
      role: 'target',
      targetSegment: 1,
      influence: 0.85,
    })
    await user.selectOptions(choice('We want them at'), 'Not decided')
    await user.click(screen.getByRole('radio', { name: 'Not said' }))
    expect(record()).toMatchObject({ targetSegment: null, influence: null })
    expect(steps()).toHaveLength(6)
  })

  it('place in a segment and take off the pie', async () => {
    const { user, record } = start()
    const stance = screen.getByRole('group', { name: 'Stance' })
    await user.click(within(stance).getByRole('button', { name: 'Passive opponents' }))
    expect(record()?.placement && segmentOf(record()?.placement?.stance ?? 9)).toBe(3)
    expect(within(stance).getByRole('button', { pressed: true })).toHaveAccessibleName(
      'Passive opponents',
    )
    await user.click(within(stance).getByRole('button', { name: 'Take off the pie' }))
    expect(record()?.placement).toBeNull()
  })
})

describe('words', () => {
  it('that are refused stay as they were typed, and are offered', async () => {
    const { user, record } = start()
    const long = 'x'.repeat(201)
    for (const name of ['Tags', 'Sector']) {
      fireEvent.change(screen.getByLabelText(name), { target: { value: long } })
      await user.type(screen.getByLabelText(name), '{Enter}')
      expect(screen.getByLabelText(name)).toHaveValue(long)
      expect(screen.getByRole('button', { name: `Take it in: ${name}` })).toBeVisible()
    }
    expect(record()).toMatchObject({ tags: [], sector: null })
  })

  it('half typed are drafts as well', async () => {
    const { user, record, map } = start()
    await user.type(screen.getByLabelText('Sector'), 'Hous')
    await user.type(screen.getByLabelText('Tags'), 'riv')
    expect(record()?.sector).not.toBeNull()
    expect(map.settings.getState().drafts).toEqual({ 'a tags': { text: 'riv', on: '' } })
    act(() => map.settings.setState({ drafts: { 'a offers': { text: 'van', on: '' } } }))
    act(() => finishTyping(screen.getByLabelText('Can bring')))
    expect(record()?.offers).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Take it in: Can bring' }))
    expect(record()?.offers).toHaveLength(1)
    expect(screen.getByLabelText('Can bring')).toHaveValue('')
  })

  it('are taken back by Escape, and not typed in public preview', async () => {
    const { user, record, map } = start()
    await user.type(screen.getByLabelText('Sector'), 'ma{Escape}')
    await user.type(screen.getByLabelText('Tags'), 'ma{Escape}')
    await user.tab()
    expect(record()).toMatchObject({ sector: null, tags: [] })
    act(() => map.settings.setState({ audience: 'public' }))
    expect(screen.getByLabelText('Sector')).toBeDisabled()
  })

  it('come from the map’s own sectors, and new ones as they are typed', async () => {
    const { user, map, record } = start()
    await user.type(screen.getByLabelText('Sector'), 'Health')
    expect(record()?.sector).toBe('s1')
    await user.clear(screen.getByLabelText('Sector'))
    await user.type(screen.getByLabelText('Sector'), 'Trade unions{Enter}')
    expect(Array.from(docIn(map).sectors.values(), ({ name }) => name)).toEqual([
      'Health',
      'Trade unions',
    ])
    await user.clear(screen.getByLabelText('Sector'))
    await user.tab()
    expect(record()?.sector).toBeNull()
  })

  it('are added with Enter or a comma and taken away one by one', async () => {
    const { user, map, record } = start()
    const offers = screen.getByLabelText('Can bring')
    await user.type(offers, 'vans{Enter}A hall,')
    expect(record()?.offers).toHaveLength(2)
    expect(record()?.offers[0]).toBe('r1')
    expect(docIn(map).resources.size).toBe(2)
    await user.click(screen.getByRole('button', { name: 'Remove Vans' }))
    expect(record()?.offers).toHaveLength(1)
    await user.type(screen.getByLabelText('Tags'), 'river')
    await user.tab()
    expect(record()?.tags).toEqual(['river'])
  })
})

describe('other names', () => {
  it('are kept one by one, say what they are for, and are the team’s alone', async () => {
    const { user, record } = start({ aliases: ['Anita'] })
    expect(screen.getByLabelText('Also known as')).toHaveAccessibleDescription(
      /Never shown to the public/,
    )
    await user.type(screen.getByLabelText('Also known as'), 'the nurse,A. R.{Enter}')
    expect(record()?.aliases).toEqual(['Anita', 'the nurse', 'A. R.'])
    await user.click(screen.getByRole('button', { name: 'Remove Anita' }))
    expect(record()?.aliases).toEqual(['the nurse', 'A. R.'])
  })

  it('are not there in public preview', () => {
    start({ aliases: ['Anita'] }, 'public')
    expect(screen.queryByLabelText('Also known as')).toBeNull()
    expect(document.body).not.toHaveTextContent('Anita')
  })
})

describe('confidentiality', () => {
  const WARNING = /Members of the coalition are public by agreement/

  it('is public, hidden, or shown at a public stance', async () => {
    const { user, record, steps } = start({ placement: inSegment(0) })
    const field = choice('Confidentiality')
    expect(field).toHaveDisplayValue('Public')
    await user.selectOptions(field, 'Confidential: hidden')
    expect(record()?.confidentiality).toEqual(HIDDEN)
    expect(field).toHaveAccessibleDescription(/Never appears outside the team/)
    await user.selectOptions(field, 'Confidential: public stance')
    expect(record()?.confidentiality).toEqual(shownAt(0))
    await user.selectOptions(choice('Public stance'), 'Passive opponents')
    expect(record()?.confidentiality).toEqual(shownAt(-0.4))
    expect(record()?.placement).toEqual(inSegment(0))
    expect(steps().at(-1)?.label.action).toBe('confidentiality')
    await user.selectOptions(field, 'Public')
    expect(record()?.confidentiality).toEqual({ level: 'public' })
    expect(screen.queryByRole('combobox', { name: 'Public stance' })).toBeNull()
  })

  it('says when the public stance gives the real one away', () => {
    start({ placement: inSegment(3), confidentiality: shownAt(-0.4) })
    expect(choice('Public stance')).toHaveAccessibleDescription(/where it really stands/)
  })

  it('of a member gets a plain warning, of anybody else none', async () => {
    const { user } = start({ role: 'member' })
    expect(screen.queryByText(WARNING)).toBeNull()
    await user.selectOptions(choice('Confidentiality'), 'Confidential: hidden')
    expect(screen.getByRole('note')).toHaveTextContent(WARNING)
    await user.selectOptions(choice('Role'), 'Prospect')
    expect(screen.queryByText(WARNING)).toBeNull()
  })
})

describe('in public preview', () => {
  it('nothing is there that only the team may see', () => {
    start(
      {
        notes: 'secret notes',
        contact: 'secret contact',
        tags: ['secret tag'],
        description: 'secret description',
        targetSegment: 0,
        placement: inSegment(0),
        confidentiality: shownAt(-0.4),
      },
      'public',
    )
    expect(document.body).not.toHaveTextContent(/secret|confidential/i)
    for (const value of Array.from(document.querySelectorAll('input, textarea'), (field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    )) {
      expect(value).not.toMatch(/secret/)
    }
    expect(screen.queryByRole('combobox', { name: 'Confidentiality' })).toBeNull()
    expect(screen.queryByRole('combobox', { name: 'We want them at' })).toBeNull()
    expect(screen.getByRole('button', { pressed: true })).toHaveAccessibleName('Passive opponents')
  })
})

describe('removing', () => {
  it('is done without asking and says that undo brings back', async () => {
    const { user, map, record } = start()
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(record()).toBeUndefined()
    expect(screen.getByRole('status')).toHaveTextContent('Undo brings it back')
    act(() => void map.store.undo())
    expect(record()?.name).toBe('Ana')
  })
})

describe('while another tab edits the map', () => {
  it('nothing can be changed', () => {
    const { map } = start()
    act(() => map.store.setReadOnly(true))
    for (const field of [...screen.getAllByRole('textbox'), ...screen.getAllByRole('combobox')]) {
      expect(field).toBeDisabled()
    }
    for (const button of screen.getAllByRole('button')) expect(button).toBeDisabled()
  })
})

describe('several at once', () => {
  const both = [ana, personId('b')]

  it('are changed together in one step', async () => {
    const { user, map } = renderInEditor(<SeveralDetails ids={both} />, { doc: people() })
    expect(screen.getByRole('heading')).toHaveTextContent('2 stakeholders')
    expect(choice('Role')).toHaveDisplayValue('Different')
    await user.selectOptions(choice('Role'), 'Prospect')
    await user.type(screen.getByLabelText('Sector'), 'Health')
    await user.click(screen.getByRole('button', { name: 'Neutral' }))
    const all = [...docIn(map).stakeholders.values()]
    expect(all.map(({ role }) => role)).toEqual(['prospect', 'prospect'])
    expect(all.map((one) => one.sector)).toEqual(['s1', 's1'])
    expect(all.map(({ placement }) => placement && segmentOf(placement.stance))).toEqual([2, 2])
    expect(map.store.state.getState().stacks.done).toHaveLength(3)
  })

  it('are removed together in one step', async () => {
    const { user, map } = renderInEditor(<SeveralDetails ids={both} />, { doc: people() })
    await user.click(screen.getByRole('button', { name: 'Remove 2 stakeholders' }))
    expect(docIn(map).stakeholders.size).toBe(0)
    act(() => void map.store.undo())
    expect(docIn(map).stakeholders.size).toBe(2)
  })
})

describe('the panel', () => {
  it('follows the selection, as far as the audience sees it', async () => {
    const { map } = renderInEditor(<Details onConnect={vi.fn<() => void>()} />, {
      doc: people({ confidentiality: HIDDEN }),
    })
    expect(screen.getByText('Nobody chosen')).toBeVisible()
    act(() => select(map.selection, [ana]))
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Ana')
    act(() => select(map.selection, [ana, personId('b')]))
    expect(await screen.findByText('2 stakeholders chosen')).toBeVisible()
    act(() => map.settings.setState({ audience: 'public' }))
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Bo')
    act(() => select(map.selection, [ana]))
    expect(screen.getByText('Nobody chosen')).toBeVisible()
    expect(document.body).not.toHaveTextContent('Ana')
  })
})

describe('texts that wait', () => {
  const HALF = { text: 'half a thought', on: '' }
  const withDrafts = (drafts: Record<string, { text: string; on: string }>, audience?: 'public') =>
    renderInEditor(<Details onConnect={vi.fn<() => void>()} />, {
      doc: docOf([
        stakeholder('a', { name: 'Ana' }),
        stakeholder('b', { name: 'Bo', confidentiality: HIDDEN }),
        tie('t', 'a', 'b'),
      ]),
      settings: { drafts, ...(audience ? { audience } : {}) },
    })
  const waiting = () => screen.findByRole('region', { name: 'Typed, but not part of the map yet' })

  it('are told of, and led to', async () => {
    const { user, map } = withDrafts({
      'b notes': HALF,
      't notes': HALF,
      'map goal': HALF,
      'segment 2': HALF,
      'gone notes': HALF,
      // In the map already.
      'b name': { text: 'Bo', on: 'B' },
    })
    const list = within(await waiting())
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Notes · BoShow',
      'Notes · Ana – BoShow',
      'In the map’s settings',
    ])
    expect(screen.getByRole('status')).toHaveTextContent('has been kept')
    // Nobody would ever see the draft of somebody who is gone.
    expect(Object.keys(map.settings.getState().drafts)).not.toContain('gone notes')
    await user.click(list.getByRole('button', { name: 'Show: Notes · Bo' }))
    expect(await screen.findByRole('textbox', { name: 'Notes' })).toHaveValue('half a thought')
    expect(within(await waiting()).queryByText('Notes · Bo')).toBeNull()
  })

  it('are not spoken of when the map says just that by now, or they are of nobody', async () => {
    const { map } = withDrafts({ 'b name': { text: 'Bo', on: 'B' }, 'gone notes': HALF })
    await act(() => import('../../src/views/details/DraftsWaiting.tsx'))
    await waitFor(() => expect(map.settings.getState().drafts).toEqual({}))
    expect(screen.queryByRole('region')).toBeNull()
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })

  it('of hidden stakeholders and of the team are not told of in public preview', async () => {
    withDrafts({ 'b notes': HALF, 'a notes': HALF, 'public b name': HALF }, 'public')
    await act(() => import('../../src/views/details/DraftsWaiting.tsx'))
    expect(screen.queryByRole('region')).toBeNull()
    expect(document.body).not.toHaveTextContent(/half|Bo/)
  })
})
