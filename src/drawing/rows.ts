import type { SegmentIndex } from '../domain/records.ts'
import { SEGMENT_COUNT } from '../domain/spectrum.ts'
import { BORDER_GAP, stretchOf, type HalfPie, type Interval } from './halfPie.ts'

/** Distance in px that is kept between cards. */
export const CARD_GAP = 7

/** Share of each row that is left free if possible, so that cards have room to keep near their places. */
const SLACK = 0.03

export interface Size {
  readonly width: number
  readonly height: number
}

/** A shelf across a segment: cards no taller than `height` are centred on `y`, between `from` and `to`. */
export interface Row {
  readonly y: number
  readonly height: number
  readonly from: number
  readonly to: number
}

/** Shelves, and one way of putting all cards on them: the index of each card's row. */
export interface Shelving {
  readonly rows: readonly Row[]
  readonly chosen: readonly number[]
}

/**
 * The shelves of a segment, or null when its cards don't fit. They depend on nothing but the sizes of the cards
 * and the pie, so that tidying what is tidy changes nothing. Even shelves look best; only when they don't hold all
 * cards are shelves as low as the cards on them tried, the tallest cards on the widest side.
 */
export function shelvingFor(
  segment: SegmentIndex,
  sizes: readonly Size[],
  pie: HalfPie,
): Shelving | null {
  if (!sizes.length) return { rows: [], chosen: [] }
  const upFirst = segment === 0 || segment === SEGMENT_COUNT - 1
  const even = evenRows(segment, sizes, pie, upFirst)
  const chosen = pack(sizes, even)
  if (chosen) return { rows: even, chosen }
  return closeShelving(segment, sizes, pie, upFirst) ?? closeShelving(segment, sizes, pie, !upFirst)
}

/** Shelves of one height, from the base line up or from the highest place where the widest card fits down. */
function evenRows(
  segment: SegmentIndex,
  sizes: readonly Size[],
  pie: HalfPie,
  fromBase: boolean,
): Row[] {
  const height = Math.max(...sizes.map((size) => size.height))
  const widest = Math.max(...sizes.map((size) => size.width))
  const narrowest = Math.min(...sizes.map((size) => size.width))
  const pitch = height + CARD_GAP
  let bottom = -BORDER_GAP
  if (!fromBase) {
    const highest = firstFit(segment, { width: widest, height }, pie, -pie.radius, 1)
    if (highest) bottom -= (-highest.y - height / 2 - BORDER_GAP) % pitch
  }
  const rows: Row[] = []
  for (; bottom - height > -pie.radius; bottom -= pitch) {
    const row = rowAt(segment, bottom - height, height, pie)
    if (row && row.to - row.from >= narrowest) rows.push(row)
  }
  return rows
}

/** Puts cards on rows by best fit, widest first; null when they don't all fit with some slack. */
function pack(sizes: readonly Size[], rows: readonly Row[]): number[] | null {
  const free = rows.map((row) => (row.to - row.from) * (1 - SLACK) + CARD_GAP)
  const chosen: number[] = sizes.map(() => 0)
  const order = sizes.map((size, card) => ({ card, need: size.width + CARD_GAP }))
  for (const { card, need } of order.toSorted((a, b) => b.need - a.need)) {
    let best = -1
    let least = Infinity
    free.forEach((room, row) => {
      if (room < need || room >= least) return
      best = row
      least = room
    })
    if (best < 0) return null
    free[best] = least - need
    chosen[card] = best
  }
  return chosen
}

/** Shelf upon shelf, each as high as the tallest card left and filled with what fits, tallest and widest first. */
function closeShelving(
  segment: SegmentIndex,
  sizes: readonly Size[],
  pie: HalfPie,
  upwards: boolean,
): Shelving | null {
  let left = sizes
    .map((size, card) => ({ ...size, card }))
    .toSorted((a, b) => b.height - a.height || b.width - a.width)
  const rows: Row[] = []
  const chosen: number[] = sizes.map(() => 0)
  let edge = upwards ? -BORDER_GAP : -pie.radius
  for (let tallest = left[0]; tallest; tallest = left[0]) {
    const row = firstFit(segment, tallest, pie, edge, upwards ? -1 : 1)
    if (!row) return null
    let room = row.to - row.from + CARD_GAP
    left = left.filter(({ card, width }) => {
      if (room < width + CARD_GAP) return true
      room -= width + CARD_GAP
      chosen[card] = rows.length
      return false
    })
    rows.push(row)
    edge = row.y + (upwards ? -1 : 1) * (row.height / 2 + CARD_GAP)
  }
  return { rows, chosen }
}

const SEARCH_STEP = 4

/** The first row in a direction (−1 up, 1 down) from an edge in which a card of this size fits. */
function firstFit(
  segment: SegmentIndex,
  { width, height }: Size,
  pie: HalfPie,
  edge: number,
  direction: 1 | -1,
): Row | null {
  let top = direction > 0 ? edge : edge - height
  while (top > -pie.radius - height && top + height <= 0) {
    const row = rowAt(segment, top, height, pie)
    if (row && row.to - row.from >= width) return row
    top += direction * SEARCH_STEP
  }
  return null
}

function rowAt(segment: SegmentIndex, top: number, height: number, pie: HalfPie): Row | null {
  const stretch: Interval | null = stretchOf(segment, top, top + height, pie)
  return stretch && { y: top + height / 2, height, ...stretch }
}
