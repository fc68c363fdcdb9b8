import { beforeEach, describe, expect, it } from 'vitest'
import { subjectFor } from '../../../src/audience/subject.ts'
import { influenceLevel } from '../../../src/domain/influence.ts'
import type { MapDoc, Point, SegmentIndex } from '../../../src/domain/records.ts'
import { segmentOf, stanceOfSegment } from '../../../src/domain/spectrum.ts'
import { powerPointOf } from '../../../src/drawing/power/powerGrid.ts'
import { powerLayoutFor } from '../../../src/drawing/power/powerLayout.ts'
import { buildSpectrumScene } from '../../../src/drawing/spectrumScene.ts'
import { powerPlacingOn } from '../../../src/editing/powerPlacing.ts'
import { sceneWords } from '../../../src/i18n/sceneWords.ts'
import { createMapStore } from '../../../src/store/mapStore.ts'
import { type OpenMap, openMapOn } from '../../../src/store/openMap.ts'
import { createViewSettings } from '../../../src/store/viewSettings.ts'
import {
  counting,
  docOf,
  HIDDEN,
  inSegment,
  personId,
  shownAt,
  stakeholder,
} from '../../support/records.ts'

const AXES = 'stance across'
let map: OpenMap
const open = (doc: MapDoc) => {
  map = openMapOn(createMapStore(doc, { ...counting(), now: () => '' }), createViewSettings())
}
const docIn = () => map.store.state.getState().doc
const subjectOf = (audience: 'team' | 'public') => subjectFor(docIn(), audience)
const on = (audience: 'team' | 'public' = 'team') => {
  const subject = subjectOf(audience)
  return powerPlacingOn(
    map,
    { subject, scene: buildSpectrumScene(subject.view, sceneWords()) },
    AXES,
  )
}
const cell = (
  segment: SegmentIndex,
  influence: number,
  audience: 'team' | 'public' = 'team',
): Point =>
  powerPointOf(
    powerLayoutFor(subjectOf(audience).view, AXES).grid,
    stanceOfSegment(segment),
    influence,
  )
const keyOf = (id: string, audience: 'team' | 'public' = 'team') =>
  subjectOf(audience).shown(personId(id))?.key ?? ''
const standing = (id: string) => {
  const one = docIn().stakeholders.get(personId(id))
  const { placement = null, influence = null } = one ?? {}
  return [
    placement && segmentOf(placement.stance),
    influence === null ? null : influenceLevel(influence),
  ]
}

beforeEach(() =>
  open(
    docOf([
      stakeholder('Ana', { placement: inSegment(0), influence: 0.2 }),
      stakeholder('Bo', { placement: inSegment(2), influence: 0.5 }),
      stakeholder('Cem', { influence: 0.5 }),
      stakeholder('Shy', { placement: inSegment(0), influence: 0.5, confidentiality: shownAt(0) }),
      stakeholder('Hid', { placement: inSegment(4), influence: 0.85, confidentiality: HIDDEN }),
    ]),
  ),
)

describe('the power grid', () => {
  it('sets stance and influence with one drop, as one step', () => {
    on().drop([{ key: keyOf('Ana'), at: cell(3, 0.85) }], keyOf('Ana'))
    expect(standing('Ana')).toEqual([3, 'high'])
    map.store.undo()
    expect(standing('Ana')).toEqual([0, 'low'])
  })

  it('places who was not placed, and takes off the grid what is dropped beside it', () => {
    on().drop([{ key: keyOf('Cem'), at: cell(1, 0.2) }], keyOf('Cem'))
    expect(standing('Cem')).toEqual([1, 'low'])
    on().drop([{ key: keyOf('Cem'), at: { x: 1e6, y: 0 } }], keyOf('Cem'))
    expect(standing('Cem')).toEqual([null, 'low'])
  })

  it('keeps the depth on the half-pie while the segment stays', () => {
    const before = docIn().stakeholders.get(personId('Ana'))?.placement?.depth
    on().drop([{ key: keyOf('Ana'), at: cell(0, 0.5) }], keyOf('Ana'))
    expect(docIn().stakeholders.get(personId('Ana'))?.placement?.depth).toBe(before)
  })

  it('is tidied without changing what the cards say', () => {
    const before = ['Ana', 'Bo', 'Shy', 'Hid'].map(standing)
    on().tidyUp()
    expect(['Ana', 'Bo', 'Shy', 'Hid'].map(standing)).toEqual(before)
  })

  it('nudges by a little', () => {
    on().nudge([personId('Bo')], { x: 4, y: -4 })
    const { placement, influence } = docIn().stakeholders.get(personId('Bo')) ?? {}
    expect(placement?.stance).not.toBe(0)
    expect(influence).toBeGreaterThan(0.5)
    expect(standing('Bo')).toEqual([2, 'medium'])
  })
})

describe('the power grid in public preview', () => {
  it('moves the public stance of who is shown at one, and never the real one', () => {
    const key = keyOf('Shy', 'public')
    on('public').drop([{ key, at: cell(3, 0.85, 'public') }], key)
    expect(standing('Shy')).toEqual([0, 'high'])
    expect(docIn().stakeholders.get(personId('Shy'))?.confidentiality).toEqual(shownAt(-0.4))
  })

  it('shows the same whether or not somebody hidden stands where a card is dropped', () => {
    const key = keyOf('Ana', 'public')
    on('public').drop([{ key, at: cell(4, 0.85, 'public') }], key)
    const shown = subjectOf('public').shown(personId('Ana'))
    expect([shown?.placement, shown?.influence]).toEqual([inSegment(4), 0.85])
  })

  it('does the same with everybody: no place inside a cell, and nobody off the grid', () => {
    const before = docIn()
    for (const [id, segment, influence] of [
      ['Bo', 2, 0.5],
      ['Shy', 2, 0.5],
    ] as const) {
      const key = keyOf(id, 'public')
      const { x, y } = cell(segment, influence, 'public')
      on('public').drop([{ key, at: { x: x + 9, y: y + 9 } }], key)
      on('public').drop([{ key, at: { x: 1e6, y: 0 } }], key)
    }
    expect(docIn()).toBe(before)
  })

  it('does not nudge or tidy: cards stand by their order', () => {
    on('public').nudge([personId('Bo')], { x: 4, y: 4 })
    on('public').tidyUp()
    expect(map.store.state.getState().stacks.done).toEqual([])
  })
})
