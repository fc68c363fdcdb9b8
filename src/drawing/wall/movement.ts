import type { Point, SegmentIndex } from '../../domain/records.ts'
import { anglesOf, polar, rectAt, type HalfPie, type Rect } from '../halfPie.ts'
import type { LayoutCard } from '../layout.ts'
import type { SpectrumScene } from '../spectrumScene.ts'
import { countCrossed, holds, pointsAlong } from './crossing.ts'
import { arrowFrom, bentBetween, edgeTowards } from '../targetArrow.ts'

/** Radius of the mark that stands where somebody stood. */
export const GHOST_RADIUS = 7
const CLEAR = 5

/** Somebody who stood in another segment then. */
export interface Movement extends Point {
  readonly key: string
  /** Where it stood then; x and y are a free spot there. */
  readonly from: SegmentIndex
  readonly shaft: string
  readonly head: string
}

/** What has changed on the spectrum since a moment. */
export interface Movements {
  readonly moved: readonly Movement[]
  /** Centres of the marks of those who stand on the spectrum now and did not then. */
  readonly fresh: readonly (Point & { readonly key: string })[]
}

/** How far into the segment (share of its angle, from the nearer border), and how much nearer to the rim. */
const INTO = [0.25, 0.4, 0.15, 0.55, 0.7, 0.85]
const ASIDE = [0, 24, -24, 48, -48, 80, -80, 120, -120]

/** From where those of the scene stood then (null = not placed) to where they stand. */
export function movementsOn(
  { cards, pie }: SpectrumScene,
  then: ReadonlyMap<string, SegmentIndex | null>,
): Movements {
  const taken = cards.map((card) => rectAt(card, card.shape))
  const moved: Movement[] = []
  const fresh: (Point & { key: string })[] = []
  for (const card of cards) {
    const from = then.get(card.key) ?? null
    if (from === null) fresh.push({ key: card.key, ...cornerOf(card) })
    else if (from !== card.segment) {
      const movement = movementOf(card, from, taken, pie)
      taken.push(around(movement))
      moved.push(movement)
    }
  }
  return { moved, fresh }
}

/** Outside the corner, as far as that leaves the letters of the name free and touches no neighbour. */
const cornerOf = ({ x, y, shape }: LayoutCard): Point => ({
  x: x + (shape.rtl ? -1 : 1) * (shape.width / 2 + 2),
  y: y - shape.height / 2 - 2,
})

function movementOf(
  card: LayoutCard,
  from: SegmentIndex,
  taken: readonly Rect[],
  pie: HalfPie,
): Movement {
  const now = { radius: Math.hypot(card.x, card.y), angle: Math.atan2(-card.y, card.x) }
  const range = anglesOf(from, pie)
  const isAhead = range.from >= now.angle
  const spots = ASIDE.flatMap((aside) =>
    INTO.map((share) => ({
      radius: Math.min(
        pie.radius - GHOST_RADIUS - CLEAR,
        Math.max(pie.hubRadius + GHOST_RADIUS + CLEAR, now.radius + aside),
      ),
      angle: isAhead
        ? range.from + share * (range.to - range.from)
        : range.to - share * (range.to - range.from),
    })),
  )
  const isFree = (at: Point) => at.y < -GHOST_RADIUS && !taken.some((rect) => touches(rect, at))
  const own = rectAt(card, card.shape)
  const others = taken.filter((rect) => rect.x !== own.x || rect.y !== own.y)
  const wayFrom = (spot: { readonly radius: number; readonly angle: number }) => {
    const start = polar(spot.radius, spot.angle)
    const bent = bentBetween(spot, now)
    // From nearby the bend would lie on the card itself: then the way is straight.
    const straight = edgeTowards(card, start)
    const control = holds(own, bent) ? between(start, straight) : bent
    return { start, control, end: edgeTowards(card, control) }
  }
  const crossedFrom = (spot: { readonly radius: number; readonly angle: number }) => {
    const { start, control, end } = wayFrom(spot)
    return countCrossed(pointsAlong(start, control, end), others)
  }
  const free = spots.filter(({ radius, angle }) => isFree(polar(radius, angle)))
  // The first of those whose way runs through the fewest others.
  const fewest = Math.min(...free.map(crossedFrom))
  const then = free.find((spot) => crossedFrom(spot) === fewest) ?? spots[0] ?? now
  const { start: spot, control, end } = wayFrom(then)
  return { key: card.key, from, ...spot, ...arrowFrom(spot, control, end) }
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

const around = ({ x, y }: Point): Rect => ({
  x: x - GHOST_RADIUS,
  y: y - GHOST_RADIUS,
  width: 2 * GHOST_RADIUS,
  height: 2 * GHOST_RADIUS,
})

const touches = (rect: Rect, at: Point): boolean => {
  const reach = GHOST_RADIUS + CLEAR
  return (
    at.x > rect.x - reach &&
    at.x < rect.x + rect.width + reach &&
    at.y > rect.y - reach &&
    at.y < rect.y + rect.height + reach
  )
}
