import { Dexie, liveQuery } from 'dexie'
import { own } from '../domain/check.ts'
import { docFromRecords, recordsOf } from '../domain/doc.ts'
import type { AnyRecord, MapDoc, MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Database } from './database.ts'
import { failureOf, storageFailure } from './failure.ts'
import { eraseMap, writeMap } from './mapWrite.ts'
import { decodeHeader, decodeRow } from './rows.ts'
import {
  FORMAT_VERSION,
  type Header,
  type LoadedMap,
  type MapList,
  type StorageFailure,
  type UnreadableRow,
} from './types.ts'

type Outcome<T> = Promise<Result<T, StorageFailure>>

/** The maps on this device, as wholes. Edits inside an open map go through its saver. */
export interface Repository {
  listMaps(): Outcome<MapList>
  /** Calls back now and after every change in any tab, until the returned function is called. */
  observeMaps(onList: (list: Result<MapList, StorageFailure>) => void): () => void
  /** `conflict` when the id is taken, `missing` when it was, by a map deleted for good. */
  createMap(doc: MapDoc, summary: unknown): Outcome<Header>
  /** Opens what can be read; `newer` when a later build wrote it. Never changes or deletes anything. */
  loadMap(id: MapId): Outcome<LoadedMap>
  /** A copy with another id and name; rows are copied as they are, the unreadable ones too. */
  duplicateMap(id: MapId, copy: { newId: MapId; name: string }): Outcome<Header>
  /** `rev` is the one that the person saw: `conflict` if the map has moved on. */
  renameMap(id: MapId, name: string, rev: number): Outcome<Header>
  binMap(id: MapId): Outcome<Header>
  restoreMap(id: MapId): Outcome<Header>
  /** Whatever its rev and whether it can be read or not; gone already is as good. */
  deleteForever(id: MapId): Outcome<null>
}

export interface RepositoryPorts {
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** A string that no other tab has made, for claims. */
  readonly newToken: () => string
}

export function createRepository(db: Database, ports: RepositoryPorts): Repository {
  const { dexie } = db

  const listMaps = () => attempt(async () => ok(listOf(await dexie.maps.toArray())))

  const headerOf = async (id: MapId): Outcome<Header> => {
    const raw = await dexie.maps.get(id)
    if (raw === undefined) return fail(storageFailure('missing', id))
    const version = own(raw, 'formatVersion')
    if (typeof version === 'number' && version > FORMAT_VERSION) {
      return fail(storageFailure('newer', `format ${version}`))
    }
    const header = decodeHeader(raw)
    return header.ok ? header : fail(storageFailure('unknown', header.error.reason))
  }

  const rowsOfMap = (id: MapId) =>
    dexie.records.where('[mapId+id]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray()

  const readWhole = (id: MapId) =>
    attempt(() =>
      dexie.transaction('r', dexie.maps, dexie.records, async () => {
        const header = await headerOf(id)
        return header.ok ? ok({ header: header.value, rows: await rowsOfMap(id) }) : header
      }),
    )

  const store = async (
    header: Header,
    rows: ReadonlyMap<string, AnyRecord | null> = new Map(),
    copies: ReadonlyMap<string, unknown> = new Map(),
  ): Outcome<Header> => {
    const by = ports.newToken()
    const written = await writeMap(db, { header, by, firstRev: header.rev, rows, copies })
    return written.ok ? ok(header) : written
  }

  const changeHeader = async (
    id: MapId,
    change: (header: Header) => Header,
    rev?: number,
  ): Outcome<Header> => {
    const found = await attempt(() => headerOf(id))
    if (!found.ok) return found
    if (rev !== undefined && rev !== found.value.rev) {
      return fail(storageFailure('conflict', `rev ${found.value.rev} instead of ${rev}`))
    }
    return store({ ...change(found.value), rev: found.value.rev + 1 })
  }

  return {
    listMaps,

    observeMaps(onList) {
      const subscription = liveQuery(() => dexie.maps.toArray()).subscribe({
        next: (rows) => onList(ok(listOf(rows))),
        error: (error: unknown) => onList(fail(failureOf(error))),
      })
      return () => subscription.unsubscribe()
    },

    createMap(doc, summary) {
      const now = ports.now()
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
      return store(header, rows)
    },

    async loadMap(id) {
      const whole = await readWhole(id)
      if (!whole.ok) return whole
      const { header, rows } = whole.value
      const records: AnyRecord[] = [header.info]
      const unreadable: UnreadableRow[] = []
      if (header.damagedInfo !== undefined) {
        unreadable.push({ id, reason: 'map: unreadable', raw: header.damagedInfo })
      }
      for (const row of rows) {
        const record = decodeRow(row)
        if (record.ok) records.push(record.value)
        else unreadable.push(record.error)
      }
      const doc = docFromRecords(records)
      return doc
        ? ok({ doc, rev: header.rev, header, unreadable })
        : fail(storageFailure('unknown', 'map: no record'))
    },

    async duplicateMap(id, { newId, name }) {
      const whole = await readWhole(id)
      if (!whole.ok) return whole
      const now = ports.now()
      const { header, rows } = whole.value
      const copies = new Map(rows.map((row) => [String(own(row, 'id')), own(row, 'record')]))
      const info = { ...header.info, id: newId, name }
      return store(
        { ...header, id: newId, rev: 1, info, createdAt: now, changedAt: now, deletedAt: null },
        new Map(),
        copies,
      )
    },

    renameMap: (id, name, rev) =>
      changeHeader(
        id,
        (header) => ({ ...header, info: { ...header.info, name }, changedAt: ports.now() }),
        rev,
      ),
    binMap: (id) => changeHeader(id, (header) => ({ ...header, deletedAt: ports.now() })),
    restoreMap: (id) => changeHeader(id, (header) => ({ ...header, deletedAt: null })),
    deleteForever: (id) => eraseMap(db, id),
  }
}

/** Dexie speaks in exceptions; from here on they are values. */
async function attempt<T>(read: () => PromiseLike<Result<T, StorageFailure>>): Outcome<T> {
  try {
    return await read()
  } catch (error) {
    return fail(failureOf(error))
  }
}

function listOf(rows: readonly unknown[]): MapList {
  const maps: Header[] = []
  const unreadable: UnreadableRow[] = []
  for (const row of rows) {
    const header = decodeHeader(row)
    if (header.ok) maps.push(header.value)
    else unreadable.push(header.error)
  }
  maps.sort((a, b) => (a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : 0))
  return { maps, unreadable }
}
