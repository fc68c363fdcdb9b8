import type { PointId } from '../domain/restorePoints.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Database } from '../storage/database.ts'
import { keepPointOfCopy } from '../storage/pointFromCopy.ts'
import { setAside } from '../storage/quarantine.ts'
import type { Repository } from '../storage/repository.ts'
import type { LoadedMap, StorageFailure } from '../storage/types.ts'
import type { MapWriter, Unlocked } from '../storage/unlocked.ts'
import { upgradeMap } from '../storage/upgrading.ts'
import { isoNow, newId } from './environment.ts'

export interface CarePorts {
  readonly db: Database
  readonly repository: Repository
  /** Of a sealed map. */
  readonly key: Unlocked | null
  readonly writer: MapWriter
  /** Whether the map is still open here. */
  readonly mayWrite: () => boolean
}

/** Of restore points before an upgrade that may have to be tried again. */
const pointIds = new WeakMap<LoadedMap, PointId>()

/** Makes a map that was just read ready to be written. What is done already is not done again. */
export async function careOf(
  loaded: LoadedMap,
  { writer, ...ports }: CarePorts,
): Promise<Result<null, StorageFailure>> {
  const of = { db: ports.db, mapId: loaded.header.id, key: ports.key }
  const copied = await setAside(of, loaded.unreadable, isoNow())
  if (!copied.ok) return copied
  // The first time that this damage is met, the second copy may be from before it.
  if (copied.value > 0) await keepPointOfCopy(of, loaded)
  if (!loaded.older) return ok(null)
  const pointId = pointIds.get(loaded) ?? newId<PointId>()
  pointIds.set(loaded, pointId)
  return upgradeMap({ ...ports, write: writer.write, by: newId(), pointId, now: isoNow() }, loaded)
}
