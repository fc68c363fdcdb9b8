import { docFromRecords, recordsOf } from '../domain/doc.ts'
import { type AnyRecord, asId } from '../domain/records.ts'
import type { PointId } from '../domain/restorePoints.ts'
import { readCopy } from './copyFile.ts'
import { openCopyFolder } from './copyFolder.ts'
import { contentOf, type PointsOf, writePoint } from './restorePoints.ts'
import { decodeHeader, decodeRow, migrationFrom } from './rows.ts'
import type { Header, LoadedMap } from './types.ts'

/**
 * Makes a restore point of a damaged map's second copy, where that still has records which the map has lost: the next
 * copy will be of the damaged map. Said again for the same copy, it is the same restore point. What can't be kept or
 * read is no reason not to open the map.
 */
export async function keepPointOfCopy(of: PointsOf, loaded: LoadedMap): Promise<void> {
  const folder = await openCopyFolder(false)
  const file = await folder?.file(of.mapId)
  const copy = file ? await readCopy(file) : null
  const header = copy?.ok ? decodeHeader(copy.value.header) : null
  if (!copy?.ok || !header?.ok) return
  const read = await readRows(of, header.value, copy.value.rows)
  const doc = read && docFromRecords([read.header.info, ...read.records])
  if (!read || !doc) return
  const there = new Set(recordsOf(loaded.doc).map(({ id }) => id))
  if (recordsOf(doc).every(({ id }) => there.has(id))) return
  await writePoint(of, {
    id: asId<PointId>(`copy-${read.header.rev}`),
    at: read.header.changedAt,
    rev: read.header.rev,
    reason: 'second copy',
    name: '',
    ...contentOf(doc),
  })
}

async function readRows(
  { key }: PointsOf,
  header: Header,
  rows: readonly unknown[],
): Promise<{ readonly header: Header; readonly records: readonly AnyRecord[] } | null> {
  if (key) {
    const read = await key.read(header, rows)
    return read.ok ? read.value : null
  }
  // A sealed copy of a map in clear, or the other way round, is one that is about to go.
  if (header.sealed !== undefined) return null
  const migrating = await migrationFrom(header.formatVersion)
  return {
    header,
    records: rows.flatMap((row) => {
      const record = decodeRow(row, migrating)
      return record.ok ? [record.value] : []
    }),
  }
}
