// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SealChange, Session } from '../../../src/app/keeping.ts'
import { storedKeeping } from '../../../src/app/storedKeeping.ts'
import { addStakeholders } from '../../../src/domain/commands/stakeholders.ts'
import { stakeholdersInOrder } from '../../../src/domain/doc.ts'
import type { MapId } from '../../../src/domain/records.ts'
import { type Database, openDatabase } from '../../../src/storage/database.ts'
import { NO_FILTER } from '../../../src/store/viewSettings.ts'
import type { MapListState, SaveState, SealState, TabRole } from '../../../src/views/services.ts'
import { docOf, stakeholder, unwrap } from '../../support/records.ts'
import { fakeLocks } from '../storage/fakeLocks.ts'
import { dump } from '../storage/sealedSupport.ts'

/** Deriving a key is slow on purpose. */
vi.mock('../../../src/sealing/kdf.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  ARGON2ID: { memory: 256, passes: 1, lanes: 1 },
}))

const PASSPHRASE = 'crumb ladder vivid otter plan moss'
const options = { passphrase: PASSPHRASE, withRecoveryKey: false }
const secret = { kind: 'passphrase', passphrase: PASSPHRASE } as const
const SEAL: SealChange = { kind: 'seal', options }

let databases = 0
let name = ''
const opened: Database[] = []
const sessions: Session[] = []

/** One tab: what it may ask for, and what its views are told. */
async function newTab() {
  const db = unwrap(await openDatabase({ indexedDB, name }))
  opened.push(db)
  const keeping = storedKeeping(db)
  const saves: SaveState[] = []
  const roles: TabRole[] = []
  const seals: SealState[] = []
  let locked = 0
  const open = async (id: MapId, publicFirst = false) => {
    const session = await keeping.open(id, {
      onSave: (state) => saves.push(state),
      onRole: (role) => roles.push(role),
      onSeal: (state) => seals.push(state),
      onLocked: () => {
        locked += 1
      },
      publicFirst,
    })
    if (!session.ok) return session
    sessions.push(session.value)
    await vi.waitFor(() => expect(roles.length).toBeGreaterThan(0))
    return session
  }
  return { db, keeping, saves, roles, seals, open, locked: () => locked }
}

const add = ({ map: { store } }: Session, text: string) =>
  store.dispatch(addStakeholders([text]), { action: 'add', stakeholders: [] })
const namesIn = ({ map: { store } }: Session) =>
  stakeholdersInOrder(store.state.getState().doc).map((one) => one.name)

/** A tab in which a clear map with Ana in it is open for writing. */
async function clearMap() {
  const tab = await newTab()
  const doc = docOf([stakeholder('a', { name: 'Ana' })])
  unwrap(await tab.keeping.create(doc))
  const session = unwrap(await tab.open(doc.info.id))
  return { ...tab, session, id: doc.info.id }
}

beforeEach(() => {
  name = `sealed-session-${(databases += 1)}`
  Object.defineProperty(navigator, 'locks', { configurable: true, value: fakeLocks() })
})

afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close()
  for (const db of opened.splice(0)) db.close()
})

describe('a map that is made sealed', () => {
  it('opens once with the key that waits for it, and is locked after', async () => {
    const tab = await newTab()
    const doc = docOf([stakeholder('a', { name: 'Zwetschge' })])
    unwrap(await tab.keeping.createSealed(doc, { ...options, withRecoveryKey: true }))
    expect(await dump(tab.db)).not.toContain('Zwetschge')
    const session = unwrap(await tab.open(doc.info.id))
    expect(tab.seals.at(-1)).toEqual({ sealed: true, hasRecoveryKey: true })
    add(session, 'Quetsche')
    unwrap(await session.flush())
    session.map.settings.setState({ filter: { ...NO_FILTER, text: 'Zwetschge' } })
    await session.close()
    expect(await dump(tab.db)).not.toMatch(/Zwetschge|Quetsche/u)

    expect(await tab.open(doc.info.id)).toEqual({ ok: false, error: 'locked' })
    const wrong = { kind: 'passphrase', passphrase: 'wrong' } as const
    expect(await tab.keeping.unlock(doc.info.id, wrong)).toEqual({
      ok: false,
      error: 'wrong secret',
    })
    expect(await tab.open(doc.info.id)).toEqual({ ok: false, error: 'locked' })
    unwrap(await tab.keeping.unlock(doc.info.id, secret))
    const again = unwrap(await tab.open(doc.info.id))
    expect(namesIn(again)).toEqual(['Zwetschge', 'Quetsche'])
    expect(again.map.settings.getState().filter.text).toBe('Zwetschge')
  })

  it('is listed without name and counts', async () => {
    const tab = await newTab()
    const lists: MapListState[] = []
    tab.keeping.observe((list) => lists.push(list))
    unwrap(await tab.keeping.createSealed(docOf([stakeholder('a')]), options))
    await vi.waitFor(() =>
      expect(lists.at(-1)).toMatchObject({
        maps: [{ id: 'map-1', name: '', sealed: true, counts: [0, 0, 0, 0, 0] }],
      }),
    )
  })

  it('is locked for who let the key go before opening it', async () => {
    const tab = await newTab()
    const doc = docOf([])
    unwrap(await tab.keeping.createSealed(doc, options))
    tab.keeping.dropKeys(doc.info.id)
    tab.keeping.dropKeys()
    expect(await tab.open(doc.info.id)).toEqual({ ok: false, error: 'locked' })
  })
})

