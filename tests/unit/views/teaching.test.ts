import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../src/audience/confidentialWords.ts'
import { viewFor } from '../../../src/audience/gate.ts'
import { mapFromImport } from '../../../src/domain/commands/importing.ts'
import { decodeRecord } from '../../../src/domain/decode.ts'
import { recordsOf, stakeholdersInOrder } from '../../../src/domain/doc.ts'
import { foldedText } from '../../../src/domain/folding.ts'
import type { DecodedImport } from '../../../src/domain/imported.ts'
import { foldName } from '../../../src/domain/names.ts'
import { asId, type MapDoc, type MapId } from '../../../src/domain/records.ts'
import { segmentOf } from '../../../src/domain/spectrum.ts'
import { LANGUAGES, tellingWords } from '../../../src/domain/teaching/languages.ts'
import { layoutFor } from '../../../src/drawing/layout.ts'
import { allyscopeJson } from '../../../src/files/allyscopeJson.ts'
import { freedomSummer } from '../../../src/files/freedomSummer.ts'
import { makeTeachingCopy } from '../../../src/views/teaching/makeTeachingCopy.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { newMarkers } from '../../support/markers.ts'
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
import { twinOf } from '../../support/twin.ts'

const copyOf = (doc: MapDoc, everything = true, seed = 'one'): DecodedImport =>
  unwrap(makeTeachingCopy(doc, { seed, everything }))

const mapOf = (file: DecodedImport): MapDoc =>
  mapFromImport(file, asId<MapId>('copy'), counting('word'))

/** Everything in a copy that somebody could read. */
const textsIn = (doc: MapDoc): readonly string[] =>
  [
    doc.info.name,
    doc.info.we,
    doc.info.goal,
    ...doc.info.segmentNames,
    ...Array.from(doc.sectors.values(), ({ name }) => name),
    ...Array.from(doc.resources.values(), ({ name }) => name),
    ...Array.from(doc.relationships.values(), ({ label, notes }) => [label, notes]).flat(),
    ...Array.from(doc.stakeholders.values(), (one) => [
      one.name,
      one.description,
      one.notes,
      one.contact,
      ...one.aliases,
      ...one.tags,
    ]).flat(),
  ].flatMap((text) => text || [])

const namesOf = (doc: MapDoc): readonly string[] =>
  Array.from(doc.stakeholders.values(), ({ name, aliases }) => [name, ...aliases]).flat()

const GENERAL = new Set(
  LANGUAGES.flatMap(({ sectors, resources, tags, ties }) =>
    [...sectors, ...resources, ...tags, ...ties].map(foldName),
  ),
)

/** All that was typed and is nobody's general word. */
const typedIn = (doc: MapDoc): readonly string[] =>
  textsIn(doc).filter((text) => text !== '' && !GENERAL.has(foldName(text)))

/** Written apart from the code that it judges: by bare letters, short ones as whole words. */
function says(text: string, name: string): boolean {
  const { letters, edges } = foldedText(text)
  const wanted = foldedText(name).letters
  if (wanted === '') return text.includes(name)
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    if (wanted.length >= 4 || (edges.has(at) && edges.has(at + wanted.length))) return true
  }
  return false
}

const everyCopy = fc.tuple(arbitraryDoc(14), fc.boolean())

