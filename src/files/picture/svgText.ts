import type { XmlElement } from '../network/xmlTree.ts'
import type { PathStep, TextMark, TextRun } from './marks.ts'
import { length, paintOf, styleOf, type SvgStyle, UnknownMark } from './svgStyle.ts'

const OF_TEXT = new Set(['x', 'y', 'transform', 'opacity'])
const OF_TEXT_PATH = new Set(['href', 'startOffset'])
const NONE: ReadonlySet<string> = new Set()

/** All of a stretch but its weight. */
const AS_ITS_LINE: readonly (keyof SvgStyle)[] = [
  'fill',
  'fillOpacity',
  'stroke',
  'strokeOpacity',
  'strokeWidth',
  'strokeFirst',
  'size',
  'anchor',
  'rtl',
]

/** A line of text; nothing when there is nothing to be read in it. */
export function textOf(
  element: XmlElement,
  outer: SvgStyle,
  paths: ReadonlyMap<string, readonly PathStep[]>,
): readonly TextMark[] {
  const style = styleOf(element, outer, OF_TEXT)
  const follower = element.child('textPath')
  const along = follower ? lineOf(follower, style, paths) : null
  if (follower && (element.children.length > 1 || element.text.trim() !== '')) {
    throw new UnknownMark('text', 'with something beside its textPath')
  }
  const runs = trimmed(
    follower ? runsOf(follower, styleOf(follower, style, OF_TEXT_PATH)) : runsOf(element, style),
  )
  const paint = paintOf(style)
  if (runs.length === 0 || !paint) return []
  const { size, rtl, anchor } = style
  const [x, y] = [numberOf(element, 'x'), numberOf(element, 'y')]
  return [{ kind: 'text', runs, size, rtl, anchor, x, y, along, ...paint }]
}

/** The line that a text follows; texts stand in the middle of theirs. */
function lineOf(
  follower: XmlElement,
  { anchor }: SvgStyle,
  paths: ReadonlyMap<string, readonly PathStep[]>,
): readonly PathStep[] {
  const line = paths.get(follower.get('href').replace(/^#/u, ''))
  if (!line || anchor !== 'middle' || follower.get('startOffset') !== '50%') {
    throw new UnknownMark('textPath', 'that is not in the middle of a line')
  }
  return line
}

/** The stretches of a text. Words outside of its parts would have lost their place between them. */
function runsOf(element: XmlElement, style: SvgStyle): readonly TextRun[] {
  if (element.children.length === 0) return [{ text: element.text, weight: style.weight }]
  if (element.text.trim() !== '') throw new UnknownMark(element.name, 'with text beside its parts')
  return element.children.map((child) => {
    if (child.name !== 'tspan' || child.children.length > 0) throw new UnknownMark(child.name, '')
    const own = styleOf(child, style, NONE)
    if (AS_ITS_LINE.some((key) => own[key] !== style[key])) {
      throw new UnknownMark('tspan', 'that differs in more than its weight')
    }
    return { text: child.text, weight: own.weight }
  })
}

/** Blanks as SVG shows them: one for several, none around the whole line. */
function trimmed(runs: readonly TextRun[]): readonly TextRun[] {
  let isAfterBlank = true
  const single = runs.map(({ text, weight }) => {
    const blanks = text.replace(/[ \t\r\n]+/gu, ' ')
    const shown = isAfterBlank ? blanks.replace(/^ /u, '') : blanks
    if (shown !== '') isAfterBlank = shown.endsWith(' ')
    return { text: shown, weight }
  })
  const filled = single.filter(({ text }) => text !== '')
  const last = filled.at(-1)
  if (!last) return []
  const end = { ...last, text: last.text.replace(/ $/u, '') }
  return [...filled.slice(0, -1), ...(end.text === '' ? [] : [end])]
}

function numberOf(element: XmlElement, name: string): number {
  const value = element.get(name)
  return value === ''
    ? 0
    : length(value, () => {
        throw new UnknownMark(element.name, `${name}="${value.slice(0, 40)}"`)
      })
}
