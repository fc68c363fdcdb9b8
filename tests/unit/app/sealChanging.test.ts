// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as derive from '../../../src/sealing/derive.ts'
import * as vault from '../../../src/storage/vault.ts'
import { docOf, stakeholder, unwrap } from '../../support/records.ts'
import { dump, withPassphrase } from '../storage/sealedSupport.ts'
import { add, namesIn, storedTabs, type Tab, toSeal } from './storedTabs.ts'

/** What happens while a key is being worked out, which takes long: as long as the test wants. */
const deriving = vi.hoisted(() => ({ meanwhile: () => Promise.resolve() }))
vi.mock('../../../src/sealing/kdf.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  ARGON2ID: { memory: 256, passes: 1, lanes: 1 },
}))
vi.mock('../../../src/sealing/derive.ts', async (importOriginal) => {
  const real = await importOriginal<typeof derive>()
  const deriveArgon2id: typeof real.deriveArgon2id = async (...what) => {
    await deriving.meanwhile()
    return real.deriveArgon2id(...what)
  }
  return { ...real, deriveArgon2id }
})
/** To see which keys stay in memory. */
vi.mock('../../../src/storage/vault.ts', { spy: true })

const CONFLICT = { ok: false, error: 'conflict' }

const newTab = storedTabs()

/** A tab that writes a clear map with Anahit in it, and another that follows. */
async function twoTabs() {
  const doc = docOf([stakeholder('a', { name: 'Anahit' })])
  const { id } = doc.info
  const first = await newTab()
  unwrap(await first.keeping.create(doc))
  const writer = unwrap(await first.open(id))
  const second = await newTab()
  const follower = unwrap(await second.open(id))
  return { id, first, writer, second, follower }
}

const isSealed = async ({ db }: Tab) => !(await dump(db)).includes('Anahit')
/** Runs something in the midst of the next derivation of a key. */
const meanwhile = (work: () => unknown) => {
  deriving.meanwhile = async () => {
    deriving.meanwhile = () => Promise.resolve()
    await work()
  }
}
const keysInMemory = async () => {
  const made = vi.mocked(vault.boxesOf).mock.results
  const boxes = await Promise.all(made.map(({ value }): ReturnType<typeof vault.boxesOf> => value))
  return boxes.filter((one) => !one.isDropped()).length
}

beforeEach(() => vi.clearAllMocks())
afterEach(() => meanwhile(() => undefined))

