import { between, list, object, own } from '../domain/check.ts'
import { decodeRecord } from '../domain/decode.ts'
import { docFromRecords, recordsOf } from '../domain/doc.ts'
import { migrated } from '../domain/migrations.ts'
import { type AnyRecord, asId, type MapDoc, type MapId } from '../domain/records.ts'
import {
  isPointReason,
  latestFirst,
  type PointId,
  type RestorePoint,
} from '../domain/restorePoints.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { readAsideOf, writeAside } from './aside.ts'
import type { Database } from './database.ts'
import { attempt, storageFailure } from './failure.ts'
import { pack, unpack, unpacked } from './packing.ts'
import { FORMAT_VERSION, type StorageFailure } from './types.ts'
import type { Unlocked } from './unlocked.ts'

/**
 * Copies of a map to go back to, one row each: `{mapId, id, rev, at, reason, name, stakeholders, content}`, where
 * `content` is the packed JSON of `{formatVersion, records}`. Of a sealed map all but `mapId`, `id` and `rev` is in
 * boxes: see aside.ts.
 */

/** The map whose points they are; the key of a sealed one. */
export interface PointsOf {
  readonly db: Database
  readonly mapId: MapId
  readonly key: Unlocked | null
}

export interface StoredPoint extends RestorePoint {
  /** The revision of the map that was on the disk when the copy was taken. */
  readonly rev: number
}

export interface PointList {
  /** Latest first. */
  readonly points: readonly StoredPoint[]
  /** How many could not be read. They stay as they are. */
  readonly damaged: number
}

/** A copy as it is handed in: records as they stand, also of an older format or unreadable. */
export interface NewPoint extends StoredPoint {
  readonly formatVersion: number
  readonly records: readonly unknown[]
}

/** What a copy of a document holds. */
export const contentOf = (
  doc: MapDoc,
): Pick<NewPoint, 'formatVersion' | 'records' | 'stakeholders'> => ({
  formatVersion: FORMAT_VERSION,
  records: recordsOf(doc),
  stakeholders: doc.stakeholders.size,
})

type Outcome<T> = Promise<Result<T, StorageFailure>>

/** A copy's content before it is packed. Of a large map that takes a while: who needs it again hands it on. */
export const pointText = ({ formatVersion, records }: NewPoint): string =>
  JSON.stringify({ formatVersion, records })

/** Keeps a copy. `mayWrite` is asked right before the write, as packing and sealing take a moment. */
export const writePoint = (
  of: PointsOf,
  point: NewPoint,
  mayWrite: () => boolean = () => true,
  text: string = pointText(point),
): Outcome<null> =>
  attempt(async () => {
    const { formatVersion: _, records: __, ...meta } = point
    const content = await pack(text)
    return put(of, { mapId: of.mapId, ...meta, content }, mayWrite)
  })

/**
 * Keeps a copy of a clear map as it is, unpacked: its transaction is placed before this returns, so that it is on the disk
 * before what is written next. `writePoint` then makes it small.
 */
export const placePoint = (
  { db, mapId }: PointsOf,
  point: NewPoint,
  text: string,
): Outcome<null> => {
  const { formatVersion: _, records: __, ...meta } = point
  const content = unpacked(text)
  const puts = [{ mapId, ...meta, content }]
  return writeAside(db, 'restorePoints', { mapId, sealed: false }, { puts })
}

export const listPoints = (of: PointsOf): Outcome<PointList> =>
  attempt(async () => {
    const found = await readAsideOf(of.db, 'restorePoints', of.mapId)
    if (!found.ok) return found
    const points: StoredPoint[] = []
    const rows = found.value
    for (const row of await Promise.all(rows.map((raw) => opened(of, raw, 'list')))) {
      const point = decodePoint(row)
      if (point.ok) points.push(point.value)
    }
    return ok({ points: latestFirst(points), damaged: rows.length - points.length })
  })

export interface PointContent {
  readonly doc: MapDoc
  /** How many parts of the copy could not be read: they are as they are in the map now. */
  readonly unreadable: number
}

