import type { Page } from '@playwright/test'
import { addField, expect, openStart } from './app.ts'

/** Makes a sealed map from the start page with the six words that are offered, which it returns. */
export async function newSealedMap(page: Page, issue: string): Promise<string> {
  await openStart(page)
  await page.getByRole('button', { name: 'New map' }).click()
  await page.getByLabel('The issue').fill(issue)
  await page.getByLabel('Seal this map with a passphrase').check()
  await page.getByRole('button', { name: 'Next: seal it' }).click()
  const passphrase = await typeOffered(page)
  await page.getByRole('button', { name: 'Seal the map' }).click()
  await expect(addField(page)).toBeEnabled()
  return passphrase
}

/** Types the words that a dialog offers as a passphrase a second time. */
export async function typeOffered(page: Page): Promise<string> {
  const passphrase = (await page.locator('output.suggested-words').textContent()) ?? ''
  await page.getByLabel('Type it once more').fill(passphrase)
  return passphrase
}

/** Chooses the only sealed map of the list, unless it is asked for already, and opens it. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  const sealed = page.getByRole('button', { name: /^Sealed map/ })
  await expect(sealed.or(page.getByLabel('Passphrase'))).toBeVisible()
  if (await sealed.isVisible()) await sealed.click()
  await tryPassphrase(page, passphrase)
  // Where another tab edits the map it stays disabled.
  await expect(addField(page)).toBeVisible()
}

export async function tryPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
}

/** Escape twice: the page is soon the neutral start page again. */
export async function panic(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expectNeutralStart(page)
}

export async function expectNeutralStart(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'New map' })).toBeVisible()
  expect(new URL(page.url()).hash).toMatch(/^(?:#\/)?$/)
  expect(await page.title()).toBe('Allyscope')
}
