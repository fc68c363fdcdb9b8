import { armor, Decrypter, Encrypter, type Identity } from 'age-encryption'
import { fail, ok, type Result } from '../domain/result.ts'
import { isArmoured } from './ageHeader.ts'
import type { Bytes } from './bytes.ts'
import type { OpenFailure, SealFailure } from './jobs.ts'
import { isOutOfMemory } from '../domain/outOfMemory.ts'

/** scrypt's work as powers of two: 2^18, as of the `age` program (256 MiB), and less for small devices. */
const WORK_FACTORS: readonly number[] = [18, 17, 16]
/** 1 GiB; the `age` program writes 18. */
const MOST_WORK = 20

/** The file in the age format under a passphrase, with the first of the work factors that memory allows. */
export async function sealedFile(
  content: Uint8Array,
  passphrase: string,
  workFactors = WORK_FACTORS,
): Promise<Result<Bytes, SealFailure>> {
  for (const factor of workFactors) {
    const encrypter = new Encrypter()
    encrypter.setPassphrase(passphrase)
    encrypter.setScryptWorkFactor(factor)
    try {
      return ok(Uint8Array.from(await encrypter.encrypt(content)))
    } catch (error) {
      if (!isOutOfMemory(error)) return fail('failed')
    }
  }
  return fail('no memory')
}

/** What is in an age file that one of the passphrases opens. */
export async function openedFile(
  file: Uint8Array,
  passphrases: readonly string[],
): Promise<Result<Bytes, OpenFailure>> {
  // The library asks identity after identity, and throws for everything that is not as it should be.
  let failure: OpenFailure = 'damaged'
  const look: Identity = {
    unwrapFileKey(stanzas) {
      const scrypt = stanzas.find(({ args }) => args[0] === 'scrypt')
      if (!scrypt) failure = 'no passphrase'
      else if (Number(scrypt.args[2]) > MOST_WORK) failure = 'too much work'
      return null
    },
  }
  const nobody: Identity = {
    unwrapFileKey() {
      if (failure === 'damaged') failure = 'wrong passphrase'
      return null
    },
  }
  const decrypter = new Decrypter()
  decrypter.addIdentity(look)
  for (const passphrase of passphrases) decrypter.addPassphrase(passphrase)
  decrypter.addIdentity(nobody)
  try {
    const binary = isArmoured(file) ? armor.decode(new TextDecoder().decode(file)) : file
    return ok(Uint8Array.from(await decrypter.decrypt(binary)))
  } catch (error) {
    return fail(isOutOfMemory(error) ? 'no memory' : failure)
  }
}
