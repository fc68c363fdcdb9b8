import fc from 'fast-check'
import {
  type Confidentiality,
  DIRECTIONS,
  type MapDoc,
  type Placement,
  type Relationship,
  RELATIONSHIP_KINDS,
  type Resource,
  ROLES,
  type Sector,
  type SegmentIndex,
  type SegmentNames,
  type Stakeholder,
  STAKEHOLDER_KINDS,
} from '../../src/domain/records.ts'
import { arbitraryMention, mentioning } from './mentions.ts'
import { HIDDEN, docOf, resource, sector, stakeholder, tie } from './records.ts'

/**
 * Random maps as commands could have made them. Numbers are scaled integers: a random double is mostly
 * near zero, and lists are short unless asked for otherwise.
 */
export const scaled = (from: number, to: number, steps = 1000): fc.Arbitrary<number> =>
  fc
    .integer({ min: 0, max: steps })
    .map((n) => Math.round((from + ((to - from) * n) / steps) * 1e6) / 1e6 + 0)

const NAMES = [
  'Nurses’ union',
  'Mothers who sell at the Saturday market',
  'Ayuntamiento de Río Hondo',
  'نقابة الممرضات',
  'אגודת הרופאים של העיר',
  '市民团体',
  'Zażółć gęślą jaźń',
  'Dr. Ngũgĩ & Sons <ltd>',
  '"Quoted" \'name\'',
  '👩🏽‍⚕️ clinic',
  'A',
  'The very long name of an association of associations for the protection of all rivers',
]
const WORDS = ['Health', 'Faith', 'Trade unions', 'المياه', 'Money', 'A hall', 'Volunteers', 'Vans']
const TEXTS = ['', 'Ask again in May.', 'two\nlines', '<b>bold</b> & "quoted"', 'ملاحظة سرية']

const ALIASES = ['Nightingale', 'Lo', 'Ümit', 'الطائر', 'Ｆｏｘ Ｉ', 'Mrs. O’Hara']

const arbitraryName = fc
  .tuple(fc.constantFrom(...NAMES), fc.nat(40))
  .map(([name, n]) => (n < 12 ? `${name} ${n}` : name))

export const arbitraryPlacement: fc.Arbitrary<Placement> = fc.record({
  stance: scaled(-1, 1),
  depth: scaled(0, 1),
})

export const arbitrarySegment = fc.constantFrom<SegmentIndex>(0, 1, 2, 3, 4)

const confidentialities = {
  mixed: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Confidentiality>({ level: 'public' }) },
    { weight: 2, arbitrary: fc.constant(HIDDEN) },
    {
      weight: 1,
      arbitrary: scaled(-1, 1).map((publicStance): Confidentiality => ({
        level: 'confidential',
        publicStance,
      })),
    },
  ),
  'all hidden': fc.constant(HIDDEN),
  'none hidden': fc.constant<Confidentiality>({ level: 'public' }),
}

const words = (known: readonly Resource[]) =>
  fc
    .subarray([...known], { maxLength: Math.min(4, known.length) })
    .map((list) => list.map(({ id }) => id))

const facts = (
  sectors: readonly Sector[],
  resources: readonly Resource[],
  confidentiality: fc.Arbitrary<Confidentiality>,
): fc.Arbitrary<Omit<Stakeholder, 'type' | 'id' | 'order'>> =>
  fc.record({
    name: arbitraryName,
    aliases: fc.subarray(ALIASES, { maxLength: 2 }),
    kind: fc.constantFrom(...STAKEHOLDER_KINDS),
    placement: fc.option(arbitraryPlacement, { freq: 6 }),
    influence: fc.option(scaled(0, 1)),
    targetSegment: fc.option(arbitrarySegment, { freq: 2 }),
    role: fc.constantFrom(...ROLES),
    sector: fc.constantFrom(null, ...sectors.map(({ id }) => id)),
    offers: words(resources),
    needs: words(resources),
    tags: fc.subarray(['river', 'youth', 'press', 'سر'], { maxLength: 3 }),
    confidentiality,
    description: fc.constantFrom(...TEXTS),
    networkPosition: fc.option(
      fc.record({ x: scaled(-900, 900), y: scaled(-900, 900), pinned: fc.boolean() }),
    ),
    notes: fc.constantFrom(...TEXTS),
    contact: fc.constantFrom(...TEXTS),
  })

const tieFacts: fc.Arbitrary<Omit<Relationship, 'type' | 'id' | 'from' | 'to'>> = fc.record({
  kind: fc.constantFrom(...RELATIONSHIP_KINDS),
  label: fc.constantFrom('', 'cousins', 'دين'),
  direction: fc.constantFrom(...DIRECTIONS),
  strength: fc.constantFrom(1 as const, 2 as const, 3 as const),
  confidentiality: fc.constantFrom('public' as const, 'public' as const, 'confidential' as const),
  notes: fc.constantFrom(...TEXTS),
})

const segmentName = fc.option(fc.constantFrom('With us', 'مع', 'Undecided <yet>'), { freq: 2 })
const segmentNames: fc.Arbitrary<SegmentNames> = fc.tuple(
  segmentName,
  segmentName,
  segmentName,
  segmentName,
  segmentName,
)

type Mix = keyof typeof confidentialities

/** A map of up to `most` stakeholders, with vocabularies (some words unused) and ties. */
export const arbitraryDoc = (most = 14, mixes: readonly Mix[] = ['mixed']): fc.Arbitrary<MapDoc> =>
  fc
    .record({
      mix: fc.constantFrom(...mixes),
      sectors: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 5, size: 'max' }),
      resources: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 6, size: 'max' }),
      size: fc.integer({ min: 0, max: most }),
      info: fc.record({
        name: arbitraryName,
        we: fc.constantFrom('', 'Ridge Road coalition'),
        goal: fc.constantFrom('', 'shut by 2028', 'لنا'),
        alliesSide: fc.constantFrom('left' as const, 'right' as const),
        segmentNames,
      }),
    })
    .chain(({ mix, size, info, ...vocabulary }) => {
      const sectors = vocabulary.sectors.map((word, i) => sector(`sector-${i}`, word))
      const resources = vocabulary.resources.map((word, i) => resource(`resource-${i}`, word))
      const someone = facts(sectors, resources, confidentialities[mix])
      const end = fc.nat(Math.max(0, size - 1))
      return fc
        .record({
          people: fc.array(someone, { minLength: size, maxLength: size }),
          // Equal ranks and gaps both occur: copies of a map are merged, people are removed.
          orders: fc.array(fc.nat(2 * size), { minLength: size, maxLength: size }),
          ties: fc.array(fc.tuple(end, end, tieFacts), { maxLength: size, size: 'max' }),
          mentions: fc.array(arbitraryMention, { maxLength: 3 }),
        })
        .map(({ people, orders, ties, mentions }) =>
          mentioning(
            mentions,
            docOf(
              [
                ...sectors,
                ...resources,
                ...people.map((person, i) =>
                  stakeholder(`id-${i}`, { ...person, order: 2 + (orders[i] ?? 0) }),
                ),
                ...ties.flatMap(([from, to, more], i) =>
                  from === to ? [] : [tie(`tie-${i}`, `id-${from}`, `id-${to}`, more)],
                ),
              ],
              info,
            ),
          ),
        )
    })
