// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SealChange, Session } from '../../../src/app/keeping.ts'
import { storedKeeping } from '../../../src/app/storedKeeping.ts'
import { addStakeholders } from '../../../src/domain/commands/stakeholders.ts'
import { stakeholdersInOrder } from '../../../src/domain/doc.ts'
import type { MapId } from '../../../src/domain/records.ts'
import type * as derive from '../../../src/sealing/derive.ts'
import { type Database, openDatabase } from '../../../src/storage/database.ts'
import * as vault from '../../../src/storage/vault.ts'
import type { SaveState, TabRole } from '../../../src/views/services.ts'
import { docOf, stakeholder, unwrap } from '../../support/records.ts'
import { fakeLocks } from '../storage/fakeLocks.ts'
import { dump } from '../storage/sealedSupport.ts'

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

const passphrase = 'crumb ladder vivid otter plan moss'
const secret = { kind: 'passphrase', passphrase } as const
const sealing = (withRecoveryKey = false): SealChange => ({
  kind: 'seal',
  options: { passphrase, withRecoveryKey },
})
const CONFLICT = { ok: false, error: 'conflict' }

let databases = 0
let name = ''
const opened: Database[] = []
const sessions: Session[] = []

async function newTab() {
  const db = unwrap(await openDatabase({ indexedDB, name }))
  opened.push(db)
  const keeping = storedKeeping(db)
  const roles: TabRole[] = []
  const saves: SaveState[] = []
  const onLocked = vi.fn<() => void>()
  const open = async (id: MapId) => {
    const session = unwrap(
      await keeping.open(id, {
        onSave: (state) => saves.push(state),
        onRole: (role) => roles.push(role),
        onSeal: () => undefined,
        onLocked,
        publicFirst: false,
      }),
    )
    sessions.push(session)
    await vi.waitFor(() => expect(roles.length).toBeGreaterThan(0))
    return session
  }
  return { db, keeping, roles, saves, onLocked, open }
}
type Tab = Awaited<ReturnType<typeof newTab>>

const add = ({ map: { store } }: Session, text: string) =>
  store.dispatch(addStakeholders([text]), { action: 'add', stakeholders: [] })
const namesIn = ({ map: { store } }: Session) =>
  stakeholdersInOrder(store.state.getState().doc).map((one) => one.name)

/** A tab that writes a clear map with Ana in it, and another that follows. */
async function twoTabs() {
  const doc = docOf([stakeholder('a', { name: 'Ana' })])
  const { id } = doc.info
  const first = await newTab()
  unwrap(await first.keeping.create(doc))
  const writer = await first.open(id)
  const second = await newTab()
  const follower = await second.open(id)
  return { id, first, writer, second, follower }
}

const isSealed = async ({ db }: Tab) => !(await dump(db)).includes('Ana')
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50))
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

beforeEach(() => {
  vi.clearAllMocks()
  name = `seal-changing-${(databases += 1)}`
  Object.defineProperty(navigator, 'locks', { configurable: true, value: fakeLocks() })
})
afterEach(async () => {
  meanwhile(() => undefined)
  for (const session of sessions.splice(0)) await session.close()
  for (const db of opened.splice(0)) db.close()
})

