import type { Matrix } from './marks.ts'

/** Leaves everything where it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** `inner` first, then `outer`. */
export const combined = (outer: Matrix, inner: Matrix): Matrix => {
  const [a, b, c, d, e, f] = outer
  const [a2, b2, c2, d2, e2, f2] = inner
  return [
    a * a2 + c * b2,
    b * a2 + d * b2,
    a * c2 + c * d2,
    b * c2 + d * d2,
    a * e2 + c * f2 + e,
    b * e2 + d * f2 + f,
  ]
}

/** Where a point comes to lie. */
export const applied = (
  [a, b, c, d, e, f]: Matrix,
  x: number,
  y: number,
): { readonly x: number; readonly y: number } => ({ x: a * x + c * y + e, y: b * x + d * y + f })

/** How many times as long lengths become; of a drawing that is not stretched, in every direction. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

/** By how much the x axis is turned, in degrees clockwise (y points down). */
export const turnOf = ([a, b]: Matrix): number => (Math.atan2(b, a) * 180) / Math.PI

const STEP = /(translate|scale|rotate|matrix)\(([^)]*)\)\s*,?\s*/gu

/** An SVG `transform` as a matrix; null when it can't be read. */
export function matrixOf(transform: string): Matrix | null {
  let all: Matrix = IDENTITY
  let read = 0
  for (const step of transform.trim().matchAll(STEP)) {
    const [whole, name = '', list = ''] = step
    if (step.index !== read) return null
    read += whole.length
    const numbers = list
      .trim()
      .split(/[\s,]+/u)
      .map(Number)
    const one = numbers.every(Number.isFinite) ? stepOf(name, numbers) : null
    if (!one) return null
    all = combined(all, one)
  }
  return read === transform.trim().length ? all : null
}

function stepOf(name: string, numbers: readonly number[]): Matrix | null {
  const [a = 0, b, c, d, e, f] = numbers
  switch (name) {
    case 'translate':
      return numbers.length <= 2 ? [1, 0, 0, 1, a, b ?? 0] : null
    case 'scale':
      return numbers.length <= 2 ? [a, 0, 0, b ?? a, 0, 0] : null
    case 'rotate': {
      const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]
      const turn: Matrix = [cos, sin, -sin, cos, 0, 0]
      if (b === undefined) return turn
      if (c === undefined || d !== undefined) return null
      return combined(combined([1, 0, 0, 1, b, c], turn), [1, 0, 0, 1, -b, -c])
    }
    default:
      return b === undefined ||
        c === undefined ||
        d === undefined ||
        e === undefined ||
        f === undefined
        ? null
        : [a, b, c, d, e, f]
  }
}
