import type { Point, SegmentIndex } from '../domain/records.ts'
import { anglesOf, polar, rectAt, type HalfPie, type Rect } from './halfPie.ts'
import type { LayoutCard } from './layout.ts'
import { SIZES } from './palette.ts'
import { pathNumber } from './pathNumber.ts'

/** From a card to the segment where we want it. */
export interface TargetArrow {
  readonly key: string
  readonly target: SegmentIndex
  /** The shaft, a gentle curve. */
  readonly shaft: string
  /** The head, a triangle. */
  readonly head: string
}

/** How far into the target segment (share of its angle), and how much nearer to the rim (px), in order of liking. */
const INTO = [0.3, 0.42, 0.2, 0.55, 0.7]
const ASIDE = [0, 26, -26, 52, -52, 84, -84]

/** An arrow that follows the pie round to a free spot just inside the target segment. */
export function targetArrow(
  card: LayoutCard,
  target: SegmentIndex,
  cards: readonly LayoutCard[],
  pie: HalfPie,
): TargetArrow {
  const start = { radius: Math.hypot(card.x, card.y), angle: Math.atan2(-card.y, card.x) }
  const { from, to } = anglesOf(target, pie)
  const turnsLeft = from >= start.angle
  const rects = cards.flatMap((other) =>
    other.segment === target && other.key !== card.key ? [rectAt(other, other.shape)] : [],
  )
  const ends = ASIDE.flatMap((aside) =>
    INTO.map((share) => ({
      radius: Math.min(pie.radius - 14, Math.max(pie.hubRadius + 14, start.radius + aside)),
      angle: turnsLeft ? from + share * (to - from) : to - share * (to - from),
    })),
  )
  const first = ends[0] ?? start
  const end = ends.find(({ radius, angle }) => isFree(polar(radius, angle), rects)) ?? first
  return drawn(card, target, bentBetween(start, end), polar(end.radius, end.angle))
}

/** A point given by its distance from the pie's centre and its angle. */
interface Polar {
  readonly radius: number
  readonly angle: number
}

/** The control point of a curve that follows the pie round. */
export function bentBetween(start: Polar, end: Polar): Point {
  const turn = Math.abs(end.angle - start.angle)
  const bend = Math.min(1.35, 1 / Math.cos(Math.min(turn, 2.4) / 2))
  return polar(((start.radius + end.radius) / 2) * bend, (start.angle + end.angle) / 2)
}

const isFree = (point: Point, rects: readonly Rect[]): boolean =>
  !rects.some(
    ({ x, y, width, height }) =>
      point.x > x - 9 && point.x < x + width + 9 && point.y > y - 9 && point.y < y + height + 9,
  )

function drawn(card: LayoutCard, target: SegmentIndex, control: Point, tip: Point): TargetArrow {
  return { key: card.key, target, ...arrowFrom(edgeTowards(card, control), control, tip) }
}

/** A gentle curve with a head at its tip. */
export function arrowFrom(
  start: Point,
  control: Point,
  tip: Point,
): Pick<TargetArrow, 'shaft' | 'head'> {
  const length = Math.hypot(tip.x - control.x, tip.y - control.y) || 1
  const along = { x: (tip.x - control.x) / length, y: (tip.y - control.y) / length }
  const { head } = SIZES.arrow
  const base = { x: tip.x - along.x * head * 1.3, y: tip.y - along.y * head * 1.3 }
  const wing = { x: -along.y * head * 0.62, y: along.x * head * 0.62 }
  return {
    shaft: `M${pair(start)}Q${pair(control)} ${pair(base)}`,
    head: `M${pair(tip)}L${pair({ x: base.x + wing.x, y: base.y + wing.y })}L${pair({ x: base.x - wing.x, y: base.y - wing.y })}Z`,
  }
}

/** Where a line from a card's centre towards a point leaves the card. */
export function edgeTowards({ x, y, shape }: LayoutCard, point: Point): Point {
  const dx = point.x - x
  const dy = point.y - y
  const share = Math.min(
    dx ? shape.width / 2 / Math.abs(dx) : Infinity,
    dy ? shape.height / 2 / Math.abs(dy) : Infinity,
    1,
  )
  return { x: x + dx * share, y: y + dy * share }
}

const pair = ({ x, y }: Point): string => `${pathNumber(x)} ${pathNumber(y)}`
