import type { MapView } from '../../audience/view.ts'
import { SEGMENT_COUNT, SEGMENTS } from '../../domain/spectrum.ts'
import type { CardLook } from '../card.ts'
import { BORDER_GAP, type Rect } from '../halfPie.ts'
import { SIZES } from '../palette.ts'
import { areaOf, holds } from '../power/cellRows.ts'
import { boundsOf, levelsOf } from '../power/powerBands.ts'
import {
  POWER_LEVELS,
  powerRoom,
  type PowerAxes,
  type PowerFrame,
  type PowerGrid,
} from '../power/powerGrid.ts'
import type { CelledCard } from '../power/powerGridFor.ts'
import { type PowerLayout, poweredCard, powerLayoutIn } from '../power/powerLayout.ts'
import { CARD_GAP } from '../rows.ts'
import { shareOut } from './shareOut.ts'
import { FEW, readable } from './wallLooks.ts'
import { LEAST_TYPE } from './wallPage.ts'

/** Names are no larger than this many steps above the least type. */
const LARGEST = 4
const STEP = 1.04
/** Font size of labels in the grid's own units, and on the page. */
const LABEL_FONT = 16
const LABEL_TYPE = LEAST_TYPE * 1.12
/** Of the band "not said": no thicker than this many levels. */
const UNSAID_MOST = 1.3
/** With more cards than this, bands keep one size: names are small then anyway. */
const MOST_TO_WIDEN = 120
/** Tries to give a full band what others can spare, and how much more it gets at each. */
const TRIES = { few: 120, many: 30 } as const
const MORE = 1.07

/** The power grid that fills an area of the wall, with the largest cards that its cells can hold. */
export function wallPowerLayoutFor(view: MapView, axes: PowerAxes, area: Rect): PowerLayout {
  const gridOf = gridsFor(view, axes, area)
  return readable(
    view.stakeholders.length,
    (look) => {
      const cards = view.stakeholders.flatMap((one) => poweredCard(one, look) ?? [])
      // The least type first: where that finds no room no larger one does.
      let found: PowerGrid | null = null
      for (let step = 0; step <= LARGEST; step++) {
        const larger = gridOf(cards, step)
        if (!larger) break
        found = larger
      }
      const grid = found
      return grid && powerLayoutIn(view, axes, look, () => grid)
    },
    () => asLargeAsFits(view, axes, 'wall', gridOf),
  )
}

/** The same with whole names, however small they become. */
export const wholePowerLayoutFor = (view: MapView, axes: PowerAxes, area: Rect): PowerLayout =>
  asLargeAsFits(view, axes, 'whole', gridsFor(view, axes, area))

/** The grid of an area in type that is so many steps above the least; null when the cards find no room. */
type GridOf = (cards: readonly CelledCard[], step: number) => PowerGrid | null

function gridsFor(view: MapView, axes: PowerAxes, area: Rect): GridOf {
  const frame = { axes, alliesSide: view.info.alliesSide }
  return (cards, step) => {
    const zoom = (LEAST_TYPE * STEP ** step) / SIZES.card.font
    const room = { width: area.width / zoom, height: area.height / zoom }
    return gridIn(cards, frame, room, zoom)
  }
}

const asLargeAsFits = (
  view: MapView,
  axes: PowerAxes,
  look: CardLook,
  gridOf: GridOf,
): PowerLayout =>
  powerLayoutIn(view, axes, look, (cards) => {
    for (let step = LARGEST; ; step--) {
      const grid = gridOf(cards, step)
      if (grid) return grid
    }
  })

interface Room {
  readonly width: number
  readonly height: number
}

/** The grid of exactly this size, with a band "not said" if anybody belongs there; null when the cards find no room. */
function gridIn(
  cards: readonly CelledCard[],
  frame: PowerFrame,
  room: Room,
  zoom: number,
): PowerGrid | null {
  const withUnsaid = (thickness: number) =>
    sized(thickness, LABEL_TYPE / LABEL_FONT / zoom, frame, room)
  const unsaid = cards.filter(({ level }) => level === 'unknown').map(({ shape }) => shape)
  if (!unsaid.length) return holding(cards, withUnsaid, 0)
  const across = frame.axes === 'stance across'
  const thickest = Math.max(...unsaid.map(({ width, height }) => (across ? height : width)))
  const first = thickest + 2 * BORDER_GAP + CARD_GAP
  for (let thickness = first; ; thickness *= MORE) {
    const equal = withUnsaid(thickness)
    if (equal.levelSize <= 0 || thickness > UNSAID_MOST * equal.levelSize) break
    const full = fullCells(cards, equal)
    if (full.some(({ level }) => level === 'unknown')) continue
    const grid = holding(cards, withUnsaid, thickness)
    if (grid) return grid
    break
  }
  return holding(cards, withUnsaid, first)
}

