import type { Rect } from '../halfPie.ts'
import type { NetworkDot } from './networkDots.ts'
import type { NetworkTie } from './networkTies.ts'

/** What is shown of a network in which nobody stands yet. */
const EMPTY: Rect = { x: -400, y: -250, width: 800, height: 500 }

/** The rectangle around all dots, names and ties. */
export function boundsOf(dots: readonly NetworkDot[], ties: readonly NetworkTie[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const include = (x: number, y: number, halfWidth: number, halfHeight: number) => {
    left = Math.min(left, x - halfWidth)
    right = Math.max(right, x + halfWidth)
    top = Math.min(top, y - halfHeight)
    bottom = Math.max(bottom, y + halfHeight)
  }
  for (const { x, y, reach, label } of dots) {
    include(x, y, reach, reach)
    include(x + label.x, y + label.y, label.width / 2, label.height / 2)
  }
  for (const { points, label } of ties) {
    for (const { x, y } of points) include(x, y, 0, 0)
    if (label) include(label.x, label.y, label.width / 2, label.height / 2)
  }
  return left > right ? EMPTY : { x: left, y: top, width: right - left, height: bottom - top }
}
