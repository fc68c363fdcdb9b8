import type { Point } from '../../domain/records.ts'
import type { Rect } from '../halfPie.ts'
import { lineUp, spaceOut } from '../lineUp.ts'
import { CARD_GAP, type Row, type Size } from '../rows.ts'

/** A card that looks for its place in a cell. */
export interface CellCard {
  readonly key: string
  readonly shape: Size
  /** Where it would stand if it were alone. */
  readonly wished: Point
}

/** Rows of one height over the whole height of a cell; they depend on nothing but the tallest card. */
function rowsIn({ x, y, width, height }: Rect, sizes: readonly Size[]): Row[] {
  const tallest = Math.max(...sizes.map((size) => size.height))
  const count = Math.floor((height + CARD_GAP) / (tallest + CARD_GAP))
  const pitch = count > 1 ? (height - tallest) / (count - 1) : 0
  const first = count > 1 ? y + tallest / 2 : y + height / 2
  return Array.from({ length: count }, (_, i) => ({
    y: first + i * pitch,
    height: tallest,
    from: x,
    to: x + width,
  }))
}

/** The row of each card by best fit, widest first; null when the cell can't hold them all. */
function packed(sizes: readonly Size[], rows: readonly Row[]): number[] | null {
  const free = rows.map((row) => row.to - row.from + CARD_GAP)
  const chosen = sizes.map(() => 0)
  const widestFirst = sizes
    .map(({ width }, card) => ({ card, need: width + CARD_GAP }))
    .toSorted((a, b) => b.need - a.need || a.card - b.card)
  for (const { card, need } of widestFirst) {
    let best = -1
    free.forEach((room, row) => {
      if (room >= need && (best < 0 || room < (free[best] ?? 0))) best = row
    })
    if (best < 0) return null
    free[best] = (free[best] ?? 0) - need
    chosen[card] = best
  }
  return chosen
}

/** Area in px² that cards take up with the distance they keep. */
export const areaOf = (sizes: readonly Size[]): number =>
  sizes.reduce((sum, { width, height }) => sum + (width + CARD_GAP) * (height + CARD_GAP), 0)

/** True when the cards find room in rows. */
export function holds(room: Rect, sizes: readonly Size[]): boolean {
  if (!sizes.length) return true
  if (areaOf(sizes) > (room.width + CARD_GAP) * (room.height + CARD_GAP)) return false
  return packed(sizes, rowsIn(room, sizes)) !== null
}

/**
 * Cards in neat rows near where they wish to be. What is in such rows already stays as it is. In a cell that
 * holds them all nobody is left out; in a smaller one those who find no room are.
 */
export function linedUp(cards: readonly CellCard[], room: Rect): Map<string, Point> {
  const sizes = cards.map(({ shape }) => shape)
  const rows = cards.length ? rowsIn(room, sizes) : []
  const shelves = byCost(cards, rows) ?? byPacking(cards, rows)
  return onShelves(shelves, rows, lineUp)
}

/** Cards in even rows from nothing but their order. The same promise as `linedUp`. */
export function spreadOut(cards: readonly CellCard[], room: Rect): Map<string, Point> {
  const sizes = cards.map(({ shape }) => shape)
  const most = cards.length ? rowsIn(room, sizes) : []
  const shelves = inOrder(cards, room, most.length) ?? byPacking(cards, most)
  const tallest = Math.max(0, ...sizes.map(({ height }) => height))
  const middles = spaceOut(
    shelves.map(() => ({ wished: 0, width: tallest })),
    room.y,
    room.y + room.height,
    CARD_GAP,
  )
  const rows = middles.map((y) => ({
    y,
    height: tallest,
    from: room.x,
    to: room.x + room.width,
  }))
  return onShelves(shelves, rows, spaceOut)
}

function onShelves(
  shelves: readonly (readonly CellCard[])[],
  rows: readonly Row[],
  arrange: typeof lineUp,
): Map<string, Point> {
  const places = new Map<string, Point>()
  shelves.forEach((shelf, i) => {
    const row = rows[i]
    if (!row) return
    const xs = arrange(onLine(shelf), row.from, row.to, CARD_GAP)
    shelf.forEach(({ key }, j) => places.set(key, { x: xs[j] ?? 0, y: row.y }))
  })
  return places
}

