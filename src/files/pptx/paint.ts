import type { XmlNode } from '../network/xmlWrite.ts'
import { element } from '../office/element.ts'
import type { Fill, Stroke } from '../picture/marks.ts'
import { emu } from './emu.ts'

/** Shares are told in thousandths of a percent. */
export const share = (part: number): number => Math.round(part * 100_000)

/** A colour, `opacity` of it being that of the group it stands in. */
const colour = ({ colour: hex, opacity }: Fill, groupOpacity: number): XmlNode => {
  const seen = share(opacity * groupOpacity)
  const val = hex.slice(1).toUpperCase()
  return seen < 100_000
    ? element('a:srgbClr', { val }, element('a:alpha', { val: seen }))
    : element('a:srgbClr', { val })
}

export const NO_FILL: XmlNode = element('a:noFill')

/** What fills a shape. */
export const fillOf = (fill: Fill | null, groupOpacity: number): XmlNode =>
  fill ? element('a:solidFill', {}, colour(fill, groupOpacity)) : NO_FILL

/** A shape's outline, `scale` times as wide as it is in its own units. */
export function lineOf(stroke: Stroke | null, scale: number, groupOpacity: number): XmlNode {
  if (!stroke) return element('a:ln', {}, NO_FILL)
  const { width, dashes, join } = stroke
  return element(
    'a:ln',
    { w: Math.max(1, emu(width * scale)), cap: 'flat' },
    fillOf(stroke, groupOpacity),
    ...(dashes.length > 0 ? [pattern(dashes, width)] : []),
    // As far as SVG lets corners reach out.
    join === 'round' ? element('a:round') : element('a:miter', { lim: 400_000 }),
  )
}

/** Dashes and gaps are told in widths of the line. */
const pattern = (dashes: readonly number[], width: number): XmlNode =>
  element(
    'a:custDash',
    {},
    ...Array.from({ length: dashes.length / 2 }, (_, index) =>
      element('a:ds', {
        d: share((dashes[2 * index] ?? 0) / width),
        sp: share((dashes[2 * index + 1] ?? 0) / width),
      }),
    ),
  )
