import { useEffect } from 'react'
import type { Way } from '../analysis/ways.ts'
import type { Subject } from '../audience/subject.ts'
import type { StakeholderId } from '../domain/records.ts'
import { calmDown, emphasise, type Emphasis } from '../store/emphasis.ts'
import { type OpenMap, useOpenMap } from '../store/openMap.ts'
import { putWayAway } from '../store/wayTo.ts'
import { idsOf, tieIdsOf } from './insightLine.ts'

/**
 * Keeps a way lit up on the canvas; without one, whom it was looked for.
 *
 * @param subject whose view the way was found in; null while nothing is known
 */
export function useLitUp(target: StakeholderId, way: Way | null, subject: Subject | null): void {
  const { emphasis } = useOpenMap()
  useEffect(() => {
    if (subject) emphasise(emphasis, emphasisOf(target, way, subject))
  }, [emphasis, target, way, subject])
}

function emphasisOf(
  target: StakeholderId,
  way: Way | null,
  subject: Subject,
): Pick<Emphasis, 'stakeholders' | 'ties' | 'way'> {
  if (!way) return { stakeholders: new Set([target]), ties: new Set(), way: [] }
  const ids = idsOf(subject, way.stakeholders)
  const ties = way.steps.map(({ tie }) => tie)
  return { stakeholders: new Set(ids), ties: new Set(tieIdsOf(subject, ties)), way: ids }
}

/** Puts the way away and lets everything else come forward again. */
export function endWays({ emphasis, wayTo }: OpenMap): void {
  putWayAway(wayTo)
  calmDown(emphasis)
}
