import type { ImportedStakeholder } from '../imported.ts'
import type { Stakeholder } from '../records.ts'
import type { FileCopy } from './copy.ts'
import { type Difference, differencesBetween, isSilent } from './rules.ts'
import {
  STAKEHOLDER_FIELDS,
  STAKEHOLDER_RULES,
  type StakeholderFacts,
  type StakeholderField,
} from './stakeholderRules.ts'

/** What differs of somebody, as far as the file can say anything about it. `facts` are those of `mine`. */
export const stakeholderDifferences = (
  file: FileCopy,
  mine: Stakeholder,
  facts: StakeholderFacts,
  theirs: ImportedStakeholder,
): Difference<StakeholderField>[] =>
  differencesBetween(
    STAKEHOLDER_RULES,
    STAKEHOLDER_FIELDS.filter((field) => isComparable(field, file, mine, theirs)),
    facts,
    theirs,
  )

/** A field that the file does not have, or that a public copy holds back, says nothing about the map's. */
function isComparable(
  field: StakeholderField,
  { isPublicCopy, unsaid }: FileCopy,
  mine: Stakeholder,
  theirs: ImportedStakeholder,
): boolean {
  if (unsaid.get(theirs.id)?.has(field)) return false
  if (!isPublicCopy) return true
  // There it stands where the public may see it.
  if (field === 'placement' && mine.confidentiality.level !== 'public') return false
  return !isSilent<StakeholderFacts, StakeholderField>(STAKEHOLDER_RULES, field, theirs)
}
