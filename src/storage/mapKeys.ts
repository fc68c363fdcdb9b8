import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { type Bytes, randomBytes } from '../sealing/bytes.ts'
import { deriveArgon2id } from '../sealing/derive.ts'
import type { DeriveFailure } from '../sealing/jobs.ts'
import { ARGON2ID, type KdfParams, PBKDF2_ITERATIONS, SALT_LENGTH } from '../sealing/kdf.ts'
import { normalPassphrase } from '../sealing/normalPassphrase.ts'
import { newRecoveryKey, readRecoveryKey } from '../sealing/recoveryKey.ts'
import type { SealOptions, Secret } from '../sealing/secrets.ts'
import { decodeKeyEnvelope, type KeyEnvelope, RECOVERY_SALT_LENGTH } from './keyEnvelope.ts'
import { keyOfPbkdf2, keyOfRecoveryKey, unwrap, wrap } from './vault.ts'

/** Slow on purpose; tests make it quick. */
export interface Deriving {
  readonly argon2id: typeof deriveArgon2id
  readonly costs: { readonly memory: number; readonly passes: number; readonly lanes: number }
  readonly iterations: number
}

export const DERIVING: Deriving = {
  argon2id: deriveArgon2id,
  costs: ARGON2ID,
  iterations: PBKDF2_ITERATIONS,
}

/** `no memory`: this device can't derive the key as it was derived when the map was sealed. */
export type KeyFailure = 'wrong secret' | 'no memory' | 'unknown'

interface Wrapped {
  readonly keys: KeyEnvelope
  /** To be printed; null when none was asked for. It is kept nowhere. */
  readonly recoveryKey: string | null
}

/** Wraps a map's key under a passphrase and, if asked for, under a new recovery key. */
export async function wrapKeys(
  id: MapId,
  dataKey: Bytes,
  options: SealOptions,
  deriving: Deriving = DERIVING,
): Promise<Result<Wrapped, 'unknown'>> {
  const made = await newPassphraseKey(options.passphrase, deriving)
  if (!made.ok) return made
  const { kdf, key } = made.value
  const passphrase = { kdf, wrapped: await wrap(id, 'passphrase', key, dataKey) }
  key.fill(0)
  if (!options.withRecoveryKey) {
    return ok({ keys: { passphrase, recovery: null }, recoveryKey: null })
  }
  const recoveryKey = newRecoveryKey()
  const secret = readRecoveryKey(recoveryKey)
  if (!secret.ok) return fail('unknown')
  const salt = randomBytes(RECOVERY_SALT_LENGTH)
  const secretKey = await keyOfRecoveryKey(secret.value, salt)
  const wrapped = await wrap(id, 'recovery', secretKey, dataKey)
  secret.value.fill(0)
  secretKey.fill(0)
  return ok({ keys: { passphrase, recovery: { salt, wrapped } }, recoveryKey })
}

/** The map's key out of its envelope. Nothing counts the tries: a wrong secret destroys nothing. */
export async function unwrapKey(
  id: MapId,
  envelope: unknown,
  secret: Secret,
  deriving: Deriving = DERIVING,
): Promise<Result<Bytes, KeyFailure>> {
  const decoded = decodeKeyEnvelope(envelope)
  if (!decoded.ok) return fail('unknown')
  const { passphrase, recovery } = decoded.value
  if (secret.kind === 'passphrase') {
    const key = await passphraseKey(secret.passphrase, passphrase.kdf, deriving)
    if (!key.ok) return key
    const unwrapped = await unwrap(id, 'passphrase', key.value, passphrase.wrapped)
    key.value.fill(0)
    return keyOr(unwrapped)
  }
  const read = readRecoveryKey(secret.recoveryKey)
  if (!read.ok || !recovery) return fail('wrong secret')
  const key = await keyOfRecoveryKey(read.value, recovery.salt)
  const unwrapped = await unwrap(id, 'recovery', key, recovery.wrapped)
  read.value.fill(0)
  key.fill(0)
  return keyOr(unwrapped)
}

const keyOr = (key: Bytes | null) => (key ? ok(key) : fail('wrong secret' as const))

/** That Argon2id can't run here, where PBKDF2 can; anything else that fails is no reason for a weaker key. */
const cannotRun = (failure: DeriveFailure) => failure !== 'failed'

/** Argon2id, or PBKDF2 where the browser has no WebAssembly or no memory for it. */
async function newPassphraseKey(
  passphrase: string,
  deriving: Deriving,
): Promise<Result<{ kdf: KdfParams; key: Bytes }, 'unknown'>> {
  if (normalPassphrase(passphrase) === '') return fail('unknown')
  const salt = randomBytes(SALT_LENGTH)
  const argon2id = { name: 'argon2id', ...deriving.costs, salt } as const
  const derived = await deriving.argon2id(passphrase, argon2id)
  if (derived.ok) return ok({ kdf: argon2id, key: derived.value })
  if (!cannotRun(derived.error)) return fail('unknown')
  const pbkdf2 = { name: 'pbkdf2-sha256', iterations: deriving.iterations, salt } as const
  return ok({ kdf: pbkdf2, key: await keyOfPbkdf2(passphrase, pbkdf2) })
}

async function passphraseKey(
  passphrase: string,
  kdf: KdfParams,
  deriving: Deriving,
): Promise<Result<Bytes, KeyFailure>> {
  // No key was ever made of nothing.
  if (normalPassphrase(passphrase) === '') return fail('wrong secret')
  if (kdf.name === 'pbkdf2-sha256') return ok(await keyOfPbkdf2(passphrase, kdf))
  const derived = await deriving.argon2id(passphrase, kdf)
  if (derived.ok) return derived
  return fail(cannotRun(derived.error) ? 'no memory' : 'unknown')
}
