import type { Placement, Point, SegmentIndex } from '../domain/records.ts'
import { HUB_SHARE, placementAt, pointOf, segmentOf, SEGMENTS } from '../domain/spectrum.ts'
import { anglesOf, polar, type HalfPie } from './halfPie.ts'
import { lineUp, spaceOut } from './lineUp.ts'
import { CARD_GAP, shelvingFor, type Row, type Shelving, type Size } from './rows.ts'

/** A card that stands on the half-pie. */
export interface StandingCard {
  readonly key: string
  readonly shape: Size
  readonly placement: Placement
}

/** `keep`: near the given places. `spread`: evenly over each segment, from nothing but the cards' order. */
export type TidyMode = 'keep' | 'spread'

interface Wish {
  readonly key: string
  readonly shape: Size
  readonly at: Point
}

/**
 * New places for all cards: on shelves inside their segments, none over another or across a border.
 * Deterministic, independent of the order of the list; tidying twice changes nothing. In a pie from `pieFor`
 * everything fits; in a smaller one a segment that is too full stays as it is.
 */
export function tidy(
  cards: readonly StandingCard[],
  pie: HalfPie,
  mode: TidyMode,
): Map<string, Placement> {
  const result = new Map<string, Placement>()
  for (const segment of SEGMENTS) {
    const mine = cards.filter(({ placement }) => segmentOf(placement.stance) === segment)
    const ordered = mine.toSorted(
      (a, b) =>
        b.placement.stance - a.placement.stance ||
        a.placement.depth - b.placement.depth ||
        byKey(a.key, b.key),
    )
    const wishes = ordered.map((card, rank) => ({
      key: card.key,
      shape: card.shape,
      at:
        mode === 'keep'
          ? worldPoint(card.placement, pie)
          : evenPoint(rank, ordered.length, segment, pie),
    }))
    const places = shelve(wishes, segment, pie, mode)
    for (const card of mine) {
      const place = places.get(card.key)
      result.set(card.key, (place && placementOf(place, pie)) ?? card.placement)
    }
  }
  return result
}

/** Shorter keys first, so that the public's s2 comes before s10. */
const byKey = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1)

/** A placement's point in world units. */
export function worldPoint(placement: Placement, { radius, alliesSide }: HalfPie): Point {
  const { x, y } = pointOf(placement, alliesSide)
  return { x: x * radius, y: y * radius }
}

/** The placement under a point in world units; null off the half-pie. */
export const placementOf = ({ x, y }: Point, { radius, alliesSide }: HalfPie): Placement | null =>
  placementAt({ x: x / radius, y: y / radius }, alliesSide)

const GOLDEN = (Math.sqrt(5) - 1) / 2

/** The card of this rank's share of a segment: angle by rank, distance by the golden ratio, evenly by area. */
function evenPoint(rank: number, count: number, segment: SegmentIndex, pie: HalfPie): Point {
  const { from, to } = anglesOf(segment, pie)
  const share = (rank + 0.5) / count
  const angle = pie.alliesSide === 'left' ? to - share * (to - from) : from + share * (to - from)
  const area = (0.5 + rank * GOLDEN) % 1
  return polar(pie.radius * Math.sqrt(HUB_SHARE ** 2 + area * (1 - HUB_SHARE ** 2)), angle)
}

function shelve(
  wishes: readonly Wish[],
  segment: SegmentIndex,
  pie: HalfPie,
  mode: TidyMode,
): Map<string, Point> {
  const sizes = wishes.map(({ shape }) => shape)
  const shelving = shelvingFor(segment, sizes, pie)
  const places = new Map<string, Point>()
  if (!shelving) return places
  const shelves = byCost(wishes, shelving.rows, COSTS[mode]) ?? byShelving(wishes, shelving)
  shelves.forEach((shelf, i) => {
    const row = shelving.rows[i]
    if (!row) return
    const items = onLine(shelf)
    const arrange = mode === 'spread' ? spaceOut : lineUp
    const xs = arrange(items, row.from, row.to, CARD_GAP)
    shelf.forEach(({ key }, j) => places.set(key, { x: xs[j] ?? 0, y: row.y }))
  })
  return places
}

/** What a card's way to a row costs: `moved` px by which it and its neighbours are moved, `fill` of the row then, 0…1. */
type Cost = (moved: number, fill: number) => number

const COSTS: Record<TidyMode, Cost> = {
  keep: (moved) => moved,
  // Evenly filled rows look better than exact places that nobody has chosen.
  spread: (moved, fill) => moved + 260 * fill,
}

/** Everybody on the row that costs least; null when somebody finds no room. */
function byCost(wishes: readonly Wish[], rows: readonly Row[], costOf: Cost): Wish[][] | null {
  const shelves: Wish[][] = rows.map(() => [])
  const moved = rows.map(() => 0)
  const room = rows.map((row) => row.to - row.from + CARD_GAP)
  // The largest are the hardest to find room for.
  const order = wishes.toSorted(
    (a, b) =>
      b.shape.height * b.shape.width - a.shape.height * a.shape.width || byKey(a.key, b.key),
  )
  for (const wish of order) {
    let best = -1
    let leastCost = Infinity
    rows.forEach((row, i) => {
      const up = Math.abs(row.y - wish.at.y)
      if ((room[i] ?? 0) < wish.shape.width + CARD_GAP || up >= leastCost) return
      if (row.height < wish.shape.height) return
      const shelf = withWish(shelves[i] ?? [], wish)
      const used = row.to - row.from + CARD_GAP - (room[i] ?? 0) + wish.shape.width
      const fill = used / (row.to - row.from)
      const cost = costOf(up + displacement(shelf, row) - (moved[i] ?? 0), fill)
      if (cost < leastCost) {
        best = i
        leastCost = cost
      }
    })
    const row = rows[best]
    if (!row) return null
    const shelf = withWish(shelves[best] ?? [], wish)
    shelves[best] = shelf
    moved[best] = displacement(shelf, row)
    room[best] = (room[best] ?? 0) - wish.shape.width - CARD_GAP
  }
  return shelves
}

function byShelving(wishes: readonly Wish[], { rows, chosen }: Shelving): Wish[][] {
  const shelves: Wish[][] = rows.map(() => [])
  wishes.forEach((wish, i) => {
    const row = chosen[i] ?? 0
    shelves[row] = withWish(shelves[row] ?? [], wish)
  })
  return shelves
}

function withWish(shelf: readonly Wish[], wish: Wish): Wish[] {
  const after = shelf.findIndex(
    ({ at, key }) => at.x > wish.at.x || (at.x === wish.at.x && byKey(key, wish.key) > 0),
  )
  return shelf.toSpliced(after < 0 ? shelf.length : after, 0, wish)
}

const onLine = (shelf: readonly Wish[]) =>
  shelf.map(({ at, shape }) => ({ wished: at.x, width: shape.width }))

/** How far in px the cards of a row are moved sideways, added up. */
function displacement(shelf: readonly Wish[], row: Row): number {
  const xs = lineUp(onLine(shelf), row.from, row.to, CARD_GAP)
  return shelf.reduce((sum, { at }, i) => sum + Math.abs((xs[i] ?? 0) - at.x), 0)
}
