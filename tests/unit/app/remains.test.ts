import { expect, it, vi } from 'vitest'
import { asId, type MapDoc, type MapId } from '../../../src/domain/records.ts'
import type { PointId } from '../../../src/domain/restorePoints.ts'
import { mapsRemembered } from '../../../src/storage/canary.ts'
import { contentOf, writePoint } from '../../../src/storage/restorePoints.ts'
import { OPTIONS, withPassphrase } from '../storage/sealedSupport.ts'
import {
  docWith,
  plain,
  putRaw,
  stakeholder,
  unwrap,
  type WholeDatabase,
} from '../storage/support.ts'
import { lossStage } from './lossStage.ts'

const { files, start, startNew, withMaps } = lossStage()

/** The map's own row is gone, and its second copy too. */
async function lose(db: WholeDatabase, id: MapId) {
  await db.dexie.maps.delete(id)
  files().clear()
}

const keepPoint = async (db: WholeDatabase, doc: MapDoc) =>
  unwrap(
    await writePoint(
      { db, mapId: doc.info.id, key: null },
      {
        id: asId<PointId>('point'),
        at: '2026-02-01T10:00:00.000Z',
        rev: 1,
        reason: 'opened',
        name: '',
        ...contentOf(doc),
      },
    ),
  )

it('offers a map whose own row and second copy are gone, and brings all of it back', async () => {
  const other = docWith()
  const doc = docWith(stakeholder('a', 'Ada'), stakeholder('b', 'Bo'))
  const { id } = doc.info
  const { db } = await withMaps(other, doc)
  await keepPoint(db, doc)
  await lose(db, id)
  const { recovery, repository } = await start(db)
  // Counted fewer at the start: nobody has deleted it.
  expect(mapsRemembered()).toBe(2)
  expect(await recovery.copies()).toMatchObject([
    {
      id,
      name: doc.info.name,
      changedAt: new Date('2026-02-01T10:00:00.000Z'),
      remains: { stakeholders: 2, isShut: false },
    },
  ])
  expect(await recovery.gone()).toBe(0)
  unwrap(await recovery.restore(id))
  expect(plain(unwrap(await repository.loadMap(id)).doc)).toEqual(plain(doc))
  expect(await recovery.copies()).toEqual([])
  expect(await recovery.gone()).toBe(0)
  expect(await recovery.restore(id)).toMatchObject({ error: 'missing' })
})

it('is a loss, and no newcomer’s device, when rows are all that tells of maps', async () => {
  const doc = docWith({
    ...stakeholder('a', 'Ada'),
    confidentiality: { level: 'confidential', publicStance: null },
  })
  const { db } = await withMaps(doc)
  await lose(db, doc.info.id)
  localStorage.setItem('allyscope-maps', '')
  const { maps, recovery } = await start(db)
  expect(maps.getState()).toMatchObject({ isLost: true })
  // Without a restore point it has no name; somebody hidden is not even counted.
  expect(await recovery.copies()).toMatchObject([
    {
      name: 'Map whose name was lost',
      changedAt: null,
      remains: { stakeholders: 0, isShut: false },
    },
  ])
  unwrap(await recovery.restore(doc.info.id))
  expect(mapsRemembered()).toBe(1)
})

it('puts back a whole copy rather than the rows, and the rows rather than a damaged copy', async () => {
  const docs = [docWith(stakeholder('a')), docWith(stakeholder('b'))]
  const [whole, damaged] = docs.map(({ info }) => info.id)
  if (!whole || !damaged) throw new Error('no ids')
  const { db } = await withMaps(...docs)
  await db.dexie.maps.clear()
  files().set(damaged, new Blob(['not whole']))
  const { recovery, repository } = await start(db)
  const copies = await recovery.copies()
  expect(copies.find(({ id }) => id === whole)?.remains).toBeUndefined()
  expect(copies.find(({ id }) => id === damaged)?.remains).toBeDefined()
  for (const { id } of copies) unwrap(await recovery.restore(id))
  expect(unwrap(await repository.listMaps()).maps).toHaveLength(2)
})

it('says of a sealed map that it can’t be opened, unless what its passphrase opens lies beside it', async () => {
  const app = await startNew()
  const doc = docWith(stakeholder('a', 'Ada'))
  const { id } = doc.info
  unwrap(await app.keeping.createSealed(doc, OPTIONS))
  await app.tend()
  const spare = files().get(id)
  if (!spare) throw new Error('no copy')
  await lose(app.db, id)
  const { recovery, keeping } = await start(app.db)
  expect(await recovery.copies()).toMatchObject([
    { name: '', sealed: true, counts: [], remains: { stakeholders: null, isShut: true } },
  ])
  expect(await recovery.restore(id)).toMatchObject({ error: 'missing' })
  files().set(`${id}.before`, spare)
  expect(await recovery.copies()).toMatchObject([{ remains: { isShut: false } }])
  unwrap(await recovery.restore(id))
  unwrap(await keeping.unlock(id, withPassphrase()))
})

