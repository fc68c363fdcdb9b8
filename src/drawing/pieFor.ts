import type { SegmentIndex } from '../domain/records.ts'
import { SEGMENT_COUNT, SEGMENTS } from '../domain/spectrum.ts'
import { BASE_RADIUS, halfPie, RADIUS_STEP, type HalfPie } from './halfPie.ts'
import { shelvingFor, type Size } from './rows.ts'

/**
 * The smallest half-pie on the ladder of radii in which the cards of every segment find room on shelves.
 * Depends only on which sizes of card stand in which segment.
 */
export function pieFor(
  cards: readonly { readonly segment: SegmentIndex; readonly shape: Size }[],
  alliesSide: 'left' | 'right',
): HalfPie {
  const bySegment = SEGMENTS.map((segment) => ({
    segment,
    sizes: cards.flatMap((card) => (card.segment === segment ? [card.shape] : [])),
  }))
  let step = Math.max(...bySegment.map(({ sizes }) => leastStep(sizes)))
  const fits = (pie: HalfPie) =>
    bySegment.every(({ segment, sizes }) => shelvingFor(segment, sizes, pie))
  while (!fits(halfPie(step, alliesSide))) step++
  return halfPie(step, alliesSide)
}

/** The step below which the cards' areas alone are larger than a segment. */
function leastStep(sizes: readonly Size[]): number {
  if (!sizes.length) return 0
  const area = sizes.reduce((sum, { width, height }) => sum + width * height, 0)
  const base = (Math.PI / 2 / SEGMENT_COUNT) * BASE_RADIUS ** 2
  return Math.max(0, Math.floor(Math.log(Math.sqrt(area / base)) / Math.log(RADIUS_STEP)))
}
