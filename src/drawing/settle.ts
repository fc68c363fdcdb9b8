import type { Placement, Point, SegmentIndex } from '../domain/records.ts'
import { stanceOfSegment } from '../domain/spectrum.ts'
import { overlaps, rectAt, stretchOf, type HalfPie, type Rect } from './halfPie.ts'
import { CARD_GAP, type Size } from './rows.ts'
import { placementOf, worldPoint, type StandingCard } from './tidy.ts'

/** A card in hand. */
export interface LooseCard {
  readonly key: string
  readonly shape: Size
}

/** A card let go at a point (world units) over a segment. */
export interface Drop {
  readonly card: LooseCard
  readonly wished: Point
  readonly segment: SegmentIndex
}

/**
 * Where a dropped card comes to rest: exactly where it was dropped if it covers nobody there, otherwise on the
 * nearest free spot inside the segment; if there is none, where it was dropped.
 */
export function settle(
  card: LooseCard,
  wished: Point,
  others: readonly StandingCard[],
  segment: SegmentIndex,
  pie: HalfPie,
): Placement {
  const rects = rectsOf(others, card.key, pie)
  const dropped = placementOf(wished, pie)
  const mine = rectAt(wished, card.shape)
  if (dropped && !rects.some((rect) => overlaps(mine, rect))) return dropped
  const free = nearestFree(card.shape, wished, rects, segment, pie)
  const found = free && placementOf(free, pie)
  if (found) return found
  // Where nothing keeps the usual gap, a spot that at least covers nobody.
  const last = freePlace(card, segment, others, pie)
  const spot = rectAt(worldPoint(last, pie), card.shape)
  return rects.some((rect) => overlaps(spot, rect)) ? (dropped ?? last) : last
}

/** A free spot near the middle of a segment, for a card placed by key; the middle itself when there is none. */
export function freePlace(
  card: LooseCard,
  segment: SegmentIndex,
  others: readonly StandingCard[],
  pie: HalfPie,
): Placement {
  const rects = rectsOf(others, card.key, pie)
  const middle = worldPoint(middleOf(segment), pie)
  const free = nearestFree(card.shape, middle, rects, segment, pie)
  return (free && placementOf(free, pie)) ?? middleOf(segment)
}

/** Several cards dropped together; each makes way for those before it. `others` are those not dropped. */
export function settleAll(
  drops: readonly Drop[],
  others: readonly StandingCard[],
  pie: HalfPie,
): Map<string, Placement> {
  return inTurn(
    drops,
    others,
    ({ card }) => card,
    ({ card, wished, segment }, standing) => settle(card, wished, standing, segment, pie),
  )
}

/** Several cards placed by key at once; each makes way for those before it. `others` are those not placed now. */
export function freePlaces(
  cards: readonly LooseCard[],
  segment: SegmentIndex,
  others: readonly StandingCard[],
  pie: HalfPie,
): Map<string, Placement> {
  return inTurn(
    cards,
    others,
    (card) => card,
    (card, standing) => freePlace(card, segment, standing, pie),
  )
}

function inTurn<T>(
  items: readonly T[],
  others: readonly StandingCard[],
  cardOf: (item: T) => LooseCard,
  place: (item: T, standing: readonly StandingCard[]) => Placement,
): Map<string, Placement> {
  const standing = [...others]
  const places = new Map<string, Placement>()
  for (const item of items) {
    const card = cardOf(item)
    const placement = place(item, standing)
    places.set(card.key, placement)
    standing.push({ ...card, placement })
  }
  return places
}

/** A little outside of half-way: there a wedge is wide enough for most cards. */
const middleOf = (segment: SegmentIndex): Placement => ({
  stance: stanceOfSegment(segment),
  depth: 0.6,
})

const rectsOf = (others: readonly StandingCard[], except: string, pie: HalfPie): Rect[] =>
  others.flatMap(({ key, placement, shape }) =>
    key === except ? [] : [rectAt(worldPoint(placement, pie), shape)],
  )

/** Heights are also tried at this distance in px, so that a slanting border or the rim is met closely. */
const STEP = 6

/**
 * The free centre nearest to a wished point, wholly inside the segment and clear of all rectangles: on each
 * height that matters (the wished one, just above or below a rectangle, and a fine grid) the nearest free x.
 */
function nearestFree(
  size: Size,
  wished: Point,
  rects: readonly Rect[],
  segment: SegmentIndex,
  pie: HalfPie,
): Point | null {
  const half = size.height / 2
  const heights = [wished.y]
  for (let y = -half; y > -pie.radius; y -= STEP) heights.push(y)
  for (const rect of rects) {
    heights.push(rect.y - CARD_GAP - half, rect.y + rect.height + CARD_GAP + half)
  }
  heights.sort((a, b) => Math.abs(a - wished.y) - Math.abs(b - wished.y))
  const bands = new Bands(rects)
  let best: Point | null = null
  let least = Infinity
  for (const y of heights) {
    if (Math.abs(y - wished.y) >= least) break
    const x = nearestX(size, { x: wished.x, y }, bands, segment, pie)
    if (x === null) continue
    const distance = Math.hypot(x - wished.x, y - wished.y)
    if (distance < least) {
      least = distance
      best = { x, y }
    }
  }
  return best
}

function nearestX(
  { width, height }: Size,
  { x, y }: Point,
  bands: Bands,
  segment: SegmentIndex,
  pie: HalfPie,
): number | null {
  const top = y - height / 2
  const stretch = stretchOf(segment, top, top + height, pie)
  if (!stretch || stretch.to - stretch.from < width) return null
  const from = stretch.from + width / 2
  const to = stretch.to - width / 2
  const room = width / 2 + CARD_GAP
  // A thousandth of a pixel of mercy: standing exactly at the gap is free.
  const blocked = bands
    .between(top - CARD_GAP + 0.001, top + height + CARD_GAP - 0.001)
    .map((r) => ({ from: r.x - room, to: r.x + r.width + room }))
    .toSorted((a, b) => a.from - b.from)
  let best: number | null = null
  const offer = (low: number, high: number) => {
    if (low > high) return
    const candidate = Math.min(high, Math.max(low, x))
    if (best === null || Math.abs(candidate - x) < Math.abs(best - x)) best = candidate
  }
  let free = from
  for (const block of blocked) {
    offer(free, Math.min(block.from, to))
    free = Math.max(free, block.to)
  }
  offer(free, to)
  return best
}

/** Height of a band in px: about that of a card, so that most rectangles lie in two. */
const BAND = 32

/** Rectangles by the bands of height they reach into, so that a row only meets those beside it. */
class Bands {
  private readonly rows = new Map<number, Rect[]>()
  constructor(rects: readonly Rect[]) {
    for (const rect of rects) {
      for (let row = bandOf(rect.y); row <= bandOf(rect.y + rect.height); row++) {
        const list = this.rows.get(row)
        if (list) list.push(rect)
        else this.rows.set(row, [rect])
      }
    }
  }
  /** Those that reach into a stretch of height, each once. */
  between(top: number, bottom: number): Rect[] {
    const found: Rect[] = []
    const first = bandOf(top)
    for (let row = first; row <= bandOf(bottom); row++) {
      for (const rect of this.rows.get(row) ?? []) {
        const isNew = row === Math.max(first, bandOf(rect.y))
        if (isNew && rect.y < bottom && top < rect.y + rect.height) found.push(rect)
      }
    }
    return found
  }
}

const bandOf = (y: number): number => Math.floor(y / BAND)
