import {
  addAndPlace,
  addStakeholder,
  canvas,
  card,
  cards,
  expect,
  expectCount,
  newMap,
  notPlaced,
  saved,
  segment,
  test,
  trayCard,
  undoButton,
} from './support/app.ts'
import { crowd, mapFile, openMapFile } from './support/mapFile.ts'
import {
  acrossBorders,
  boxOf,
  cardBoxes,
  drag,
  middleOf,
  overlaps,
  pickUp,
  pieOn,
  pointOn,
} from './support/pie.ts'

test('a card is dragged from the list into a segment, and on to another', async ({ page }) => {
  await newMap(page, 'Placing')
  await addStakeholder(page, 'Trades council')
  const pie = await pieOn(page)
  await drag(page, trayCard(page, 'Trades council'), pointOn(pie, 1))
  await expect(card(page, 'Trades council')).toHaveAccessibleName(/, passive ally/)
  await expectCount(page, 'Passive allies', 1)
  await expect(trayCard(page, 'Trades council')).toHaveCount(0)
  const { x, y } = middleOf(await boxOf(card(page, 'Trades council')))
  const wished = pointOn(pie, 1)
  expect(Math.hypot(x - wished.x, y - wished.y)).toBeLessThan(4)
  await drag(page, card(page, 'Trades council'), pointOn(pie, 4))
  await expect(card(page, 'Trades council')).toHaveAccessibleName(/, active opponent/)
  await expectCount(page, 'Passive allies', 0)
  await expectCount(page, 'Active opponents', 1)
})

test('stance is continuous: two drops in one segment keep their own places', async ({ page }) => {
  await newMap(page, 'Placing')
  await addAndPlace(page, 'Left of it', 3)
  await addAndPlace(page, 'Right of it', 3)
  const pie = await pieOn(page)
  await drag(page, card(page, 'Left of it'), pointOn(pie, 1.8, 0.8))
  await drag(page, card(page, 'Right of it'), pointOn(pie, 2.2, 0.5))
  const left = middleOf(await boxOf(card(page, 'Left of it')))
  const right = middleOf(await boxOf(card(page, 'Right of it')))
  expect(left.x).toBeLessThan(right.x)
  expect(left.y).toBeLessThan(right.y)
  await expectCount(page, 'Neutral', 2)
})

test('the segment under the card lights up and says its name; outside it says “Not placed yet”', async ({
  page,
}) => {
  await newMap(page, 'Placing')
  await addAndPlace(page, 'Chamber of Commerce', 5)
  const pie = await pieOn(page)
  const lit = canvas(page).locator('svg.pie path[fill-opacity]')
  const said = page.locator('.ghost-label')
  await expect(lit).toHaveCount(0)
  const from = middleOf(await boxOf(card(page, 'Chamber of Commerce')))
  await pickUp(page, from, pointOn(pie, 0))
  await expect(said).toHaveText('Active allies')
  await expect(lit).toHaveCount(1)
  const ground = await boxOf(lit)
  expect(ground.x + ground.width).toBeLessThan(pie.x + 2)
  await page.mouse.move(...spread(pointOn(pie, 3)))
  await expect(said).toHaveText('Passive opponents')
  await page.mouse.move(...spread(pointOn(pie, 2, 1.3)))
  await expect(said).toHaveText('Not placed yet')
  await expect(lit).toHaveCount(0)
  await page.mouse.up()
  await expect(said).toHaveCount(0)
  await expect(trayCard(page, 'Chamber of Commerce')).toBeVisible()
  await expect(card(page, 'Chamber of Commerce')).toHaveCount(0)
})

test('Escape cancels a drag: nothing moved, nothing to undo', async ({ page }) => {
  await newMap(page, 'Placing')
  await addAndPlace(page, 'Planning inspectorate', 3)
  const before = await boxOf(card(page, 'Planning inspectorate'))
  const title = await undoButton(page).getAttribute('title')
  await pickUp(page, middleOf(before), pointOn(await pieOn(page), 0))
  await expect(page.locator('.ghost-label')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.ghost-label')).toHaveCount(0)
  await page.mouse.up()
  await expect(card(page, 'Planning inspectorate')).toHaveAccessibleName(/, neutral/)
  expect(await boxOf(card(page, 'Planning inspectorate'))).toEqual(before)
  await expect(undoButton(page)).toHaveAttribute('title', title ?? '')
})

test('keys 1–5 and 0 place the chosen card, which keeps the focus', async ({ page }) => {
  await newMap(page, 'Placing')
  await addAndPlace(page, 'Councillor Reyes', 3)
  await card(page, 'Councillor Reyes').click()
  await page.keyboard.press('1')
  await expect(card(page, 'Councillor Reyes')).toHaveAccessibleName(/, active ally/)
  await card(page, 'Councillor Reyes').focus()
  await page.keyboard.press('4')
  await expect(card(page, 'Councillor Reyes')).toHaveAccessibleName(/, passive opponent/)
  await expect(card(page, 'Councillor Reyes')).toBeFocused()
  await page.keyboard.press('0')
  await expect(trayCard(page, 'Councillor Reyes')).toBeFocused()
  await page.keyboard.press('5')
  await expect(card(page, 'Councillor Reyes')).toBeFocused()
  await expectCount(page, 'Active opponents', 1)
})

test('Tidy leaves no card on another or across a border, keeps everybody’s segment, and is one undo', async ({
  page,
}) => {
  await openMapFile(page, mapFile('Crowded', crowd(60)))
  await expect(cards(page)).toHaveCount(60)
  const before = await cardBoxes(page)
  expect(overlaps(before).length).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Tidy' }).click()
  await expect.poll(async () => overlaps(await cardBoxes(page))).toEqual([])
  const after = await cardBoxes(page)
  expect(acrossBorders(after, await pieOn(page))).toEqual([])
  // Names say the segment.
  expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted())
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: tidy')
  await undoButton(page).click()
  await expect.poll(() => cardBoxes(page)).toEqual(before)
  await expect(undoButton(page)).toBeDisabled()
})

