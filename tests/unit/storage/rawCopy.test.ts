import fc from 'fast-check'
import { expect, it } from 'vitest'
import { looksLikeRawCopy } from '../../../src/domain/rawCopyFile.ts'
import { putBack } from '../../../src/storage/putBack.ts'
import { mapsFromRaw, rawCopyText, rawTables } from '../../../src/storage/rawCopy.ts'
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

const rawOf = async (name: string) => unwrap(await rawTables(indexedDB, name))
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withTypedArray: true,
  withMap: true,
})
/** What a database takes for a key. */
const key = fc.string({ maxLength: 8 })

it('takes all rows of all tables along, readable or not, and gives them back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.record({ id: key, junk: anything }), {
        selector: ({ id }) => id,
        maxLength: 3,
      }),
      fc.array(fc.record({ id: key, junk: anything }), { maxLength: 4 }),
      async (headers, records) => {
        const name = fresh('db')
        const db = await openNamed(name)
        for (const header of headers) await putRaw(db, 'maps', header)
        const mapId = headers[0]?.id ?? 'none'
        for (const record of records) await putRaw(db, 'records', { mapId, ...record })
        const rows = await db.dexie.records.toArray()
        const maps = await db.dexie.maps.toArray()
        db.close()
        const tables = await rawOf(name)
        expect(tables.tables).toMatchObject({ maps, records: rows })
        const text = await rawCopyText({ ...tables, copies: [] })
        expect(looksLikeRawCopy(text)).toBe(true)
        const found = unwrap(mapsFromRaw(text))
        expect(found.map(({ header }) => header)).toStrictEqual(maps)
        const own = found.find(({ id }) => id === mapId)
        if (own) expect(own.rows).toStrictEqual(rows)
      },
    ),
    { numRuns: 40 },
  )
})

it('leads back to the same map in another browser', async () => {
  const name = fresh('db')
  const db = await openNamed(name)
  const doc = docWith(stakeholder('a', 'Ada'), stakeholder('b', 'سلام'))
  unwrap(await repositoryOn(db).createMap(doc, null))
  const text = await rawCopyText({ ...(await rawOf(name)), copies: [] })
  const other = await openNamed(fresh('db'))
  for (const map of unwrap(mapsFromRaw(text))) {
    unwrap(await putBack(other, map, { by: fresh('by'), now: '' }))
  }
  expect(plain(unwrap(await repositoryOn(other).loadMap(doc.info.id)).doc)).toEqual(plain(doc))
})

it('reads a database of a newer build, and leaves it as it is', async () => {
  const name = fresh('db')
  await new Promise<void>((resolve) => {
    const request = indexedDB.open(name, 990)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('maps', { keyPath: 'id' }).put({ id: 'm', rev: 1 })
      request.result.createObjectStore('novelties', { autoIncrement: true }).put('new')
    }
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
  })
  const raw = await rawOf(name)
  expect(raw).toEqual({
    databaseVersion: 990,
    tables: { maps: [{ id: 'm', rev: 1 }], novelties: ['new'] },
    unreadable: {},
  })
})

it('makes no database where there is none', async () => {
  const name = fresh('db')
  expect(await rawTables(indexedDB, name)).toMatchObject({ error: { code: 'missing' } })
  expect((await indexedDB.databases()).map((found) => found.name)).not.toContain(name)
})

it('refuses other texts, never throws, and leaves every object’s prototype alone', () => {
  const hostile = [
    '',
    '{',
    'null',
    '[]',
    '{"format":"allyscope-raw-copy"}',
    '{"format":"allyscope-raw-copy","version":1,"values":7}',
    '{"format":"allyscope","version":1}',
    '['.repeat(100_000),
  ]
  for (const text of hostile) expect(mapsFromRaw(text)).toEqual({ ok: false, error: 'unknown' })
  expect(mapsFromRaw('{"format":"allyscope-raw-copy","version":2}')).toMatchObject({
    error: 'newer',
  })
  const pollution =
    '{"format":"allyscope-raw-copy","version":1,"values":{"root":[0],"objects":[["o","__proto__",[1],"tables",[2]],["o","isAdmin",true],["o","maps",[3]],["a",[4]],["o","id","m","__proto__",[1]]]}}'
  expect(unwrap(mapsFromRaw(pollution)).map(({ id }) => id)).toEqual(['m'])
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  fc.assert(
    fc.property(fc.jsonValue(), (values) => {
      mapsFromRaw(JSON.stringify({ format: 'allyscope-raw-copy', version: 1, values }))
    }),
  )
})
