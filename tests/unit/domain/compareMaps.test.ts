import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { restoreMap } from '../../../src/domain/commands/restore.ts'
import { compareMaps, diffBetween, isSame } from '../../../src/domain/compareMaps.ts'
import { applyDiff, isEmptyDiff } from '../../../src/domain/diff.ts'
import { asId, type MapDoc, type MapId } from '../../../src/domain/records.ts'
import { createMapStore } from '../../../src/store/mapStore.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import {
  counting,
  docOf,
  inSegment,
  plain,
  sector,
  stakeholder,
  tie,
} from '../../support/records.ts'

const then = docOf([
  stakeholder('nurses', { placement: inSegment(2), notes: 'ask' }),
  stakeholder('bishop'),
  stakeholder('mayor', { placement: inSegment(3) }),
  stakeholder('press', { placement: inSegment(1, 0.2) }),
  sector('s1', 'Health'),
  tie('t1', 'nurses', 'mayor'),
])
const now = docOf(
  [
    stakeholder('nurses', { placement: inSegment(1), notes: 'asked', order: 1 }),
    stakeholder('bishop', { placement: inSegment(4), order: 2 }),
    stakeholder('press', { placement: inSegment(1, 0.9), order: 4 }),
    stakeholder('youth', { order: 5 }),
    sector('s1', 'Health care'),
    tie('t2', 'nurses', 'bishop'),
  ],
  { goal: 'shut by 2028' },
)

describe('two copies of a map', () => {
  it('differ in words that people use', () => {
    const changes = compareMaps(then, now)
    expect(changes.added.map(({ id }) => id)).toEqual(['youth'])
    expect(changes.removed.map(({ id }) => id)).toEqual(['mayor'])
    expect(
      changes.moved.map(({ to, fromSegment, toSegment }) => [to.id, fromSegment, toSegment]),
    ).toEqual([
      ['nurses', 2, 1],
      ['bishop', null, 4],
    ])
    expect(changes.edited.map(({ to, fields }) => [to.id, fields])).toEqual([
      ['nurses', ['notes']],
      ['press', ['placement']],
    ])
    expect(changes.ties).toMatchObject({
      added: [{ id: 't2' }],
      removed: [{ id: 't1' }],
      edited: [],
    })
    expect([changes.words, changes.map]).toEqual([1, ['goal']])
  })

  it('that are the same differ in nothing', () => {
    const copy: MapDoc = structuredClone(then)
    expect(isEmptyDiff(diffBetween(then, copy))).toBe(true)
    expect(compareMaps(then, copy)).toEqual({
      added: [],
      removed: [],
      moved: [],
      edited: [],
      ties: { added: [], removed: [], edited: [] },
      words: 0,
      map: [],
    })
  })

  it('are the same in whatever order their fields stand', () => {
    expect(isSame({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
    expect(isSame({ a: undefined }, { b: undefined })).toBe(false)
    expect(isSame([1, 2], [2, 1])).toBe(false)
    expect(isSame([], {})).toBe(false)
    expect(isSame(null, {})).toBe(false)
  })
})

describe('going back to a copy', () => {
  it('is one change, and undo is the way back', () => {
    const store = createMapStore(now, { ...counting(), now: () => '2026-11-22T12:00:00.000Z' })
    const done = store.dispatch(restoreMap(then), { action: 'restore', stakeholders: [] })
    expect(done.ok).toBe(true)
    expect(plain(store.state.getState().doc)).toEqual(plain(then))
    expect(store.undo()).toEqual({ action: 'restore', stakeholders: [] })
    expect(plain(store.state.getState().doc)).toEqual(plain(now))
  })

  it('leaves the map its own id, as for a copy that was brought from elsewhere', () => {
    const elsewhere = { ...then, info: { ...then.info, id: asId<MapId>('elsewhere') } }
    const back = applyDiff(now, diffBetween(now, elsewhere))
    expect(back.info.id).toBe(now.info.id)
    expect(plain(back)).toEqual(plain(then))
  })

  it('obeys the law for random maps: the diff leads there, its reverse leads back, and it names nothing else', () => {
    fc.assert(
      fc.property(arbitraryDoc(), arbitraryDoc(), (a, b) => {
        const diff = diffBetween(a, b)
        expect(plain(applyDiff(a, diff))).toEqual(plain(b))
        expect(plain(applyDiff(b, diffBetween(b, a)))).toEqual(plain(a))
        for (const [from, to] of diff.updated.values()) expect(isSame(from, to)).toBe(false)
        const { added, removed, moved, edited } = compareMaps(a, b)
        const people = [...diff.added.values(), ...diff.removed.values()].filter(
          ({ type }) => type === 'stakeholder',
        )
        expect(people).toHaveLength(added.length + removed.length)
        const changed = [...diff.updated.values()].filter(([, { type }]) => type === 'stakeholder')
        const told = new Set([...moved, ...edited].map(({ to }) => to.id))
        expect(told.size).toBe(changed.length)
      }),
    )
  })
})
