import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { subjectFor } from '../../../src/audience/subject.ts'
import { applyDiff } from '../../../src/domain/diff.ts'
import type { MapDoc, SegmentIndex } from '../../../src/domain/records.ts'
import { segmentOf, SEGMENTS } from '../../../src/domain/spectrum.ts'
import { rectAt } from '../../../src/drawing/halfPie.ts'
import { buildSpectrumScene, type SpectrumScene } from '../../../src/drawing/spectrumScene.ts'
import { importApart, placesApart } from '../../../src/editing/placeApart.ts'
import { placingOn } from '../../../src/editing/placing.ts'
import { freedomSummer } from '../../../src/files/freedomSummer.ts'
import { sceneWords } from '../../../src/i18n/sceneWords.ts'
import { createMapStore } from '../../../src/store/mapStore.ts'
import { type OpenMap, openMapOn } from '../../../src/store/openMap.ts'
import { createViewSettings } from '../../../src/store/viewSettings.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import {
  counting,
  docOf,
  HIDDEN,
  inSegment,
  personId,
  plain,
  shownAt,
  stakeholder,
  unwrap,
} from '../../support/records.ts'

// Many random maps take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const mapOf = (doc: MapDoc): OpenMap =>
  openMapOn(createMapStore(doc, { ...counting(), now: () => '' }), createViewSettings())
const docIn = (map: OpenMap) => map.store.state.getState().doc
const shownOn = (map: OpenMap, audience: 'team' | 'public' = 'team') => {
  const subject = subjectFor(docIn(map), audience)
  return { subject, scene: buildSpectrumScene(subject.view, sceneWords()) }
}
const on = (map: OpenMap, audience?: 'team' | 'public') => placingOn(map, shownOn(map, audience))
const at = (map: OpenMap, id: string) => docIn(map).stakeholders.get(personId(id))?.placement
const segmentAt = (map: OpenMap, id: string): SegmentIndex | null => {
  const placement = at(map, id)
  return placement ? segmentOf(placement.stance) : null
}
const steps = (map: OpenMap) => map.store.state.getState().stacks.done

/** Pairs of cards that cover each other. */
const overlaps = ({ cards }: SpectrumScene): string[] =>
  cards.flatMap((card, i) =>
    cards.slice(i + 1).flatMap((other) => {
      const a = rectAt(card, card.shape)
      const b = rectAt(other, other.shape)
      const apart =
        a.x + a.width <= b.x + 0.01 ||
        b.x + b.width <= a.x + 0.01 ||
        a.y + a.height <= b.y + 0.01 ||
        b.y + b.height <= a.y + 0.01
      return apart ? [] : [`${card.key} and ${other.key}`]
    }),
  )

const crowd = (count: number) =>
  docOf(
    Array.from({ length: count }, (_, i) => stakeholder(`s${i}`, { name: `Group number ${i}` })),
  )

describe('placing by key', () => {
  it('puts each into the segment, where nobody is covered, as one step', () => {
    for (const segment of SEGMENTS) {
      const map = mapOf(crowd(8))
      const ids = [...docIn(map).stakeholders.keys()]
      on(map).placeInSegment(ids.slice(0, 5), segment)
      for (const id of ids.slice(5)) on(map).placeInSegment([id], segment)
      for (const id of ids) expect(segmentAt(map, id)).toBe(segment)
      expect(overlaps(shownOn(map).scene)).toEqual([])
      expect(steps(map)).toHaveLength(4)
    }
  })

  it('takes off the pie with 0', () => {
    const map = mapOf(docOf([stakeholder('a', { placement: inSegment(1) })]))
    on(map).placeInSegment([personId('a')], null)
    expect(at(map, 'a')).toBeNull()
    expect(steps(map).at(-1)?.label).toEqual({ action: 'unplace', stakeholders: ['a'] })
  })
})

