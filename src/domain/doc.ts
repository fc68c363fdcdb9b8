import type {
  AnyRecord,
  MapDoc,
  MapId,
  MapInfo,
  Relationship,
  Resource,
  Sector,
  Stakeholder,
} from './records.ts'

/** A map without stakeholders. */
export const emptyDoc = (info: MapInfo): MapDoc => ({
  info,
  stakeholders: new Map(),
  relationships: new Map(),
  sectors: new Map(),
  resources: new Map(),
})

export const newMapInfo = (id: MapId, name: string, we: string): MapInfo => ({
  type: 'map',
  id,
  name,
  we,
  goal: '',
  alliesSide: 'left',
  segmentNames: [null, null, null, null, null],
})

/** All records of a map in a fixed order: the map itself, vocabularies, stakeholders by rank, relationships. */
export function recordsOf(doc: MapDoc): AnyRecord[] {
  return [
    doc.info,
    ...doc.sectors.values(),
    ...doc.resources.values(),
    ...stakeholdersInOrder(doc),
    ...doc.relationships.values(),
  ]
}

/** A document out of loose records; null when the map's own record is missing. */
export function docFromRecords(records: Iterable<AnyRecord>): MapDoc | null {
  let info: MapInfo | null = null
  const stakeholders = new Map<Stakeholder['id'], Stakeholder>()
  const relationships = new Map<Relationship['id'], Relationship>()
  const sectors = new Map<Sector['id'], Sector>()
  const resources = new Map<Resource['id'], Resource>()
  for (const record of records) {
    switch (record.type) {
      case 'map':
        info = record
        break
      case 'stakeholder':
        stakeholders.set(record.id, record)
        break
      case 'relationship':
        relationships.set(record.id, record)
        break
      case 'sector':
        sectors.set(record.id, record)
        break
      case 'resource':
        resources.set(record.id, record)
        break
    }
  }
  return info && { info, stakeholders, relationships, sectors, resources }
}

/** Stakeholders in the order in which they were called out; equal ranks by id, so that every copy agrees. */
export function stakeholdersInOrder(doc: MapDoc): Stakeholder[] {
  return [...doc.stakeholders.values()].toSorted(
    (a, b) => a.order - b.order || (a.id < b.id ? -1 : 1),
  )
}

/** The rank for the next stakeholder to be called out. */
export function nextOrder(doc: MapDoc): number {
  let highest = 0
  for (const { order } of doc.stakeholders.values()) highest = Math.max(highest, order)
  return highest + 1
}
