import type { Point } from '../../domain/records.ts'
import type { Rect } from '../halfPie.ts'

/** A line stays so far from cards. */
const CLEAR = 5
/** Points of a curve that are looked at. */
const SAMPLES = 24

/** Points on a curve with one control point, without its start. */
export const pointsAlong = (start: Point, control: Point, end: Point): Point[] =>
  Array.from({ length: SAMPLES }, (_, i) => {
    const share = (i + 1) / SAMPLES
    const rest = 1 - share
    const [a, b, c] = [rest * rest, 2 * rest * share, share * share]
    return {
      x: a * start.x + b * control.x + c * end.x,
      y: a * start.y + b * control.y + c * end.y,
    }
  })

/** How many of the rectangles a line runs through. */
export const countCrossed = (points: readonly Point[], rects: readonly Rect[]): number =>
  rects.filter((rect) => points.some((at) => holds(rect, at))).length

/** The rectangle with the air that lines leave it. */
export const withAir = ({ x, y, width, height }: Rect): Rect => ({
  x: x - CLEAR,
  y: y - CLEAR,
  width: width + 2 * CLEAR,
  height: height + 2 * CLEAR,
})

export const holds = ({ x, y, width, height }: Rect, at: Point): boolean =>
  at.x > x && at.x < x + width && at.y > y && at.y < y + height
