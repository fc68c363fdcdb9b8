import { foldName } from './names.ts'
import type { MapInfo, Relationship, Stakeholder, StakeholderId } from './records.ts'

/** What a file gives: words instead of vocabulary ids, the file's own ids, ranks by order in the list. */
export interface ImportedStakeholder extends Omit<
  Stakeholder,
  'type' | 'id' | 'order' | 'sector' | 'offers' | 'needs'
> {
  /** The id inside the file; relationships refer to it. */
  readonly id: string
  readonly sector: string | null
  readonly offers: readonly string[]
  readonly needs: readonly string[]
}

export interface ImportedRelationship extends Omit<Relationship, 'type' | 'id' | 'from' | 'to'> {
  readonly id: string
  readonly from: string
  readonly to: string
}

export interface DecodedImport {
  readonly map: Omit<MapInfo, 'type' | 'id'> & { readonly id: string | null }
  /** Vocabulary words beyond those that stakeholders use. */
  readonly sectors: readonly string[]
  readonly resources: readonly string[]
  readonly stakeholders: readonly ImportedStakeholder[]
  readonly relationships: readonly ImportedRelationship[]
}

/** Stakeholders and ties as an import; the facts of a map are left as in a new one. */
export const importOf = (
  stakeholders: readonly ImportedStakeholder[],
  relationships: readonly ImportedRelationship[] = [],
  name = '',
): DecodedImport => ({
  map: {
    id: null,
    name,
    we: '',
    goal: '',
    alliesSide: 'left',
    segmentNames: [null, null, null, null, null],
  },
  sectors: [],
  resources: [],
  stakeholders,
  relationships,
})

/** Stakeholders of the map that stand for those of a file, by the file's ids. */
export type KnownStakeholders = ReadonlyMap<string, StakeholderId>

const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u0060\u00b4]/gu
const QUOTES = /[\u201c-\u201f\u00ab\u00bb]/gu
const DASHES = /[\u2010-\u2015\u2212]/gu

/** What names of two files have in common: `foldName`, and tools type quotes and dashes each their own way. */
export const evenedName = (name: string): string =>
  foldName(name).replace(APOSTROPHES, "'").replace(QUOTES, '"').replace(DASHES, '-')

/**
 * Who of the named ones a map already has, names compared as `evenedName` does. A name that several
 * stakeholders of the map have is nobody's: `ambiguous` has the ids of those.
 */
export function knownByName(
  stakeholders: Iterable<Pick<Stakeholder, 'id' | 'name'>>,
  named: Iterable<{ readonly id: string; readonly name: string }>,
): { readonly known: KnownStakeholders; readonly ambiguous: ReadonlySet<string> } {
  const byName = new Map<string, StakeholderId | 'several'>()
  for (const { id, name } of stakeholders) {
    const folded = evenedName(name)
    byName.set(folded, byName.has(folded) ? 'several' : id)
  }
  const known = new Map<string, StakeholderId>()
  const ambiguous = new Set<string>()
  for (const { id, name } of named) {
    const found = byName.get(evenedName(name))
    if (found === 'several') ambiguous.add(id)
    else if (found !== undefined) known.set(id, found)
  }
  return { known, ambiguous }
}
