import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { isHidden, viewFor } from '../../../src/audience/gate.ts'
import { removeStakeholders } from '../../../src/domain/commands/stakeholders.ts'
import { applyDiff } from '../../../src/domain/diff.ts'
import { recordsOf } from '../../../src/domain/doc.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import { segmentOf, stanceOfSegment } from '../../../src/domain/spectrum.ts'
import { layoutFor } from '../../../src/drawing/layout.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { arbitraryChoices, EVERYTHING } from '../../support/publicChoices.ts'
import { publicOutputs } from '../../support/publicOutputs.ts'
import {
  counting,
  docOf,
  HIDDEN,
  inSegment,
  resource,
  sector,
  shownAt,
  stakeholder,
  tie,
  unwrap,
} from '../../support/records.ts'

// Many random maps take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const hiddenIn = (doc: MapDoc) => [...doc.stakeholders.values()].filter(isHidden)

/** The map as if nobody hidden had ever been named; in records of its own, so that no cache can help. */
const withoutHidden = (doc: MapDoc): MapDoc =>
  structuredClone(
    applyDiff(doc, unwrap(removeStakeholders(hiddenIn(doc).map(({ id }) => id))(doc, counting()))),
  )

describe('every public output', () => {
  it('is byte for byte that of the same map without its hidden stakeholders', () => {
    const seen = { hidden: 0, soleMembers: 0, allHidden: 0, noneHidden: 0, hiddenTies: 0 }
    fc.assert(
      fc.property(
        arbitraryDoc(14, ['mixed', 'mixed', 'mixed', 'mixed', 'all hidden', 'none hidden']),
        arbitraryChoices,
        (doc, chosen) => {
          const hidden = hiddenIn(doc)
          const gone = new Set(hidden.map(({ id }) => id))
          const left = [...doc.stakeholders.values()].filter((one) => !gone.has(one.id))
          seen.hidden += hidden.length
          if (hidden.length === 0) seen.noneHidden++
          if (hidden.length > 0 && left.length === 0) seen.allHidden++
          for (const { placement } of hidden) {
            if (!placement) continue
            const segment = segmentOf(placement.stance)
            if (!left.some((one) => one.placement && segmentOf(one.placement.stance) === segment)) {
              seen.soleMembers++
            }
          }
          for (const { from, to } of doc.relationships.values()) {
            if (gone.has(from) || gone.has(to)) seen.hiddenTies++
          }
          expect(publicOutputs(doc, chosen)).toEqual(publicOutputs(withoutHidden(doc), chosen))
        },
      ),
      { numRuns: 300 },
    )
    // The maps were of the kinds that matter.
    expect(seen.hidden).toBeGreaterThan(300)
    expect(seen.hiddenTies).toBeGreaterThan(200)
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10)
  })

  it('stays the same while the team adds, moves, ties and tags somebody hidden', () => {
    const people = [
      stakeholder('b', { name: 'Bo', placement: inSegment(1), order: 4 }),
      stakeholder('a', { name: 'Ana', placement: inSegment(1), order: 2, sector: sector('s').id }),
    ]
    const before = publicOutputs(docOf([sector('s', 'Health'), ...people]), EVERYTHING)
    const versions = [
      { order: 3 },
      { order: 3, placement: inSegment(1) },
      {
        order: 3,
        placement: inSegment(1, 0.1),
        sector: sector('x').id,
        offers: [resource('r').id],
      },
      { order: 9, placement: inSegment(0), targetSegment: 4 as const, influence: 1 },
    ]
    for (const facts of versions) {
      const doc = docOf([
        sector('s', 'Health'),
        sector('x', 'Secret services'),
        resource('r', 'Leaks'),
        ...people,
        stakeholder('secret', { confidentiality: HIDDEN, tags: ['mole'], ...facts }),
        tie('t', 'secret', 'a'),
        tie('u', 'b', 'secret'),
      ])
      expect(publicOutputs(doc, EVERYTHING)).toEqual(before)
    }
  })

  it('draws cards spread by their order alone, so that no gap shows where somebody hidden stands', () => {
    /** Everybody nearer to the middle of the segment, in the same order. */
    const squeezed = (doc: MapDoc): MapDoc =>
      docOf(
        recordsOf(doc).map((record) => {
          if (record.type !== 'stakeholder' || !record.placement) return record
          const { stance, depth } = record.placement
          const middle = stanceOfSegment(segmentOf(stance))
          const nearer = middle + (stance - middle) / 2
          return { ...record, placement: { stance: nearer, depth: depth / 2 } }
        }),
        doc.info,
      )
    const places = (doc: MapDoc) =>
      layoutFor(viewFor(doc, 'public')).cards.map(({ key, x, y }) => ({ key, x, y }))
    fc.assert(
      fc.property(arbitraryDoc(14, ['none hidden']), (doc) => {
        expect(places(squeezed(doc))).toEqual(places(doc))
      }),
      { numRuns: 100 },
    )
  })

  it('does not tell who is shown at a public stance from who simply stands there', () => {
    const seen = { shown: 0 }
    /** Everybody shown at a public stance as if that were all there is to know. */
    const plain = (doc: MapDoc): MapDoc =>
      docOf(
        structuredClone(recordsOf(doc)).map((record) => {
          if (record.type !== 'stakeholder' || record.confidentiality.level === 'public')
            return record
          const { publicStance } = record.confidentiality
          if (publicStance === null) return record
          seen.shown++
          return {
            ...record,
            confidentiality: { level: 'public' },
            placement: { stance: publicStance, depth: 0.271_828 },
            targetSegment: null,
          }
        }),
        doc.info,
      )
    fc.assert(
      fc.property(arbitraryDoc(14, ['mixed', 'none hidden']), arbitraryChoices, (doc, chosen) => {
        expect(publicOutputs(plain(doc), chosen)).toEqual(publicOutputs(doc, chosen))
      }),
      { numRuns: 150 },
    )
    expect(seen.shown).toBeGreaterThan(20)
  })

  it('stays the same while the team moves somebody shown at a public stance', () => {
    const at = (placement: ReturnType<typeof inSegment> | null, targetSegment: 0 | 4 | null) =>
      publicOutputs(
        docOf([
          stakeholder('open', { placement: inSegment(2) }),
          stakeholder('shown', { placement, targetSegment, confidentiality: shownAt(0.4) }),
        ]),
        EVERYTHING,
      )
    expect(at(inSegment(0, 0.9), 4)).toEqual(at(inSegment(4, 0.1), 0))
    expect(at(null, null)).toEqual(at(inSegment(4, 0.1), 0))
  })
})