describe('a teaching copy', () => {
  it('has no name, alias or word of one that tells, in any spelling', () => {
    fc.assert(
      fc.property(everyCopy, ([doc, everything]) => {
        const names = namesOf(doc)
        const telling = [...names, ...tellingWords(names)]
        const texts = textsIn(mapOf(copyOf(doc, everything)))
        expect(texts.filter((text) => telling.some((name) => says(text, name)))).toEqual([])
      }),
    )
  })

  it('has no text that somebody typed, of whatever kind', () => {
    fc.assert(
      fc.property(everyCopy, ([doc, everything]) => {
        const typed = new Set(typedIn(doc).map(foldName))
        const texts = textsIn(mapOf(copyOf(doc, everything)))
        expect(texts.filter((text) => typed.has(foldName(text)))).toEqual([])
      }),
    )
  })

  it('keeps everybody’s segment, standing and ties, all in order', () => {
    const shape = (doc: MapDoc) => {
      const people = stakeholdersInOrder(doc)
      const rank = new Map(people.map(({ id }, index) => [id, index]))
      return {
        side: doc.info.alliesSide,
        words: [doc.sectors.size, doc.resources.size],
        people: people.map((one) => ({
          kind: one.kind,
          segment: one.placement && segmentOf(one.placement.stance),
          influence: one.influence,
          role: one.role,
          target: one.targetSegment,
          confidentiality: one.confidentiality,
          network: one.networkPosition,
          counts: [one.offers.length, one.needs.length, one.tags.length, one.sector !== null],
        })),
        ties: Array.from(doc.relationships.values(), (one) => ({
          ends: [rank.get(one.from), rank.get(one.to)],
          kind: one.kind,
          direction: one.direction,
          strength: one.strength,
          confidentiality: one.confidentiality,
          isWorded: one.label !== '',
        })),
      }
    }
    fc.assert(
      fc.property(arbitraryDoc(14), (doc) => {
        expect(shape(mapOf(copyOf(doc)))).toEqual(shape(doc))
      }),
    )
  })

  it('is a sound map, in storage and as a file', () => {
    fc.assert(
      fc.property(everyCopy, ([doc, everything]) => {
        const copy = mapOf(copyOf(doc, everything))
        for (const record of recordsOf(copy)) expect(decodeRecord(record).ok).toBe(true)
        const file = allyscopeJson.parse(allyscopeJson.write(viewFor(copy, 'team')))
        expect(file.ok).toBe(true)
        const names = namesOf(copy).map(foldName)
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })

  it('is the same for the same seed, and has other names for another', () => {
    fc.assert(
      fc.property(everyCopy, ([doc, everything]) => {
        const copy = copyOf(doc, everything)
        expect(copyOf(structuredClone(doc), everything)).toEqual(copy)
        const other = copyOf(doc, everything, 'two')
        const names = ({ stakeholders }: DecodedImport) => stakeholders.map(({ name }) => name)
        if (names(copy).length > 3) expect(names(other)).not.toEqual(names(copy))
      }),
    )
  })

  it('for the public is that of the map without anything confidential, unless that names somebody hidden', () => {
    let compared = 0
    fc.assert(
      fc.property(arbitraryDoc(14), (doc) => {
        const copy = copyOf(doc, false)
        const twins = copyOf(twinOf(doc), false)
        const names = namesOf(doc)
        const { name, we, goal } = doc.info
        const all = [...names, ...[name, we, goal].filter((text) => text !== '')]
        const { mentionedIn } = wordsOf([...all, ...tellingWords(all)])
        expect(copy.stakeholders.every((one) => one.confidentiality.level === 'public')).toBe(true)
        const isNamed = textsIn(mapOf(twins)).some((text) => mentionedIn(text) !== null)
        if (isNamed) return
        compared++
        expect(JSON.stringify(copy)).toBe(JSON.stringify(twins))
      }),
    )
    expect(compared).toBeGreaterThan(20)
  })

  it('holds out against a map that uses up all our own words', () => {
    const people = LANGUAGES.flatMap(({ given, family, places, people: doers }) => [
      ...given,
      ...family,
      ...places,
      ...doers,
    ]).map((name, index) => stakeholder(`p${index}`, { name }))
    const doc = docOf(people)
    const texts = textsIn(mapOf(copyOf(doc)))
    const names = new Set(people.map(({ name }) => foldName(name)))
    expect(texts.filter((text) => names.has(foldName(text)))).toEqual([])
    expect(texts.length).toBeGreaterThan(people.length)
  })

  it('holds out against names of one sign', () => {
    const signs = Array.from('abcdefghijklmnopqrstuvwxyz0123456789安白市民的ကခがのㅏ가🌻✊')
    const doc = docOf(signs.map((name, index) => stakeholder(`p${index}`, { name })))
    const texts = textsIn(mapOf(copyOf(doc)))
    expect(texts.filter((text) => signs.some((sign) => says(text, sign)))).toEqual([])
  })

  it('of a copy has none of its names', () => {
    const first = mapOf(copyOf(mapOf(freedomSummer())))
    const names = namesOf(first)
    const texts = textsIn(mapOf(copyOf(first)))
    expect(texts.filter((text) => names.some((name) => says(text, name)))).toEqual([])
    expect(texts[0]).toMatch(/^Teaching copy: /u)
    expect(texts[0]).not.toBe(first.info.name)
  })
})

const PUBLIC = { level: 'public' } as const

describe('a map full of secrets', () => {
  const markers = newMarkers()
  const doc = docOf(
    [
      sector('faith', markers.next('sector')),
      sector('media', 'Media'),
      resource('hall', markers.next('hall')),
      ...[shownAt(0.4), HIDDEN, PUBLIC].map((confidentiality, index) =>
        stakeholder(`3f2b8c1e-0000-4000-8000-00000000000${index}`, {
          name: markers.next('name'),
          aliases: [markers.next('alias')],
          placement: inSegment(index === 0 ? 4 : 1, 0.3),
          sector: sector(index ? 'faith' : 'media').id,
          offers: [resource('hall').id],
          tags: [markers.next('tag'), 'youth'],
          confidentiality,
          description: markers.next('description'),
          notes: markers.next('notes'),
          contact: markers.next('contact'),
        }),
      ),
      tie(
        '3f2b8c1e-0000-4000-8000-000000000009',
        '3f2b8c1e-0000-4000-8000-000000000000',
        '3f2b8c1e-0000-4000-8000-000000000002',
        { kind: 'own', label: markers.next('label'), notes: markers.next('notes') },
      ),
    ],
    {
      name: markers.next('issue'),
      we: markers.next('we'),
      goal: markers.next('goal'),
      segmentNames: [markers.next('segment'), null, null, null, markers.next('segment')],
    },
  )

  it.each([true, false])('leaves none of them in its copy, nor its ids (everything: %s)', (all) => {
    const copy = JSON.stringify(copyOf(doc, all))
    expect(markers.foundIn(copy)).toEqual([])
    expect(copy).not.toContain('3f2b8c1e')
    expect(copy).not.toContain('map-1')
  })

  it('leaves out who is hidden, and where others really stand, unless all is asked for', () => {
    expect(copyOf(doc, false).stakeholders).toHaveLength(2)
    for (const { placement } of copyOf(doc, false).stakeholders) {
      expect(placement && segmentOf(placement.stance)).toBe(1)
    }
    expect(copyOf(doc, true).stakeholders.map((one) => one.confidentiality)).toEqual([
      shownAt(0.4),
      HIDDEN,
      PUBLIC,
    ])
  })

  it('keeps general words, gives others one of ours, and the same word always the same', () => {
    const [first, second, third] = copyOf(doc).stakeholders
    expect(first?.sector).toBe('Media')
    expect(second?.sector).toBe(third?.sector)
    expect(second?.sector).not.toBe('Media')
    expect(first?.tags[1]).toBe('youth')
    expect(copyOf(doc).relationships[0]?.label).toMatch(/\p{L}/u)
  })

  it('keeps an empty goal and "we" empty', () => {
    const plain = { ...doc, info: { ...doc.info, we: '', goal: '' } }
    expect(copyOf(plain).map).toMatchObject({ we: '', goal: '' })
  })
})

describe('names as people call them out', () => {
  const calledOut = readFileSync(
    join(import.meta.dirname, '../../fixtures/names/called-out-names.txt'),
    'utf8',
  )
    .split('\n')
    .filter((line) => line.trim() !== '' && line.length <= 200)
  const doc = docOf(calledOut.map((name, index) => stakeholder(`n${index}`, { name })))

  it('become names of about the same length in the same script', () => {
    const copy = copyOf(doc)
    const near = copy.stakeholders.filter(({ name }, index) => {
      const before = calledOut[index] ?? ''
      return Math.abs(name.length - before.length) <= 0.3 * before.length
    })
    expect(near.length).toBeGreaterThan(calledOut.length * 0.9)
    const scriptOf = (text: string) =>
      ['Latin', 'Cyrillic', 'Arabic', 'Han', 'Hangul'].filter((script) =>
        new RegExp(`\\p{sc=${script}}`, 'u').test(text),
      )
    for (const [index, { name }] of copy.stakeholders.entries()) {
      const [script, ...others] = scriptOf(calledOut[index] ?? '')
      if (script !== undefined && others.length === 0) {
        expect([calledOut[index], scriptOf(name)]).toEqual([calledOut[index], [script]])
      }
    }
  })

  it('stand apart from each other, as their new names need it', () => {
    const view = viewFor(mapOf(copyOf(mapOf(freedomSummer()))), 'team')
    const { cards } = layoutFor(view)
    const overlaps = cards.flatMap((a, i) =>
      cards
        .slice(i + 1)
        .filter(
          (b) =>
            Math.abs(a.x - b.x) < (a.shape.width + b.shape.width) / 2 &&
            Math.abs(a.y - b.y) < (a.shape.height + b.shape.height) / 2,
        ),
    )
    expect(cards.length).toBeGreaterThan(20)
    expect(overlaps).toEqual([])
  })

  it('are made in a moment for a large map', () => {
    const large = docOf(
      Array.from({ length: 2000 }, (_, index) =>
        stakeholder(`n${index}`, { name: `${calledOut[index % calledOut.length] ?? ''} ${index}` }),
      ),
    )
    const start = performance.now()
    expect(copyOf(large).stakeholders).toHaveLength(2000)
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
