import { Dexie, liveQuery } from 'dexie'
import { own } from '../domain/check.ts'
import { docFromRecords } from '../domain/doc.ts'
import type { AnyRecord, MapDoc, MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Database } from './database.ts'
import { failureOf, storageFailure } from './failure.ts'
import { eraseMap, firstWrite, type MapWrite, writeMap } from './mapWrite.ts'
import { dayOf, decodeHeader, decodeRow, isNewer, migrationFrom } from './rows.ts'
import {
  FORMAT_VERSION,
  type Header,
  type LoadedMap,
  type Locked,
  type MapList,
  type StorageFailure,
  type UnreadableRow,
  type WholeMap,
} from './types.ts'
import type { Unlocked } from './unlocked.ts'

type Outcome<T> = Promise<Result<T, StorageFailure>>

/** The maps on this device, as wholes. Edits inside an open map go through its saver. */
export interface Repository {
  listMaps(): Outcome<MapList>
  /** Calls back now and after every change in any tab, until the returned function is called. */
  observeMaps(onList: (list: Result<MapList, StorageFailure>) => void): () => void
  /** `conflict` when the id is taken, `missing` when it was, by a map deleted for good. */
  createMap(doc: MapDoc, summary: unknown): Outcome<Header>
  /**
   * Opens what can be read; `newer` when a later build wrote it, `locked` when it is sealed and no key is given.
   * Never changes or deletes anything.
   */
  loadMap(id: MapId, key?: Unlocked | null): Promise<Result<LoadedMap, StorageFailure | Locked>>
  /** Of a sealed map without its contents. */
  readHeader(id: MapId): Outcome<Header>
  /** A map's rows as they stand, sealed or clear. */
  readWhole(id: MapId): Outcome<WholeMap>
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

export interface RepositoryPorts {
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** A string that no other tab has made, for claims. */
  readonly newToken: () => string
}

const SEALED = storageFailure('unavailable', 'sealed')
const isSealed = ({ sealed }: Header) => sealed !== undefined

export function createRepository(db: Database, ports: RepositoryPorts): Repository {
  const { dexie } = db

  const listMaps = () => attempt(async () => ok(listOf(await dexie.maps.toArray())))

  const headerOf = async (id: MapId): Outcome<Header> => {
    const raw = await dexie.maps.get(id)
    if (raw === undefined) return fail(storageFailure('missing', id))
    if (isNewer(raw)) return fail(storageFailure('newer', 'format'))
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
    const found = await attempt(() => headerOf(id))
    const changed = found.ok ? change(found.value) : found
    return changed.ok ? store({ ...changed.value, rev: changed.value.rev + 1 }) : changed
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

    createMap: (doc, summary) => save(firstWrite(doc, summary, ports.now(), ports.newToken())),

    readHeader: (id) => attempt(() => headerOf(id)),
    readWhole,

    async loadMap(id, key) {
      const whole = await readWhole(id)
      if (!whole.ok) return whole
      const { header: found, rows } = whole.value
      if (isSealed(found) && !key) return fail({ code: 'locked', detail: id })
      const read = await attempt(async () =>
        key && isSealed(found)
          ? key.read(found, rows)
          : ok({ header: found, ...(await decodeRows(rows, found.formatVersion)) }),
      )
      if (!read.ok) return read
      const { header } = read.value
      const records = [header.info, ...read.value.records]
      const { older } = read.value
      const unreadable = [...read.value.unreadable]
      if (header.damagedInfo !== undefined) {
        unreadable.unshift({ id, reason: 'map: unreadable', raw: header.damagedInfo })
      }
      const doc = docFromRecords(records)
      return doc
        ? ok({ doc, rev: header.rev, header, unreadable, older })
        : fail(storageFailure('unknown', 'map: no record'))
    },

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

/** Dexie speaks in exceptions; from here on they are values. */
async function attempt<T>(read: () => PromiseLike<Result<T, StorageFailure>>): Outcome<T> {
  try {
    return await read()
  } catch (error) {
    return fail(failureOf(error))
  }
}

async function decodeRows(rows: readonly unknown[], formatVersion: number) {
  const migrate = await migrationFrom(formatVersion)
  const records: AnyRecord[] = []
  const unreadable: UnreadableRow[] = []
  const older: unknown[] | null = formatVersion < FORMAT_VERSION ? [] : null
  for (const row of rows) {
    const record = decodeRow(row, migrate)
    if (record.ok) {
      records.push(record.value)
      older?.push(own(row, 'record'))
    } else unreadable.push(record.error)
  }
  return { records, unreadable, older }
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
