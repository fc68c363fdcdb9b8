import { foldName } from './names.ts'
import type { AnyRecord, Confidentiality, MapDoc, Stakeholder } from './records.ts'

/** True for a stakeholder that must not appear outside the team at all. */
export const isHidden = ({ confidentiality }: Pick<Stakeholder, 'confidentiality'>): boolean =>
  confidentiality.level === 'confidential' && confidentiality.publicStance === null

/** True for a stakeholder of whom the public may not know everything. */
export const isConfidential = ({
  confidentiality,
}: Pick<Stakeholder, 'confidentiality'>): boolean => confidentiality.level === 'confidential'

/** How much of a record is kept from the public: 0 nothing, 1 where it really stands, 2 everything. */
export function secrecyOf(record: AnyRecord): 0 | 1 | 2 {
  if (record.type === 'relationship') return record.confidentiality === 'public' ? 0 : 2
  if (record.type !== 'stakeholder' || record.confidentiality.level === 'public') return 0
  return record.confidentiality.publicStance === null ? 2 : 1
}

export const HIDDEN: Confidentiality = { level: 'confidential', publicStance: null }

/**
 * How confidential newcomers of a name begin: hidden, when somebody hidden has that name or alias. Somebody called out or
 * imported a second time would otherwise give away the first. Who comes out of a file, `isConfidential`, is hidden beside
 * somebody shown at a public stance as well: the file may say where that one really stands. Of a name that is typed
 * nothing is known, and hiding it would tell.
 */
export function confidentialityOfNamesakes(
  doc: MapDoc,
  givesAway: (one: Stakeholder) => boolean = isHidden,
): (name: string, otherwise: Confidentiality) => Confidentiality {
  const hidden = new Set<string>()
  for (const stakeholder of doc.stakeholders.values()) {
    if (!givesAway(stakeholder)) continue
    for (const name of [stakeholder.name, ...stakeholder.aliases]) hidden.add(foldName(name))
  }
  return (name, otherwise) => (hidden.has(foldName(name)) ? HIDDEN : otherwise)
}
