import { expect, it, vi } from 'vitest'
import { own } from '../../../src/domain/check.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import type { PointId } from '../../../src/domain/restorePoints.ts'
import { fail } from '../../../src/domain/result.ts'
import { mapsRemembered, rememberMaps } from '../../../src/storage/canary.ts'
import { headOf, readCopy } from '../../../src/storage/copyFile.ts'
import { storageFailure } from '../../../src/storage/failure.ts'
import { mapsFromRaw } from '../../../src/storage/rawCopy.ts'
import { listPoints, readPoint } from '../../../src/storage/restorePoints.ts'
import { OPTIONS, sealedMapOf, withPassphrase } from '../storage/sealedSupport.ts'
import { docWith, plain, putRaw, stakeholder, unwrap } from '../storage/support.ts'
import { lossStage } from './lossStage.ts'

const { files, start, startNew, withMaps } = lossStage()

it('takes an empty list for what it is: new, emptied on purpose, or a loss', async () => {
  const isLost = async () => {
    const { maps } = await startNew()
    const state = maps.getState()
    return state.status === 'ready' && state.isLost
  }
  expect(await isLost()).toBe(false)
  const doc = docWith(stakeholder('a'))
  const { keeping } = await withMaps(doc)
  expect(await isLost()).toBe(true)
  unwrap(await keeping.deleteForever(doc.info.id))
  expect(mapsRemembered()).toBe(0)
  expect(files().size).toBe(0)
  expect(await isLost()).toBe(false)
})

it('knows a loss by the number alone, and by the copies alone', async () => {
  rememberMaps(2)
  const { recovery, maps } = await startNew()
  expect(maps.getState()).toMatchObject({ isLost: true })
  expect(await recovery.mapsBefore()).toBe(2)
  expect(await recovery.copies()).toEqual([])
  recovery.startAnew()
  expect(maps.getState()).toEqual({ status: 'ready', maps: [] })
  expect(mapsRemembered()).toBe(0)
  await withMaps(docWith())
  rememberMaps(0)
  const again = await startNew()
  expect(again.maps.getState()).toMatchObject({ isLost: true })
  expect(await again.recovery.copies()).toHaveLength(1)
})

it('does not count a map any more before it is deleted on purpose, so that a page killed in between misses none', async () => {
  const docs = [docWith(), docWith()]
  const { keeping, db } = await withMaps(...docs)
  const [first, second] = docs.map(({ info }) => info.id)
  if (!first || !second) throw new Error('no ids')
  const asked = vi.spyOn(db, 'connection').mockImplementationOnce(() => {
    expect(mapsRemembered()).toBe(1)
    return null
  })
  unwrap(await keeping.deleteForever(first))
  expect(asked).toHaveBeenCalled()
  expect(mapsRemembered()).toBe(1)
  // Not deleted after all, it counts again.
  vi.spyOn(db, 'connection').mockReturnValue(null)
  const refused = storageFailure('quota', 'full')
  vi.spyOn(db, 'connect').mockResolvedValue(fail(refused))
  expect(await keeping.deleteForever(second)).toMatchObject({ error: 'quota' })
  expect(mapsRemembered()).toBe(1)
})

it('knows a loss though maps were deleted on purpose before it', async () => {
  const docs = [docWith(), docWith()]
  const { keeping, db } = await withMaps(...docs)
  unwrap(await keeping.deleteForever(docs[0]?.info.id ?? asId<MapId>('')))
  await Promise.all([db.dexie.maps.clear(), db.dexie.records.clear()])
  files().clear()
  const again = await start(db)
  expect(again.maps.getState()).toMatchObject({ isLost: true })
  expect(await again.recovery.mapsBefore()).toBe(1)
})

