import { LIMITS } from '../../domain/limits.ts'
import type { NetworkPosition, Point } from '../../domain/records.ts'

/** Less room than this for each (its square root counts) and dots would cover each other. */
const TOO_CLOSE = 12
/** Room for each when a drawing is spread out. */
const ROOMY = 90

/**
 * Places out of another tool's drawing, as put there by hand. They stay as they are, unless the whole is
 * so small that dots would cover each other (some tools draw from 0 to 1) or so large that it goes beyond
 * `LIMITS.networkPlace`: then all are moved and scaled alike. A drawing with everybody in one spot says nothing.
 */
export function positionsFrom(points: readonly (Point | null)[]): (NetworkPosition | null)[] {
  const known = points.filter((point) => point !== null)
  const [left, right] = rangeOf(known, ({ x }) => x)
  const [top, bottom] = rangeOf(known, ({ y }) => y)
  const extent = Math.max(right - left, bottom - top)
  if (!Number.isFinite(extent) || (known.length > 1 && extent === 0)) return points.map(() => null)
  const room = Math.sqrt(known.length)
  const farthest = Math.max(...[left, right, top, bottom].map(Math.abs))
  const isClose = known.length > 1 && extent < TOO_CLOSE * room
  if (!isClose && farthest <= LIMITS.networkPlace) {
    return points.map((point) => point && { x: point.x, y: point.y, pinned: true })
  }
  const scale = isClose || extent > LIMITS.networkPlace ? (ROOMY * room) / (extent || 1) : 1
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  return points.map(
    (point) =>
      point && {
        x: hundredths((point.x - middle.x) * scale),
        y: hundredths((point.y - middle.y) * scale),
        pinned: true,
      },
  )
}

function rangeOf(points: readonly Point[], of: (point: Point) => number): [number, number] {
  let lowest = Infinity
  let highest = -Infinity
  for (const point of points) {
    lowest = Math.min(lowest, of(point))
    highest = Math.max(highest, of(point))
  }
  return [lowest, highest]
}

/** A point out of two texts; null when either isn't a number. */
export function pointIn(x: string, y: string): Point | null {
  const point = { x: numberIn(x), y: numberIn(y) }
  return point.x === null || point.y === null ? null : { x: point.x, y: point.y }
}

function numberIn(text: string): number | null {
  if (!/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?\s*$/iu.test(text)) return null
  const number = Number(text)
  // Adding zero makes a plain one of a negative one.
  return Number.isFinite(number) ? number + 0 : null
}

/** A coordinate as files have it: finer than anybody sees. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100 + 0
