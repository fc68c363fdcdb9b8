import type { Point } from '../../../domain/records.ts'
import type { Body, Figure, Link } from './bodies.ts'
import { distanceToLine, lineMeetsRect, linesCross } from '../geometry.ts'
import { SPRING } from './springs.ts'

/** What makes a network hard to read, and how much worse one is than another. */
const COSTS = {
  /** Dots or names cover each other: at once, and for each unit of depth. */
  cover: 40,
  coverDepth: 1,
  /** A tie runs through a dot that is not its own. */
  throughDot: 12,
  throughName: 7,
  /** A tie leaves its own dot through the name. */
  throughOwnName: 4,
  crossing: 1.6,
  /** For each spring's length that a tie is too long, or by which it is too short. */
  length: 0.9,
  short: 12,
  /** Off the place that stance gives, in quarters of the frame; squared. */
  stance: 2.7,
  /** Outside the frame, for each spring's length. */
  outside: 12,
} as const

/** A tie keeps this far from dots that are not its own. */
const CLEARANCE = 7
/** The shortest tie that shows its head and sign, from rim to rim. */
const LEAST_TIE = 52

/**
 * How hard a network is to read around one body if it stood at a point, in the spirit of Davidson and Harel (1996),
 * "Drawing graphs nicely using simulated annealing". Sums of this over all bodies count most faults twice, which
 * does not matter for comparing. Stops counting above `limit`.
 */
export function costAt(body: Body, at: Point, figure: Figure, limit = Infinity): number {
  const there = { ...body, x: at.x, y: at.y }
  let cost = costOfPlace(there, figure)
  for (const friend of body.friends) cost += costOfTie(there, friend)
  for (const other of figure.bodies) {
    if (other === body) continue
    cost += costOfCover(there, other)
    for (const friend of body.friends) {
      if (friend !== other) cost += costOfPassing(other, there, friend)
    }
    if (cost > limit) return cost
  }
  for (const link of figure.links) {
    if (link.a === body || link.b === body) continue
    cost += costOfPassing(there, link.a, link.b) + crossings(there, link) * COSTS.crossing
    if (cost > limit) return cost
  }
  return cost
}

/** How hard the whole is to read. */
export const costOf = (figure: Figure): number =>
  figure.bodies.reduce((sum, body) => sum + costAt(body, body, figure), 0)

function costOfPlace(
  { x, y, wishedX, isPlaced, halfWidth, above, below }: Body,
  { frame }: Figure,
) {
  const off = ((x - wishedX) / frame.width) * 4
  const outside =
    Math.max(0, halfWidth + Math.abs(x) - frame.width / 2) +
    Math.max(0, above - y - frame.height / 2) +
    Math.max(0, below + y - frame.height / 2)
  return (
    (isPlaced ? COSTS.stance : COSTS.stance / 4) * off * off + (outside / SPRING) * COSTS.outside
  )
}

function costOfTie(body: Body, end: Body): number {
  const dx = end.x - body.x
  const dy = end.y - body.y
  const distance = Math.sqrt(dx * dx + dy * dy)
  const names = [body, end].filter((one) => meetsName(one, body, end))
  // A name hides a stretch of its own tie, which must show on its other side.
  const hidden = names.reduce((sum, { name }) => sum + name.height, 0)
  const least = body.reach + end.reach + LEAST_TIE + hidden
  return (
    (distance / SPRING) * COSTS.length +
    (Math.max(0, least - distance) / SPRING) * COSTS.short +
    names.length * COSTS.throughOwnName
  )
}

function costOfCover(a: Body, b: Body): number {
  const across = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x)
  if (across <= 0) return 0
  const down = a.y < b.y ? a.y + a.below - (b.y - b.above) : b.y + b.below - (a.y - a.above)
  return down <= 0 ? 0 : COSTS.cover + Math.min(across, down) * COSTS.coverDepth
}

/** Of a tie from a to b that has nothing to do with this body. */
function costOfPassing(body: Body, a: Point, b: Point): number {
  const { x, y, halfWidth, above, below, reach } = body
  if ((a.x < x ? b.x : a.x) < x - halfWidth && (a.x < x ? a.x : b.x) < x - halfWidth) return 0
  if (a.x > x + halfWidth && b.x > x + halfWidth) return 0
  if (a.y > y + below && b.y > y + below) return 0
  if (a.y < y - above && b.y < y - above) return 0
  const clear = reach + CLEARANCE
  if (distanceToLine(x, y, a, b) < clear * clear) return COSTS.throughDot
  return meetsName(body, a, b) ? COSTS.throughName : 0
}

const meetsName = ({ x, y, name }: Body, a: Point, b: Point): boolean =>
  lineMeetsRect(
    a,
    b,
    x + name.x - 2,
    y + name.y,
    x + name.x + name.width + 2,
    y + name.y + name.height,
  )

/** How often a body's own ties would cross another tie. */
function crossings(body: Body, { a, b }: Link): number {
  let count = 0
  for (const friend of body.friends) {
    if (friend !== a && friend !== b && linesCross(body, friend, a, b)) count += 1
  }
  return count
}
