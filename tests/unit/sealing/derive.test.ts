import { describe, expect, it, vi } from 'vitest'
import { argon2idKey } from '../../../src/sealing/argon2id.ts'
import { deriveArgon2id } from '../../../src/sealing/derive.ts'
import { ARGON2ID, type Argon2idParams, decodeKdfParams } from '../../../src/sealing/kdf.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const hex = (key: Uint8Array) => Buffer.from(key).toString('hex')
const light = (salt: Argon2idParams['salt']): Argon2idParams => ({
  name: 'argon2id',
  memory: 256,
  passes: 1,
  lanes: 1,
  salt,
})

describe('Argon2id', () => {
  // Published with the reference implementation of Argon2 (P-H-C/phc-winner-argon2, src/test.c), version 0x13.
  it.each([
    [
      65_536,
      2,
      1,
      'password',
      'somesalt',
      '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
    ],
    [
      262_144,
      2,
      1,
      'password',
      'somesalt',
      '78fe1ec91fb3aa5657d72e710854e4c3d9b9198c742f9616c2f085bed95b2e8c',
    ],
    [
      256,
      2,
      1,
      'password',
      'somesalt',
      '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe',
    ],
    [
      256,
      2,
      2,
      'password',
      'somesalt',
      '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037',
    ],
    [
      65_536,
      1,
      1,
      'password',
      'somesalt',
      'f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98',
    ],
    [
      65_536,
      4,
      1,
      'password',
      'somesalt',
      '9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c',
    ],
    [
      65_536,
      2,
      1,
      'differentpassword',
      'somesalt',
      '0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde',
    ],
    [
      65_536,
      2,
      1,
      'password',
      'diffsalt',
      'bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c',
    ],
  ])(
    'gives the known answer for %i KiB, %i passes, %i lanes: %s, %s',
    async (memory, passes, lanes, password, salt, answer) => {
      const key = await argon2idKey(password, {
        name: 'argon2id',
        memory,
        passes,
        lanes,
        salt: bytes(salt),
      })
      expect(key.ok && hex(key.value)).toBe(answer)
    },
    30_000,
  )

  it('derives the same key from a passphrase typed on another keyboard, and another with another salt', async () => {
    const params = light(bytes('sixteen bytes ok'))
    const key = await deriveArgon2id('café am meer', params)
    expect(key.ok && key.value).toHaveLength(32)
    expect(await deriveArgon2id(' cafe\u0301  am meer', params)).toEqual(key)
    expect(await deriveArgon2id('café am Meer', params)).not.toEqual(key)
    expect(await deriveArgon2id('café am meer', light(bytes('another salt, ok')))).not.toEqual(key)
  })

  it('says why when there is no WebAssembly, or not enough memory', async () => {
    vi.stubGlobal('WebAssembly', undefined)
    try {
      expect(await deriveArgon2id('x', light(bytes('sixteen bytes ok')))).toEqual({
        ok: false,
        error: 'no wasm',
      })
    } finally {
      vi.unstubAllGlobals()
    }
    const huge = { ...light(bytes('sixteen bytes ok')), memory: 8_000_000 }
    expect(await deriveArgon2id('x', huge)).toEqual({ ok: false, error: 'no memory' })
    expect(await deriveArgon2id('', light(bytes('sixteen bytes ok')))).toEqual({
      ok: false,
      error: 'failed',
    })
  })
})

describe('parameters of a key, read from the disk', () => {
  const salt = new Uint8Array(16).fill(9)
  const argon2id = { name: 'argon2id', ...ARGON2ID, salt }
  const pbkdf2 = { name: 'pbkdf2-sha256', iterations: 600_000, salt }

  it('are taken as they were kept, with a copy of the salt and nothing else', () => {
    expect(decodeKdfParams({ ...argon2id, more: 1 })).toEqual({ ok: true, value: argon2id })
    expect(decodeKdfParams(pbkdf2)).toEqual({ ok: true, value: pbkdf2 })
    const onLarge = new Uint8Array(new ArrayBuffer(1_000), 100, 16)
    const read = decodeKdfParams({ ...pbkdf2, salt: onLarge })
    expect(read.ok && read.value.salt.buffer.byteLength).toBe(16)
  })

  it.each([
    ['more than 1 GiB', { ...argon2id, memory: 1_048_577 }],
    ['too little memory for any lanes', { ...argon2id, memory: 64 }],
    ['half a KiB', { ...argon2id, memory: 65_536.5 }],
    ['no end of passes', { ...argon2id, passes: 65 }],
    ['no passes', { ...argon2id, passes: 0 }],
    ['no number', { ...argon2id, passes: Number.NaN }],
    ['text', { ...argon2id, passes: '3' }],
    ['many lanes', { ...argon2id, lanes: 17 }],
    ['a short salt', { ...argon2id, salt: salt.slice(1) }],
    ['a long salt', { ...argon2id, salt: new Uint8Array(65) }],
    ['a list for a salt', { ...argon2id, salt: [...salt] }],
    ['hardly any iterations', { ...pbkdf2, iterations: 999 }],
    ['no end of iterations', { ...pbkdf2, iterations: 10_000_001 }],
    ['another way', { ...argon2id, name: 'scrypt' }],
    ['nothing', null],
  ])('are refused: %s', (_what, params) => {
    expect(decodeKdfParams(params).ok).toBe(false)
  })
})
