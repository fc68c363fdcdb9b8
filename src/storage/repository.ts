import { Dexie, liveQuery } from 'dexie'
import { own } from '../domain/check.ts'
import { docFromRecords } from '../domain/doc.ts'
import type { AnyRecord, MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Database } from './database.ts'
import { attempt, failureOf, storageFailure } from './failure.ts'
import { decodeHeader, decodeRow, isNewer, isSealed, migrationFrom } from './rows.ts'
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

/** Reads the maps on this device. mapChanges.ts makes and changes whole ones; edits inside an open map go through its saver. */
export interface Repository {
  listMaps(): Outcome<MapList>
  /** Calls back now and after every change in any tab, until the returned function is called. */
  observeMaps(onList: (list: Result<MapList, StorageFailure>) => void): () => void
  /**
   * Opens what can be read; `newer` when a later build wrote it, `locked` when it is sealed and no key is given.
   * Never changes or deletes anything.
   */
  loadMap(id: MapId, key?: Unlocked | null): Promise<Result<LoadedMap, StorageFailure | Locked>>
  /** Of a sealed map without its contents. */
  readHeader(id: MapId): Outcome<Header>
  /** A map's rows as they stand, sealed or clear. */
  readWhole(id: MapId): Outcome<WholeMap>
}

export function createRepository({ dexie }: Database): Repository {
  const listMaps = () =>
    attempt(async (): Outcome<MapList> => ok(listOf(await dexie.maps.toArray())))

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
      dexie.transaction('r', ['maps', 'records'], async () => {
        const header = await headerOf(id)
        return header.ok ? ok({ header: header.value, rows: await rowsOfMap(id) }) : header
      }),
    )

  return {
    listMaps,

    observeMaps(onList) {
      const subscription = liveQuery(() => dexie.maps.toArray()).subscribe({
        next: (rows) => onList(ok(listOf(rows))),
        error: (error: unknown) => onList(fail(failureOf(error))),
      })
      return () => subscription.unsubscribe()
    },

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
