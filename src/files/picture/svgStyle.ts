import type { XmlElement } from '../network/xmlTree.ts'
import type { Colour, Paint, TextMark, TextRun } from './marks.ts'

/** What an element hands on to those inside it, as SVG has it. */
export interface SvgStyle {
  readonly fill: Colour | null
  readonly fillOpacity: number
  readonly stroke: Colour | null
  readonly strokeOpacity: number
  readonly strokeWidth: number
  readonly dashes: readonly number[]
  readonly join: 'miter' | 'round'
  readonly strokeFirst: boolean
  readonly size: number
  readonly weight: TextRun['weight']
  readonly anchor: TextMark['anchor']
  readonly rtl: boolean
}

export const FIRST_STYLE: SvgStyle = {
  fill: '#000000',
  fillOpacity: 1,
  stroke: null,
  strokeOpacity: 1,
  strokeWidth: 1,
  dashes: [],
  join: 'miter',
  strokeFirst: false,
  size: 16,
  weight: 400,
  anchor: 'start',
  rtl: false,
}

/** The picture has something that no format would show: a bug of ours, never of what somebody wrote on the map. */
export class UnknownMark extends Error {
  constructor(element: string, what: string) {
    super(`A picture has what files can't show: <${element}> ${what}`)
  }
}

interface Reader {
  (value: string, style: SvgStyle, unknown: () => never): SvgStyle
}

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['fill', (value, style, unknown) => ({ ...style, fill: colourOf(value, unknown) })],
  ['fill-opacity', (value, style, unknown) => ({ ...style, fillOpacity: share(value, unknown) })],
  ['stroke', (value, style, unknown) => ({ ...style, stroke: colourOf(value, unknown) })],
  [
    'stroke-opacity',
    (value, style, unknown) => ({ ...style, strokeOpacity: share(value, unknown) }),
  ],
  ['stroke-width', (value, style, unknown) => ({ ...style, strokeWidth: length(value, unknown) })],
  ['stroke-dasharray', (value, style, unknown) => ({ ...style, dashes: dashesOf(value, unknown) })],
  [
    'stroke-linejoin',
    (value, style, unknown) =>
      value === 'miter' || value === 'round' ? { ...style, join: value } : unknown(),
  ],
  ['stroke-linecap', (value, style, unknown) => (value === 'butt' ? style : unknown())],
  [
    'paint-order',
    (value, style, unknown) =>
      value === 'stroke' || value === 'normal'
        ? { ...style, strokeFirst: value === 'stroke' }
        : unknown(),
  ],
  ['font-size', (value, style, unknown) => ({ ...style, size: length(value, unknown) })],
  [
    'font-weight',
    (value, style, unknown) =>
      value === '400' || value === '700'
        ? { ...style, weight: value === '700' ? 700 : 400 }
        : unknown(),
  ],
  [
    'text-anchor',
    (value, style, unknown) =>
      value === 'start' || value === 'middle' || value === 'end'
        ? { ...style, anchor: value }
        : unknown(),
  ],
  [
    'direction',
    (value, style, unknown) =>
      value === 'ltr' || value === 'rtl' ? { ...style, rtl: value === 'rtl' } : unknown(),
  ],
  // There is one family in a picture, and each text is a paragraph of its own.
  ['font-family', (_, style) => style],
  ['unicode-bidi', (_, style) => style],
  ['id', (_, style) => style],
  ['aria-hidden', (_, style) => style],
  ['lang', (_, style) => style],
])

/**
 * The style of an element inside one of that style. Attributes that are neither of style nor among `own` are
 * unknown.
 */
export function styleOf(element: XmlElement, outer: SvgStyle, own: ReadonlySet<string>): SvgStyle {
  let style = outer
  for (const name of element.tag.names()) {
    if (own.has(name)) continue
    const value = element.get(name)
    const unknown = (): never => {
      throw new UnknownMark(element.name, `${name}="${value.slice(0, 40)}"`)
    }
    const read = READERS.get(name) ?? unknown
    style = read(value, style, unknown)
  }
  return style
}

/** How something of that style is painted; null when nothing of it is to be seen. */
export function paintOf(style: SvgStyle): Paint | null {
  const { fillOpacity, strokeOpacity, strokeWidth: width, dashes, join } = style
  const fill =
    style.fill !== null && fillOpacity > 0 ? { colour: style.fill, opacity: fillOpacity } : null
  const stroke =
    style.stroke !== null && strokeOpacity > 0 && width > 0
      ? { colour: style.stroke, opacity: strokeOpacity, width, dashes, join }
      : null
  return fill || stroke ? { fill, stroke, strokeFirst: style.strokeFirst && stroke !== null } : null
}

function colourOf(value: string, unknown: () => never): Colour | null {
  if (value === 'none') return null
  const short = /^#([\da-f])([\da-f])([\da-f])$/iu.exec(value)
  if (short) {
    const [, r = '', g = '', b = ''] = short
    return `#${r}${r}${g}${g}${b}${b}`.toLowerCase()
  }
  return /^#[\da-f]{6}$/iu.test(value) ? value.toLowerCase() : unknown()
}

/** A length in the picture's units. */
export function length(value: string, unknown: () => never): number {
  const number = Number(value.replace(/px$/u, ''))
  return value.trim() !== '' && Number.isFinite(number) ? number : unknown()
}

/** An opacity. */
export const share = (value: string, unknown: () => never): number =>
  Math.min(1, Math.max(0, length(value, unknown)))

function dashesOf(value: string, unknown: () => never): readonly number[] {
  if (value === 'none') return []
  const dashes = value
    .trim()
    .split(/[\s,]+/u)
    .map((part) => length(part, unknown))
  if (dashes.every((dash) => dash === 0)) return []
  return dashes.length % 2 === 0 ? dashes : [...dashes, ...dashes]
}
