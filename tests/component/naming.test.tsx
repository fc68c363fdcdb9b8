import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { segmentOf } from '../../src/domain/spectrum.ts'
import { useSubject } from '../../src/editing/useSubject.ts'
import { lookAsPublic } from '../../src/store/lookAsPublic.ts'
import { AddStakeholder } from '../../src/views/tray/AddStakeholder.tsx'
import { NotPlacedList } from '../../src/views/tray/NotPlacedList.tsx'
import { called, docIn, namesIn, renderInEditor } from '../support/editor.tsx'
import { docOf, HIDDEN, inSegment, stakeholder } from '../support/records.ts'

function Naming() {
  const { view } = useSubject()
  const unplaced = view.stakeholders.filter(({ placement }) => placement === null)
  return (
    <>
      <AddStakeholder />
      <NotPlacedList stakeholders={unplaced} total={view.stakeholders.length} faded={new Set()} />
    </>
  )
}
const start = (stage: Parameters<typeof renderInEditor>[1] = {}) =>
  renderInEditor(<Naming />, stage)
const field = () => screen.getByRole('textbox', { name: 'Add a stakeholder' })
const spoken = () => screen.getByRole('status')
const listed = () => screen.queryAllByRole('listitem').map((item) => item.textContent)
const pasteInto = (text: string) =>
  fireEvent.paste(field(), { clipboardData: { getData: () => text } })

describe('typing names', () => {
  it('adds each with Enter and is ready for the next in the same breath', async () => {
    const { user, map } = start()
    await user.type(field(), 'Nurses’ union{Enter}Bishop{Enter}نقابة{Enter}')
    expect(namesIn(map)).toEqual(['Nurses’ union', 'Bishop', 'نقابة'])
    expect(listed()).toEqual(['Nurses’ union', 'Bishop', 'نقابة'])
    expect(field()).toHaveFocus()
    expect(field()).toHaveValue('')
    expect(spoken()).toHaveTextContent('Added نقابة.')
  })

  it('adds one step a name', async () => {
    const { user, map } = start()
    await user.type(field(), 'A{Enter}B{Enter}')
    map.store.undo()
    expect(namesIn(map)).toEqual(['A'])
  })

  it('keeps a name that is not whole yet, and not in sight of another audience', async () => {
    const { user, map } = start()
    await user.type(field(), 'Marta, who')
    expect(map.settings.getState().adding.team).toBe('Marta, who')
    act(() => lookAsPublic(map))
    expect(field()).toHaveValue('')
    await user.type(field(), 'Bish')
    act(() => map.settings.setState({ audience: 'team' }))
    expect(field()).toHaveValue('Marta, who')
    await user.type(field(), ' knows{Enter}')
    expect(map.settings.getState().adding).toEqual({ team: '', public: 'Bish' })
    expect(namesIn(map)).toEqual(['Marta, who knows'])
  })

  it('adds nothing for an empty line', async () => {
    const { user, map } = start()
    await user.type(field(), '   {Enter}')
    expect(namesIn(map)).toEqual([])
  })

  it('points out that a name is there already, and adds it all the same', async () => {
    const { user, map } = start({ doc: docOf([stakeholder('a', { name: 'Bishop' })]) })
    await user.type(field(), 'bishop{Enter}')
    expect(namesIn(map)).toEqual(['Bishop', 'bishop'])
    expect(spoken()).toHaveTextContent('twice')
  })

  it('in public preview does not tell that somebody hidden has that name', async () => {
    const doc = docOf([stakeholder('a', { name: 'Bishop', confidentiality: HIDDEN })])
    const { user } = start({ doc, settings: { audience: 'public' } })
    await user.type(field(), 'Bishop{Enter}')
    expect(spoken()).toHaveTextContent('Added Bishop.')
    expect(spoken()).not.toHaveTextContent('twice')
  })

  it('says why a name is too long, and keeps what was typed', async () => {
    const { map } = start()
    fireEvent.change(field(), { target: { value: 'x'.repeat(10_000) } })
    fireEvent.submit(field())
    expect(namesIn(map)).toEqual([])
    await waitFor(() => expect(spoken()).toHaveTextContent('longer than 300 characters'))
    expect(field()).toHaveValue('x'.repeat(10_000))
  })

  it('shows markup as the text that it is', async () => {
    const { map } = start()
    fireEvent.change(field(), { target: { value: '<img src=x onerror=alert(1)>' } })
    fireEvent.submit(field())
    expect(namesIn(map)).toEqual(['<img src=x onerror=alert(1)>'])
    expect(document.querySelector('img')).toBeNull()
  })
})

