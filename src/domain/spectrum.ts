import type { Placement, Point, SegmentIndex } from './records.ts'

/**
 * The spectrum of allies (George Lakey, Training for Change; five segments as in New Tactics):
 * stance runs from +1 to −1 and is cut into five equal bands.
 * Unit space: the half-pie's centre is (0, 0), its rim has radius 1, y grows downwards as on screen.
 */
export const SEGMENTS: readonly SegmentIndex[] = [0, 1, 2, 3, 4]
export const SEGMENT_COUNT = 5

/** Radius of the hub as a share of the pie's radius. */
export const HUB_SHARE = 0.165

const BAND = 2 / SEGMENT_COUNT

export const isSegment = (value: unknown): value is SegmentIndex =>
  SEGMENTS.some((segment) => segment === value)

/** The segment that a stance (+1 … −1) falls into; a border belongs to the side nearer to the allies. */
export function segmentOf(stance: number): SegmentIndex {
  const index = Math.ceil((1 - clampStance(stance)) / BAND - 1e-9) - 1
  return SEGMENTS[Math.min(Math.max(index, 0), SEGMENT_COUNT - 1)] ?? 0
}

/** The stance in the middle of a segment: 0.8, 0.4, 0, −0.4, −0.8. */
export const stanceOfSegment = (segment: SegmentIndex): number =>
  Math.round((1 - BAND * (segment + 0.5)) * 1e6) / 1e6

/** A segment's bounds of stance, as [nearer to allies, nearer to opponents]. */
export const stanceRange = (segment: SegmentIndex): readonly [number, number] => [
  1 - BAND * segment,
  1 - BAND * (segment + 1),
]

export const clampStance = (stance: number): number => Math.min(1, Math.max(-1, stance))

/** Angle in radians of a stance, counted anticlockwise from the right-hand end of the base line. */
export function angleOf(stance: number, alliesSide: 'left' | 'right'): number {
  const towardsAllies = (Math.PI * (clampStance(stance) + 1)) / 2
  return alliesSide === 'left' ? towardsAllies : Math.PI - towardsAllies
}

/** Centre of a card in unit space. */
export function pointOf({ stance, depth }: Placement, alliesSide: 'left' | 'right'): Point {
  const angle = angleOf(stance, alliesSide)
  const radius = HUB_SHARE + depth * (1 - HUB_SHARE)
  return { x: radius * Math.cos(angle), y: -radius * Math.sin(angle) }
}

/** The placement under a point in unit space, or null when the point is off the half-pie. */
export function placementAt(point: Point, alliesSide: 'left' | 'right'): Placement | null {
  const radius = Math.hypot(point.x, point.y)
  if (radius > 1 || radius < HUB_SHARE || point.y > 0) return null
  const angle = Math.atan2(-point.y, point.x)
  const towardsAllies = alliesSide === 'left' ? angle : Math.PI - angle
  return {
    stance: clampStance(round((2 * towardsAllies) / Math.PI - 1)),
    depth: round((radius - HUB_SHARE) / (1 - HUB_SHARE)),
  }
}

/** Five decimals: finer than a tenth of a pixel on any screen, and short in files. */
const round = (value: number): number => Math.round(value * 1e5) / 1e5
