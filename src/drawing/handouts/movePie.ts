import type { ViewInfo } from '../../audience/view.ts'
import type { Point, SegmentIndex } from '../../domain/records.ts'
import { anglesOf, halfPie, polar, type HalfPie } from '../halfPie.ts'
import { pathNumber } from '../pathNumber.ts'
import type { SceneWords, SpectrumScene } from '../spectrumScene.ts'
import { arrowFrom, bentBetween, type TargetArrow } from '../targetArrow.ts'
import { emptyPie } from './emptyPie.ts'
import type { Move } from './toMove.ts'

/** What a place on the half-pie means: filled, a ring, a dashed ring. */
export type Spot = 'now' | 'next' | 'target'

export interface PlacedSpot extends Point {
  readonly spot: Spot
  readonly segment: SegmentIndex
}

/** A small half-pie that shows where somebody stands and where we want them. */
export interface MovePie {
  readonly scene: SpectrumScene
  /** From world units to the page: scaled, then moved. */
  readonly at: { readonly scale: number; readonly x: number; readonly y: number }
  readonly spots: readonly PlacedSpot[]
  /** In units of which one is `ARROW_SCALE` world units, so that they are bolder than those of the map. */
  readonly arrows: readonly Pick<TargetArrow, 'shaft' | 'head'>[]
  /** On the page. */
  readonly bottom: number
}

export const SPOT_RADIUS = 25
export const ARROW_SCALE = 2.6
/** No label is smaller; in units of the page. */
const LEAST_FONT = 13.4
/** Distance of a spot from the centre, as a share of the radius, and of an arrow from a spot. */
const OUT = 0.62
const CLEARANCE = 10

/** The half-pie with its top at `top`, as wide as `width`, its middle at `middle`. */
export function movePie(
  info: ViewInfo,
  words: SceneWords,
  move: Move | null,
  { middle, top, width }: { readonly middle: number; readonly top: number; readonly width: number },
): MovePie {
  const usual = halfPie(0, info.alliesSide)
  const roughly = width / (2.15 * usual.radius)
  const pie: HalfPie = { ...usual, leastFont: LEAST_FONT / roughly }
  const drawn = emptyPie(info, words, pie)
  // What the hub says stands at the top of the sheet, in type that can be read.
  const scene = { ...drawn, hub: { ...drawn.hub, text: { ...drawn.hub.text, lines: [] } } }
  const scale = width / scene.bounds.width
  const at = { scale, x: pathNumber(middle), y: pathNumber(top - scene.bounds.y * scale) }
  return {
    scene,
    at,
    spots: move ? spotsOf(move, pie) : [],
    arrows: move ? arrowsOf(move, pie) : [],
    bottom: at.y + 4 * scale,
  }
}

const middleOf = (segment: SegmentIndex, pie: HalfPie): number => {
  const { from, to } = anglesOf(segment, pie)
  return (from + to) / 2
}

function spotsOf({ now, next, target }: Move, pie: HalfPie): PlacedSpot[] {
  const spot = (kind: Spot, segment: SegmentIndex): PlacedSpot => {
    const { x, y } = polar(OUT * pie.radius, middleOf(segment, pie))
    return { spot: kind, segment, x: pathNumber(x), y: pathNumber(y) }
  }
  return [
    spot('now', now),
    spot('next', next),
    ...(target === next ? [] : [spot('target', target)]),
  ]
}

function arrowsOf({ now, next, target }: Move, pie: HalfPie) {
  const radius = (OUT * pie.radius) / ARROW_SCALE
  const clear = (SPOT_RADIUS + CLEARANCE) / ARROW_SCALE / radius
  const between = (one: SegmentIndex, other: SegmentIndex) => {
    const [from, to] = [middleOf(one, pie), middleOf(other, pie)]
    const way = Math.sign(to - from) * clear
    const [start, end] = [
      { radius, angle: from + way },
      { radius, angle: to - way },
    ]
    return arrowFrom(polar(radius, start.angle), bentBetween(start, end), polar(radius, end.angle))
  }
  return [between(now, next), ...(target === next ? [] : [between(next, target)])]
}
