import type { Point } from '../../../domain/records.ts'
import type { Box, BoxGrid } from '../boxGrid.ts'
import type { Body } from './bodies.ts'

/** Spots are tried this far from each other. */
const STEP = 22
/** So far out there is always room. */
const FARTHEST = 4000

/** The spot nearest to a wished one at which a body covers nothing, found ring by ring. */
export function freeSpot(body: Body, wished: Point, grid: BoxGrid<Box>): Point {
  for (let ring = 0; ring < FARTHEST; ring++) {
    const free = ringAround(wished, ring).filter((at) => isFree(body, at, grid))
    const best = nearestTo(wished, free)
    if (best) return best
  }
  return wished
}

function ringAround({ x, y }: Point, ring: number): Point[] {
  if (ring === 0) return [{ x, y }]
  const reach = ring * STEP
  const spots: Point[] = []
  for (let i = -ring; i < ring; i++) {
    const aside = i * STEP
    spots.push(
      { x: x + aside, y: y - reach },
      { x: x + reach, y: y + aside },
      { x: x - aside, y: y + reach },
      { x: x - reach, y: y - aside },
    )
  }
  return spots
}

const isFree = ({ halfWidth, above, below }: Body, { x, y }: Point, grid: BoxGrid<Box>): boolean =>
  !grid.some(
    // A hundredth of mercy: those just pushed apart may stay.
    {
      left: x - halfWidth + 0.02,
      right: x + halfWidth - 0.02,
      top: y - above + 0.02,
      bottom: y + below - 0.02,
    },
    () => true,
  )

function nearestTo({ x, y }: Point, spots: readonly Point[]): Point | null {
  let best: Point | null = null
  let least = Infinity
  for (const spot of spots) {
    const distance = (spot.x - x) * (spot.x - x) + (spot.y - y) * (spot.y - y)
    if (distance < least) {
      least = distance
      best = spot
    }
  }
  return best
}
