import type { Locator, Page } from '@playwright/test'
import { expect } from './app.ts'

const presented = (page: Page): Locator => page.getByRole('main', { name: 'Wall' })

/** The keys that lead through the three drawings, and put somebody in the light of two. */
export const PRESENT_KEYS = ['1', 'ArrowRight', '2', 'ArrowLeft', '3', '0'] as const

/** Makes the window the wall. The button stands in the header, and in the wall's panel if that is open. */
export async function present(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Present on this screen' }).first().click()
  // Its keys work from the moment it has the focus.
  await expect(presented(page)).toBeFocused()
}

/** Presses a key of the presenter's, and waits for what is to be drawn: a network may have to be worked out. */
export async function presentWith(page: Page, key: (typeof PRESENT_KEYS)[number]): Promise<void> {
  await page.keyboard.press(key)
  await expect(presented(page).locator('svg').first()).toBeVisible()
}

/** Leaves by the keyboard: the map is there again, in public preview. */
export async function leavePresenting(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('radio', { name: 'Public preview' })).toBeChecked()
}
