import type { Rect } from '../halfPie.ts'
import { pathNumber } from '../pathNumber.ts'
import { wrap } from '../wrap.ts'
import { type PlacedText, placeText } from '../placedText.ts'

/** A heading, and lines to write on. */
export interface WritingField {
  readonly label: readonly PlacedText[]
  readonly rules: readonly Rule[]
}

/** A line to write on. */
export interface Rule {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Fields that stand beside each other, and how many lines they want compared with other rows. */
export interface WritingRow {
  readonly labels: readonly string[]
  readonly share: number
}

const LABEL_SIZES = [17, 16, 15]
const LEAST_LABEL = 15
const ROW_GAP = 20
const COLUMN_GAP = 48
/** Between lines: handwriting wants 8 to 11 mm. In units of the page. */
const LEAST_PITCH = 38
const MOST_PITCH = 52

/** Rows of fields that fill a room with lines as far apart in one as in another; at least one line each. */
export function writingFields(rows: readonly WritingRow[], room: Rect): WritingField[] {
  const headed = rows.map(({ labels, share }) => {
    const width = (room.width - COLUMN_GAP * (labels.length - 1)) / labels.length
    const columns = labels.map((text, i) => ({ text, x: room.x + i * (width + COLUMN_GAP) }))
    const isWhole = (size: number) =>
      labels.every((text) => wrap(text, { size, weight: 700 }, { width, lines: 1 }).whole)
    const sizes = [LABEL_SIZES.find(isWhole) ?? LEAST_LABEL]
    const head = (top: number) =>
      columns.map(({ text, x }) =>
        placeText(text, { x, top, width, sizes, mostLines: 1, bold: true }),
      )
    const height = Math.max(...head(0).map(({ bottom }) => bottom))
    return { columns, head, height, share, width }
  })
  const heads = headed.reduce((sum, { height }) => sum + height, 0)
  const left = room.height - heads - ROW_GAP * (rows.length - 1)
  const counts = shareOut(
    headed.map(({ share }) => share),
    Math.floor(left / LEAST_PITCH),
  )
  const pitch = Math.min(MOST_PITCH, left / counts.reduce((sum, count) => sum + count, 0))
  let y = room.y
  return headed.flatMap(({ columns, head, height, width }, row) => {
    const top = y
    const count = counts[row] ?? 1
    y += height + count * pitch + ROW_GAP
    return head(top).map(({ lines }, i) => ({
      label: lines,
      rules: Array.from({ length: count }, (_, line) => ({
        x: pathNumber(columns[i]?.x ?? room.x),
        y: pathNumber(top + height + (line + 1) * pitch),
        width: pathNumber(width),
      })),
    }))
  })
}

/** Lines for each row: one, and of the rest the next always to the row that is shortest of its share. */
function shareOut(shares: readonly number[], lines: number): number[] {
  const counts = shares.map(() => 1)
  for (let given = counts.length; given < lines; given++) {
    let neediest = 0
    const need = (row: number) => (counts[row] ?? 0) / (shares[row] ?? 1)
    for (const row of shares.keys()) if (need(row) < need(neediest)) neediest = row
    counts[neediest] = (counts[neediest] ?? 0) + 1
  }
  return counts
}
