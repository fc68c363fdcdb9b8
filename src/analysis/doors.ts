import type { ViewRelationship } from '../audience/view.ts'
import type { RelationshipKind } from '../domain/records.ts'
import type { Graph } from './graph.ts'

/** From one stakeholder to another: who can be approached through whom, over which tie. */
export interface Door {
  readonly from: number
  readonly to: number
  /** How much trust there is in it: 0 (most) … `WORST_LEVEL`. */
  readonly level: number
  readonly tie: ViewRelationship
  /** The tie is drawn the other way round; never so for a mutual tie. */
  readonly against: boolean
}

/**
 * The level at which a tie of strength 3 opens the door along its direction and back; each grade of strength
 * less is a level more. Who trusts listens to the trusted, so that trust opens the door against its direction.
 * An influence is a door along it. A funder is heard, and hears whom it funds a little less. A superior directs,
 * and a subordinate has the superior's ear. A tie of one's own words is taken along its direction. Opposition
 * opens no door.
 */
const OPENS = {
  trusts: { along: null, back: 0 },
  'works with': { along: 1, back: 1 },
  influences: { along: 2, back: null },
  funds: { along: 2, back: 3 },
  'reports to': { along: 2, back: 2 },
  own: { along: 2, back: null },
  opposes: { along: null, back: null },
} as const satisfies Record<
  RelationshipKind,
  { readonly along: number | null; readonly back: number | null }
>

/** The level of the weakest door of all: back along a weak `funds`. */
export const WORST_LEVEL = 5

/** Entry i leads from stakeholder i to others, in view order: between the same two, only the best door. */
export type Doors = readonly (readonly Door[])[]

/** All doors of a network. Of several between the same two the lowest level counts, then the tie's view order. */
export function doorsOf({ keys, ties }: Graph): Doors {
  const best = keys.map(() => new Map<number, Door>())
  const offer = (door: Door) => {
    const known = best[door.from]?.get(door.to)
    if (!known || door.level < known.level) best[door.from]?.set(door.to, door)
  }
  for (const { from, to, tie } of ties) {
    const { along, back } = levelsOf(tie)
    if (along !== null) offer({ from, to, level: along, tie, against: false })
    if (back !== null) {
      offer({ from: to, to: from, level: back, tie, against: tie.direction === 'one way' })
    }
  }
  return best.map((doors) => Array.from(doors.values()).toSorted((a, b) => a.to - b.to))
}

function levelsOf({ kind, direction, strength }: ViewRelationship): {
  readonly along: number | null
  readonly back: number | null
} {
  const { along, back } = OPENS[kind]
  const weaker = 3 - strength
  if (direction === 'mutual') {
    const levels = [along, back].filter((level) => level !== null)
    const level = levels.length > 0 ? Math.min(...levels) + weaker : null
    return { along: level, back: level }
  }
  return {
    along: along === null ? null : along + weaker,
    back: back === null ? null : back + weaker,
  }
}