describe('dropping', () => {
  const doc = docOf([
    stakeholder('a', { placement: inSegment(0) }),
    stakeholder('b', { placement: inSegment(0, 0.9) }),
    stakeholder('c'),
  ])

  it('places the card where it was let go, when nobody is there', () => {
    const map = mapOf(doc)
    const { scene } = shownOn(map)
    on(map).drop([{ key: 'c', at: { x: 3, y: -scene.pie.radius * 0.7 } }], 'c')
    expect(segmentAt(map, 'c')).toBe(2)
    const card = shownOn(map).scene.cards.find(({ key }) => key === 'c')
    expect(card?.x).toBeCloseTo(3, 1)
    expect(card?.y).toBeCloseTo(-scene.pie.radius * 0.7, 1)
  })

  it('makes way for who is there already', () => {
    const map = mapOf(doc)
    const there = shownOn(map).scene.cards.find(({ key }) => key === 'a')
    on(map).drop([{ key: 'c', at: { x: there?.x ?? 0, y: there?.y ?? 0 } }], 'c')
    expect(segmentAt(map, 'c')).toBe(0)
    expect(overlaps(shownOn(map).scene)).toEqual([])
    expect(at(map, 'a')).toEqual(inSegment(0))
  })

  it('outside of the pie, or on its hub, returns all that are held to "Not placed yet", as one step', () => {
    for (const point of [
      { x: 0, y: 400 },
      { x: 0, y: -10 },
      { x: 9999, y: -9999 },
    ]) {
      const map = mapOf(doc)
      on(map).drop(
        [
          { key: 'a', at: point },
          { key: 'b', at: { x: 0, y: -300 } },
        ],
        'a',
      )
      expect([at(map, 'a'), at(map, 'b')]).toEqual([null, null])
      expect(steps(map)).toHaveLength(1)
    }
  })

  it('keeps those who follow the card in the hand on the pie', () => {
    const map = mapOf(doc)
    const { radius } = shownOn(map).scene.pie
    on(map).drop(
      [
        { key: 'a', at: { x: radius * 0.7, y: -40 } },
        { key: 'b', at: { x: radius * 3, y: 80 } },
      ],
      'a',
    )
    expect([segmentAt(map, 'a'), segmentAt(map, 'b')]).toEqual([4, 4])
    expect(steps(map)).toHaveLength(1)
  })

  it('is refused while another tab writes, and changes nothing', () => {
    const map = mapOf(doc)
    map.store.setReadOnly(true)
    on(map).drop([{ key: 'a', at: { x: 0, y: 400 } }], 'a')
    expect(docIn(map)).toBe(map.store.state.getInitialState().doc)
  })
})

describe('nudging', () => {
  it('moves by the world’s units, and a row of nudges is one step', () => {
    const map = mapOf(docOf([stakeholder('a', { placement: inSegment(2) }), stakeholder('b')]))
    const x = () => shownOn(map).scene.cards[0]?.x ?? NaN
    const before = x()
    for (let i = 0; i < 5; i++) on(map).nudge([personId('a')], { x: 8, y: 0 })
    expect(x()).toBeCloseTo(before + 40, 0)
    expect(steps(map)).toHaveLength(1)
    map.store.undo()
    expect(at(map, 'a')).toEqual(inSegment(2))
  })

  it('never takes a card off the pie', () => {
    for (const by of [
      { x: 0, y: 4000 },
      { x: 0, y: -9000 },
      { x: -9000, y: 0 },
    ]) {
      const map = mapOf(docOf([stakeholder('a', { placement: inSegment(1) })]))
      on(map).nudge([personId('a')], by)
      expect(at(map, 'a')).not.toBeNull()
    }
  })
})