it('shows what is left of the maps, and puts them back', async () => {
  const docs = [docWith(stakeholder('a', 'Ada')), docWith(stakeholder('b', 'Bo'))]
  await withMaps(...docs)
  const damaged = docs[1]?.info.id ?? ''
  files().set(damaged, new Blob(['not whole']))
  const { recovery, repository } = await startNew()
  const copies = await recovery.copies()
  expect(copies.map(({ id, changedAt }) => [id, changedAt === null])).toEqual([
    [docs[0]?.info.id, false],
    [damaged, true],
  ])
  const [first] = copies
  if (!first || !docs[0]) throw new Error('no copy')
  unwrap(await recovery.restore(first.id))
  expect(plain(unwrap(await repository.loadMap(first.id)).doc)).toEqual(plain(docs[0]))
  expect(await recovery.restore(asId<MapId>(damaged))).toMatchObject({ error: 'unknown' })
  expect(await recovery.restore(first.id)).toMatchObject({ error: 'conflict' })
  unwrap(await recovery.forgetCopies(copies))
  expect([...files().keys()]).toEqual([first.id])
})

it('says of which maps the list counts the row among those that can’t be read', async () => {
  const docs = [docWith(), docWith()]
  const { db, recovery } = await withMaps(...docs)
  const [first, second] = docs.map(({ info }) => info.id)
  if (!first || !second) throw new Error('no ids')
  await putRaw(db, 'maps', { id: first })
  await db.dexie.maps.delete(second)
  const copies = await recovery.copies()
  expect(new Map(copies.map(({ id, isUnreadable }) => [id, isUnreadable]))).toEqual(
    new Map([
      [first, true],
      [second, undefined],
    ]),
  )
  expect(await recovery.gone()).toBe(0)
})

it('deletes the copies that were shown and no others, and none where it can’t be known what is lost', async () => {
  const docs = [docWith(), docWith()]
  await withMaps(...docs)
  const { recovery, db } = await startNew()
  const copies = await recovery.copies()
  const [first, second] = copies
  if (!first || !second) throw new Error('no copies')
  const list = vi.spyOn(db.dexie.maps, 'toArray').mockRejectedValue(new Error('broken'))
  expect(await recovery.forgetCopies(copies)).toMatchObject({ ok: false })
  expect(files().size).toBe(2)
  list.mockRestore()
  unwrap(await recovery.forgetCopies([first]))
  expect([...files().keys()]).toEqual([second.id])
})

it('keeps what stood in a sealed map before a newer copy took its place, sealed, until the map goes', async () => {
  const { db, id } = await sealedMapOf(docWith(stakeholder('a', 'Ada')))
  const app = await start(db)
  const older = await db.dexie.maps.get(id)
  unwrap(await app.keeping.bin(id))
  await app.tend()
  await putRaw(db, 'maps', older)
  await app.tend()
  const rows = await db.dexie.records.toArray()
  unwrap(await app.recovery.restore(id))
  const before = unwrap(await readCopy(files().get(`${id}.before`) ?? new Blob()))
  expect(before).toEqual({ header: older, rows })
  expect(await app.recovery.copies()).toEqual([])
  expect(await headOf(files().get(`${id}.before`) ?? new Blob())).toMatchObject({ sealed: true })
  const raw = JSON.parse(unwrap(await app.recovery.rawCopy()))
  expect(JSON.stringify(raw.values)).toContain('copies')
  expect(mapsFromRaw(JSON.stringify(raw))).toMatchObject({ value: [{ id }, { id }] })
  unwrap(await app.keeping.deleteForever(id))
  expect(files().size).toBe(0)
})

it('gets back the last changes when the database has gone back in time', async () => {
  const doc = docWith(stakeholder('a', 'Ada'))
  const { id } = doc.info
  const { keeping, db, tend, recovery, repository } = await withMaps(doc)
  const older = await db.dexie.maps.get(id)
  unwrap(await keeping.rename(id, 'Newest name'))
  await tend()
  await putRaw(db, 'maps', older)
  await tend()
  const [copy] = await recovery.copies()
  expect(copy).toMatchObject({ id, isNewer: true, name: 'Newest name' })
  unwrap(await recovery.restore(id))
  expect(unwrap(await repository.readHeader(id)).info.name).toBe('Newest name')
  expect(await recovery.copies()).toEqual([])
})

