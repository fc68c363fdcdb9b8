import { textWidth } from '../measure.ts'
import type { TableCell } from './tableCells.ts'

/** Room of a column in em: with no line broken, and with none broken inside a word. */
export interface ColumnNeed {
  readonly natural: number
  readonly least: number
  /** How much more room it is given than others that are short of it. */
  readonly share: number
}

/** Room of a sign in front of a text, in em. */
export const SIGN_SLOT = 1.5
/** Longer words may be broken, and longer texts take several lines; in em. */
const LONGEST_WORD = 12
const LONGEST_LINE = 26

/** What a column needs for its heading and its cells. */
export function needOf(heading: string, cells: readonly TableCell[], share: number): ColumnNeed {
  let natural = 0
  let least = 0
  const measure = (text: string, bold: boolean, slot: number): void => {
    const style = { size: 1, weight: bold ? 700 : 400 } as const
    natural = Math.max(natural, slot + textWidth(text, style))
    for (const word of text.split(/\s+|(?<=[-–—/])/u)) {
      least = Math.max(least, slot + Math.min(LONGEST_WORD, textWidth(word, style)))
    }
  }
  measure(heading, true, 0)
  for (const { parts, sign } of cells) {
    for (const { text, bold } of parts) measure(text, bold, sign ? SIGN_SLOT : 0)
  }
  // A hair more: a line that fits exactly must not be broken by a rounding.
  return {
    natural: Math.min(natural, LONGEST_LINE) + 0.05,
    least: Math.min(least, natural) + 0.05,
    share,
  }
}

/** The widths of columns that share a width: short ones get what they need, long ones their share of what is left. */
export function columnWidths(needs: readonly ColumnNeed[], width: number): number[] {
  const natural = sum(needs.map((need) => need.natural))
  if (natural <= width) return needs.map((need) => (need.natural * width) / natural)
  const least = sum(needs.map((need) => need.least))
  const atLevel = (level: number) =>
    needs.map((need) =>
      least <= width
        ? Math.min(need.natural, Math.max(need.least, level * need.share))
        : Math.min(need.least, level * need.share),
    )
  let low = 0
  let high = width
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (sum(atLevel(middle)) <= width) low = middle
    else high = middle
  }
  return atLevel(low)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
