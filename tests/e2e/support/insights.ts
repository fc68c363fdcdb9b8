import type { Locator, Page } from '@playwright/test'
import { details, expect, literal } from './app.ts'

/** Opens a tab of the panel at the side. */
export async function openPanel(page: Page, panel: 'Details' | 'Findings' | 'Gaps') {
  await panelTab(page, panel).click()
  await expect(panelOf(page, panel)).toBeVisible()
  await workedOut(page)
}

export const panelTab = (page: Page, panel: 'Details' | 'Findings' | 'Gaps'): Locator =>
  page.getByRole('tablist', { name: 'About the map' }).getByRole('tab', { name: panel })

export const panelOf = (page: Page, panel: 'Details' | 'Findings' | 'Gaps'): Locator =>
  details(page).getByRole('tabpanel', { name: panel })

/** Waits until nothing in the panel is about to change: it is worked out off the main thread. */
export async function workedOut(page: Page): Promise<void> {
  await expect(details(page).getByText('Working it out…')).toHaveCount(0)
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** A finding or gap, by words of its sentence. */
export const line = (page: Page, words: string | RegExp): Locator =>
  details(page).getByRole('listitem').filter({ hasText: words })

export const showButton = (of: Locator): Locator => of.getByRole('button', { name: /^Show: / })

/** Everything that a panel tells, with what is folded away. */
export async function told(page: Page, panel: 'Findings' | 'Gaps'): Promise<string> {
  await openPanel(page, panel)
  await expect(panelOf(page, panel).getByRole('heading').first()).toBeVisible()
  const folds = panelOf(page, panel).locator('details:not([open]) > summary')
  while ((await folds.count()) > 0) await folds.first().click()
  return panelOf(page, panel).innerText()
}

export const waysBar = (page: Page): Locator =>
  page.getByRole('region', { name: 'Ways to a target' })

/** Chooses whom to look for a way to, and waits for the answer. */
export async function lookForWay(page: Page, target: string): Promise<void> {
  await waysBar(page).getByRole('combobox', { name: 'Way to' }).selectOption(target)
  await expect(waysBar(page).getByText('Looking for ways…')).toHaveCount(0)
  await workedOut(page)
}

/** The way that is shown, from name to name; each step says its tie and strength. */
export const trail = (page: Page): Locator => waysBar(page).getByRole('listitem')

/** Texts of a trail, as `trusted by, strong` and a name. */
export const step = (tie: string, name: string): RegExp =>
  new RegExp(`^\\s*${literal(tie)}\\s*${literal(name)}\\s*$`)
