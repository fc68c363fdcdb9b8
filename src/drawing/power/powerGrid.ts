import type { Point, SegmentIndex } from '../../domain/records.ts'
import { INFLUENCE_LEVELS, influenceLevel, type InfluenceLevel } from '../../domain/influence.ts'
import { clampStance, SEGMENT_COUNT, segmentOf, SEGMENTS } from '../../domain/spectrum.ts'
import type { DotLevel } from '../card.ts'
import { BORDER_GAP, type Rect } from '../halfPie.ts'

/** Which way the grid lies. 'influence across': stance runs upwards, from opponents to allies. */
export type PowerAxes = 'stance across' | 'influence across'

/** All that the shape of a grid depends on. */
export interface PowerFrame {
  readonly axes: PowerAxes
  /** Where allies stand while stance lies across. */
  readonly alliesSide: 'left' | 'right'
}

/**
 * The power grid (stance × influence, after the power maps of community organising) in world units (1 = 1 CSS px
 * at zoom 1), y growing downwards: stance 0 and influence 0.5 are at (0, 0). Beyond the lowest influence lies a
 * slimmer band for those whose influence nobody has said.
 */
export interface PowerGrid extends PowerFrame {
  /** How much larger than the base grid; labels and lines grow with it. */
  readonly scale: number
  /** Length of a segment along the axis of stance. */
  readonly segmentSize: number
  /** Length of a level along the axis of influence. */
  readonly levelSize: number
  /** Where they differ, on the wall: of each segment, from active allies to active opponents … */
  readonly segmentSizes?: readonly number[]
  /** … and of each level, from high to low. */
  readonly levelSizes?: readonly number[]
  /** Thickness of the band "not said"; 0 while the grid is being measured. */
  readonly unsaidSize: number
}

/** What a point of the grid says of whoever stands there. */
export interface PowerValues {
  /** +1 (active ally) … −1 (active opponent). */
  readonly stance: number
  /** 0…1; null = not said. */
  readonly influence: number | null
}

export const POWER_LEVELS = ['high', 'medium', 'low'] as const satisfies readonly InfluenceLevel[]

const BASE = {
  'stance across': { segment: 202, level: 208 },
  'influence across': { segment: 128, level: 380 },
} as const
const UNSAID_GAP = 9
/** Height that a quadrant's name takes up in its corner. */
const QUADRANT = 27
const GROWTH = 1.07

/** The grid `step` rungs up the ladder of sizes. */
export function powerGrid(
  step: number,
  unsaidSize: number,
  { axes, alliesSide }: PowerFrame,
): PowerGrid {
  const scale = GROWTH ** step
  const { segment, level } = BASE[axes]
  const sizes = { segmentSize: segment * scale, levelSize: level * scale, unsaidSize }
  return { axes, alliesSide, scale, ...sizes }
}

export const powerLevelOf = (influence: number | null): DotLevel =>
  influence === null ? 'unknown' : influenceLevel(influence)

/** Stance along its axis in px, towards the allies; influence along its own, towards the powerful. */
interface Along {
  readonly ally: number
  readonly power: number
}

const isAcross = ({ axes }: PowerFrame): boolean => axes === 'stance across'

function pointAt({ ally, power }: Along, grid: PowerGrid): Point {
  if (!isAcross(grid)) return { x: power, y: -ally }
  return { x: grid.alliesSide === 'left' ? -ally : ally, y: -power }
}

function alongOf({ x, y }: Point, grid: PowerGrid): Along {
  if (!isAcross(grid)) return { ally: -y, power: x }
  return { ally: grid.alliesSide === 'left' ? -x : x, power: -y }
}

const stanceLength = ({ segmentSize }: PowerGrid): number => SEGMENT_COUNT * segmentSize
const powerLength = ({ levelSize }: PowerGrid): number => POWER_LEVELS.length * levelSize

/** Borders between segments along the axis of stance, from the allies' end to the opponents'. */
export const segmentBorders = (grid: PowerGrid): number[] =>
  bordersOf(grid.segmentSizes ?? SEGMENTS.map(() => grid.segmentSize), stanceLength(grid))

/** Borders between levels along the axis of influence, from the highest to the lowest. */
export const levelBorders = (grid: PowerGrid): number[] =>
  bordersOf(grid.levelSizes ?? POWER_LEVELS.map(() => grid.levelSize), powerLength(grid))

