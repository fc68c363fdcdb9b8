import type { Page } from '@playwright/test'
import {
  addAndPlace,
  addField,
  addStakeholder,
  card,
  cards,
  expect,
  expectCount,
  newMap,
  openStart,
  saved,
  test,
  trayCard,
  undoButton,
} from './support/app.ts'
import { drag, pieOn, pointOn } from './support/pie.ts'

test.use({ serviceWorkers: 'allow' })

const editHere = (page: Page) => page.getByRole('button', { name: 'Edit here' })

test('a second tab is read-only, follows live, and either takes over with “Edit here”', async ({
  page,
  context,
}) => {
  await newMap(page, 'Two tabs')
  await addAndPlace(page, 'Before both', 2)
  await saved(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(editHere(other)).toBeVisible()
  await expect(addField(other)).toBeDisabled()
  await expect(undoButton(other)).toBeDisabled()
  await expect(other.getByText('Following another tab')).toBeVisible()

  await addAndPlace(page, 'Called out in the first', 1)
  await expectCount(other, 'Active allies', 1)
  await undoButton(page).click()
  await expect(trayCard(other, 'Called out in the first')).toBeVisible()

  await drag(other, card(other, 'Before both'), pointOn(await pieOn(other), 4))
  await card(other, 'Before both').focus()
  await other.keyboard.press('Delete')
  await expect(card(other, 'Before both')).toHaveAccessibleName(/, passive ally/)

  await addStakeholder(page, 'A moment before the hand-over')
  await editHere(other).click()
  await expect(addField(other)).toBeEnabled()
  await expect(addField(page)).toBeDisabled()
  await expect(editHere(page)).toBeVisible()
  await expect(trayCard(other, 'A moment before the hand-over')).toBeVisible()
  await addAndPlace(other, 'Called out in the second', 5)
  await expectCount(page, 'Active opponents', 1)

  await editHere(page).click()
  await expect(addField(page)).toBeEnabled()
  await expect(addField(other)).toBeDisabled()
  await addAndPlace(page, 'Back in the first', 3)
  await expect(cards(other)).toHaveCount(3)
  await saved(page)
  await page.reload()
  await expect(cards(page)).toHaveCount(3)
  await expect(trayCard(page, 'A moment before the hand-over')).toBeVisible()
})

test('when the writing tab is closed the other one may edit', async ({ page, context }) => {
  await newMap(page, 'Two tabs')
  await addStakeholder(page, 'From the first')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(editHere(other)).toBeVisible()
  await page.close()
  await expect(addField(other)).toBeEnabled()
  await expect(editHere(other)).toHaveCount(0)
  await addStakeholder(other, 'From the second')
  await saved(other)
  await other.reload()
  await expect(trayCard(other, 'From the first')).toBeVisible()
  await expect(trayCard(other, 'From the second')).toBeVisible()
})

test('what becomes of a map in one tab is said in another that has it open, and nothing is lost', async ({
  page,
  context,
}) => {
  await newMap(page, 'Before')
  await addStakeholder(page, 'Night nurses')
  const other = await context.newPage()
  await openStart(other)
  await other.getByRole('button', { name: 'Rename Before' }).click()
  await other.getByRole('dialog').getByLabel('The issue').fill('After')
  await other.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'After', exact: true })).toBeVisible()

  const bin = other.getByRole('button', { name: 'Move After to the bin' })
  await bin.click()
  await expect(page.getByText(/^This map is in the bin/)).toBeVisible()
  await page.getByRole('button', { name: 'Take it out of the bin' }).click()
  await expect(page.getByText(/^This map is in the bin/)).toHaveCount(0)
  await addStakeholder(page, 'Bus drivers')

  await bin.click()
  await other.getByText('Bin · 1 map').click()
  await other.getByRole('button', { name: 'Delete After for good' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByRole('alert')).toContainText('no longer on this device')
  await expect(addField(page)).toBeDisabled()
  await expect(editHere(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Keep it as a new map' }).click()
  await expect(addField(page)).toBeEnabled()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await addStakeholder(page, 'Parents')
  await saved(page)
  await page.reload()
  for (const name of ['Night nurses', 'Bus drivers', 'Parents'])
    await expect(trayCard(page, name)).toBeVisible()
})

test('two tabs may edit two maps at the same time', async ({ page, context }) => {
  await newMap(page, 'One map')
  const other = await context.newPage()
  await newMap(other, 'Another map')
  await addStakeholder(page, 'In the one')
  await addStakeholder(other, 'In the other')
  await saved(page)
  await saved(other)
  await expect(trayCard(page, 'In the other')).toHaveCount(0)
})
