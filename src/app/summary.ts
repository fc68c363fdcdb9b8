import { viewFor } from '../audience/gate.ts'
import { own } from '../domain/check.ts'
import type { MapDoc } from '../domain/records.ts'
import { segmentOf, SEGMENTS } from '../domain/spectrum.ts'

/** What the list of maps shows of a map: as the public may see it, since anybody may be looking. */
export interface Summary {
  /** How many stand in each segment. No place, so that not even a gap can be seen. */
  readonly counts: readonly number[]
  /** The map's name mentions somebody hidden. */
  readonly namesHidden: boolean
}

export function summaryOf(doc: MapDoc): Summary {
  const { info, stakeholders } = viewFor(doc, 'public')
  const counts = SEGMENTS.map(() => 0)
  for (const { placement } of stakeholders) {
    if (!placement) continue
    const segment = segmentOf(placement.stance)
    counts[segment] = (counts[segment] ?? 0) + 1
  }
  return { counts, namesHidden: info.name !== doc.info.name }
}

/** A summary as it was stored, in older maps the counts alone; anything unreadable counts as none. */
export function summaryFrom(stored: unknown): Summary {
  const counts = Array.isArray(stored) ? stored : own(stored, 'counts')
  return {
    counts: SEGMENTS.map((segment) => {
      const count: unknown = Array.isArray(counts) ? counts[segment] : 0
      return typeof count === 'number' && count > 0 && Number.isFinite(count)
        ? Math.floor(count)
        : 0
    }),
    namesHidden: own(stored, 'namesHidden') === true,
  }
}
