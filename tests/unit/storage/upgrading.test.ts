import { expect, it } from 'vitest'
import { own } from '../../../src/domain/check.ts'
import { recordsOf } from '../../../src/domain/doc.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import type { PointId } from '../../../src/domain/restorePoints.ts'
import { fail, ok } from '../../../src/domain/result.ts'
import type { Database } from '../../../src/storage/database.ts'
import { storageFailure } from '../../../src/storage/failure.ts'
import { writeMap } from '../../../src/storage/mapWrite.ts'
import { listPoints, readPoint } from '../../../src/storage/restorePoints.ts'
import { unlockMap } from '../../../src/storage/sealing.ts'
import { FORMAT_VERSION, type Header } from '../../../src/storage/types.ts'
import type { MapWriter, Unlocked } from '../../../src/storage/unlocked.ts'
import { upgradeMap } from '../../../src/storage/upgrading.ts'
import { fixtureOf, writeFixture } from '../../support/databaseFixture.ts'
import { withPassphrase } from './sealedSupport.ts'
import { fresh, openNamed, putRaw, repositoryOn, unwrap } from './support.ts'

/** A map as an earlier build left it on the disk, with a row that can't be read. */
async function olderMap(file: string, choose: (header: Header) => boolean) {
  const name = fresh('older')
  const fixture = await fixtureOf(file)
  await writeFixture(fixture, name)
  const db = await openNamed(name)
  const repository = repositoryOn(db)
  const header = unwrap(await repository.listMaps()).maps.find(choose)
  if (!header) throw new Error('no such map in the fixture')
  const mapId = header.id
  const key = header.sealed
    ? unwrap(await unlockMap(header, withPassphrase(fixture.passphrase)))
    : null
  await putRaw(db, 'records', { mapId, id: 'bad', rev: 1, record: null })
  const read = async () => unwrap(await repository.loadMap(mapId, key))
  const ports = (more: { write?: MapWriter['write']; mayWrite?: () => boolean } = {}) => ({
    db,
    repository,
    key,
    write: writerOn(db, key),
    by: fresh('upgrade'),
    pointId: asId<PointId>('point'),
    now: '2026-11-22T10:00:00.000Z',
    mayWrite: () => true,
    ...more,
  })
  return { db, repository, mapId, key, read, ports }
}

const clearMap = () => olderMap('v1/beforeAliases.json', ({ sealed }) => sealed === undefined)
const sealedMap = () => olderMap('v1/workshop.json', ({ sealed }) => sealed !== undefined)
const writerOn = (db: Database, key: Unlocked | null): MapWriter['write'] =>
  key?.writer(db).write ?? ((write) => writeMap(db, write))

const textsOf = (records: readonly unknown[] | null) =>
  records?.map((record) => JSON.stringify(record)).toSorted()

/** Header and records of a map, as they lie on the disk. */
const rowsOn = async (db: Database, mapId: MapId) => {
  const records: unknown[] = await db.dexie.records.toArray()
  const mine = records.filter((row) => own(row, 'mapId') === mapId)
  return { header: await db.dexie.maps.get(mapId), records: mine }
}

