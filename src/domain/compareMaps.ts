import { type Diff, diffOf } from './diff.ts'
import { recordsOf, stakeholdersInOrder } from './doc.ts'
import type {
  AnyRecord,
  MapDoc,
  MapInfo,
  Relationship,
  Resource,
  Sector,
  SegmentIndex,
  Stakeholder,
} from './records.ts'
import { segmentOf } from './spectrum.ts'

/** Whether two plain values say the same, in whatever order their fields stand. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const fields = Object.entries(a)
  const others = new Map(Object.entries(b))
  return (
    fields.length === others.size &&
    fields.every(([key, value]) => others.has(key) && isSame(value, others.get(key)))
  )
}

/**
 * The diff that makes `to` of `from`; the map's own id stays. What is the same in both is left alone, so that a diff of
 * two copies is no larger than what has become of them.
 */
export function diffBetween(from: MapDoc, to: MapDoc): Diff {
  const info: MapInfo = { ...to.info, id: from.info.id }
  const before = new Map(recordsOf(from).map((record) => [record.id as string, record]))
  const after = recordsOf({ ...to, info })
  const added: AnyRecord[] = []
  const updated: [AnyRecord, AnyRecord][] = []
  for (const record of after) {
    const old = before.get(record.id)
    before.delete(record.id)
    if (!old) added.push(record)
    else if (!isSame(old, record)) updated.push([old, record])
  }
  return diffOf({ added, updated, removed: before.values() })
}

/** Fields of a stakeholder that can have changed, besides the segment that it stands in. */
export type StakeholderField = Exclude<keyof Stakeholder, 'type' | 'id'>
export type MapField = Exclude<keyof MapInfo, 'type' | 'id'>

/** The same one, then and now. */
interface Pair<T> {
  readonly from: T
  readonly to: T
}

/** From segment to segment; null = not placed. */
export interface Move extends Pair<Stakeholder> {
  readonly fromSegment: SegmentIndex | null
  readonly toSegment: SegmentIndex | null
}

export interface Edited extends Pair<Stakeholder> {
  readonly fields: readonly StakeholderField[]
}

/** How one copy of a map differs from another, as people would tell it. */
export interface MapChanges {
  /** In the order in which they were called out. */
  readonly added: readonly Stakeholder[]
  readonly removed: readonly Stakeholder[]
  readonly moved: readonly Move[]
  /** Whatever else is different of those who are in both; also of those who moved. */
  readonly edited: readonly Edited[]
  readonly ties: {
    readonly added: readonly Relationship[]
    readonly removed: readonly Relationship[]
    readonly edited: readonly Pair<Relationship>[]
  }
  /** Sectors and resources that came, went or were renamed. */
  readonly words: number
  readonly map: readonly MapField[]
}

/** What happened to a map between two copies of it. */
export function compareMaps(from: MapDoc, to: MapDoc): MapChanges {
  const moved: Move[] = []
  const edited: Edited[] = []
  for (const now of stakeholdersInOrder(to)) {
    const then = from.stakeholders.get(now.id)
    if (!then || isSame(then, now)) continue
    const pair = { from: then, to: now }
    const [fromSegment, toSegment] = [placeOf(then), placeOf(now)]
    const hasMoved = fromSegment !== toSegment
    if (hasMoved) moved.push({ ...pair, fromSegment, toSegment })
    const fields = FIELDS.filter(
      (field) => !isSame(then[field], now[field]) && !(hasMoved && field === 'placement'),
    )
    if (fields.length > 0) edited.push({ ...pair, fields })
  }
  return {
    added: stakeholdersInOrder(to).filter(({ id }) => !from.stakeholders.has(id)),
    removed: stakeholdersInOrder(from).filter(({ id }) => !to.stakeholders.has(id)),
    moved,
    edited,
    ties: tiesBetween(from, to),
    words: wordsBetween(from.sectors, to.sectors) + wordsBetween(from.resources, to.resources),
    map: MAP_FIELDS.filter((field) => !isSame(from.info[field], to.info[field])),
  }
}

const placeOf = ({ placement }: Stakeholder): SegmentIndex | null =>
  placement && segmentOf(placement.stance)

/** One of each: a field that is forgotten fails to compile. */
const FIELDS = keysOf<StakeholderField>({
  name: 0,
  aliases: 0,
  kind: 0,
  placement: 0,
  influence: 0,
  targetSegment: 0,
  role: 0,
  sector: 0,
  offers: 0,
  needs: 0,
  tags: 0,
  confidentiality: 0,
  description: 0,
  notes: 0,
  contact: 0,
  networkPosition: 0,
  order: 0,
})
const MAP_FIELDS = keysOf<MapField>({
  name: 0,
  we: 0,
  goal: 0,
  alliesSide: 0,
  segmentNames: 0,
})

function keysOf<K extends string>(all: Readonly<Record<K, 0>>): K[] {
  const isKey = (key: string): key is K => Object.hasOwn(all, key)
  return Object.keys(all).filter(isKey)
}

function tiesBetween(from: MapDoc, to: MapDoc): MapChanges['ties'] {
  const edited: Pair<Relationship>[] = []
  for (const now of to.relationships.values()) {
    const then = from.relationships.get(now.id)
    if (then && !isSame(then, now)) edited.push({ from: then, to: now })
  }
  return {
    added: [...to.relationships.values()].filter(({ id }) => !from.relationships.has(id)),
    removed: [...from.relationships.values()].filter(({ id }) => !to.relationships.has(id)),
    edited,
  }
}

function wordsBetween(
  from: ReadonlyMap<string, Sector | Resource>,
  to: ReadonlyMap<string, Sector | Resource>,
): number {
  const ids = new Set([...from.keys(), ...to.keys()])
  return [...ids].filter((id) => !isSame(from.get(id), to.get(id))).length
}
