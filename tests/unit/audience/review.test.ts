import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewFor } from '../../../src/audience/gate.ts'
import { NOTHING_CHOSEN } from '../../../src/audience/policy.ts'
import { reviewOf } from '../../../src/audience/review.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { arbitraryChoices, EVERYTHING } from '../../support/publicChoices.ts'
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

const doc = docOf(
  [
    sector('s', 'Maria’s circle'),
    sector('unused', 'Maria alone'),
    resource('r', 'Maria’s hall'),
    stakeholder('a', {
      name: 'Ana',
      placement: inSegment(1),
      sector: sector('s').id,
      offers: [resource('r').id],
      tags: ['maria', 'rent'],
      description: 'Knows the night nurse.',
    }),
    stakeholder('b', { name: 'Friends of Maria' }),
    stakeholder('c', { name: 'Cem', placement: inSegment(0), confidentiality: shownAt(0) }),
    stakeholder('m', {
      name: 'Maria',
      aliases: ['the night nurse'],
      confidentiality: HIDDEN,
      description: 'Maria says Maria',
    }),
    tie('t1', 'a', 'm'),
    tie('t2', 'a', 'b', { kind: 'funds', confidentiality: 'confidential' }),
    tie('t3', 'b', 'a', { kind: 'own', label: 'through Maria' }),
    tie('t4', 'b', 'c'),
  ],
  { name: 'Rent for María', segmentNames: [null, null, null, 'Not with Maria', null] },
)

describe('the review before sharing', () => {
  it('shows everybody who will be visible, as the public sees them', () => {
    expect(reviewOf(doc, EVERYTHING).view).toEqual(viewFor(doc, 'public', EVERYTHING))
  })

  it('names who is hidden, who is shown elsewhere, which ties are left out, and why', () => {
    const { hidden, atPublicStance, ties, cautions } = reviewOf(doc, NOTHING_CHOSEN).withheld
    expect(hidden).toEqual(['Maria'])
    expect(atPublicStance).toEqual([{ name: 'Cem', publicStance: 0 }])
    expect(ties).toMatchObject([
      { from: 'Ana', to: 'Maria', kind: 'influences', because: 'somebody hidden' },
      { from: 'Ana', to: 'Friends of Maria', kind: 'funds', because: 'confidential' },
    ])
    expect(cautions).toEqual([{ name: 'Friends of Maria', mentions: 'Maria' }])
  })

  it('says which texts are left out, where they stand and what they mention', () => {
    const always = [
      { place: { kind: 'map name' }, text: 'Rent for María', mentions: 'Maria' },
      { place: { kind: 'segment', segment: 3 }, text: 'Not with Maria', mentions: 'Maria' },
      { place: { kind: 'sector' }, text: 'Maria’s circle', mentions: 'Maria' },
    ]
    expect(reviewOf(doc, NOTHING_CHOSEN).withheld.texts).toEqual(always)
    expect(reviewOf(doc, EVERYTHING).withheld.texts).toEqual([
      ...always,
      { place: { kind: 'resource' }, text: 'Maria’s hall', mentions: 'Maria' },
      { place: { kind: 'tag', of: 'Ana' }, text: 'maria', mentions: 'Maria' },
      {
        place: { kind: 'description', of: 'Ana' },
        text: 'Knows the night nurse.',
        mentions: 'the night nurse',
      },
      {
        place: { kind: 'tie', from: 'Friends of Maria', to: 'Ana' },
        text: 'through Maria',
        mentions: 'Maria',
      },
    ])
  })

  it('points out texts that have a part of a hidden person’s name in them, and shows them', () => {
    const map = docOf(
      [
        stakeholder('h', { name: 'Élodie Brûlé', kind: 'person', confidentiality: HIDDEN }),
        stakeholder('o', { name: 'Night Union', kind: 'group', confidentiality: HIDDEN }),
      ],
      {
        name: 'Team Élodie Brûlé',
        goal: 'a union by night',
        segmentNames: ['Anti-Brule', null, null, null, null],
      },
    )
    const { view, withheld } = reviewOf(map, NOTHING_CHOSEN)
    expect(withheld.hints).toEqual([
      { place: { kind: 'segment', segment: 0 }, text: 'Anti-Brule', mentions: 'Brûlé' },
    ])
    expect(view.info.segmentNames[0]).toBe('Anti-Brule')
  })

  it('finds nothing withheld in a map without secrets, and all that makes the difference in others', () => {
    fc.assert(
      fc.property(arbitraryDoc(), arbitraryChoices, (map, chosen) => {
        const nothing = {
          hidden: [],
          ties: [],
          texts: [],
          hints: [],
          atPublicStance: [],
          cautions: [],
        }
        const { withheld } = reviewOf(twinOf(map), chosen)
        expect({ ...withheld, atPublicStance: [] }).toEqual(nothing)
        const { hidden, ties, texts } = reviewOf(map, chosen).withheld
        const told = { ...twinOf(map), info: map.info }
        if (hidden.length + ties.length + texts.length === 0) {
          expect(viewFor(told, 'public', chosen)).toEqual(viewFor(map, 'public', chosen))
        }
      }),
      { numRuns: 200 },
    )
  })
})