it('saves and restores raw copies, and says what became of each map', async () => {
  const docs = [docWith(), docWith(), docWith()]
  const { recovery, keeping, repository } = await withMaps(...docs)
  const text = await recovery.rawCopy()
  const ids = docs.map(({ info }) => info.id)
  if (!ids[0] || !ids[1]) throw new Error('no ids')
  unwrap(await keeping.deleteForever(ids[0]))
  expect(unwrap(await recovery.restoreRawCopy(unwrap(text)))).toEqual({
    restored: 0,
    there: 2,
    deleted: 1,
    failed: 0,
  })
  const other = await startNew()
  expect(unwrap(await other.recovery.restoreRawCopy(unwrap(text)))).toEqual({
    restored: 3,
    there: 0,
    deleted: 0,
    failed: 0,
  })
  expect(unwrap(await other.repository.listMaps()).maps).toHaveLength(3)
  expect(unwrap(await repository.listMaps()).maps).toHaveLength(2)
  expect(await recovery.restoreRawCopy('{}')).toMatchObject({ error: 'unknown' })
})

it('opens a sealed map whose key is damaged with the key of its copy, and mends it', async () => {
  const app = await startNew()
  const doc = docWith(stakeholder('a', 'Ada'))
  const { id } = doc.info
  unwrap(await app.keeping.createSealed(doc, OPTIONS))
  await app.tend()
  const row = structuredClone(await app.db.dexie.maps.get(id))
  const wrapped = own(own(own(own(row, 'sealed'), 'keys'), 'passphrase'), 'wrapped')
  if (!(wrapped instanceof Uint8Array)) throw new Error('no key')
  wrapped[20] = (wrapped[20] ?? 0) ^ 1
  await putRaw(app.db, 'maps', row)
  expect(await app.keeping.unlock(id, withPassphrase('another'))).toMatchObject({ ok: false })
  unwrap(await app.keeping.unlock(id, withPassphrase()))
  // From its own row again, without the copy.
  files().clear()
  unwrap(await app.keeping.unlock(id, withPassphrase()))
})

it.each(['clear', 'sealed'])(
  'makes a restore point of the copy of a %s map that was damaged, before the next copy is of the damaged one',
  async (kind) => {
    const page = Object.assign(new EventTarget(), {
      visibilityState: 'visible',
      activeElement: null,
    })
    vi.stubGlobal('document', page)
    vi.stubGlobal('window', page)
    const app = await startNew()
    const doc = docWith(stakeholder('a', 'Ada'), stakeholder('b', 'Bo'))
    const { id } = doc.info
    if (kind === 'clear') unwrap(await app.keeping.create(doc))
    else unwrap(await app.keeping.createSealed(doc, OPTIONS))
    await app.tend()
    const rows: unknown[] = await app.db.dexie.records.toArray()
    await putRaw(app.db, 'records', { mapId: id, id: own(rows[0], 'id'), rev: 1, record: 'junk' })
    const session = unwrap(await app.keeping.open(id, PORTS))
    const { map, onDisk } = session
    unwrap(await session.flush())
    expect(map.store.state.getState().doc.stakeholders.size).toBe(1)
    const of = { db: app.db, mapId: id, key: onDisk?.key() ?? null }
    const { points } = unwrap(await listPoints(of))
    expect(points.map(({ reason, stakeholders }) => [reason, stakeholders])).toEqual([
      ['second copy', 2],
    ])
    const now = map.store.state.getState().doc
    const point = unwrap(await readPoint(of, points[0]?.id ?? asId<PointId>(''), now))
    expect([...point.doc.stakeholders.values()].map(({ name }) => name).toSorted()).toEqual([
      'Ada',
      'Bo',
    ])
    await session.close()
  },
)

const PORTS = {
  onSave: () => undefined,
  onRole: () => undefined,
  onSeal: () => undefined,
  onLocked: () => undefined,
  publicFirst: false,
}

it('leaves nothing of lost maps behind when somebody starts with nothing, and everything while a map is listed', async () => {
  const { db, recovery } = await withMaps(docWith(stakeholder('a', 'Ada')))
  unwrap(await recovery.forgetRows())
  expect(await db.dexie.records.count()).toBe(1)
  await db.dexie.maps.clear()
  unwrap(await recovery.forgetRows())
  expect(await db.dexie.records.count()).toBe(0)
})
