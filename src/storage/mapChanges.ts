import { own } from '../domain/check.ts'
import { recordsOf } from '../domain/doc.ts'
import type { AnyRecord, MapDoc, MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Database } from './database.ts'
import { storageFailure } from './failure.ts'
import {
  ALL_STORES,
  ASIDE,
  backupKey,
  DELETED,
  type MapWrite,
  strictly,
  writeMap,
} from './mapWrite.ts'
import { keysOf } from './openRaw.ts'
import type { Repository } from './repository.ts'
import { dayOf, isSealed } from './rows.ts'
import { FORMAT_VERSION, type Header, type StorageFailure } from './types.ts'

type Outcome<T> = Promise<Result<T, StorageFailure>>

/** Makes, copies, names, bins and deletes maps as wholes. No page needs it to start. */
export interface MapChanges {
  /** `conflict` when the id is taken, `missing` when it was, by a map deleted for good. */
  createMap(doc: MapDoc, summary: unknown): Outcome<Header>
  /** A copy with another id and name; rows are copied as they are, the unreadable ones too. Not of a sealed map. */
  duplicateMap(id: MapId, copy: { newId: MapId; name: string }): Outcome<Header>
  /** `rev` is the one that the person saw: `conflict` if the map has moved on. Not of a sealed map. */
  renameMap(
    id: MapId,
    to: { readonly name: string; readonly summary: unknown },
    rev: number,
  ): Outcome<Header>
  binMap(id: MapId): Outcome<Header>
  restoreMap(id: MapId): Outcome<Header>
  /** Whatever its rev and whether it can be read or not; gone already is as good. */
  deleteForever(id: MapId): Outcome<null>
}

export interface ChangePorts {
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** A string that no other tab has made, for claims. */
  readonly newToken: () => string
}

const SEALED = storageFailure('unavailable', 'sealed')

export function createMapChanges(
  db: Database,
  { readHeader, readWhole }: Repository,
  ports: ChangePorts,
): MapChanges {
  const save = async (write: MapWrite): Outcome<Header> => {
    const written = await writeMap(db, write)
    return written.ok ? ok(write.header) : written
  }
  const store = (header: Header, copies: ReadonlyMap<string, unknown> = new Map()) =>
    save({ header, by: ports.newToken(), firstRev: header.rev, rows: new Map(), copies })

  const changeHeader = async (
    id: MapId,
    change: (header: Header) => Result<Header, StorageFailure>,
  ): Outcome<Header> => {
    const found = await readHeader(id)
    const changed = found.ok ? change(found.value) : found
    return changed.ok ? store({ ...changed.value, rev: changed.value.rev + 1 }) : changed
  }

  return {
    createMap: (doc, summary) => save(firstWrite(doc, summary, ports.now(), ports.newToken())),

    async duplicateMap(id, { newId, name }) {
      const whole = await readWhole(id)
      if (!whole.ok) return whole
      const now = ports.now()
      const { header, rows } = whole.value
      if (isSealed(header)) return fail(SEALED)
      const copies = new Map(rows.map((row) => [String(own(row, 'id')), own(row, 'record')]))
      const info = { ...header.info, id: newId, name }
      return store(
        { ...header, id: newId, rev: 1, info, createdAt: now, changedAt: now, deletedAt: null },
        copies,
      )
    },

    renameMap: (id, { name, summary }, rev) =>
      changeHeader(id, (header) => {
        if (isSealed(header)) return fail(SEALED)
        if (rev !== header.rev) {
          return fail(storageFailure('conflict', `rev ${header.rev} instead of ${rev}`))
        }
        const info = { ...header.info, name }
        return ok({ ...header, info, summary, changedAt: ports.now() })
      }),
    binMap: (id) =>
      changeHeader(id, (header) => {
        const now = ports.now()
        return ok({ ...header, deletedAt: isSealed(header) ? dayOf(now) : now })
      }),
    restoreMap: (id) => changeHeader(id, (header) => ok({ ...header, deletedAt: null })),
    deleteForever: (id) => eraseMap(db, id),
  }
}

/**
 * Deletes all of a map except the tombstone that keeps late writes out. `onlyRemains`: not, with a `conflict`, when it has
 * a row of its own after all.
 */
export function eraseMap(
  db: Database,
  id: MapId,
  { onlyRemains = false } = {},
): Promise<Result<null, StorageFailure>> {
  return strictly(db, id, ALL_STORES, (transaction) => {
    // Added, it refuses the whole transaction where there is one.
    if (onlyRemains) transaction.objectStore('maps').add({ id })
    const claims = transaction.objectStore('claims')
    claims.delete(keysOf(id))
    claims.add({ mapId: id, rev: 0, by: DELETED })
    for (const store of ['records', ...ASIDE]) transaction.objectStore(store).delete(keysOf(id))
    transaction.objectStore('viewStates').delete(id)
    transaction
      .objectStore('settings')
      .delete(IDBKeyRange.bound(backupKey(id, ''), backupKey(id, '~')))
    transaction.objectStore('maps').delete(id)
  })
}

/** The first write of a map. */
export function firstWrite(doc: MapDoc, summary: unknown, now: string, by: string): MapWrite {
  const rows = new Map<string, AnyRecord>()
  for (const record of recordsOf(doc)) if (record.type !== 'map') rows.set(record.id, record)
  const header: Header = {
    id: doc.info.id,
    rev: 1,
    formatVersion: FORMAT_VERSION,
    info: doc.info,
    summary,
    changedAt: now,
    createdAt: now,
    deletedAt: null,
  }
  return { header, by, firstRev: 1, rows }
}