describe('tidying', () => {
  it('lines up without overlaps, keeps every segment, and is one step', () => {
    fc.assert(
      fc.property(arbitraryDoc(30), (doc) => {
        const map = mapOf(doc)
        on(map).tidyUp()
        for (const [id, { placement }] of doc.stakeholders) {
          expect(segmentAt(map, id)).toBe(placement ? segmentOf(placement.stance) : null)
        }
        expect(overlaps(shownOn(map).scene)).toEqual([])
        expect(steps(map).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 40 },
    )
  })
})

describe('in public preview', () => {
  const doc = docOf([
    stakeholder('secret', { placement: inSegment(1), confidentiality: HIDDEN }),
    stakeholder('shown', { placement: inSegment(0, 0.2), confidentiality: shownAt(0) }),
    stakeholder('open', { placement: inSegment(3) }),
  ])

  it('placing somebody shown at a public stance moves that stance only', () => {
    const map = mapOf(doc)
    on(map, 'public').placeInSegment([personId('shown')], 4)
    const moved = docIn(map).stakeholders.get(personId('shown'))
    expect(moved?.placement).toEqual(inSegment(0, 0.2))
    expect(moved?.confidentiality).toMatchObject({ level: 'confidential' })
    const stance =
      moved?.confidentiality.level === 'confidential' ? moved.confidentiality.publicStance : null
    expect(stance !== null && segmentOf(stance)).toBe(4)
  })

  it('does the same with everybody: no place inside a segment, and nobody off the pie', () => {
    const people = [
      stakeholder('open', { placement: inSegment(1) }),
      stakeholder('shown', { placement: inSegment(4), confidentiality: shownAt(0.4) }),
    ]
    for (const id of ['open', 'shown']) {
      const map = mapOf(docOf(people))
      const before = docIn(map)
      on(map, 'public').placeInSegment([personId(id)], 1)
      on(map, 'public').placeInSegment([personId(id)], null)
      const { scene, subject } = shownOn(map, 'public')
      const key = subject.shown(personId(id))?.key ?? ''
      const card = scene.cards.find((one) => one.key === key)
      on(map, 'public').drop([{ key, at: { x: (card?.x ?? 0) + 9, y: card?.y ?? 0 } }], key)
      on(map, 'public').drop([{ key, at: { x: 0, y: 9e9 } }], key)
      expect(docIn(map)).toBe(before)
      expect(map.store.state.getState().stacks.done).toEqual([])
    }
  })

  it('a card dropped for the public covers nobody in the team’s own view either', () => {
    const crowded = docOf([
      stakeholder('a', { placement: inSegment(3, 0.7) }),
      stakeholder('h', { placement: inSegment(3, 0.4), confidentiality: HIDDEN }),
      stakeholder('b', { placement: inSegment(0) }),
    ])
    const map = mapOf(crowded)
    const shown = shownOn(map, 'public')
    const there = shown.scene.cards.find(({ segment }) => segment === 3)
    const key = shown.subject.view.stakeholders.find(({ name }) => name === 'b')?.key ?? ''
    placingOn(map, shown).drop([{ key, at: { x: there?.x ?? 0, y: there?.y ?? 0 } }], key)
    expect(segmentAt(map, 'b')).toBe(3)
    expect(overlaps(shownOn(map).scene)).toEqual([])
  })

  it('nobody hidden can be moved, and nothing is tidied', () => {
    const map = mapOf(doc)
    on(map, 'public').placeInSegment([personId('secret')], 4)
    on(map, 'public').nudge([personId('secret')], { x: 50, y: 0 })
    on(map, 'public').tidyUp()
    expect(plain(docIn(map))).toEqual(plain(doc))
  })
})

describe('importing into an open map', () => {
  it('adds all with places apart from each other as one diff', () => {
    const doc = docOf([stakeholder('a', { placement: inSegment(0) })])
    const after = applyDiff(doc, unwrap(importApart(freedomSummer())(doc, counting())))
    expect(after.stakeholders.size).toBe(1 + freedomSummer().stakeholders.length)
    expect(overlaps(shownOn(mapOf(after)).scene)).toEqual([])
  })

  it('moves nobody for a list of names without places', () => {
    const doc = docOf([
      stakeholder('a', { placement: inSegment(0) }),
      stakeholder('b', { placement: inSegment(0) }),
    ])
    const names = { ...freedomSummer(), relationships: [] }
    const unplaced = names.stakeholders.map((one) => ({ ...one, placement: null }))
    const diff = unwrap(importApart({ ...names, stakeholders: unplaced })(doc, counting()))
    expect(diff.updated.size).toBe(0)
  })

  it('keeps each in its segment', () => {
    fc.assert(
      fc.property(arbitraryDoc(20), (doc) => {
        for (const [id, place] of placesApart(doc)) {
          const before = doc.stakeholders.get(id)?.placement
          expect(before && segmentOf(before.stance)).toBe(segmentOf(place.stance))
        }
      }),
      { numRuns: 40 },
    )
  })
})