describe('a number right after a name', () => {
  it('places the newcomer, again and again, and 0 takes it off', async () => {
    const { user, map } = start()
    const segment = () => {
      const placement = called(map, 'Nurses').placement
      return placement && segmentOf(placement.stance)
    }
    await user.type(field(), 'Nurses{Enter}')
    await user.keyboard('2')
    expect(segment()).toBe(1)
    await user.keyboard('5')
    expect(segment()).toBe(4)
    await user.keyboard('0')
    expect(segment()).toBeNull()
    expect(field()).toHaveValue('')
  })

  it('belongs to the name once something is typed, and after a space', async () => {
    const { user, map } = start()
    await user.type(field(), 'A{Enter}')
    await user.type(field(), ' 5 Rivers{Enter}')
    await user.type(field(), 'Ward 3{Enter}')
    expect(namesIn(map)).toEqual(['A', '5 Rivers', 'Ward 3'])
    expect([...docIn(map).stakeholders.values()].every((one) => one.placement === null)).toBe(true)
  })

  it('is part of the first name when nobody was added yet', async () => {
    const { user, map } = start()
    await user.type(field(), '350 Ventures{Enter}')
    expect(namesIn(map)).toEqual(['350 Ventures'])
  })

  it('is text while nothing tells it apart, as with Ctrl', async () => {
    const { user, map } = start()
    await user.type(field(), 'A{Enter}')
    await user.keyboard('{Control>}1{/Control}')
    expect(called(map, 'A').placement).toBeNull()
  })
})

describe('a name that must not be seen', () => {
  it('is hidden from its first moment with Shift + Enter, as is a second one of a hidden name', async () => {
    const { user, map } = start()
    await user.type(field(), 'Dr Okafor{Shift>}{Enter}{/Shift}')
    expect(spoken()).toHaveTextContent('Added Dr Okafor, hidden from the public.')
    await user.type(field(), 'dr okafor{Enter}')
    await user.type(field(), 'Bishop{Enter}')
    const levels = [...docIn(map).stakeholders.values()].map((one) => one.confidentiality.level)
    expect(levels).toEqual(['confidential', 'confidential', 'public'])
  })

  it('hides with Shift+Enter in public preview as well, and names nobody', async () => {
    const { user, map } = start()
    act(() => lookAsPublic(map))
    await user.type(field(), 'Dr Okafor{Shift>}{Enter}{/Shift}')
    expect(docIn(map).stakeholders.values().next().value?.confidentiality).toEqual(HIDDEN)
    expect(listed()).toEqual([])
    expect(spoken()).toHaveTextContent('Added, hidden')
    expect(document.body).not.toHaveTextContent('Okafor')
  })
})

