import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { viewFor } from '../../../src/audience/gate.ts'
import { isHidden } from '../../../src/domain/hidden.ts'
import { reviewOf } from '../../../src/audience/review.ts'
import type { MapView } from '../../../src/audience/view.ts'
import { recordsOf } from '../../../src/domain/doc.ts'
import { looseName } from '../../../src/domain/names.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import { segmentOf, stanceOfSegment } from '../../../src/domain/spectrum.ts'
import { layoutFor } from '../../../src/drawing/layout.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { arbitraryChoices, EVERYTHING } from '../../support/publicChoices.ts'
import { publicOutputs } from '../../support/publicOutputs.ts'
import {
  docOf,
  HIDDEN,
  inSegment,
  resource,
  sector,
  shownAt,
  stakeholder,
  tie,
} from '../../support/records.ts'
import { twinOf } from '../../support/twin.ts'

// Many random maps take their time on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const hiddenIn = (doc: MapDoc) => [...doc.stakeholders.values()].filter(isHidden)

/** Every free text of a view: all that somebody has put into words but the names. */
const freeTexts = ({ info, ...view }: MapView): string[] => [
  info.name,
  info.we,
  info.goal,
  ...info.segmentNames.map((name) => name ?? ''),
  ...view.stakeholders.flatMap((one) => [
    one.sector ?? '',
    ...one.offers,
    ...one.needs,
    ...one.tags,
    one.description,
  ]),
  ...view.relationships.map(({ label }) => label),
  ...view.sectors,
  ...view.resources,
]

/** A plain reader, who knows nothing of `confidentialWords`: skips case, accents, and what is between words. */
function reads(text: string, name: string): boolean {
  const words = looseName(name).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return text.includes(name)
  const isShort = words.join('').length < 4
  const edge = isShort ? '(?![\\p{L}\\p{N}])' : '(?!(?<=\\p{N})\\p{N})'
  const start = isShort ? '(?<![\\p{L}\\p{N}])' : ''
  return new RegExp(`${start}${words.join('[^\\p{L}\\p{N}]*')}${edge}`, 'u').test(looseName(text))
}

describe('every public output', () => {
  it('is byte for byte that of the map without all that is confidential, and without texts that mention it', () => {
    const seen = {
      hidden: 0,
      soleMembers: 0,
      allHidden: 0,
      noneHidden: 0,
      hiddenTies: 0,
      confidentialTies: 0,
      withheld: 0,
      cautions: 0,
    }
    let runs = 0
    fc.assert(
      fc.property(
        arbitraryDoc(10, ['mixed', 'mixed', 'mixed', 'mixed', 'all hidden', 'none hidden']),
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
          for (const { from, to, confidentiality } of doc.relationships.values()) {
            if (gone.has(from) || gone.has(to)) seen.hiddenTies++
            else if (confidentiality === 'confidential') seen.confidentialTies++
          }
          const { withheld } = reviewOf(doc, chosen)
          seen.withheld += withheld.texts.length
          seen.cautions += withheld.cautions.length
          const how = runs++ % 20 === 0 ? 'drawn' : 'as data'
          expect(publicOutputs(doc, chosen, how)).toEqual(publicOutputs(twinOf(doc), chosen, how))
        },
      ),
      { numRuns: 1000 },
    )
    // The maps were of the kinds that matter.
    expect(seen.hidden).toBeGreaterThan(500)
    expect(seen.withheld).toBeGreaterThan(100)
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10)
  })

  it('says in no free text a name or alias of somebody hidden, in whatever spelling', () => {
    const seen = { texts: 0 }
    fc.assert(
      fc.property(arbitraryDoc(), arbitraryChoices, (doc, chosen) => {
        const texts = new Set(freeTexts(viewFor(doc, 'public', chosen)))
        const everything = new Set(freeTexts(viewFor(doc, 'team')))
        for (const { name, aliases } of hiddenIn(doc)) {
          for (const word of [name, ...aliases]) {
            expect([...texts].filter((text) => reads(text, word))).toEqual([])
            seen.texts += [...everything].filter((text) => reads(text, word)).length
          }
        }
      }),
      { numRuns: 500 },
    )
    // There were texts to be withheld.
    expect(seen.texts).toBeGreaterThan(100)
  })

  it('says everything where nobody is hidden', () => {
    fc.assert(
      fc.property(arbitraryDoc(10, ['none hidden']), (doc) => {
        const said = new Set(freeTexts(viewFor(doc, 'public', EVERYTHING)))
        const { info, stakeholders } = doc
        for (const text of [info.name, info.we, info.goal, ...info.segmentNames]) {
          expect(said).toContain(text ?? '')
        }
        for (const { description, tags } of stakeholders.values()) {
          for (const text of [description, ...tags]) expect(said).toContain(text)
        }
      }),
      { numRuns: 100 },
    )
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
    let runs = 0
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
        const how = runs++ % 20 === 0 ? 'drawn' : 'as data'
        expect(publicOutputs(plain(doc), chosen, how)).toEqual(publicOutputs(doc, chosen, how))
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
          aliases: [`canary alias of ${one.id}`],
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
    let runs = 0
    fc.assert(
      fc.property(arbitraryDoc(), arbitraryChoices, (random, chosen) => {
        const doc = marked(random)
        const how = runs++ % 20 === 0 ? 'drawn' : 'as data'
        for (const output of Object.values(publicOutputs(doc, chosen, how))) {
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
