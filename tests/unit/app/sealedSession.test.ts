// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { Session } from '../../../src/app/keeping.ts'
import type { MapId } from '../../../src/domain/records.ts'
import { NO_FILTER } from '../../../src/store/viewSettings.ts'
import type { MapListState } from '../../../src/views/services.ts'
import { docOf, stakeholder, unwrap } from '../../support/records.ts'
import { dump, OPTIONS, withPassphrase } from '../storage/sealedSupport.ts'
import { add, namesIn, storedTabs, type Tab, toSeal } from './storedTabs.ts'

/** Deriving a key is slow on purpose. */
vi.mock('../../../src/sealing/kdf.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  ARGON2ID: { memory: 256, passes: 1, lanes: 1 },
}))

const newTab = storedTabs()

/** A tab in which a clear map with Anahit in it is open for writing. */
async function clearMap() {
  const tab = await newTab()
  const doc = docOf([stakeholder('a', { name: 'Anahit' })])
  unwrap(await tab.keeping.create(doc))
  const session = unwrap(await tab.open(doc.info.id))
  return { ...tab, session, id: doc.info.id }
}

/** Opens a sealed map in a tab that has not had it open yet. */
async function unlocked(tab: Tab, id: MapId): Promise<Session> {
  unwrap(await tab.keeping.unlock(id, withPassphrase()))
  return unwrap(await tab.open(id))
}

describe('a map that is made sealed', () => {
  it('opens once with the key that waits for it, and is locked after', async () => {
    const tab = await newTab()
    const doc = docOf([stakeholder('a', { name: 'Zwetschge' })])
    unwrap(await tab.keeping.createSealed(doc, OPTIONS))
    expect(await dump(tab.db)).not.toContain('Zwetschge')
    const session = unwrap(await tab.open(doc.info.id))
    expect(tab.seals.at(-1)).toEqual({ sealed: true, hasRecoveryKey: true })
    add(session, 'Quetsche')
    unwrap(await session.flush())
    session.map.settings.setState({ filter: { ...NO_FILTER, text: 'Zwetschge' } })
    await session.close()
    expect(await dump(tab.db)).not.toMatch(/Zwetschge|Quetsche/u)

    expect(await tab.open(doc.info.id)).toEqual({ ok: false, error: 'locked' })
    const wrong = withPassphrase('wrong')
    expect(await tab.keeping.unlock(doc.info.id, wrong)).toEqual({
      ok: false,
      error: 'wrong secret',
    })
    expect(await tab.open(doc.info.id)).toEqual({ ok: false, error: 'locked' })
    unwrap(await tab.keeping.unlock(doc.info.id, withPassphrase()))
    const again = unwrap(await tab.open(doc.info.id))
    expect(namesIn(again)).toEqual(['Zwetschge', 'Quetsche'])
    expect(again.map.settings.getState().filter.text).toBe('Zwetschge')
  })

  it('is listed without name and counts', async () => {
    const tab = await newTab()
    const lists: MapListState[] = []
    tab.keeping.observe((list) => lists.push(list))
    unwrap(await tab.keeping.createSealed(docOf([stakeholder('a')]), OPTIONS))
    await vi.waitFor(() =>
      expect(lists.at(-1)).toMatchObject({
        maps: [{ id: 'map-1', name: '', sealed: true, counts: [0, 0, 0, 0, 0] }],
      }),
    )
  })

  it('is locked for who let the key go before opening it', async () => {
    const tab = await newTab()
    const doc = docOf([])
    unwrap(await tab.keeping.createSealed(doc, OPTIONS))
    tab.keeping.dropKeys(doc.info.id)
    tab.keeping.dropKeys()
    expect(await tab.open(doc.info.id)).toEqual({ ok: false, error: 'locked' })
  })
})

