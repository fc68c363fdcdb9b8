import { expect, it } from 'vitest'
import { writeMap } from '../../../src/storage/mapWrite.ts'
import { type Lost, putBack } from '../../../src/storage/putBack.ts'
import { unlockMap } from '../../../src/storage/sealing.ts'
import { QUICK, sealedMapOf, withPassphrase } from './sealedSupport.ts'
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

const now = '2026-11-22T12:00:00.000Z'
const as = () => ({ by: fresh('writer'), now })

/** A map as it was copied, and a database that has lost it. */
async function lostMap() {
  const doc = docWith(stakeholder('a', 'Ada'), stakeholder('b', 'Bo'))
  const before = await openNamed(fresh('db'))
  unwrap(await repositoryOn(before).createMap(doc, { counts: [1] }))
  const lost: Lost = unwrap(await repositoryOn(before).readWhole(doc.info.id))
  const db = await openNamed(fresh('db'))
  return { doc, id: doc.info.id, lost, before, db, repository: repositoryOn(db) }
}

it('puts a map back whole, so that it can be edited on', async () => {
  const { doc, id, lost, db, repository } = await lostMap()
  expect(unwrap(await putBack(db, lost, as()))).toEqual({ records: 2 })
  expect(plain(unwrap(await repository.loadMap(id)).doc)).toEqual(plain(doc))
  const renamed = unwrap(await repository.renameMap(id, { name: 'New', summary: null }, 1))
  expect(renamed.rev).toBe(2)
})

it('puts a sealed map back sealed: its passphrase opens it', async () => {
  const doc = docWith(stakeholder('a', 'Ada'))
  const { repository: before, id } = await sealedMapOf(doc)
  const lost = unwrap(await before.readWhole(id))
  const db = await openNamed(fresh('db'))
  // As the row stands in the table: what stands in for contents is not part of it.
  const { info: _, summary: __, ...header } = lost.header
  unwrap(await putBack(db, { ...lost, header }, as()))
  const repository = repositoryOn(db)
  expect(await repository.loadMap(id)).toMatchObject({ error: { code: 'locked' } })
  const key = unwrap(
    await unlockMap(unwrap(await repository.readHeader(id)), withPassphrase(), QUICK),
  )
  expect(plain(unwrap(await repository.loadMap(id, key)).doc)).toEqual(plain(doc))
})

it('never writes over a map that is there', async () => {
  const { id, lost, before } = await lostMap()
  unwrap(await repositoryOn(before).binMap(id))
  expect(await putBack(before, lost, as())).toMatchObject({ error: { code: 'conflict' } })
  expect(unwrap(await repositoryOn(before).readHeader(id)).deletedAt).not.toBeNull()
})

it('never brings back what was deleted for good', async () => {
  const { id, lost, before } = await lostMap()
  unwrap(await repositoryOn(before).deleteForever(id))
  expect(await putBack(before, lost, as())).toMatchObject({ error: { code: 'missing' } })
  expect(unwrap(await repositoryOn(before).listMaps())).toEqual({ maps: [], unreadable: [] })
})

it('takes only the map’s own row from the copy when its records are still there, and keeps what can’t be read', async () => {
  const { id, lost, before } = await lostMap()
  const repository = repositoryOn(before)
  const junk = { id, rev: 'seven', formatVersion: new Date(0) }
  await putRaw(before, 'maps', junk)
  const later = { mapId: id, id: 'a', rev: 5, record: stakeholder('a', 'Ada, renamed') }
  await putRaw(before, 'records', later)
  await putRaw(before, 'claims', { mapId: id, rev: 5, by: 'before' })
  expect(unwrap(await putBack(before, lost, as()))).toEqual({ records: 2 })
  const loaded = unwrap(await repository.loadMap(id))
  expect([...loaded.doc.stakeholders.values()].map(({ name }) => name).toSorted()).toEqual([
    'Ada, renamed',
    'Bo',
  ])
  expect(loaded.rev).toBe(6)
  expect(await before.dexie.quarantine.toArray()).toEqual([
    { mapId: id, id: `map ${now}`, reason: 'map: unreadable', at: now, raw: junk },
  ])
})

it('takes only rows of the map itself, and none twice', async () => {
  const { id, lost, db, repository } = await lostMap()
  const strangers = [
    { mapId: 'other', id: 'x' },
    { mapId: id },
    { mapId: id, id: ['x'] },
    'text',
    null,
    lost.rows[0],
  ]
  const points = [
    { mapId: id, id: 'p', content: 1 },
    { mapId: 'other', id: 'p' },
  ]
  const restored = await putBack(
    db,
    { ...lost, rows: [...lost.rows, ...strangers], restorePoints: points },
    as(),
  )
  expect(unwrap(restored)).toEqual({ records: 2 })
  expect(await db.dexie.records.count()).toBe(2)
  expect(await db.dexie.restorePoints.toArray()).toEqual([points[0]])
  unwrap(await repository.loadMap(id))
})

it('refuses what makes no map, and changes nothing', async () => {
  const { db, repository } = await lostMap()
  for (const header of [
    undefined,
    null,
    7,
    {},
    { id: 'a' },
    { id: 'a', rev: -1, formatVersion: 1 },
  ]) {
    expect(await putBack(db, { header, rows: [] }, as())).toMatchObject({
      error: { code: 'unknown' },
    })
  }
  expect(unwrap(await repository.listMaps())).toEqual({ maps: [], unreadable: [] })
  expect(await db.dexie.claims.count()).toBe(0)
})

it('puts a newer copy over an older state, and takes nothing away from what was changed since', async () => {
  const { id, lost, before } = await lostMap()
  const repository = repositoryOn(before)
  const later = { ...(lost.header as object), rev: 9, changedAt: '2026-05-01T00:00:00.000Z' }
  const newer: Lost = {
    header: later,
    rows: [{ mapId: id, id: 'a', rev: 9, record: stakeholder('a', 'Ada, newer') }],
  }
  expect(await putBack(before, newer, as())).toMatchObject({ error: { code: 'conflict' } })
  // Nothing was stored since: the map is as it was copied, without who had been removed.
  expect(unwrap(await putBack(before, newer, { ...as(), overOlder: true }))).toEqual({ records: 1 })
  const names = async () =>
    [...unwrap(await repository.loadMap(id)).doc.stakeholders.values()].map(({ name }) => name)
  expect(await names()).toEqual(['Ada, newer'])
  expect(unwrap(await repository.readHeader(id)).rev).toBe(9)
  // Something was: what the copy does not have stays.
  await putRaw(before, 'records', { mapId: id, id: 'c', rev: 3, record: stakeholder('c', 'Cy') })
  const touched = { ...later, rev: 3, changedAt: '2026-06-01T00:00:00.000Z' }
  await putRaw(before, 'maps', touched)
  unwrap(await putBack(before, newer, { ...as(), overOlder: true }))
  expect((await names()).toSorted()).toEqual(['Ada, newer', 'Cy'])
  expect(await putBack(before, newer, { ...as(), overOlder: true })).toMatchObject({
    error: { code: 'conflict' },
  })
})

it('leaves no rev to a writer who knows nothing of it', async () => {
  const { id, lost, before } = await lostMap()
  const later = { ...(lost.header as object), rev: 9 }
  unwrap(await putBack(before, { ...lost, header: later }, { ...as(), overOlder: true }))
  const header = { ...unwrap(await repositoryOn(before).readHeader(id)), rev: 2 }
  const late = { header, by: 'late', firstRev: 2, rows: new Map() }
  expect(await writeMap(before, late)).toMatchObject({ error: { code: 'conflict' } })
})
