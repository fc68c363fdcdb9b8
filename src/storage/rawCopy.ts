import { own } from '../domain/check.ts'
import { RAW_COPY_FORMAT } from '../domain/rawCopyFile.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { failureOf } from './failure.ts'
import { fromPlain } from './fromPlain.ts'
import { answerTo, openAsItIs } from './openRaw.ts'
import { toPlain } from './plainValues.ts'
import type { MapRows } from './copyFile.ts'
import type { StorageFailure } from './types.ts'

/**
 * The whole database as one file's text, whatever its version and whether its rows can be read: `values` are all rows
 * of all tables (plainValues.ts). What is sealed stays sealed in it; what is clear lies open.
 */
const VERSION = 1

/** All rows of each table as they were found, and second copies of maps that the tables don't have. */
export interface RawTables {
  /** As the browser counts it. */
  readonly databaseVersion: number
  readonly tables: Readonly<Record<string, readonly unknown[]>>
  /** Keys of rows that the browser could not give. */
  readonly unreadable: Readonly<Record<string, readonly unknown[]>>
  readonly copies: readonly MapRows[]
}

/** Reads everything and changes nothing. `missing` when there is no database. */
export async function rawTables(
  factory: IDBFactory,
  name: string,
): Promise<Result<Omit<RawTables, 'copies'>, StorageFailure>> {
  const opened = await openAsItIs(factory, name)
  if (!opened.ok) return opened
  const connection = opened.value
  connection.onversionchange = () => connection.close()
  try {
    const tables: Record<string, readonly unknown[]> = {}
    const unreadable: Record<string, readonly unknown[]> = {}
    for (const table of connection.objectStoreNames) {
      const read = await rowsOf(connection, table)
      tables[table] = read.rows
      if (read.unreadable.length > 0) unreadable[table] = read.unreadable
    }
    return ok({ databaseVersion: connection.version, tables, unreadable })
  } catch (error) {
    return fail(failureOf(error))
  } finally {
    connection.close()
  }
}

/** All rows at once; where the browser can't give all of them, those that it can. */
async function rowsOf(connection: IDBDatabase, table: string) {
  const store = () => connection.transaction(table).objectStore(table)
  try {
    return { rows: await answerTo<unknown[]>(store().getAll()), unreadable: [] }
  } catch {
    const rows: unknown[] = []
    const unreadable: unknown[] = []
    for (const key of await answerTo(store().getAllKeys())) {
      try {
        rows.push(await answerTo<unknown>(store().get(key)))
      } catch {
        unreadable.push(key)
      }
    }
    return { rows, unreadable }
  }
}

export const rawCopyText = async (tables: RawTables): Promise<string> =>
  JSON.stringify({ format: RAW_COPY_FORMAT, version: VERSION, values: await toPlain(tables) })

/** What a raw copy holds of one map. */
export interface RawMap extends MapRows {
  readonly id: string
  readonly restorePoints: readonly unknown[]
  readonly quarantine: readonly unknown[]
}

/**
 * The maps in a raw copy, those without a row of their own left out; where a map is in it twice, as it is in the tables
 * first. `newer`: made by a later build; `unknown`: no raw copy, or a damaged one. Never throws.
 */
export function mapsFromRaw(text: string): Result<readonly RawMap[], 'newer' | 'unknown'> {
  try {
    const file: unknown = JSON.parse(text)
    if (own(file, 'format') !== RAW_COPY_FORMAT) return fail('unknown')
    if (Number(own(file, 'version')) > VERSION) return fail('newer')
    const values = fromPlain(own(file, 'values'))
    return values.ok ? ok([...mapsIn(values.value)]) : fail('unknown')
  } catch {
    return fail('unknown')
  }
}

function* mapsIn(raw: unknown): Generator<RawMap> {
  const tables = own(raw, 'tables')
  const records = byMap(own(tables, 'records'))
  const restorePoints = byMap(own(tables, 'restorePoints'))
  const quarantine = byMap(own(tables, 'quarantine'))
  const beside = (id: string) => ({
    restorePoints: restorePoints.get(id) ?? [],
    quarantine: quarantine.get(id) ?? [],
  })
  for (const header of listOf(own(tables, 'maps'))) {
    const id = own(header, 'id')
    if (typeof id === 'string') yield { id, header, rows: records.get(id) ?? [], ...beside(id) }
  }
  for (const copy of listOf(own(raw, 'copies'))) {
    const header = own(copy, 'header')
    const id = own(header, 'id')
    if (typeof id === 'string') yield { id, header, rows: listOf(own(copy, 'rows')), ...beside(id) }
  }
}

function byMap(rows: unknown): ReadonlyMap<unknown, readonly unknown[]> {
  const found = new Map<unknown, unknown[]>()
  for (const row of listOf(rows)) {
    const id = own(row, 'mapId')
    const more = found.get(id)
    if (more) more.push(row)
    else found.set(id, [row])
  }
  return found
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
