import type { MapView, ViewStakeholder } from '../../audience/view.ts'
import type { SegmentIndex } from '../../domain/records.ts'
import { SEGMENTS, segmentOf } from '../../domain/spectrum.ts'

/** A way from segment to segment. */
export interface Move {
  readonly now: SegmentIndex
  /** One segment on: people are moved a step at a time. */
  readonly next: SegmentIndex
  readonly target: SegmentIndex
}

/** Somebody whom the view wants elsewhere than where it shows them. */
export interface ToMove {
  readonly stakeholder: ViewStakeholder
  readonly move: Move
}

/** All who are to be moved, in the view's order; who isn't placed has nowhere to be moved from. */
export const toMoveIn = ({ stakeholders }: MapView): ToMove[] =>
  stakeholders.flatMap((stakeholder) => {
    const { placement, targetSegment: target } = stakeholder
    if (!placement || target === null) return []
    const now = segmentOf(placement.stance)
    const next = SEGMENTS[now + Math.sign(target - now)]
    if (target === now || next === undefined) return []
    return [{ stakeholder, move: { now, next, target } }]
  })