describe('the seal of an open map', () => {
  it('is put on while it stays open, with all that can be undone', async () => {
    const { db, session, seals, roles, id } = await clearMap()
    add(session, 'Bo')
    expect(seals).toEqual([{ sealed: false, hasRecoveryKey: false }])
    unwrap(await session.changeSeal(SEAL))
    expect(seals.at(-1)).toEqual({ sealed: true, hasRecoveryKey: false })
    expect(roles.at(-1)).toBe('writer')
    expect(await dump(db)).not.toMatch(/Ana|Bo\b|Water/u)
    expect(namesIn(session)).toEqual(['Ana', 'Bo'])
    session.map.store.undo()
    add(session, 'Cem')
    unwrap(await session.flush())
    expect(await dump(db)).not.toContain('Cem')
    await session.close()
    const tab = await newTab()
    expect(await tab.open(id)).toEqual({ ok: false, error: 'locked' })
    unwrap(await tab.keeping.unlock(id, secret))
    expect(namesIn(unwrap(await tab.open(id)))).toEqual(['Ana', 'Cem'])
  })

  it('is changed and taken off', async () => {
    const { session, seals, id } = await clearMap()
    unwrap(await session.changeSeal(SEAL))
    const better = { passphrase: 'better', withRecoveryKey: true }
    const wrong = { kind: 'passphrase', passphrase: 'wrong' } as const
    const refused = { ok: false, error: 'wrong secret' }
    expect(await session.changeSeal({ kind: 'change', secret: wrong, options: better })).toEqual(
      refused,
    )
    const changed = await session.changeSeal({ kind: 'change', secret, options: better })
    expect(unwrap(changed).recoveryKey).toMatch(/^\w{4}(-\w{4}){8}$/u)
    expect(seals.at(-1)).toEqual({ sealed: true, hasRecoveryKey: true })
    add(session, 'Bo')
    unwrap(await session.flush())
    expect(await session.changeSeal({ kind: 'unseal', secret })).toEqual(refused)
    const now = { kind: 'passphrase', passphrase: 'better' } as const
    unwrap(await session.changeSeal({ kind: 'unseal', secret: now }))
    expect(seals.at(-1)).toEqual({ sealed: false, hasRecoveryKey: false })
    add(session, 'Cem')
    unwrap(await session.flush())
    await session.close()
    expect(namesIn(unwrap(await (await newTab()).open(id)))).toEqual(['Ana', 'Bo', 'Cem'])
  })

  it('is not changed by a tab that only follows', async () => {
    const { id } = await clearMap()
    const second = await newTab()
    const follower = unwrap(await second.open(id))
    expect(second.roles.at(-1)).toBe('follower')
    expect(await follower.changeSeal(SEAL)).toEqual({ ok: false, error: 'conflict' })
  })

  it('lets nothing be changed meanwhile, so that nothing is lost', async () => {
    const { session, id } = await clearMap()
    add(session, 'Bo')
    const sealing = session.changeSeal(SEAL)
    expect(add(session, 'Nobody').ok).toBe(false)
    unwrap(await sealing)
    expect(add(session, 'Cem').ok).toBe(true)
    await session.close()
    const tab = await newTab()
    unwrap(await tab.keeping.unlock(id, secret))
    expect(namesIn(unwrap(await tab.open(id)))).toEqual(['Ana', 'Bo', 'Cem'])
  })
})

