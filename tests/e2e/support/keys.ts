import type { Locator, Page } from '@playwright/test'

/** Presses Tab until something has the focus. */
export async function tabTo(
  page: Page,
  what: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await what.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never reaches ${what.toString()}`)
}

/** What a screen reader says of what has the focus, where a label says it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
