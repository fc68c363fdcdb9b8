import { diffOf } from '../diff.ts'
import type { Placement, Stakeholder, StakeholderId } from '../records.ts'
import { fail, ok } from '../result.ts'
import { clampStance, segmentOf, stanceOfSegment } from '../spectrum.ts'
import type { Command } from './command.ts'

/** Where stakeholders go: a place on the half-pie, or null for "Not placed yet". */
export type Placements = ReadonlyMap<StakeholderId, Placement | null>

/** Places any number of stakeholders as one change. */
export const placeStakeholders =
  (placements: Placements): Command =>
  (doc) => {
    const updated: [Stakeholder, Stakeholder][] = []
    for (const [id, wished] of placements) {
      const from = doc.stakeholders.get(id)
      if (!from) return fail({ code: 'missing' })
      const placement = wished && inRange(wished)
      if (!samePlacement(from.placement, placement)) updated.push([from, { ...from, placement }])
    }
    return ok(diffOf({ updated }))
  }

/**
 * Places stakeholders as the public sees them. Who is shown at a public stance only has that stance
 * moved, the real one stays; such a stakeholder can't be taken off the pie from here.
 * `besides` are neighbours that make room: they are moved where they really stand.
 */
export const placeInPublic =
  (placements: Placements, besides: Placements = new Map()): Command =>
  (doc) => {
    const updated: [Stakeholder, Stakeholder][] = []
    const real = new Map<StakeholderId, Placement | null>(besides)
    for (const [id, wished] of placements) {
      const from = doc.stakeholders.get(id)
      if (!from) return fail({ code: 'missing' })
      if (from.confidentiality.level === 'public') real.set(id, wished)
      else if (wished && from.confidentiality.publicStance !== null) {
        const publicStance = stanceOfSegment(segmentOf(wished.stance))
        if (publicStance === from.confidentiality.publicStance) continue
        updated.push([from, { ...from, confidentiality: { level: 'confidential', publicStance } }])
      }
    }
    const placed = placeStakeholders(real)(doc, { newId: noNewIds })
    if (!placed.ok) return placed
    return ok({
      ...placed.value,
      updated: new Map([...placed.value.updated, ...diffOf({ updated }).updated]),
    })
  }

const noNewIds = (): never => {
  throw new Error('placing makes no new records')
}

const inRange = ({ stance, depth }: Placement): Placement => ({
  stance: clampStance(stance),
  depth: Math.min(1, Math.max(0, depth)),
})

const samePlacement = (a: Placement | null, b: Placement | null): boolean =>
  a === b || (a !== null && b !== null && a.stance === b.stance && a.depth === b.depth)
