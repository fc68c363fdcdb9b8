import type { MapDoc, Stakeholder, StakeholderId } from '../domain/records.ts'
import { viewFor, visibleStakeholders } from './gate.ts'
import type { Audience, MapView, ViewStakeholder } from './view.ts'

/**
 * A view together with the way back to the records behind it: for the editor's own window, which acts on
 * what it shows. Outputs are given `view` alone.
 */
export interface Subject {
  readonly view: MapView
  readonly idOf: (key: string) => StakeholderId | undefined
  readonly recordOf: (key: string) => Stakeholder | undefined
  readonly shown: (id: StakeholderId) => ViewStakeholder | undefined
}

export function subjectFor(doc: MapDoc, audience: Audience): Subject {
  const view: MapView = viewFor(doc, audience)
  const records = visibleStakeholders(doc, audience)
  const recordByKey = new Map<string, Stakeholder>()
  const viewById = new Map<StakeholderId, ViewStakeholder>()
  view.stakeholders.forEach((stakeholder, index) => {
    const record = records[index]
    if (!record) return
    recordByKey.set(stakeholder.key, record)
    viewById.set(record.id, stakeholder)
  })
  return {
    view,
    idOf: (key) => recordByKey.get(key)?.id,
    recordOf: (key) => recordByKey.get(key),
    shown: (id) => viewById.get(id),
  }
}
