import { foldName } from './names.ts'
import type { Confidentiality, MapDoc, Stakeholder } from './records.ts'

/** True for a stakeholder that must not appear outside the team at all. */
export const isHidden = ({ confidentiality }: Pick<Stakeholder, 'confidentiality'>): boolean =>
  confidentiality.level === 'confidential' && confidentiality.publicStance === null

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
