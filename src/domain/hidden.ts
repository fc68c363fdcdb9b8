import { foldName } from './names.ts'
import type { AnyRecord, Confidentiality, MapDoc, Stakeholder } from './records.ts'

/** True for a stakeholder that must not appear outside the team at all. */
export const isHidden = ({ confidentiality }: Pick<Stakeholder, 'confidentiality'>): boolean =>
  confidentiality.level === 'confidential' && confidentiality.publicStance === null

/** How much of a record is kept from the public: 0 nothing, 1 where it really stands, 2 everything. */
export function secrecyOf(record: AnyRecord): 0 | 1 | 2 {
  if (record.type === 'relationship') return record.confidentiality === 'public' ? 0 : 2
  if (record.type !== 'stakeholder' || record.confidentiality.level === 'public') return 0
  return record.confidentiality.publicStance === null ? 2 : 1
}

export const HIDDEN: Confidentiality = { level: 'confidential', publicStance: null }

/**
 * How confidential newcomers of a name begin: hidden, when somebody hidden has that name or alias. Somebody called out or
 * imported a second time would otherwise give away the first.
 */
export function confidentialityOfNamesakes(
  doc: MapDoc,
): (name: string, otherwise: Confidentiality) => Confidentiality {
  const hidden = new Set<string>()
  for (const stakeholder of doc.stakeholders.values()) {
    if (!isHidden(stakeholder)) continue
    for (const name of [stakeholder.name, ...stakeholder.aliases]) hidden.add(foldName(name))
  }
  return (name, otherwise) => (hidden.has(foldName(name)) ? HIDDEN : otherwise)
}