describe('a pasted list', () => {
  it('adds every line in order as one step, blank ones skipped', async () => {
    const { map } = start()
    pasteInto('Nurses’ union\r\n\r\n  Bishop \nنقابة\n')
    const report = await screen.findByRole('region', { name: 'The pasted list' })
    expect(namesIn(map)).toEqual(['Nurses’ union', 'Bishop', 'نقابة'])
    expect(report).toHaveTextContent('Added 3 stakeholders.')
    map.store.undo()
    expect(namesIn(map)).toEqual([])
  })

  it('points out who is there twice, with the line, and takes the second ones out when told so', async () => {
    const { user, map } = start({ doc: docOf([stakeholder('a', { name: 'Bishop' })]) })
    pasteInto('Nurses\nbishop\nNurses\nMayor')
    const report = await screen.findByRole('region', { name: 'The pasted list' })
    expect(namesIn(map)).toEqual(['Bishop', 'Nurses', 'bishop', 'Nurses', 'Mayor'])
    expect(
      within(report)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Line 2 bishop', 'Line 3 Nurses'])
    await user.click(within(report).getByRole('button', { name: 'Take these 2 out' }))
    expect(namesIn(map)).toEqual(['Bishop', 'Nurses', 'Mayor'])
    expect(field()).toHaveFocus()
    map.store.undo()
    expect(namesIn(map)).toHaveLength(5)
  })

  it('says which lines are too long for a name', async () => {
    const { map } = start()
    pasteInto(`Nurses\n${'x'.repeat(301)}\nBishop`)
    const report = await screen.findByRole('region', { name: 'The pasted list' })
    expect(report).toHaveTextContent('Line 2')
    expect(namesIn(map)).toEqual(['Nurses', 'Bishop'])
  })

  it('of one line is typed into the field', () => {
    const { map } = start()
    pasteInto('Nurses’ union\n')
    expect(namesIn(map)).toEqual([])
    expect(screen.queryByRole('region', { name: 'The pasted list' })).toBeNull()
  })

  it('of 20 MB is refused as a whole, with the reason', async () => {
    const { map } = start()
    pasteInto('A name of thirty characters or so\n'.repeat(600_000))
    await waitFor(() =>
      expect(spoken()).toHaveTextContent('too much for one paste (the most is 2,000 lines)'),
    )
    expect(namesIn(map)).toEqual([])
  })
})

describe('who is not placed yet', () => {
  const doc = docOf([
    stakeholder('a', { name: 'Ana' }),
    stakeholder('b', { name: 'Bo' }),
    stakeholder('c', { name: 'Cem', confidentiality: HIDDEN }),
    stakeholder('d', { name: 'Dilek', placement: inSegment(0) }),
  ])
  const card = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) })

  it('is listed in the order called out, with a count', () => {
    start({ doc })
    const list = screen.getByRole('list', { name: /Not placed yet 3/ })
    expect(within(list).getAllByRole('listitem')).toHaveLength(3)
  })

  it('is not listed in public when hidden, nor counted', () => {
    start({ doc, settings: { audience: 'public' } })
    expect(screen.getByRole('list', { name: /Not placed yet 2/ })).toBeVisible()
    expect(screen.queryByText('Cem')).toBeNull()
  })

  it('says who is confidential', () => {
    start({ doc })
    expect(within(card('Cem')).getByRole('img', { name: 'confidential' })).toBeVisible()
  })

  it('is chosen by a click, and with Shift together with others', async () => {
    const { user, map } = start({ doc })
    const ids = () => [...map.selection.getState().ids]
    await user.click(card('Ana'))
    await user.keyboard('{Shift>}')
    await user.click(card('Bo'))
    await user.keyboard('{/Shift}')
    expect(ids()).toEqual(['a', 'b'])
    expect(card('Bo')).toHaveAttribute('aria-pressed', 'true')
    await user.click(card('Bo'))
    expect(ids()).toEqual(['b'])
  })

  it('is walked through with the arrow keys', async () => {
    const { user } = start({ doc })
    card('Ana').focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    expect(card('Bo')).toHaveFocus()
  })

  it('is nobody when everybody is placed', () => {
    start({ doc: docOf([stakeholder('d', { placement: inSegment(0) })]) })
    expect(screen.getByText('Everybody is placed.')).toBeVisible()
  })
})

it('nobody can be added while another tab edits the map', () => {
  const { map } = start()
  act(() => map.store.setReadOnly(true))
  expect(field()).toBeDisabled()
})
