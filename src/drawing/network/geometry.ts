import type { Point } from '../../domain/records.ts'

/** The square of the distance from a point to the line between a and b. */
export function distanceToLine(x: number, y: number, a: Point, b: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const length = dx * dx + dy * dy
  const along = length ? ((x - a.x) * dx + (y - a.y) * dy) / length : 0
  const t = along < 0 ? 0 : along > 1 ? 1 : along
  const ex = a.x + t * dx - x
  const ey = a.y + t * dy - y
  return ex * ex + ey * ey
}

/** True when the lines a–b and c–d cross between their ends. */
export function linesCross(a: Point, b: Point, c: Point, d: Point): boolean {
  // Most pairs of lines are nowhere near each other.
  if (
    (a.x < c.x && b.x < c.x && a.x < d.x && b.x < d.x) ||
    (a.x > c.x && b.x > c.x && a.x > d.x && b.x > d.x)
  )
    return false
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

const side = (a: Point, b: Point, p: Point): number =>
  (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)

/** True when the line a–b touches a rectangle (Liang and Barsky 1984). */
export function lineMeetsRect(
  a: Point,
  b: Point,
  left: number,
  top: number,
  right: number,
  bottom: number,
): boolean {
  const dx = b.x - a.x
  const dy = b.y - a.y
  let enter = 0
  let leave = 1
  if (dx === 0) {
    if (a.x < left || a.x > right) return false
  } else {
    const one = (left - a.x) / dx
    const other = (right - a.x) / dx
    enter = Math.max(enter, Math.min(one, other))
    leave = Math.min(leave, Math.max(one, other))
  }
  if (dy === 0) {
    if (a.y < top || a.y > bottom) return false
  } else {
    const one = (top - a.y) / dy
    const other = (bottom - a.y) / dy
    enter = Math.max(enter, Math.min(one, other))
    leave = Math.min(leave, Math.max(one, other))
  }
  return enter <= leave
}
