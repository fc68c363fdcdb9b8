import type {
  Confidentiality,
  Direction,
  NetworkPosition,
  Placement,
  RelationshipKind,
  Role,
  SegmentIndex,
  SegmentNames,
  StakeholderKind,
} from '../domain/records.ts'

/** Whom an output is for. */
export type Audience = 'team' | 'public'

/** What a public output may carry beyond the always-allowed fields; nothing unless chosen. */
export interface PublicChoices {
  readonly targets: boolean
  readonly offersAndNeeds: boolean
  readonly tags: boolean
  readonly description: boolean
}

/** What only the team may see of a stakeholder. */
export interface TeamFields {
  readonly aliases: readonly string[]
  readonly confidentiality: Confidentiality
  readonly notes: string
  readonly contact: string
  readonly networkPosition: NetworkPosition | null
}

/** A stakeholder as an audience may see it. In a public view `team` is null. */
export interface ViewStakeholder<A extends Audience = Audience> {
  /** Team: the record's id. Public: renumbered s1, s2 … so that no gap shows. */
  readonly key: string
  readonly name: string
  readonly kind: StakeholderKind
  readonly placement: Placement | null
  readonly influence: number | null
  readonly role: Role
  readonly sector: string | null
  readonly targetSegment: SegmentIndex | null
  readonly offers: readonly string[]
  readonly needs: readonly string[]
  readonly tags: readonly string[]
  readonly description: string
  readonly team: A extends 'team' ? TeamFields : A extends 'public' ? null : TeamFields | null
}

export interface ViewRelationship<A extends Audience = Audience> {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly kind: RelationshipKind
  readonly label: string
  readonly direction: Direction
  readonly strength: 1 | 2 | 3
  readonly team: A extends 'team' ? TeamTieFields : A extends 'public' ? null : TeamTieFields | null
}

export interface TeamTieFields {
  readonly confidentiality: 'public' | 'confidential'
  readonly notes: string
}

export interface ViewInfo {
  readonly name: string
  readonly we: string
  readonly goal: string
  readonly alliesSide: 'left' | 'right'
  readonly segmentNames: SegmentNames
}

/** All that an audience may see of a map; the only thing that drawings, files and windows are given. */
export interface MapView<A extends Audience = Audience> {
  readonly audience: A
  readonly info: ViewInfo
  /** In the order in which they were called out. */
  readonly stakeholders: readonly ViewStakeholder<A>[]
  readonly relationships: readonly ViewRelationship<A>[]
  /** Words of the vocabularies, sorted. Public: only those in use by what is visible. */
  readonly sectors: readonly string[]
  readonly resources: readonly string[]
}
