import type { Subject } from '../audience/subject.ts'
import type { Relationship, RelationshipId } from '../domain/records.ts'

/** The tie that is selected, as far as the audience sees it. */
export function tieShown(
  { shownTie, tieOf }: Subject,
  id: RelationshipId | null,
): Relationship | undefined {
  const key = id && shownTie(id)?.key
  return key ? tieOf(key) : undefined
}
