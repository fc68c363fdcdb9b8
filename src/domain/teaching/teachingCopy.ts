import type { DecodedImport, ImportedStakeholder } from '../imported.ts'
import type { SegmentNames } from '../records.ts'
import { createInventor } from './inventing.ts'
import { type Tongue, tongueOf } from './languages.ts'
import { generalWords, type WordKind } from './vocabulary.ts'

export interface TeachingOptions {
  readonly seed: string
  /** Says that a text mentions what must not come up: a name, an alias, or a word that tells whose it is. */
  readonly mentions: (text: string) => boolean
}

/**
 * A map to teach with: everybody under an invented name of the same script, kind and about the same length. No text
 * that somebody typed is in it; all come from our own lists, or are made up.
 *
 * - names, the issue, "we" and the goal: invented; an empty "we" or goal stays empty
 * - sectors, resources, tags, words of ties: general words; the same word gets the same one
 * - the map's own names of segments: the usual ones, in the map's language
 * - aliases, descriptions, notes, contacts, ids: left out
 * - places, influence, roles, targets, confidentiality, ties: as they are
 */
export function teachingCopy(file: DecodedImport, options: TeachingOptions): DecodedImport {
  const { seed, mentions } = options
  const { map, stakeholders, relationships } = file
  const tongue = tongueOf([...stakeholders.map(({ name }) => name), map.name, map.we, map.goal])
  const invent = createInventor(seed, mentions)
  const make = (language = tongue.main) => invent({ language, kind: 'we', length: null })
  const general = (kind: WordKind, words: readonly string[]) =>
    generalWords(words, { seed, kind, tongue, mentions, make })
  // Before the rest: names are what the seed is for, and each is the same whatever the words are.
  const names = stakeholders.map((one) => invent(wantedOf(one, tongue)))
  const sector = general('sectors', [
    ...stakeholders.flatMap((one) => one.sector ?? []),
    ...file.sectors,
  ])
  const resource = general('resources', [
    ...stakeholders.flatMap(({ offers, needs }) => [...offers, ...needs]),
    ...file.resources,
  ])
  const tag = general(
    'tags',
    stakeholders.flatMap(({ tags }) => tags),
  )
  const tie = general(
    'ties',
    relationships.flatMap(({ label }) => (label === '' ? [] : label)),
  )
  const ids = new Map(stakeholders.map(({ id }, index) => [id, `s${index + 1}`]))
  const invented = (kind: 'issue' | 'we' | 'goal') =>
    invent({ language: tongue.main, kind, length: null })
  const issue = tongue.main.copy.replace('{x}', invented('issue'))
  return {
    map: {
      id: null,
      name: mentions(issue) ? invented('issue') : issue,
      we: map.we && invented('we'),
      goal: map.goal && invented('goal'),
      alliesSide: map.alliesSide,
      segmentNames: usualSegments(map.segmentNames, tongue, mentions),
    },
    sectors: file.sectors.map(sector),
    resources: file.resources.map(resource),
    stakeholders: stakeholders.map((one, index) => ({
      ...one,
      id: `s${index + 1}`,
      name: names[index] ?? '',
      aliases: [],
      sector: one.sector === null ? null : sector(one.sector),
      offers: one.offers.map(resource),
      needs: one.needs.map(resource),
      tags: one.tags.filter((text) => text !== '').map(tag),
      description: '',
      notes: '',
      contact: '',
    })),
    relationships: relationships.flatMap(({ from, to, label, ...rest }, index) => {
      const [start, end] = [ids.get(from), ids.get(to)]
      if (start === undefined || end === undefined) return []
      const word = label && tie(label)
      return [{ ...rest, id: `r${index + 1}`, from: start, to: end, label: word, notes: '' }]
    }),
  }
}

/** All in such a copy that can be read. */
export const textsIn = ({ map, sectors, resources, ...rest }: DecodedImport): readonly string[] =>
  [
    map.name,
    map.we,
    map.goal,
    ...map.segmentNames,
    ...sectors,
    ...resources,
    ...rest.stakeholders.flatMap(({ name, sector, offers, needs, tags }) => [
      name,
      sector,
      ...offers,
      ...needs,
      ...tags,
    ]),
    ...rest.relationships.map(({ label }) => label),
  ].flatMap((text) => text || [])

const wantedOf = ({ name, kind }: ImportedStakeholder, tongue: Tongue) => ({
  language: tongue.of(name),
  kind,
  length: name.length,
})

/** Where the map names a segment itself, so does the copy: in the map's language, which may not be the screen's. */
function usualSegments(
  [a, b, c, d, e]: SegmentNames,
  { main }: Tongue,
  mentions: (text: string) => boolean,
): SegmentNames {
  const usual = (own: string | null, segment: number) => {
    const name = own === null ? undefined : main.segments?.[segment]
    return name === undefined || mentions(name) ? null : name
  }
  return [usual(a, 0), usual(b, 1), usual(c, 2), usual(d, 3), usual(e, 4)]
}
