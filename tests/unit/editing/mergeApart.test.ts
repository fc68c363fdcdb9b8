import { expect, it } from 'vitest'
import { applyDiff } from '../../../src/domain/diff.ts'
import { NOTHING_DECIDED, withSide } from '../../../src/domain/merge/choices.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import { segmentOf } from '../../../src/domain/spectrum.ts'
import { mergeApart } from '../../../src/editing/mergeApart.ts'
import { copyOf } from '../../support/fileCopy.ts'
import { counting, docOf, inSegment, personId, stakeholder, unwrap } from '../../support/records.ts'

const merged = (mine: MapDoc, theirs: MapDoc, choices = NOTHING_DECIDED): MapDoc =>
  applyDiff(mine, unwrap(mergeApart(copyOf(theirs), choices)(mine, counting())))
const placeOf = (doc: MapDoc, id: string) => doc.stakeholders.get(personId(id))?.placement
const segmentIn = (doc: MapDoc, id: string) => segmentOf(placeOf(doc, id)?.stance ?? NaN)

it('whoever comes to stand on the pie by a merge covers nobody, in the segment that was meant', () => {
  const mine = docOf([
    stakeholder('a', { placement: inSegment(0) }),
    stakeholder('b', { placement: inSegment(2) }),
  ])
  const theirs = docOf([
    stakeholder('b', { placement: inSegment(0) }),
    stakeholder('c', { placement: inSegment(0) }),
  ])
  const after = merged(mine, theirs, withSide(NOTHING_DECIDED, 'b', 'placement', 'theirs'))
  expect(['a', 'b', 'c'].map((id) => segmentIn(after, id))).toEqual([0, 0, 0])
  const places = ['a', 'b', 'c'].map((id) => JSON.stringify(placeOf(after, id)))
  expect(new Set(places).size).toBe(3)
})

it('a merge that places nobody moves nobody', () => {
  const crowd = [0.5, 0.501].map((depth, n) =>
    stakeholder(`p${n}`, { placement: inSegment(1, depth) }),
  )
  const mine = docOf(crowd)
  const after = merged(mine, docOf(crowd.map((one) => ({ ...one, notes: 'new' }))))
  expect(crowd.map(({ id }) => placeOf(after, id))).toEqual(crowd.map(({ placement }) => placement))
  expect([...after.stakeholders.values()].every(({ notes }) => notes === 'new')).toBe(true)
})

it('newcomers leave their place in the network where the map has places of its own', () => {
  const networkPosition = { x: 1, y: 2, pinned: true }
  const theirs = docOf([stakeholder('n', { networkPosition })])
  const positions = (mine: MapDoc) =>
    Array.from(merged(mine, theirs).stakeholders.values(), (one) => one.networkPosition)
  expect(positions(docOf([stakeholder('a')]))).toEqual([null, networkPosition])
  const own = { x: 9, y: 9, pinned: false }
  expect(positions(docOf([stakeholder('a', { networkPosition: own })]))).toEqual([own, null])
})
