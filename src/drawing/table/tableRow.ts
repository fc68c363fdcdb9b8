import type { Rect } from '../halfPie.ts'
import { pathNumber } from '../pathNumber.ts'
import { isRtl, wrap } from '../wrap.ts'
import { SIGN_SLOT } from './columnWidths.ts'
import { type CellPart, type CellSign, type TableCell } from './tableCells.ts'

/** A column on the page, without the room that it keeps to its neighbours. */
export interface Column {
  readonly x: number
  readonly width: number
}

/** One line of a cell; `x` is its end at the side where it begins, or where the cell does. */
export interface TableLine extends CellPart {
  readonly x: number
  /** Base line, from the row's top. */
  readonly y: number
  readonly rtl: boolean
  readonly anchor: 'start' | 'end'
}

/** A sign in front of a cell's first line, around (x, y). */
export type PlacedSign = CellSign & { readonly x: number; readonly y: number }

/** A row of the table, from its own top at y = 0. */
export interface TableRow {
  readonly height: number
  readonly lines: readonly TableLine[]
  readonly signs: readonly PlacedSign[]
  /** The dashed outline around a confidential name. */
  readonly confidential: Rect | null
  /** At which side of the outline the name begins. */
  readonly rtl: boolean
}

/** Of a line, and of the room above and below a row's text; both in em. */
export const LINE = 1.28
const PAD = 0.37
/** Scripts that stack signs above and below their letters need more. */
const TALL_LINE = 1.65
const TALL =
  /[\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Tibetan}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]/u

/** A cell broken into the lines of its column. */
interface Broken {
  readonly lines: readonly CellPart[]
  readonly sign: CellSign | null
  readonly rtl: boolean
  readonly column: Column
}

/**
 * The row of a stakeholder at a font size; two rows or more if it is higher than `room`, which takes thousands of
 * letters. The name of one who is `isMarked` has the outline of confidential cards.
 */
export function rowsOf(
  cells: readonly TableCell[],
  columns: readonly Column[],
  size: number,
  room: number,
  isMarked = false,
): TableRow[] {
  const broken = cells.flatMap((cell, i): Broken[] => {
    const column = columns[i]
    return column ? [brokenInto(cell, column, size)] : []
  })
  const count = Math.max(1, ...broken.map(({ lines }) => lines.length))
  const isTall = cells.some(({ parts }) => parts.some(({ text }) => TALL.test(text)))
  const line = (isTall ? TALL_LINE : LINE) * size
  const fitting = Math.max(1, Math.floor((room - 2 * PAD * size - 1) / line))
  return Array.from({ length: Math.ceil(count / fitting) }, (_, i) => {
    const stretch = broken.map((cell) => ({
      ...cell,
      lines: cell.lines.slice(i * fitting, (i + 1) * fitting),
      sign: i ? null : cell.sign,
    }))
    return row(stretch, size, line, isMarked)
  })
}

function brokenInto({ parts, sign }: TableCell, column: Column, size: number): Broken {
  const width = column.width - (sign ? SIGN_SLOT * size : 0)
  const lines = parts.flatMap((part) =>
    wrap(part.text, { size, weight: part.bold ? 700 : 400 }, { width, lines: Infinity }).lines.map(
      (text) => ({ ...part, text }),
    ),
  )
  return { lines, sign, column, rtl: isRtl(parts[0]?.text ?? '') }
}

function row(cells: readonly Broken[], size: number, line: number, isMarked: boolean): TableRow {
  const count = Math.max(1, ...cells.map(({ lines }) => lines.length))
  // Whole units: no hair of paper shows between one row and the next.
  const height = Math.ceil(count * line + 2 * PAD * size)
  const baseline = (i: number) => pathNumber((PAD + 0.35) * size + line * (i + 0.5))
  const lines = cells.flatMap((cell) => {
    const { x } = cell.column
    const slot = cell.sign ? SIGN_SLOT * size : 0
    return cell.lines.map((part, i): TableLine => {
      const rtl = isRtl(part.text)
      return {
        ...part,
        // All columns run from left to right: a name from right to left begins at its own end, not at its neighbour's.
        x: pathNumber(x + slot),
        y: baseline(i),
        rtl,
        anchor: rtl ? 'end' : 'start',
      }
    })
  })
  const signs = cells.flatMap(({ sign, column: { x } }) =>
    sign
      ? [
          {
            ...sign,
            x: pathNumber(x + 0.5 * size),
            y: pathNumber(PAD * size + line / 2),
          },
        ]
      : [],
  )
  const [name] = cells
  return {
    height,
    lines,
    signs,
    confidential: isMarked && name ? outline(name, height, size) : null,
    rtl: name?.rtl ?? false,
  }
}

/** Around the name and what the team knows of its confidentiality, in the room between the columns. */
const outline = ({ column: { x, width } }: Broken, height: number, size: number): Rect => ({
  x: pathNumber(x - OUTLINE * size),
  y: pathNumber(0.16 * size),
  width: pathNumber(width + 2 * OUTLINE * size),
  height: pathNumber(height - 0.32 * size),
})

/** From a confidential name to the outline around it, in em. */
export const OUTLINE = 0.45
