import type { XmlNode } from '../network/xmlWrite.ts'
import { element } from '../office/element.ts'
import { RELATIONS } from '../office/package.ts'
import type { Fill, Matrix, PicturePage } from '../picture/marks.ts'
import { itemsOf } from './shapes.ts'
import { fillOf } from './paint.ts'
import { readOf, type TextBlock } from './textLines.ts'

export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': RELATIONS,
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const

/** A slide's size in the page's units. */
export type SlideSize = Pick<PicturePage, 'width' | 'height'>

/** Share of the slide above which a group is no longer a thing to be moved. */
const LARGEST_GROUP = 0.25

/** A page as a slide (ECMA-376 part 1, 19.3.1.38), fitted into the middle when the slide has another size. */
export function slideOf(page: PicturePage, size: SlideSize): XmlNode {
  const scale = Math.min(size.width / page.width, size.height / page.height)
  const matrix: Matrix = [
    scale,
    0,
    0,
    scale,
    (size.width - page.width * scale) / 2,
    (size.height - page.height * scale) / 2,
  ]
  const ground = groundOf(page)
  const items = itemsOf(ground ? page.marks.slice(1) : page.marks, {
    matrix,
    opacity: 1,
    largestGroup: LARGEST_GROUP * size.width * size.height,
    isTitle: titleOnce(page.title),
  })
  let id = 1
  const nextId = () => ++id
  return element(
    'p:sld',
    NAMESPACES,
    element(
      'p:cSld',
      {},
      ...(ground ? [background(ground)] : []),
      tree(...items.map((item) => item.write(nextId))),
    ),
    COLOURS_OF_MASTER,
  )
}

/** The colour of the paper, when a page begins with it: no shape that is in the way of every other. */
function groundOf({ marks, width, height }: PicturePage): Fill | null {
  const [first] = marks
  const isWhole =
    first?.kind === 'rect' &&
    first.x === 0 &&
    first.y === 0 &&
    first.width === width &&
    first.height === height &&
    first.radius === 0 &&
    !first.stroke
  return isWhole ? first.fill : null
}

const background = (fill: Fill): XmlNode =>
  element('p:bg', {}, element('p:bgPr', {}, fillOf(fill, 1), element('a:effectLst')))

/** True once: of the text that says the title, or its beginning where the page has no room for all of it. */
function titleOnce(title: string): (block: TextBlock) => boolean {
  const wanted = letters(title)
  let isFound = false
  return (block) => {
    const read = letters(readOf(block)).replace(/…$/u, '')
    const isBold = block.lines[0].runs[0]?.weight === 700
    const isTitle = !isFound && isBold && read !== '' && wanted.startsWith(read)
    isFound ||= isTitle
    return isTitle
  }
}

const letters = (text: string): string => text.replace(/\s+/gu, '')

/** Shapes under the root that each slide has. */
export const tree = (...shapes: readonly XmlNode[]): XmlNode =>
  element(
    'p:spTree',
    {},
    element(
      'p:nvGrpSpPr',
      {},
      element('p:cNvPr', { id: 1, name: '' }),
      element('p:cNvGrpSpPr'),
      element('p:nvPr'),
    ),
    element(
      'p:grpSpPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', { x: 0, y: 0 }),
        element('a:ext', { cx: 0, cy: 0 }),
        element('a:chOff', { x: 0, y: 0 }),
        element('a:chExt', { cx: 0, cy: 0 }),
      ),
    ),
    ...shapes,
  )

export const COLOURS_OF_MASTER: XmlNode = element('p:clrMapOvr', {}, element('a:masterClrMapping'))
