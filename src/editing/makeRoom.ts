import type { Placement, SegmentIndex } from '../domain/records.ts'
import { segmentOf } from '../domain/spectrum.ts'
import { type HalfPie, overlaps, rectAt } from '../drawing/halfPie.ts'
import { type StandingCard, tidy, worldPoint } from '../drawing/tidy.ts'

/**
 * The places of newcomers, and where there was no free spot for one of them also those of everybody in its
 * segment, lined up: rather a neighbour moves a little than one name covers another.
 */
export function withRoom(
  newcomers: readonly StandingCard[],
  others: readonly StandingCard[],
  pie: HalfPie,
): Map<string, Placement> {
  const places = new Map(newcomers.map(({ key, placement }) => [key, placement]))
  const all = [...others, ...newcomers]
  const crowded = new Set<SegmentIndex>()
  for (const card of newcomers) {
    if (all.some((other) => other.key !== card.key && covers(card, other, pie))) {
      crowded.add(segmentOf(card.placement.stance))
    }
  }
  const inCrowd = all.filter(({ placement }) => crowded.has(segmentOf(placement.stance)))
  for (const [key, placement] of tidy(inCrowd, pie, 'keep')) places.set(key, placement)
  return places
}

function covers(one: StandingCard, other: StandingCard, pie: HalfPie): boolean {
  const a = rectAt(worldPoint(one.placement, pie), one.shape)
  const b = rectAt(worldPoint(other.placement, pie), other.shape)
  return overlaps(a, b)
}
