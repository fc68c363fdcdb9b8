import { pathNumber as n } from '../../drawing/pathNumber.ts'
import { type XmlNode, xmlDocument } from '../network/xmlWrite.ts'
import type {
  GroupMark,
  Paint,
  PathStep,
  PictureMark,
  PicturePage,
  TextMark,
} from '../picture/marks.ts'
import { pieceOutline } from '../setting/pieceOutline.ts'
import { placePieces } from '../setting/placement.ts'
import type { TextSetter } from '../setting/textSetter.ts'

/** An SVG, and which letters it shows as empty boxes, since no font of ours has them. */
export interface OutlinedSvg {
  readonly svg: string
  readonly missing: readonly string[]
}

/** A page as an SVG whose texts are outlines, one path a line: for programs that have not our fonts. */
export function outlinedSvg(page: PicturePage, setter: TextSetter): OutlinedSvg {
  const missing = new Set<string>()

  const nodeOf = (mark: PictureMark): XmlNode => {
    switch (mark.kind) {
      case 'group':
        return { name: 'g', attributes: groupAttributes(mark), content: mark.marks.map(nodeOf) }
      case 'text':
        return { name: 'path', attributes: { d: outline(mark), ...paint(mark) } }
      case 'path':
        return { name: 'path', attributes: { d: data(mark.steps), ...paint(mark) } }
      case 'rect': {
        const { x, y, width, height, radius } = mark
        const rx = radius > 0 ? n(radius) : undefined
        const box = { x: n(x), y: n(y), width: n(width), height: n(height), rx }
        return { name: 'rect', attributes: { ...box, ...paint(mark) } }
      }
      case 'circle': {
        const { x, y, radius } = mark
        const round = { cx: n(x), cy: n(y), r: n(radius) }
        return { name: 'circle', attributes: { ...round, ...paint(mark) } }
      }
    }
  }

  const outline = (mark: TextMark): string => {
    const line = setter.set(mark)
    for (const letters of line.missing) missing.add(letters)
    return data(placePieces(line, mark).flatMap((placed) => pieceOutline(placed, mark.size)))
  }

  const { width, height, title } = page
  const svg = xmlDocument({
    name: 'svg',
    attributes: {
      xmlns: 'http://www.w3.org/2000/svg',
      width: n(width),
      height: n(height),
      viewBox: `0 0 ${n(width)} ${n(height)}`,
      role: 'img',
      'aria-label': title,
    },
    content: page.marks.map(nodeOf),
  })
  return { svg, missing: Array.from(missing) }
}

const DECIMALS = 1e6

type Attributes = NonNullable<XmlNode['attributes']>

const groupAttributes = ({ matrix, opacity }: GroupMark): Attributes => {
  const numbers = matrix.map((value) => Math.round(value * DECIMALS) / DECIMALS + 0)
  return {
    transform: `matrix(${numbers.join(' ')})`,
    opacity: opacity < 1 ? opacity : undefined,
  }
}

const share = (opacity: number) => (opacity < 1 ? opacity : undefined)

const paint = ({ fill, stroke, strokeFirst }: Paint): Attributes => ({
  fill: fill?.colour ?? 'none',
  'fill-opacity': fill ? share(fill.opacity) : undefined,
  stroke: stroke?.colour,
  'stroke-opacity': stroke ? share(stroke.opacity) : undefined,
  'stroke-width': stroke ? n(stroke.width) : undefined,
  'stroke-dasharray':
    stroke && stroke.dashes.length > 0 ? stroke.dashes.map(n).join(' ') : undefined,
  'stroke-linejoin': stroke?.join === 'round' ? 'round' : undefined,
  'paint-order': stroke && strokeFirst ? 'stroke' : undefined,
})

const data = (steps: readonly PathStep[]): string =>
  steps
    .map((step) => {
      switch (step.to) {
        case 'move':
          return `M${n(step.x)} ${n(step.y)}`
        case 'line':
          return `L${n(step.x)} ${n(step.y)}`
        case 'curve':
          return `C${[step.x1, step.y1, step.x2, step.y2, step.x, step.y].map(n).join(' ')}`
        case 'close':
          return 'Z'
      }
    })
    .join('')