it('forgets what is left of a map only when somebody wants that, and then misses it no more', async () => {
  const docs = [docWith(), docWith(stakeholder('a'))]
  const id = docs[1]?.info.id ?? asId<MapId>('')
  const { db } = await withMaps(...docs)
  await lose(db, id)
  const { recovery } = await start(db)
  const copies = await recovery.copies()
  expect(await db.dexie.records.count()).toBe(1)
  unwrap(await recovery.forgetCopies(copies))
  expect(await db.dexie.records.count()).toBe(0)
  expect(mapsRemembered()).toBe(1)
  const again = await start(db)
  expect(await again.recovery.copies()).toEqual([])
  expect(await again.recovery.gone()).toBe(0)
})

it('forgets the rows with a copy, so that they don’t turn up later', async () => {
  const docs = [docWith(), docWith(stakeholder('a'))]
  const id = docs[1]?.info.id ?? asId<MapId>('')
  const { db } = await withMaps(...docs)
  await db.dexie.maps.delete(id)
  const { recovery } = await start(db)
  unwrap(await recovery.forgetCopies(await recovery.copies()))
  expect(await recovery.copies()).toEqual([])
  expect(await recovery.gone()).toBe(0)
})

it('misses maps of which nothing is left until somebody knows, and never those deleted on purpose', async () => {
  const docs = [docWith(), docWith(stakeholder('a')), docWith(stakeholder('b')), docWith()]
  const ids = docs.map(({ info }) => info.id)
  const { db, keeping } = await withMaps(...docs)
  unwrap(await keeping.deleteForever(ids[3] ?? asId<MapId>('')))
  await lose(db, ids[1] ?? asId<MapId>(''))
  await lose(db, ids[2] ?? asId<MapId>(''))
  await db.dexie.records
    .where('[mapId+id]')
    .equals([String(ids[2]), 'b'])
    .delete()
  const { recovery, keeping: second } = await start(db)
  expect([mapsRemembered(), await recovery.gone()]).toEqual([3, 1])
  // Another one is deleted on purpose: the one before is still missed.
  unwrap(await second.deleteForever(ids[0] ?? asId<MapId>('')))
  expect(await recovery.gone()).toBe(1)
  await recovery.acceptGone()
  expect([mapsRemembered(), await recovery.gone()]).toEqual([1, 0])
  expect(await recovery.copies()).toHaveLength(1)
})

it('counts no row twice that can’t be read and has a copy', async () => {
  const docs = [docWith(), docWith()]
  const { db } = await withMaps(...docs)
  await putRaw(db, 'maps', { id: docs[0]?.info.id, rev: 'seven' })
  await db.dexie.maps.delete(docs[1]?.info.id ?? '')
  files().delete(docs[1]?.info.id ?? '')
  const { recovery } = await start(db)
  expect(await recovery.copies()).toHaveLength(1)
  expect(await recovery.gone()).toBe(1)
})

it('reads no rows of maps that are there', async () => {
  const { db, recovery } = await withMaps(docWith(stakeholder('a')), docWith(stakeholder('b')))
  const all = vi.spyOn(IDBObjectStore.prototype, 'getAll')
  expect(await recovery.copies()).toEqual([])
  const read = all.mock.contexts.map((store) => (store instanceof IDBObjectStore ? store.name : ''))
  expect(read.filter((name) => name !== 'maps')).toEqual([])
  all.mockRestore()
  db.close()
})

it('is told on, however many maps are made afterwards, until somebody says that it is known', async () => {
  const { keeping, recovery, repository, db } = await withMaps(docWith(), docWith(), docWith())
  const [lost, kept] = unwrap(await repository.listMaps()).maps
  if (!lost || !kept) throw new Error('no maps')
  await db.dexie.records.where('mapId').equals(lost.id).delete()
  await lose(db, lost.id)
  expect(await recovery.gone()).toBe(1)
  unwrap(await keeping.create(docWith()))
  unwrap(await keeping.duplicate(kept.id, asId<MapId>('copy'), 'Copy'))
  unwrap(await keeping.createSealed(docWith(), OPTIONS))
  expect([mapsRemembered(), await recovery.gone()]).toEqual([6, 1])
  await recovery.acceptGone()
  expect([mapsRemembered(), await recovery.gone()]).toEqual([5, 0])
})
