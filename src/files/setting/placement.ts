import type { PathStep, TextMark } from '../picture/marks.ts'
import type { SetLine, SetPiece } from './textSetter.ts'

/** Where a piece of a line stands: the pen on the page, and how far it is turned, clockwise. */
export interface Placed {
  readonly piece: SetPiece
  readonly x: number
  readonly y: number
  readonly cos: number
  readonly sin: number
}

/** The pieces of a set line on the page, as its mark says. */
export function placePieces(
  { pieces, width }: SetLine,
  { x, y, rtl, anchor, along }: Pick<TextMark, 'x' | 'y' | 'rtl' | 'anchor' | 'along'>,
): readonly Placed[] {
  if (along) return placeAlong(pieces, width, along)
  const left = anchor === 'middle' ? width / 2 : (anchor === 'end') !== rtl ? width : 0
  return pieces.map((piece) => ({ piece, x: x - left + piece.pen, y, cos: 1, sin: 0 }))
}

/** Each piece stands at right angles to the line where its own middle is. */
function placeAlong(
  pieces: SetLine['pieces'],
  width: number,
  along: readonly PathStep[],
): readonly Placed[] {
  const line = flatten(along)
  const start = ((line.at(-1)?.far ?? 0) - width) / 2
  return pieces.map((piece) => {
    const half = piece.advance / 2
    const { x, y, cos, sin } = pointAt(line, start + piece.pen + half)
    return { piece, x: x - half * cos, y: y - half * sin, cos, sin }
  })
}

/** A point of a bent line that is made of short straight ones. */
interface LinePoint {
  readonly x: number
  readonly y: number
  /** The way from the line's start. */
  readonly far: number
}

/** Straight lines in the stead of one curve: of the largest half-pie each is less than a tenth of a unit beside it. */
const LINES_A_CURVE = 64

function flatten(steps: readonly PathStep[]): readonly LinePoint[] {
  const points: LinePoint[] = []
  const go = (x: number, y: number) => {
    const before = points.at(-1)
    points.push({ x, y, far: before ? before.far + Math.hypot(x - before.x, y - before.y) : 0 })
  }
  for (const step of steps) {
    if (step.to === 'move' || step.to === 'line') go(step.x, step.y)
    else if (step.to === 'curve') {
      const from = points.at(-1) ?? { x: step.x1, y: step.y1 }
      for (let i = 1; i <= LINES_A_CURVE; i++) {
        const t = i / LINES_A_CURVE
        go(
          cubic(t, [from.x, step.x1, step.x2, step.x]),
          cubic(t, [from.y, step.y1, step.y2, step.y]),
        )
      }
    }
  }
  return points
}

const cubic = (t: number, [a, b, c, d]: readonly [number, number, number, number]) =>
  (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d

/** Beyond its ends the line goes straight on, so that no letter is lost. */
function pointAt(line: readonly LinePoint[], far: number): Omit<Placed, 'piece'> {
  const found = line.findIndex((point, i) => i > 0 && point.far >= far)
  const next = found < 0 ? line.length - 1 : found
  const [from, to] = [line[next - 1], line[next]]
  if (!from || !to) return { x: to?.x ?? 0, y: to?.y ?? 0, cos: 1, sin: 0 }
  const length = to.far - from.far
  const [cos, sin] = length > 0 ? [(to.x - from.x) / length, (to.y - from.y) / length] : [1, 0]
  return { x: from.x + (far - from.far) * cos, y: from.y + (far - from.far) * sin, cos, sin }
}
