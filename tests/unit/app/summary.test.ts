import { expect, it } from 'vitest'
import { countsFrom, summaryOf } from '../../../src/app/summary.ts'
import { docOf, HIDDEN, inSegment, shownAt, stakeholder } from '../../support/records.ts'

it('counts in each segment those whom the public may see there', () => {
  const doc = docOf([
    stakeholder('a', { placement: inSegment(0) }),
    stakeholder('b', { placement: inSegment(0) }),
    stakeholder('hidden', { placement: inSegment(0), confidentiality: HIDDEN }),
    stakeholder('shown', { placement: inSegment(1), confidentiality: shownAt(-0.8) }),
    stakeholder('unplaced'),
  ])
  expect(summaryOf(doc)).toEqual([2, 0, 0, 0, 1])
  expect(countsFrom(structuredClone(summaryOf(doc)))).toEqual([2, 0, 0, 0, 1])
})

it('reads a summary that is not one as nobody', () => {
  for (const summary of [null, undefined, 'x', 3, {}, [], ['a', null, -1, NaN, Infinity]]) {
    expect(countsFrom(summary)).toEqual([0, 0, 0, 0, 0])
  }
  expect(countsFrom([1.5, 2, 3, 4, 5, 6])).toEqual([1, 2, 3, 4, 5])
})
