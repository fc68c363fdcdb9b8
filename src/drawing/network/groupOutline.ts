import type { Point } from '../../domain/records.ts'
import { SIZES } from '../palette.ts'
import { pathNumber as n } from '../pathNumber.ts'

/** A dot as an outline sees it. */
export interface OutlinedDot extends Point {
  readonly radius: number
}

/** Corners that stand for a dot's round rim. */
const CORNERS = 24

/**
 * A soft outline around a group of dots as SVG path data: the convex hull of their rims, widened, with rounded
 * corners. Empty for nobody. Each dot is inside whole: a corner is rounded within the widening, however long its sides.
 */
export function groupOutline(dots: readonly OutlinedDot[]): string {
  const hull = convexHull(dots.flatMap(rimOf))
  const bends = hull.map((corner, i) => {
    const from = towards(corner, hull.at(i - 1) ?? corner)
    const to = towards(corner, hull[(i + 1) % hull.length] ?? corner)
    return `${at(from)}Q${at(corner)} ${at(to)}`
  })
  return bends.length === 0 ? '' : `M${bends.join('L')}Z`
}

const at = ({ x, y }: Point): string => `${n(x)} ${n(y)}`

/** Where the rounding of a corner begins on the way to its neighbour. */
function towards(corner: Point, neighbour: Point): Point {
  const side = Math.hypot(neighbour.x - corner.x, neighbour.y - corner.y)
  const part = side === 0 ? 0 : Math.min(side / 2, SIZES.network.outlinePad) / side
  return {
    x: corner.x + (neighbour.x - corner.x) * part,
    y: corner.y + (neighbour.y - corner.y) * part,
  }
}

function rimOf({ x, y, radius }: OutlinedDot): Point[] {
  const reach = radius + SIZES.network.outlinePad
  return Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS
    return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) }
  })
}

/** The corners of the convex hull in turn (Andrew 1979, the monotone chain). */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())]
}

function halfHull(sorted: readonly Point[]): Point[] {
  const chain: Point[] = []
  for (const point of sorted) {
    for (;;) {
      const [a, b] = chain.slice(-2)
      if (!a || !b || turns(a, b, point)) break
      chain.pop()
    }
    chain.push(point)
  }
  // The last corner is the other half's first.
  return chain.slice(0, -1)
}

const turns = (a: Point, b: Point, c: Point): boolean =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 1e-9
