import { breath } from '../domain/breath.ts'
import { own } from '../domain/check.ts'
import type { AnyRecord, MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { openAside, sealAside } from './aside.ts'
import type { Database } from './database.ts'
import { failureOf, storageFailure } from './failure.ts'
import { type MapWrite, type RowWrite, writeRows } from './mapWrite.ts'
import { decodeHeader, decodeRow, migrationFrom } from './rows.ts'
import { decodeSealedHead, sealedHeader } from './sealedHead.ts'
import { FORMAT_VERSION, type Header, type StorageFailure, type UnreadableRow } from './types.ts'
import type { MapWriter, Unlocked } from './unlocked.ts'
import type { Boxes, Place } from './vault.ts'

/** So many boxes are opened or sealed side by side. */
const BATCH = 128
/** So long one batch follows on the other before the page may breathe, in ms: their answers come in one task. */
const BREATHLESS = 20

const headerPlace = (rev: number): Place => ({ kind: 'map', row: '', rev })
const recordPlace = (row: string, rev: number): Place => ({ kind: 'record', row, rev })
const VIEW_PLACE: Place = { kind: 'view', row: '', rev: 0 }

/** A sealed map with its boxes at hand. */
export function unlockedMap(id: MapId, hasRecoveryKey: boolean, boxes: Boxes): Unlocked {
  return {
    id,
    hasRecoveryKey,
    async read(found, rows) {
      const header = await openHeader(boxes, found)
      if (!header.ok) return header
      const records: AnyRecord[] = []
      const unreadable: UnreadableRow[] = []
      const { formatVersion } = header.value
      const older: unknown[] | null = formatVersion < FORMAT_VERSION ? [] : null
      const migrate = await migrationFrom(formatVersion)
      await inBatches(rows, async (raw) => {
        const opened = await openRow(boxes, raw)
        const record = opened.ok ? decodeRow(opened.value, migrate) : opened
        if (record.ok) {
          records.push(record.value)
          if (opened.ok) older?.push(own(opened.value, 'record'))
        }
        // As it stands on the disk: what is in the box stays in there.
        else unreadable.push({ ...record.error, id: rowOf(raw).id, raw })
      })
      // What a key that went meanwhile left shut is not damaged.
      if (boxes.isDropped()) return fail(storageFailure('closed', 'seal: the key is gone'))
      // In the order in which clear rows are read.
      records.sort((a, b) => (a.id < b.id ? -1 : 1))
      return ok({ header: header.value, records, unreadable, older })
    },
    writer: (db) => sealedWriter(db, boxes),
    sealView: (state) => boxes.sealNow(VIEW_PLACE, state),
    async openView(box) {
      const state = await boxes.open(VIEW_PLACE, box)
      return state.ok ? state.value : undefined
    },
    sealAside: (store, row) => sealAside(boxes, id, store, row),
    openAside: (store, raw, how) => openAside(boxes, store, raw, how),
    drop: () => boxes.drop(),
  }
}

/**
 * Seals each write before its transaction is opened, away from the page's own thread. One that is still being
 * sealed when the page may be going away is sealed at once, and placed in its turn; what its first sealing brings
 * is dropped then.
 */
function sealedWriter(db: Database, boxes: Boxes): MapWriter {
  const waiting = new Set<() => void>()
  return {
    write: (write) =>
      new Promise((resolve) => {
        const sealNow = () => {
          waiting.delete(sealNow)
          try {
            resolve(writeRows(db, sealWriteNow(boxes, write)))
          } catch (error) {
            resolve(fail(failureOf(error)))
          }
        }
        waiting.add(sealNow)
        sealWrite(boxes, write).then(
          (sealed) => waiting.delete(sealNow) && resolve(writeRows(db, sealed)),
          (error: unknown) => waiting.delete(sealNow) && resolve(fail(failureOf(error))),
        )
      }),
    handOver() {
      for (const sealNow of waiting) sealNow()
    },
  }
}

/** What the boxes of a header leave open. */
const keysIn = (header: Header): unknown => own(header.sealed, 'keys')

const headerContent = ({
  formatVersion,
  info,
  summary,
  changedAt,
  createdAt,
  damagedInfo,
}: Header) => ({
  formatVersion,
  info,
  summary,
  changedAt,
  createdAt,
  damagedInfo,
})

/**
 * A header whose box is damaged is no reason to shut out all rows: an empty map record stands in for it, and the
 * damaged box is carried along inside the next one.
 */
async function openHeader(boxes: Boxes, header: Header): Promise<Result<Header, StorageFailure>> {
  const { id, rev, deletedAt, sealed } = header
  const head = decodeSealedHead(sealed)
  if (!head.ok) return fail(storageFailure('unknown', 'seal: header out of shape'))
  const { boxRev, box } = head.value
  const opened = await boxes.open(headerPlace(boxRev), box)
  if (!opened.ok) {
    const damagedInfo = { boxRev, box: box instanceof Uint8Array ? [...box] : box }
    return ok({ ...header, formatVersion: FORMAT_VERSION, damagedInfo })
  }
  const field = (name: string) => own(opened.value, name)
  if (Number(field('formatVersion')) > FORMAT_VERSION) {
    return fail(storageFailure('newer', 'format in the box'))
  }
  const decoded = decodeHeader({
    id,
    rev,
    deletedAt,
    formatVersion: field('formatVersion'),
    info: field('info'),
    summary: field('summary'),
    changedAt: field('changedAt'),
    createdAt: field('createdAt'),
    damagedInfo: field('damagedInfo'),
  })
  return decoded.ok
    ? ok({ ...decoded.value, sealed })
    : fail(storageFailure('unknown', decoded.error.reason))
}

function rowOf(raw: unknown): { id: string; rev: number } {
  const id = own(raw, 'id')
  return { id: typeof id === 'string' ? id : '', rev: Number(own(raw, 'rev')) }
}

/** A clear row of `records`, or why there is none. */
export async function openRow(boxes: Boxes, raw: unknown): Promise<Result<unknown, UnreadableRow>> {
  const { id, rev } = rowOf(raw)
  const content = await boxes.open(recordPlace(id, rev), own(raw, 'box'))
  return content.ok ? content : fail({ id, reason: 'seal: broken', raw })
}

/** Seals what was stored as a clear row; also one that could not be read, which may hold names all the same. */
export async function sealRow(
  boxes: Boxes,
  mapId: MapId,
  content: { readonly id: string; readonly record: unknown },
  rev: number,
): Promise<object> {
  const id = boxes.rowKey(content.id)
  return { mapId, id, rev, box: await boxes.seal(recordPlace(id, rev), content) }
}

/** The header with its contents in a box of the header's rev. */
export const sealHeader = async (boxes: Boxes, header: Header, keys: unknown): Promise<Header> =>
  sealedHeader(header, {
    keys,
    boxRev: header.rev,
    box: await boxes.seal(headerPlace(header.rev), headerContent(header)),
  })

async function sealWrite(boxes: Boxes, write: MapWrite): Promise<RowWrite> {
  const { id: mapId, rev } = write.header
  const { kept, deletes } = changesOf(boxes, write)
  const puts: object[] = []
  await inBatches(kept, async (content) => {
    puts.push(await sealRow(boxes, mapId, content, rev))
  })
  const header = await sealHeader(boxes, write.header, keysIn(write.header))
  return { ...write, header, puts, deletes }
}

function sealWriteNow(boxes: Boxes, write: MapWrite): RowWrite {
  const { header } = write
  const { id: mapId, rev } = header
  const { kept, deletes } = changesOf(boxes, write)
  const box = boxes.sealNow(headerPlace(rev), headerContent(header))
  const puts = kept.map((content) => {
    const id = boxes.rowKey(content.id)
    return { mapId, id, rev, box: boxes.sealNow(recordPlace(id, rev), content) }
  })
  const sealed = { keys: keysIn(header), boxRev: rev, box }
  return { ...write, header: sealedHeader(header, sealed), puts, deletes }
}

function changesOf(boxes: Boxes, { rows }: MapWrite) {
  const kept: { id: string; record: AnyRecord }[] = []
  const deletes: string[] = []
  for (const [id, record] of rows) {
    if (record) kept.push({ id, record })
    else deletes.push(boxes.rowKey(id))
  }
  return { kept, deletes }
}

export async function inBatches<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  let since = performance.now()
  for (let start = 0; start < items.length; start += BATCH) {
    await Promise.all(items.slice(start, start + BATCH).map(work))
    if (performance.now() - since < BREATHLESS) continue
    await breath()
    since = performance.now()
  }
}
