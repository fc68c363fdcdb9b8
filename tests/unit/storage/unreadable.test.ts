import { expect, it } from 'vitest'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { rowsOf, writeMap } from '../../../src/storage/mapWrite.ts'
import { FORMAT_VERSION } from '../../../src/storage/types.ts'
import {
  added,
  docWith,
  fresh,
  openNamed,
  plain,
  putRaw,
  repositoryOn,
  stakeholder,
  unwrap,
} from './support.ts'

const aMapId = () => asId<MapId>(fresh('map'))

it('duplicates a map under another id and name', async () => {
  const db = await openNamed(fresh('db'))
  const repository = repositoryOn(db)
  const doc = docWith(stakeholder('a'), stakeholder('b'))
  unwrap(await repository.createMap(doc, 'picture'))
  const bad = { mapId: doc.info.id, id: 'x', rev: 1, record: { type: 'stakeholder', id: 'x' } }
  await putRaw(db, 'records', bad)
  const newId = aMapId()
  const header = unwrap(await repository.duplicateMap(doc.info.id, { newId, name: 'Copy' }))
  expect(header).toMatchObject({ id: newId, rev: 1, summary: 'picture' })
  const copy = unwrap(await repository.loadMap(newId))
  expect(copy.doc.info).toEqual({ ...doc.info, id: newId, name: 'Copy' })
  expect(copy.doc.stakeholders).toEqual(doc.stakeholders)
  expect(copy.unreadable).toMatchObject([{ id: 'x', raw: { record: bad.record } }])
})

it('opens a map around rows that it cannot read, and leaves them alone', async () => {
  const db = await openNamed(fresh('db'))
  const repository = repositoryOn(db)
  const doc = docWith(stakeholder('good'))
  const mapId = doc.info.id
  unwrap(await repository.createMap(doc, null))
  const bad = [
    { mapId, id: 'x1', rev: 1, record: null },
    { mapId, id: 'x2', rev: 1 },
    { mapId, id: 'x3', rev: 1, record: { type: 'dragon', id: 'x3' } },
    { mapId, id: 'x4', rev: 1, record: { ...stakeholder('x4'), influence: 7 } },
    { mapId, id: 'x5', rev: 1, record: stakeholder('other') },
    { mapId, id: 'x6', rev: 1, record: { ...doc.info, id: 'x6', name: 'Impostor' } },
  ]
  for (const row of bad) await putRaw(db, 'records', row)
  const loaded = unwrap(await repository.loadMap(mapId))
  expect(plain(loaded.doc)).toEqual(plain(doc))
  expect(loaded.unreadable.map(({ raw }) => raw)).toEqual(bad)
  expect(loaded.unreadable.every(({ reason }) => reason !== '')).toBe(true)
  expect(await db.dexie.records.count()).toBe(bad.length + 1)
})

it('opens a map whose own record is damaged, and carries that along when saving', async () => {
  const db = await openNamed(fresh('db'))
  const repository = repositoryOn(db)
  const doc = docWith(stakeholder('a'))
  const header = unwrap(await repository.createMap(doc, null))
  const damaged = { ...doc.info, alliesSide: 'above' }
  await putRaw(db, 'maps', { ...header, info: damaged })
  const loaded = unwrap(await repository.loadMap(header.id))
  expect(loaded.doc.stakeholders.size).toBe(1)
  expect(loaded.unreadable).toMatchObject([{ raw: damaged }])
  unwrap(await repository.renameMap(header.id, { name: 'New name', summary: null }, 1))
  const again = unwrap(await repository.loadMap(header.id))
  expect(again.doc.info.name).toBe('New name')
  expect(again.unreadable).toMatchObject([{ raw: damaged }])
})

it('lists headers that it cannot read apart from the others', async () => {
  const db = await openNamed(fresh('db'))
  const repository = repositoryOn(db)
  unwrap(await repository.createMap(docWith(), null))
  await putRaw(db, 'maps', { id: 'odd', rev: 'many' })
  const list = unwrap(await repository.listMaps())
  expect(list.maps).toHaveLength(1)
  expect(list.unreadable).toMatchObject([{ id: 'odd', raw: { rev: 'many' } }])
  expect(await repository.loadMap(asId<MapId>('odd'))).toMatchObject({ ok: false })
})

it('refuses a map of a newer format, for reading and for writing', async () => {
  const db = await openNamed(fresh('db'))
  const repository = repositoryOn(db)
  const header = unwrap(await repository.createMap(docWith(), null))
  await putRaw(db, 'maps', { ...header, rev: 2, formatVersion: FORMAT_VERSION + 1 })
  await putRaw(db, 'claims', { mapId: header.id, rev: 2, by: 'newer build' })
  const refused = { ok: false, error: { code: 'newer' } }
  expect(await repository.loadMap(header.id)).toMatchObject(refused)
  expect(await repository.renameMap(header.id, { name: 'x', summary: null }, 2)).toMatchObject(
    refused,
  )
  const late = { header: { ...header, rev: 2 }, by: 'me', firstRev: 2, rows: rowsOf([added('a')]) }
  expect(await writeMap(db, late)).toMatchObject(refused)
})
