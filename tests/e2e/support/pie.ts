import type { Locator, Page } from '@playwright/test'
import { canvas, expect } from './app.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** The half-pie as it is on screen, in the window's CSS px: centre of its base line, and radius. */
export interface Pie extends Point {
  readonly radius: number
}

/** Radius of the hub as a share of the pie's. */
const HUB = 0.165
/** What rounding to pixels may add up to. */
const TOLERANCE = 1.5

export const boxOf = async (what: Locator): Promise<Box> => {
  const box = await what.boundingBox()
  if (box === null) throw new Error('it is not on screen')
  return box
}

export const middleOf = ({ x, y, width, height }: Box): Point => ({
  x: x + width / 2,
  y: y + height / 2,
})

/** Measures the pie by the grounds of its five wedges. */
export async function pieOn(page: Page): Promise<Pie> {
  const edges = await canvas(page)
    .locator('svg.pie > g > g > path:first-child, svg.pie > g > path:first-child')
    .evaluateAll((wedges) =>
      wedges.map((wedge) => {
        const { left, right, bottom } = wedge.getBoundingClientRect()
        return { left, right, bottom }
      }),
    )
  expect(edges.length).toBeGreaterThanOrEqual(5)
  const left = Math.min(...edges.map((edge) => edge.left))
  const right = Math.max(...edges.map((edge) => edge.right))
  const y = Math.max(...edges.map((edge) => edge.bottom))
  return { x: (left + right) / 2, y, radius: (right - left) / 2 }
}

/**
 * A point of the window over a place on the pie.
 * @param slot 0 (left) to 4 (right); fractions are towards the next
 * @param reach 0 at the centre, 1 at the rim
 */
export const pointOn = ({ x, y, radius }: Pie, slot: number, reach = 0.6): Point => {
  const angle = Math.PI * (1 - (slot + 0.5) / 5)
  return { x: x + reach * radius * Math.cos(angle), y: y - reach * radius * Math.sin(angle) }
}

/** Moves the mouse in several steps with the button down; Escape or `mouse.up()` ends the drag. */
export async function pickUp(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + (to.x - from.x) / 3, from.y + (to.y - from.y) / 3, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 5 })
}

/** Drags with the mouse from the middle of a card to a point of the window. */
export async function drag(page: Page, from: Locator, to: Point): Promise<void> {
  await pickUp(page, middleOf(await boxOf(from)), to)
  await page.mouse.up()
}

/** The boxes of all cards on the pie by name. */
export async function cardBoxes(page: Page): Promise<Map<string, Box>> {
  const boxes = await canvas(page)
    .locator('[data-stakeholder]')
    .evaluateAll((found) =>
      found.map((element): [string, Box] => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return [element.getAttribute('aria-label') ?? '', { x, y, width, height }]
      }),
    )
  return new Map(boxes)
}

/** Pairs of cards that cover each other. */
export function overlaps(boxes: ReadonlyMap<string, Box>): string[] {
  const all = [...boxes]
  return all.flatMap(([name, a], index) =>
    all
      .slice(index + 1)
      .filter(
        ([, b]) =>
          a.x + TOLERANCE < b.x + b.width &&
          b.x + TOLERANCE < a.x + a.width &&
          a.y + TOLERANCE < b.y + b.height &&
          b.y + TOLERANCE < a.y + a.height,
      )
      .map(([other]) => `${name} / ${other}`),
  )
}

/** Cards that do not lie wholly within one segment of the pie. */
export function acrossBorders(boxes: ReadonlyMap<string, Box>, pie: Pie): string[] {
  return [...boxes].flatMap(([name, box]) => {
    const slots = cornersOf(box).map((corner) => slotUnder(corner, pie))
    return slots.every((slot) => slot !== null && slot === slots[0]) ? [] : [name]
  })
}

const cornersOf = ({ x, y, width, height }: Box): Point[] =>
  [x + TOLERANCE, x + width - TOLERANCE].flatMap((cornerX) =>
    [y + TOLERANCE, y + height - TOLERANCE].map((cornerY) => ({ x: cornerX, y: cornerY })),
  )

function slotUnder(point: Point, pie: Pie): number | null {
  const distance = Math.hypot(point.x - pie.x, point.y - pie.y) / pie.radius
  if (point.y > pie.y || distance > 1 || distance < HUB) return null
  const angle = Math.atan2(pie.y - point.y, point.x - pie.x)
  return Math.min(4, Math.floor((1 - angle / Math.PI) * 5))
}
