import type { Audience, MapView } from '../../audience/view.ts'
import { SEGMENTS } from '../../domain/spectrum.ts'
import type { Rect } from '../halfPie.ts'
import { drawable } from '../wrap.ts'
import {
  axisLabel,
  boundsOf,
  dividersOf,
  levelBand,
  type LevelBand,
  levelsOf,
  type Quadrant,
  quadrantsOf,
  segmentBand,
  type SegmentBand,
} from './powerBands.ts'
import type { PowerAxes, PowerGrid } from './powerGrid.ts'
import type { LineLabel } from './powerLabels.ts'
import { type PowerCard, type PowerLayout, powerLayoutFor } from './powerLayout.ts'
import type { PowerWords } from './powerWords.ts'

/** A power grid ready to be drawn, in world units; nothing in it is cleverer than a number or a string. */
export interface PowerScene {
  readonly kind: 'power'
  readonly audience: Audience
  readonly axes: PowerAxes
  readonly grid: PowerGrid
  /** Columns (or rows), from active allies to active opponents. */
  readonly segments: readonly SegmentBand[]
  /** Rows (or columns) from high to low; then the band "not said" if anybody is in it. */
  readonly levels: readonly LevelBand[]
  /** Lines between neighbouring cells. */
  readonly dividers: { readonly path: string; readonly width: number }
  readonly quadrants: readonly Quadrant[]
  /** The name of the axis of influence. */
  readonly axis: LineLabel
  /** In the view's order. */
  readonly cards: readonly PowerCard[]
  /** Keys of stakeholders without a stance, in the view's order. */
  readonly unplaced: readonly string[]
  /** All that is drawn, labels included. */
  readonly bounds: Rect
}

/** The scene of a view on the power grid. The same view, words and axes give the same scene. */
export function buildPowerScene(
  view: MapView,
  words: PowerWords,
  axes: PowerAxes,
  layout: PowerLayout = powerLayoutFor(view, axes),
): PowerScene {
  const { grid, cards, unplaced } = layout
  const titled = (name: string, count: number) => ({ name, count, written: words.count(count) })
  const segments = SEGMENTS.map((segment) => {
    const reworded = drawable(view.info.segmentNames[segment] ?? '')
    const count = cards.filter((card) => card.segment === segment).length
    return segmentBand(grid, segment, titled(reworded || words.segments[segment], count))
  })
  const levels = levelsOf(grid).map((level) => {
    const count = cards.filter((card) => card.level === level).length
    return levelBand(grid, level, titled(words.levels[level], count))
  })
  return {
    kind: 'power',
    audience: view.audience,
    axes,
    grid,
    segments,
    levels,
    dividers: dividersOf(grid),
    quadrants: quadrantsOf(grid, words.quadrants),
    axis: axisLabel(grid, words.influence),
    cards,
    unplaced,
    bounds: boundsOf(grid),
  }
}
