import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeRecord } from '../../../src/domain/decode.ts'
import { newMapInfo, recordsOf } from '../../../src/domain/doc.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { migrated, MIGRATIONS } from '../../../src/domain/migrations.ts'
import { FORMAT_VERSION } from '../../../src/storage/types.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { sector, stakeholder, tie } from '../../support/records.ts'

const { aliases: _, ...unnamed } = stakeholder('Ann', { order: 7, notes: 'kept' })

/** What each step does, as [before, after]. A step without an entry here fails a test. */
const STORIES: Readonly<Record<string, readonly (readonly [before: unknown, after: unknown])[]>> = {
  '1 to 3': [
    [
      { ...unnamed, networkPosition: { x: 1, y: 2 }, unheardOf: [1] },
      {
        ...unnamed,
        aliases: [],
        networkPosition: { x: 1, y: 2, pinned: true },
        unheardOf: [1],
      },
    ],
    [unnamed, { ...unnamed, aliases: [] }],
    [
      stakeholder('Bo', { aliases: ['B'], networkPosition: { x: 0, y: 0, pinned: false } }),
      stakeholder('Bo', { aliases: ['B'], networkPosition: { x: 0, y: 0, pinned: false } }),
    ],
    // What is damaged stays damaged, as it was found.
    [
      { ...unnamed, aliases: null, networkPosition: { x: 1, y: 2, pinned: null } },
      { ...unnamed, aliases: null, networkPosition: { x: 1, y: 2, pinned: null } },
    ],
    [[unnamed], [unnamed]],
    [tie('t', 'a', 'b'), tie('t', 'a', 'b')],
    [sector('s'), sector('s')],
    [null, null],
  ],
}

it('leads from every format that was shipped to that of today, without a gap', () => {
  expect(MIGRATIONS[0]?.from).toBe(1)
  for (const [at, { from, to }] of MIGRATIONS.entries()) {
    expect(to).toBeGreaterThan(from)
    expect(MIGRATIONS[at + 1]?.from ?? FORMAT_VERSION).toBe(to)
  }
})

it('has a story for every step, in which it changes something', () => {
  for (const { from, to, record } of MIGRATIONS) {
    const story = STORIES[`${from} to ${to}`] ?? []
    expect(story.some(([before, after]) => !isSame(before, after))).toBe(true)
    for (const [before, after] of story) {
      const given = structuredClone(before)
      expect(record(given)).toEqual(after)
      expect(given).toEqual(before)
    }
  }
})

it('leaves records of today alone', () => {
  fc.assert(
    fc.property(arbitraryDoc(), (doc) => {
      for (const record of recordsOf(doc)) {
        expect(migrated(record, FORMAT_VERSION)).toBe(record)
        expect(migrated(record, 1)).toEqual(record)
      }
    }),
    { numRuns: 50 },
  )
})

it('leaves the map’s own record alone, which the list of maps reads as it is stored', () => {
  const info = newMapInfo(asId<MapId>('m'), 'Water for all', 'We')
  expect(migrated(info, 1)).toBe(info)
})

it('takes anything without throwing, and makes nothing readable that was not', () => {
  const type = fc.constantFrom('stakeholder', 'relationship', 'map', 'dragon')
  const anything = fc.anything({ withDate: true, withMap: true, withTypedArray: true })
  const like = fc.record({ type, id: fc.string(), aliases: anything, networkPosition: anything })
  fc.assert(
    fc.property(fc.oneof(anything, like), (value) => {
      const record = migrated(value, 1)
      expect(decodeRecord(record)).toEqual(decodeRecord(value))
      expect(Reflect.get({}, 'pinned')).toBeUndefined()
    }),
  )
})

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
