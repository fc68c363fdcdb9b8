import type { Page } from '@playwright/test'
import {
  addAndPlace,
  addField,
  card,
  details,
  expect,
  newMap,
  openExample,
  openStart,
  test,
} from './support/app.ts'
import { openPanel } from './support/insights.ts'
import { mapFile, openMapFile } from './support/mapFile.ts'

test('a new map is made by typing alone, and its first name as well', async ({ page }) => {
  await openStart(page)
  await page.getByRole('button', { name: 'New map' }).press('Enter')
  await expect(page.getByRole('dialog').getByLabel('The issue')).toBeFocused()
  await page.keyboard.type('Night buses')
  await page.keyboard.press('Enter')
  await expect(addField(page)).toBeFocused()
  await page.keyboard.type('Commuters')
  await page.keyboard.press('Enter')
  await page.keyboard.press('3')
  await expect(card(page, 'Commuters')).toBeVisible()
})

test('Escape leads from the details back to the card', async ({ page }) => {
  await openExample(page)
  await card(page, 'Parents of volunteers').press('Enter')
  await expect(details(page).getByLabel('Name')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card(page, 'Parents of volunteers')).toBeFocused()
})

test('after a removal the focus is on a neighbour, and undo says what it did', async ({ page }) => {
  await newMap(page, 'Night buses')
  for (const name of ['First', 'Second', 'Third']) await addAndPlace(page, name, 3)
  const focused = page.locator('.card:focus')
  await card(page, 'Second').focus()
  await page.keyboard.press('Delete')
  await expect(card(page, 'Second')).toHaveCount(0)
  await expect(focused).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(card(page, 'Second')).toBeVisible()
  await expect(page.getByText('Undone: remove Second.').first()).toBeAttached()
})

test('what is found by Ctrl+K is chosen by Enter', async ({ page }) => {
  await openExample(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('eastland')
  await page.keyboard.press('Enter')
  await expect(details(page).getByLabel('Name')).toHaveValue('Senator James Eastland')
})

test('somebody else’s details begin at the top', async ({ page }) => {
  await openExample(page)
  await card(page, 'Parents of volunteers').click()
  await details(page).getByLabel('Contact').scrollIntoViewIfNeeded()
  await card(page, 'United Auto Workers').click()
  await expect(details(page).getByLabel('Name')).toHaveValue('United Auto Workers')
  await expect(details(page).getByLabel('Name')).toBeInViewport()
})

test('the skip link leads to the first card', async ({ page }) => {
  await openExample(page)
  await page.getByRole('button', { name: 'Go to the stakeholders' }).press('Enter')
  await expect(page.locator('.card').first()).toBeFocused()
})

test.describe('where parts of the app arrive late', () => {
  // Its offline copy would hand them over at once.
  test.use({ serviceWorkers: 'block' })

  test('the name of somebody chosen by Enter, or called vague, is in focus all the same', async ({
    page,
  }) => {
    const arrive = await holdBack(page, /StakeholderDetails-[^/]*\.js$/)
    await openMapFile(
      page,
      mapFile('Late', [{ name: 'Youth', placement: { stance: 0, depth: 0.5 } }]),
    )
    await openPanel(page, 'Gaps')
    const rename = details(page).getByRole('button', { name: /^More specific…/ })
    await expect(rename).toBeVisible()
    await openPanel(page, 'Details')
    await card(page, 'Youth').press('Enter')
    arrive()
    await expect(details(page).getByLabel('Name')).toHaveValue('Youth')
    await expect(details(page).getByLabel('Name')).toBeFocused()
    await openPanel(page, 'Gaps')
    await rename.click()
    await expect(details(page).getByLabel('Name')).toBeFocused()
  })

  test('what is typed before the search field is there is searched for, and is no shortcut', async ({
    page,
  }) => {
    const arrive = await holdBack(page, /Filters-[^/]*\.js$/)
    await openExample(page)
    await card(page, 'Parents of volunteers').click()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('eats')
    for (const key of ['Backspace', 'Backspace', 'Delete', 'ArrowRight'])
      await page.keyboard.press(key)
    await page.keyboard.type('stland')
    await page.keyboard.press('Enter')
    arrive()
    await expect(page.getByRole('searchbox')).toHaveValue('eastland')
    await expect(details(page).getByLabel('Name')).toHaveValue('Senator James Eastland')
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  })
})

/** Holds back a file of the app until the function that is returned is called. */
async function holdBack(page: Page, file: RegExp): Promise<() => void> {
  let arrive = (): void => undefined
  const late = new Promise<void>((done) => {
    arrive = done
  })
  await page.route(file, async (route) => {
    await late
    await route.continue()
  })
  return arrive
}
