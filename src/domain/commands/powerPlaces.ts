import { applyDiff, diffOf, squashDiffs } from '../diff.ts'
import type { Placement, Stakeholder, StakeholderId } from '../records.ts'
import { fail, ok } from '../result.ts'
import { clampStance } from '../spectrum.ts'
import type { Command } from './command.ts'
import { placeInPublic } from './placement.ts'

/** Where a stakeholder stands on the power grid; null = not said (influence) or not placed. */
export interface PowerPlace {
  readonly placement: Placement | null
  /** 0…1 */
  readonly influence: number | null
}

/** Places stakeholders on the power grid: stance and influence together, as one change. */
export const placeByPower =
  (places: ReadonlyMap<StakeholderId, PowerPlace>): Command =>
  (doc) => {
    const updated: [Stakeholder, Stakeholder][] = []
    for (const [id, { placement, influence }] of places) {
      const from = doc.stakeholders.get(id)
      if (!from) return fail({ code: 'missing' })
      const to: Stakeholder = {
        ...from,
        placement: placement && {
          stance: clampStance(placement.stance),
          depth: clampShare(placement.depth),
        },
        influence: influence === null ? null : clampShare(influence),
      }
      if (JSON.stringify(from) !== JSON.stringify(to)) updated.push([from, to])
    }
    return ok(diffOf({ updated }))
  }

const clampShare = (value: number): number => Math.min(1, Math.max(0, value))

/**
 * The same as the public sees it: who is shown at a public stance only has that stance moved, the real one stays,
 * and can't be taken off the grid from here. Influence is one and the same for everybody.
 */
export const placeByPowerInPublic =
  (places: ReadonlyMap<StakeholderId, PowerPlace>): Command =>
  (doc, context) => {
    const stances: [StakeholderId, Placement | null][] = []
    for (const [id, { placement }] of places) stances.push([id, placement])
    const stood = placeInPublic(new Map(stances))(doc, context)
    if (!stood.ok) return stood
    const after = applyDiff(doc, stood.value)
    const updated: [Stakeholder, Stakeholder][] = []
    for (const [id, place] of places) {
      const from = after.stakeholders.get(id)
      if (!from) return fail({ code: 'missing' })
      const influence = place.influence === null ? null : clampShare(place.influence)
      if (from.influence !== influence) updated.push([from, { ...from, influence }])
    }
    return ok(squashDiffs(stood.value, diffOf({ updated })))
  }
