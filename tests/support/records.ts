import type { CommandContext } from '../../src/domain/commands/command.ts'
import { NOTHING_KNOWN } from '../../src/domain/nothingKnown.ts'
import { docFromRecords, newMapInfo } from '../../src/domain/doc.ts'
import {
  type AnyRecord,
  asId,
  type Confidentiality,
  type Id,
  type MapDoc,
  type MapId,
  type MapInfo,
  type Placement,
  type Relationship,
  type RelationshipId,
  type Resource,
  type ResourceId,
  type Sector,
  type SectorId,
  type SegmentIndex,
  type Stakeholder,
  type StakeholderId,
} from '../../src/domain/records.ts'
import type { Result } from '../../src/domain/result.ts'
import { stanceOfSegment } from '../../src/domain/spectrum.ts'

/** Records and documents in a word or two, for tests that say what matters and nothing else. */

export const personId = (id: string): StakeholderId => asId<StakeholderId>(id)

/** A public stakeholder who is not placed, called like its id unless said otherwise. */
export const stakeholder = (
  id: string,
  facts: Partial<Omit<Stakeholder, 'type' | 'id'>> = {},
): Stakeholder => ({
  type: 'stakeholder',
  id: personId(id),
  order: 1,
  name: id,
  ...NOTHING_KNOWN,
  kind: 'group',
  ...facts,
})

export const HIDDEN: Confidentiality = { level: 'confidential', publicStance: null }
export const shownAt = (publicStance: number): Confidentiality => ({
  level: 'confidential',
  publicStance,
})

export const inSegment = (segment: SegmentIndex, depth = 0.5): Placement => ({
  stance: stanceOfSegment(segment),
  depth,
})

export const tie = (
  id: string,
  from: string,
  to: string,
  facts: Partial<Omit<Relationship, 'type' | 'id' | 'from' | 'to'>> = {},
): Relationship => ({
  type: 'relationship',
  id: asId<RelationshipId>(id),
  from: personId(from),
  to: personId(to),
  kind: 'influences',
  label: '',
  direction: 'one way',
  strength: 2,
  confidentiality: 'public',
  notes: '',
  ...facts,
})

export const sector = (id: string, name = id): Sector => ({
  type: 'sector',
  id: asId<SectorId>(id),
  name,
})

export const resource = (id: string, name = id): Resource => ({
  type: 'resource',
  id: asId<ResourceId>(id),
  name,
})

/** A map of these records; stakeholders were called out in the order given unless they say when. */
export function docOf(records: readonly AnyRecord[], facts: Partial<MapInfo> = {}): MapDoc {
  const info = { ...newMapInfo(asId<MapId>('map-1'), 'Water for all', 'The union'), ...facts }
  const ranked = records.map((record, index) =>
    record.type === 'stakeholder' && record.order === 1 ? { ...record, order: index + 1 } : record,
  )
  const doc = docFromRecords([info, ...ranked])
  if (!doc) throw new Error('a map has its own record')
  return doc
}

/** Ids that count up, so that a test can be repeated exactly. */
export function counting(prefix = 'new'): CommandContext {
  let count = 0
  return { newId: <I extends Id<string>>() => asId<I>(`${prefix}-${(count += 1)}`) }
}

export function unwrap<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`)
  return result.value
}

/** A document as plain data in an order that does not depend on how it came about. */
export const plain = (doc: MapDoc): readonly AnyRecord[] => {
  const records: AnyRecord[] = [
    ...doc.stakeholders.values(),
    ...doc.relationships.values(),
    ...doc.sectors.values(),
    ...doc.resources.values(),
  ]
  return [doc.info, ...records.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))]
}
