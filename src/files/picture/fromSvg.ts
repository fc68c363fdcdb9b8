import { readXmlTree, type XmlElement } from '../network/xmlTree.ts'
import type { GroupMark, Paint, PathStep, PictureMark, PicturePage } from './marks.ts'
import { IDENTITY, matrixOf } from './matrix.ts'
import { stepsOfPath } from './pathData.ts'
import {
  FIRST_STYLE,
  length,
  paintOf,
  share,
  styleOf,
  type SvgStyle,
  UnknownMark,
} from './svgStyle.ts'
import { textOf } from './svgText.ts'

/**
 * A page from a picture that `svgMarkup` wrote. It knows what our drawings use; anything else throws, since a
 * file that silently lacks something would be worse.
 */
export function pageFromSvg(markup: string): PicturePage {
  const tree = readXmlTree(markup, 'svg')
  if (!tree.ok) throw new UnknownMark('svg', tree.error.code)
  const svg = tree.value
  const [x, y, width, height] = svg
    .get('viewBox')
    .split(/[\s,]+/u)
    .map(Number)
  if (x !== 0 || y !== 0 || !width || !height) throw new UnknownMark('svg', 'viewBox')
  const style = styleOf(svg, FIRST_STYLE, OF_SVG)
  const paths = new Map<string, readonly PathStep[]>()
  collectPaths(svg, paths)
  const marks = svg.children.flatMap((child) => marksOf(child, style, paths))
  return { width, height, title: svg.get('aria-label'), marks }
}

const OF_SVG = new Set(['width', 'height', 'viewBox', 'role', 'aria-label'])
const OF_GROUP = new Set(['transform', 'opacity'])
const OF_PATH = new Set(['d', ...OF_GROUP])
const OF_RECT = new Set(['x', 'y', 'width', 'height', 'rx', 'ry', ...OF_GROUP])
const OF_CIRCLE = new Set(['cx', 'cy', 'r', ...OF_GROUP])

/** Lines that texts may follow. */
type Paths = ReadonlyMap<string, readonly PathStep[]>

function collectPaths(element: XmlElement, found: Map<string, readonly PathStep[]>): void {
  const id = element.get('id')
  if (id !== '' && element.name === 'path') found.set(id, pathOf(element))
  for (const child of element.children) collectPaths(child, found)
}

function marksOf(element: XmlElement, outer: SvgStyle, paths: Paths): readonly PictureMark[] {
  switch (element.name) {
    case 'defs':
    case 'style':
    case 'title':
    case 'desc':
      return []
    case 'g': {
      const style = styleOf(element, outer, OF_GROUP)
      return grouped(
        element,
        element.children.flatMap((child) => marksOf(child, style, paths)),
      )
    }
    case 'path':
      return drawn(element, outer, OF_PATH, (paint) => {
        const steps = pathOf(element)
        return steps.length > 0 ? { kind: 'path', steps, ...paint } : null
      })
    case 'rect':
      return drawn(element, outer, OF_RECT, (paint) => rectOf(element, paint))
    case 'circle':
      return drawn(element, outer, OF_CIRCLE, (paint) => {
        const radius = numberOf(element, 'r')
        const [x, y] = [numberOf(element, 'cx'), numberOf(element, 'cy')]
        return radius > 0 ? { kind: 'circle', x, y, radius, ...paint } : null
      })
    case 'text':
      return grouped(element, textOf(element, outer, paths))
    default:
      throw new UnknownMark(element.name, '')
  }
}

function drawn(
  element: XmlElement,
  outer: SvgStyle,
  own: ReadonlySet<string>,
  markOf: (paint: Paint) => PictureMark | null,
): readonly PictureMark[] {
  const paint = paintOf(styleOf(element, outer, own))
  const mark = paint && markOf(paint)
  return mark ? grouped(element, [mark]) : []
}

/** Marks in the group that an element's transform or opacity makes of them; an element without either makes none. */
function grouped(element: XmlElement, marks: readonly PictureMark[]): readonly PictureMark[] {
  const [transform, opacity] = [element.get('transform'), element.get('opacity')]
  if (marks.length === 0 || (transform === '' && opacity === '')) return marks
  const matrix = transform === '' ? IDENTITY : matrixOf(transform)
  if (!matrix) throw new UnknownMark(element.name, `transform="${transform.slice(0, 80)}"`)
  const group: GroupMark = {
    kind: 'group',
    matrix,
    opacity: opacity === '' ? 1 : share(opacity, unknownIn(element, 'opacity')),
    marks,
  }
  return group.opacity === 0 ? [] : [group]
}

function rectOf(element: XmlElement, paint: Paint): PictureMark | null {
  const [width, height] = [numberOf(element, 'width'), numberOf(element, 'height')]
  if (width <= 0 || height <= 0) return null
  const [rx, ry] = [numberOf(element, 'rx'), numberOf(element, 'ry')]
  if (rx !== ry && rx > 0 && ry > 0) throw new UnknownMark('rect', 'rx, ry')
  return {
    kind: 'rect',
    x: numberOf(element, 'x'),
    y: numberOf(element, 'y'),
    width,
    height,
    radius: Math.min(rx || ry, width / 2, height / 2),
    ...paint,
  }
}

function pathOf(element: XmlElement): readonly PathStep[] {
  const steps = stepsOfPath(element.get('d'))
  if (!steps) throw new UnknownMark('path', `d="${element.get('d').slice(0, 80)}"`)
  return steps
}

const numberOf = (element: XmlElement, name: string): number => {
  const value = element.get(name)
  return value === '' ? 0 : length(value, unknownIn(element, name))
}

const unknownIn = (element: XmlElement, name: string) => (): never => {
  throw new UnknownMark(element.name, `${name}="${element.get(name).slice(0, 40)}"`)
}
