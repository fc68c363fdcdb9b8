import { type DecodedImport, importOf, type ImportedStakeholder } from '../domain/imported.ts'
import { LIMITS } from '../domain/limits.ts'
import { foldName } from '../domain/names.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import {
  type CsvDelimiter,
  type CsvRow,
  lineOfCell,
  misfitOf,
  readCsvTable,
  type RowMisfit,
} from './csvTable.ts'
import type { CellFault } from './csvWords.ts'
import { type FileProblem, quoted } from './problem.ts'
import { columnsOf, type CsvColumn, type UnknownColumnUse } from './stakeholderColumns.ts'
import { stakeholderIn } from './stakeholderRow.ts'
import type { Encoding, TextFile } from './textFile.ts'

export interface CsvError {
  /** The line of the file, from 1; in a record of several lines, the cell's own. */
  readonly line: number
  /** The column's heading, or null when the whole row is meant. */
  readonly column: string | null
  readonly code: CellFault | RowMisfit['code'] | 'unbalanced quote'
  readonly value: string
}

export interface CsvWarning {
  readonly line: number
  readonly code: 'duplicate name'
  readonly value: string
  /** The line that has the name first. */
  readonly firstLine: number
}

/** What an import would do, for people to look at before anything is imported. */
export interface CsvPlan {
  readonly encoding: Encoding
  readonly delimiter: CsvDelimiter | null
  readonly columns: readonly CsvColumn[]
  /** Rows without errors. */
  readonly rows: readonly { readonly line: number; readonly stakeholder: ImportedStakeholder }[]
  /** In the order of lines; a row with an error is not among `rows`. */
  readonly errors: readonly CsvError[]
  readonly warnings: readonly CsvWarning[]
}

/** CSV of stakeholders, described in docs/file-format.md. */
export const stakeholderCsv = {
  name: 'stakeholder csv',
  extension: '.csv',
  mediaType: 'text/csv',
  parse,
} as const

/**
 * Reads stakeholders from a CSV text with a header row. `uses` says by column position (from 0) what
 * becomes of columns that we don't know.
 * Problems: those of `readCsvTable`, `no name column`, `too many`.
 */
function parse(
  { text, encoding }: TextFile,
  uses: ReadonlyMap<number, UnknownColumnUse> = new Map(),
): Result<CsvPlan, FileProblem> {
  const table = readCsvTable(text)
  if (!table.ok) return table
  const { delimiter, header, brokenQuotes } = table.value
  if (table.value.rows.length > LIMITS.stakeholders) {
    const value = String(table.value.rows.length)
    return fail({ code: 'too many', value, limit: LIMITS.stakeholders })
  }
  const columns = columnsOf(header.cells, uses)
  if (!columns.some(({ meaning }) => meaning === 'name')) {
    return fail({
      code: 'no name column',
      line: header.line,
      value: quoted(header.cells.join(' ')),
    })
  }
  const errors = brokenQuotes.map((line): CsvError => ({
    line,
    column: null,
    code: 'unbalanced quote',
    value: '',
  }))
  const rows: CsvPlan['rows'][number][] = []
  const confidentiality = columns.findIndex(({ meaning }) => meaning === 'confidentiality')
  const inSegment = new Map<number, number>()
  for (const row of table.value.rows) {
    const misfit = misfitOf(row, header.cells, confidentiality === -1 ? undefined : confidentiality)
    const read = misfit ? null : stakeholderIn(row, columns, inSegment)
    if (misfit) errors.push(misfit)
    else if (read?.ok) rows.push({ line: row.line, stakeholder: read.value })
    else {
      for (const { column, code } of read?.error ?? []) {
        errors.push(cellError(row, columns, column, code))
      }
    }
  }
  errors.sort((a, b) => a.line - b.line)
  return ok({ encoding, delimiter, columns, rows, errors, warnings: duplicatesIn(rows) })
}

/** The stakeholders of a plan as an import. */
export const importOfPlan = ({ rows }: CsvPlan): DecodedImport =>
  importOf(rows.map(({ stakeholder }) => stakeholder))

const cellError = (
  row: CsvRow,
  columns: readonly CsvColumn[],
  column: number,
  code: CellFault,
): CsvError => ({
  line: lineOfCell(row, column),
  column: columns[column]?.header ?? '',
  code,
  value: quoted(row.cells[column] ?? ''),
})

function duplicatesIn(rows: CsvPlan['rows']): CsvWarning[] {
  const first = new Map<string, number>()
  const warnings: CsvWarning[] = []
  for (const { line, stakeholder } of rows) {
    const folded = foldName(stakeholder.name)
    const firstLine = first.get(folded)
    if (firstLine === undefined) first.set(folded, line)
    else warnings.push({ line, code: 'duplicate name', value: stakeholder.name, firstLine })
  }
  return warnings
}
