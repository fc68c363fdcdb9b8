import { between, type Check, object, oneOf, tagged } from '../domain/check.ts'
import { fail, ok } from '../domain/result.ts'
import type { Bytes } from './bytes.ts'

/** How a key was derived with Argon2id (RFC 9106), kept in clear beside what it opens. */
export interface Argon2idParams {
  readonly name: 'argon2id'
  /** KiB. */
  readonly memory: number
  readonly passes: number
  readonly lanes: number
  readonly salt: Bytes
}

/** The same for PBKDF2, which stands in where there is no WebAssembly or not enough memory. */
export interface Pbkdf2Params {
  readonly name: 'pbkdf2-sha256'
  readonly iterations: number
  readonly salt: Bytes
}

export type KdfParams = Argon2idParams | Pbkdf2Params

/** The second recommended choice of RFC 9106, but one lane: a browser gives us one thread. */
export const ARGON2ID = { memory: 65_536, passes: 3, lanes: 1 } as const
export const PBKDF2_ITERATIONS = 600_000
/** Bytes of salt in a new key's parameters. */
export const SALT_LENGTH = 16

const MOST_MEMORY = 1_048_576
const MOST_PASSES = 64
const MOST_LANES = 16
/** What Argon2 needs for that many lanes. */
const LEAST_MEMORY = 8 * MOST_LANES
const MOST_ITERATIONS = 10_000_000
const LEAST_ITERATIONS = 1_000
const MOST_SALT = 64

const whole =
  (low: number, high: number): Check<number> =>
  (value) => {
    const number = between(low, high)(value)
    return number.ok && !Number.isInteger(number.value)
      ? fail({ path: [], code: 'wrong value' })
      : number
  }

const salt: Check<Bytes> = (value) => {
  if (!(value instanceof Uint8Array)) return fail({ path: [], code: 'wrong type' })
  if (value.length < SALT_LENGTH) return fail({ path: [], code: 'too small' })
  // A copy: neither a view on larger memory nor on memory that is shared.
  return value.length > MOST_SALT ? fail({ path: [], code: 'too big' }) : ok(Uint8Array.from(value))
}

/**
 * Reads parameters that come from the disk or a file. Refuses what would stall or exhaust the device
 * (more than 1 GiB, endless passes), and salts too short to set keys apart.
 */
export const decodeKdfParams: Check<KdfParams> = tagged<KdfParams>('name', {
  argon2id: object<Argon2idParams>({
    name: oneOf(['argon2id']),
    memory: whole(LEAST_MEMORY, MOST_MEMORY),
    passes: whole(1, MOST_PASSES),
    lanes: whole(1, MOST_LANES),
    salt,
  }),
  'pbkdf2-sha256': object<Pbkdf2Params>({
    name: oneOf(['pbkdf2-sha256']),
    iterations: whole(LEAST_ITERATIONS, MOST_ITERATIONS),
    salt,
  }),
})
