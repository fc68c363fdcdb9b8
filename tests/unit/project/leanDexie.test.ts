import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, vi } from 'vitest'
import { leanDexie, leanDexiePlugin } from '../../../build/leanDexiePlugin.ts'
import { openDatabase } from '../../../src/storage/database.ts'
import { readAside } from '../../../src/storage/aside.ts'
import { createSmallValues } from '../../../src/storage/smallValues.ts'
import type { MapList } from '../../../src/storage/types.ts'
import { databaseFixtures, writeFixture } from '../../support/databaseFixture.ts'
import { docWith, fresh, openNamed, repositoryOn, stakeholder, unwrap } from '../storage/support.ts'

const DEXIE = createRequire(import.meta.url).resolve('dexie/dist/modern/dexie.mjs')
const text = await readFile(DEXIE, 'utf8')

// Storage runs here on what the build makes of Dexie.
vi.mock('dexie', async () => {
  const { leanDexie: lean } = await import('../../../build/leanDexiePlugin.ts')
  const whole = await readFile(
    createRequire(import.meta.url).resolve('dexie/dist/modern/dexie.mjs'),
    'utf8',
  )
  const folder = await mkdtemp(join(tmpdir(), 'lean-dexie-'))
  try {
    const file = join(folder, 'dexie.mjs')
    await writeFile(file, lean(whole).replace(/^\/\/# sourceMappingURL.*$/m, ''))
    return await import(pathToFileURL(file).href)
  } finally {
    await rm(folder, { recursive: true })
  }
})

it('is Dexie without what writes, searches and caches', async () => {
  const { dexie } = await openNamed(fresh('db'))
  expect(dexie.maps).not.toHaveProperty('put')
  expect(dexie.maps.toCollection()).not.toHaveProperty('modify')
  expect(dexie).not.toHaveProperty('delete')
  expect(leanDexie(text).split('\n')).toHaveLength(text.split('\n').length)
})

it('makes the tables, reads them whole and by key, and tells other connections of changes', async () => {
  const name = fresh('db')
  const db = await openNamed(name)
  const mine = repositoryOn(db)
  const theirs = repositoryOn(await openNamed(name))
  const lists: MapList[] = []
  const stop = theirs.observeMaps((list) => lists.push(unwrap(list)))
  const doc = docWith(stakeholder('a', 'Ada'), stakeholder('b'))
  const { id } = unwrap(await mine.createMap(doc, null))
  unwrap(await mine.createMap(docWith(stakeholder('c')), null))
  const { doc: read } = unwrap(await theirs.loadMap(id))
  expect([...read.stakeholders.keys()]).toEqual([...doc.stakeholders.keys()])
  await vi.waitFor(() => expect(lists.at(-1)?.maps).toHaveLength(2))
  unwrap(await mine.renameMap(id, { name: 'Clean water', summary: null }, 1))
  await vi.waitFor(() =>
    expect(lists.at(-1)?.maps.map(({ info }) => info.name)).toContain('Clean water'),
  )
  stop()
  const values = createSmallValues(db)
  unwrap(await values.setSetting('language', 'de'))
  expect(unwrap(await values.getSetting('language'))).toBe('de')
  expect(unwrap(await readAside(db, id))).toEqual({ restorePoints: [], quarantine: [] })
  expect(await db.dexie.records.limit(1).count()).toBe(1)
  expect(await mine.loadMap(docWith().info.id)).toMatchObject({ error: { code: 'missing' } })
})

it.each(await databaseFixtures())('upgrades the database $name', async (fixture) => {
  const name = fresh('db')
  await writeFixture(fixture, name)
  const db = await openNamed(name)
  expect(await db.dexie.records.toArray()).toEqual(fixture.rows['records'])
  expect([...unwrap(await db.connect()).objectStoreNames]).toContain('quarantine')
})

it('lets go of a database for a newer build, and then refuses it', async () => {
  const name = fresh('db')
  const onClosed = vi.fn<() => void>()
  const db = await openNamed(name, { onClosed })
  const upgraded = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 30)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error('not upgraded')))
  })
  upgraded.close()
  expect(onClosed).toHaveBeenCalledTimes(1)
  expect(await repositoryOn(db).listMaps()).toMatchObject({ error: { code: 'closed' } })
  expect(await openDatabase({ indexedDB, name })).toMatchObject({ error: { code: 'newer' } })
})

it('asks of Dexie itself only what the build keeps', async () => {
  const storage = join(import.meta.dirname, '../../../src/storage')
  const files = await readdir(storage)
  const sources = await Promise.all(files.map((file) => readFile(join(storage, file), 'utf8')))
  const asked = sources.join('\n').match(/(?<=\bDexie\.)\w+/g)
  expect(new Set(asked)).toEqual(new Set(['minKey', 'maxKey', 'on']))
})

it('breaks the build when Dexie is another one, or lacks what is cut', async () => {
  const { transform } = leanDexiePlugin()
  if (typeof transform !== 'object') throw new Error('a transform with a filter')
  const change = (code: string) => Reflect.apply(transform.handler, undefined, [code])
  expect(change(text)).toMatchObject({ code: leanDexie(text) })
  expect(() => change(`${text}\n`)).toThrow('leanDexiePlugin.ts')
  expect(() => leanDexie(text.replace('bulkPut(', 'bulk('))).not.toThrow()
  expect(() => leanDexie(text.replace('this.use(cacheMiddleware)', ''))).toThrow('cacheMiddleware')
  expect(() => leanDexie(text.replace('_whenReady(fn) {', 'soon(fn) {'))).toThrow('_whenReady')
})
