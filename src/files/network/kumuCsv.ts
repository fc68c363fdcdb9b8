import { LIMITS } from '../../domain/limits.ts'
import type { Result } from '../../domain/result.ts'
import { foldName } from '../../domain/names.ts'
import type { FileProblem } from '../problem.ts'
import { columnsOf } from '../stakeholderColumns.ts'
import type { NetworkCsv } from './csvTables.ts'
import type { ForeignRow, ForeignTable } from './foreignTable.ts'
import type { NetworkFormatId, NetworkPlan } from './plan.ts'
import { type NetworkTables, planOfTables } from './planOfTables.ts'
import { tieColumnsOf } from './tieColumns.ts'

/** Of other formats than CSV all rows can be read. */
type KumuTable = Pick<NetworkCsv, 'table' | 'faults'> & Partial<Pick<NetworkCsv, 'unread'>>

/**
 * Kumu's elements and connections, either of which may be absent, as described at
 * https://docs.kumu.io/guides/import/import and https://docs.kumu.io/faq/how-do-i-avoid-duplicating-data:
 * elements are known by their id, or else by label and type; connections go by ids or labels, and one with
 * several elements in To (`|` between them) is as many ties. Problems: those of `planOfTables`.
 */
export const planOfKumu = (
  format: NetworkFormatId,
  elements: KumuTable | null,
  connections: KumuTable | null,
  rest: Partial<Pick<NetworkTables, 'name' | 'dropped' | 'endsAre'>> = {},
): Result<NetworkPlan, FileProblem> =>
  planOfTables({
    endsAre: 'names',
    ...rest,
    format,
    elements: elements?.table ?? null,
    ties: connections && withOneEnd(connections.table, namesOf(elements?.table ?? null)),
    unread: elements?.unread ?? [],
    faults: [...(elements?.faults ?? []), ...(connections?.faults ?? [])],
  })

/** What an end of a connection may be called. */
function namesOf(elements: ForeignTable | null): ReadonlySet<string> {
  if (!elements) return new Set()
  const name = columnsOf(elements.headers, new Map()).findIndex(({ meaning }) => meaning === 'name')
  return new Set(elements.rows.flatMap(({ id, cells }) => [id, foldName(cells[name] ?? '')]))
}

/** A row for each end of a connection, unless an element's own name has `|` in it. */
function withOneEnd(table: ForeignTable, names: ReadonlySet<string>): ForeignTable {
  const to = tieColumnsOf(table.headers).get('to')
  if (to === undefined) return table
  const rows: ForeignRow[] = []
  for (const row of table.rows) {
    const cell = row.cells[to] ?? ''
    if (!cell.includes('|') || names.has(cell.trim()) || names.has(foldName(cell))) rows.push(row)
    else {
      for (const end of cell.split('|', LIMITS.relationships + 1)) {
        if (end.trim() !== '') rows.push({ ...row, cells: row.cells.with(to, end) })
      }
    }
    // `readTies` refuses so many; a hostile file shall not fill the memory before.
    if (rows.length > LIMITS.relationships) break
  }
  return { ...table, rows }
}
