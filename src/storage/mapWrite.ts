import type { Diff } from '../domain/diff.ts'
import type { AnyRecord, MapId } from '../domain/records.ts'
import { fail, type Result } from '../domain/result.ts'
import type { Database } from './database.ts'
import { commitAtOnce } from './transaction.ts'
import { FORMAT_VERSION, type Header, type StorageCode, type StorageFailure } from './types.ts'

/**
 * The one way in which maps reach the disk: header and rows in one transaction of strict durability on
 * the raw connection, placed and committed in one go without waiting for anything in between. A page
 * that is going away never sees the answer to a request, so that whatever is to be checked must be
 * checked by the database itself:
 *
 * **Claims.** Each write `add`s a row {mapId, rev, by} for the rev it makes; a unique index on
 * [mapId+rev] aborts the whole transaction when somebody has made that rev already. A write may also
 * build on earlier ones of the same writer whose outcome is not known yet: it `put`s their claims,
 * which succeeds when the row is absent or its own, and aborts when it is another's. So
 *  - two writers on one rev: the second is refused, whoever is asked in which order;
 *  - a write overtaken by a later one of its own writer is refused (its `add` finds the claim);
 *  - rev 0 is claimed by `alive` in every write and by `deleted` once a map is deleted for good: a
 *    late write cannot bring half of it back.
 */
export interface MapWrite {
  readonly header: Header
  /** Who writes; unique to one writer at one time. */
  readonly by: string
  /** First rev that this write builds on without knowing whether it was stored; header.rev if none. */
  readonly firstRev: number
  /** The wanted state of each row that changes; null = gone. */
  readonly rows: ReadonlyMap<string, AnyRecord | null>
  /** Rows to be copied as they are, readable or not: the `record` part by id. */
  readonly copies?: ReadonlyMap<string, unknown>
}

const ALIVE = 'alive'
const DELETED = 'deleted'

/** Claims older than this many revs are dropped, now and then, so that they don't pile up. */
const CLAIMS_KEPT = 10_000
const CLAIMS_SWEEP = 1_000

const STORES = ['maps', 'records', 'claims', 'viewStates']

/**
 * Writes a map. When the connection is open, everything is handed to the browser before this returns.
 * Fails with `conflict`, `missing` or `newer` when another has written, deleted or upgraded the map,
 * and with `quota`, `closed`, `unavailable` or `unknown`; then nothing at all was written.
 */
export function writeMap(db: Database, write: MapWrite): Promise<Result<null, StorageFailure>> {
  return strictly(db, write.header.id, (transaction) => {
    const { id, rev } = write.header
    const claims = transaction.objectStore('claims')
    claims.put({ mapId: id, rev: 0, by: ALIVE })
    for (let earlier = write.firstRev; earlier < rev; earlier += 1) {
      claims.put({ mapId: id, rev: earlier, by: write.by })
    }
    claims.add({ mapId: id, rev, by: write.by })
    if (rev > CLAIMS_KEPT && rev % CLAIMS_SWEEP === 0) {
      claims.delete(IDBKeyRange.bound([id, 1], [id, rev - CLAIMS_KEPT]))
    }
    const records = transaction.objectStore('records')
    for (const [row, record] of write.rows) {
      if (record) records.put({ mapId: id, id: row, rev, record })
      else records.delete([id, row])
    }
    for (const [row, record] of write.copies ?? []) {
      records.put({ mapId: id, id: row, rev, record })
    }
    transaction.objectStore('maps').put(write.header)
  })
}

/** Deletes all of a map except the tombstone that keeps late writes out. */
export function eraseMap(db: Database, id: MapId): Promise<Result<null, StorageFailure>> {
  return strictly(db, id, (transaction) => {
    const whole = IDBKeyRange.bound([id], [id, []])
    const claims = transaction.objectStore('claims')
    claims.delete(whole)
    claims.add({ mapId: id, rev: 0, by: DELETED })
    transaction.objectStore('records').delete(whole)
    transaction.objectStore('viewStates').delete(id)
    transaction.objectStore('maps').delete(id)
  })
}

/** The rows that a run of commits leaves changed: the last word on each counts. */
export function rowsOf(diffs: Iterable<Diff>): Map<string, AnyRecord | null> {
  const rows = new Map<string, AnyRecord | null>()
  const put = (record: AnyRecord) => {
    // The map's own record is part of the header.
    if (record.type !== 'map') rows.set(record.id, record)
  }
  for (const diff of diffs) {
    // Not squashed first: an added and removed record would vanish from the squash, though an
    // earlier write may have put its row.
    for (const id of diff.removed.keys()) rows.set(id, null)
    for (const record of diff.added.values()) put(record)
    for (const [, to] of diff.updated.values()) put(to)
  }
  return rows
}

function strictly(
  db: Database,
  id: MapId,
  place: (transaction: IDBTransaction) => void,
): Promise<Result<null, StorageFailure>> {
  const connection = db.connection()
  if (connection) return writeOn(db, connection, id, place)
  return db.connect().then((opened) => (opened.ok ? writeOn(db, opened.value, id, place) : opened))
}

async function writeOn(
  db: Database,
  connection: IDBDatabase,
  id: MapId,
  place: (transaction: IDBTransaction) => void,
): Promise<Result<null, StorageFailure>> {
  const written = await commitAtOnce(connection, STORES, 'strict', place)
  if (written.ok) db.headerChanged(id)
  else if (written.error.code === 'conflict') {
    return fail({ ...written.error, code: await reasonOfConflict(connection, id) })
  }
  return written
}

/** After a refused claim: what has become of the map? */
function reasonOfConflict(connection: IDBDatabase, id: MapId): Promise<StorageCode> {
  return new Promise((resolve) => {
    try {
      const request = connection.transaction('maps').objectStore('maps').get(id)
      request.onsuccess = () => {
        const header: unknown = request.result
        if (typeof header !== 'object' || header === null) resolve('missing')
        else if ('formatVersion' in header && Number(header.formatVersion) > FORMAT_VERSION) {
          resolve('newer')
        } else resolve('conflict')
      }
      request.onerror = () => resolve('conflict')
    } catch {
      // The connection closed in between; the refusal itself stands.
      resolve('conflict')
    }
  })
}