const onLine = (shelf: readonly CellCard[]) =>
  shelf.map(({ wished, shape }) => ({ wished: wished.x, width: shape.width }))

/** Everybody, largest first, on the row where they and their neighbours are moved least; null when one finds no room. */
function byCost(cards: readonly CellCard[], rows: readonly Row[]): CellCard[][] | null {
  const shelves: CellCard[][] = rows.map(() => [])
  const moved = rows.map(() => 0)
  const room = rows.map((row) => row.to - row.from + CARD_GAP)
  const largestFirst = cards.toSorted(
    (a, b) => b.shape.width * b.shape.height - a.shape.width * a.shape.height,
  )
  for (const card of largestFirst) {
    const need = card.shape.width + CARD_GAP
    let best: { row: number; shelf: CellCard[]; moved: number } | null = null
    let least = Infinity
    rows.forEach((row, i) => {
      const up = Math.abs(row.y - card.wished.y)
      if ((room[i] ?? 0) < need || up >= least) return
      const shelf = withCard(shelves[i] ?? [], card)
      const sideways = displacement(shelf, row)
      const cost = up + sideways - (moved[i] ?? 0)
      if (cost >= least) return
      least = cost
      best = { row: i, shelf, moved: sideways }
    })
    if (!best) return null
    const found: { row: number; shelf: CellCard[]; moved: number } = best
    shelves[found.row] = found.shelf
    moved[found.row] = found.moved
    room[found.row] = (room[found.row] ?? 0) - need
  }
  return shelves
}

/** Equal wishes keep the order in which they came. */
function withCard(shelf: readonly CellCard[], card: CellCard): CellCard[] {
  const after = shelf.findIndex(({ wished }) => wished.x > card.wished.x)
  return shelf.toSpliced(after < 0 ? shelf.length : after, 0, card)
}

/** How far in px the cards of a row are moved sideways, added up. */
function displacement(shelf: readonly CellCard[], row: Row): number {
  const xs = lineUp(onLine(shelf), row.from, row.to, CARD_GAP)
  return shelf.reduce((sum, { wished }, i) => sum + Math.abs((xs[i] ?? 0) - wished.x), 0)
}

function byPacking(cards: readonly CellCard[], rows: readonly Row[]): CellCard[][] {
  const shelves: CellCard[][] = rows.map(() => [])
  const chosen = packed(
    cards.map(({ shape }) => shape),
    rows,
  )
  chosen?.forEach((row, i) => {
    const card = cards[i]
    if (card) shelves[row] = withCard(shelves[row] ?? [], card)
  })
  return shelves
}

/**
 * Rows of cards in their order, as evenly filled as it goes: about as many rows as suit the cell's shape,
 * or more when they must be. Null when `most` rows don't hold them that way.
 */
function inOrder(cards: readonly CellCard[], room: Rect, most: number): CellCard[][] | null {
  if (!cards.length) return []
  const mean = (of: (size: Size) => number) =>
    cards.reduce((sum, { shape }) => sum + of(shape) + CARD_GAP, 0) / cards.length
  const square = Math.sqrt(
    (cards.length * room.height * mean(({ width }) => width)) /
      (room.width * mean(({ height }) => height)),
  )
  for (let count = Math.max(1, Math.min(most, Math.round(square))); count <= most; count++) {
    const shelves = evenly(cards, count, room.width)
    if (shelves) return shelves
  }
  return null
}

/** At most `count` rows, the widest as narrow as the order allows: found by halving, to half a pixel. */
function evenly(cards: readonly CellCard[], count: number, width: number): CellCard[][] | null {
  let best = broken(cards, width)
  if (best.length > count) return null
  let low = Math.max(...cards.map(({ shape }) => shape.width))
  if (low > width) return null
  for (let high = width; high - low > 0.5;) {
    const middle = (low + high) / 2
    const tried = broken(cards, middle)
    if (tried.length <= count) {
      best = tried
      high = middle
    } else low = middle
  }
  return best
}

/** Cards broken into rows no wider than this, like words into lines. */
function broken(cards: readonly CellCard[], width: number): CellCard[][] {
  const rows: CellCard[][] = []
  let used = Infinity
  for (const card of cards) {
    used += CARD_GAP + card.shape.width
    const row = rows.at(-1)
    if (row && used <= width) row.push(card)
    else {
      rows.push([card])
      used = card.shape.width
    }
  }
  return rows
}
