import { afterEach, describe, expect, it, vi } from 'vitest'
import { asId, type MapDoc, type MapId } from '../../../src/domain/records.ts'
import type { PointId } from '../../../src/domain/restorePoints.ts'
import { pack, unpack } from '../../../src/storage/packing.ts'
import {
  contentOf,
  listPoints,
  readPoint,
  removePoints,
  renamePoint,
  writePoint,
} from '../../../src/storage/restorePoints.ts'
import { FORMAT_VERSION } from '../../../src/storage/types.ts'
import type { Unlocked } from '../../../src/storage/unlocked.ts'
import { dump, sealedMapOf } from './sealedSupport.ts'
import {
  docWith,
  fresh,
  openNamed,
  plain,
  putRaw,
  repositoryOn,
  stakeholder,
  unwrap,
  type WholeDatabase,
} from './support.ts'

afterEach(() => vi.unstubAllGlobals())

const MARK = 'Zwetschge-7431'
const marked = () => docWith(stakeholder('a', MARK), stakeholder('b'))
const pointId = (id: string) => asId<PointId>(id)

const newPoint = (doc: MapDoc, id: string, more: { name?: string; rev?: number } = {}) => ({
  id: pointId(id),
  at: '2026-11-22T10:00:00.000Z',
  rev: more.rev ?? 1,
  reason: more.name === undefined ? ('opened' as const) : ('named' as const),
  name: more.name ?? '',
  ...contentOf(doc),
})

interface Made {
  readonly db: WholeDatabase
  readonly mapId: MapId
  readonly key: Unlocked | null
  readonly doc: MapDoc
}

async function clearMap(doc: MapDoc): Promise<Made> {
  const db = await openNamed(fresh('db'))
  unwrap(await repositoryOn(db).createMap(doc, null))
  return { db, mapId: doc.info.id, key: null, doc }
}
async function sealedMap(doc: MapDoc): Promise<Made> {
  const { db, id, unlocked } = await sealedMapOf(doc)
  return { db, mapId: id, key: unlocked, doc }
}
const KINDS = [
  ['clear', clearMap],
  ['sealed', sealedMap],
] as const

describe.each(KINDS)('restore points of a %s map', (kind, made) => {
  it('bring back what was kept, to the last letter', async () => {
    const of = await made(marked())
    unwrap(await writePoint(of, newPoint(of.doc, 'p1', { name: `Before ${MARK}`, rev: 7 })))
    const later = docWith(stakeholder('c'))
    const { points, damaged } = unwrap(await listPoints(of))
    expect(damaged).toBe(0)
    expect(points).toEqual([
      {
        id: 'p1',
        at: '2026-11-22T10:00:00.000Z',
        rev: 7,
        reason: 'named',
        name: `Before ${MARK}`,
        stakeholders: 2,
      },
    ])
    const read = unwrap(await readPoint(of, pointId('p1'), later))
    expect(plain(read.doc)).toEqual(plain(of.doc))
    expect(read.unreadable).toBe(0)
  })

  it('are listed latest first, named and deleted', async () => {
    const of = await made(marked())
    for (const [id, hour] of [
      ['p1', '09'],
      ['p2', '11'],
      ['p3', '10'],
    ] as const) {
      unwrap(await writePoint(of, { ...newPoint(of.doc, id), at: `2026-11-22T${hour}:00:00.000Z` }))
    }
    unwrap(await renamePoint(of, pointId('p3'), 'Kept'))
    unwrap(await removePoints(of, [pointId('p2')]))
    const { points } = unwrap(await listPoints(of))
    expect(points.map(({ id, reason, name }) => [id, reason, name])).toEqual([
      ['p3', 'named', 'Kept'],
      ['p1', 'opened', ''],
    ])
    expect(plain(unwrap(await readPoint(of, pointId('p3'), of.doc)).doc)).toEqual(plain(of.doc))
    expect(await readPoint(of, pointId('p2'), of.doc)).toMatchObject({ error: { code: 'missing' } })
    expect(await renamePoint(of, pointId('p2'), 'x')).toMatchObject({ error: { code: 'missing' } })
  })

  it('belong to one map and go with it for ever', async () => {
    const of = await made(marked())
    const other = docWith(stakeholder('z'))
    unwrap(await repositoryOn(of.db).createMap(other, null))
    unwrap(await writePoint(of, newPoint(of.doc, 'p1')))
    unwrap(await writePoint({ db: of.db, mapId: other.info.id, key: null }, newPoint(other, 'p1')))
    expect(unwrap(await listPoints(of)).points).toHaveLength(1)
    unwrap(await repositoryOn(of.db).deleteForever(of.mapId))
    const left = await of.db.dexie.restorePoints.toArray()
    expect(left).toMatchObject([{ mapId: other.info.id }])
    // One that was on its way meanwhile does not get in any more.
    const late = await writePoint(of, newPoint(of.doc, 'p2'))
    expect(late).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await of.db.dexie.restorePoints.count()).toBe(1)
  })

  it('are not written by who may write no longer', async () => {
    const of = await made(marked())
    const refused = await writePoint(of, newPoint(of.doc, 'p1'), () => false)
    expect(refused).toMatchObject({ error: { code: 'conflict' } })
    expect(await of.db.dexie.restorePoints.count()).toBe(0)
  })

  it('that are damaged say so, and stay as they are', async () => {
    const of = await made(marked())
    unwrap(await writePoint(of, newPoint(of.doc, 'p1')))
    unwrap(await writePoint(of, newPoint(of.doc, 'p2')))
    const damage = (bytes: unknown) => {
      if (bytes instanceof Uint8Array) bytes.fill(7, 20, 60)
    }
    const [first, second] = await of.db.dexie.restorePoints.toArray()
    if (!isRow(first) || !isRow(second)) throw new Error('no rows')
    damage(kind === 'sealed' ? first['content'] : bytesIn(first))
    await putRaw(of.db, 'restorePoints', first)
    if (kind === 'sealed') damage(second['box'])
    else second['reason'] = 'because'
    await putRaw(of.db, 'restorePoints', second)
    const before = await dump(of.db)
    // The list knows p1 by what stands beside its contents; p2 is only counted.
    expect(unwrap(await listPoints(of))).toMatchObject({ points: [{ id: 'p1' }], damaged: 1 })
    const read = await readPoint(of, pointId('p1'), of.doc)
    expect(read).toMatchObject({ ok: false, error: { code: 'damaged' } })
    expect(await dump(of.db)).toBe(before)
  })

  it('with unreadable parts bring back the rest, and take nothing away that they can’t speak of', async () => {
    const of = await made(marked())
    const { records, ...rest } = newPoint(of.doc, 'p1')
    const bad = [{ type: 'stakeholder', id: 'c', name: 3 }, 'nonsense', null]
    unwrap(await writePoint(of, { ...rest, records: [...records, ...bad] }))
    const now = docWith(stakeholder('c', 'Still here'), stakeholder('d'))
    const { doc, unreadable } = unwrap(await readPoint(of, pointId('p1'), now))
    expect(unreadable).toBe(3)
    expect([...doc.stakeholders.values()].map(({ name }) => name)).toEqual([
      MARK,
      'Name of b',
      'Still here',
    ])
  })

  it('of a later build are refused', async () => {
    const of = await made(marked())
    const point = { ...newPoint(of.doc, 'p1'), formatVersion: FORMAT_VERSION + 1 }
    unwrap(await writePoint(of, point))
    const read = await readPoint(of, pointId('p1'), of.doc)
    expect(read).toMatchObject({ ok: false, error: { code: 'newer' } })
  })
})

