import type { Point } from '../../domain/records.ts'
import { rectAt, type Rect } from '../halfPie.ts'
import { type CellCard, linedUp, spreadOut } from './cellRows.ts'
import { covers, isInside, nearestSpot } from './freeSpot.ts'
import { powerPointOf, powerRoom, type PowerGrid, type PowerValues } from './powerGrid.ts'
import type { CelledCard } from './powerGridFor.ts'

/** A card with the stance and influence that say where it stands. */
export interface PoweredCard extends CelledCard, PowerValues {
  readonly key: string
}

/** In a cell with more cards than this everybody stands in rows: looking for free spots would take too long. */
const MANY = 160

/**
 * Where all cards stand. `exact`: where stance and influence put them, or beside those that stood there first in
 * the order of the list. `rows`: neatly, near those places. `spread`: evenly, from nothing but their order.
 */
export type PowerMode = 'exact' | 'rows' | 'spread'

/** Centres in world units by key. In a grid from `powerGridFor` nobody covers another or leaves their cell. */
export function powerPlaces(
  cards: readonly PoweredCard[],
  grid: PowerGrid,
  mode: PowerMode,
): Map<string, Point> {
  const places = new Map<string, Point>()
  for (const mine of cellsOf(cards)) {
    const [first] = mine
    if (!first) continue
    const room = powerRoom(grid, first.segment, first.level)
    const wishing = mine.map(({ key, shape, stance, influence }) => ({
      key,
      shape,
      wished: powerPointOf(grid, stance, influence),
    }))
    // Where influence is not said there is no exact place.
    const found =
      mode === 'spread'
        ? spreadOut(wishing, room)
        : (mode === 'exact' && first.level !== 'unknown' && exactly(wishing, room)) ||
          linedUp(wishing, room)
    for (const { key, wished } of wishing) places.set(key, found.get(key) ?? wished)
  }
  return places
}

function cellsOf(cards: readonly PoweredCard[]): Iterable<readonly PoweredCard[]> {
  const cells = new Map<string, PoweredCard[]>()
  for (const card of cards) {
    const cell = `${card.segment} ${card.level}`
    const mine = cells.get(cell)
    if (mine) mine.push(card)
    else cells.set(cell, [card])
  }
  return cells.values()
}

/** Everybody at their place or the nearest free spot; null when somebody finds none. */
function exactly(cards: readonly CellCard[], room: Rect): Map<string, Point> | null {
  if (cards.length > MANY) return null
  const places = new Map<string, Point>()
  const taken: Rect[] = []
  for (const card of cards) {
    const spot = spotFor(card, taken, room)
    if (!spot) return null
    places.set(card.key, spot)
    taken.push(rectAt(spot, card.shape))
  }
  return places
}

/** Where a card stands beside those that stand already: exactly where it wishes, or as near as it goes. */
export function spotFor(
  { shape, wished }: Pick<CellCard, 'shape' | 'wished'>,
  taken: readonly Rect[],
  room: Rect,
): Point | null {
  const mine = rectAt(wished, shape)
  if (isInside(mine, room) && !taken.some((rect) => covers(mine, rect))) return wished
  return nearestSpot(shape, wished, taken, room)
}
