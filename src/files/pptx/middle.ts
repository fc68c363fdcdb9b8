import type { PathStep } from '../picture/marks.ts'

/** Pieces of a curve: fine enough for an arc of a hundred letters. */
const PIECES = 32

/** How far to both sides of the middle its direction is taken from: a share of the length. */
const ASIDE = 0.05

interface Point {
  readonly x: number
  readonly y: number
}

/** The middle of a line along its length, and how far the line is turned there, in degrees. */
export function middleOf(steps: readonly PathStep[]): Point & { readonly turn: number } {
  const points = pointsOf(steps)
  const before = pointAt(points, 0.5 - ASIDE)
  const after = pointAt(points, 0.5 + ASIDE)
  const turn = (Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI
  return { ...pointAt(points, 0.5), turn }
}

/** The point at a share of the whole length. */
function pointAt(points: readonly Point[], share: number): Point {
  const lengths = points.map(({ x, y }, index) => {
    const from = points[index - 1] ?? { x, y }
    return Math.hypot(x - from.x, y - from.y)
  })
  let left = lengths.reduce((sum, one) => sum + one, 0) * share
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [points[index - 1], points[index]]
    if (from && to && length > 0 && left <= length) {
      const part = left / length
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    }
    left -= length
  }
  return points.at(-1) ?? { x: 0, y: 0 }
}

function pointsOf(steps: readonly PathStep[]): readonly Point[] {
  const points: Point[] = []
  for (const step of steps) {
    if (step.to === 'close') continue
    const from = points.at(-1)
    if (step.to === 'curve' && from) {
      for (let piece = 1; piece <= PIECES; piece++) {
        const t = piece / PIECES
        const s = 1 - t
        const at = (a: number, b: number, c: number, d: number) =>
          s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
        points.push({
          x: at(from.x, step.x1, step.x2, step.x),
          y: at(from.y, step.y1, step.y2, step.y),
        })
      }
    } else points.push({ x: step.x, y: step.y })
  }
  return points
}
