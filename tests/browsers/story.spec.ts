import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { addField, card, details, look, offlineReady, saved, trayCard } from '../e2e/support/app.ts'
import { openExport } from '../e2e/support/exporting.ts'
import { drag, pieOn, pointOn } from '../e2e/support/pie.ts'
import { openWall, wallDrawing } from '../e2e/support/wall.ts'
import { misdeeds, type Seen, serveWatched, type WatchedApp } from './watched.ts'

/** What each engine that Playwright drives must be able to do; WebKit has its own in `webkit.spec.ts`. */

// One browser for both: starting it takes longest.
test.describe.configure({ mode: 'default' })

let app: WatchedApp
let context: BrowserContext
test.beforeAll(async ({ browser }) => {
  app = await serveWatched()
  context = await browser.newContext({
    baseURL: app.url,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'allow',
  })
})
test.afterAll(async () => {
  await context.close()
  await app.stop()
})

const seenBy = (page: Page): Promise<Seen> =>
  page.evaluate(() => Reflect.get(window, 'seen') as unknown as Seen)

const expectNoMisdeeds = async (page: Page): Promise<void> =>
  expect(misdeeds(await seenBy(page), app.url)).toEqual([])

/** Deriving a key takes its time. */
const DERIVING = { timeout: 20_000 }

/** Key by key: Playwright's `fill` sets a value in Firefox past what React listens to. */
async function type(field: Locator, text: string): Promise<void> {
  await field.click()
  await field.pressSequentially(text)
}

test('the app works, asks nobody for anything, and breaks no rule of its own', async () => {
  test.setTimeout(90_000)
  const page = await context.newPage()
  await page.goto('./')
  await page.getByRole('button', { name: 'New map' }).click()
  await type(page.getByLabel('The issue'), 'Close the incinerator')
  await page.getByRole('button', { name: 'Make the map' }).click()
  await type(addField(page), 'Nurses’ union')
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  await expect(card(page, 'Nurses’ union')).toHaveAccessibleName(/passive ally/)
  await type(addField(page), 'Fire brigade')
  await page.keyboard.press('Enter')
  await drag(page, trayCard(page, 'Fire brigade'), pointOn(await pieOn(page), 2))
  await expect(card(page, 'Fire brigade')).toHaveAccessibleName(/, neutral/)
  await card(page, 'Nurses’ union').click()
  await type(details(page).getByLabel('Tags', { exact: true }), 'night shift')
  await page.keyboard.press('Enter')
  await expect(details(page).getByRole('button', { name: 'Remove night shift' })).toBeVisible()
  const wall = await openWall(page)
  await expect(wallDrawing(wall).getByText('Fire').first()).toBeAttached()
  await look(page, 'Public preview')
  await expect(card(page, 'Nurses’ union')).toBeVisible()
  const dialog = await openExport(page)
  await dialog.getByRole('checkbox', { name: 'SVG', exact: true }).check()
  await dialog.getByRole('checkbox', { name: 'PNG' }).uncheck()
  await dialog.getByRole('button', { name: 'Save SVG' }).click()
  await expect.poll(async () => (await seenBy(page)).files.join()).toContain('brigade')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await saved(page)
  await expectNoMisdeeds(page)
  await expectNoMisdeeds(wall)
  await wall.close()
  await page.reload()
  await expect(card(page, 'Fire brigade')).toBeVisible()
  await look(page, 'Team view')
  await card(page, 'Nurses’ union').click()
  await expect(details(page).getByRole('button', { name: 'Remove night shift' })).toBeVisible()
  await expectNoMisdeeds(page)
})

test('a sealed map is locked and opened again', async () => {
  test.setTimeout(90_000)
  const page = await context.newPage()
  await page.goto('./#/')
  const [start, back] = [
    page.getByRole('button', { name: 'New map' }),
    page.getByRole('button', { name: 'All maps' }),
  ]
  await expect(start.or(back)).toBeVisible()
  if (await back.isVisible()) await back.click()
  await start.click()
  await type(page.getByLabel('The issue'), 'Close the incinerator')
  await page.getByLabel('Seal this map with a passphrase').check()
  await page.getByRole('button', { name: 'Next: seal it' }).click()
  const words = page.locator('output.suggested-words')
  await expect(words).toHaveText(/^(\S+ ){5}\S+$/)
  const passphrase = await words.innerText()
  await type(page.getByLabel('Type it once more'), passphrase)
  await page.getByRole('button', { name: 'Seal the map' }).click()
  await expect(addField(page)).toBeEnabled(DERIVING)
  await type(addField(page), 'Night nurse')
  await page.keyboard.press('Enter')
  await saved(page)
  await expectNoMisdeeds(page)
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(start).toBeVisible()
  expect(await page.content()).not.toContain('Night nurse')
  await page.getByRole('button', { name: /^Sealed map/ }).click()
  await type(page.getByLabel('Passphrase'), passphrase)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(trayCard(page, 'Night nurse')).toBeVisible(DERIVING)
  await expectNoMisdeeds(page)
})

test('without the server it starts, keeps what is added, and exports it', async () => {
  test.setTimeout(90_000)
  const page = await context.newPage()
  await page.goto('./#/')
  await offlineReady(page)
  await app.goOffline()
  await page.reload()
  const [start, back] = [
    page.getByRole('button', { name: 'New map' }),
    page.getByRole('button', { name: 'All maps' }),
  ]
  await expect(start.or(back)).toBeVisible()
  if (await back.isVisible()) await back.click()
  await start.click()
  await type(page.getByLabel('The issue'), 'On the train')
  await page.getByRole('button', { name: 'Make the map' }).click()
  await type(addField(page), 'Conductors')
  await page.keyboard.press('Enter')
  await page.keyboard.press('1')
  await saved(page)
  await page.reload()
  await expect(card(page, 'Conductors')).toHaveAccessibleName(/, active ally/)
  const dialog = await openExport(page)
  await expect(dialog.getByRole('button', { name: 'Save PNG' })).toBeEnabled()
})