describe('while a map is being sealed', () => {
  it('"Edit here" in another tab is refused, and that tab is shut out after', async () => {
    const { first, writer, second, follower } = await twoTabs()
    meanwhile(async () => {
      follower.takeOver()
      await vi.waitFor(() => expect(second.roles.slice(-2)).toEqual(['taking over', 'follower']))
    })
    unwrap(await writer.changeSeal(sealing()))
    expect(first.roles).toEqual(['writer', 'writer'])
    await vi.waitFor(() => expect(second.onLocked).toHaveBeenCalled())
    expect(add(writer, 'Bo').ok).toBe(true)
    unwrap(await writer.flush())
    expect(first.saves.at(-1)).toEqual({ status: 'saved' })
  })

  it('whoever takes the lock by force goes on, and the map is not sealed', async () => {
    const { first, writer, second, follower } = await twoTabs()
    meanwhile(async () => {
      void navigator.locks.request('allyscope-map-map-1', { steal: true }, () => undefined)
      await vi.waitFor(() => expect(second.roles.at(-1)).toBe('writer'))
      add(follower, 'Bo')
      unwrap(await follower.flush())
    })
    expect(await writer.changeSeal(sealing())).toEqual(CONFLICT)
    expect(await isSealed(first)).toBe(false)
    expect(await keysInMemory()).toBe(0)
    expect(add(writer, 'Nobody').ok).toBe(false)
    expect(add(follower, 'Cem').ok).toBe(true)
    unwrap(await follower.flush())
    await vi.waitFor(() => expect(namesIn(writer)).toEqual(['Ana', 'Bo', 'Cem']))
  })

  it('the map is left once it is sealed, and no key stays', async () => {
    const { first, writer } = await twoTabs()
    let isClosed = false
    let closing = Promise.resolve()
    meanwhile(async () => {
      closing = writer.close().then(() => {
        isClosed = true
      })
      await aMoment()
      expect(isClosed).toBe(false)
    })
    unwrap(await writer.changeSeal(sealing()))
    await closing
    expect(await isSealed(first)).toBe(true)
    expect(await keysInMemory()).toBe(0)
    expect(await writer.changeSeal(sealing())).toEqual(CONFLICT)
  })

  it('leaving the map calls it off when nobody would see the recovery key', async () => {
    const { first, writer } = await twoTabs()
    let closing = Promise.resolve()
    meanwhile(() => {
      closing = writer.close()
    })
    expect(await writer.changeSeal(sealing(true))).toEqual(CONFLICT)
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
    expect(await writer.changeSeal(sealing())).toEqual({ ok: false, error: 'unknown' })
    post.mockRestore()
    await writer.close()
    expect(await keysInMemory()).toBe(0)
  })
})

it('hiding in a hurry calls off the change of a seal', async () => {
  const { first, writer } = await twoTabs()
  unwrap(await writer.changeSeal(sealing()))
  meanwhile(() => writer.dropKey())
  expect(await writer.changeSeal({ kind: 'unseal', secret })).toEqual(CONFLICT)
  expect(await isSealed(first)).toBe(true)
  expect(await keysInMemory()).toBe(0)
})

it('where tabs have no locks, one that thinks it writes is shut out when another seals', async () => {
  Object.defineProperty(navigator, 'locks', { configurable: true, value: null })
  const { writer, second } = await twoTabs()
  expect(second.roles).toEqual(['writer'])
  unwrap(await writer.changeSeal(sealing()))
  await vi.waitFor(() => expect(second.onLocked).toHaveBeenCalled())
})

describe('the key of a map', () => {
  it('that waits gives way to a later one', async () => {
    const { id, writer } = await twoTabs()
    unwrap(await writer.changeSeal(sealing()))
    const tab = await newTab()
    unwrap(await tab.keeping.unlock(id, secret))
    const before = await keysInMemory()
    unwrap(await tab.keeping.unlock(id, secret))
    expect(await keysInMemory()).toBe(before)
  })
})

describe('tabs that follow a sealed map', () => {
  it('hear nothing of it but that there is something new, and read that', async () => {
    const { id, writer } = await twoTabs()
    unwrap(await writer.changeSeal(sealing()))
    const tab = await newTab()
    unwrap(await tab.keeping.unlock(id, secret))
    const follower = await tab.open(id)
    const heard: unknown[] = []
    const channel = new BroadcastChannel(`allyscope-follow-${id}`)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => heard.push(data)
    for (const text of ['Bo', 'Cem', 'Dina']) {
      add(writer, text)
      unwrap(await writer.flush())
    }
    await vi.waitFor(() => expect(namesIn(follower)).toEqual(['Ana', 'Bo', 'Cem', 'Dina']))
    channel.close()
    expect(heard).toEqual(['news', 'news', 'news'])
  })
})
