import type { Locator, Page } from '@playwright/test'
import { details, expect, literal } from './app.ts'
import { type Box, boxOf, middleOf, pickUp, type Point } from './pie.ts'

/** Opens one of the drawings by its tab. */
export async function openView(page: Page, view: 'Spectrum' | 'Network' | 'Power'): Promise<void> {
  await viewTab(page, view).click()
  await expectView(page, view)
}

export const viewTab = (page: Page, view: 'Spectrum' | 'Network' | 'Power'): Locator =>
  page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: view })

const REGIONS = { Spectrum: 'Spectrum of allies', Network: 'Network', Power: 'Power grid' } as const

export async function expectView(
  page: Page,
  view: 'Spectrum' | 'Network' | 'Power',
): Promise<void> {
  await expect(viewTab(page, view)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('region', { name: REGIONS[view], exact: true })).toBeVisible()
}

export const network = (page: Page): Locator =>
  page.getByRole('region', { name: 'Network', exact: true })

/** All dots, in reading order. */
export const dots = (page: Page): Locator =>
  network(page).getByRole('application').getByRole('button')

/** A dot in the network; it is named "Nurses’ union, passive ally …". */
export const dot = (page: Page, name: string): Locator =>
  network(page).getByRole('button', { name: new RegExp(`^${literal(name)}(, |$)`) })

/** The places of all dots by name, in the window's CSS px. */
export async function dotPlaces(page: Page): Promise<Map<string, Point>> {
  await settled(page)
  const boxes = await dots(page).evaluateAll((found) =>
    found.map((element): [string, Box] => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [element.getAttribute('aria-label')?.split(', ')[0] ?? '', { x, y, width, height }]
    }),
  )
  return new Map(boxes.map(([name, box]) => [name, middleOf(box)]))
}

/** Opens the network, and waits until everybody has a place. */
export async function openNetwork(page: Page, stakeholders: number): Promise<void> {
  await openView(page, 'Network')
  await expect(dots(page)).toHaveCount(stakeholders)
  await expect(page.getByText('Arranging…')).toHaveCount(0)
}

/** Draws a tie with the mouse, from the knob at a dot. */
export async function drawTie(page: Page, from: string, to: string): Promise<void> {
  await pickUpTie(page, from, middleOf(await boxOf(dot(page, to))))
  await page.mouse.up()
}

/** Takes a dot's knob and moves it, with the button down. */
export async function pickUpTie(page: Page, from: string, to: Point): Promise<void> {
  await dot(page, from).hover()
  await pickUp(page, middleOf(await boxOf(knob(page, from))), to)
}

/** Only for the mouse: screen readers and keys have "Connect to…". */
const knob = (page: Page, name: string): Locator => dot(page, name).locator('.tie-knob')

/** The list of ties of whoever is chosen. */
export const ties = (page: Page): Locator =>
  details(page).getByRole('region', { name: /^Ties/ }).getByRole('listitem')

/** Chooses somebody in the network and reads the sentences of its ties. */
export async function expectTies(
  page: Page,
  name: string,
  sentences: readonly string[],
): Promise<void> {
  await dot(page, name).click()
  await expect(details(page).getByLabel('Name')).toHaveValue(name)
  await expect(ties(page)).toHaveCount(sentences.length)
  if (sentences.length > 0) await expect(ties(page)).toContainText([...sentences])
}

/** Opens the details of a tie from the list of whoever is chosen. */
export async function openTie(page: Page, sentence: string): Promise<void> {
  await ties(page).getByRole('button', { name: sentence }).click()
  await expect(tieTitle(page)).toBeVisible()
  await expect(details(page).getByText(sentence, { exact: true })).toBeVisible()
}

export const tieTitle = (page: Page): Locator =>
  details(page).getByRole('heading', { name: 'Tie', exact: true })

/** What is said to a screen reader or shown at the foot. */
export const said = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: words })

/** Names of those who step back, and of those who don't. */
export async function steppedBack(page: Page): Promise<{ back: string[]; shown: string[] }> {
  await settled(page)
  const all = await page.locator('main [data-stakeholder]').evaluateAll((found) =>
    found.map((element) => ({
      name: element.getAttribute('aria-label')?.split(', ')[0] ?? '',
      faded: Number(getComputedStyle(element).opacity) < 1,
    })),
  )
  const named = (faded: boolean) =>
    all
      .filter((one) => one.faded === faded)
      .map(({ name }) => name)
      .toSorted()
  return { back: named(true), shown: named(false) }
}

/** Waits until nothing is on its way any more, as after Arrange. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
}
