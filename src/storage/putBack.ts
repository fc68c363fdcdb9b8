import { own } from '../domain/check.ts'
import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { asObject } from './aside.ts'
import type { Database } from './database.ts'
import type { MapRows } from './copyFile.ts'
import { failureOf, storageFailure } from './failure.ts'
import { claimKind } from './mapWrite.ts'
import { answerTo, keysOf } from './openRaw.ts'
import { decodeHeader } from './rows.ts'
import { commitAtOnce } from './transaction.ts'
import type { StorageFailure } from './types.ts'

type Outcome<T> = Promise<Result<T, StorageFailure>>

export interface Lost extends MapRows {
  readonly restorePoints?: readonly unknown[]
  readonly quarantine?: readonly unknown[]
}

export interface PutBackPorts {
  /** Who writes; unique to this one write. */
  readonly by: string
  /** ISO 8601, UTC. */
  readonly now: string
  readonly overOlder?: boolean
}

/** What the tables have of a map. */
interface Found {
  /** undefined when there is no row of its own. */
  readonly header: unknown
  /** Its records' revs by id. */
  readonly rows: ReadonlyMap<unknown, number>
  /** The last rev that somebody claimed. */
  readonly rev: number
  readonly isDeleted: boolean
}

const STORES = ['maps', 'records', 'claims', 'restorePoints', 'quarantine']

/**
 * Puts a map's rows back as they were copied, and reads them again. `conflict` when the map is there and can be read,
 * `missing` when it was deleted for good, `unknown` when the copy makes no map. A row of the map's own that can't be
 * read goes to quarantine first, and records that are still there stay unless the copy's are newer.
 *
 * `overOlder`: the map is there, in a state before the copy's, as the database has gone back in time. The caller is its
 * only writer meanwhile. Where nothing was stored since, it is then exactly as it was copied; else records that the copy
 * doesn't have stay.
 */
export async function putBack(
  db: Database,
  lost: Lost,
  { by, now, overOlder = false }: PutBackPorts,
): Outcome<{ readonly records: number }> {
  const decoded = decodeHeader(lost.header)
  if (!decoded.ok) return fail(storageFailure('unknown', decoded.error.reason))
  const { id, sealed } = decoded.value
  const connected = await db.connect()
  if (!connected.ok) return connected
  const connection = connected.value
  const before = await found(connection, id)
  if (!before.ok) return before
  const { header, rev: claimed, isDeleted, rows: there } = before.value
  const older = header === undefined ? null : decodeHeader(header)
  if (isDeleted) return fail(storageFailure('missing', 'deleted for good'))
  if (older?.ok && !(overOlder && older.value.rev < decoded.value.rev)) {
    return fail(storageFailure('conflict', 'the map is there'))
  }
  const copied = ownRows(id, lost.rows)
  const rows = copied.filter((row) => !(revOf(row) <= (there.get(own(row, 'id')) ?? -1)))
  const isUntouched = older?.ok && older.value.changedAt < decoded.value.changedAt
  const isCopied = new Set(copied.map((row) => own(row, 'id')))
  const all = new Set([...there.keys(), ...isCopied])
  const gone = [...all].filter((row) => isUntouched && !isCopied.has(row)).filter(isText)
  // The rev that a writer who knows nothing of this would make next: one of the two is refused.
  const next = Math.max(claimed, older?.ok ? older.value.rev : 0) + 1
  const rev = Math.max(decoded.value.rev, next)
  const written = await commitAtOnce(connection, STORES, 'strict', (transaction) => {
    const store = (name: string) => transaction.objectStore(name)
    claimKind(store('claims'), id, sealed !== undefined)
    for (const made of new Set([next, rev])) store('claims').add({ mapId: id, rev: made, by })
    if (header !== undefined) {
      if (!older?.ok) {
        const reason = 'map: unreadable'
        store('quarantine').put({ mapId: id, id: `map ${now}`, reason, at: now, raw: header })
      }
      store('maps').delete(id)
    }
    for (const row of gone) store('records').delete([id, row])
    for (const row of rows) store('records').put(row)
    for (const row of ownRows(id, lost.restorePoints)) store('restorePoints').put(row)
    for (const row of ownRows(id, lost.quarantine)) store('quarantine').put(row)
    // Added, never put: a map that came meanwhile is not written over.
    store('maps').add({ ...asObject(lost.header), rev })
  })
  if (!written.ok) return written
  db.headerChanged(id)
  return verified(connection, id, all.size - gone.length)
}

async function verified(connection: IDBDatabase, id: MapId, records: number) {
  const after = await found(connection, id)
  if (!after.ok) return after
  return decodeHeader(after.value.header).ok && after.value.rows.size === records
    ? ok({ records })
    : fail(storageFailure('unknown', 'not all of it was read again'))
}

async function found(connection: IDBDatabase, id: MapId): Outcome<Found> {
  try {
    const tables = connection.transaction(['maps', 'records', 'claims'])
    const claims = tables.objectStore('claims')
    const [header, rows, last, deleted] = await Promise.all([
      answerTo<unknown>(tables.objectStore('maps').get(id)),
      answerTo<unknown[]>(tables.objectStore('records').getAll(keysOf(id))),
      answerTo(claims.openKeyCursor(keysOf(id), 'prev')),
      answerTo(claims.count([id, 0, 'deleted'])),
    ])
    const lastKey = last?.primaryKey
    const rev = Array.isArray(lastKey) ? Number(lastKey[1]) : 0
    return ok({
      header,
      rows: new Map(rows.map((row) => [own(row, 'id'), revOf(row)])),
      rev: Number.isSafeInteger(rev) ? rev : 0,
      isDeleted: deleted > 0,
    })
  } catch (error) {
    return fail(failureOf(error))
  }
}

/** Rows that belong to the map, one a key: a file may say anything. */
function ownRows(id: MapId, rows: readonly unknown[] = []): readonly unknown[] {
  const byKey = new Map<unknown, unknown>()
  for (const row of rows) {
    const key = own(row, 'id')
    if (own(row, 'mapId') === id && isText(key)) byKey.set(key, row)
  }
  return [...byKey.values()]
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** Of a record's row; a copy's that has none counts as older than any. */
const revOf = (row: unknown): number => {
  const rev = own(row, 'rev')
  return typeof rev === 'number' ? rev : 0
}