function bordersOf(sizes: readonly number[], length: number): number[] {
  let at = length / 2
  return [at, ...sizes.map((size) => (at -= size))]
}

/** Both ends of the band "not said" along the axis of influence. */
function unsaidEnds(grid: PowerGrid): readonly [number, number] {
  const top = -powerLength(grid) / 2 - (grid.unsaidSize ? UNSAID_GAP * grid.scale : 0)
  return [top - grid.unsaidSize, top]
}

/** Where stance and influence put the middle of a card, in a grid of equal bands. Not said: the middle of its band. */
export function powerPointOf(grid: PowerGrid, stance: number, influence: number | null): Point {
  const [from, to] = unsaidEnds(grid)
  const power = influence === null ? (from + to) / 2 : (influence - 0.5) * powerLength(grid)
  return pointAt({ ally: (clampStance(stance) / 2) * stanceLength(grid), power }, grid)
}

/** What a point says; null off the grid. Between the grid and the band "not said" the nearer one counts. */
export function powerPlaceAt(
  grid: PowerGrid,
  point: Point,
): (PowerValues & { readonly segment: SegmentIndex; readonly level: DotLevel }) | null {
  const { ally, power } = alongOf(point, grid)
  const [lowest, unsaid] = unsaidEnds(grid)
  const least = -powerLength(grid) / 2
  if (Math.abs(ally) > stanceLength(grid) / 2 || power > -least || power < lowest) return null
  const stance = rounded((2 * ally) / stanceLength(grid))
  const said = power >= (least + unsaid) / 2
  const influence = said ? rounded(Math.max(0, power / powerLength(grid) + 0.5)) : null
  return { stance, influence, segment: segmentOf(stance), level: powerLevelOf(influence) }
}

/** Five decimals: finer than a tenth of a pixel on any screen, and short in files. */
const rounded = (value: number): number => Math.round(value * 1e5) / 1e5 + 0

/** The whole cell of a segment and a level. */
export function powerCell(grid: PowerGrid, segment: SegmentIndex, level: DotLevel): Rect {
  const borders = segmentBorders(grid)
  const [from, to] = level === 'unknown' ? unsaidEnds(grid) : levelEnds(grid, level)
  const a = pointAt({ ally: borders[segment] ?? 0, power: from }, grid)
  const b = pointAt({ ally: borders[segment + 1] ?? 0, power: to }, grid)
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  }
}

function levelEnds(grid: PowerGrid, level: InfluenceLevel): readonly [number, number] {
  const borders = levelBorders(grid)
  const index = POWER_LEVELS.indexOf(level)
  return [borders[index + 1] ?? 0, borders[index] ?? 0]
}

/** The part of a cell that cards may fill: clear of its borders, and in the corners of the quadrant's name. */
export function powerRoom(grid: PowerGrid, segment: SegmentIndex, level: DotLevel): Rect {
  const { x, y, width, height } = powerCell(grid, segment, level)
  const taken = isCorner(segment, level) ? QUADRANT * grid.scale : 0
  const above = taken && namedAbove(grid, segment, level) ? taken : 0
  return {
    x: x + BORDER_GAP,
    y: y + BORDER_GAP + above,
    width: width - 2 * BORDER_GAP,
    height: height - 2 * BORDER_GAP - taken,
  }
}

const isCorner = (segment: SegmentIndex, level: DotLevel): boolean =>
  (segment === 0 || segment === SEGMENT_COUNT - 1) && (level === 'high' || level === 'low')

/** Names stand at the outer edge: above in the cells at the top, below in those at the bottom. */
const namedAbove = (frame: PowerFrame, segment: SegmentIndex, level: DotLevel): boolean =>
  isAcross(frame) ? level === 'high' : segment === 0

/** The strip at the outer edge of a corner's cell that belongs to the quadrant's name. */
export function quadrantStrip(grid: PowerGrid, segment: SegmentIndex, level: InfluenceLevel): Rect {
  const cell = powerCell(grid, segment, level)
  const height = QUADRANT * grid.scale
  const y = namedAbove(grid, segment, level) ? cell.y : cell.y + cell.height - height
  return { ...cell, y, height }
}

/** The number that a level stands for, null for the band "not said". */
export const influenceOfLevel = (level: DotLevel): number | null =>
  level === 'unknown' ? null : INFLUENCE_LEVELS[level]
