import { fail, ok, type Result } from '../domain/result.ts'
import { type Bytes, type RandomBytes, randomBytes } from './bytes.ts'

/**
 * A recovery key is 160 random bits as 32 signs of Crockford's base 32, and four signs that tell of
 * mistakes: the number modulo the largest prime below 2²⁰. A wrong sign, or two that changed places,
 * can't leave that as it was.
 */
const KEY_LENGTH = 20
const SIGNS = 36
const CHECK_SIGNS = 4
const GROUP = 4
const PRIME = 1_048_573n
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Makes a recovery key as it is printed: nine groups of four signs. */
export function newRecoveryKey(random: RandomBytes = randomBytes): string {
  const number = numberOf(random(KEY_LENGTH))
  const signs = signsOf(number, SIGNS - CHECK_SIGNS) + signsOf(number % PRIME, CHECK_SIGNS)
  return (signs.match(new RegExp(`.{${GROUP}}`, 'gu')) ?? []).join('-')
}

/**
 * Reads a recovery key as somebody copies it from paper: large or small letters, spaces and hyphens
 * anywhere, O for 0, I and L for 1. `mistyped` is one with a wrong, missing or surplus sign.
 */
export function readRecoveryKey(text: string): Result<Bytes, 'not a recovery key' | 'mistyped'> {
  const signs = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]+/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
  let number = 0n
  for (const sign of signs) {
    const digit = ALPHABET.indexOf(sign)
    if (digit < 0) return fail('not a recovery key')
    number = number * 32n + BigInt(digit)
  }
  if (Math.abs(signs.length - SIGNS) > GROUP) return fail('not a recovery key')
  if (signs.length !== SIGNS) return fail('mistyped')
  const shift = BigInt(5 * CHECK_SIGNS)
  const key = number >> shift
  return key % PRIME === number - (key << shift) ? ok(bytesOf(key)) : fail('mistyped')
}

const numberOf = (bytes: Uint8Array): bigint =>
  bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n)

const bytesOf = (number: bigint): Bytes =>
  Uint8Array.from({ length: KEY_LENGTH }, (_, at) =>
    Number((number >> BigInt(8 * (KEY_LENGTH - 1 - at))) & 255n),
  )

const signsOf = (number: bigint, count: number): string =>
  Array.from({ length: count }, (_, at) =>
    ALPHABET.charAt(Number((number >> BigInt(5 * (count - 1 - at))) & 31n)),
  ).join('')
