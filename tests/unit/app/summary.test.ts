import { expect, it } from 'vitest'
import { summaryFrom, summaryOf } from '../../../src/app/summary.ts'
import { docOf, HIDDEN, inSegment, shownAt, stakeholder } from '../../support/records.ts'

it('counts in each segment those whom the public may see there', () => {
  const doc = docOf([
    stakeholder('a', { placement: inSegment(0) }),
    stakeholder('b', { placement: inSegment(0) }),
    stakeholder('hidden', { placement: inSegment(0), confidentiality: HIDDEN }),
    stakeholder('shown', { placement: inSegment(1), confidentiality: shownAt(-0.8) }),
    stakeholder('unplaced'),
  ])
  const summary = { counts: [2, 0, 0, 0, 1], namesHidden: false }
  expect(summaryOf(doc)).toEqual(summary)
  expect(summaryFrom(structuredClone(summaryOf(doc)))).toEqual(summary)
})

it('says whether the map’s own name mentions somebody hidden, and never whom', () => {
  const hidden = stakeholder('x', { name: 'Dr Okafor', confidentiality: HIDDEN })
  const named = summaryOf(docOf([hidden], { name: 'What dr. okafor saw' }))
  expect(named.namesHidden).toBe(true)
  expect(JSON.stringify(named)).not.toContain('kafor')
  expect(summaryFrom(structuredClone(named)).namesHidden).toBe(true)
  expect(summaryOf(docOf([hidden], { name: 'Clean air' })).namesHidden).toBe(false)
})

it('reads a summary that is not one as nobody', () => {
  for (const summary of [null, undefined, 'x', 3, {}, [], ['a', null, -1, NaN, Infinity]]) {
    expect(summaryFrom(summary)).toEqual({ counts: [0, 0, 0, 0, 0], namesHidden: false })
  }
})

it('reads the counts that older maps were stored with', () => {
  expect(summaryFrom([1.5, 2, 3, 4, 5, 6]).counts).toEqual([1, 2, 3, 4, 5])
})
