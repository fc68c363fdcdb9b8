import { pageOf } from '../../drawing/sheet.ts'
import { element } from '../office/element.ts'
import { officePackage, type OfficePart } from '../office/package.ts'
import type { PicturePage } from '../picture/marks.ts'
import { emu } from './emu.ts'
import { FIRST_MASTER_ID, layoutOf, masterOf, textLook } from './master.ts'
import { NAMESPACES, slideOf, type SlideSize } from './slide.ts'
import { theme } from './theme.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument'
const SLIDES = `${TYPE}.presentationml`

/** Slides are numbered from here (ECMA-376 part 1, 19.7.13). */
const FIRST_SLIDE_ID = 256

/** 7½ by 10 inches, for printed notes: nobody has any, but each presentation says it. */
const NOTES = { cx: 6_858_000, cy: 9_144_000 }

/**
 * Pages as a presentation of shapes and texts that can be edited: a slide a page, in the size of the first. There
 * is nothing in it about who or what made it, or when. The same pages give the same bytes.
 */
export function pptxOf(pages: readonly PicturePage[]): Uint8Array<ArrayBuffer> {
  const first = pages[0] ?? pageOf('16:9')
  const slides = pages.map((page, index): OfficePart => ({
    name: `ppt/slides/slide${index + 1}.xml`,
    contentType: `${SLIDES}.slide+xml`,
    content: slideOf(page, first),
    relations: [{ id: 'rId1', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' }],
  }))
  return officePackage([
    presentationOf(first, slides.length),
    ...slides,
    {
      name: 'ppt/slideMasters/slideMaster1.xml',
      contentType: `${SLIDES}.slideMaster+xml`,
      content: masterOf(first, 'rId1'),
      relations: [
        { id: 'rId1', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
        { id: 'rId2', type: 'theme', target: '../theme/theme1.xml' },
      ],
    },
    {
      name: 'ppt/slideLayouts/slideLayout1.xml',
      contentType: `${SLIDES}.slideLayout+xml`,
      content: layoutOf(first),
      relations: [{ id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' }],
    },
    { name: 'ppt/theme/theme1.xml', contentType: `${TYPE}.theme+xml`, content: theme },
  ])
}

function presentationOf({ width, height }: SlideSize, count: number): OfficePart {
  const numbers = Array.from({ length: count }, (_, index) => index)
  const slideRelation = (index: number) => `rId${index + 2}`
  return {
    name: 'ppt/presentation.xml',
    contentType: `${SLIDES}.presentation.main+xml`,
    content: element(
      'p:presentation',
      NAMESPACES,
      element(
        'p:sldMasterIdLst',
        {},
        element('p:sldMasterId', { id: FIRST_MASTER_ID, 'r:id': 'rId1' }),
      ),
      element(
        'p:sldIdLst',
        {},
        ...numbers.map((index) =>
          element('p:sldId', { id: FIRST_SLIDE_ID + index, 'r:id': slideRelation(index) }),
        ),
      ),
      element('p:sldSz', { cx: emu(width), cy: emu(height) }),
      element('p:notesSz', NOTES),
      element(
        'p:defaultTextStyle',
        {},
        element('a:lvl1pPr', { algn: 'l', rtl: 0 }, textLook(1_800, '+mn')),
      ),
    ),
    relations: [
      { id: 'rId1', type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
      ...numbers.map((index) => ({
        id: slideRelation(index),
        type: 'slide',
        target: `slides/slide${index + 1}.xml`,
      })),
      { id: `rId${count + 2}`, type: 'theme', target: 'theme/theme1.xml' },
    ],
  }
}