describe('while a map is being sealed', () => {
  it('"Edit here" in another tab is refused, and that tab is shut out after', async () => {
    const { first, writer, second, follower } = await twoTabs()
    meanwhile(async () => {
      follower.takeOver()
      await vi.waitFor(() => expect(second.roles.slice(-2)).toEqual(['taking over', 'follower']))
    })
    unwrap(await writer.changeSeal(toSeal()))
    expect(first.roles).toEqual(['writer', 'writer'])
    await vi.waitFor(() => expect(second.onLocked).toHaveBeenCalled())
    expect(add(writer, 'Bogdana').ok).toBe(true)
    unwrap(await writer.flush())
    expect(first.saves.at(-1)).toEqual({ status: 'saved' })
  })

  it('whoever takes the lock by force goes on, and the map is not sealed', async () => {
    const { first, writer, second, follower } = await twoTabs()
    meanwhile(async () => {
      void navigator.locks.request('allyscope-map-map-1', { steal: true }, () => undefined)
      await vi.waitFor(() => expect(second.roles.at(-1)).toBe('writer'))
      add(follower, 'Bogdana')
      unwrap(await follower.flush())
    })
    expect(await writer.changeSeal(toSeal())).toEqual(CONFLICT)
    expect(await isSealed(first)).toBe(false)
    expect(await keysInMemory()).toBe(0)
    expect(add(writer, 'Nobody').ok).toBe(false)
    expect(add(follower, 'Cemile').ok).toBe(true)
    unwrap(await follower.flush())
    await vi.waitFor(() => expect(namesIn(writer)).toEqual(['Anahit', 'Bogdana', 'Cemile']))
  })

  it('the map is left once it is sealed, and no key stays', async () => {
    const { id, first, writer, second } = await twoTabs()
    let isClosed = false
    let closing = Promise.resolve()
    meanwhile(async () => {
      closing = writer.close().then(() => {
        isClosed = true
      })
      // Leaving takes no longer than this.
      await unwrap(await second.open(id)).close()
      expect(isClosed).toBe(false)
    })
    unwrap(await writer.changeSeal(toSeal()))
    await closing
    expect(await isSealed(first)).toBe(true)
    expect(await keysInMemory()).toBe(0)
    expect(await writer.changeSeal(toSeal())).toEqual(CONFLICT)
  })

  it('leaving the map calls it off when nobody would see the recovery key', async () => {
    const { first, writer } = await twoTabs()
    let closing = Promise.resolve()
    meanwhile(() => {
      closing = writer.close()
    })
    expect(await writer.changeSeal(toSeal(true))).toEqual(CONFLICT)
    await closing
    expect(await isSealed(first)).toBe(false)
    expect(await keysInMemory()).toBe(0)
  })

  it('what throws is a failure, and the map can be left', async () => {
    const { writer } = await twoTabs()
    const post = vi.spyOn(BroadcastChannel.prototype, 'postMessage')
    post.mockImplementation((message) => {
      if (message === 'reload') throw new DOMException('closed', 'InvalidStateError')
    })
    expect(await writer.changeSeal(toSeal())).toEqual({ ok: false, error: 'unknown' })
    post.mockRestore()
    await writer.close()
    expect(await keysInMemory()).toBe(0)
  })
})

it('hiding in a hurry calls off the change of a seal', async () => {
  const { first, writer } = await twoTabs()
  unwrap(await writer.changeSeal(toSeal()))
  meanwhile(() => writer.dropKey())
  expect(await writer.changeSeal({ kind: 'unseal', secret: withPassphrase() })).toEqual(CONFLICT)
  expect(await isSealed(first)).toBe(true)
  expect(await keysInMemory()).toBe(0)
})

it('where tabs have no locks, one that thinks it writes is shut out when another seals', async () => {
  Object.defineProperty(navigator, 'locks', { configurable: true, value: null })
  const { writer, second } = await twoTabs()
  expect(second.roles).toEqual(['writer'])
  unwrap(await writer.changeSeal(toSeal()))
  await vi.waitFor(() => expect(second.onLocked).toHaveBeenCalled())
})

describe('the key of a map', () => {
  it('that waits gives way to a later one', async () => {
    const { id, writer } = await twoTabs()
    unwrap(await writer.changeSeal(toSeal()))
    const tab = await newTab()
    unwrap(await tab.keeping.unlock(id, withPassphrase()))
    const before = await keysInMemory()
    unwrap(await tab.keeping.unlock(id, withPassphrase()))
    expect(await keysInMemory()).toBe(before)
  })
})

describe('tabs that follow a sealed map', () => {
  it('hear nothing of it but that there is something new, and read that', async () => {
    const { id, writer } = await twoTabs()
    unwrap(await writer.changeSeal(toSeal()))
    const tab = await newTab()
    unwrap(await tab.keeping.unlock(id, withPassphrase()))
    const follower = unwrap(await tab.open(id))
    const heard: unknown[] = []
    const channel = new BroadcastChannel(`allyscope-follow-${id}`)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => heard.push(data)
    for (const text of ['Bogdana', 'Cemile', 'Dina']) {
      add(writer, text)
      unwrap(await writer.flush())
    }
    await vi.waitFor(() =>
      expect(namesIn(follower)).toEqual(['Anahit', 'Bogdana', 'Cemile', 'Dina']),
    )
    channel.close()
    expect(heard).toEqual(['news', 'news', 'news'])
  })
})
