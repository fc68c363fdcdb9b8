import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromPlain } from '../../../src/storage/fromPlain.ts'
import { toPlain } from '../../../src/storage/plainValues.ts'
import { unwrap } from '../../support/records.ts'

/** As text and back again, as a file would be. */
const thereAndBack = async (value: unknown): Promise<unknown> =>
  unwrap(fromPlain(JSON.parse(JSON.stringify(await toPlain(value)))))

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
})

it('brings back whatever a database can hold', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (value) => {
      const stored = structuredClone(value)
      const again = await thereAndBack(stored)
      expect(again).toStrictEqual(stored)
      expect(await toPlain(again)).toEqual(await toPlain(stored))
    }),
    { numRuns: 500 },
  )
})

it('keeps what JSON has no word for', async () => {
  const bytes = new Uint8Array([0, 1, 2, 253, 254, 255])
  const value = {
    numbers: [Number.NaN, Infinity, -Infinity, -0, 0, 1e308],
    big: 12345678901234567890n,
    none: undefined,
    date: new Date('2026-11-22T10:00:00Z'),
    noDate: new Date(Number.NaN),
    part: bytes.subarray(2, 4),
    whole: bytes,
    view: new DataView(bytes.buffer, 1, 3),
    pattern: /a+/giu,
    half: '\ud800 alone',
    error: new TypeError('why', { cause: { deep: true } }),
  }
  const again = await thereAndBack(value)
  expect(again).toStrictEqual(value)
  expect(again).toMatchObject({ error: { name: 'TypeError', cause: { deep: true } } })
})

it('keeps what is the same thing the same thing, and what holds itself', async () => {
  const shared = { name: 'shared' }
  const list: unknown[] = [shared, shared]
  list.push(list)
  const again = await thereAndBack(list)
  if (!Array.isArray(again)) throw new Error('a list')
  expect(again[0]).toBe(again[1])
  expect(again[2]).toBe(again)
})

it('goes down a hundred thousand levels', async () => {
  let value: unknown = 'bottom'
  for (let depth = 0; depth < 100_000; depth++) value = [value]
  let again = await thereAndBack(value)
  while (Array.isArray(again)) again = again[0]
  expect(again).toBe('bottom')
})

it('keeps files', async () => {
  const file = new File([new Uint8Array([1, 2, 200])], 'map.png', {
    type: 'image/png',
    lastModified: 12,
  })
  const again = await thereAndBack([new Blob(['text'], { type: 'text/plain' }), file])
  if (!Array.isArray(again)) throw new Error('a list')
  const [blob, second]: unknown[] = again
  if (!(blob instanceof Blob) || !(second instanceof File)) throw new Error('two files')
  expect([blob.type, await blob.text()]).toEqual(['text/plain', 'text'])
  expect([second.name, second.type, second.lastModified]).toEqual(['map.png', 'image/png', 12])
  expect([...new Uint8Array(await second.arrayBuffer())]).toEqual([1, 2, 200])
})

it('takes a field called __proto__ for a field', async () => {
  const value: unknown = JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": 1}')
  const again = await thereAndBack(value)
  expect(Object.keys(Object(again))).toEqual(['__proto__', 'constructor'])
  expect(Object.getPrototypeOf(again)).toBe(Object.prototype)
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
})

it('refuses what it did not write, and never throws', () => {
  const hostile: unknown[] = [
    null,
    7,
    {},
    { root: [0], objects: [] },
    { root: [0], objects: [['dragon']] },
    {
      root: [0],
      objects: [
        ['v', 'Function', [1], 0, 1],
        ['b', ''],
      ],
    },
    {
      root: [0],
      objects: [
        ['v', 'Uint8Array', [1], 0, 9],
        ['b', 'AAAA'],
      ],
    },
    { root: [0], objects: [['b', 'not base64!']] },
    { root: [0], objects: [['r', '(', '']] },
    { root: [0], objects: [['s', -1]] },
    { root: ['i', 'x'], objects: [] },
    { root: ['constructor'], objects: [] },
  ]
  expect(hostile.filter((plain) => fromPlain(plain).ok)).toEqual([])
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(fc.array(fc.jsonValue())), (root, objects) => {
      fromPlain({ root, objects })
    }),
  )
})
