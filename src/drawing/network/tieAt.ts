import type { Point } from '../../domain/records.ts'
import { distanceToLine } from './geometry.ts'
import type { NetworkScene } from './networkScene.ts'
import type { NetworkTie } from './networkTies.ts'

/** Left, top, right, bottom of each tie, one after the other. */
const extents = new WeakMap<readonly NetworkTie[], Float64Array>()

/**
 * The key of the tie nearest to a point, no farther from it than `reach` (world units); null when there is none.
 * Comparing with every tie's extent takes microseconds for thousands of ties; an index of cells would have to be
 * made again after each edit, and costs more than it saves.
 */
export function tieAt(
  { ties }: Pick<NetworkScene, 'ties'>,
  point: Point,
  reach: number,
): string | null {
  const sides = extentsOf(ties)
  let nearest: string | null = null
  let least = reach * reach
  for (let i = 0; i < ties.length; i++) {
    const at = 4 * i
    if (point.x < (sides[at] ?? 0) - reach || point.x > (sides[at + 2] ?? 0) + reach) continue
    if (point.y < (sides[at + 1] ?? 0) - reach || point.y > (sides[at + 3] ?? 0) + reach) continue
    const tie = ties[i]
    const distance = tie ? distanceSquared(tie.points, point) : Infinity
    if (distance <= least) {
      least = distance
      nearest = tie?.key ?? null
    }
  }
  return nearest
}

function extentsOf(ties: readonly NetworkTie[]): Float64Array {
  let sides = extents.get(ties)
  if (!sides) extents.set(ties, (sides = measure(ties)))
  return sides
}

function measure(ties: readonly NetworkTie[]): Float64Array {
  const sides = new Float64Array(4 * ties.length)
  for (const [i, { points }] of ties.entries()) {
    const xs = points.map(({ x }) => x)
    const ys = points.map(({ y }) => y)
    sides.set([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], 4 * i)
  }
  return sides
}

/** From a point to the nearest point of a polyline. */
function distanceSquared(points: readonly Point[], point: Point): number {
  let least = Infinity
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]
    const b = points[i]
    if (a && b) least = Math.min(least, distanceToLine(point.x, point.y, a, b))
  }
  return least
}
