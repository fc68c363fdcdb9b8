import type { Diff } from '../domain/diff.ts'
import type { AnyRecord, MapId } from '../domain/records.ts'
import { fail, type Result } from '../domain/result.ts'
import type { Database } from './database.ts'
import { keysOf } from './openRaw.ts'
import { headerRow, isNewer } from './rows.ts'
import { commitAtOnce } from './transaction.ts'
import type { Header, StorageCode, StorageFailure } from './types.ts'

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
 *  - rev 0 is claimed by `alive` in every write of a clear map, by `sealed` in every write of a sealed
 *    one, and by `deleted` once a map is deleted for good: a late write cannot bring half of it back,
 *    nor put a clear row into a map that was sealed meanwhile.
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

/** A write as it stands in the tables, clear or sealed. */
export interface RowWrite extends Pick<MapWrite, 'header' | 'by' | 'firstRev'> {
  /** Whole rows of `records`. */
  readonly puts: Iterable<object>
  /** Keys of rows that go. */
  readonly deletes: Iterable<string>
  /**
   * All rows that were there, and how the map was looked at, give way: a seal is put on or taken off. These are the rows
   * of the tables beside.
   */
  readonly insteadOfAll?: Aside<object>
}

/** Tables with rows of a map besides its records; see aside.ts. */
export type AsideStore = 'restorePoints' | 'quarantine'
export type Aside<T> = Readonly<Record<AsideStore, readonly T[]>>

const ALIVE = 'alive'
const SEALED = 'sealed'
export const DELETED = 'deleted'

/** Claims older than this many revs are dropped, now and then, so that they don't pile up. */
const CLAIMS_KEPT = 10_000
const CLAIMS_SWEEP = 1_000

const STORES = ['maps', 'records', 'claims', 'viewStates']
export const ASIDE: readonly AsideStore[] = ['restorePoints', 'quarantine']
export const ALL_STORES = [...STORES, ...ASIDE, 'settings']

/**
 * Writes a clear map. When the connection is open, everything is handed to the browser before this returns.
 * Fails with `conflict`, `missing` or `newer` when another has written, deleted or upgraded the map,
 * and with `quota`, `closed`, `unavailable` or `unknown`; then nothing at all was written.
 */
export function writeMap(db: Database, write: MapWrite): Promise<Result<null, StorageFailure>> {
  const { header, rows, copies = new Map<string, unknown>() } = write
  const { id: mapId, rev } = header
  const puts: object[] = []
  const deletes: string[] = []
  for (const [id, record] of rows) {
    if (record) puts.push({ mapId, id, rev, record })
    else deletes.push(id)
  }
  for (const [id, record] of copies) puts.push({ mapId, id, rev, record })
  return writeRows(db, { ...write, puts, deletes })
}

/** Writes rows as they are given, with the same guarantees and failures. */
export function writeRows(db: Database, write: RowWrite): Promise<Result<null, StorageFailure>> {
  const aside = write.insteadOfAll
  return strictly(db, write.header.id, aside ? ALL_STORES : STORES, (transaction) => {
    const { id, rev } = write.header
    const isSealed = write.header.sealed !== undefined
    const claims = transaction.objectStore('claims')
    const records = transaction.objectStore('records')
    if (aside) {
      claims.delete([id, 0, isSealed ? ALIVE : SEALED])
      transaction.objectStore('settings').delete(backupKey(id, 'file'))
      records.delete(keysOf(id))
      transaction.objectStore('viewStates').delete(id)
      for (const store of ASIDE) {
        const rows = transaction.objectStore(store)
        rows.delete(keysOf(id))
        for (const row of aside[store]) rows.put(row)
      }
    }
    claimKind(claims, id, isSealed)
    for (let earlier = write.firstRev; earlier < rev; earlier += 1) {
      claims.put({ mapId: id, rev: earlier, by: write.by })
    }
    claims.add({ mapId: id, rev, by: write.by })
    if (rev > CLAIMS_KEPT && rev % CLAIMS_SWEEP === 0) {
      claims.delete(IDBKeyRange.bound([id, 1], [id, rev - CLAIMS_KEPT]))
    }
    for (const row of write.puts) records.put(row)
    for (const row of write.deletes) records.delete([id, row])
    transaction.objectStore('maps').put(headerRow(write.header))
  })
}

/** Refuses the transaction unless the map is there (or new) and sealed or clear as its writer thinks. */
export const claimKind = (claims: IDBObjectStore, id: MapId, sealed: boolean): void => {
  claims.put({ mapId: id, rev: 0, by: sealed ? SEALED : ALIVE })
}

/**
 * Under this the settings remember a map's backups; it goes with the map. The chosen `file` goes with sealing too: its
 * name was given by a person, and nothing is written there in clear any more.
 */
export const backupKey = (id: MapId, part: 'last' | 'later' | 'file' | '' | '~'): string =>
  `backup:${id}:${part}`

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

/** One strict transaction on a map; a refused claim is told as what has become of the map. */
export function strictly(
  db: Database,
  id: MapId,
  stores: string[],
  place: (transaction: IDBTransaction) => void,
): Promise<Result<null, StorageFailure>> {
  const on = (connection: IDBDatabase) => writeOn(db, connection, id, stores, place)
  const connection = db.connection()
  if (connection) return on(connection)
  return db.connect().then((opened) => (opened.ok ? on(opened.value) : opened))
}

async function writeOn(
  db: Database,
  connection: IDBDatabase,
  id: MapId,
  stores: string[],
  place: (transaction: IDBTransaction) => void,
): Promise<Result<null, StorageFailure>> {
  const written = await commitAtOnce(connection, stores, 'strict', place)
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
        else resolve(isNewer(header) ? 'newer' : 'conflict')
      }
      request.onerror = () => resolve('conflict')
    } catch {
      // The connection closed in between; the refusal itself stands.
      resolve('conflict')
    }
  })
}
