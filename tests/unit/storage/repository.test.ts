import { expect, it } from 'vitest'
import { applyDiff, diffOf } from '../../../src/domain/diff.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { rowsOf, writeMap } from '../../../src/storage/mapWrite.ts'
import { createSmallValues } from '../../../src/storage/smallValues.ts'
import { FORMAT_VERSION, type MapList } from '../../../src/storage/types.ts'
import {
  added,
  docWith,
  fresh,
  openNamed,
  plain,
  repositoryOn,
  settle,
  stakeholder,
  unwrap,
} from './support.ts'

const aMapId = () => asId<MapId>(fresh('map'))

it('keeps a map and gives it back', async () => {
  const repository = repositoryOn(await openNamed(fresh('db')))
  const doc = docWith(stakeholder('a'), stakeholder('b', 'Ärzte für سلام 🌍'))
  const header = unwrap(await repository.createMap(doc, { picture: [1, 2] }))
  const loaded = unwrap(await repository.loadMap(header.id))
  expect(plain(loaded.doc)).toEqual(plain(doc))
  expect(loaded.rev).toBe(1)
  expect(loaded.unreadable).toEqual([])
  expect(unwrap(await repository.listMaps()).maps).toEqual([
    {
      id: doc.info.id,
      rev: 1,
      formatVersion: FORMAT_VERSION,
      info: doc.info,
      summary: { picture: [1, 2] },
      changedAt: '2026-01-02T03:04:05.000Z',
      createdAt: '2026-01-02T03:04:05.000Z',
      deletedAt: null,
    },
  ])
})

it('does not mix up the records of two maps', async () => {
  const repository = repositoryOn(await openNamed(fresh('db')))
  const one = docWith(stakeholder('a', 'One'))
  const two = docWith(stakeholder('a', 'Two'))
  unwrap(await repository.createMap(one, null))
  unwrap(await repository.createMap(two, null))
  expect(plain(unwrap(await repository.loadMap(one.info.id)).doc)).toEqual(plain(one))
  expect(plain(unwrap(await repository.loadMap(two.info.id)).doc)).toEqual(plain(two))
})

it('refuses to make a map whose id is taken', async () => {
  const repository = repositoryOn(await openNamed(fresh('db')))
  const doc = docWith(stakeholder('a'))
  unwrap(await repository.createMap(doc, null))
  expect(await repository.createMap(doc, null)).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  })
})

it('lists the latest change first and tells live observers, also of another connection', async () => {
  const name = fresh('db')
  let time = 0
  const now = () => `2026-01-01T00:00:0${(time += 1)}.000Z`
  const mine = repositoryOn(await openNamed(name), now)
  const theirs = repositoryOn(await openNamed(name), now)
  const lists: MapList[] = []
  const stop = mine.observeMaps((list) => lists.push(unwrap(list)))
  const old = unwrap(await theirs.createMap(docWith(), null))
  const young = unwrap(await mine.createMap(docWith(), null))
  await settle()
  expect(lists.at(-1)?.maps.map(({ id }) => id)).toEqual([young.id, old.id])
  unwrap(await theirs.renameMap(old.id, { name: 'Renamed', summary: null }, 1))
  await settle()
  expect(lists.at(-1)?.maps.map(({ info }) => info.name)).toEqual(['Renamed', 'Water for all'])
  stop()
  const heard = lists.length
  unwrap(await mine.deleteForever(old.id))
  await settle()
  expect(lists.length).toBe(heard)
})

it('renames, but not over a change that the person has not seen', async () => {
  const repository = repositoryOn(await openNamed(fresh('db')))
  const { id } = unwrap(await repository.createMap(docWith(stakeholder('a')), null))
  expect(
    unwrap(await repository.renameMap(id, { name: 'Clean water', summary: null }, 1)).rev,
  ).toBe(2)
  expect(await repository.renameMap(id, { name: 'Dirty water', summary: null }, 1)).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  })
  const { doc } = unwrap(await repository.loadMap(id))
  expect(doc.info.name).toBe('Clean water')
  expect(doc.stakeholders.size).toBe(1)
})

it('lets only one of two renames at the same moment through', async () => {
  const repository = repositoryOn(await openNamed(fresh('db')))
  const { id } = unwrap(await repository.createMap(docWith(), null))
  const results = await Promise.all([
    repository.renameMap(id, { name: 'One', summary: null }, 1),
    repository.renameMap(id, { name: 'Two', summary: null }, 1),
  ])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
})

it('puts a map in the bin, takes it out, and deletes it for good', async () => {
  const db = await openNamed(fresh('db'))
  const repository = repositoryOn(db)
  const doc = docWith(stakeholder('a'))
  const { id } = unwrap(await repository.createMap(doc, null))
  expect(unwrap(await repository.binMap(id)).deletedAt).toBe('2026-01-02T03:04:05.000Z')
  expect(unwrap(await repository.listMaps()).maps).toHaveLength(1)
  expect(unwrap(await repository.restoreMap(id)).deletedAt).toBeNull()
  expect(plain(unwrap(await repository.loadMap(id)).doc)).toEqual(plain(doc))
  unwrap(await createSmallValues(db).saveViewState(id, { zoom: 2 }))
  unwrap(await repository.deleteForever(id))
  expect(await repository.loadMap(id)).toMatchObject({ ok: false, error: { code: 'missing' } })
  expect(await db.dexie.records.count()).toBe(0)
  expect(await db.dexie.viewStates.count()).toBe(0)
  expect(await db.dexie.claims.count()).toBe(1)
  unwrap(await repository.deleteForever(id))
})

it('does not let a late write bring a deleted map back', async () => {
  const db = await openNamed(fresh('db'))
  const repository = repositoryOn(db)
  const header = unwrap(await repository.createMap(docWith(), null))
  unwrap(await repository.deleteForever(header.id))
  const late = { header: { ...header, rev: 2 }, by: 'me', firstRev: 2, rows: rowsOf([added('a')]) }
  expect(await writeMap(db, late)).toMatchObject({ ok: false, error: { code: 'missing' } })
  expect(await db.dexie.maps.count()).toBe(0)
  expect(await db.dexie.records.count()).toBe(0)
})

it('writes nothing of a map when one value cannot be stored', async () => {
  const db = await openNamed(fresh('db'))
  const repository = repositoryOn(db)
  const result = await repository.createMap(docWith(stakeholder('a')), () => 'not data')
  expect(result).toMatchObject({ ok: false, error: { code: 'unknown' } })
  await settle()
  expect(await db.dexie.records.count()).toBe(0)
  expect(await db.dexie.claims.count()).toBe(0)
})

it('keeps view states and settings', async () => {
  const values = createSmallValues(await openNamed(fresh('db')))
  const id = aMapId()
  expect(unwrap(await values.loadViewState(id))).toBeUndefined()
  unwrap(await values.saveViewState(id, { camera: { x: 1, y: 2, zoom: 3 } }))
  expect(unwrap(await values.loadViewState(id))).toEqual({ camera: { x: 1, y: 2, zoom: 3 } })
  unwrap(await values.setSetting('language', 'fr'))
  unwrap(await values.setSetting('language', 'ar'))
  expect(unwrap(await values.getSetting('language'))).toBe('ar')
})

it('takes rows as they stand after several commits, also when added and removed between', () => {
  const removed = diffOf({ removed: [stakeholder('a')] })
  expect([...rowsOf([added('a', 'b'), removed])]).toEqual([
    ['a', null],
    ['b', stakeholder('b')],
  ])
  expect(applyDiff(docWith(), added('a')).stakeholders.size).toBe(1)
})