for (const [kind, make] of Object.entries({ clear: clearMap, sealed: sealedMap })) {
  it(`rewrites a ${kind} map in the format of today, with everything in it`, async () => {
    const { db, mapId, key, read, ports } = await make()
    const before = await read()
    expect(before.older?.length).toBeGreaterThan(2)
    unwrap(await upgradeMap(ports(), before))
    const after = await read()
    expect(after).toMatchObject({ rev: before.rev + 1, older: null })
    expect(after.header.formatVersion).toBe(FORMAT_VERSION)
    expect(after.header.changedAt).toBe(before.header.changedAt)
    expect(recordsOf(after.doc)).toEqual(recordsOf(before.doc))
    expect(after.unreadable).toEqual(before.unreadable)
    const { records } = await rowsOn(db, mapId)
    expect(records).toHaveLength(recordsOf(before.doc).length)
    for (const row of records) if (own(row, 'id') !== 'bad') expect(own(row, 'rev')).toBe(after.rev)

    const of = { db, mapId, key }
    const { points } = unwrap(await listPoints(of))
    expect(points).toMatchObject([
      { reason: 'before upgrade', rev: before.rev, stakeholders: before.doc.stakeholders.size },
    ])
    const point = unwrap(await readPoint(of, points[0]?.id ?? asId(''), before.doc))
    expect(recordsOf(point.doc)).toEqual(recordsOf(before.doc))
  })

  it(`leaves a ${kind} map as it was when the disk is full`, async () => {
    const { db, mapId, read, ports } = await make()
    const before = { loaded: await read(), rows: await rowsOn(db, mapId) }
    const write = () => Promise.resolve(fail(storageFailure('quota', 'full')))
    expect(await upgradeMap(ports({ write }), before.loaded)).toMatchObject({
      ok: false,
      error: { code: 'quota' },
    })
    expect(await rowsOn(db, mapId)).toEqual(before.rows)
    unwrap(await upgradeMap(ports(), before.loaded))
    expect((await read()).header.formatVersion).toBe(FORMAT_VERSION)
  })

  it(`puts the old rows of a ${kind} map back when something is missing afterwards`, async () => {
    const { db, mapId, key, read, ports } = await make()
    const before = { loaded: await read(), rows: await rowsOn(db, mapId) }
    const write: MapWriter['write'] = (all) =>
      writerOn(
        db,
        key,
      )({
        ...all,
        rows: new Map(
          Array.from(all.rows, ([id], at) => [id, at === 1 ? null : (all.rows.get(id) ?? null)]),
        ),
      })
    expect(await upgradeMap(ports({ write }), before.loaded)).toMatchObject({
      ok: false,
      error: { code: 'unknown' },
    })
    const { header, records } = await rowsOn(db, mapId)
    expect(records).toEqual(before.rows.records)
    expect(header).toEqual({ ...Object(before.rows.header), rev: before.loaded.rev + 2 })
    const again = await read()
    expect(recordsOf(again.doc)).toEqual(recordsOf(before.loaded.doc))
    expect(textsOf(again.older)).toEqual(textsOf(before.loaded.older))
  })
}

it('keeps the words in which fields were written when they mean something today', async () => {
  const { db, mapId, read, ports } = await clearMap()
  const raw = async () => JSON.stringify((await rowsOn(db, mapId)).records)
  expect(await raw()).not.toMatch(/aliases|pinned/)
  unwrap(await upgradeMap(ports(), await read()))
  const people = (await read()).doc.stakeholders.size
  expect((await raw()).match(/"aliases":\[\]/g)).toHaveLength(people)
  expect((await raw()).match(/"pinned":true/g)).toHaveLength(2)
})

it('writes nothing when somebody else has written the map, or may write it now', async () => {
  const { db, repository, mapId, read, ports } = await clearMap()
  const loaded = await read()
  const conflict = { ok: false, error: { code: 'conflict' } }
  expect(await upgradeMap(ports({ mayWrite: () => false }), loaded)).toMatchObject(conflict)
  unwrap(await repository.binMap(mapId))
  const rows = await rowsOn(db, mapId)
  expect(await upgradeMap(ports(), loaded)).toMatchObject(conflict)
  expect(await rowsOn(db, mapId)).toEqual(rows)
})

it('goes on when the key of a sealed map goes in the middle of it', async () => {
  const { mapId, repository, key, read, ports } = await sealedMap()
  const loaded = await read()
  const write: MapWriter['write'] = async (all) => {
    const written = await ports().write(all)
    key?.drop()
    return written
  }
  expect(await upgradeMap(ports({ write }), loaded)).toEqual(ok(null))
  expect(unwrap(await repository.readHeader(mapId)).rev).toBe(loaded.rev + 1)
})
