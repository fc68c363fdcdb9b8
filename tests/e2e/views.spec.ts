import {
  addField,
  card,
  cards,
  details,
  expect,
  openExample,
  test,
  undoButton,
} from './support/app.ts'
import { panelTab } from './support/insights.ts'
import { focused, tabTo } from './support/keys.ts'
import { mapFile, openMapFile, standsAt, type Entry } from './support/mapFile.ts'
import {
  dot,
  dotPlaces,
  dots,
  expectTies,
  expectView,
  openNetwork,
  settled,
  viewTab,
} from './support/network.ts'
import { boxOf } from './support/pie.ts'
import { powerCards } from './support/power.ts'

const PEOPLE: readonly Entry[] = [
  { name: 'Depot branch', placement: { stance: 0.4, depth: 0.5 }, ...standsAt(0, 0) },
  { name: 'Ridge Energy plc', placement: { stance: -0.8, depth: 0.5 }, ...standsAt(240, 40) },
  { name: 'Campaign office', placement: { stance: 0.8, depth: 0.5 }, ...standsAt(-240, -60) },
  { name: 'Fire brigade', ...standsAt(60, 160) },
]

test('V goes from view to view, Shift+V back; it is the same map, and the view is kept', async ({
  page,
}) => {
  await openExample(page)
  await expectView(page, 'Spectrum')
  await card(page, 'United Auto Workers').focus()
  await page.keyboard.press('v')
  await expectView(page, 'Network')
  await expect(dots(page)).toHaveCount(30)
  await page.keyboard.press('v')
  await expectView(page, 'Power')
  await page.keyboard.press('v')
  await expectView(page, 'Spectrum')
  await page.keyboard.press('Shift+V')
  await expectView(page, 'Power')
  await page.keyboard.press('Shift+V')
  await expectView(page, 'Network')
  await expect(dots(page)).toHaveCount(30)
  await page.reload()
  await expectView(page, 'Network')
  // A V that is typed is a letter.
  await addField(page).fill('')
  await addField(page).press('v')
  await expect(addField(page)).toHaveValue('v')
  await expectView(page, 'Network')
})

test('who is chosen stays chosen from view to view', async ({ page }) => {
  await openMapFile(page, mapFile('Night buses', PEOPLE))
  await card(page, 'Depot branch').click()
  for (const view of ['Network', 'Power', 'Spectrum'] as const) {
    await viewTab(page, view).click()
    await expectView(page, view)
    const chosen = page.getByRole('application').getByRole('button', { pressed: true })
    await expect(chosen).toHaveCount(1)
    await expect(chosen).toHaveAccessibleName(/^Depot branch/)
    await expect(details(page).getByLabel('Name')).toHaveValue('Depot branch')
  }
})

