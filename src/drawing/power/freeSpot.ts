import type { Point } from '../../domain/records.ts'
import { overlaps, type Rect } from '../halfPie.ts'
import { CARD_GAP, type Size } from '../rows.ts'

/** Forgiven in px, so that standing exactly at a gap or a border is free. */
const MERCY = 0.05

export const covers = (a: Rect, b: Rect): boolean => overlaps(a, b, MERCY)

export const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - MERCY &&
  inner.y >= outer.y - MERCY &&
  inner.x + inner.width <= outer.x + outer.width + MERCY &&
  inner.y + inner.height <= outer.y + outer.height + MERCY

/**
 * The free centre nearest to a wished point, wholly inside a room and at the cards' distance from all rectangles;
 * null when there is none. Exact: the nearest free point has the wished height, or touches a rectangle above or below.
 */
export function nearestSpot(
  { width, height }: Size,
  wished: Point,
  taken: readonly Rect[],
  room: Rect,
): Point | null {
  const top = room.y + height / 2
  const bottom = room.y + room.height - height / 2
  const from = room.x + width / 2
  const to = room.x + room.width - width / 2
  if (top > bottom || from > to) return null
  const reach = height / 2 + CARD_GAP
  const clamped = Math.min(bottom, Math.max(top, wished.y))
  const heights = [clamped]
  for (const { y, height: tall } of taken) {
    for (const edge of [y - reach, y + tall + reach]) {
      if (edge >= top && edge <= bottom) heights.push(edge)
    }
  }
  heights.sort((a, b) => Math.abs(a - wished.y) - Math.abs(b - wished.y))
  let best: Point | null = null
  let least = Infinity
  for (const y of heights) {
    if (Math.abs(y - wished.y) >= least) break
    const beside = taken.filter(
      (rect) => rect.y < y + reach - MERCY && y < rect.y + rect.height + reach - MERCY,
    )
    const x = nearestGap(wished.x, { from, to }, beside, width / 2 + CARD_GAP)
    if (x === null) continue
    const distance = Math.hypot(x - wished.x, y - wished.y)
    if (distance >= least) continue
    least = distance
    best = { x, y }
  }
  return best
}

/** The x nearest to the wished one that is at least `reach` beside all rectangles. */
function nearestGap(
  wished: number,
  { from, to }: { readonly from: number; readonly to: number },
  beside: readonly Rect[],
  reach: number,
): number | null {
  const leftFirst = beside.toSorted((a, b) => a.x - b.x)
  let best: number | null = null
  let free = from
  const offer = (low: number, high: number) => {
    if (low > high + MERCY) return
    const x = Math.min(high, Math.max(low, wished))
    if (best === null || Math.abs(x - wished) < Math.abs(best - wished)) best = x
  }
  for (const { x, width } of leftFirst) {
    offer(free, Math.min(to, x - reach))
    free = Math.max(free, x + width + reach)
  }
  offer(free, to)
  return best
}
