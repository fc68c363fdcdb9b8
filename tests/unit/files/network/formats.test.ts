import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewFor } from '../../../../src/audience/gate.ts'
import type { PublicChoices } from '../../../../src/audience/view.ts'
import type { MapDoc } from '../../../../src/domain/records.ts'
import { Twins } from '../../../../src/domain/twins.ts'
import type { NetworkFormatWriter } from '../../../../src/files/network/writer.ts'
import { NETWORK_FORMATS, writeNetwork } from '../../../../src/files/networkFormats.ts'
import { arbitraryDoc } from '../../../support/arbitraryDoc.ts'
import { arbitraryChoices } from '../../../support/publicChoices.ts'
import { docOf, HIDDEN, inSegment, stakeholder, tie } from '../../../support/records.ts'
import { twinOf } from '../../../support/twin.ts'
import { arbitraryMap } from '../arbitraryMap.ts'
import { planOf } from './fixture.ts'
import { factsOf, factsOfPlan, isSayable, placesOf, words } from './graphSupport.ts'

const bytesOf = (
  format: NetworkFormatWriter,
  doc: MapDoc,
  audience: 'team' | 'public',
  choices?: PublicChoices,
) => {
  const view = viewFor(doc, audience, choices)
  const content = writeNetwork(format, view, placesOf(view), words)
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
const back = (format: NetworkFormatWriter, doc: MapDoc) =>
  planOf({ name: `network${format.extension}`, bytes: bytesOf(format, doc, 'team') })

/** Ties that say what another says of the same two are skipped when read; the editor draws none. */
function withoutTwins(doc: MapDoc): MapDoc {
  const twins = new Twins()
  const ties = [...doc.relationships].filter(([, one]) =>
    twins.add({ ...one, label: one.kind === 'own' ? one.label : '' }),
  )
  return { ...doc, relationships: new Map(ties) }
}

/** The same map to the public: other notes, contacts and places, and other true stances of those shown elsewhere. */
function withOtherSecrets(doc: MapDoc): MapDoc {
  const stakeholders = [...doc.stakeholders].map(([id, one]) => {
    const { placement, confidentiality } = one
    const stance =
      confidentiality.level === 'public' ? placement?.stance : -(placement?.stance ?? 0)
    const moved = placement && { stance: stance ?? 0, depth: 1 - placement.depth }
    const secrets = { notes: 'other', contact: 'other', networkPosition: null, placement: moved }
    return [id, { ...one, ...secrets }] as const
  })
  const ties = [...doc.relationships].map(([id, one]) => [id, { ...one, notes: 'other' }] as const)
  return { ...doc, stakeholders: new Map(stakeholders), relationships: new Map(ties) }
}

const maps = fc.oneof(arbitraryDoc(8), arbitraryMap).filter(isSayable).map(withoutTwins)
const named = (formats: readonly NetworkFormatWriter[]) =>
  formats.map((format) => [format.id, format] as const)
/** A canvas has less to say it with: see its own tests. */
const readBack = NETWORK_FORMATS.filter(({ id }) => id !== 'json canvas')
const withPlaces = NETWORK_FORMATS.filter(({ id }) => id === 'gexf' || id === 'graphml')

describe.each(named(readBack))('%s', (_, format) => {
  it('brings back what it can hold: all but exact stances and the order of words', () => {
    fc.assert(
      fc.property(maps, (doc) => {
        const plan = back(format, doc)
        expect(factsOfPlan(plan)).toEqual(factsOf(doc))
        expect(plan.outside).toEqual([])
        expect(plan.kept).toEqual([])
        expect(plan.dropped).toEqual([])
        expect(plan.faults).toEqual([])
      }),
      { numRuns: 80 },
    )
  })

  it('brings back texts of the team', () => {
    const doc = docOf([
      stakeholder('a', {
        name: '=cmd|calc!A1',
        description: '+ two\nlines, "quoted"; and\ttab',
        notes: '@home _x0041_ <b>&amp;</b>',
        contact: "'=1",
        tags: ['-dash', 'a;b'],
      }),
      stakeholder('b', { name: 'مجلس' }),
      tie('t', 'a', 'b', { kind: 'own', label: 'partner', notes: '=1+1' }),
      tie('u', 'a', 'b', { kind: 'own', label: 'own' }),
      tie('v', 'a', 'b', { kind: 'own', label: '' }),
    ])
    const { import: file } = back(format, doc)
    expect(file.stakeholders).toMatchObject([
      {
        name: '=cmd|calc!A1',
        description: '+ two\nlines, "quoted"; and\ttab',
        notes: '@home _x0041_ <b>&amp;</b>',
        contact: "'=1",
        tags: ['-dash', 'a;b'],
      },
      { name: 'مجلس' },
    ])
    expect(file.relationships.map(({ kind, label, notes }) => [kind, label, notes])).toEqual([
      ['own', 'partner', '=1+1'],
      ['own', 'own', ''],
      ['own', '', ''],
    ])
  })

  it('knows two of the same name apart', () => {
    const doc = docOf([
      stakeholder('a', { name: 'Twin' }),
      stakeholder('b', { name: 'twin' }),
      tie('t', 'b', 'a'),
    ])
    expect(back(format, doc).import.relationships).toMatchObject([{ from: 'e2', to: 'e1' }])
  })
})

describe.each(named(withPlaces))('%s', (_, format) => {
  it('brings back places, as put there by hand', () => {
    fc.assert(
      fc.property(maps, (doc) => {
        const view = viewFor(doc, 'team')
        const places = placesOf(view)
        const positions = back(format, doc).import.stakeholders.map((one) => one.networkPosition)
        expect(positions).toEqual(
          view.stakeholders.map(({ key }) => ({ ...places.get(key), pinned: true })),
        )
      }),
    )
  })
})

describe.each(named(NETWORK_FORMATS))('%s', (_, format) => {
  it('of the public says what a map without all that is hidden would say, byte for byte', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryDoc(8), arbitraryMap), arbitraryChoices, (doc, chosen) => {
        expect(bytesOf(format, doc, 'public', chosen)).toEqual(
          bytesOf(format, twinOf(doc), 'public', chosen),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('of the public says nothing that only the team knows of those who are shown', () => {
    fc.assert(
      fc.property(arbitraryDoc(8), arbitraryChoices, (doc, chosen) => {
        expect(bytesOf(format, withOtherSecrets(doc), 'public', chosen)).toEqual(
          bytesOf(format, doc, 'public', chosen),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same bytes for the same map', () => {
    const doc = docOf([
      stakeholder('a', { placement: inSegment(1) }),
      stakeholder('b', { confidentiality: HIDDEN }),
      tie('t', 'a', 'b'),
    ])
    expect(bytesOf(format, doc, 'team')).toEqual(bytesOf(format, doc, 'team'))
  })

  it('of a map with nobody is a file all the same', () => {
    expect(bytesOf(format, docOf([]), 'public').length).toBeGreaterThan(0)
  })
})
