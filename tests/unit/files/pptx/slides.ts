import { readXmlTree, type XmlElement } from '../../../../src/files/network/xmlTree.ts'
import { pageFromSvg } from '../../../../src/files/picture/fromSvg.ts'
import type { PicturePage } from '../../../../src/files/picture/marks.ts'
import { pptxOf } from '../../../../src/files/pptx/pptxOf.ts'
import { unzip } from '../../../support/unzip.ts'

/** A page with these elements on it. */
export const page = (inside: string, size = '1600 900', title = ''): PicturePage =>
  pageFromSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" aria-label="${title}">${inside}</svg>`,
  )

/** A part of the presentation of pages. */
export const partOf = (pages: readonly PicturePage[], name: string): string =>
  unzip(Buffer.from(pptxOf(pages)))
    .get(name)
    ?.toString() ?? ''

/** The shapes of a slide. */
export function slide(pages: PicturePage | readonly PicturePage[], number = 1): XmlElement {
  const xml = partOf('marks' in pages ? [pages] : pages, `ppt/slides/slide${number}.xml`)
  const tree = readXmlTree(xml, 'sld')
  if (!tree.ok) throw new Error(tree.error.code)
  const shapes = tree.value.child('cSld')?.child('spTree')
  if (!shapes) throw new Error('a slide has shapes')
  return shapes
}

/** All elements of a name, however deep. */
export const deep = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...deep(child, name),
  ])
export const first = (element: XmlElement, name: string): XmlElement => {
  const [found] = deep(element, name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
/** Each paragraph of a shape. */
export const linesOf = (shape: XmlElement): string[] =>
  deep(shape, 'p').map((line) =>
    deep(line, 't')
      .map(({ text }) => text)
      .join(''),
  )
/** Where a shape stands, in units of the page. */
export const boxOf = (shape: XmlElement) => {
  const [off, ext] = [first(shape, 'off'), first(shape, 'ext')]
  return [off.get('x'), off.get('y'), ext.get('cx'), ext.get('cy')].map((emu) => Number(emu) / 7620)
}
export const nameOf = (shape: XmlElement) => first(shape, 'cNvPr').get('name')
