import { viewFor } from '../audience/gate.ts'
import type { MapDoc } from '../domain/records.ts'
import { segmentOf, SEGMENTS } from '../domain/spectrum.ts'

/**
 * What the list of maps shows of a map: how many stand in each segment as the public may see it. No name
 * and no place, so that not even a gap can be seen.
 */
export function summaryOf(doc: MapDoc): readonly number[] {
  const counts = SEGMENTS.map(() => 0)
  for (const { placement } of viewFor(doc, 'public').stakeholders) {
    if (!placement) continue
    const segment = segmentOf(placement.stance)
    counts[segment] = (counts[segment] ?? 0) + 1
  }
  return counts
}

/** A stored summary as five counts; anything unreadable counts as none. */
export const countsFrom = (summary: unknown): readonly number[] =>
  SEGMENTS.map((segment) => {
    const count: unknown = Array.isArray(summary) ? summary[segment] : 0
    return typeof count === 'number' && count > 0 && Number.isFinite(count) ? Math.floor(count) : 0
  })