test('several chosen with a box and with Shift-click move together, as one step', async ({
  page,
}) => {
  const at = (name: string, stance: number, depth: number) => ({
    name,
    placement: { stance, depth },
  })
  const text = mapFile('Several', [
    at('Anglers’ club', 0.05, 0.8),
    at('Health group', -0.05, 0.6),
    at('Local radio', 0.8, 0.6),
    at('Haulage firms', -0.8, 0.6),
  ])
  await openMapFile(page, text)
  const upper = await boxOf(card(page, 'Anglers’ club'))
  const lower = await boxOf(card(page, 'Health group'))
  await page.keyboard.down('Shift')
  await pickUp(
    page,
    { x: Math.min(upper.x, lower.x) - 6, y: upper.y - 6 },
    {
      x: Math.max(upper.x + upper.width, lower.x + lower.width) + 6,
      y: lower.y + lower.height + 6,
    },
  )
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(page.getByRole('heading', { name: '2 stakeholders chosen' })).toBeVisible()
  await card(page, 'Local radio').click({ modifiers: ['Shift'] })
  for (const name of ['Anglers’ club', 'Health group', 'Local radio'])
    await expect(card(page, name)).toHaveAttribute('aria-pressed', 'true')
  await expect(card(page, 'Haulage firms')).toHaveAttribute('aria-pressed', 'false')

  const before = await cardBoxes(page)
  await drag(page, card(page, 'Health group'), pointOn(await pieOn(page), 3, 0.55))
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: move 3 stakeholders')
  await expect(card(page, 'Health group')).toHaveAccessibleName(/, passive opponent/)
  expect(overlaps(await cardBoxes(page))).toEqual([])
  await undoButton(page).click()
  await expect.poll(() => cardBoxes(page)).toEqual(before)
  await expect(undoButton(page)).toBeDisabled()
})

test('Shift-click adds one and takes one out again', async ({ page }) => {
  await newMap(page, 'Placing')
  await addAndPlace(page, 'Bishop’s office', 2)
  await addAndPlace(page, 'Green Party branch', 3)
  await card(page, 'Bishop’s office').click()
  await card(page, 'Green Party branch').click({ modifiers: ['Shift'] })
  await expect(page.getByRole('heading', { name: '2 stakeholders chosen' })).toBeVisible()
  await page.keyboard.press('5')
  await expectCount(page, 'Active opponents', 2)
  await card(page, 'Green Party branch').click({ modifiers: ['Shift'] })
  await expect(card(page, 'Green Party branch')).toHaveAttribute('aria-pressed', 'false')
  await expect(card(page, 'Bishop’s office')).toHaveAttribute('aria-pressed', 'true')
})

test('allies on the right mirror the pie, and a segment can be reworded', async ({ page }) => {
  await newMap(page, 'Placing')
  await addAndPlace(page, 'Women’s Institute', 1)
  const pie = await pieOn(page)
  expect(middleOf(await boxOf(card(page, 'Women’s Institute'))).x).toBeLessThan(pie.x)
  await page.getByRole('button', { name: 'Map settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Map settings' })
  await settings.getByRole('radio', { name: 'Right' }).check()
  await settings.getByLabel('Active allies').fill('Beside us')
  await settings.getByLabel('Active allies').press('Enter')
  await settings.getByRole('button', { name: 'Close' }).click()
  expect(middleOf(await boxOf(card(page, 'Women’s Institute'))).x).toBeGreaterThan(pie.x)
  await expectCount(page, 'Beside us', 1)
  await expect(card(page, 'Women’s Institute')).toHaveAccessibleName(/Beside us/i)
  await drag(page, card(page, 'Women’s Institute'), pointOn(pie, 0))
  await expectCount(page, 'Active opponents', 1)
  await saved(page)
  await page.reload()
  await expect(segment(page, 'Beside us')).toBeAttached()
  await expect(card(page, 'Women’s Institute')).toHaveAccessibleName(/, active opponent/)
})

test('the empty list says that everybody is placed', async ({ page }) => {
  await newMap(page, 'Placing')
  await addAndPlace(page, 'Asthma Network', 1)
  await expect(notPlaced(page)).toContainText('Everybody is placed.')
})

const spread = ({ x, y }: { x: number; y: number }): [number, number] => [x, y]
