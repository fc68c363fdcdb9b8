/** What a map is made of. Every record is flat, immutable, and carries its own type and id. */

export type Id<T extends string> = string & { readonly __id: T }
export type MapId = Id<'map'>
export type StakeholderId = Id<'stakeholder'>
export type RelationshipId = Id<'relationship'>
export type SectorId = Id<'sector'>
export type ResourceId = Id<'resource'>

/** Index of a band of stance: 0 active allies, 1 passive allies, 2 neutral, 3 passive opponents, 4 active opponents. */
export type SegmentIndex = 0 | 1 | 2 | 3 | 4

export const STAKEHOLDER_KINDS = ['person', 'group', 'organisation', 'institution'] as const
export type StakeholderKind = (typeof STAKEHOLDER_KINDS)[number]

export const ROLES = ['member', 'prospect', 'target', 'other'] as const
export type Role = (typeof ROLES)[number]

export const RELATIONSHIP_KINDS = [
  'influences',
  'trusts',
  'works with',
  'funds',
  'reports to',
  'opposes',
  'own',
] as const
export type RelationshipKind = (typeof RELATIONSHIP_KINDS)[number]

export const DIRECTIONS = ['one way', 'mutual'] as const
export type Direction = (typeof DIRECTIONS)[number]

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where a stakeholder stands in the network, in the network's own units. */
export interface NetworkPosition extends Point {
  /** Put there by hand: Arrange leaves it. */
  readonly pinned: boolean
}

/** Where a card sits on the half-pie. */
export interface Placement {
  /** +1 (active ally) … −1 (active opponent). */
  readonly stance: number
  /** 0 (at the hub) … 1 (at the rim); has no meaning, it is the facilitator's to arrange. */
  readonly depth: number
}

/** `publicStance: null` means hidden: never appears outside the team. */
export type Confidentiality =
  | { readonly level: 'public' }
  | { readonly level: 'confidential'; readonly publicStance: number | null }

export interface Stakeholder {
  readonly type: 'stakeholder'
  readonly id: StakeholderId
  /** Rank in which stakeholders were called out; later ones are larger. */
  readonly order: number
  readonly name: string
  /** Other names that people use: team only, and kept out of public texts together with the name of somebody hidden. */
  readonly aliases: readonly string[]
  readonly kind: StakeholderKind
  readonly placement: Placement | null
  /** Power over the outcome, 0…1; null = not said. */
  readonly influence: number | null
  readonly targetSegment: SegmentIndex | null
  readonly role: Role
  readonly sector: SectorId | null
  readonly offers: readonly ResourceId[]
  readonly needs: readonly ResourceId[]
  readonly tags: readonly string[]
  readonly confidentiality: Confidentiality
  /** May be shown to the public when chosen. */
  readonly description: string
  /** null = nobody has seen it in the network yet. */
  readonly networkPosition: NetworkPosition | null
  /** Team only. */
  readonly notes: string
  /** Team only. */
  readonly contact: string
}

export interface Relationship {
  readonly type: 'relationship'
  readonly id: RelationshipId
  readonly from: StakeholderId
  readonly to: StakeholderId
  readonly kind: RelationshipKind
  /** The tie's own word when kind is `own`; otherwise empty. */
  readonly label: string
  readonly direction: Direction
  /** 1 weak, 2, 3 strong. */
  readonly strength: 1 | 2 | 3
  readonly confidentiality: 'public' | 'confidential'
  /** Team only. */
  readonly notes: string
}

export interface Sector {
  readonly type: 'sector'
  readonly id: SectorId
  readonly name: string
}

export interface Resource {
  readonly type: 'resource'
  readonly id: ResourceId
  readonly name: string
}

export type SegmentNames = readonly [
  string | null,
  string | null,
  string | null,
  string | null,
  string | null,
]

/** The map's own facts: one record per map. */
export interface MapInfo {
  readonly type: 'map'
  readonly id: MapId
  /** The issue, as people would say it. */
  readonly name: string
  /** Who "we" are. */
  readonly we: string
  /** What is written in the hub; empty = the issue itself. */
  readonly goal: string
  readonly alliesSide: 'left' | 'right'
  /** Rewordings of the five segments' names; null = the usual name. */
  readonly segmentNames: SegmentNames
}

export type AnyRecord = MapInfo | Stakeholder | Relationship | Sector | Resource
export type RecordType = AnyRecord['type']
export type RecordOf<T extends RecordType> = Extract<AnyRecord, { type: T }>

/** One document: a map's records by id. Never changed in place. */
export interface MapDoc {
  readonly info: MapInfo
  readonly stakeholders: ReadonlyMap<StakeholderId, Stakeholder>
  readonly relationships: ReadonlyMap<RelationshipId, Relationship>
  readonly sectors: ReadonlyMap<SectorId, Sector>
  readonly resources: ReadonlyMap<ResourceId, Resource>
}

/** The single place where a plain string becomes an id; call it only where ids are made or read back. */
export const asId = <I extends Id<string>>(value: string): I => value as I

/** Says of a value that is one of a fixed list of words whether it is. */
export const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  list.some((item) => item === value)
