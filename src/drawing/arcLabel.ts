import type { SegmentIndex } from '../domain/records.ts'
import { anglesOf, polar, type HalfPie } from './halfPie.ts'
import { textWidth } from './measure.ts'
import { SIZES } from './palette.ts'
import { pathNumber } from './pathNumber.ts'
import { wrap } from './wrap.ts'

/** A segment's name and count, written along an arc outside the rim. */
export interface ArcLabel {
  /** The base line of the text, from left to right. */
  readonly arc: string
  readonly name: string
  readonly count: string
  /** Font size in world units. */
  readonly size: number
}

/** Share of a segment's arc that its label may take up, so that neighbours stay apart. */
const SHARE = 0.92

/** Distance from the centre of the labels' base line. */
const labelRadius = ({ radius, scale }: HalfPie): number =>
  radius + (SIZES.pie.rim + SIZES.pie.labelGap) * scale

/** Outermost distance that labels reach. */
export const labelReach = (pie: HalfPie): number =>
  labelRadius(pie) + Math.max(SIZES.pie.labelFont * pie.scale, pie.leastFont ?? 0)

/** The label of a segment: in the usual size if it fits, otherwise smaller, in the end with an ellipsis. */
export function arcLabel(
  segment: SegmentIndex,
  name: string,
  count: string,
  pie: HalfPie,
): ArcLabel {
  const radius = labelRadius(pie)
  const { from, to } = anglesOf(segment, pie)
  const room = radius * (to - from) * SHARE
  const { labelFont, labelFontMin } = SIZES.pie
  const least = pie.leastFont ?? labelFontMin * pie.scale
  const countWidth = (size: number) => textWidth(` ${count}`, { size, weight: 400 })
  const fitted = (size: number) =>
    wrap(name, { size, weight: 700 }, { width: room - countWidth(size), lines: 1 })
  let size = Math.max(least, labelFont * pie.scale)
  let text = fitted(size)
  while (!text.whole && size > least) {
    size = Math.max(least, size - 0.5 * pie.scale)
    text = fitted(size)
  }
  const start = polar(radius, to)
  const end = polar(radius, from)
  const r = pathNumber(radius)
  return {
    arc: `M${pathNumber(start.x)} ${pathNumber(start.y)}A${r} ${r} 0 0 1 ${pathNumber(end.x)} ${pathNumber(end.y)}`,
    name: text.lines[0] ?? '',
    count,
    size: pathNumber(size),
  }
}
