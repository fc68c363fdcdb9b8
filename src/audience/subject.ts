import type {
  MapDoc,
  Relationship,
  RelationshipId,
  Stakeholder,
  StakeholderId,
} from '../domain/records.ts'
import { viewWithRecords } from './gate.ts'
import type { Audience, MapView, ViewRelationship, ViewStakeholder } from './view.ts'

/**
 * A view together with the way back to the records behind it: for the editor's own window, which acts on
 * what it shows. Outputs are given `view` alone.
 */
export interface Subject {
  readonly view: MapView
  readonly idOf: (key: string) => StakeholderId | undefined
  readonly recordOf: (key: string) => Stakeholder | undefined
  readonly shown: (id: StakeholderId) => ViewStakeholder | undefined
  readonly tieOf: (key: string) => Relationship | undefined
  readonly shownTie: (id: RelationshipId) => ViewRelationship | undefined
}

export function subjectFor(doc: MapDoc, audience: Audience): Subject {
  const { view, stakeholders: records, ties } = viewWithRecords(doc, audience)
  const recordByKey = new Map<string, Stakeholder>()
  const viewById = new Map<StakeholderId, ViewStakeholder>()
  view.stakeholders.forEach((stakeholder, index) => {
    const record = records[index]
    if (!record) return
    recordByKey.set(stakeholder.key, record)
    viewById.set(record.id, stakeholder)
  })
  const tieByKey = new Map<string, Relationship>()
  const tieById = new Map<RelationshipId, ViewRelationship>()
  view.relationships.forEach((tie, index) => {
    const record = ties[index]
    if (!record) return
    tieByKey.set(tie.key, record)
    tieById.set(record.id, tie)
  })
  return {
    view,
    idOf: (key) => recordByKey.get(key)?.id,
    recordOf: (key) => recordByKey.get(key),
    shown: (id) => viewById.get(id),
    tieOf: (key) => tieByKey.get(key),
    shownTie: (id) => tieById.get(id),
  }
}
