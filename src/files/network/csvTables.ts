import { fail, ok, type Result } from '../../domain/result.ts'
import { type CsvTable, misfitOf, readCsvTable } from '../csvTable.ts'
import { type FileProblem, quoted } from '../problem.ts'
import { columnsOf, foldWord } from '../stakeholderColumns.ts'
import type { ForeignRow, ForeignTable } from './foreignTable.ts'
import type { PlanFault } from './plan.ts'
import { tieColumnsOf } from './tieColumns.ts'

/** What a table holds by its headings: ties have both ends. */
export type Holds = 'elements' | 'ties'

export function holdsBy(headers: readonly string[]): Holds | null {
  const ties = tieColumnsOf(headers)
  if (ties.has('from') && ties.has('to')) return 'ties'
  const isNamed = columnsOf(headers, new Map()).some(({ meaning }) => meaning === 'name')
  return isNamed || headers.some(isId) ? 'elements' : null
}

/** A CSV file of elements or of ties. */
export interface NetworkCsv {
  readonly holds: Holds
  readonly table: ForeignTable
  /** Rows that don't fit their headings. */
  readonly faults: readonly PlanFault[]
  /** The cells of those rows; `'some'` when an open quote swallowed them. */
  readonly unread: readonly string[] | 'some'
}

/** Reads a CSV of elements or ties. Problems: those of `readCsvTable`, `no name column`. */
export function readNetworkCsv(text: string, source: string): Result<NetworkCsv, FileProblem> {
  const read = readCsvTable(text)
  if (!read.ok) return read
  const { header } = read.value
  const holds = holdsBy(header.cells)
  if (holds !== null)
    return ok({ holds, ...rowsOf(read.value, source, confidentialityOf(holds, header.cells)) })
  const value = quoted(header.cells.join(' '))
  return fail({ code: 'no name column', line: header.line, value })
}

/** The position of the column that says who is confidential, if there is one. */
function confidentialityOf(holds: Holds, headers: readonly string[]): number | undefined {
  if (holds === 'ties') return tieColumnsOf(headers).get('confidentiality')
  const columns = columnsOf(headers, new Map())
  const position = columns.findIndex(({ meaning }) => meaning === 'confidentiality')
  return position === -1 ? undefined : position
}

function rowsOf(
  { header, rows, brokenQuotes }: CsvTable,
  source: string,
  confidentiality: number | undefined,
) {
  const faults = brokenQuotes.map((line): PlanFault => ({
    place: { line, source },
    code: 'unbalanced quote',
    value: '',
  }))
  const taken: ForeignRow[] = []
  const unread: string[] = []
  for (const row of rows) {
    const place = { line: row.line, source }
    const misfit = misfitOf(row, header.cells, confidentiality)
    if (misfit) {
      faults.push({ place, code: misfit.code, value: misfit.value })
      unread.push(...row.cells)
    } else taken.push({ place, id: '', cells: row.cells })
  }
  const table = withIds({ headers: header.cells, rows: taken })
  return { table, faults, unread: brokenQuotes.length > 0 ? ('some' as const) : unread }
}

const isId = (header: string): boolean => foldWord(header) === 'id'

/** A table whose rows have their id from the column of that name, which then is none of the fields. */
export function withIds({ headers, rows }: ForeignTable): ForeignTable {
  const id = headers.findIndex(isId)
  if (id === -1) return { headers, rows }
  return {
    headers: headers.toSpliced(id, 1),
    rows: rows.map((row) => ({
      ...row,
      id: row.cells[id]?.trim() ?? '',
      cells: row.cells.toSpliced(id, 1),
    })),
  }
}
