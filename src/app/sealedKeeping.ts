import type { MapDoc, MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { SealOptions, Secret } from '../sealing/secrets.ts'
import type { Database } from '../storage/database.ts'
import type { Repository } from '../storage/repository.ts'
import {
  changeSecrets,
  createSealedMap,
  sealMap,
  unlockMap,
  unsealMap,
} from '../storage/sealing.ts'
import type { Unlocked } from '../storage/unlocked.ts'
import type { UnlockFailure } from '../views/services.ts'
import { keepSpareKeys, withSpareKeys } from '../storage/spareKeys.ts'
import { asWriter } from './asWriter.ts'
import { isoNow, newId } from './environment.ts'
import type { SealChange } from './keeping.ts'
import { newlyMade } from './missing.ts'
import { summaryOf } from './summary.ts'

/** All that needs the vault, loaded when a map is sealed, unlocked or made sealed. */
export interface SealedPorts {
  readonly db: Database
  readonly repository: Repository
}

/** A key at hand (null once the seal is off), and a recovery key to be printed. */
interface Key<U> {
  readonly unlocked: U
  readonly recoveryKey: string | null
}

type Outcome<T> = Promise<Result<T, UnlockFailure>>

export const createSealed = async (
  { db, repository }: SealedPorts,
  doc: MapDoc,
  options: SealOptions,
): Outcome<Key<Unlocked>> =>
  byCode(
    await newlyMade(repository, () =>
      createSealedMap(
        { db, by: newId() },
        { doc, summary: summaryOf(doc), now: isoNow() },
        options,
      ),
    ),
  )

/** Tries a secret; where the map's key is damaged, on that of its second copy, which then takes its place. */
export async function unlock(
  { db, repository }: SealedPorts,
  id: MapId,
  secret: Secret,
): Outcome<Unlocked> {
  const header = await repository.readHeader(id)
  if (!header.ok) return fail(header.error.code)
  const unlocked = await unlockMap(header.value, secret)
  if (unlocked.ok) return unlocked
  // A damaged key looks just like a wrong secret.
  const spare = await withSpareKeys(header.value)
  const opened = spare && (await unlockMap(spare, secret))
  if (!spare || !opened?.ok) return byCode(unlocked)
  const mended = await asWriter(id, () => keepSpareKeys(db, spare, newId()))
  if (mended.ok) return opened
  opened.value.drop()
  return mended
}

/** Changes the seal of the stored map, whose only writer the caller is: it is asked so again before the write. */
export async function changeSeal(
  { db, repository }: SealedPorts,
  id: MapId,
  change: SealChange,
  mayWrite: () => boolean,
): Outcome<Key<Unlocked | null>> {
  const whole = await repository.readWhole(id)
  if (!whole.ok) return fail(whole.error.code)
  const context = { db, by: newId(), mayWrite }
  switch (change.kind) {
    case 'seal':
      return byCode(await sealMap(context, whole.value, change.options))
    case 'change':
      return byCode(await changeSecrets(context, whole.value, change.secret, change.options))
    case 'unseal': {
      const unsealed = await unsealMap(context, whole.value, change.secret)
      return unsealed.ok ? ok({ unlocked: null, recoveryKey: null }) : fail(unsealed.error.code)
    }
  }
}

const byCode = <T>(result: Result<T, { readonly code: UnlockFailure }>): Result<T, UnlockFailure> =>
  result.ok ? result : fail(result.error.code)