describe('a canary', () => {
  const CANARY = /canary/i

  /** Everything that must never leave the team says so. */
  const marked = (doc: MapDoc): MapDoc => {
    const hidden = new Set(hiddenIn(doc).map(({ id }) => id))
    const visible = [...doc.stakeholders.values()].filter(({ id }) => !hidden.has(id))
    const spare = new Set<string>(
      [...doc.sectors.keys(), ...doc.resources.keys()].filter(
        (id) =>
          !visible.some(
            (one) =>
              one.sector === id ||
              one.offers.some((other) => other === id) ||
              one.needs.some((other) => other === id),
          ),
      ),
    )
    return docOf(
      [
        ...[...doc.sectors.values(), ...doc.resources.values()].map((word) =>
          spare.has(word.id) ? { ...word, name: `Canary ${word.name}` } : word,
        ),
        ...Array.from(doc.stakeholders.values(), (one) => ({
          ...one,
          notes: `canary notes of ${one.id}`,
          contact: `canary@${one.id}.example`,
          networkPosition: { x: 987_654.321, y: 123, pinned: true },
          ...(hidden.has(one.id)
            ? {
                name: `Canary ${one.name}`,
                description: 'canary description',
                tags: ['canary tag'],
                targetSegment: 0 as const,
              }
            : {}),
          ...(one.confidentiality.level === 'confidential' && one.placement
            ? { placement: { stance: 0.712_345, depth: 0.654_321 } }
            : {}),
        })),
        ...Array.from(doc.relationships.values(), (one) => ({
          ...one,
          notes: 'canary tie notes',
          ...(one.confidentiality === 'confidential' || hidden.has(one.from) || hidden.has(one.to)
            ? { label: 'canary label' }
            : {}),
        })),
      ],
      doc.info,
    )
  }

  it('is found in no public output, whatever is chosen', () => {
    fc.assert(
      fc.property(arbitraryDoc(), arbitraryChoices, (random, chosen) => {
        const doc = marked(random)
        for (const output of Object.values(publicOutputs(doc, chosen))) {
          expect(output).not.toMatch(CANARY)
          expect(output).not.toMatch(/0\.712345|0\.654321|987654/)
          expect(output).not.toMatch(/\b(id|tie|sector|resource)-\d/)
          expect(output).not.toContain('map-1')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is found in team outputs, so that this test can fail', () => {
    const doc = marked(
      docOf([
        stakeholder('id-1', { confidentiality: HIDDEN, placement: inSegment(0) }),
        stakeholder('id-2'),
        tie('tie-1', 'id-1', 'id-2'),
      ]),
    )
    const team = JSON.stringify(viewFor(doc, 'team'))
    for (const word of [
      'Canary id-1',
      'canary notes',
      'canary@',
      'canary label',
      '0.712345',
      '987654',
    ]) {
      expect(team).toContain(word)
    }
  })
})