describe('other tabs', () => {
  it('that follow a map are shut out when it is sealed, and leave nothing clear behind', async () => {
    const { db, session, id } = await clearMap()
    const second = await newTab()
    const follower = unwrap(await second.open(id))
    follower.map.settings.setState({ filter: { ...NO_FILTER, text: 'Zwetschge' } })
    unwrap(await session.changeSeal(SEAL))
    await vi.waitFor(() => expect(second.locked()).toBe(1))
    await follower.close()
    expect(await dump(db)).not.toContain('Zwetschge')
  })

  it('follow a sealed map with a key of their own, and take it over', async () => {
    const { session, id } = await clearMap()
    unwrap(await session.changeSeal(SEAL))
    const second = await newTab()
    expect(await second.open(id)).toEqual({ ok: false, error: 'locked' })
    unwrap(await second.keeping.unlock(id, secret))
    const follower = unwrap(await second.open(id))
    expect(second.roles.at(-1)).toBe('follower')
    add(session, 'Bo')
    await vi.waitFor(() => expect(namesIn(follower)).toEqual(['Ana', 'Bo']))
    follower.takeOver()
    await vi.waitFor(() => expect(second.roles.at(-1)).toBe('writer'), 3000)
    expect(add(follower, 'Cem').ok).toBe(true)
    await vi.waitFor(() => expect(namesIn(session)).toEqual(['Ana', 'Bo', 'Cem']))
  })

  it('go on without a key when the seal is taken off', async () => {
    const { session, id } = await clearMap()
    unwrap(await session.changeSeal(SEAL))
    const second = await newTab()
    unwrap(await second.keeping.unlock(id, secret))
    unwrap(await second.open(id))
    unwrap(await session.changeSeal({ kind: 'unseal', secret }))
    await vi.waitFor(() =>
      expect(second.seals.at(-1)).toEqual({ sealed: false, hasRecoveryKey: false }),
    )
    expect(second.locked()).toBe(0)
  })
})

describe('locking', () => {
  it('hands over what was typed last, then hears and writes nothing more', async () => {
    const { db, session, id } = await clearMap()
    unwrap(await session.changeSeal(SEAL))
    const second = await newTab()
    unwrap(await second.keeping.unlock(id, secret))
    const follower = unwrap(await second.open(id))
    follower.dropKey()
    add(session, 'Bo')
    session.flushNow()
    session.dropKey()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(namesIn(follower)).toEqual(['Ana'])
    session.map.settings.setState({ filter: { ...NO_FILTER, text: 'Zwetschge' } })
    window.dispatchEvent(new Event('pagehide'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await dump(db)).not.toMatch(/Zwetschge|Bo\b/u)
    await session.close()
    await follower.close()
    const third = await newTab()
    unwrap(await third.keeping.unlock(id, secret))
    expect(namesIn(unwrap(await third.open(id)))).toEqual(['Ana', 'Bo'])
  })
})

describe('safety settings', () => {
  it('are kept; what was damaged is as by default', async () => {
    const { keeping, db } = await newTab()
    const byDefault = { publicFirst: false, lockAfter: 5, lockWhenHidden: false }
    expect(await keeping.safety()).toEqual(byDefault)
    const careful = { publicFirst: true, lockAfter: null, lockWhenHidden: true }
    keeping.setSafety(careful)
    expect(await keeping.safety()).toEqual(careful)
    for (const odd of ['odd', { lockAfter: -1, publicFirst: 'yes', lockWhenHidden: 1 }]) {
      await db.dexie.settings.put({ key: 'safety', value: odd })
      expect(await keeping.safety()).toEqual(byDefault)
    }
  })

  it('open every map in public preview when so chosen, also one last seen by the team', async () => {
    const { session, id } = await clearMap()
    session.map.settings.setState({ filter: { ...NO_FILTER, text: 'Zwetschge' } })
    await session.close()
    const again = unwrap(await (await newTab()).open(id, true))
    expect(again.map.settings.getState()).toMatchObject({ audience: 'public', filter: NO_FILTER })
    expect(again.map.store.state.getState().floor).not.toBeNull()
  })
})
