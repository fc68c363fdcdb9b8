import { expect, it } from 'vitest'
import type { PointId } from '../../../src/domain/restorePoints.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import type { Database } from '../../../src/storage/database.ts'
import { eraseMap } from '../../../src/storage/mapChanges.ts'
import { findRemains, rebuilt } from '../../../src/storage/remains.ts'
import { contentOf, writePoint } from '../../../src/storage/restorePoints.ts'
import { sealedMapOf } from './sealedSupport.ts'
import {
  docWith,
  fresh,
  openNamed,
  plain,
  putRaw,
  repositoryOn,
  stakeholder,
  unwrap,
} from './support.ts'

const AS = { name: 'Map brought back', now: '2026-03-04T05:06:07.000Z' }

/** A database with these maps; the row of the first is gone. */
async function withLost(...docs: ReturnType<typeof docWith>[]) {
  const db = await openNamed(fresh('db'))
  for (const doc of docs) unwrap(await repositoryOn(db).createMap(doc, null))
  const [first] = docs
  if (!first) throw new Error('no map')
  const { id } = first.info
  await db.dexie.maps.delete(id)
  return { db, id }
}

const pointOf = (db: Database, doc: ReturnType<typeof docWith>, at: string, rev: number) =>
  writePoint(
    { db, mapId: doc.info.id, key: null },
    { id: asId<PointId>(at), at, rev, reason: 'opened', name: '', ...contentOf(doc) },
  )

it('finds nothing in a database that is whole, however many maps and rows it has', async () => {
  const db = await openNamed(fresh('db'))
  const docs = [docWith(), docWith(stakeholder('a'), stakeholder('b')), docWith(stakeholder('c'))]
  for (const doc of docs) unwrap(await repositoryOn(db).createMap(doc, null))
  expect(unwrap(await findRemains(db))).toEqual([])
})

it('finds maps without a row of their own, by their records or by their restore points alone', async () => {
  const docs = [
    docWith(stakeholder('a'), stakeholder('b')),
    docWith(stakeholder('c')),
    docWith(stakeholder('d')),
  ]
  const { db, id } = await withLost(...docs)
  const last = docs[2]
  if (!last) throw new Error('no map')
  unwrap(await pointOf(db, last, AS.now, 1))
  await db.dexie.maps.delete(last.info.id)
  await db.dexie.records.where('[mapId+id]').equals([last.info.id, 'd']).delete()
  const found = unwrap(await findRemains(db))
  expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    [id, last.info.id].toSorted().map((one) => ({ id: one, isSealed: false })),
  )
})

it('takes no map for lost that is deleted for good, nor one that others make or delete at this moment', async () => {
  const { db, id } = await withLost(docWith(stakeholder('a')))
  unwrap(await eraseMap(db, id))
  // As if a late row had got past the claims.
  await putRaw(db, 'records', { mapId: id, id: 'late', rev: 1, record: {} })
  expect(unwrap(await findRemains(db))).toEqual([])
  const repository = repositoryOn(db)
  const docs = Array.from({ length: 12 }, () => docWith(stakeholder('a'), stakeholder('b')))
  const looks: Promise<unknown>[] = []
  for (const doc of docs) {
    const made = repository.createMap(doc, null)
    looks.push(findRemains(db).then(unwrap))
    unwrap(await made)
    const gone = repository.deleteForever(doc.info.id)
    looks.push(findRemains(db).then(unwrap))
    unwrap(await gone)
  }
  for (const found of await Promise.all(looks)) expect(found).toEqual([])
})

it('tells a sealed map by its claims, and where those are gone by its boxes', async () => {
  const { db, id } = await sealedMapOf(docWith(stakeholder('a')))
  await db.dexie.maps.delete(id)
  expect(unwrap(await findRemains(db))).toEqual([{ id, isSealed: true }])
  await db.dexie.claims.clear()
  expect(unwrap(await findRemains(db))).toEqual([{ id, isSealed: true }])
})

it('passes over rows whose keys make no sense', async () => {
  const { db, id } = await withLost(docWith(stakeholder('a')))
  await putRaw(db, 'records', { mapId: 7, id: 'x' })
  await putRaw(db, 'records', { mapId: ['a'], id: [] })
  await putRaw(db, 'records', { mapId: id, id: [[[]]] })
  expect(unwrap(await findRemains(db))).toEqual([{ id, isSealed: false }])
})

it('reads the records, and all that the lost row said out of the newest restore point that can be read', async () => {
  const doc = docWith(stakeholder('a', 'Ada'), stakeholder('b', 'Bo'))
  const { db, id } = await withLost(doc)
  const named = { ...doc, info: { ...doc.info, name: 'Newest name', goal: 'A well' } }
  unwrap(await pointOf(db, doc, '2026-02-01T00:00:00.000Z', 3))
  unwrap(await pointOf(db, named, '2026-02-02T00:00:00.000Z', 8))
  const damaged = { mapId: id, id: 'x', at: '2026-02-03T00:00:00.000Z', rev: 9, reason: 'opened' }
  await putRaw(db, 'restorePoints', { ...damaged, content: { packing: 'gzip', bytes: 7 } })
  const found = unwrap(await rebuilt(db, id, AS))
  expect(plain(found.doc)).toEqual(plain(named))
  expect(found).toMatchObject({
    pointAt: '2026-02-03T00:00:00.000Z',
    rows: [],
    header: { id, rev: 9, info: named.info, createdAt: '2026-02-01T00:00:00.000Z' },
  })
})

it('has a neutral name for a map without restore points, and keeps what can’t be read out of it', async () => {
  const { db, id } = await withLost(docWith(stakeholder('a', 'Ada')))
  await putRaw(db, 'records', { mapId: id, id: 'junk', rev: 4, record: 'junk' })
  const found = unwrap(await rebuilt(db, id, AS))
  expect([...found.doc.stakeholders.values()].map(({ name }) => name)).toEqual(['Ada'])
  expect(found).toMatchObject({
    pointAt: null,
    header: { rev: 4, changedAt: AS.now, info: { name: AS.name, we: '' } },
  })
})

it('takes the records too out of the restore point where they are gone', async () => {
  const doc = docWith(stakeholder('a', 'Ada'))
  const { db, id } = await withLost(doc)
  unwrap(await pointOf(db, doc, AS.now, 1))
  await db.dexie.records.clear()
  const found = unwrap(await rebuilt(db, id, AS))
  expect(plain(found.doc)).toEqual(plain(doc))
  expect(found.rows).toMatchObject([{ mapId: id, id: 'a', record: { name: 'Ada' } }])
  await db.dexie.restorePoints.clear()
  expect(await rebuilt(db, id, AS)).toMatchObject({ error: { code: 'missing' } })
})

it('erases what is left, but never a map that has a row of its own', async () => {
  const kept = docWith(stakeholder('b'))
  const { db, id } = await withLost(docWith(stakeholder('a')), kept)
  expect(await eraseMap(db, kept.info.id, { onlyRemains: true })).toMatchObject({
    error: { code: 'conflict' },
  })
  unwrap(await eraseMap(db, id, { onlyRemains: true }))
  expect(await db.dexie.records.toArray()).toMatchObject([{ mapId: kept.info.id }])
  expect(await db.dexie.maps.toCollection().primaryKeys()).toEqual([kept.info.id])
  expect(await db.dexie.claims.get([id, 0, 'deleted'])).toBeDefined()
  const late = await repositoryOn(db).createMap(
    { ...docWith(), info: { ...kept.info, id: asId<MapId>(id) } },
    null,
  )
  expect(late).toMatchObject({ ok: false })
})
