import type { MapView } from '../../audience/view.ts'
import type { Rect } from '../halfPie.ts'
import { isConfidential } from '../isConfidential.ts'
import { textWidth } from '../measure.ts'
import { pathNumber } from '../pathNumber.ts'
import type { TypeSize } from '../sceneOnPage.ts'
import type { Page } from '../sheet.ts'
import { isRtl, wrap } from '../wrap.ts'
import { columnWidths, needOf, type ColumnNeed } from './columnWidths.ts'
import { cellOf, columnsIn, type Ground, type TableCell } from './tableCells.ts'
import { groupsOf, type TableGroup } from './tableGroups.ts'
import { type Column, LINE, OUTLINE, rowsOf, type TableLine, type TableRow } from './tableRow.ts'
import type { TableWords } from './tableWords.ts'

/** The heading of a segment's rows. */
export interface TableBand {
  readonly lines: readonly string[]
  /** Follows the last line. */
  readonly count: string
  readonly rtl: boolean
}

/** A piece of the table on its page: the heading of a segment's rows, or a row. */
export interface TableBlock {
  readonly y: number
  readonly height: number
  readonly segment: Ground
  readonly band: TableBand | null
  readonly row: TableRow | null
}

/** What stands of the table on one page. */
export interface TableSheet {
  readonly room: Rect
  /** Font size. */
  readonly size: number
  readonly header: { readonly height: number; readonly lines: readonly TableLine[] }
  readonly blocks: readonly TableBlock[]
}

/** Nothing on paper is smaller than 8 pt, which is 13.33 units. */
const SIZES = [22, 20, 18.5, 17, 16, 15, 14.2, 13.4]
/** Sizes for a table that needs several pages; larger paper is looked at from farther away. */
const sizeOnMany = ({ width, height }: Page, type: TypeSize): number => {
  if (type === 'large') return 20
  return width * height > 1.42e6 ? 16 : 15
}

/** Type may be this much smaller where that saves a page. */
const LEAST_SHARE = 0.93
/** Names are what a table is read for. */
const NAME_SHARE = 1.8
/** Room at both sides of a cell, and height of a segment's heading; in em. */
const CELL_PAD = 0.6
const BAND = 2
/** Type of a segment's heading, compared with that of the rows. */
export const BAND_TYPE = 1.06
/** Between a segment's name and its count; a drawing keeps only spaces that don't break. */
export const BAND_GAP = '\u00a0\u00a0'
/** The bar in the segment's colour at the left of its rows. */
export const BAR = 5
/** From a row's left to its first text, in em beside the bar. */
export const INDENT = OUTLINE + CELL_PAD

/** The table on as many sheets as it needs, in type as large as fits on one, else as is good to read on several. */
export function setTable(
  view: MapView,
  words: TableWords,
  page: Page,
  room: Rect,
  type: TypeSize,
): TableSheet[] {
  const kinds = columnsIn(view)
  const groups = groupsOf(view, words).map((group) => ({
    ...group,
    rows: group.stakeholders.map((of) => ({
      isMarked: isConfidential(of),
      cells: kinds.map((kind) => cellOf(kind, of, words)),
    })),
  }))
  const cells = groups.flatMap(({ rows }) => rows.map((row) => row.cells))
  const needs = kinds.map((kind, i) =>
    needOf(
      words.columns[kind],
      cells.flatMap((row) => row[i] ?? []),
      kind === 'name' ? NAME_SHARE : 1,
    ),
  )
  const headings = kinds.map((kind) => words.columns[kind])
  const set = { groups, headings, needs, room, words }
  const least = cells.length * (LINE + 0.74) + groups.length * BAND + 2
  const many = sizeOnMany(page, type)
  let best: TableSheet[] | null = null
  for (const size of SIZES) {
    if (size < many * LEAST_SHARE && best) break
    const onOne = least * size <= room.height
    const isLast = size === SIZES.at(-1)
    if (!isLast && (!wordsFit(needs, room, size) || (size > many && !onOne))) continue
    const sheets = setAt(size, set)
    if (sheets.length <= 1) return sheets
    if (size <= many && (!best || sheets.length < best.length)) best = sheets
  }
  return best ?? []
}

interface Table {
  readonly groups: readonly (TableGroup & {
    readonly rows: readonly {
      readonly cells: readonly TableCell[]
      readonly isMarked: boolean
    }[]
  })[]
  readonly headings: readonly string[]
  readonly needs: readonly ColumnNeed[]
  readonly room: Rect
  readonly words: TableWords
}

const textRoom = (needs: readonly unknown[], room: Rect, size: number): number =>
  room.width - BAR - OUTLINE * size - 2 * CELL_PAD * size * needs.length

const wordsFit = (needs: readonly ColumnNeed[], room: Rect, size: number): boolean =>
  needs.reduce((sum, { least }) => sum + least, 0) * size <= textRoom(needs, room, size)

function columnsAt(needs: readonly ColumnNeed[], room: Rect, size: number): Column[] {
  let x = room.x + BAR + OUTLINE * size
  return columnWidths(needs, textRoom(needs, room, size) / size).map((em) => {
    const column = { x: x + CELL_PAD * size, width: em * size }
    x += column.width + 2 * CELL_PAD * size
    return column
  })
}

/** All pages at one font size. */
function setAt(size: number, { groups, headings, needs, room, words }: Table): TableSheet[] {
  const columns = columnsAt(needs, room, size)
  const header = headerOf(headings, columns, size, room.height)
  const top = room.y + header.height
  const bottom = room.y + room.height
  const sheets: TableBlock[][] = [[]]
  let y = top
  const put = (block: Omit<TableBlock, 'y'>): void => {
    sheets.at(-1)?.push({ ...block, y: pathNumber(y) })
    y += block.height
  }
  for (const { segment, name, rows } of groups) {
    const count = words.count(rows.length)
    const first = bandOf(name, count, segment, room, size)
    const again = bandOf(words.continued(name), count, segment, room, size)
    const left = bottom - top - Math.max(first.height, again.height)
    rows
      .flatMap(({ cells, isMarked }) => rowsOf(cells, columns, size, left, isMarked))
      .forEach((row, i) => {
        const needed = row.height + (i ? 0 : first.height)
        if (y + needed > bottom && y > top) {
          sheets.push([])
          y = top
          if (i) put(again)
        }
        if (!i) put(first)
        put({ segment, band: null, row, height: row.height })
      })
  }
  return sheets.map((blocks) => ({ room, size, header, blocks }))
}

/** The heading of a segment's rows; the map's own name of a segment may take several lines. */
function bandOf(
  name: string,
  count: string,
  segment: Ground,
  room: Rect,
  size: number,
): Omit<TableBlock, 'y'> {
  const counted = textWidth(BAND_GAP + count, { size: size * BAND_TYPE, weight: 400 })
  const { lines } = wrap(
    name,
    { size: size * BAND_TYPE, weight: 700 },
    { width: room.width - BAR - 2 * INDENT * size - counted, lines: Infinity },
  )
  const height = Math.ceil((BAND + (lines.length - 1) * LINE * BAND_TYPE) * size)
  return { segment, band: { lines, count, rtl: isRtl(name) }, row: null, height }
}

function headerOf(
  headings: readonly string[],
  columns: readonly Column[],
  size: number,
  room: number,
): TableSheet['header'] {
  const cells = headings.map((text) => ({
    parts: [{ text, tone: 'muted' as const, bold: true }],
    sign: null,
  }))
  const [row] = rowsOf(cells, columns, size, room)
  return { height: row?.height ?? 0, lines: row?.lines ?? [] }
}
