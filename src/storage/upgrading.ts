import { recordsOf } from '../domain/doc.ts'
import type { AnyRecord } from '../domain/records.ts'
import type { PointId } from '../domain/restorePoints.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Database } from './database.ts'
import { failureOf, storageFailure } from './failure.ts'
import { writeRows } from './mapWrite.ts'
import type { Repository } from './repository.ts'
import { writePoint } from './restorePoints.ts'
import { FORMAT_VERSION, type LoadedMap, type StorageFailure, type WholeMap } from './types.ts'
import type { MapWriter, Unlocked } from './unlocked.ts'

export interface UpgradePorts {
  readonly db: Database
  readonly repository: Repository
  /** Of a sealed map. */
  readonly key: Unlocked | null
  /** How this map's writes reach the disk. */
  readonly write: MapWriter['write']
  /** Who writes; unique to this upgrade. */
  readonly by: string
  /** The same for another try, whose restore point then takes the place of the first one's. */
  readonly pointId: PointId
  /** ISO 8601, UTC. */
  readonly now: string
  /** Asked before each write. */
  readonly mayWrite: () => boolean
}

/**
 * Rewrites a map that was stored in an older format in today's: a restore point of the records as they were, then all
 * rows in one transaction, as rev + 1, and then everything is read again. What differs then from what had been read
 * before puts the old rows back. Whatever fails, the map stays as it was, and can be read as before. Rows that could not
 * be read stay as they are.
 */
export async function upgradeMap(
  ports: UpgradePorts,
  loaded: LoadedMap,
): Promise<Result<null, StorageFailure>> {
  const { db, repository, key, by, mayWrite } = ports
  const { doc, header } = loaded
  const { id } = header
  try {
    const before = await repository.readWhole(id)
    if (!before.ok) return before
    if (before.value.header.rev !== loaded.rev) return fail(storageFailure('conflict', 'written'))
    const kept = await writePoint({ db, mapId: id, key }, pointOf(ports, loaded), mayWrite)
    if (!kept.ok) return kept
    if (!mayWrite()) return fail(storageFailure('conflict', 'no longer the writer'))
    const rev = loaded.rev + 1
    const rows = new Map<string, AnyRecord>()
    for (const record of recordsOf(doc)) if (record.type !== 'map') rows.set(record.id, record)
    const upgraded = { ...header, rev, formatVersion: FORMAT_VERSION }
    const written = await ports.write({ header: upgraded, by, firstRev: rev, rows })
    if (!written.ok) return written
    const again = await repository.loadMap(id, key)
    if (again.ok && isSame(loaded, again.value)) return ok(null)
    // Locked or closed meanwhile: then nothing is known to be wrong.
    if (!again.ok && again.error.code !== 'unknown') return ok(null)
    return await putBack(ports, before.value, rev + 1)
  } catch (error) {
    return fail(failureOf(error))
  }
}

const pointOf = ({ pointId, now }: UpgradePorts, { doc, rev, header, older }: LoadedMap) => {
  const isKeepable = canBeJson(older)
  return {
    id: pointId,
    at: now,
    rev,
    reason: 'before upgrade' as const,
    name: '',
    stakeholders: doc.stakeholders.size,
    formatVersion: isKeepable ? header.formatVersion : FORMAT_VERSION,
    records: isKeepable ? [header.info, ...(older ?? [])] : recordsOf(doc),
  }
}

/** Fields that no build ever wrote may hold what JSON can't say. */
function canBeJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined
  } catch {
    return false
  }
}

/** Every record of every type, and as many that could not be read. */
const isSame = (before: LoadedMap, after: LoadedMap): boolean =>
  after.older === null &&
  before.unreadable.length === after.unreadable.length &&
  JSON.stringify(recordsOf(before.doc)) === JSON.stringify(recordsOf(after.doc))

async function putBack(
  { db, by }: UpgradePorts,
  { header, rows }: WholeMap,
  rev: number,
): Promise<Result<null, StorageFailure>> {
  const puts = rows.filter((row) => typeof row === 'object' && row !== null)
  const back = { header: { ...header, rev }, by, firstRev: rev, puts, deletes: [] }
  const written = await writeRows(db, back)
  return written.ok ? fail(storageFailure('unknown', 'upgrade: not as before')) : written
}
