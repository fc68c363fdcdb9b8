import type { Locator, Page } from '@playwright/test'
import { details, expect, literal } from './app.ts'
import { type Box, type Point } from './pie.ts'
import { settled } from './network.ts'

export const power = (page: Page): Locator =>
  page.getByRole('region', { name: 'Power grid', exact: true })

/** A card on the power grid. */
export const powerCard = (page: Page, name: string): Locator =>
  power(page).getByRole('button', { name: new RegExp(`^${literal(name)}, `) })

/** All cards on the grid, in reading order. */
export const powerCards = (page: Page): Locator =>
  power(page).getByRole('application').getByRole('button')

/** The grounds of the five segments, from active allies on, in the window's CSS px. */
export const segmentGrounds = (page: Page): Promise<Box[]> =>
  power(page)
    .locator('svg.pie > g > g > rect:first-child')
    .evaluateAll((found) =>
      found.slice(0, 5).map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return { x, y, width, height }
      }),
    )

type Level = 'High' | 'Medium' | 'Low'
const LEVELS: readonly Level[] = ['High', 'Medium', 'Low']

/** The middle of a cell of the grid: a segment's from 1 (active allies) on, as the keys. */
export async function cell(page: Page, segment: 1 | 2 | 3 | 4 | 5, level: Level): Promise<Point> {
  await settled(page)
  const grounds = await segmentGrounds(page)
  const ground = grounds[segment - 1]
  if (!ground) throw new Error('the grid is not on screen')
  const { x, y, width, height } = ground
  const share = (LEVELS.indexOf(level) + 0.5) / LEVELS.length
  // Segments stand side by side, or lie one over the other when the axes are turned.
  const isTurned = new Set(grounds.map((one) => Math.round(one.x))).size === 1
  return isTurned
    ? { x: x + (1 - share) * width, y: y + height / 2 }
    : { x: x + width / 2, y: y + share * height }
}

/** Chooses somebody and reads stance and influence from the details. */
export async function expectPlace(
  page: Page,
  name: string,
  segment: string,
  influence: Level | 'Not said',
): Promise<void> {
  await powerCard(page, name).click()
  await expect(details(page).getByLabel('Name')).toHaveValue(name)
  await expect(
    details(page).getByRole('group', { name: 'Stance' }).getByRole('button', { name: segment }),
  ).toHaveAttribute('aria-pressed', 'true')
  await expect(
    details(page)
      .getByRole('group', { name: 'Influence' })
      .getByRole('radio', { name: influence, exact: true }),
  ).toBeChecked()
}

/** The boxes of all cards on the grid by name. */
export async function powerBoxes(page: Page): Promise<Map<string, Box>> {
  await settled(page)
  const boxes = await powerCards(page).evaluateAll((found) =>
    found.map((element): [string, Box] => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [element.getAttribute('aria-label') ?? '', { x, y, width, height }]
    }),
  )
  return new Map(boxes)
}
