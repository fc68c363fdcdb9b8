import type { Page } from '@playwright/test'
import {
  addStakeholder,
  card,
  details,
  expect,
  expectCount,
  look,
  notPlaced,
  saved,
  test,
  trayCard,
  undoButton,
} from './support/app.ts'
import { crowd, mapFile, openMapFile, type Entry } from './support/mapFile.ts'
import { openView } from './support/network.ts'
import { boxOf, drag, middleOf, overlaps, pickUp } from './support/pie.ts'
import {
  cell,
  expectPlace,
  power,
  powerBoxes,
  powerCard,
  powerCards,
  segmentGrounds,
} from './support/power.ts'

const PEOPLE: readonly Entry[] = [
  { name: 'Campaign office', placement: { stance: 0.8, depth: 0.5 }, influence: 0.15 },
  { name: 'Depot branch', placement: { stance: 0.4, depth: 0.5 }, influence: 0.5 },
  { name: 'Ridge Energy plc', placement: { stance: -0.8, depth: 0.5 }, influence: 0.9 },
  { name: 'Fire brigade' },
]

const open = async (page: Page, people: readonly Entry[] = PEOPLE) => {
  await openMapFile(page, mapFile('Night buses', people))
  await openView(page, 'Power')
  await expect(powerCards(page)).toHaveCount(people.filter(({ placement }) => placement).length)
}

test('the grid names its quadrants, segments and levels, and stands everybody where they belong', async ({
  page,
}) => {
  await open(page)
  for (const name of [
    'Powerful allies',
    'Powerful opponents',
    'Allies with little power',
    'Opponents with little power',
    'Influence',
  ])
    await expect(power(page).getByText(name, { exact: true })).toBeVisible()
  await expectCount(page, 'Active allies', 1)
  await expectCount(page, 'Active opponents', 1)
  const [office, ridge] = [
    middleOf(await boxOf(powerCard(page, 'Campaign office'))),
    middleOf(await boxOf(powerCard(page, 'Ridge Energy plc'))),
  ]
  expect(office.x).toBeLessThan(ridge.x)
  expect(office.y).toBeGreaterThan(ridge.y)
  await expect(notPlaced(page).getByRole('listitem')).toHaveText(['Fire brigade'])
})

test('a drag sets stance and influence, is one undo, and is on the half-pie too', async ({
  page,
}) => {
  await open(page)
  await drag(page, powerCard(page, 'Depot branch'), await cell(page, 4, 'High'))
  await expectPlace(page, 'Depot branch', 'Passive opponents', 'High')
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: move Depot branch')
  await expectCount(page, 'Passive allies', 0)
  await expectCount(page, 'Passive opponents', 1)
  const dropped = middleOf(await boxOf(powerCard(page, 'Depot branch')))
  const wished = await cell(page, 4, 'High')
  expect(Math.hypot(dropped.x - wished.x, dropped.y - wished.y)).toBeLessThan(4)
  await undoButton(page).click()
  await expectPlace(page, 'Depot branch', 'Passive allies', 'Medium')
  await expect(undoButton(page)).toBeDisabled()

  await drag(page, powerCard(page, 'Depot branch'), await cell(page, 3, 'Low'))
  await expectPlace(page, 'Depot branch', 'Neutral', 'Low')
  await openView(page, 'Spectrum')
  await expect(card(page, 'Depot branch')).toHaveAccessibleName(
    'Depot branch, neutral, low influence',
  )
  await saved(page)
  await page.reload()
  await expect(card(page, 'Depot branch')).toHaveAccessibleName(
    'Depot branch, neutral, low influence',
  )
})

test('the cell under the card says what a drop would mean', async ({ page }) => {
  await open(page)
  const said = page.locator('.ghost-label')
  await pickUp(
    page,
    middleOf(await boxOf(powerCard(page, 'Depot branch'))),
    await cell(page, 5, 'High'),
  )
  await expect(said).toHaveText(/Active opponents.*High/)
  const { x, y } = await cell(page, 2, 'Low')
  await page.mouse.move(x, y)
  await expect(said).toHaveText(/Passive allies.*Low/)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(undoButton(page)).toBeDisabled()
  await expectPlace(page, 'Depot branch', 'Passive allies', 'Medium')
})

