import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MapId } from '../../../src/domain/records.ts'
import type { Database } from '../../../src/storage/database.ts'
import { eraseMap } from '../../../src/storage/mapChanges.ts'
import { rowsOf, writeMap } from '../../../src/storage/mapWrite.ts'
import { toPlain } from '../../../src/storage/plainValues.ts'
import { damagedParts, forgetDamaged, setAside } from '../../../src/storage/quarantine.ts'
import type { UnreadableRow } from '../../../src/storage/types.ts'
import type { Unlocked } from '../../../src/storage/unlocked.ts'
import { badRows } from '../../support/badRows.ts'
import { dump, sealedMapOf } from './sealedSupport.ts'
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

const NOW = '2026-11-22T10:00:00.000Z'

/** A clear map of one stakeholder on a disk of its own, with other rows beside. */
async function mapWith(...rows: readonly unknown[]) {
  const db = await openNamed(fresh('db'))
  const repository = repositoryOn(db)
  const doc = docWith(stakeholder('good'))
  const mapId = doc.info.id
  unwrap(await repository.createMap(doc, null))
  for (const row of rows) await putRaw(db, 'records', { ...Object(row), mapId })
  const read = async () => unwrap(await repository.loadMap(mapId))
  return { db, repository, doc, mapId, of: { db, mapId, key: null }, read }
}

const textsOf = async (values: readonly unknown[]) =>
  (await Promise.all(values.map(async (value) => JSON.stringify(await toPlain(value))))).toSorted()
const rawsOf = (rows: readonly { readonly raw: unknown }[]) => rows.map(({ raw }) => raw)
const partsOf = async (
  of: { db: Database; mapId: MapId; key: Unlocked | null },
  still: readonly UnreadableRow[] = [],
) => unwrap(await damagedParts(of, still, NOW))

it('sets two hundred bad rows aside byte for byte, and opens the rest', async () => {
  const bad = badRows('')
  expect(bad.length).toBeGreaterThanOrEqual(200)
  const { db, doc, mapId, of, read } = await mapWith(...bad.map(({ row }) => row))
  const loaded = await read()
  expect(plain(loaded.doc)).toEqual(plain(doc))
  expect(loaded.unreadable).toHaveLength(bad.length)
  expect(unwrap(await setAside(of, loaded.unreadable, NOW))).toBe(bad.length)
  const wanted = await textsOf(bad.map(({ row }) => ({ ...row, mapId })))
  const parts = await partsOf(of)
  expect(await textsOf(rawsOf(parts))).toEqual(wanted)
  expect(parts.every(({ reason, at }) => reason !== '' && at === NOW)).toBe(true)
  expect(await textsOf(rawsOf((await read()).unreadable))).toEqual(wanted)
  expect(await db.dexie.quarantine.count()).toBe(bad.length)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

it('sets aside whatever else a database can hold', async () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 8 }), async (values) => {
      const { db, of, doc, read } = await mapWith(
        ...values.map((record, at) => ({ id: `x${at}`, rev: at, record })),
      )
      const loaded = await read()
      expect(plain(loaded.doc)).toEqual(plain(doc))
      unwrap(await setAside(of, loaded.unreadable, NOW))
      expect(await textsOf(rawsOf(await partsOf(of)))).toEqual(
        await textsOf(rawsOf(loaded.unreadable)),
      )
      db.close()
    }),
    { numRuns: 40 },
  )
})

it('copies each damage once, and a second damage of the same row beside the first', async () => {
  const { db, mapId, of, read } = await mapWith({ id: 'x', rev: 1, record: 'first' })
  unwrap(await setAside(of, (await read()).unreadable, NOW))
  expect(unwrap(await setAside(of, (await read()).unreadable, '2027-01-01T00:00:00.000Z'))).toBe(0)
  await putRaw(db, 'records', { mapId, id: 'x', rev: 1, record: 'second' })
  expect(unwrap(await setAside(of, (await read()).unreadable, NOW))).toBe(1)
  const parts = await partsOf(of, (await read()).unreadable)
  expect(parts).toMatchObject([
    { raw: { record: 'second' }, isStill: true, at: NOW },
    { raw: { record: 'first' }, isStill: false, at: NOW },
  ])
})

