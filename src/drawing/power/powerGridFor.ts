import type { SegmentIndex } from '../../domain/records.ts'
import { SEGMENTS } from '../../domain/spectrum.ts'
import type { DotLevel } from '../card.ts'
import { BORDER_GAP, type Rect } from '../halfPie.ts'
import { CARD_GAP, type Size } from '../rows.ts'
import { areaOf, holds } from './cellRows.ts'
import { POWER_LEVELS, powerGrid, powerRoom, type PowerFrame, type PowerGrid } from './powerGrid.ts'

/** A card, and the cell it belongs to. */
export interface CelledCard {
  readonly segment: SegmentIndex
  readonly level: DotLevel
  readonly shape: Size
}

/** Share of a cell that cards may fill, so that most of them can stand exactly where they are. */
const FILLED = 0.58

/** The band "not said" becomes no thicker than this many levels; then the whole grid grows. */
const UNSAID_MOST = 1.2
/** In px of the base grid: the band's own name stands over or beside it. */
const UNSAID_LEAST = { 'stance across': 46, 'influence across': 104 } as const
const UNSAID_STEP = 12

/**
 * The smallest grid on the ladder of sizes in which the cards of every cell find room. Depends only on which sizes
 * of card belong into which cell, so that moving a card within its cell changes nothing else.
 */
export function powerGridFor(cards: readonly CelledCard[], frame: PowerFrame): PowerGrid {
  const bySegment = SEGMENTS.map((segment) => ({
    segment,
    levels: POWER_LEVELS.map((level) => ({ level, sizes: sizesIn(cards, segment, level) })),
  }))
  const unsaid = SEGMENTS.map((segment) => sizesIn(cards, segment, 'unknown'))
  for (let step = 0; ; step++) {
    const grid = powerGrid(step, 0, frame)
    const fits = bySegment.every(({ segment, levels }) =>
      levels.every(({ level, sizes }) => isRoomy(powerRoom(grid, segment, level), sizes)),
    )
    const thickness = fits ? unsaidThickness(unsaid, step, frame) : null
    if (thickness !== null) return powerGrid(step, thickness, frame)
  }
}

const sizesIn = (cards: readonly CelledCard[], segment: SegmentIndex, level: DotLevel): Size[] =>
  cards.flatMap((card) => (card.segment === segment && card.level === level ? [card.shape] : []))

/** A lone card may fill its cell as far as it likes. */
const isRoomy = (room: Rect, sizes: readonly Size[]): boolean =>
  (sizes.length < 2 || areaOf(sizes) <= FILLED * room.width * room.height) && holds(room, sizes)

/** The least thickness in which everybody of the band finds room in rows; null when there is none. */
function unsaidThickness(
  bySegment: readonly (readonly Size[])[],
  step: number,
  frame: PowerFrame,
): number | null {
  const all = bySegment.flat()
  const across = frame.axes === 'stance across'
  const { levelSize, segmentSize, scale } = powerGrid(step, 0, frame)
  const thickest = Math.max(...all.map(({ width, height }) => (across ? height : width)))
  const holdsOne = thickest + 2 * BORDER_GAP + CARD_GAP
  const most = Math.max(UNSAID_MOST * levelSize, holdsOne)
  // In anything thinner the cards' areas alone are larger than the band.
  const byArea = Math.max(...bySegment.map(areaOf)) / (segmentSize + CARD_GAP)
  let thickness = Math.max(UNSAID_LEAST[frame.axes] * scale, holdsOne, byArea)
  for (; thickness <= most; thickness += UNSAID_STEP) {
    const grid = powerGrid(step, thickness, frame)
    const fits = SEGMENTS.every((segment) =>
      holds(powerRoom(grid, segment, 'unknown'), bySegment[segment] ?? []),
    )
    if (fits) return thickness
  }
  return null
}
