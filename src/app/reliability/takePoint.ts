import type { MapDoc } from '../../domain/records.ts'
import {
  HARD_THINNING,
  overduePoints,
  type PointId,
  type PointReason,
  type RestorePoint,
  type Thinning,
  USUAL_THINNING,
} from '../../domain/restorePoints.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { timeZoneHere } from '../../i18n/times.ts'
import type { Database } from '../../storage/database.ts'
import {
  contentOf,
  listPoints,
  type NewPoint,
  placePoint,
  pointText,
  type PointsOf,
  removePoints,
  writePoint,
} from '../../storage/restorePoints.ts'
import type { StorageFailure } from '../../storage/types.ts'
import { newId } from '../environment.ts'
import type { OnDisk } from '../keeping.ts'

/** A copy to be taken. */
export interface Copy {
  readonly doc: MapDoc
  /** The revision on the disk at that moment. */
  readonly rev: number
  readonly reason: PointReason
  readonly name?: string
  /** Something large happens in this moment: of a clear map the copy is to be on the disk before that. */
  readonly isBefore?: boolean
}

/** The open map's points, with the key that it has at this moment. */
export const pointsOf = (db: Database, { id, key }: OnDisk): PointsOf => ({
  db,
  mapId: id,
  key: key(),
})

/** One after the other: thinning must see what was just written. */
let last: Promise<unknown> = Promise.resolve()
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}

/**
 * Keeps a copy of the open map, and lets go of automatic ones that are overdue. On a full disk more of them go; a copy
 * for which there is no room then is not kept: the map itself needs the room more.
 */
export function takePoint(
  db: Database,
  onDisk: OnDisk,
  { doc, rev, reason, name = '', isBefore = false }: Copy,
): Promise<Result<RestorePoint, StorageFailure>> {
  const of = pointsOf(db, onDisk)
  // A copy of a clear map may still arrive when the map has been left: the database refuses what must not get in.
  const mayWrite = () => of.key === null || (onDisk.isWriter() && onDisk.key() === of.key)
  const at = new Date().toISOString()
  const point: NewPoint = { id: newId<PointId>(), at, rev, reason, name, ...contentOf(doc) }
  const placed = isBefore && of.key === null ? pointText(point) : null
  const placing = placed === null ? null : placePoint(of, point, placed)
  return inTurn(async () => {
    const text = placed ?? pointText(point)
    const isPlaced = (await placing)?.ok ?? false
    let written = await writePoint(of, point, mayWrite, text)
    if (!written.ok && written.error.code === 'quota') {
      const thinned = await thin(of, mayWrite, HARD_THINNING)
      if (thinned) written = await writePoint(of, point, mayWrite, text)
    }
    if (!written.ok && !isPlaced) return fail(written.error)
    await thin(of, mayWrite, USUAL_THINNING)
    const { formatVersion: _, records: __, ...meta } = point
    return ok(meta)
  })
}

/** Says whether anything went. */
async function thin(of: PointsOf, mayWrite: () => boolean, how: Thinning): Promise<boolean> {
  const listed = await listPoints(of)
  if (!listed.ok) return false
  const clock = { now: new Date(), timeZone: timeZoneHere() }
  const overdue = overduePoints(listed.value.points, clock, how)
  if (overdue.length === 0 || !mayWrite()) return false
  return (await removePoints(of, overdue)).ok
}
