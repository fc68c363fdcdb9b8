import type { MapView } from '../../audience/view.ts'
import type { Point, SegmentIndex } from '../../domain/records.ts'
import { anglesOf, type HalfPie, polar, type Rect, rectAt } from '../halfPie.ts'
import type { LayoutCard } from '../layout.ts'
import { countCrossed, holds, pointsAlong, withAir } from './crossing.ts'
import { arrowFrom, bentBetween, edgeTowards, type TargetArrow } from '../targetArrow.ts'

/** How far into the target segment (share of its angle) an arrow ends, and how much nearer to the rim, in order of liking. */
const INTO = [0.3, 0.45, 0.2, 0.6, 0.12]
const ASIDE = [0, 30, -30, 60, -60, 95, -95, 130, -130]
/** How much farther out or in the middle of an arrow may pass, in shares of its distance from the hub. */
const BENDS = [1, 1.12, 0.88, 1.26, 0.74, 1.4, 0.6]
/** What speaks against an arrow: a card in its way, an end beneath a card or on another arrow's, a line off the pie. */
const COSTS = { crossed: 100, covered: 400, another: 60, off: 400 } as const

/**
 * Arrows from cards to their target segments, led around other cards as far as there is room: from afar an arrow that
 * comes out from under somebody else seems to be theirs.
 */
export function wallArrows(
  { stakeholders }: MapView,
  cards: readonly LayoutCard[],
  pie: HalfPie,
): TargetArrow[] {
  const targets = new Map(stakeholders.map(({ key, targetSegment }) => [key, targetSegment]))
  const tips: Point[] = []
  return cards.flatMap((card) => {
    const target = targets.get(card.key) ?? null
    if (target === null || target === card.segment) return []
    const others = cards.flatMap((other) =>
      other === card ? [] : [withAir(rectAt(other, other.shape))],
    )
    const { control, tip } = bestWay(card, target, others, tips, pie)
    tips.push(tip)
    return [{ key: card.key, target, ...arrowFrom(edgeTowards(card, control), control, tip) }]
  })
}

interface Way {
  readonly control: Point
  readonly tip: Point
}

function bestWay(
  card: LayoutCard,
  target: SegmentIndex,
  others: readonly Rect[],
  tips: readonly Point[],
  pie: HalfPie,
): Way {
  const start = { radius: Math.hypot(card.x, card.y), angle: Math.atan2(-card.y, card.x) }
  const { from, to } = anglesOf(target, pie)
  const isAhead = from >= start.angle
  let best: Way = { control: card, tip: card }
  let least = Infinity
  ASIDE.forEach((aside, i) => {
    const radius = Math.min(pie.radius - 14, Math.max(pie.hubRadius + 14, start.radius + aside))
    INTO.forEach((share, j) => {
      const angle = isAhead ? from + share * (to - from) : to - share * (to - from)
      const tip = polar(radius, angle)
      const middle = bentBetween(start, { radius, angle })
      BENDS.forEach((bend, k) => {
        const control = { x: middle.x * bend, y: middle.y * bend }
        const cost = i + j + 2 * k + costOf(card, { control, tip }, others, tips, pie)
        if (cost >= least) return
        least = cost
        best = { control, tip }
      })
    })
  })
  return best
}

function costOf(
  card: LayoutCard,
  { control, tip }: Way,
  others: readonly Rect[],
  tips: readonly Point[],
  { radius, hubRadius }: HalfPie,
): number {
  const points = pointsAlong(edgeTowards(card, control), control, tip)
  const off = points.filter(({ x, y }) => {
    const far = Math.hypot(x, y)
    return y > -4 || far > radius - 6 || far < hubRadius + 4
  })
  let cost = (off.length / points.length) * COSTS.off
  if (others.some((rect) => holds(rect, tip))) cost += COSTS.covered
  if (tips.some(({ x, y }) => Math.hypot(x - tip.x, y - tip.y) < 16)) cost += COSTS.another
  return cost + countCrossed(points, others) * COSTS.crossed
}
