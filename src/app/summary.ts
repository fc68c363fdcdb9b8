import { viewFor } from '../audience/gate.ts'
import type { MapDoc } from '../domain/records.ts'
import type { ThumbnailDot } from '../views/services.ts'

/** Dots drawn on the start page at most. */
const MOST_DOTS = 300

/** What the list of maps shows of a map: placed stakeholders as the public may see them, without names. */
export const summaryOf = (doc: MapDoc): readonly (readonly [number, number])[] =>
  viewFor(doc, 'public')
    .stakeholders.flatMap(({ placement }) =>
      placement ? [[placement.stance, placement.depth] as const] : [],
    )
    .slice(0, MOST_DOTS)

/** A stored summary as dots; anything unreadable is no dot. */
export const dotsOf = (summary: unknown): ThumbnailDot[] =>
  Array.isArray(summary) ? summary.flatMap(dotOf) : []

function dotOf(pair: unknown): ThumbnailDot[] {
  if (!Array.isArray(pair)) return []
  const [stance, depth]: unknown[] = pair
  if (typeof stance !== 'number' || typeof depth !== 'number') return []
  return Number.isFinite(stance) && Number.isFinite(depth) ? [{ stance, depth }] : []
}
