import type { Locator, Page } from '@playwright/test'
import { expect } from './guard.ts'

export { expect, test } from './guard.ts'

/** As the keys: 1 is active allies, 5 active opponents, 0 not placed. */
export type PlaceKey = 0 | 1 | 2 | 3 | 4 | 5

/** Opens the start page. */
export async function openStart(page: Page): Promise<void> {
  await page.goto('./')
}

/** Makes a blank map from the start page, and waits until names can be typed. */
export async function newMap(page: Page, issue: string, we = 'Our coalition'): Promise<void> {
  await openStart(page)
  await page.getByRole('button', { name: 'New map' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill(issue)
  await dialog.getByRole('textbox').nth(1).fill(we)
  await dialog.getByRole('textbox').nth(1).press('Enter')
  await expect(addField(page)).toBeVisible()
}

export const addField = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Add a stakeholder' })

export const notPlaced = (page: Page): Locator =>
  page.getByRole('region', { name: /^Not placed yet/ })

export const details = (page: Page): Locator => page.getByRole('region', { name: 'Details' })

export const segment = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^${name}`) })

/** Types a name and Enter; the field stays focused, as at a workshop. */
export async function addStakeholder(page: Page, name: string): Promise<void> {
  const field = addField(page)
  await field.fill(name)
  await field.press('Enter')
  await expect(field).toHaveValue('')
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

/** The card of a stakeholder, on the half-pie or among those not placed. */
export const card = (page: Page, name: string): Locator =>
  page.locator('[data-stakeholder]').filter({ hasText: name }).or(cardOnPie(page, name)).first()

/** A card on the half-pie is named "Nurses’ union, passive ally …": its name, then where it stands. */
export const cardOnPie = (page: Page, name: string): Locator =>
  page
    .locator('[data-stakeholder][aria-label]')
    .and(page.locator(`[aria-label^="${cssText(name)}"]`))

/** Selects a stakeholder and places it with a key. */
export async function place(page: Page, name: string, key: PlaceKey): Promise<void> {
  await card(page, name).focus()
  await card(page, name).click()
  await page.keyboard.press(String(key))
}

/** Drags with the mouse in several steps, from the middle of a card to a point of the window. */
export async function drag(page: Page, from: Locator, to: { x: number; y: number }): Promise<void> {
  const box = await from.boundingBox()
  if (box === null) throw new Error('what should be dragged is not on screen')
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  for (let step = 1; step <= 8; step += 1)
    await page.mouse.move(
      start.x + ((to.x - start.x) * step) / 8,
      start.y + ((to.y - start.y) * step) / 8,
    )
  await page.mouse.up()
}

/** Waits until the status line says that everything is on the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText('All changes saved on this device')).toBeVisible()
}

/** Waits until the app is kept for offline use. */
export async function offlineReady(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

const cssText = (text: string): string => text.replaceAll(/["\\]/g, String.raw`\$&`)
