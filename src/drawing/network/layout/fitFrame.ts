import type { Body, Figure } from './bodies.ts'

/** Neither axis is stretched or squeezed by more. */
const MOST = 1.9
const LEAST = 0.6
/** Of the bodies, at each end of an axis, that may stand farther out. */
const OUTLIERS = 0.02

/**
 * Moves and stretches a whole network so that it fills its frame.
 * Not for networks in which somebody is held.
 */
export function fitFrame({ bodies, frame }: Figure): void {
  const across = axis(
    bodies.map(({ x }) => x),
    frame.width - 150,
  )
  const down = axis(
    bodies.map(({ y }) => y),
    frame.height - 90,
  )
  for (const body of bodies) {
    body.x = within(across(body.x), frame.width / 2 - body.halfWidth)
    body.y = within(down(body.y), frame.height / 2 - body.below)
  }
}

/** Those who are tied to nobody may have drifted out: they are fetched back to the frame's edge. */
const within = (value: number, reach: number): number => Math.min(reach, Math.max(-reach, value))

function axis(values: readonly number[], room: number): (value: number) => number {
  const sorted = values.toSorted((a, b) => a - b)
  const skipped = Math.floor(sorted.length * OUTLIERS)
  const from = sorted[skipped] ?? 0
  const to = sorted[sorted.length - 1 - skipped] ?? 0
  const scale = to > from ? Math.min(MOST, Math.max(LEAST, room / (to - from))) : 1
  const middle = (from + to) / 2
  return (value) => (value - middle) * scale
}

/** Puts the middle of everything that is drawn at (0, 0). */
export function centre(bodies: readonly Body[]): void {
  const [left, right, top, bottom] = bodies.reduce(
    ([l, r, t, b], { x, y, halfWidth, above, below }) => [
      Math.min(l, x - halfWidth),
      Math.max(r, x + halfWidth),
      Math.min(t, y - above),
      Math.max(b, y + below),
    ],
    [Infinity, -Infinity, Infinity, -Infinity],
  )
  for (const body of bodies) {
    body.x -= (left + right) / 2
    body.y -= (top + bottom) / 2
  }
}
