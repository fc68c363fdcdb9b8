// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import type { Session } from '../../../src/app/keeping.ts'
import { quarantineServices } from '../../../src/app/reliability/quarantine.ts'
import { storedKeeping } from '../../../src/app/storedKeeping.ts'
import { own } from '../../../src/domain/check.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import type { Database } from '../../../src/storage/database.ts'
import { fromPlain } from '../../../src/storage/fromPlain.ts'
import { FORMAT_VERSION } from '../../../src/storage/types.ts'
import { DEFAULT_SAFETY, type SaveState } from '../../../src/views/services.ts'
import { badRows } from '../../support/badRows.ts'
import { fixtureOf, writeFixture } from '../../support/databaseFixture.ts'
import { fakeLocks } from '../storage/fakeLocks.ts'
import { docWith, fresh, openNamed, putRaw, stakeholder, unwrap } from '../storage/support.ts'
import { add, namesIn } from './storedTabs.ts'

const opened: { session?: Session; db: Database }[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const { session, db } of opened.splice(0)) {
    await session?.close()
    db.close()
  }
})

/** A disk, and how a map of it is opened for editing. */
async function diskWith(fill: (name: string) => Promise<void>) {
  const name = fresh('disk')
  await fill(name)
  const db = await openNamed(name)
  opened.push({ db })
  const keeping = storedKeeping(db)
  const saves: SaveState[] = []
  const open = async (id: MapId) => {
    const session = unwrap(
      await keeping.open(id, {
        onSave: (state) => saves.push(state),
        onRole: () => undefined,
        onSeal: () => undefined,
        onLocked: () => undefined,
        publicFirst: false,
      }),
    )
    opened.push({ session, db })
    return session
  }
  return { db, keeping, saves, open }
}

const olderDisk = () =>
  diskWith(async (name) => writeFixture(await fixtureOf('v1/beforeAliases.json'), name))

async function damagedDisk() {
  const disk = await diskWith(async () => undefined)
  const doc = docWith(stakeholder('good'))
  unwrap(await disk.keeping.create(doc))
  const rows = badRows(doc.info.id)
  for (const { row } of rows) await putRaw(disk.db, 'records', row)
  const copied = () =>
    vi.waitFor(async () => expect(await disk.db.dexie.quarantine.count()).toBe(rows.length))
  return { ...disk, id: doc.info.id, count: rows.length, copied }
}

const headerOf = async (db: Database) => {
  const [header]: unknown[] = await db.dexie.maps.toArray()
  return { id: asId<MapId>(String(own(header, 'id'))), header }
}

/** Whoever writes what `refuses` says, is told that the disk is full. */
function fullFor(db: Database, refuses: (stores: string[]) => boolean) {
  const connection = db.connection()
  if (!connection) throw new Error('a connection')
  const begin = connection.transaction.bind(connection)
  return vi.spyOn(connection, 'transaction').mockImplementation((stores, mode, options) => {
    if (mode === 'readwrite' && refuses(typeof stores === 'string' ? [stores] : [...stores])) {
      throw new DOMException('full', 'QuotaExceededError')
    }
    return begin(stores, mode, options)
  })
}

it('upgrades a map of an older format when it is opened for editing, and saves what is typed meanwhile', async () => {
  const { db, saves, open } = await olderDisk()
  const { id } = await headerOf(db)
  const session = await open(id)
  const people = namesIn(session)
  expect(people).toHaveLength(9)
  add(session, 'Typed at once')
  unwrap(await session.flush())
  const { header } = await headerOf(db)
  expect(header).toMatchObject({ formatVersion: FORMAT_VERSION, rev: 5 })
  expect(saves.at(-1)).toEqual({ status: 'saved' })
  expect(await db.dexie.restorePoints.count()).toBe(1)
  await session.close()
  const again = await open(id)
  expect(namesIn(again)).toEqual([...people, 'Typed at once'])
  await again.close()
  expect(await db.dexie.restorePoints.count()).toBe(1)
})

it('says that nothing can be saved while the disk is too full to upgrade, and goes on when there is room', async () => {
  const { db, saves, open } = await olderDisk()
  const { id, header } = await headerOf(db)
  const records = await db.dexie.records.toArray()
  const full = fullFor(db, (stores) => stores.includes('restorePoints'))
  const session = await open(id)
  add(session, 'Not lost')
  expect(await session.flush()).toEqual({ ok: false, error: 'quota' })
  expect(saves.at(-1)).toMatchObject({ status: 'not saved', code: 'quota' })
  expect(namesIn(session)).toContain('Not lost')
  expect((await headerOf(db)).header).toEqual(header)
  expect(await db.dexie.records.toArray()).toEqual(records)
  full.mockRestore()
  unwrap(await session.flush())
  expect(saves.at(-1)).toEqual({ status: 'saved' })
  expect((await headerOf(db)).header).toMatchObject({ formatVersion: FORMAT_VERSION })
})

