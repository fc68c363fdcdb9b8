import { pathNumber } from './pathNumber.ts'
import { isRtl, wrap } from './wrap.ts'

/** One line of text on the page. */
export interface PlacedText {
  readonly text: string
  /** Where the line begins: its right-hand end when `rtl`. */
  readonly x: number
  /** Base line. */
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly muted: boolean
  readonly rtl: boolean
}

export interface TextBlock {
  readonly lines: readonly PlacedText[]
  readonly bottom: number
}

interface Place {
  readonly x: number
  readonly top: number
  readonly width: number
  /** Sizes to be tried, the largest first. */
  readonly sizes: readonly number[]
  /** In the smallest size there may be more rather than an ellipsis. */
  readonly mostLines: number
  readonly bold?: boolean
  readonly muted?: boolean
  /** Beside a sign at its left, also when it is written from right to left. */
  readonly hugs?: boolean
}

const LINE = 1.22

/** A text in the largest size that finds room in few enough lines; nothing of it is ever cut. */
export function placeText(
  text: string,
  { x, top, width, sizes, mostLines, bold = false, muted = false, hugs = false }: Place,
): TextBlock {
  const weight = bold ? 700 : 400
  const last = sizes.at(-1) ?? 16
  const fits = (size: number) => wrap(text, { size, weight }, { width, lines: mostLines }).whole
  const size = sizes.find(fits) ?? last
  const { lines, width: widest } = wrap(text, { size, weight }, { width, lines: Infinity })
  const right = x + (hugs ? Math.min(width, widest) : width)
  return {
    lines: lines.map((line, i) => {
      const rtl = isRtl(lines[0] ?? '')
      return {
        text: line,
        x: pathNumber(rtl ? right : x),
        y: pathNumber(top + size * (0.95 + i * LINE)),
        size,
        bold,
        muted,
        rtl,
      }
    }),
    bottom: top + lines.length * size * LINE,
  }
}
