import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  applyDiff,
  changesNothing,
  diffOf,
  emptyDiff,
  isEmptyDiff,
  reverseDiff,
  squashDiffs,
} from '../../../src/domain/diff.ts'
import { arbitraryChanges } from '../../support/arbitraryChange.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { counting, docOf, plain, sector, stakeholder } from '../../support/records.ts'

// Many random maps take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe('diffs', () => {
  it('reversed, take back what any command did', () => {
    fc.assert(
      fc.property(arbitraryDoc(), arbitraryChanges(6), (start, changes) => {
        const context = counting()
        let doc = start
        for (const change of changes) {
          const diff = change(doc)(doc, context)
          if (!diff.ok) continue
          const after = applyDiff(doc, diff.value)
          expect(plain(applyDiff(after, reverseDiff(diff.value)))).toEqual(plain(doc))
          doc = after
        }
      }),
      { numRuns: 150 },
    )
  })

  it('squashed, do what one and then the other did, in one step and back again', () => {
    let squashed = 0
    fc.assert(
      fc.property(arbitraryDoc(), arbitraryChanges(8), (start, changes) => {
        const context = counting()
        let doc = start
        let all = emptyDiff
        for (const change of changes) {
          const diff = change(doc)(doc, context)
          if (!diff.ok) continue
          if (!isEmptyDiff(diff.value)) squashed++
          doc = applyDiff(doc, diff.value)
          all = squashDiffs(all, diff.value)
        }
        expect(plain(applyDiff(start, all))).toEqual(plain(doc))
        expect(plain(applyDiff(doc, reverseDiff(all)))).toEqual(plain(start))
      }),
      { numRuns: 150 },
    )
    expect(squashed).toBeGreaterThan(300)
  })

  it('squashes a removal and its return into an update, and an addition and its removal into nothing', () => {
    const before = stakeholder('a')
    const after = stakeholder('a', { name: 'Ana' })
    const back = squashDiffs(diffOf({ removed: [before] }), diffOf({ added: [after] }))
    expect([...back.updated.values()]).toEqual([[before, after]])
    expect(back.removed.size + back.added.size).toBe(0)
    const gone = squashDiffs(diffOf({ added: [before] }), diffOf({ removed: [before] }))
    expect(isEmptyDiff(gone)).toBe(true)
  })

  it('remembers what was there first when an updated record is removed', () => {
    const first = stakeholder('a')
    const second = stakeholder('a', { name: 'Ana' })
    const diff = squashDiffs(diffOf({ updated: [[first, second]] }), diffOf({ removed: [second] }))
    expect([...diff.removed.values()]).toEqual([first])
    expect(diff.updated.size).toBe(0)
  })

  it('knows that there and back again changes nothing', () => {
    const first = stakeholder('a')
    const second = stakeholder('a', { name: 'Ana' })
    const there = diffOf({ updated: [[first, second]] })
    expect(changesNothing(there)).toBe(false)
    expect(changesNothing(squashDiffs(there, reverseDiff(there)))).toBe(true)
    expect(changesNothing(diffOf({ added: [first] }))).toBe(false)
    expect(changesNothing(diffOf({ removed: [first] }))).toBe(false)
    expect(changesNothing(emptyDiff)).toBe(true)
  })

  it('leaves tables that it does not touch as they are, and never changes the document before', () => {
    const doc = docOf([stakeholder('a'), sector('s')])
    const before = plain(doc)
    const after = applyDiff(doc, diffOf({ added: [stakeholder('b')] }))
    expect(after.sectors).toBe(doc.sectors)
    expect(after.relationships).toBe(doc.relationships)
    expect(after.info).toBe(doc.info)
    expect(after.stakeholders).not.toBe(doc.stakeholders)
    expect(plain(doc)).toEqual(before)
  })

  it('updates the map’s own record', () => {
    const doc = docOf([])
    const to = { ...doc.info, name: 'Clean air' }
    expect(applyDiff(doc, diffOf({ updated: [[doc.info, to]] })).info).toBe(to)
  })
})
