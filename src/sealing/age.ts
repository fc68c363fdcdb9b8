import { fail, type Result } from '../domain/result.ts'
import type { Bytes } from './bytes.ts'
import { isAge } from './ageHeader.ts'
import type { OpenFailure, SealFailure } from './jobs.ts'
import { normalPassphrase } from './normalPassphrase.ts'
import { doJob } from './thread.ts'

/**
 * Seals a file under a passphrase, letter by letter as it was typed, in the public age format (age-encryption.org/v1,
 * with scrypt): the `age` program opens it too, with the same letters. The work is done on a thread of its own.
 */
export const sealAge = (
  content: Uint8Array,
  passphrase: string,
): Promise<Result<Bytes, SealFailure>> => doJob('sealAge', { content, passphrase })

/**
 * Opens a file in the age format, binary or in ASCII armour. Gives all of its content or none: a file
 * that was changed or cut is `damaged`.
 */
export async function openAge(
  file: Uint8Array,
  passphrase: string,
): Promise<Result<Bytes, OpenFailure>> {
  if (!isAge(file)) return fail('not age')
  // Older files of ours were sealed under the normal form.
  const passphrases = [...new Set([passphrase, normalPassphrase(passphrase)])]
  return doJob('openAge', { file, passphrases })
}
