import fc from 'fast-check'
import { LIMITS } from '../../src/domain/limits.ts'
import { cleanLine, foldName } from '../../src/domain/names.ts'
import type { MapDoc } from '../../src/domain/records.ts'

/** Somebody's name or alias in a text, in a spelling that readers still know. */
export interface Mention {
  readonly who: number
  readonly which: number
  readonly spelling: keyof typeof SPELLINGS
  readonly where: (typeof MENTIONED_IN)[number]
  readonly n: number
}

const HARAKA = '\u064e'
export const SPELLINGS = {
  'as it is': (name: string) => name,
  'upper case': (name: string) => name.toUpperCase(),
  'marks apart': (name: string) => name.normalize('NFD'),
  'marks added': (name: string) => name.replace(/(\p{Script=Latin})/gu, '$1\u0308'),
  'full width': (name: string) =>
    name.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  hyphens: (name: string) => name.replaceAll(' ', '-'),
  'no spaces': (name: string) => name.replaceAll(' ', ''),
  'invisible characters': (name: string) => Array.from(name).join('\u200b'),
  'harakat and tatweel': (name: string) =>
    name.replace(/(\p{Script=Arabic})/gu, `$1${HARAKA}\u0640`),
} as const

/** Also by a number, which must not be read as part of the name’s own. */
const FOLLOWED = [', they know', ' 2026', ', 3 times', '’s']

const MENTIONED_IN = [
  'map name',
  'we',
  'goal',
  'segment',
  'sector',
  'resource',
  'description',
  'tag',
  'label',
] as const

export const arbitraryMention: fc.Arbitrary<Mention> = fc.record({
  who: fc.nat(20),
  which: fc.nat(2),
  spelling: fc.constantFrom(
    ...Object.keys(SPELLINGS).filter((key): key is Mention['spelling'] => key in SPELLINGS),
  ),
  where: fc.constantFrom(...MENTIONED_IN),
  n: fc.nat(20),
})

/** The map with the mentions written into its texts, one after the other. */
export function mentioning(mentions: readonly Mention[], doc: MapDoc): MapDoc {
  let written = doc
  for (const mention of mentions) written = withMention(written, mention)
  return written
}

function withMention(doc: MapDoc, { who, which, spelling, where, n }: Mention): MapDoc {
  const people = [...doc.stakeholders.values()]
  const named = people[who % people.length]
  if (!named) return doc
  const name = [named.name, ...named.aliases][which] ?? named.name
  const typed = `ask ${SPELLINGS[spelling](name)}${FOLLOWED[n % FOLLOWED.length]}`
  const cleaned = cleanLine(typed, LIMITS.shortText)
  // A description may have invisible characters; lines are cleaned before they are stored.
  const text = where === 'description' || !cleaned.ok ? typed : cleaned.value
  const isThere = [...doc.sectors.values(), ...doc.resources.values()].some(
    (word) => foldName(word.name) === foldName(text),
  )
  if (isThere) return doc
  const { info } = doc
  const [a, ...others] = info.segmentNames
  const swap = <I, T>(table: ReadonlyMap<I, T>, change: (record: T) => T): Map<I, T> =>
    new Map([...table].map(([id, one], i) => [id, i === n % table.size ? change(one) : one]))
  switch (where) {
    case 'map name':
      return { ...doc, info: { ...info, name: text } }
    case 'we':
    case 'goal':
      return { ...doc, info: { ...info, [where]: text } }
    case 'segment':
      return {
        ...doc,
        info: {
          ...info,
          segmentNames: n % 2 ? [a, ...spread(others, text)] : [text, ...spread(others)],
        },
      }
    case 'sector':
      return { ...doc, sectors: swap(doc.sectors, (one) => ({ ...one, name: text })) }
    case 'resource':
      return { ...doc, resources: swap(doc.resources, (one) => ({ ...one, name: text })) }
    case 'description':
      return {
        ...doc,
        stakeholders: swap(doc.stakeholders, (one) => ({ ...one, description: text })),
      }
    case 'tag':
      return {
        ...doc,
        stakeholders: swap(doc.stakeholders, (one) => ({ ...one, tags: [...one.tags, text] })),
      }
    case 'label':
      return {
        ...doc,
        relationships: swap(doc.relationships, (one) => ({ ...one, kind: 'own', label: text })),
      }
  }
}

type FourNames = [string | null, string | null, string | null, string | null]
const spread = ([b, c, d, e]: readonly (string | null)[], last?: string): FourNames => [
  b ?? null,
  c ?? null,
  d ?? null,
  last ?? e ?? null,
]
