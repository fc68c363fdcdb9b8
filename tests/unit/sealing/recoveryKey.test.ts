import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newRecoveryKey, readRecoveryKey } from '../../../src/sealing/recoveryKey.ts'

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secret = fc.uint8Array({ minLength: 20, maxLength: 20 })
const plain = (key: string) => key.replaceAll('-', '')
const mistyped = { ok: false, error: 'mistyped' }

describe('a recovery key', () => {
  it('is nine groups of four signs that nobody confuses', () => {
    expect(newRecoveryKey()).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(newRecoveryKey()).not.toBe(newRecoveryKey())
    expect(newRecoveryKey((count) => new Uint8Array(count))).toBe(
      '0000-0000-0000-0000-0000-0000-0000-0000-0000',
    )
  })

  it('holds the 160 bits it was made of', () => {
    fc.assert(
      fc.property(secret, (bytes) => {
        expect(readRecoveryKey(newRecoveryKey(() => bytes))).toEqual({ ok: true, value: bytes })
      }),
    )
  })

  it('is read as people copy it: small letters, O and 0, I, L and 1, spaces and any hyphens', () => {
    const hyphens = fc.constantFrom('', ' ', '-', ' – ', '\n', '\u2011')
    fc.assert(
      fc.property(secret, hyphens, fc.boolean(), (bytes, hyphen, isSmall) => {
        const copied = newRecoveryKey(() => bytes)
          .replaceAll('0', 'O')
          .replaceAll('1', isSmall ? 'L' : 'I')
          .replaceAll('-', hyphen)
        expect(readRecoveryKey(` ${isSmall ? copied.toLowerCase() : copied} `)).toEqual({
          ok: true,
          value: bytes,
        })
      }),
    )
  })

  it('notices every wrong sign', () => {
    fc.assert(
      fc.property(secret, fc.nat({ max: 35 }), fc.integer({ min: 1, max: 31 }), (bytes, at, by) => {
        const key = plain(newRecoveryKey(() => bytes))
        const wrong = SIGNS.charAt((SIGNS.indexOf(key.charAt(at)) + by) % 32)
        expect(readRecoveryKey(key.slice(0, at) + wrong + key.slice(at + 1))).toEqual(mistyped)
      }),
    )
  })

  it('notices two signs that changed places, and one that is missing or too many', () => {
    fc.assert(
      fc.property(secret, fc.nat({ max: 30 }), (bytes, at) => {
        const key = plain(newRecoveryKey(() => bytes))
        const [one, two] = [key.charAt(at), key.charAt(at + 1)]
        fc.pre(one !== two)
        expect(readRecoveryKey(key.slice(0, at) + two + one + key.slice(at + 2))).toEqual(mistyped)
        expect(readRecoveryKey(key.slice(0, at) + key.slice(at + 1))).toEqual(mistyped)
        expect(readRecoveryKey(`${key.slice(0, at)}7${key.slice(at)}`)).toEqual(mistyped)
      }),
    )
  })

  it.each([
    '',
    'hello',
    'U'.repeat(36),
    'divinity embolism numbness proofs thieving overgrown',
    '0'.repeat(80),
  ])('is none: %s', (text) => {
    expect(readRecoveryKey(text)).toEqual({ ok: false, error: 'not a recovery key' })
  })

  it('is never read from what was typed by chance', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(readRecoveryKey(text).ok).toBe(false)
      }),
    )
  })
})
