import type { SegmentIndex } from '../../domain/records.ts'
import { SEGMENTS } from '../../domain/spectrum.ts'
import type { DotLevel } from '../card.ts'
import type { Rect } from '../halfPie.ts'
import { pathNumber as n } from '../pathNumber.ts'
import {
  levelBorders,
  powerCell,
  POWER_LEVELS,
  type PowerGrid,
  quadrantStrip,
  segmentBorders,
} from './powerGrid.ts'
import { bandLabel, type BandLabel, commonSize, type LineLabel, oneLine } from './powerLabels.ts'
import type { QuadrantName } from './powerWords.ts'

/** A column or row of the grid: a segment of stance. */
export interface SegmentBand {
  readonly segment: SegmentIndex
  /** Its ground, from the lowest level to the highest. */
  readonly area: Rect
  /** Its ground in the band "not said"; null when there is no such band. */
  readonly unsaid: Rect | null
  /** The coloured band at the outer edge. */
  readonly rim: Rect
  readonly label: BandLabel
  /** How many cards stand in it. */
  readonly count: number
}

/** A row or column of the grid: a level of influence, or `unknown` while nobody has said. */
export interface LevelBand {
  readonly level: DotLevel
  readonly area: Rect
  readonly label: BandLabel
  readonly count: number
}

/** The name of a corner, written where no card stands. */
export interface Quadrant extends LineLabel {
  readonly name: QuadrantName
  readonly segment: SegmentIndex
}

/** Sizes in world units of the base grid; all grow with it. */
const SIZES = {
  rim: 7,
  divider: 2.5,
  font: [16, 10],
  quadrantFont: [17, 9],
  quadrantPad: 10,
  /** Height of the labels above, with rim and gaps. */
  above: 36,
  /** Width of the labels beside, with gaps. */
  beside: { 'stance across': 96, 'influence across': 124 },
  gap: 11,
  margin: 6,
} as const

type Range = readonly [number, number]
const scaled = ([a, b]: Range, { scale }: PowerGrid): Range => [a * scale, b * scale]

/** The levels that the grid has bands for. */
export const levelsOf = (grid: PowerGrid): readonly DotLevel[] =>
  grid.unsaidSize ? [...POWER_LEVELS, 'unknown'] : POWER_LEVELS

/** The least rectangle around some. */
function around(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}

const bandOf = (grid: PowerGrid, segments: readonly SegmentIndex[], levels: readonly DotLevel[]) =>
  around(segments.flatMap((segment) => levels.map((level) => powerCell(grid, segment, level))))

/** The whole grid without labels. */
const groundOf = (grid: PowerGrid): Rect => bandOf(grid, SEGMENTS, levelsOf(grid))

export function segmentBand(
  grid: PowerGrid,
  segment: SegmentIndex,
  { name, count, written }: { name: string; count: number; written: string },
): SegmentBand {
  const area = bandOf(grid, [segment], POWER_LEVELS)
  const whole = bandOf(grid, [segment], levelsOf(grid))
  const across = grid.axes === 'stance across'
  const rim = SIZES.rim * grid.scale
  return {
    segment,
    area,
    unsaid: grid.unsaidSize ? powerCell(grid, segment, 'unknown') : null,
    rim: across
      ? { ...area, y: area.y - rim, height: rim }
      : { ...area, x: whole.x - rim, width: rim },
    label: across ? labelAbove(grid, area, name, written) : labelBeside(grid, area, name, written),
    count,
  }
}

export function levelBand(
  grid: PowerGrid,
  level: DotLevel,
  { name, count, written }: { name: string; count: number; written: string },
): LevelBand {
  const area = bandOf(grid, SEGMENTS, [level])
  const label = grid.axes === 'stance across' ? labelBeside : labelAbove
  return { level, area, label: label(grid, area, name, written), count }
}

/** Middle line of the labels above. */
const aboveY = (grid: PowerGrid): number =>
  groundOf(grid).y - ((SIZES.above + SIZES.rim) / 2) * grid.scale

/** Where the labels beside end. */
const besideX = (grid: PowerGrid): number =>
  groundOf(grid).x - (SIZES.gap + (grid.axes === 'stance across' ? 0 : SIZES.rim)) * grid.scale