test('tabs of views and panels: one stop for Tab, arrow keys open the neighbours and go round', async ({
  page,
}) => {
  await openMapFile(page, mapFile('Night buses', PEOPLE))
  await tabTo(page, viewTab(page, 'Spectrum'))
  await page.keyboard.press('ArrowRight')
  await expectView(page, 'Network')
  await expect(viewTab(page, 'Network')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expectView(page, 'Spectrum')
  await expect(viewTab(page, 'Spectrum')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expectView(page, 'Power')
  await page.keyboard.press('Tab')
  for (const view of ['Spectrum', 'Network', 'Power'] as const)
    await expect(viewTab(page, view)).not.toBeFocused()

  await panelTab(page, 'Details').focus()
  await page.keyboard.press('ArrowRight')
  await expect(panelTab(page, 'Findings')).toBeFocused()
  await expect(panelTab(page, 'Findings')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(panelTab(page, 'Gaps')).toBeFocused()
  await expect(undoButton(page)).toBeDisabled()
})

test('in the network Tab goes from the allies to the opponents, and to who is not placed at last', async ({
  page,
}) => {
  await openMapFile(page, mapFile('Night buses', PEOPLE))
  await openNetwork(page, PEOPLE.length)
  await tabTo(page, dots(page).first())
  const read: string[] = []
  for (let presses = 0; presses < PEOPLE.length; presses += 1) {
    read.push((await focused(page)).split(', ')[0] ?? '')
    await page.keyboard.press('Tab')
  }
  expect(read).toEqual(['Campaign office', 'Depot branch', 'Ridge Energy plc', 'Fire brigade'])
})

test('a whole network without a mouse', async ({ page }) => {
  const { keyboard } = page
  await openMapFile(page, mapFile('Night buses', PEOPLE))
  await tabTo(page, addField(page))
  await keyboard.press('Escape')
  await keyboard.press('v')
  await openNetwork(page, PEOPLE.length)

  // Arrows move a dot, with Shift further.
  await tabTo(page, dot(page, 'Depot branch'))
  const apart = async () => {
    const places = await dotPlaces(page)
    const [one, other] = [places.get('Depot branch'), places.get('Ridge Energy plc')]
    return one && other ? other.x - one.x : Number.NaN
  }
  const before = await apart()
  await keyboard.press('ArrowRight')
  await expect.poll(apart).toBeLessThan(before)
  const once = await apart()
  await keyboard.press('Shift+ArrowRight')
  await expect.poll(apart).toBeLessThan(once - (before - once) * 2)
  await expect(dot(page, 'Depot branch')).toBeFocused()
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: move Depot branch')

  // A tie, and its description.
  await keyboard.press('c')
  await expect(page.getByRole('combobox', { name: 'To whom' })).toBeFocused()
  await keyboard.type('ridge')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await tabTo(page, details(page).getByLabel('Kind'))
  await keyboard.type('opp')
  await expect(details(page)).toContainText('Depot branch and Ridge Energy plc oppose each other')
  await tabTo(page, details(page).getByRole('button', { name: 'Remove tie' }))

  // Enter opens the details of a dot, Escape leads back to it.
  await dot(page, 'Campaign office').focus()
  await keyboard.press('Enter')
  await expect(details(page).getByLabel('Name')).toBeFocused()
  await expect(details(page).getByLabel('Name')).toHaveValue('Campaign office')
  await keyboard.press('Escape')
  await expect(dot(page, 'Campaign office')).toBeFocused()
  await keyboard.press('3')
  await expect(dot(page, 'Campaign office')).toHaveAccessibleName(/, neutral/)
  await expect(dot(page, 'Campaign office')).toBeFocused()

  // Delete removes, undo brings back.
  await keyboard.press('Delete')
  await expect(dots(page)).toHaveCount(PEOPLE.length - 1)
  await expect(page.locator('[data-stakeholder]:focus')).toHaveCount(1)
  await keyboard.press('ControlOrMeta+z')
  await expect(dots(page)).toHaveCount(PEOPLE.length)
  await expectTies(page, 'Depot branch', ['Depot branch and Ridge Energy plc oppose each other'])
})

test('the focus stays in the network with somebody who is in the list of “Not placed yet”, too', async ({
  page,
}) => {
  await openMapFile(
    page,
    mapFile('Night buses', [...PEOPLE, { name: 'Parish hall', ...standsAt(-60, 200) }]),
  )
  await openNetwork(page, PEOPLE.length + 1)
  await dot(page, 'Depot branch').focus()
  await page.keyboard.press('0')
  await expect(dot(page, 'Depot branch')).toHaveAccessibleName('Depot branch')
  await expect(dot(page, 'Depot branch')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(details(page).getByLabel('Name')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dot(page, 'Depot branch')).toBeFocused()
  await dot(page, 'Fire brigade').focus()
  await page.keyboard.press('Delete')
  await expect(dot(page, 'Fire brigade')).toHaveCount(0)
  await expect(dots(page).and(page.locator(':focus'))).toHaveCount(1)
})

test('Enter opens the details also while findings or gaps are open, and when they are folded away', async ({
  page,
}) => {
  await openMapFile(page, mapFile('Night buses', PEOPLE))
  for (const panel of ['Findings', 'Gaps'] as const) {
    await panelTab(page, panel).click()
    await card(page, 'Depot branch').focus()
    await page.keyboard.press('Enter')
    await expect(panelTab(page, 'Details')).toHaveAttribute('aria-selected', 'true')
    await expect(details(page).getByLabel('Name')).toBeFocused()
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: 'Fold the details away' }).click()
  await card(page, 'Ridge Energy plc').focus()
  await page.keyboard.press('Enter')
  await expect(details(page).getByLabel('Name')).toBeFocused()
  await expect(details(page).getByLabel('Name')).toHaveValue('Ridge Energy plc')
})

test('on the grid Tab goes from the allies to the opponents, from the powerful down', async ({
  page,
}) => {
  const person = (name: string, stance: number, influence: number): Entry => ({
    name,
    placement: { stance, depth: 0.5 },
    influence,
  })
  await openMapFile(
    page,
    mapFile('Night buses', [
      person('Weak opponent', -0.8, 0.1),
      person('Weak ally', 0.8, 0.1),
      person('Strong ally', 0.8, 0.9),
      person('In between', 0, 0.5),
    ]),
  )
  await viewTab(page, 'Power').click()
  await expect(powerCards(page)).toHaveCount(4)
  await tabTo(page, powerCards(page).first())
  const read: string[] = []
  for (let presses = 0; presses < 4; presses += 1) {
    read.push((await focused(page)).split(', ')[0] ?? '')
    await page.keyboard.press('Tab')
  }
  expect(read).toEqual(['Strong ally', 'Weak ally', 'In between', 'Weak opponent'])
})

test('what was moved in one view has moved in the others, and undo works in each', async ({
  page,
}) => {
  await openMapFile(page, mapFile('Night buses', PEOPLE))
  await openNetwork(page, PEOPLE.length)
  await dot(page, 'Fire brigade').focus()
  await page.keyboard.press('1')
  await expect(dot(page, 'Fire brigade')).toHaveAccessibleName('Fire brigade, active ally')
  await viewTab(page, 'Power').click()
  await expect(powerCards(page)).toHaveCount(4)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(powerCards(page)).toHaveCount(3)
  await viewTab(page, 'Spectrum').click()
  await expect(cards(page)).toHaveCount(3)
  await settled(page)
  expect((await boxOf(cards(page).first())).width).toBeGreaterThan(0)
})
