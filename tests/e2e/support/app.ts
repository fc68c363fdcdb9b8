import type { Locator, Page } from '@playwright/test'
import { expect } from './guard.ts'

export { expect, test } from './guard.ts'

/** As the keys: 1 is active allies, 5 active opponents, 0 not placed. */
export type PlaceKey = 0 | 1 | 2 | 3 | 4 | 5

/** Opens the start page; where a map was open last, the app comes back to that one first. */
export async function openStart(page: Page): Promise<void> {
  await page.goto('./')
  const start = page.getByRole('button', { name: 'New map' })
  const back = page.getByRole('button', { name: 'All maps' })
  await expect(start.or(back)).toBeVisible()
  if (await back.isVisible()) await back.click()
  await expect(start).toBeVisible()
}

/** Makes a blank map from the start page, and waits until names can be typed. */
export async function newMap(page: Page, issue: string, we = 'Our coalition'): Promise<void> {
  await openStart(page)
  await page.getByRole('button', { name: 'New map' }).click()
  const dialog = page.getByRole('dialog', { name: 'New map' })
  await dialog.getByLabel('The issue').fill(issue)
  await dialog.getByLabel('Who are “we”?').fill(we)
  await dialog.getByRole('button', { name: 'Make the map' }).click()
  await expect(addField(page)).toBeEnabled()
}

/** Makes the example from the start page and opens it. */
export async function openExample(page: Page): Promise<void> {
  await openStart(page)
  await page.getByRole('button', { name: /^Open the example/ }).click()
  await expect(addField(page)).toBeEnabled()
}

export const addField = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Add a stakeholder' })

export const notPlaced = (page: Page): Locator =>
  page.getByRole('region', { name: /^Not placed yet/ })

export const details = (page: Page): Locator => page.getByRole('complementary', { name: 'Details' })

/** A segment's region; its name ends with the count. */
export const segment = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^${literal(name)}, \\d+ stakeholders?$`) })

/** How many stakeholders a segment says that it has. */
export async function expectCount(page: Page, name: string, count: number): Promise<void> {
  const words = `${name}, ${count} ${count === 1 ? 'stakeholder' : 'stakeholders'}`
  await expect(page.getByRole('region', { name: words, exact: true })).toBeAttached()
}

export const canvas = (page: Page): Locator =>
  page.getByRole('region', { name: 'Spectrum of allies' })

/** All cards on the half-pie, in reading order. */
export const cards = (page: Page): Locator =>
  canvas(page).getByRole('application').getByRole('button')

/** A card on the half-pie; it is named "Nurses’ union, passive ally …". */
export const card = (page: Page, name: string): Locator =>
  canvas(page).getByRole('button', { name: new RegExp(`^${literal(name)}, `) })

/** A card in "Not placed yet". */
export const trayCard = (page: Page, name: string): Locator =>
  notPlaced(page).getByRole('button', { name: new RegExp(`^${literal(name)}( confidential)?$`) })

export const undoButton = (page: Page): Locator =>
  page.getByRole('button', { name: 'Undo', exact: true })
export const redoButton = (page: Page): Locator =>
  page.getByRole('button', { name: 'Redo', exact: true })

/** Types a name and Enter; the field stays focused, as at a workshop. */
export async function addStakeholder(page: Page, name: string): Promise<void> {
  const field = addField(page)
  await field.fill(name)
  await field.press('Enter')
  await expect(field).toHaveValue('')
}

/** Adds somebody and places it with a key, as a facilitator does. */
export async function addAndPlace(page: Page, name: string, key: PlaceKey): Promise<void> {
  await addStakeholder(page, name)
  await addField(page).press(String(key))
  await expect(key === 0 ? trayCard(page, name) : card(page, name)).toBeVisible()
}

/** Pastes many lines into the field, as from a document. */
export async function pasteNames(page: Page, lines: string): Promise<void> {
  await addField(page).focus()
  await addField(page).evaluate((field, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    field.dispatchEvent(event)
  }, lines)
}

/** Chooses between "Team view" and "Public preview"; where the team view asks first, it is told yes. */
export async function look(page: Page, view: 'Team view' | 'Public preview'): Promise<void> {
  const chosen = page.getByRole('radio', { name: view })
  const sure = page.getByRole('button', { name: 'Show the team view' })
  await chosen.click()
  await expect(
    sure.or(page.getByRole('radio', { name: view, checked: true })).first(),
  ).toBeAttached()
  if (await sure.isVisible()) await sure.click()
  await expect(chosen).toBeChecked()
}

/** Waits until the status line says that everything is on the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText('All changes saved on this device')).toBeVisible()
}

/** Goes back to the list of maps. */
export async function allMaps(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'All maps' }).click()
  await expect(page.getByRole('heading', { name: 'Maps', exact: true })).toBeVisible()
}

/** Waits until the app is kept for offline use. */
export async function offlineReady(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** A text as part of a regular expression. */
export const literal = (text: string): string =>
  text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
