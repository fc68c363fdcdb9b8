import { evenedName, type ImportedStakeholder } from '../imported.ts'
import { foldName } from '../names.ts'
import type { MapDoc, Stakeholder, StakeholderId } from '../records.ts'
import type { FileCopy } from './copy.ts'
import { identitiesOf, type Identity, type Who } from './identities.ts'
import { MAP_FIELDS, MAP_RULES, type MapFacts, mapFactsOf, SEGMENT_OF } from './mapRules.ts'
import { type Difference, differencesBetween, isSilent } from './rules.ts'
import { stakeholderDifferences } from './stakeholders.ts'
import { factsOf, type StakeholderFacts, type StakeholderField } from './stakeholderRules.ts'
import { compareTies, type TieComparison } from './ties.ts'

/** Somebody who is both on the map and in the file. */
export interface Pair {
  readonly id: string
  readonly theirs: ImportedStakeholder
  readonly identity: Identity
  readonly mine: Stakeholder
  readonly facts: StakeholderFacts
  readonly differences: readonly Difference<StakeholderField>[]
  /** The file calls this one like somebody else on the map: two may have been taken for each other. */
  readonly namedLike: StakeholderId | null
}

/** Somebody in the file who is nobody on the map, or is left out. */
export interface Single {
  readonly id: string
  readonly theirs: ImportedStakeholder
  readonly identity: Identity
}

/** What differs between a map and a file. */
export interface Comparison {
  readonly pairs: readonly Pair[]
  readonly singles: readonly Single[]
  readonly onlyHere: readonly Stakeholder[]
  readonly ties: TieComparison
  readonly map: {
    readonly mine: MapFacts
    readonly theirs: MapFacts
    readonly differences: readonly Difference<keyof MapFacts>[]
  }
  /** Words of the file's vocabularies that the map does not have and that nobody in the file uses. */
  readonly words: { readonly sectors: readonly string[]; readonly resources: readonly string[] }
}

/** Compares the open map with a file; `who` was chosen to be somebody else than is suggested. */
export function compareCopies(
  doc: MapDoc,
  file: FileCopy,
  who: ReadonlyMap<string, Who>,
): Comparison {
  const identities = identitiesOf(doc, file, who)
  const pairs: Pair[] = []
  const singles: Single[] = []
  const paired = new Set<StakeholderId>()
  const byName = new Map(
    Array.from(doc.stakeholders.values(), (one) => [evenedName(one.name), one.id]),
  )
  for (const theirs of file.import.stakeholders) {
    const identity = identities.get(theirs.id)
    if (!identity) continue
    const mine =
      typeof identity.who === 'object' ? doc.stakeholders.get(identity.who.is) : undefined
    if (!mine) {
      singles.push({ id: theirs.id, theirs, identity })
      continue
    }
    paired.add(mine.id)
    const facts = factsOf(doc, mine)
    const namesake = byName.get(evenedName(theirs.name)) ?? null
    pairs.push({
      id: theirs.id,
      theirs,
      identity,
      mine,
      facts,
      differences: stakeholderDifferences(file, mine, facts, theirs),
      namedLike:
        namesake === mine.id || evenedName(mine.name) === evenedName(theirs.name) ? null : namesake,
    })
  }
  const [mine, theirs] = [mapFactsOf(doc.info), mapFactsOf(file.import.map)]
  return {
    pairs,
    singles,
    onlyHere: [...doc.stakeholders.values()].filter(({ id }) => !paired.has(id)),
    ties: compareTies(doc, file, identities),
    map: { mine, theirs, differences: mapDifferences(mine, theirs, file) },
    words: newWords(doc, file),
  }
}

function mapDifferences(mine: MapFacts, theirs: MapFacts, { isPublicCopy, unsaid }: FileCopy) {
  const silent = unsaid.get('')
  const isSaid = (field: keyof MapFacts) =>
    // A map without a name is nobody's wish.
    !(field === 'name' && isSilent(MAP_RULES, field, theirs)) &&
    !silent?.has(SEGMENT_OF[field] === null ? field : 'segmentNames')
  const differences = differencesBetween(MAP_RULES, MAP_FIELDS.filter(isSaid), mine, theirs)
  return isPublicCopy ? differences.filter(({ kind }) => kind !== 'less') : differences
}

function newWords(doc: MapDoc, { import: { sectors, resources } }: FileCopy) {
  const beyond = (known: Iterable<{ readonly name: string }>, words: readonly string[]) => {
    const folded = new Set(Array.from(known, ({ name }) => foldName(name)))
    return words.filter((word) => !folded.has(foldName(word)))
  }
  return {
    sectors: beyond(doc.sectors.values(), sectors),
    resources: beyond(doc.resources.values(), resources),
  }
}