test('from the list onto the grid, and off the grid into “Not placed yet”', async ({ page }) => {
  await open(page)
  await drag(page, trayCard(page, 'Fire brigade'), await cell(page, 2, 'High'))
  await expectPlace(page, 'Fire brigade', 'Passive allies', 'High')
  await expect(notPlaced(page)).toContainText('Everybody is placed.')

  const [ground] = await segmentGrounds(page)
  const pane = await boxOf(power(page))
  if (!ground) throw new Error('the grid is not on screen')
  await drag(page, powerCard(page, 'Ridge Energy plc'), {
    x: (pane.x + ground.x) / 2,
    y: ground.y + ground.height / 2,
  })
  await expect(trayCard(page, 'Ridge Energy plc')).toBeVisible()
  await expect(powerCard(page, 'Ridge Energy plc')).toHaveCount(0)
  await undoButton(page).click()
  await expectPlace(page, 'Ridge Energy plc', 'Active opponents', 'High')

  await drag(page, powerCard(page, 'Campaign office'), middleOf(await boxOf(notPlaced(page))))
  await expect(trayCard(page, 'Campaign office')).toBeVisible()
})

test('keys 1–5 place on the grid, arrows move by a little in both', async ({ page }) => {
  await open(page)
  await addStakeholder(page, 'Commuters’ forum')
  await trayCard(page, 'Commuters’ forum').focus()
  await page.keyboard.press('3')
  await expect(powerCard(page, 'Commuters’ forum')).toBeVisible()
  await expect(power(page).getByText('Not said', { exact: false })).toBeVisible()
  await expectPlace(page, 'Commuters’ forum', 'Neutral', 'Not said')

  const mover = powerCard(page, 'Depot branch')
  await mover.focus()
  const before = await boxOf(mover)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await boxOf(mover)).y).toBeLessThan(before.y)
  await expect.poll(async () => (await boxOf(mover)).x).toBeLessThan(before.x)
  await expect(mover).toBeFocused()
  for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press('Shift+ArrowUp')
  await expectPlace(page, 'Depot branch', 'Passive allies', 'High')
})

test('the axes can be turned: stance runs upwards, influence across; the choice is kept', async ({
  page,
}) => {
  await open(page)
  const turn = page.getByRole('button', { name: 'Turn the axes' })
  await expect(turn).toHaveAttribute('aria-pressed', 'false')
  await turn.click()
  await expect(turn).toHaveAttribute('aria-pressed', 'true')
  const office = middleOf(await boxOf(powerCard(page, 'Campaign office')))
  const ridge = middleOf(await boxOf(powerCard(page, 'Ridge Energy plc')))
  expect(office.y).toBeLessThan(ridge.y)
  expect(office.x).toBeLessThan(ridge.x)
  await drag(page, powerCard(page, 'Depot branch'), await cell(page, 4, 'High'))
  await expectPlace(page, 'Depot branch', 'Passive opponents', 'High')
  await saved(page)
  await page.reload()
  await expect(turn).toHaveAttribute('aria-pressed', 'true')
  expect(middleOf(await boxOf(powerCard(page, 'Campaign office'))).y).toBeLessThan(
    middleOf(await boxOf(powerCard(page, 'Ridge Energy plc'))).y,
  )
})

test('allies on the right turn the grid as well', async ({ page }) => {
  await openMapFile(page, mapFile('Night buses', PEOPLE, [], { alliesSide: 'right' }))
  await openView(page, 'Power')
  expect(middleOf(await boxOf(powerCard(page, 'Campaign office'))).x).toBeGreaterThan(
    middleOf(await boxOf(powerCard(page, 'Ridge Energy plc'))).x,
  )
  await drag(page, powerCard(page, 'Depot branch'), await cell(page, 5, 'Low'))
  await expectPlace(page, 'Depot branch', 'Active opponents', 'Low')
})