/** What a copy holds. `damaged` when nothing of it can be read. */
export const readPoint = (
  of: PointsOf,
  id: PointId,
  now: MapDoc,
): Promise<Result<PointContent, StorageFailure | { readonly code: 'damaged' }>> =>
  attempt(async () => {
    const raw = await of.db.dexie.restorePoints.get([of.mapId, id])
    if (raw === undefined) return fail(storageFailure('missing', 'restore point'))
    const text = await unpack(own(await opened(of, raw, 'whole'), 'content'))
    return text === null ? fail({ code: 'damaged' as const }) : contentFrom(text, now)
  })

/** Gives a copy a name; from then on it is kept until somebody deletes it. */
export const renamePoint = (of: PointsOf, id: PointId, name: string): Outcome<null> =>
  attempt(async () => {
    const raw = await of.db.dexie.restorePoints.get([of.mapId, id])
    const row = raw === undefined ? null : await opened(of, raw, 'whole')
    if (!row) return fail(storageFailure('missing', 'restore point'))
    return put(of, { ...row, name, reason: 'named' })
  })

export const removePoints = (of: PointsOf, deletes: readonly PointId[]): Outcome<null> =>
  attempt(() => writeAside(of.db, 'restorePoints', kindOf(of), { deletes }))

const kindOf = ({ mapId, key }: PointsOf) => ({ mapId, sealed: key !== null })

async function put(of: PointsOf, row: object, mayWrite = () => true): Outcome<null> {
  const stored = of.key ? await of.key.sealAside('restorePoints', row) : row
  if (!mayWrite()) return fail(storageFailure('conflict', 'no longer the writer'))
  return writeAside(of.db, 'restorePoints', kindOf(of), { puts: [stored] })
}

async function opened(
  { key }: PointsOf,
  raw: unknown,
  how: 'whole' | 'list',
): Promise<object | null> {
  if (!key) return typeof raw === 'object' ? raw : null
  const row = await key.openAside('restorePoints', raw, how)
  return row.ok ? row.value : null
}

function decodePoint(row: unknown): Result<StoredPoint> {
  const [id, at, reason, name] = ['id', 'at', 'reason', 'name'].map((field) => own(row, field))
  const [rev, stakeholders] = ['rev', 'stakeholders'].map((field) => own(row, field))
  if (typeof id !== 'string') return fail('id')
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return fail('at')
  if (!isPointReason(reason)) return fail('reason')
  return ok({
    id: asId<PointId>(id),
    at,
    reason,
    name: typeof name === 'string' ? name : '',
    rev: Number.isSafeInteger(rev) ? Number(rev) : 0,
    stakeholders: Number.isSafeInteger(stakeholders) ? Number(stakeholders) : 0,
  })
}

const decodeContent = object({
  formatVersion: between(0, Number.MAX_SAFE_INTEGER),
  records: list<unknown>(ok, Number.MAX_SAFE_INTEGER),
})

function contentFrom(
  text: string,
  now: MapDoc,
): Result<PointContent, StorageFailure | { readonly code: 'damaged' }> {
  const content = decodeContent(parsed(text))
  if (!content.ok) return fail({ code: 'damaged' })
  const { formatVersion, records } = content.value
  if (formatVersion > FORMAT_VERSION) return fail(storageFailure('newer', 'restore point'))
  const readable: AnyRecord[] = [now.info]
  const unreadable = new Set<unknown>()
  for (const record of records) {
    const decoded = decodeRecord(migrated(record, formatVersion))
    if (decoded.ok) readable.push(decoded.value)
    else unreadable.add(own(record, 'id') ?? record)
  }
  // Going back must not take away what the copy can't say anything about.
  for (const record of recordsOf(now)) if (unreadable.has(record.id)) readable.push(record)
  const doc = docFromRecords(readable)
  return doc ? ok({ doc, unreadable: unreadable.size }) : fail({ code: 'damaged' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