/** Grid whose bounds, labels included, are of this size. */
function sized(unsaidSize: number, scale: number, frame: PowerFrame, room: Room): PowerGrid {
  const probe: PowerGrid = { ...frame, scale, unsaidSize, segmentSize: 100, levelSize: 100 }
  const { width, height } = boundsOf(probe)
  const wider = room.width - width
  const higher = room.height - height
  const across = frame.axes === 'stance across'
  return {
    ...probe,
    segmentSize: 100 + (across ? wider : higher) / SEGMENT_COUNT,
    levelSize: 100 + (across ? higher : wider) / POWER_LEVELS.length,
  }
}

/**
 * The grid with bands of one size if its cells hold all cards that way, otherwise of sizes that suit them.
 * The band "not said" is at least as thick as it is at first.
 */
function holding(
  cards: readonly CelledCard[],
  withUnsaid: (thickness: number) => PowerGrid,
  first: number,
): PowerGrid | null {
  const grid = withUnsaid(first)
  if (grid.levelSize <= 0) return null
  if (!fullCells(cards, grid).length) return grid
  if (cards.length > MOST_TO_WIDEN) return null
  const ground = SEGMENT_COUNT * grid.segmentSize * (POWER_LEVELS.length * grid.levelSize + first)
  if (areaOf(cards.map(({ shape }) => shape)) > ground) return null
  const levels = levelsOf(grid)
  const least = leastSizes(grid)
  let segmentSizes = SEGMENTS.map(() => grid.segmentSize)
  let levelSizes = levels.map((level) => (level === 'unknown' ? first : grid.levelSize))
  const most = cards.length <= FEW ? TRIES.few : TRIES.many
  for (let tries = 0; tries < most; tries++) {
    const tried = {
      ...withUnsaid(levelSizes[POWER_LEVELS.length] ?? 0),
      segmentSizes,
      levelSizes: levelSizes.slice(0, POWER_LEVELS.length),
    }
    const full = fullCells(cards, tried)
    if (!full.length) return tried
    segmentSizes = shareOut(
      segmentSizes.map((size, i) => (full.some((c) => c.segment === i) ? size * MORE : size)),
      least.segments,
      SEGMENT_COUNT * grid.segmentSize,
    )
    levelSizes = shareOut(
      levelSizes.map((size, i) => (full.some((c) => c.level === levels[i]) ? size * MORE : size)),
      levels.map((level, i) => (level === 'unknown' ? first : (least.levels[i] ?? 0))),
      POWER_LEVELS.length * grid.levelSize + first,
    )
  }
  return null
}

/** Length that the name of a corner takes up in the least type, in the grid's own units. */
const CORNER_LENGTH = 200

/** What a band keeps at least: columns need it for their names, and for those in the corners. */
function leastSizes({ axes, scale, segmentSize, levelSize }: PowerGrid) {
  if (axes === 'stance across') {
    return {
      segments: [1, 0.76, 0.76, 0.76, 1].map((share) => share * segmentSize),
      levels: POWER_LEVELS.map(() => 0.25 * levelSize),
    }
  }
  const corner = Math.min(levelSize, CORNER_LENGTH * scale)
  return {
    segments: [0.6, 0.5, 0.5, 0.5, 0.6].map((share) => share * segmentSize),
    levels: [corner, Math.min(corner, 0.4 * levelSize), corner],
  }
}

/** The cells whose cards find no room. */
function fullCells(cards: readonly CelledCard[], grid: PowerGrid): Omit<CelledCard, 'shape'>[] {
  return SEGMENTS.flatMap((segment) =>
    levelsOf(grid).flatMap((level) => {
      const mine = cards.flatMap((card) =>
        card.segment === segment && card.level === level ? [card.shape] : [],
      )
      return holds(powerRoom(grid, segment, level), mine) ? [] : [{ segment, level }]
    }),
  )
}
