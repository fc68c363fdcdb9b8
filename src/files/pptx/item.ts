import type { XmlNode } from '../network/xmlWrite.ts'
import { element } from '../office/element.ts'
import { around, type Box, emu } from './emu.ts'
import { placeOf } from './geometry.ts'

/** Something on a slide that is ready to be written. */
export interface SlideItem {
  readonly box: Box
  /** What is to be read on it; empty = nothing. */
  readonly text: string
  /** Numbers are given in the order of writing: they are unlike each other on a slide, and say nothing else. */
  write(nextId: () => number): XmlNode
}

/** Names are read out and listed beside the slide. */
const LONGEST_NAME = 80

/** What a shape is called: what can be read on it, otherwise what kind of shape it is. */
const nameOf = (text: string, kind: string): string =>
  Array.from(text || kind)
    .slice(0, LONGEST_NAME)
    .join('')

interface ShapeParts {
  readonly box: Box
  readonly text?: string
  readonly kind: 'Shape' | 'Line' | 'Text'
  readonly geometry: XmlNode
  /** Fill, then line. */
  readonly paint: readonly XmlNode[]
  /** Position; the box, unless it is turned. */
  readonly place?: XmlNode
  readonly body?: XmlNode
  readonly isTitle?: boolean
}

/** A shape with or without text (ECMA-376 part 1, 19.3.1.43). */
export function shape(parts: ShapeParts): SlideItem {
  const {
    box,
    text = '',
    kind,
    geometry,
    paint,
    place = placeOf(box),
    body,
    isTitle = false,
  } = parts
  return {
    box,
    text,
    write: (nextId) =>
      element(
        'p:sp',
        {},
        element(
          'p:nvSpPr',
          {},
          element('p:cNvPr', { id: nextId(), name: nameOf(text, kind) }),
          element('p:cNvSpPr', { txBox: kind === 'Text' && !isTitle ? 1 : undefined }),
          element('p:nvPr', {}, ...(isTitle ? [element('p:ph', { type: 'title' })] : [])),
        ),
        element('p:spPr', {}, place, geometry, ...paint),
        ...(body ? [body] : []),
      ),
  }
}

/** A straight line, which keeps its ends when it is pulled (19.3.1.19). */
export const straightLine = (
  box: Box,
  place: XmlNode,
  geometry: XmlNode,
  line: XmlNode,
): SlideItem => ({
  box,
  text: '',
  write: (nextId) =>
    element(
      'p:cxnSp',
      {},
      element(
        'p:nvCxnSpPr',
        {},
        element('p:cNvPr', { id: nextId(), name: nameOf('', 'Line') }),
        element('p:cNvCxnSpPr'),
        element('p:nvPr'),
      ),
      element('p:spPr', {}, place, geometry, line),
    ),
})

/** Items that are moved as one (19.3.1.22); their places stay those of the slide. */
export function groupOf(items: readonly SlideItem[]): SlideItem {
  const box = around(items.map((item) => item.box))
  const text = items.flatMap((item) => item.text || []).join(', ')
  const place = (off: string, ext: string) => [
    element(off, { x: emu(box.x), y: emu(box.y) }),
    element(ext, { cx: emu(box.width), cy: emu(box.height) }),
  ]
  return {
    box,
    text,
    write: (nextId) =>
      element(
        'p:grpSp',
        {},
        element(
          'p:nvGrpSpPr',
          {},
          element('p:cNvPr', {
            id: nextId(),
            name: nameOf(text, 'Group'),
            descr: text || undefined,
          }),
          element('p:cNvGrpSpPr'),
          element('p:nvPr'),
        ),
        element(
          'p:grpSpPr',
          {},
          element('a:xfrm', {}, ...place('a:off', 'a:ext'), ...place('a:chOff', 'a:chExt')),
        ),
        ...items.map((item) => item.write(nextId)),
      ),
  }
}