const besideRoom = (grid: PowerGrid): number =>
  SIZES.beside[grid.axes] * grid.scale - (groundOf(grid).x - besideX(grid))

const labelAbove = (grid: PowerGrid, area: Rect, name: string, count: string): BandLabel =>
  bandLabel(
    name,
    count,
    {
      x: area.x + area.width / 2,
      y: aboveY(grid),
      anchor: 'middle',
      room: area.width * 0.94,
      lines: 1,
    },
    scaled(SIZES.font, grid),
  )

const labelBeside = (grid: PowerGrid, area: Rect, name: string, count: string): BandLabel =>
  bandLabel(
    name,
    count,
    {
      x: besideX(grid),
      y: area.y + area.height / 2,
      anchor: 'end',
      room: besideRoom(grid),
      lines: 3,
    },
    scaled(SIZES.font, grid),
  )

/** The name of the axis of influence, where the labels above and beside meet. */
export function axisLabel(grid: PowerGrid, text: string): LineLabel {
  const size = commonSize([text], besideRoom(grid), scaled(SIZES.font, grid))
  return {
    text: oneLine(text, size, besideRoom(grid)).lines[0] ?? '',
    x: besideX(grid),
    y: aboveY(grid) + size * 0.35,
    anchor: 'end',
    size,
  }
}

const CORNERS = [
  { name: 'powerful allies', segment: 0, level: 'high' },
  { name: 'powerful opponents', segment: 4, level: 'high' },
  { name: 'allies with little power', segment: 0, level: 'low' },
  { name: 'opponents with little power', segment: 4, level: 'low' },
] as const

export function quadrantsOf(
  grid: PowerGrid,
  words: Readonly<Record<QuadrantName, string>>,
): Quadrant[] {
  const pad = SIZES.quadrantPad * grid.scale
  const strips = CORNERS.map(({ segment, level }) => quadrantStrip(grid, segment, level))
  const width = Math.min(...strips.map((strip) => strip.width)) - 2 * pad
  const texts = CORNERS.map(({ name }) => words[name])
  const size = commonSize(texts, width, scaled(SIZES.quadrantFont, grid))
  return CORNERS.map(({ name, segment, level }) => {
    const strip = quadrantStrip(grid, segment, level)
    const left = strip.x + strip.width / 2 < 0
    return {
      name,
      segment,
      text: oneLine(words[name], size, width).lines[0] ?? '',
      x: left ? strip.x + pad : strip.x + strip.width - pad,
      y: strip.y + strip.height / 2 + size * 0.35,
      anchor: left ? 'start' : 'end',
      size,
    }
  })
}

/** Lines between neighbouring cells, as one path, and how thick they are. */
export function dividersOf(grid: PowerGrid): { readonly path: string; readonly width: number } {
  const ground = groundOf(grid)
  const { x, y } = ground
  const right = x + ground.width
  const bottom = y + ground.height
  const path = (lies: boolean, at: number) =>
    lies ? `M${n(x)} ${n(at)}L${n(right)} ${n(at)}` : `M${n(at)} ${n(y)}L${n(at)} ${n(bottom)}`
  const across = grid.axes === 'stance across'
  // Stance runs upwards, or with the allies to their side; influence runs upwards, or to the right.
  const towards = across && grid.alliesSide === 'right' ? 1 : -1
  const segments = inner(segmentBorders(grid)).map((at) => path(!across, towards * at))
  const levels = inner(levelBorders(grid)).map((at) => path(across, across ? -at : at))
  return { path: [...segments, ...levels].join(''), width: SIZES.divider * grid.scale }
}

const inner = (borders: readonly number[]): readonly number[] => borders.slice(1, -1)

/** All that is drawn of a grid, labels included. */
export function boundsOf(grid: PowerGrid): Rect {
  const { x, y, width, height } = groundOf(grid)
  const beside = SIZES.beside[grid.axes] * grid.scale
  const above = SIZES.above * grid.scale
  const margin = SIZES.margin * grid.scale
  return {
    x: x - beside,
    y: y - above,
    width: width + beside + margin,
    height: height + above + margin,
  }
}
