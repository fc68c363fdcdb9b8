import { Dexie } from 'dexie'
import { expect, it, vi } from 'vitest'
import { openDatabase } from '../../../src/storage/database.ts'
import { docWith, fresh, openNamed, repositoryOn, settle, unwrap } from './support.ts'

const openAtVersion = (name: string, version: number, onBlocked?: () => void) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(request.error?.message))
    request.onblocked = () => onBlocked?.()
  })

it('opens an empty database and finds it again', async () => {
  const name = fresh('db')
  const first = await openNamed(name)
  const header = unwrap(await repositoryOn(first).createMap(docWith(), null))
  first.close()
  const second = await openNamed(name)
  expect(unwrap(await repositoryOn(second).loadMap(header.id)).rev).toBe(1)
})

it('says as a value that there is no IndexedDB, or that it is denied', async () => {
  const missing = await openDatabase({ indexedDB: null })
  expect(missing).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  const deny: IDBFactory['open'] = () => {
    throw new DOMException('not in private windows', 'SecurityError')
  }
  const denied = await openDatabase({
    indexedDB: Object.assign(Object.create(indexedDB), { open: deny }),
    name: fresh('db'),
  })
  expect(denied).toMatchObject({ ok: false, error: { code: 'unavailable' } })
})

it('refuses a database made by a newer build, and leaves it as it is', async () => {
  const name = fresh('db')
  const newer = new Dexie(name)
  newer.version(3).stores({ maps: 'id', novelties: 'id' })
  await newer.open()
  await newer.table('maps').put({ id: 'a' })
  newer.close()
  expect(await openDatabase({ indexedDB, name })).toMatchObject({
    ok: false,
    error: { code: 'newer' },
  })
  const after = await openAtVersion(name, 30)
  expect([...after.objectStoreNames]).toEqual(['maps', 'novelties'])
  after.close()
})

it('lets go at once of a database that a newer build wants to upgrade', async () => {
  const name = fresh('db')
  const onClosing = vi.fn<() => void>()
  const onClosed = vi.fn<() => void>()
  const onBlocked = vi.fn<() => void>()
  const db = await openNamed(name, { onClosing, onClosed })
  const upgraded = await openAtVersion(name, 30, onBlocked)
  expect(upgraded.version).toBe(30)
  expect(onClosing).toHaveBeenCalledTimes(1)
  expect(onClosed).toHaveBeenCalledTimes(1)
  expect(onBlocked).not.toHaveBeenCalled()
  // It must not come back by itself and write old-shaped rows.
  expect(await repositoryOn(db).createMap(docWith(), null)).toMatchObject({
    ok: false,
    error: { code: 'closed' },
  })
  expect(await repositoryOn(db).listMaps()).toMatchObject({ ok: false, error: { code: 'closed' } })
  upgraded.close()
})

it('stores what is written in the last moment before it lets go', async () => {
  const name = fresh('db')
  const doc = docWith()
  const db = await openNamed(name, {
    onClosing: () => void repositoryOn(db).createMap(doc, null),
  })
  const upgraded = await openAtVersion(name, 30)
  const request = upgraded.transaction('maps').objectStore('maps').count()
  await settle()
  expect(request.result).toBe(1)
  upgraded.close()
})

it('reports an older tab that does not let go', async () => {
  const name = fresh('db')
  const stubborn = await openAtVersion(name, 5)
  const onBlocked = vi.fn<() => void>()
  const opening = openDatabase({ indexedDB, name, onBlocked })
  await settle()
  expect(onBlocked).toHaveBeenCalled()
  stubborn.close()
  unwrap(await opening).close()
})

it('opens the connection again after the browser dropped it', async () => {
  const db = await openNamed(fresh('db'))
  const connection = unwrap(await db.connect())
  connection.close()
  connection.onclose?.(new Event('close'))
  expect(db.connection()).toBeNull()
  unwrap(await repositoryOn(db).createMap(docWith(), null))
  expect(db.connection()).not.toBeNull()
})

it('says that it is gone when the site’s data was cleared under it', async () => {
  const name = fresh('db')
  const onClosed = vi.fn<() => void>()
  const db = await openNamed(name, { onClosed })
  const connection = unwrap(await db.connect())
  const onclose = connection.onclose?.bind(connection)
  connection.onversionchange = null
  connection.close()
  db.dexie.close({ disableAutoOpen: false })
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve
  })
  onclose?.(new Event('close'))
  await vi.waitFor(() => expect(onClosed).toHaveBeenCalledTimes(1))
  expect(await db.connect()).toMatchObject({ ok: false, error: { code: 'closed' } })
})

it('works on after the page was kept for the back button, and still lets go then', async () => {
  const name = fresh('db')
  const onClosed = vi.fn<() => void>()
  const db = await openNamed(name, { onClosed })
  // What Dexie does when the page is put aside.
  db.dexie.close({ disableAutoOpen: false })
  const header = unwrap(await repositoryOn(db).createMap(docWith(), null))
  db.dexie.close({ disableAutoOpen: false })
  const upgraded = await openAtVersion(name, 30)
  expect(onClosed).toHaveBeenCalledTimes(1)
  upgraded.close()
  expect(await repositoryOn(db).loadMap(header.id)).toMatchObject({ error: { code: 'closed' } })
})

it('reads on after the page was kept for the back button', async () => {
  const db = await openNamed(fresh('db'))
  db.dexie.close({ disableAutoOpen: false })
  expect(unwrap(await repositoryOn(db).listMaps()).maps).toEqual([])
})
