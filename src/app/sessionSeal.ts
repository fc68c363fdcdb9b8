import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Unlocked } from '../storage/unlocked.ts'
import type { KeepingFailure, Sealed, UnlockFailure } from '../views/services.ts'
import type { MapStore } from '../store/mapStore.ts'
import type { OnDisk, SealChange } from './keeping.ts'
import { withoutCopy } from './reliability/secondCopies.ts'
import { takePoint } from './reliability/takePoint.ts'
import { changeSeal, type SealedPorts } from './sealedKeeping.ts'

/** What a change of the seal needs of the open map. */
export interface SealingSession extends SealedPorts {
  readonly store: MapStore
  readonly onDisk: OnDisk
  flush(): Promise<Result<null, KeepingFailure>>
  /** This tab is still the one that may write the map. */
  isWriter(): boolean
  /** Whoever asked for the change is leaving the map. */
  isLeft(): boolean
  /** The change is on the disk, and the map has this key now. */
  landed(key: Unlocked | null): Promise<void>
}

/**
 * Seals an open map, takes its seal off or changes what opens it. Nobody may have changed it since it was read, and
 * a new recovery key that nobody would see any more is not made: both are asked right before the write.
 */
export async function changeOpenSeal(
  id: MapId,
  session: SealingSession,
  change: SealChange,
): Promise<Result<Sealed, UnlockFailure>> {
  const showsKey = change.kind !== 'unseal' && change.options.withRecoveryKey
  const mayWrite = () => session.isWriter() && !(showsKey && session.isLeft())
  const flushed = await session.flush()
  if (!flushed.ok) return flushed
  if (!mayWrite()) return fail('conflict')
  if (change.kind !== 'change') {
    const { db, store, onDisk } = session
    const { doc } = store.state.getState()
    // It goes the way of the map, into the seal or out of it. Without room for it the seal matters more.
    await takePoint(db, onDisk, { doc, rev: onDisk.rev(), reason: 'before seal' })
  }
  const changed = await withoutCopy(id, () => changeSeal(session, id, change, mayWrite))
  if (!changed.ok) return changed
  await session.landed(changed.value.unlocked)
  return ok({ recoveryKey: changed.value.recoveryKey })
}
