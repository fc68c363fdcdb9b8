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
import { isoNow, newId } from './environment.ts'
import type { SealChange } from './keeping.ts'
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
  { db }: SealedPorts,
  doc: MapDoc,
  options: SealOptions,
): Outcome<Key<Unlocked>> =>
  byCode(
    await createSealedMap(
      { db, by: newId() },
      { doc, summary: summaryOf(doc), now: isoNow() },
      options,
    ),
  )

export async function unlock(
  { repository }: SealedPorts,
  id: MapId,
  secret: Secret,
): Outcome<Unlocked> {
  const whole = await repository.readHeader(id)
  return whole.ok ? byCode(await unlockMap(whole.value, secret)) : fail(whole.error.code)
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
