import { diffOf } from '../diff.ts'
import { LIMITS } from '../limits.ts'
import type { NetworkPosition, Stakeholder, StakeholderId } from '../records.ts'
import { fail, ok } from '../result.ts'
import type { Command } from './command.ts'

/** Puts stakeholders at places of the network (null: nowhere in particular), as one change. */
export const placeInNetwork =
  (places: ReadonlyMap<StakeholderId, NetworkPosition | null>): Command =>
  (doc) => {
    const updated: [Stakeholder, Stakeholder][] = []
    for (const [id, wished] of places) {
      const from = doc.stakeholders.get(id)
      if (!from) return fail({ code: 'missing' })
      const networkPosition = wished && inRange(wished)
      if (!samePlace(from.networkPosition, networkPosition)) {
        updated.push([from, { ...from, networkPosition }])
      }
    }
    return ok(diffOf({ updated }))
  }

/** Two decimals: finer than any screen shows, and short in files. */
const rounded = (value: number): number =>
  Math.round(Math.min(LIMITS.networkPlace, Math.max(-LIMITS.networkPlace, value)) * 100) / 100

const inRange = ({ x, y, pinned }: NetworkPosition): NetworkPosition => ({
  x: rounded(x),
  y: rounded(y),
  pinned,
})

const samePlace = (a: NetworkPosition | null, b: NetworkPosition | null): boolean =>
  a === b || (a !== null && b !== null && a.x === b.x && a.y === b.y && a.pinned === b.pinned)
