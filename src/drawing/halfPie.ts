import type { Point, SegmentIndex } from '../domain/records.ts'
import { HUB_SHARE, SEGMENT_COUNT } from '../domain/spectrum.ts'

/** The half-pie in world units (1 = 1 CSS px at zoom 1): centre (0, 0), y grows downwards, base line y = 0. */
export interface HalfPie {
  readonly radius: number
  readonly hubRadius: number
  readonly alliesSide: 'left' | 'right'
  /** How much larger than the base pie; labels, rim and hub text grow with it. */
  readonly scale: number
  /** Angles in radians that the segments take up, from active allies to active opponents; without: all the same. */
  readonly widths?: readonly number[]
  /** No text of the hub or the rim is smaller, in world units: on the wall it is read from afar. */
  readonly leastFont?: number
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Interval {
  readonly from: number
  readonly to: number
}

export const BASE_RADIUS = 430
export const RADIUS_STEP = 1.1

/** Least distance of a card from a border, the rim, the hub and the base line. */
export const BORDER_GAP = 4.3

const SECTOR = Math.PI / SEGMENT_COUNT
/** Borders nearer than this to the base line are the base line. */
const NO_ANGLE = 1e-9

const pies = new Map<string, HalfPie>()

/** The half-pie `step` rungs up the ladder of radii; the same arguments give the same object. */
export function halfPie(step: number, alliesSide: 'left' | 'right'): HalfPie {
  const key = `${alliesSide}${step}`
  let pie = pies.get(key)
  if (!pie) {
    const scale = RADIUS_STEP ** step
    const radius = BASE_RADIUS * scale
    pies.set(key, (pie = { radius, hubRadius: radius * HUB_SHARE, alliesSide, scale }))
  }
  return pie
}

/**
 * The two angles between which a segment lies, in radians, counted anticlockwise from the right-hand end
 * of the base line; `from` < `to`.
 */
export function anglesOf(
  segment: SegmentIndex,
  { alliesSide, widths }: Pick<HalfPie, 'alliesSide' | 'widths'>,
): Interval {
  if (widths) {
    const before = widths.slice(0, segment).reduce((sum, width) => sum + width, 0)
    const after = before + (widths[segment] ?? 0)
    return alliesSide === 'left'
      ? { from: Math.PI - after, to: Math.PI - before }
      : { from: before, to: after }
  }
  const slot = alliesSide === 'left' ? SEGMENT_COUNT - 1 - segment : segment
  return { from: slot * SECTOR, to: (slot + 1) * SECTOR }
}

export const polar = (radius: number, angle: number): Point => ({
  x: radius * Math.cos(angle),
  y: -radius * Math.sin(angle),
})

/**
 * The stretch of x in which a rectangle that reaches from `top` to `bottom` (y, top < bottom) lies wholly
 * inside a segment and clear of hub and rim; null when there is none. A wedge is convex but for the hub: where
 * that cuts it in two, it is the wider part.
 */
export function stretchOf(
  segment: SegmentIndex,
  top: number,
  bottom: number,
  pie: HalfPie,
): Interval | null {
  const { radius, hubRadius } = pie
  const low = -bottom
  const high = -top
  const rim = radius - BORDER_GAP
  const hub = hubRadius + BORDER_GAP
  if (low < BORDER_GAP || high >= rim) return null
  const reach = Math.sqrt(rim * rim - high * high)
  let from = -reach
  let to = reach
  const { from: right, to: left } = anglesOf(segment, pie)
  // Left of the border on the right …
  if (right > NO_ANGLE) to = Math.min(to, borderX(right, low, -1), borderX(right, high, -1))
  // … and right of the border on the left.
  if (left < Math.PI - NO_ANGLE)
    from = Math.max(from, borderX(left, low, 1), borderX(left, high, 1))
  if (low < hub) {
    const edge = Math.sqrt(hub * hub - low * low)
    if (Math.min(to, -edge) - from >= to - Math.max(from, edge)) to = Math.min(to, -edge)
    else from = Math.max(from, edge)
  }
  return from < to ? { from, to } : null
}

/** x at height `y` (upwards) of the line parallel to a border at the cards' distance from it; side −1 is left of it. */
const borderX = (angle: number, y: number, side: 1 | -1): number =>
  (y * Math.cos(angle) + side * BORDER_GAP) / Math.sin(angle)

/** True when a rectangle lies wholly inside a segment, clear of borders, rim and hub; `slack` px are forgiven. */
export function rectFits(segment: SegmentIndex, rect: Rect, pie: HalfPie, slack = 0): boolean {
  const top = rect.y + slack
  const bottom = rect.y + rect.height - slack
  const stretch = stretchOf(segment, top, bottom, pie)
  if (!stretch) return false
  return rect.x + slack >= stretch.from && rect.x + rect.width - slack <= stretch.to
}

/** The rectangle of a card whose centre is given. */
export const rectAt = (
  { x, y }: Point,
  { width, height }: { readonly width: number; readonly height: number },
): Rect => ({ x: x - width / 2, y: y - height / 2, width, height })

/** True when two rectangles share more than an edge; `mercy` px of it are forgiven. */
export const overlaps = (a: Rect, b: Rect, mercy = 0): boolean =>
  a.x < b.x + b.width - mercy &&
  b.x < a.x + a.width - mercy &&
  a.y < b.y + b.height - mercy &&
  b.y < a.y + a.height - mercy

/** True when a box is clear of the base line, the rim with its labels, and the hub. */
export function isOnPie(
  { left, right, top, bottom }: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>,
  { radius, hubRadius }: HalfPie,
): boolean {
  const farthest = Math.hypot(Math.max(-left, right), -top)
  const nearestX = left > 0 ? left : right < 0 ? -right : 0
  return bottom <= 0 && farthest < radius && Math.hypot(nearestX, -bottom) > hubRadius
}