describe('the seal of an open map', () => {
  it('is put on while it stays open, with all that can be undone', async () => {
    const { db, session, seals, roles, id } = await clearMap()
    add(session, 'Bogdana')
    expect(seals).toEqual([{ sealed: false, hasRecoveryKey: false }])
    unwrap(await session.changeSeal(toSeal()))
    expect(seals.at(-1)).toEqual({ sealed: true, hasRecoveryKey: false })
    expect(roles.at(-1)).toBe('writer')
    expect(await dump(db)).not.toMatch(/Anahit|Bogdana|Water/u)
    expect(namesIn(session)).toEqual(['Anahit', 'Bogdana'])
    session.map.store.undo()
    add(session, 'Cemile')
    unwrap(await session.flush())
    expect(await dump(db)).not.toContain('Cemile')
    await session.close()
    const tab = await newTab()
    expect(await tab.open(id)).toEqual({ ok: false, error: 'locked' })
    unwrap(await tab.keeping.unlock(id, withPassphrase()))
    expect(namesIn(unwrap(await tab.open(id)))).toEqual(['Anahit', 'Cemile'])
  })

  it('is changed and taken off', async () => {
    const { session, seals, id } = await clearMap()
    unwrap(await session.changeSeal(toSeal()))
    const better = { passphrase: 'better', withRecoveryKey: true }
    const wrong = withPassphrase('wrong')
    const refused = { ok: false, error: 'wrong secret' }
    expect(await session.changeSeal({ kind: 'change', secret: wrong, options: better })).toEqual(
      refused,
    )
    const changed = await session.changeSeal({
      kind: 'change',
      secret: withPassphrase(),
      options: better,
    })
    expect(unwrap(changed).recoveryKey).toMatch(/^\w{4}(-\w{4}){8}$/u)
    expect(seals.at(-1)).toEqual({ sealed: true, hasRecoveryKey: true })
    add(session, 'Bogdana')
    unwrap(await session.flush())
    expect(await session.changeSeal({ kind: 'unseal', secret: withPassphrase() })).toEqual(refused)
    const now = withPassphrase('better')
    unwrap(await session.changeSeal({ kind: 'unseal', secret: now }))
    expect(seals.at(-1)).toEqual({ sealed: false, hasRecoveryKey: false })
    add(session, 'Cemile')
    unwrap(await session.flush())
    await session.close()
    expect(namesIn(unwrap(await (await newTab()).open(id)))).toEqual([
      'Anahit',
      'Bogdana',
      'Cemile',
    ])
  })

  it('is not changed by a tab that only follows', async () => {
    const { id } = await clearMap()
    const second = await newTab()
    const follower = unwrap(await second.open(id))
    expect(second.roles.at(-1)).toBe('follower')
    expect(await follower.changeSeal(toSeal())).toEqual({ ok: false, error: 'conflict' })
  })

  it('lets nothing be changed meanwhile, so that nothing is lost', async () => {
    const { session, id } = await clearMap()
    add(session, 'Bogdana')
    const sealing = session.changeSeal(toSeal())
    expect(add(session, 'Nobody').ok).toBe(false)
    unwrap(await sealing)
    expect(add(session, 'Cemile').ok).toBe(true)
    await session.close()
    const tab = await newTab()
    unwrap(await tab.keeping.unlock(id, withPassphrase()))
    expect(namesIn(unwrap(await tab.open(id)))).toEqual(['Anahit', 'Bogdana', 'Cemile'])
  })
})

describe('other tabs', () => {
  it('that follow a map are shut out when it is sealed, and leave nothing clear behind', async () => {
    const { db, session, id } = await clearMap()
    const second = await newTab()
    const follower = unwrap(await second.open(id))
    follower.map.settings.setState({ filter: { ...NO_FILTER, text: 'Zwetschge' } })
    unwrap(await session.changeSeal(toSeal()))
    await vi.waitFor(() => expect(second.onLocked).toHaveBeenCalledOnce())
    await follower.close()
    expect(await dump(db)).not.toContain('Zwetschge')
  })

  it('follow a sealed map with a key of their own, and take it over', async () => {
    const { session, id } = await clearMap()
    unwrap(await session.changeSeal(toSeal()))
    const second = await newTab()
    expect(await second.open(id)).toEqual({ ok: false, error: 'locked' })
    unwrap(await second.keeping.unlock(id, withPassphrase()))
    const follower = unwrap(await second.open(id))
    expect(second.roles.at(-1)).toBe('follower')
    add(session, 'Bogdana')
    await vi.waitFor(() => expect(namesIn(follower)).toEqual(['Anahit', 'Bogdana']))
    follower.takeOver()
    await vi.waitFor(() => expect(second.roles.at(-1)).toBe('writer'), 3000)
    expect(add(follower, 'Cemile').ok).toBe(true)
    await vi.waitFor(() => expect(namesIn(session)).toEqual(['Anahit', 'Bogdana', 'Cemile']))
  })

  it('go on without a key when the seal is taken off', async () => {
    const { session, id } = await clearMap()
    unwrap(await session.changeSeal(toSeal()))
    const second = await newTab()
    unwrap(await second.keeping.unlock(id, withPassphrase()))
    unwrap(await second.open(id))
    unwrap(await session.changeSeal({ kind: 'unseal', secret: withPassphrase() }))
    await vi.waitFor(() =>
      expect(second.seals.at(-1)).toEqual({ sealed: false, hasRecoveryKey: false }),
    )
    expect(second.onLocked).not.toHaveBeenCalled()
  })
})

describe('locking', () => {
  it('hands over what was typed last, then hears and writes nothing more', async () => {
    const { db, session, id } = await clearMap()
    unwrap(await session.changeSeal(toSeal()))
    const [second, third] = [await newTab(), await newTab()]
    const follower = await unlocked(second, id)
    const witness = await unlocked(third, id)
    follower.dropKey()
    add(session, 'Bogdana')
    session.flushNow()
    session.dropKey()
    // Whoever follows has heard of it by now.
    await vi.waitFor(() => expect(namesIn(witness)).toEqual(['Anahit', 'Bogdana']))
    expect(namesIn(follower)).toEqual(['Anahit'])
    witness.takeOver()
    await vi.waitFor(() => expect(witness.map.store.state.getState().readOnly).toBe(false))
    const viewState = () => db.dexie.viewStates.get(id)
    const before = await viewState()
    for (const one of [session, witness])
      one.map.settings.setState({ filter: { ...NO_FILTER, text: 'Zwetschge' } })
    window.dispatchEvent(new Event('pagehide'))
    // What the witness's tab has written would have been written by this one before, now and a moment later.
    await vi.waitFor(async () => expect(await viewState()).not.toEqual(before))
    await witness.close()
    expect(await dump(db)).not.toMatch(/Zwetschge|Bogdana/u)
    await session.close()
    await follower.close()
    expect(namesIn(await unlocked(await newTab(), id))).toEqual(['Anahit', 'Bogdana'])
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
