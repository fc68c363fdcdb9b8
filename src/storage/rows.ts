import { own } from '../domain/check.ts'
import { decodeRecord } from '../domain/decode.ts'
import { newMapInfo } from '../domain/doc.ts'
import { asId, type AnyRecord, type MapId, type MapInfo } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { FORMAT_VERSION, type Header, SEALED_FORMAT_VERSION, type UnreadableRow } from './types.ts'

const textOf = (value: unknown, name: string): string | null => {
  const field = own(value, name)
  return typeof field === 'string' ? field : null
}

const wholeNumberOf = (value: unknown, name: string): number | null => {
  const field = own(value, name)
  return typeof field === 'number' && Number.isSafeInteger(field) && field >= 0 ? field : null
}

/** Whether a row of `maps` was written by a build that knows more than this one. */
export function isNewer(raw: unknown): boolean {
  const known = own(raw, 'sealed') === undefined ? FORMAT_VERSION : SEALED_FORMAT_VERSION
  return Number(own(raw, 'formatVersion')) > known
}

/**
 * A row of `maps`. A header whose map record alone is damaged still counts as readable: an empty record
 * stands in for it and the damaged one is carried along, so that the rest of the map can be opened.
 */
export function decodeHeader(raw: unknown): Result<Header, UnreadableRow> {
  const id = textOf(raw, 'id')
  const unreadable = (reason: string) => fail({ id: id ?? '', reason, raw })
  if (id === null) return unreadable('id: missing')
  const rev = wholeNumberOf(raw, 'rev')
  if (rev === null) return unreadable('rev: not a whole number')
  const formatVersion = wholeNumberOf(raw, 'formatVersion')
  if (formatVersion === null) return unreadable('formatVersion: not a whole number')
  const mapId = asId<MapId>(id)
  const sealed = own(raw, 'sealed')
  // Taken for a map in clear, it would be written over, with what is left of it.
  if (sealed === undefined && formatVersion === SEALED_FORMAT_VERSION) {
    return unreadable('sealed: missing')
  }
  const info = decodeInfo(mapId, own(raw, 'info'))
  const damaged =
    own(raw, 'damagedInfo') ?? (info || sealed !== undefined ? undefined : own(raw, 'info'))
  const createdAt = textOf(raw, 'createdAt') ?? ''
  return ok({
    id: mapId,
    rev,
    formatVersion,
    info: info ?? newMapInfo(mapId, '', ''),
    summary: own(raw, 'summary') ?? null,
    changedAt: textOf(raw, 'changedAt') ?? createdAt,
    createdAt,
    deletedAt: textOf(raw, 'deletedAt'),
    ...(damaged === undefined ? {} : { damagedInfo: damaged }),
    ...(sealed === undefined ? {} : { sealed }),
  })
}

/** The row of `maps` for a header. That of a sealed map holds nothing of what stands in for its contents. */
export function headerRow(header: Header): object {
  if (header.sealed === undefined) return header
  const { info: _, summary: __, damagedInfo: ___, ...row } = header
  return row
}

export const isSealed = ({ sealed }: Header): boolean => sealed !== undefined

/** Whether a recovery key opens a sealed map, from what stands in clear in its header: see keyEnvelope.ts. */
export const hasRecoveryKey = (sealed: unknown): boolean =>
  Boolean(own(own(sealed, 'keys'), 'recovery'))

/** A time cut to its day. Noon in UTC is the same day wherever it is read. */
export const dayOf = (time: string): string => `${time.slice(0, 10)}T12:00:00.000Z`

function decodeInfo(id: MapId, value: unknown): MapInfo | null {
  const decoded = decodeRecord(value)
  return decoded.ok && decoded.value.type === 'map' && decoded.value.id === id
    ? decoded.value
    : null
}

type Migrating = (record: unknown) => unknown
const asItIs: Migrating = (record) => record

/** What brings records of a format into today's; loaded where there is something to bring. */
export const migrationFrom = async (formatVersion: number): Promise<Migrating> => {
  if (formatVersion >= FORMAT_VERSION) return asItIs
  const { migrated } = await import('../domain/migrations.ts')
  return (record) => migrated(record, formatVersion)
}

/** A row of `records`. */
export function decodeRow(raw: unknown, migrate: Migrating): Result<AnyRecord, UnreadableRow> {
  const id = textOf(raw, 'id') ?? ''
  const decoded = decodeRecord(migrate(own(raw, 'record')))
  if (!decoded.ok) return fail({ id, reason: decoded.error, raw })
  if (decoded.value.id !== id) return fail({ id, reason: 'id: not that of its row', raw })
  if (decoded.value.type === 'map') return fail({ id, reason: 'type: not a row of its own', raw })
  return decoded
}
