import type { MapInfo, Relationship, Stakeholder } from './records.ts'

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
