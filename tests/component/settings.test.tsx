import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import MapSettingsDialog from '../../src/views/settings/MapSettingsDialog.tsx'
import { docIn, renderInEditor } from '../support/editor.tsx'
import { docOf, HIDDEN, resource, sector, stakeholder } from '../support/records.ts'

const doc = docOf([
  sector('s1', 'Health'),
  sector('s2', 'Health care'),
  resource('r1', 'Vans'),
  stakeholder('a', { sector: sector('s1').id }),
  stakeholder('b', { sector: sector('s2').id, offers: [resource('r1').id] }),
])
const start = (stage: Parameters<typeof renderInEditor>[1] = {}) =>
  renderInEditor(<MapSettingsDialog onClose={vi.fn<() => void>()} />, { doc, ...stage })
const box = (name: string | RegExp) => screen.getByRole('textbox', { name })

describe('the map’s own facts', () => {
  it('are changed one by one, each a step', async () => {
    const { user, map } = start()
    const retype = async (name: string | RegExp, text: string) => {
      await user.clear(box(name))
      await user.type(box(name), `${text}{Enter}`)
    }
    await retype('The issue', 'Clean air')
    await retype(/Who are/, 'Parents')
    await retype('What the hub says', 'Shut by 2028')
    await user.click(screen.getByRole('radio', { name: 'Right' }))
    expect(docIn(map).info).toMatchObject({
      name: 'Clean air',
      we: 'Parents',
      goal: 'Shut by 2028',
      alliesSide: 'right',
    })
    expect(map.store.state.getState().stacks.done).toHaveLength(4)
  })

  it('have segments reworded, and back to the usual name when emptied', async () => {
    const { user, map } = start()
    await user.type(box('Active allies'), 'With us{Enter}')
    expect(docIn(map).info.segmentNames).toEqual(['With us', null, null, null, null])
    await user.clear(box('Active allies'))
    await user.tab()
    expect(docIn(map).info.segmentNames).toEqual([null, null, null, null, null])
  })

  it('never leave the map without a name', async () => {
    const { user, map } = start()
    await user.clear(box('The issue'))
    await user.tab()
    expect(docIn(map).info.name).toBe('Water for all')
  })
})

describe('vocabularies', () => {
  const sectors = () => screen.getByRole('region', { name: 'Sectors' })
  const words = (map: ReturnType<typeof start>['map']) =>
    Array.from(docIn(map).sectors.values(), ({ name }) => name)

  it('are reworded everywhere at once', async () => {
    const { user, map } = start()
    await user.clear(box('Word: Vans'))
    await user.type(box('Word: Vans'), 'Two vans{Enter}')
    expect([...docIn(map).resources.values()]).toMatchObject([{ id: 'r1', name: 'Two vans' }])
  })

  it('keep what was typed when it is refused', async () => {
    const { user, map } = start()
    const long = 'x'.repeat(201)
    fireEvent.change(box('Word: Vans'), { target: { value: long } })
    await user.type(box('Word: Vans'), '{Enter}')
    expect(box('Word: Vans')).toHaveValue(long)
    expect([...docIn(map).resources.values()]).toMatchObject([{ name: 'Vans' }])
  })

  it('do not let two words read the same, and say to merge them', async () => {
    const { user, map } = start()
    const field = box('Word: Health')
    await user.clear(field)
    await user.type(field, 'HEALTH CARE')
    expect(field).toBeInvalid()
    expect(field).toHaveAccessibleDescription(/“Health care” is there already/)
    await user.keyboard('{Enter}')
    expect(words(map)).toEqual(['Health', 'Health care'])
  })

  it('are merged, with everybody keeping the word', async () => {
    const { user, map } = start()
    await user.selectOptions(
      within(sectors()).getByRole('combobox', { name: 'Merge Health into another word' }),
      'Health care',
    )
    expect(words(map)).toEqual(['Health care'])
    expect([...docIn(map).stakeholders.values()].map((one) => one.sector)).toEqual(['s2', 's2'])
  })

  it('have a word taken out, which undo brings back to who had it', async () => {
    const { user, map } = start()
    await user.click(within(sectors()).getByRole('button', { name: 'Take Health out' }))
    expect(words(map)).toEqual(['Health care'])
    map.store.undo()
    expect([...docIn(map).stakeholders.values()].map((one) => one.sector)).toEqual(['s1', 's2'])
  })

  it('say how many use each word', () => {
    start()
    expect(sectors()).toHaveTextContent('1×')
  })
})

describe('in public preview', () => {
  it('let no text be written: it might vanish as it is typed, or write over one that is withheld', () => {
    start({ settings: { audience: 'public' } })
    for (const label of ['The issue', 'Who are “we”?', 'Active allies'])
      expect(screen.getByLabelText(label)).toBeDisabled()
    expect(screen.getByText(/Switch to the team view/)).toBeVisible()
  })

  it('show neither a word nor a count that comes from somebody hidden', () => {
    start({
      doc: docOf([
        sector('s1', 'Secret services'),
        stakeholder('x', { sector: sector('s1').id, confidentiality: HIDDEN }),
      ]),
      settings: { audience: 'public' },
    })
    expect(document.body).not.toHaveTextContent(/Secret services|×/)
    for (const field of screen.getAllByRole('textbox'))
      expect(field).not.toHaveValue('Secret services')
  })
})
