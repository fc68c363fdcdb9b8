import type { Audience, MapView } from '../../audience/view.ts'
import { confidentialGroup } from '../legendSigns.ts'
import type { Rect } from '../halfPie.ts'
import { isConfidential } from '../isConfidential.ts'
import { textWidth } from '../measure.ts'
import { pathNumber } from '../pathNumber.ts'
import { footFor, type PictureFoot } from '../pictureFoot.ts'
import type { PictureFrame } from '../pictureFrame.ts'
import { headingBottom, headingLines, type TitleLine } from '../pictureTitle.ts'
import type { TypeSize } from '../sceneOnPage.ts'
import { MARGIN } from '../sheet.ts'
import { drawable, isRtl, wrap } from '../wrap.ts'
import { setTable, type TableSheet } from './setTable.ts'
import type { TableWords } from './tableWords.ts'

/** A page of the table of all stakeholders. */
export interface TablePicture {
  readonly kind: 'table'
  readonly audience: Audience
  readonly frame: PictureFrame
  readonly heading: readonly TitleLine[]
  /** "Page 2 of 5" in the corner that the title leaves free; none of a single page. */
  readonly number: PageNumber | null
  readonly table: TableSheet
  /** Stands in the table's place when there is nobody. */
  readonly nobody: readonly { readonly text: string; readonly y: number }[] | null
  readonly foot: PictureFoot
}

export interface PageNumber {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
}

/** Font sizes, in units of the page. */
export const NUMBER_FONT = 15
export const NOBODY_FONT = 22
const TITLE_SIZES = [30, 27, 24, 21, 19]
const TITLE_TOP = MARGIN.top - 4
const BELOW_TITLE = 16

/** All stakeholders of a view, on as many pages as they need. The same view, words and frame give the same pages. */
export function tablePages(
  view: MapView,
  words: TableWords,
  frame: PictureFrame,
  type: TypeSize = 'as on the screen',
): TablePicture[] {
  const { page } = frame
  const heading = headingBeside(frame, words)
  const top = heading.length
    ? Math.ceil(headingBottom(heading, TITLE_TOP)) + BELOW_TITLE
    : MARGIN.top
  // The one sign that doesn't say by itself what it means.
  const cards = view.stakeholders.map((one) => ({ shape: { confidential: isConfidential(one) } }))
  const foot = footFor(frame, null, (legend) => confidentialGroup(cards, legend))
  const room = { x: MARGIN.x, y: top, width: page.width - 2 * MARGIN.x, height: foot.top - top }
  const sheets = setTable(view, words, page, room, type)
  const nobody = view.stakeholders.length ? null : nobodyLines(words.nobody, room)
  return sheets.map((table, i) => ({
    kind: 'table',
    audience: view.audience,
    frame,
    heading,
    number: sheets.length > 1 ? pageNumber(words.page(i + 1, sheets.length), frame) : null,
    table,
    nobody,
    foot,
  }))
}

/** The heading, clear of the widest number that a page may have. */
function headingBeside(frame: PictureFrame, words: TableWords): TitleLine[] {
  const width =
    frame.page.width -
    2 * MARGIN.x -
    textWidth(words.page(888, 888), { size: NUMBER_FONT, weight: 400 }) -
    24
  return headingLines(frame, {
    top: TITLE_TOP,
    widthTo: () => width,
    sizes: TITLE_SIZES,
    mostLines: 2,
  })
}

function pageNumber(text: string, { title, page }: PictureFrame): PageNumber {
  const atLeft = isRtl(drawable(title))
  return {
    text,
    x: atLeft ? MARGIN.x : page.width - MARGIN.x,
    y: TITLE_TOP + 26,
    anchor: atLeft ? 'start' : 'end',
  }
}

const nobodyLines = (text: string, { y, width, height }: Rect) =>
  wrap(text, { size: NOBODY_FONT, weight: 400 }, { width, lines: 4 }).lines.map((line, i) => ({
    text: line,
    y: pathNumber(y + height / 2 + i * NOBODY_FONT * 1.3),
  }))
