import type { MapView } from '../../audience/view.ts'
import { SEGMENT_COUNT, SEGMENTS } from '../../domain/spectrum.ts'
import type { CardLook, DotLevel } from '../card.ts'
import { BORDER_GAP, type Rect } from '../halfPie.ts'
import { SIZES } from '../palette.ts'
import { areaOf, holds } from '../power/cellRows.ts'
import { boundsOf } from '../power/powerBands.ts'
import {
  POWER_LEVELS,
  powerRoom,
  type PowerAxes,
  type PowerFrame,
  type PowerGrid,
} from '../power/powerGrid.ts'
import type { CelledCard } from '../power/powerGridFor.ts'
import { type PowerLayout, powerLayoutIn } from '../power/powerLayout.ts'
import { CARD_GAP } from '../rows.ts'
import { shareOut } from './shareOut.ts'
import { readable } from './wallLooks.ts'
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
const MOST_TRIES = 30
const MORE = 1.05

/** The power grid that fills an area of the wall, with the largest cards that its cells can hold. */
export const wallPowerLayoutFor = (view: MapView, axes: PowerAxes, area: Rect): PowerLayout =>
  readable(
    view.stakeholders.length,
    (look) => layoutAs(view, axes, area, look),
    ({ grid }) => (SIZES.card.font * area.width) / boundsOf(grid).width,
  )

function layoutAs(view: MapView, axes: PowerAxes, area: Rect, look: CardLook): PowerLayout {
  return powerLayoutIn(view, axes, look, (cards) => {
    const frame = { axes, alliesSide: view.info.alliesSide }
    for (let step = LARGEST; ; step--) {
      const zoom = (LEAST_TYPE * STEP ** step) / SIZES.card.font
      const grid = gridIn(
        cards,
        frame,
        { width: area.width / zoom, height: area.height / zoom },
        zoom,
      )
      if (grid) return grid
    }
  })
}

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
  const scale = LABEL_TYPE / LABEL_FONT / zoom
  const unsaid = cards.filter(({ level }) => level === 'unknown').map(({ shape }) => shape)
  if (!unsaid.length) return holding(cards, sized(0, scale, frame, room))
  const across = frame.axes === 'stance across'
  const thickest = Math.max(...unsaid.map(({ width, height }) => (across ? height : width)))
  const first = Math.max(
    thickest + 2 * BORDER_GAP + CARD_GAP,
    areaOf(unsaid) / ((across ? room.width : room.height) + CARD_GAP),
  )
  // By one row or column more at a time: what is between holds no more.
  for (let thickness = first; ; thickness += thickest + CARD_GAP) {
    const grid = sized(thickness, scale, frame, room)
    if (grid.levelSize <= 0 || (thickness > first && thickness > UNSAID_MOST * grid.levelSize)) {
      return null
    }
    if (fullCells(cards, grid).every(({ level }) => level !== 'unknown')) {
      return holding(cards, grid)
    }
  }
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

/** The grid with bands of one size if its cells hold all cards that way, otherwise of sizes that suit them. */
function holding(cards: readonly CelledCard[], grid: PowerGrid): PowerGrid | null {
  let sizes = {
    segmentSizes: SEGMENTS.map(() => grid.segmentSize),
    levelSizes: POWER_LEVELS.map(() => grid.levelSize),
  }
  if (!fullCells(cards, grid).length) return grid
  if (cards.length > MOST_TO_WIDEN) return null
  const least = leastShares(grid)
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const tried = { ...grid, ...sizes }
    const full = fullCells(cards, tried)
    if (!full.length) return tried
    sizes = {
      segmentSizes: shareOut(
        sizes.segmentSizes.map((size, i) =>
          full.some((c) => c.segment === i) ? size * MORE : size,
        ),
        least.segments.map((share) => share * grid.segmentSize),
        SEGMENT_COUNT * grid.segmentSize,
      ),
      levelSizes: shareOut(
        sizes.levelSizes.map((size, i) =>
          full.some((c) => c.level === POWER_LEVELS[i]) ? size * MORE : size,
        ),
        POWER_LEVELS.map(() => least.level * grid.levelSize),
        POWER_LEVELS.length * grid.levelSize,
      ),
    }
  }
  return null
}

/** So much of its equal share a band keeps at least: columns need it for their names, and for those in the corners. */
const leastShares = ({ axes }: PowerGrid) =>
  axes === 'stance across'
    ? { segments: [1, 0.72, 0.72, 0.72, 1], level: 0.45 }
    : { segments: [0.6, 0.5, 0.5, 0.5, 0.6], level: 0.6 }

/** The cells whose cards find no room. */
function fullCells(cards: readonly CelledCard[], grid: PowerGrid): Omit<CelledCard, 'shape'>[] {
  const levels: readonly DotLevel[] = grid.unsaidSize ? [...POWER_LEVELS, 'unknown'] : POWER_LEVELS
  return SEGMENTS.flatMap((segment) =>
    levels.flatMap((level) => {
      const mine = cards.flatMap((card) =>
        card.segment === segment && card.level === level ? [card.shape] : [],
      )
      return holds(powerRoom(grid, segment, level), mine) ? [] : [{ segment, level }]
    }),
  )
}