it('sets what can’t be read aside before anything is written', async () => {
  const { db, saves, open, id, count, copied } = await damagedDisk()
  const full = fullFor(db, (stores) => stores.includes('quarantine'))
  const session = await open(id)
  expect(session.unreadable).toBe(count)
  add(session, 'Ann')
  expect(await session.flush()).toEqual({ ok: false, error: 'quota' })
  expect(saves.at(-1)).toMatchObject({ status: 'not saved', code: 'quota' })
  full.mockRestore()
  unwrap(await session.flush())
  await copied()
  expect(saves.at(-1)).toEqual({ status: 'saved' })
  expect(await db.dexie.records.count()).toBe(count + 2)
})

it('tells of the damaged parts of the open map, saves them as a file and forgets them', async () => {
  const { db, keeping, open, id, count, copied } = await damagedDisk()
  const session = await open(id)
  await copied()
  const quarantine = quarantineServices({ stock: keeping.stock, session: () => session })
  const parts = unwrap(await quarantine.list())
  expect(parts).toHaveLength(count)
  expect(parts.every(({ isStill, reason }) => isStill && reason !== '')).toBe(true)
  const file: unknown = JSON.parse(unwrap(await quarantine.exported()))
  expect(file).toMatchObject({ format: 'allyscope damaged parts', formatVersion: 1 })
  const saved = own(unwrap(fromPlain(own(file, 'values'))), 'parts')
  expect(saved).toHaveLength(count)
  unwrap(await quarantine.discard())
  expect(unwrap(await quarantine.list())).toEqual([])
  expect(await db.dexie.records.count()).toBe(1)
  expect(await db.dexie.quarantine.count()).toBe(0)
})

it('is through with the upgrade before another tab takes the map over', async () => {
  Object.defineProperty(navigator, 'locks', { configurable: true, value: fakeLocks() })
  try {
    const { db, keeping, saves, open } = await olderDisk()
    const { id } = await headerOf(db)
    const first = await open(id)
    add(first, 'From the first tab')
    const second = unwrap(
      await keeping.open(id, {
        onSave: (state) => saves.push(state),
        onRole: () => undefined,
        onSeal: () => undefined,
        onLocked: () => undefined,
        publicFirst: false,
      }),
    )
    opened.push({ session: second, db })
    // Refused until then, and asked for again.
    await vi.waitFor(() => {
      second.takeOver()
      expect(second.map.store.state.getState().readOnly).toBe(false)
    })
    add(second, 'From the second')
    unwrap(await second.flush())
    expect(namesIn(second).slice(-2)).toEqual(['From the first tab', 'From the second'])
    expect(saves.some(({ status }) => status === 'not saved')).toBe(false)
    expect((await headerOf(db)).header).toMatchObject({ formatVersion: FORMAT_VERSION })
    expect(await db.dexie.restorePoints.count()).toBe(1)
  } finally {
    Reflect.deleteProperty(navigator, 'locks')
  }
})

it('opens beside rows of junk in the other tables', async () => {
  const { db, keeping, open, id } = await damagedDisk()
  const junk = { view: 'dragon', filter: [1], drafts: 5, panels: null, camera: { x: Number.NaN } }
  for (const state of [undefined, null, 7, [], junk, new Map(), new Uint8Array(3)]) {
    await putRaw(db, 'viewStates', { mapId: id, state })
    const session = await open(id)
    expect(namesIn(session)).toEqual(['Name of good'])
    await session.close()
  }
  for (const value of [undefined, null, {}, [], Number.NaN, new Date()]) {
    await putRaw(db, 'settings', { key: 'lastOpen', value })
    await putRaw(db, 'settings', { key: 'safety', value })
    expect(await keeping.lastOpen()).toBeNull()
    expect(await keeping.safety()).toEqual(DEFAULT_SAFETY)
  }
})

it('asks whoever leaves while the map is being upgraded: what was typed meanwhile is not on the disk yet', async () => {
  const { db, open } = await olderDisk()
  const { id } = await headerOf(db)
  const session = await open(id)
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(leave()).toBe(false)
  add(session, 'Typed at once')
  expect(leave()).toBe(true)
  unwrap(await session.flush())
  expect(leave()).toBe(false)
})

it('tries again to make a map ready after a connection that was dropped', async () => {
  const { db, saves, open } = await olderDisk()
  const { id } = await headerOf(db)
  const connection = db.connection()
  if (!connection) throw new Error('a connection')
  const begin = connection.transaction.bind(connection)
  const dropped = vi
    .spyOn(connection, 'transaction')
    .mockImplementation((stores, mode, options) => {
      if (mode === 'readwrite') throw new DOMException('dropped', 'InvalidStateError')
      return begin(stores, mode, options)
    })
  const session = await open(id)
  add(session, 'Not lost')
  expect(await session.flush()).toEqual({ ok: false, error: 'closed' })
  dropped.mockRestore()
  unwrap(await session.flush())
  expect(saves.at(-1)).toEqual({ status: 'saved' })
  expect(namesIn(session)).toContain('Not lost')
})
