import { fail, ok, type Result } from '../../domain/result.ts'
import { type FileProblem, quoted } from '../problem.ts'
import { type Holds, holdsBy, withIds } from './csvTables.ts'
import { type ForeignTable } from './foreignTable.ts'
import { planOfKumu } from './kumuCsv.ts'
import type { NetworkPlan } from './plan.ts'
import { readWorkbook, type Sheet } from './xlsx.ts'

/**
 * A workbook with sheets of elements and connections, as Kumu writes and reads it
 * (https://docs.kumu.io/guides/import/import): known by their headings, of each kind the first; a sheet
 * with `(ignore)` in its name is passed over. Problems: those of `readWorkbook` and `planOfKumu`,
 * `no sheets` of either kind.
 */
export function readKumuXlsx(bytes: Uint8Array): Result<NetworkPlan, FileProblem> {
  const sheets = readWorkbook(bytes)
  if (!sheets.ok) return sheets
  const tables = new Map<Holds, ForeignTable>()
  const dropped: string[] = []
  for (const sheet of sheets.value) {
    const table = /\(ignore\)/iu.test(sheet.name) ? ok(null) : tableOf(sheet)
    if (!table.ok) return table
    const holds = table.value && holdsBy(table.value.headers)
    if (table.value && holds && !tables.has(holds)) tables.set(holds, withIds(table.value))
    else dropped.push(sheet.name)
  }
  if (tables.size === 0) return fail({ code: 'no sheets', value: quoted(dropped.join(', ')) })
  const part = (holds: Holds) => {
    const table = tables.get(holds)
    return table ? { table, faults: [] } : null
  }
  return planOfKumu('kumu xlsx', part('elements'), part('ties'), { dropped })
}

/** A sheet as a table: its first row that isn't blank is the heading. */
function tableOf(sheet: Sheet): Result<ForeignTable | null, FileProblem> {
  const rows = sheet.rows()
  if (!rows.ok) return rows
  const [header, ...rest] = rows.value
  if (!header) return ok(null)
  return ok({
    headers: header.cells,
    rows: rest.map(({ row, cells }) => ({
      place: { line: row, source: sheet.name },
      id: '',
      cells,
    })),
  })
}
