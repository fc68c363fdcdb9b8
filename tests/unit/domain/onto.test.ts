import { describe, expect, it } from 'vitest'
import { applyDiff, diffOf, emptyDiff } from '../../../src/domain/diff.ts'
import { onto } from '../../../src/domain/onto.ts'
import { docOf, stakeholder } from '../../support/records.ts'

const ana = stakeholder('a', { name: 'Ana' })
const before = docOf([ana], { name: 'Water' })
const renamed = { ...before, info: { ...before.info, name: 'Clean water' } }
const bo = stakeholder('b', { name: 'Bo' })
const added = diffOf({ added: [bo] })

describe('work that is not stored, onto what somebody else stored', () => {
  it('needs nothing more where the map is the same, as in the bin', () => {
    expect(onto(before, applyDiff(before, added), added)).toEqual(emptyDiff)
  })

  it('goes with the name that the map was given meanwhile', () => {
    const theirs = onto(renamed, applyDiff(before, added), added)
    expect(theirs && applyDiff(applyDiff(before, added), theirs)).toEqual(applyDiff(renamed, added))
  })

  it('is for a person to look at where both named the map', () => {
    const mine = diffOf({ updated: [[before.info, { ...before.info, name: 'Rivers' }]] })
    expect(onto(renamed, applyDiff(before, mine), mine)).toBeNull()
  })

  it('is for a person to look at where a stakeholder came, went or changed elsewhere', () => {
    const shown = applyDiff(before, added)
    for (const theirs of [
      diffOf({ added: [stakeholder('c')] }),
      diffOf({ removed: [ana] }),
      diffOf({ updated: [[ana, { ...ana, notes: 'call on Monday' }]] }),
    ])
      expect(onto(applyDiff(before, theirs), shown, added)).toBeNull()
  })
})
