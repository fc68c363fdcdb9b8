import { describe, expect, it, vi } from 'vitest'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { fail } from '../../../src/domain/result.ts'
import { DERIVING, type Deriving, unwrapKey, wrapKeys } from '../../../src/storage/mapKeys.ts'
import { newDataKey } from '../../../src/storage/vault.ts'
import { OPTIONS, QUICK, withPassphrase } from './sealedSupport.ts'
import { unwrap } from './support.ts'

const ID = asId<MapId>('map-1')
const NO_WASM: Deriving = { ...QUICK, argon2id: () => Promise.resolve(fail('no wasm')) }
const NO_MEMORY: Deriving = { ...QUICK, argon2id: () => Promise.resolve(fail('no memory')) }

it('derives as slowly as it promises', () => {
  expect(DERIVING).toMatchObject({
    costs: { memory: 65_536, passes: 3, lanes: 1 },
    iterations: 600_000,
  })
})

describe.each([
  ['Argon2id', QUICK, 'argon2id'],
  ['PBKDF2 where there is no WebAssembly', NO_WASM, 'pbkdf2-sha256'],
  ['PBKDF2 where there is no memory', NO_MEMORY, 'pbkdf2-sha256'],
] as const)('a key under a passphrase by %s', (_, deriving, name) => {
  it('comes out with that passphrase alone', async () => {
    const key = newDataKey()
    const { keys } = unwrap(await wrapKeys(ID, key, OPTIONS, deriving))
    expect(keys.passphrase.kdf.name).toBe(name)
    expect(unwrap(await unwrapKey(ID, keys, withPassphrase(), deriving))).toEqual(key)
    const wrong = { ok: false, error: 'wrong secret' }
    expect(await unwrapKey(ID, keys, withPassphrase('crumb'), deriving)).toEqual(wrong)
    expect(await unwrapKey(ID, keys, withPassphrase(''), deriving)).toEqual(wrong)
  })

  it('may be typed with other spaces', async () => {
    const key = newDataKey()
    const { keys } = unwrap(
      await wrapKeys(ID, key, { ...OPTIONS, passphrase: 'Straße nach Õ' }, deriving),
    )
    const typed = withPassphrase('  Straße  nach O\u0303 ')
    expect(unwrap(await unwrapKey(ID, keys, typed, deriving))).toEqual(key)
  })
})

it('says when this device can’t do what the key asks for', async () => {
  const { keys } = unwrap(await wrapKeys(ID, newDataKey(), OPTIONS, QUICK))
  const failed = await unwrapKey(ID, keys, withPassphrase(), NO_MEMORY)
  expect(failed).toEqual({ ok: false, error: 'no memory' })
})

it('takes no weaker derivation because the better one broke, and no empty passphrase', async () => {
  const broken: Deriving = { ...QUICK, argon2id: () => Promise.resolve(fail('failed')) }
  const unknown = { ok: false, error: 'unknown' }
  expect(await wrapKeys(ID, newDataKey(), OPTIONS, broken)).toEqual(unknown)
  const { keys } = unwrap(await wrapKeys(ID, newDataKey(), OPTIONS, QUICK))
  expect(await unwrapKey(ID, keys, withPassphrase(), broken)).toEqual(unknown)
  for (const deriving of [QUICK, NO_WASM]) {
    const empty = { ...OPTIONS, passphrase: ' \n' }
    expect(await wrapKeys(ID, newDataKey(), empty, deriving)).toEqual(unknown)
  }
})

it('opens with the recovery key as it was printed, without the slow derivation', async () => {
  const key = newDataKey()
  const { keys, recoveryKey } = unwrap(await wrapKeys(ID, key, OPTIONS, QUICK))
  const argon2id = vi.fn<Deriving['argon2id']>()
  const typed = (recoveryKey ?? '').toLowerCase().replaceAll('-', ' ')
  const secret = { kind: 'recovery key', recoveryKey: typed } as const
  expect(unwrap(await unwrapKey(ID, keys, secret, { ...QUICK, argon2id }))).toEqual(key)
  expect(argon2id).not.toHaveBeenCalled()
})

it('has no recovery key unless one is asked for, and takes no other’s', async () => {
  const other = unwrap(await wrapKeys(ID, newDataKey(), OPTIONS, QUICK))
  const plain = { ...OPTIONS, withRecoveryKey: false }
  const { keys, recoveryKey } = unwrap(await wrapKeys(ID, newDataKey(), plain, QUICK))
  expect(recoveryKey).toBeNull()
  expect(keys.recovery).toBeNull()
  const mine = unwrap(await wrapKeys(ID, newDataKey(), OPTIONS, QUICK))
  for (const recoveryKeyTyped of [other.recoveryKey ?? '', 'nonsense', '']) {
    const secret = { kind: 'recovery key', recoveryKey: recoveryKeyTyped } as const
    const wrong = { ok: false, error: 'wrong secret' }
    expect(await unwrapKey(ID, keys, secret, QUICK)).toEqual(wrong)
    expect(await unwrapKey(ID, mine.keys, secret, QUICK)).toEqual(wrong)
  }
})

it('is bound to its map, and to the kind of its secret', async () => {
  const { keys } = unwrap(await wrapKeys(ID, newDataKey(), OPTIONS, QUICK))
  const other = asId<MapId>('map-2')
  const wrong = { ok: false, error: 'wrong secret' }
  expect(await unwrapKey(other, keys, withPassphrase(), QUICK)).toEqual(wrong)
})

it('takes no envelope that is out of shape', async () => {
  const { keys } = unwrap(await wrapKeys(ID, newDataKey(), OPTIONS, QUICK))
  const unknown = { ok: false, error: 'unknown' }
  const greedy = { ...keys.passphrase.kdf, memory: 64 * 1_048_576 }
  for (const odd of [
    null,
    {},
    { ...keys, recovery: 'none' },
    { ...keys, passphrase: { ...keys.passphrase, wrapped: new Uint8Array(3) } },
    { ...keys, passphrase: { ...keys.passphrase, kdf: greedy } },
  ]) {
    expect(await unwrapKey(ID, odd, withPassphrase(), QUICK)).toEqual(unknown)
  }
})
