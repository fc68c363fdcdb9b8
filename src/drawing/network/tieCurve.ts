import type { Point } from '../../domain/records.ts'

/** A quadratic curve; straight when its control point is its middle. */
export interface Curve {
  readonly start: Point
  readonly control: Point
  readonly end: Point
  readonly straight: boolean
}

/** A disc that a tie begins or ends at. */
export interface Disc extends Point {
  readonly reach: number
}

/**
 * The line from rim to rim of two discs, `gap` away from each; its middle lies `aside` to the side of the straight
 * one (to the left, seen from `a`, when negative). null when the discs leave no room for it.
 */
export function curveBetween(a: Disc, b: Disc, aside: number, gap: number): Curve | null {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const distance = Math.sqrt(dx * dx + dy * dy)
  if (distance <= a.reach + b.reach + 2 * gap) return null
  // A quadratic curve's middle is half-way to its control point.
  const out = (2 * aside) / distance
  const control = { x: (a.x + b.x) / 2 - dy * out, y: (a.y + b.y) / 2 + dx * out }
  const start = towards(a, control, a.reach + gap)
  const end = towards(b, control, b.reach + gap)
  const straight = aside === 0
  return {
    start,
    control: straight ? { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 } : control,
    end,
    straight,
  }
}

/** The point `length` away from one point on the way to another. */
export function towards(from: Point, to: Point, length: number): Point {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const distance = Math.sqrt(dx * dx + dy * dy) || 1
  return { x: from.x + (dx / distance) * length, y: from.y + (dy / distance) * length }
}

/** The point at a share (0…1) of the curve. */
export function pointOn({ start, control, end }: Curve, t: number): Point {
  const u = 1 - t
  return {
    x: u * u * start.x + 2 * u * t * control.x + t * t * end.x,
    y: u * u * start.y + 2 * u * t * control.y + t * t * end.y,
  }
}

/** Where the curve is heading at a share of it, in degrees, clockwise from the x axis. */
export function headingOn({ start, control, end }: Curve, t: number): number {
  const dx = (1 - t) * (control.x - start.x) + t * (end.x - control.x)
  const dy = (1 - t) * (control.y - start.y) + t * (end.y - control.y)
  return (Math.atan2(dy, dx) * 180) / Math.PI
}

/** The length of the straight line between its ends: near enough for gentle curves. */
export const spanOf = ({ start, end }: Curve): number =>
  Math.sqrt((end.x - start.x) ** 2 + (end.y - start.y) ** 2)

const PIECES = 8

/** The curve as a polyline. */
export const pointsOn = (curve: Curve): readonly Point[] =>
  curve.straight
    ? [curve.start, curve.end]
    : Array.from({ length: PIECES + 1 }, (_, i) => pointOn(curve, i / PIECES))
