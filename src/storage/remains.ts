import { own } from '../domain/check.ts'
import { docFromRecords, emptyDoc, newMapInfo, recordsOf } from '../domain/doc.ts'
import { MIGRATIONS } from '../domain/migrations.ts'
import { type AnyRecord, asId, type MapDoc, type MapId, type MapInfo } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Database } from './database.ts'
import { attempt, storageFailure } from './failure.ts'
import { answerTo, keysOf } from './openRaw.ts'
import { listPoints, type PointsOf, readPoint, type StoredPoint } from './restorePoints.ts'
import { decodeRow, migrationFrom } from './rows.ts'
import { FORMAT_VERSION, type Header, type StorageFailure } from './types.ts'

/**
 * What is left of a map whose own row in `maps` is gone: its records, its restore points, or both. As every write of a map
 * puts that row in the same transaction, and deleting it for good takes everything along, rows without it are a loss.
 */

type Outcome<T> = Promise<Result<T, StorageFailure>>

export interface RemainsOf {
  readonly id: MapId
  readonly isSealed: boolean
}

/**
 * The maps of which something is left without a row of their own. One short transaction over keys alone: it takes a few
 * steps a map, however large those are.
 */
export const findRemains = (db: Database): Outcome<readonly RemainsOf[]> =>
  attempt(async () => {
    const connected = await db.connect()
    if (!connected.ok) return connected
    const tables = connected.value.transaction(['maps', 'records', 'restorePoints', 'claims'])
    const [headers, inRecords, inPoints] = await Promise.all([
      answerTo(tables.objectStore('maps').getAllKeys()),
      mapIdsIn(tables.objectStore('records')),
      mapIdsIn(tables.objectStore('restorePoints')),
    ])
    const there = new Set<unknown>(headers)
    const lost = [...new Set([...inRecords, ...inPoints])].filter((id) => !there.has(id))
    const found: RemainsOf[] = []
    for (const id of lost) {
      const kind = await kindOf(tables, id)
      if (kind !== 'deleted') found.push({ id: asId<MapId>(id), isSealed: kind === 'sealed' })
    }
    return ok(found)
  })

/** The first parts of the keys of a table, each once. */
function mapIdsIn(store: IDBObjectStore): Promise<readonly string[]> {
  const ids: string[] = []
  const request = store.openKeyCursor()
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error ?? new Error('no answer'))
    request.onsuccess = () => {
      const cursor = request.result
      if (!cursor) return resolve(ids)
      const [id, row]: readonly unknown[] = Array.isArray(cursor.primaryKey)
        ? cursor.primaryKey
        : []
      if (typeof id !== 'string' || typeof row !== 'string') return cursor.continue()
      ids.push(id)
      // Behind all its rows.
      cursor.continue([id, []])
    }
  })
}

/** As its claims say; where those are gone too, as its first row looks. */
async function kindOf(tables: IDBTransaction, id: string): Promise<'deleted' | 'sealed' | 'clear'> {
  const [deleted, sealed, alive, record, point] = await Promise.all([
    answerTo(tables.objectStore('claims').count([id, 0, 'deleted'])),
    answerTo(tables.objectStore('claims').count([id, 0, 'sealed'])),
    answerTo(tables.objectStore('claims').count([id, 0, 'alive'])),
    answerTo<unknown>(tables.objectStore('records').get(keysOf(id))),
    answerTo<unknown>(tables.objectStore('restorePoints').get(keysOf(id))),
  ])
  if (deleted > 0) return 'deleted'
  if (sealed > 0) return 'sealed'
  const isBox = [record, point].some((row) => own(row, 'box') !== undefined)
  return alive === 0 && isBox ? 'sealed' : 'clear'
}

/** A map in clear as far as it can be put together again. */
export interface Rebuilt {
  /** With the records that can be read. */
  readonly doc: MapDoc
  /** When its newest restore point was taken; null = there is none. */
  readonly pointAt: string | null
  /** Its new row, but for what the list shows of it. */
  readonly header: Omit<Header, 'summary'>
  /** Rows of records, where those are gone too: out of the newest restore point. */
  readonly rows: readonly object[]
}

/**
 * Reads what is left of a clear map, and changes nothing. Its records are what they were; its name and all that stood in
 * its own row come from the newest restore point that can be read; without one it gets the name that is given.
 */
export const rebuilt = (
  db: Database,
  id: MapId,
  { name, now }: { readonly name: string; readonly now: string },
): Outcome<Rebuilt> =>
  attempt(async () => {
    const connected = await db.connect()
    if (!connected.ok) return connected
    const table = connected.value.transaction('records').objectStore('records')
    const rows = await answerTo<unknown[]>(table.getAll(keysOf(id)))
    const of = { db, mapId: id, key: null }
    const listed = await listPoints(of)
    const points = listed.ok ? listed.value.points : []
    const nameless = newMapInfo(id, name, '')
    const newest = await newestReadable(points, of, emptyDoc(nameless))
    if (rows.length === 0 && !newest) return fail(storageFailure('missing', 'nothing to read'))
    const read = await mostReadable(rows)
    const info: MapInfo = { ...(newest?.info ?? nameless), id }
    const records = rows.length > 0 || !newest ? read.records : recordsOf(newest)
    const rev = [...rows.map(revOf), ...points.map((point) => point.rev)].reduce(higher, 1)
    return ok({
      doc: docFromRecords([...records, info]) ?? emptyDoc(info),
      pointAt: points[0]?.at ?? null,
      header: {
        id,
        rev,
        formatVersion: read.formatVersion,
        info,
        changedAt: points[0]?.at ?? now,
        createdAt: points.at(-1)?.at ?? now,
        deletedAt: null,
      },
      rows: rows.length > 0 ? [] : rowsFrom(id, rev, records),
    })
  })

async function newestReadable(
  points: readonly StoredPoint[],
  of: PointsOf,
  otherwise: MapDoc,
): Promise<MapDoc | null> {
  for (const { id } of points) {
    const read = await readPoint(of, id, otherwise)
    if (read.ok) return read.value.doc
  }
  return null
}

/** In which format the rows were stored stood in the row that is gone: the newest in which most can be read. */
async function mostReadable(rows: readonly unknown[]) {
  let best = { formatVersion: FORMAT_VERSION, records: await recordsIn(rows, FORMAT_VERSION) }
  for (const { from } of MIGRATIONS.toReversed()) {
    const records = await recordsIn(rows, from)
    if (records.length > best.records.length) best = { formatVersion: from, records }
  }
  return best
}

async function recordsIn(
  rows: readonly unknown[],
  formatVersion: number,
): Promise<readonly AnyRecord[]> {
  const migrate = await migrationFrom(formatVersion)
  return rows.flatMap((row) => {
    const record = decodeRow(row, migrate)
    return record.ok ? [record.value] : []
  })
}

const rowsFrom = (mapId: MapId, rev: number, records: readonly AnyRecord[]): readonly object[] =>
  records.flatMap((record) =>
    record.type === 'map' ? [] : [{ mapId, id: record.id, rev, record }],
  )

const higher = (one: number, other: number): number => Math.max(one, other)

const revOf = (row: unknown): number => {
  const rev = own(row, 'rev')
  return typeof rev === 'number' && Number.isSafeInteger(rev) ? rev : 0
}
