import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { findingsOf } from '../../../src/analysis/findings.ts'
import { gapsOf } from '../../../src/analysis/gaps.ts'
import { VAGUE_WORDS_EN } from '../../../src/analysis/vagueWordsEn.ts'
import { waysTo } from '../../../src/analysis/ways.ts'
import { viewFor } from '../../../src/audience/gate.ts'
import { isHidden } from '../../../src/domain/hidden.ts'
import type { MapView } from '../../../src/audience/view.ts'
import { recordsOf } from '../../../src/domain/doc.ts'
import {
  DIRECTIONS,
  type MapDoc,
  type Relationship,
  RELATIONSHIP_KINDS,
} from '../../../src/domain/records.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { arbitraryChoices } from '../../support/publicChoices.ts'
import { docOf, HIDDEN, inSegment, shownAt, stakeholder, tie } from '../../support/records.ts'
import { twinOf } from '../../support/twin.ts'

// Many random maps take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** All that is worked out from a view, the ways to everybody included. */
const everythingOf = (view: MapView) => ({
  findings: findingsOf(view),
  gaps: gapsOf(view, VAGUE_WORDS_EN),
  ways: view.stakeholders.map(({ key }) => waysTo(view, key)),
})

/** A map with more ties, some of them confidential, and now and then a funder of everybody. */
const tiedDoc = (most: number): fc.Arbitrary<MapDoc> =>
  arbitraryDoc(most).chain((doc) => {
    const ids = [...doc.stakeholders.keys()]
    if (ids.length < 2) return fc.constant(doc)
    const facts = fc.record({
      kind: fc.constantFrom(...RELATIONSHIP_KINDS),
      direction: fc.constantFrom(...DIRECTIONS),
      strength: fc.constantFrom(1 as const, 2 as const, 3 as const),
      confidentiality: fc.constantFrom('public' as const, 'confidential' as const),
    })
    const ends = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
    return fc
      .record({
        more: fc.array(fc.tuple(ends, facts), { maxLength: 3 * ids.length, size: 'max' }),
        funder: fc.option(fc.constantFrom(...ids), { freq: 2 }),
      })
      .map(({ more, funder }) => {
        const funds = funder ? ids.map((id) => [[funder, id], { kind: 'funds' }] as const) : []
        const ties = [...more, ...funds].flatMap(([[from, to], said], i) =>
          from === to ? [] : [tie(`more-${i}`, from, to, said)],
        )
        return docOf([...recordsOf(doc).filter(({ type }) => type !== 'map'), ...ties], doc.info)
      })
  })

describe('what the public is told', () => {
  it('is what a map without its confidential parts tells: findings, gaps, and every way', () => {
    const seen = { hidden: 0, confidentialTies: 0, ways: 0, changedByTheGate: 0 }
    const kinds = new Map<string, number>()
    fc.assert(
      fc.property(tiedDoc(14), arbitraryChoices, (doc, chosen) => {
        const told = everythingOf(viewFor(doc, 'public', chosen))
        expect(told).toEqual(everythingOf(viewFor(twinOf(doc), 'public', chosen)))
        const inTeam = everythingOf(viewFor(doc, 'team'))
        if (told.ways.filter(({ kind }) => kind === 'ways').length > 0) seen.ways++
        if (told.findings.length !== inTeam.findings.length) seen.changedByTheGate++
        seen.hidden += [...doc.stakeholders.values()].filter(isHidden).length
        for (const { confidentiality } of doc.relationships.values()) {
          if (confidentiality === 'confidential') seen.confidentialTies++
        }
        for (const { kind } of [...told.findings, ...told.gaps])
          kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      }),
      { numRuns: 300 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(30)
    // All but vague names, which these maps have none of.
    for (const count of kinds.values()) expect(count).toBeGreaterThan(5)
    expect(kinds.size).toBe(8 + 5)
  })

  it('does not depend on the order in which ties were drawn', () => {
    const shuffled = tiedDoc(12).chain((doc) => {
      const records = recordsOf(doc).filter((record) => record.type !== 'map')
      const ties = records.filter(
        (record): record is Relationship => record.type === 'relationship',
      )
      const others = records.filter((record) => record.type !== 'relationship')
      return fc.tuple(
        fc.constant(doc),
        fc
          .shuffledSubarray(ties, { minLength: ties.length })
          .map((mixed) => docOf([...others, ...mixed], doc.info)),
      )
    })
    fc.assert(
      fc.property(shuffled, arbitraryChoices, ([doc, twin], chosen) => {
        expect(everythingOf(viewFor(twin, 'public', chosen))).toEqual(
          everythingOf(viewFor(doc, 'public', chosen)),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('is a way around the confidential, not a gap in the numbering of ways', () => {
    const people = [
      stakeholder('us', { role: 'member', placement: inSegment(0) }),
      stakeholder('mole', { confidentiality: HIDDEN, placement: inSegment(0) }),
      stakeholder('priest', { placement: inSegment(2) }),
      stakeholder('mayor', { role: 'target', placement: inSegment(4) }),
    ]
    const ties = [
      tie('t1', 'mole', 'us', { kind: 'trusts', strength: 3 }),
      tie('t2', 'mayor', 'mole', { kind: 'trusts', strength: 3 }),
      tie('t3', 'mayor', 'us', { kind: 'trusts', strength: 3, confidentiality: 'confidential' }),
      tie('t4', 'us', 'priest', { kind: 'works with' }),
      tie('t5', 'priest', 'mayor', { kind: 'influences' }),
    ]
    const doc = docOf([...people, ...ties])
    const team = waysTo(viewFor(doc, 'team'), 'mayor')
    expect(team.kind === 'ways' && team.ways.map(({ stakeholders }) => stakeholders)).toEqual([
      ['us', 'mayor'],
      ['us', 'mole', 'mayor'],
      ['us', 'priest', 'mayor'],
    ])
    const told = waysTo(viewFor(doc, 'public'), 's3')
    expect(told.kind === 'ways' && told.ways.map(({ stakeholders }) => stakeholders)).toEqual([
      ['s1', 's2', 's3'],
    ])
  })

  it('ranks ways by where people are shown to stand, not by where they do', () => {
    const docWith = (confidentiality: ReturnType<typeof shownAt>) =>
      docOf([
        stakeholder('us', { role: 'member' }),
        stakeholder('clerk', { placement: inSegment(0), confidentiality }),
        stakeholder('editor', { placement: inSegment(1) }),
        stakeholder('mayor'),
        tie('a', 'us', 'clerk'),
        tie('b', 'us', 'editor'),
        tie('c', 'clerk', 'mayor'),
        tie('d', 'editor', 'mayor'),
      ])
    const first = (doc: MapDoc, audience: 'team' | 'public', target: string) => {
      const result = waysTo(viewFor(doc, audience), target)
      return result.kind === 'ways' ? result.ways[0]?.stakeholders[1] : null
    }
    const doc = docWith(shownAt(-0.8))
    expect(first(doc, 'team', 'mayor')).toBe('clerk')
    expect(first(doc, 'public', 's4')).toBe('s3')
  })
})
