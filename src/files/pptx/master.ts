import { LIGHT } from '../../drawing/palette.ts'
import { MARGIN } from '../../drawing/sheet.ts'
import type { XmlNode } from '../network/xmlWrite.ts'
import { element } from '../office/element.ts'
import type { Box } from './emu.ts'
import { placeOf, preset } from './geometry.ts'
import { fillOf } from './paint.ts'
import { COLOURS_OF_MASTER, NAMESPACES, type SlideSize, tree } from './slide.ts'

const TITLE_HEIGHT = 100

/** What all slides have in common (ECMA-376 part 1, 19.3.1.42): a white ground, and where a new title would stand. */
export const masterOf = (size: SlideSize, layoutRelation: string): XmlNode =>
  element(
    'p:sldMaster',
    NAMESPACES,
    element(
      'p:cSld',
      {},
      element(
        'p:bg',
        {},
        element(
          'p:bgPr',
          {},
          fillOf({ colour: LIGHT.paper, opacity: 1 }, 1),
          element('a:effectLst'),
        ),
      ),
      tree(titlePlaceholder(size)),
    ),
    element('p:clrMap', {
      bg1: 'lt1',
      tx1: 'dk1',
      bg2: 'lt2',
      tx2: 'dk2',
      accent1: 'accent1',
      accent2: 'accent2',
      accent3: 'accent3',
      accent4: 'accent4',
      accent5: 'accent5',
      accent6: 'accent6',
      hlink: 'hlink',
      folHlink: 'folHlink',
    }),
    element(
      'p:sldLayoutIdLst',
      {},
      element('p:sldLayoutId', { id: FIRST_MASTER_ID + 1, 'r:id': layoutRelation }),
    ),
    element(
      'p:txStyles',
      {},
      element('p:titleStyle', {}, level(2_400, '+mj')),
      element('p:bodyStyle', {}, level(1_800, '+mn')),
      element('p:otherStyle', {}, level(1_800, '+mn')),
    ),
  )

/** Masters and layouts are numbered from here (19.7.3). */
export const FIRST_MASTER_ID = 2_147_483_648

/** The only layout: a title, and room. */
export const layoutOf = (size: SlideSize): XmlNode =>
  element(
    'p:sldLayout',
    { ...NAMESPACES, type: 'titleOnly', preserve: 1 },
    element('p:cSld', { name: 'Title' }, tree(titlePlaceholder(size))),
    COLOURS_OF_MASTER,
  )

function titlePlaceholder({ width }: SlideSize): XmlNode {
  const box: Box = { x: MARGIN.x, y: MARGIN.top, width: width - 2 * MARGIN.x, height: TITLE_HEIGHT }
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: 2, name: 'Title' }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1 })),
      element('p:nvPr', {}, element('p:ph', { type: 'title' })),
    ),
    element('p:spPr', {}, placeOf(box), preset('rect')),
    element(
      'p:txBody',
      {},
      element('a:bodyPr', { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 't' }),
      element('a:lstStyle'),
      element('a:p'),
    ),
  )
}

/** How a level of text looks unless a text says otherwise. */
export const textLook = (size: number, fonts: '+mj' | '+mn'): XmlNode =>
  element(
    'a:defRPr',
    { sz: size },
    element('a:solidFill', {}, element('a:schemeClr', { val: 'tx1' })),
    element('a:latin', { typeface: `${fonts}-lt` }),
    element('a:ea', { typeface: `${fonts}-ea` }),
    element('a:cs', { typeface: `${fonts}-cs` }),
  )

const level = (size: number, fonts: '+mj' | '+mn'): XmlNode =>
  element('a:lvl1pPr', { algn: 'l', rtl: 0 }, element('a:buNone'), textLook(size, fonts))
