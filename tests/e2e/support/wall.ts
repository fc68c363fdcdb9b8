import type { Locator, Page } from '@playwright/test'
import { expect } from './app.ts'

/** Opens the wall with the console's button, and waits until it shows the map. */
export async function openWall(page: Page): Promise<Page> {
  const [wall] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Open wall' }).click(),
  ])
  await expect(wallDrawing(wall)).toBeVisible()
  await expect(wallButton(page)).toHaveText('Wall: live')
  return wall
}

export const wallButton = (page: Page): Locator => page.getByRole('button', { name: /^Wall: / })

export const wallPanel = (page: Page): Locator =>
  page.getByRole('region', { name: 'Wall', exact: true })

/** The one drawing on the wall. */
export const wallDrawing = (wall: Page): Locator => wall.locator('main svg').first()

/** Presses something in the console's wall panel. */
export const press = (page: Page, name: string): Promise<void> =>
  wallPanel(page).getByRole('button', { name, exact: true }).click()