const isRow = (row: unknown): row is Record<string, unknown> =>
  typeof row === 'object' && row !== null
const bytesIn = (row: Record<string, unknown>) =>
  isRow(row['content']) ? row['content']['bytes'] : undefined

describe('on the disk', () => {
  it('a point of a sealed map says nothing but ids and a number', async () => {
    vi.stubGlobal('CompressionStream', undefined)
    const of = await sealedMap(marked())
    unwrap(await writePoint(of, newPoint(of.doc, 'p1', { name: MARK })))
    const all = await dump(of.db)
    for (const word of [MARK, 'named', 'Before', '10:00', 'stakeholder']) {
      expect(all).not.toContain(word)
    }
    const [row] = await of.db.dexie.restorePoints.toArray()
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['box', 'content', 'id', 'mapId', 'rev'])
  })

  it('a clear point never gets into a sealed map, nor a sealed one into a clear map', async () => {
    const sealed = await sealedMap(marked())
    const late = await writePoint({ ...sealed, key: null }, newPoint(sealed.doc, 'p1'))
    expect(late).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await sealed.db.dexie.restorePoints.count()).toBe(0)
    const clear = await clearMap(marked())
    const key = sealed.key
    const mixed = await writePoint({ ...clear, key }, newPoint(clear.doc, 'p1'))
    expect(mixed).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  it('a box opens nowhere else: neither for another point nor as another part', async () => {
    const of = await sealedMap(marked())
    for (const id of ['p1', 'p2']) unwrap(await writePoint(of, newPoint(of.doc, id)))
    const [first, second] = await of.db.dexie.restorePoints.toArray()
    if (!isRow(first) || !isRow(second)) throw new Error('no rows')
    await putRaw(of.db, 'restorePoints', { ...first, content: second['content'] })
    await putRaw(of.db, 'restorePoints', { ...second, box: second['content'] })
    expect(unwrap(await listPoints(of))).toMatchObject({ points: [{ id: 'p1' }], damaged: 1 })
    expect(await readPoint(of, pointId('p1'), of.doc)).toMatchObject({ error: { code: 'damaged' } })
  })

  it('thirty copies of two thousand stakeholders are small', async () => {
    const people = Array.from({ length: 2000 }, (_, n) => ({
      ...stakeholder(crypto.randomUUID(), `Association ${n} of the river valley`),
      notes: `Met on the ${n % 28}th; asks for a hall and two vans (${n * 7919})`,
    }))
    const packed = await pack(JSON.stringify(contentOf(docWith(...people)).records))
    expect(packed.packing).toBe('gzip')
    expect(packed.bytes.length * 30).toBeLessThan(6_000_000)
  })

  it('is read and written without compression where the browser has none', async () => {
    const of = await clearMap(marked())
    vi.stubGlobal('CompressionStream', undefined)
    unwrap(await writePoint(of, newPoint(of.doc, 'p1')))
    expect(await dump(of.db)).toContain(MARK)
    vi.stubGlobal('DecompressionStream', undefined)
    expect(plain(unwrap(await readPoint(of, pointId('p1'), of.doc)).doc)).toEqual(plain(of.doc))
  })

  it('what was never packed is not unpacked', async () => {
    const gzip = await pack('x'.repeat(1000))
    expect(await unpack({ ...gzip, bytes: gzip.bytes.slice(0, 15) })).toBeNull()
    for (const bad of [
      null,
      {},
      { packing: 'gzip', bytes: 'text' },
      { packing: 'none', bytes: new Uint8Array([0xff]) },
    ]) {
      expect(await unpack(bad)).toBeNull()
    }
  })
})
