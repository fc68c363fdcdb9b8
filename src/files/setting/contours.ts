import type { PathStep } from '../picture/marks.ts'

/** A point of a TrueType outline: on its line, or one that bends it. */
export interface GlyphPoint {
  readonly x: number
  readonly y: number
  readonly onCurve: boolean
}

const between = (a: GlyphPoint, b: GlyphPoint): GlyphPoint => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
  onCurve: true,
})

/** One closed line of an outline, its quadratic curves as cubic ones. */
export function glyphSteps(points: readonly GlyphPoint[]): readonly PathStep[] {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return []
  const start = first.onCurve ? first : last.onCurve ? last : between(first, last)
  const steps: PathStep[] = [{ to: 'move', x: start.x, y: start.y }]
  let pen = start
  let bend: GlyphPoint | null = null
  const go = (to: GlyphPoint) => {
    if (bend) steps.push(curve(pen, bend, to))
    else if (to.x !== pen.x || to.y !== pen.y) steps.push({ to: 'line', x: to.x, y: to.y })
    pen = to
    bend = null
  }
  for (const point of points) {
    if (point === start) continue
    if (point.onCurve) go(point)
    else {
      // Two bends in a row meet in the middle between them.
      if (bend) go(between(bend, point))
      bend = point
    }
  }
  if (bend) go(start)
  steps.push({ to: 'close' })
  return steps
}

const TWO_THIRDS = 2 / 3

const curve = (from: GlyphPoint, bend: GlyphPoint, to: GlyphPoint): PathStep => ({
  to: 'curve',
  x1: from.x + TWO_THIRDS * (bend.x - from.x),
  y1: from.y + TWO_THIRDS * (bend.y - from.y),
  x2: to.x + TWO_THIRDS * (bend.x - to.x),
  y2: to.y + TWO_THIRDS * (bend.y - to.y),
  x: to.x,
  y: to.y,
})