it('keeps the copy when the row is written over, and tells that it can be read again', async () => {
  const { db, of, read } = await mapWith({ id: 'x', rev: 1, record: null })
  const { header, unreadable } = await read()
  unwrap(await setAside(of, unreadable, NOW))
  const rows = rowsOf([added('x')])
  unwrap(await writeMap(db, { header: { ...header, rev: 2 }, by: 'me', firstRev: 2, rows }))
  const again = await read()
  expect(again.unreadable).toEqual([])
  expect(await partsOf(of, again.unreadable)).toMatchObject([
    { raw: { record: null }, isStill: false },
  ])
})

it('tells of what could not be copied yet', async () => {
  const { of, read } = await mapWith({ id: 'x', rev: 1, record: null })
  expect(await partsOf(of, (await read()).unreadable)).toMatchObject([
    { raw: { id: 'x' }, isStill: true },
  ])
})

it('forgets copies with the rows that they are of, but no row that was written since', async () => {
  const { db, mapId, of, read } = await mapWith(...badRows('').map(({ row }) => row), {
    id: 'x',
    rev: 1,
    record: null,
  })
  unwrap(await setAside(of, (await read()).unreadable, NOW))
  const parts = await partsOf(of, (await read()).unreadable)
  await putRaw(db, 'records', { mapId, id: 'x', rev: 2, record: stakeholder('x') })
  unwrap(await forgetDamaged(of, parts))
  const { doc, unreadable } = await read()
  expect(unreadable).toEqual([])
  expect([...doc.stakeholders.keys()].toSorted()).toEqual(['good', 'x'])
  expect(await db.dexie.quarantine.count()).toBe(0)
})

it('goes with a map that is deleted for ever, and never comes back', async () => {
  const { db, mapId, of, read } = await mapWith({ id: 'x', rev: 1, record: 'Ñandú' })
  const { unreadable } = await read()
  unwrap(await setAside(of, unreadable, NOW))
  unwrap(await eraseMap(db, mapId))
  expect(await setAside(of, unreadable, NOW)).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  })
  expect(await db.dexie.quarantine.count()).toBe(0)
})

it('keeps what is damaged in a sealed map under its seal', async () => {
  const { db, repository, id, unlocked } = await sealedMapOf(
    docWith(stakeholder('good'), stakeholder('worse')),
  )
  const of = { db, mapId: id, key: unlocked }
  const read = async () => unwrap(await repository.loadMap(id, unlocked))
  const rows: unknown[] = await db.dexie.records.toArray()
  const box = Reflect.get(Object(rows[0]), 'box')
  if (!(box instanceof Uint8Array)) throw new Error('a box')
  const flipped = Uint8Array.from(box, (byte, at) => (at === 40 ? byte ^ 1 : byte))
  await putRaw(db, 'records', { ...Object(rows[0]), box: flipped })
  await putRaw(db, 'records', { mapId: id, id: 'short', rev: 1, box: box.slice(0, 20) })
  await putRaw(db, 'records', {
    mapId: id,
    id: 'clear',
    rev: 1,
    record: { ...stakeholder('clear', 'Ñandú') },
  })
  const { doc, unreadable } = await read()
  expect(doc.stakeholders.size).toBe(1)
  expect(unreadable).toHaveLength(3)
  expect(unwrap(await setAside(of, unreadable, NOW))).toBe(3)
  expect(unwrap(await setAside(of, (await read()).unreadable, NOW))).toBe(0)
  const parts = await partsOf(of, unreadable)
  expect(parts.every(({ isStill }) => isStill)).toBe(true)
  expect(await textsOf(rawsOf(parts))).toEqual(await textsOf(rawsOf(unreadable)))
  const kept = JSON.stringify(await toPlain(parts.map(({ row }) => row)))
  expect(kept).not.toContain('Ñandú')
  expect(kept).not.toContain('short')
  unwrap(await forgetDamaged(of, parts))
  expect((await read()).unreadable).toEqual([])
  expect(await dump(db)).not.toContain('Ñandú')
})
