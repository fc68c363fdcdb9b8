import type { Matrix, PathStep } from '../picture/marks.ts'
import { applied } from '../picture/matrix.ts'
import type { Placed } from './placement.ts'

/** Of a box, in parts of the font's size. */
const BOX = { height: 0.7, aside: 0.07, line: 0.05 } as const

/** A piece's outline on the page. */
export function pieceOutline({ piece, x, y, cos, sin }: Placed, size: number): readonly PathStep[] {
  if (piece.kind === 'box') {
    const steps = boxCorners(piece.advance / size).flatMap(stepsOf)
    return moved(steps, [cos * size, sin * size, sin * size, -cos * size, x, y])
  }
  const { font, parts } = piece
  const scale = size / font.unitsPerEm
  const [c, s] = [cos * scale, sin * scale]
  return parts.flatMap(({ id, dx, dy }) =>
    moved(font.outlineOf(id), [c, s, s, -c, x + c * dx + s * dy, y + s * dx - c * dy]),
  )
}

/** A hollow box in parts of the font's size, y up: a line around, and one within that runs the other way. */
export function boxCorners(advance: number): readonly (readonly Corner[])[] {
  const { aside, line, height } = BOX
  return [
    rectangle(aside, 0, advance - aside, height),
    rectangle(aside + line, line, advance - aside - line, height - line).toReversed(),
  ]
}

export type Corner = readonly [x: number, y: number]

const rectangle = (left: number, low: number, right: number, high: number): readonly Corner[] => [
  [left, low],
  [left, high],
  [right, high],
  [right, low],
]

const stepsOf = (corners: readonly Corner[]): readonly PathStep[] => [
  ...corners.map(([x, y], i): PathStep => ({ to: i === 0 ? 'move' : 'line', x, y })),
  { to: 'close' },
]

const moved = (steps: readonly PathStep[], matrix: Matrix): readonly PathStep[] =>
  steps.map((step): PathStep => {
    if (step.to === 'close') return step
    const end = applied(matrix, step.x, step.y)
    if (step.to !== 'curve') return { to: step.to, ...end }
    const [first, second] = [applied(matrix, step.x1, step.y1), applied(matrix, step.x2, step.y2)]
    return { to: 'curve', x1: first.x, y1: first.y, x2: second.x, y2: second.y, ...end }
  })
