import Papa from 'papaparse'
import { LIMITS } from '../domain/limits.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { unguarded } from './csvCells.ts'
import { type FileProblem, quoted } from './problem.ts'

export interface CsvRow {
  /** The line of the file, from 1, on which the record starts; it may span several. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface CsvTable {
  /** null when the header has a single column: then no character separates. */
  readonly delimiter: CsvDelimiter | null
  readonly header: CsvRow
  /** Records that are neither blank nor broken. */
  readonly rows: readonly CsvRow[]
  /** Lines on which a quote opens that is never closed, or not followed by a delimiter. */
  readonly brokenQuotes: readonly number[]
}

const DELIMITERS = [',', ';', '\t'] as const
export type CsvDelimiter = (typeof DELIMITERS)[number]

/** Never in a text file, and papaparse wants some delimiter. */
const NO_DELIMITER = '\u001f'
const MOST_COLUMNS = 200

/**
 * The records of a CSV text with the lines they stand on. Reads commas, semicolons and tabs (whichever
 * the header has most of, or as a `sep=;` line says), any line ends, and quoted cells with line ends.
 * Problems: `empty file`, `too many` (rows or columns), `unbalanced quote` in the header.
 */
export function readCsvTable(source: string): Result<CsvTable, FileProblem> {
  if (source.length > LIMITS.csvFile) {
    return fail({ code: 'too large', value: String(source.length), limit: LIMITS.csvFile })
  }
  // One kind of line end, so that lines can be counted in cells.
  const text = source.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n')
  const told = /^sep=([,;\t])\n/u.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const firstLine = told ? 2 : 1
  const delimiter = DELIMITERS.find((mark) => mark === told?.[1]) ?? delimiterOf(body)
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter: delimiter ?? NO_DELIMITER,
    newline: '\n',
    preview: LIMITS.csvRows + 2,
  })
  if (data.length > LIMITS.csvRows + 1) {
    return fail({ code: 'too many', line: LIMITS.csvRows + 2, limit: LIMITS.csvRows })
  }
  const broken = brokenRows(body, firstLine, errors)
  const rows: CsvRow[] = []
  let header: CsvRow | null = null
  let line = firstLine
  for (const [index, record] of data.entries()) {
    const cells = record.map(unguarded)
    const row = { line, cells }
    line += 1 + cells.reduce((sum, cell) => sum + lineEndsIn(cell), 0)
    const brokenLine = broken.get(index)
    if (header === null && brokenLine !== undefined) {
      return fail({ code: 'unbalanced quote', line: brokenLine })
    }
    if (brokenLine !== undefined || cells.every((cell) => cell.trim() === '')) continue
    if (header !== null) rows.push(row)
    else if (cells.length > MOST_COLUMNS) {
      return fail({ code: 'too many', line: row.line, limit: MOST_COLUMNS })
    } else header = row
  }
  if (header === null) return fail({ code: 'empty file' })
  return ok({ delimiter, header, rows, brokenQuotes: [...broken.values()] })
}

/** Rows with broken quotes, by position, and the line on which the first such quote opens. */
function brokenRows(text: string, firstLine: number, errors: readonly Papa.ParseError[]) {
  const broken = new Map<number, number>()
  let line = firstLine
  let counted = 0
  for (const { type, row, index = 0 } of errors) {
    if (type !== 'Quotes' || row === undefined || broken.has(row)) continue
    // Errors come in the order of the text; counting on from the last one keeps this linear.
    line += lineEndsIn(text.slice(counted, index))
    counted = index
    broken.set(row, line)
  }
  return broken
}

/** The line of the file on which a cell of a row starts. */
export const lineOfCell = ({ line, cells }: CsvRow, column: number): number =>
  cells.slice(0, column).reduce((sum, cell) => sum + lineEndsIn(cell), line)

export interface RowMisfit {
  readonly line: number
  /** The heading of the cell that is absent, or null when the whole row is meant. */
  readonly column: string | null
  /** More filled cells than headings (usually an unquoted delimiter), or fewer than must be there. */
  readonly code: 'too many cells' | 'too few cells'
  readonly value: string
}

/**
 * Whether a row's cells fit its headings. Absent cells count as empty, except confidentiality's: an
 * absent one must not make somebody public.
 */
export function misfitOf(
  { line, cells }: CsvRow,
  headings: readonly string[],
  confidentiality: number | undefined,
): RowMisfit | null {
  const extra = cells.slice(headings.length).find((cell) => cell.trim() !== '')
  if (extra !== undefined) {
    return { line, column: null, code: 'too many cells', value: quoted(extra) }
  }
  if (confidentiality === undefined || confidentiality < cells.length) return null
  const column = headings[confidentiality]?.trim() ?? ''
  return { line, column, code: 'too few cells', value: quoted(cells[0] ?? '') }
}

function lineEndsIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** The header decides: descriptions further down may be full of commas. */
function delimiterOf(text: string): CsvDelimiter | null {
  const header = /[^\n]*\S[^\n]*/u.exec(text)?.[0].replace(/"[^"]*"/gu, '') ?? ''
  let best: CsvDelimiter | null = null
  let most = 0
  for (const mark of DELIMITERS) {
    const count = header.split(mark).length - 1
    if (count > most) {
      best = mark
      most = count
    }
  }
  return best
}