for (const turned of [false, true]) {
  test(`Tidy lines the cards up without overlaps, keeps segment and level of everybody, and is one undo${turned ? ', with turned axes too' : ''}`, async ({
    page,
  }) => {
    await open(page, crowd(60))
    if (turned) await page.getByRole('button', { name: 'Turn the axes' }).click()
    const before = await powerBoxes(page)
    expect(overlaps(before)).toEqual([])
    await page.getByRole('button', { name: 'Tidy' }).click()
    await expect(undoButton(page)).toHaveAttribute('title', 'Undo: tidy')
    const after = await powerBoxes(page)
    expect(overlaps(after)).toEqual([])
    expect(after).not.toEqual(before)
    // Names say segment and level.
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted())
    const grounds = await segmentGrounds(page)
    const left = Math.min(...grounds.map(({ x }) => x))
    const right = Math.max(...grounds.map(({ x, width }) => x + width))
    for (const [name, box] of after) {
      expect(box.x, name).toBeGreaterThan(left)
      expect(box.x + box.width, name).toBeLessThan(right)
    }
    await undoButton(page).click()
    await expect.poll(() => powerBoxes(page)).toEqual(before)
    await expect(undoButton(page)).toBeDisabled()
  })
}

test('several move together on the grid, as one step', async ({ page }) => {
  await open(page)
  await powerCard(page, 'Campaign office').click()
  await powerCard(page, 'Depot branch').click({ modifiers: ['Shift'] })
  await expect(page.getByRole('heading', { name: '2 stakeholders chosen' })).toBeVisible()
  const from = middleOf(await boxOf(powerCard(page, 'Depot branch')))
  await drag(page, powerCard(page, 'Depot branch'), { x: from.x + 40, y: from.y - 60 })
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: move 2 stakeholders')
  await undoButton(page).click()
  await expectPlace(page, 'Campaign office', 'Active allies', 'Low')
  await expect(undoButton(page)).toBeDisabled()
})

const ZEBEDEE: Entry = {
  name: 'Zebedee, plant engineer',
  placement: { stance: 0.9, depth: 0.5 },
  influence: 0.95,
  confidentiality: { level: 'confidential', publicStance: null },
}
/** Stands in public among the passive opponents, and in truth among the active allies. */
const QUIET: Entry = {
  name: 'Mayor’s chief of staff',
  placement: { stance: 0.95, depth: 0.4 },
  influence: 0.97,
  confidentiality: { level: 'confidential', publicStance: -0.4 },
}

test('in public preview the grid is that of the map without anybody hidden, in the middle of segments', async ({
  page,
}) => {
  const seen = async (people: readonly Entry[]) => {
    await openMapFile(page, mapFile('Night buses', people))
    await look(page, 'Public preview')
    await openView(page, 'Power')
    await expect(powerCards(page)).toHaveCount(4)
    return { boxes: [...(await powerBoxes(page))], shown: await power(page).ariaSnapshot() }
  }
  const withHidden = await seen([ZEBEDEE, ...PEOPLE, QUIET, { ...ZEBEDEE, name: 'Wystan' }])
  expect(await page.content()).not.toMatch(/Zebedee|Wystan/)
  await expect(powerCard(page, QUIET.name)).toHaveAccessibleName(
    `${QUIET.name}, passive opponent, high influence`,
  )
  const twin = await seen([...PEOPLE, QUIET])
  expect(withHidden).toEqual(twin)
  await expect(page.getByRole('button', { name: 'Tidy' })).toBeDisabled()
})

test('a drag in public preview sets the public stance and leaves the true one alone', async ({
  page,
}) => {
  await open(page, [...PEOPLE, QUIET])
  await look(page, 'Public preview')
  await expect(powerCards(page)).toHaveCount(4)
  await drag(page, powerCard(page, QUIET.name), await cell(page, 3, 'Medium'))
  await expect(powerCard(page, QUIET.name)).toHaveAccessibleName(
    `${QUIET.name}, neutral, medium influence`,
  )
  await look(page, 'Team view')
  await expect(powerCard(page, QUIET.name)).toHaveAccessibleName(
    new RegExp(`^${QUIET.name}, active ally`),
  )
  await powerCard(page, QUIET.name).click()
  await expect(details(page).getByLabel('Confidentiality')).toBeVisible()
})
