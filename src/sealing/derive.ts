import type { Result } from '../domain/result.ts'
import type { Bytes } from './bytes.ts'
import type { DeriveFailure } from './jobs.ts'
import type { Argon2idParams } from './kdf.ts'
import { normalPassphrase } from './normalPassphrase.ts'
import { doJob } from './thread.ts'

/**
 * Derives a key of 32 bytes from a passphrase, in its normal form, with Argon2id on a thread of its own.
 * Takes about half a second, by design.
 */
export const deriveArgon2id = (
  passphrase: string,
  params: Argon2idParams,
): Promise<Result<Bytes, DeriveFailure>> =>
  doJob('argon2id', { passphrase: normalPassphrase(passphrase), params })
