import type { Audience, MapView } from '../../audience/view.ts'
import type { Rect } from '../halfPie.ts'
import { confidentialGroup } from '../legendSigns.ts'
import { footFor, type PictureFoot } from '../pictureFoot.ts'
import type { PictureFrame } from '../pictureFrame.ts'
import { MARGIN, type Page } from '../sheet.ts'
import { isConfidential } from '../isConfidential.ts'
import type { HandoutWords } from './handoutWords.ts'
import { toMoveIn } from './toMove.ts'
import { worksheetCard, type WorksheetCard } from './worksheetCard.ts'

/** A page of worksheets: one, or two that are cut apart. */
export interface WorksheetPage {
  readonly kind: 'worksheets'
  readonly audience: Audience
  readonly cards: readonly WorksheetCard[]
  /** Where to cut; null where there is one. */
  readonly cut: string | null
  readonly foot: PictureFoot
}

/**
 * A worksheet for everybody who is to be moved, and blank ones where a page has room for one more, or when there is
 * nobody. The same view, words and frame give the same pages.
 */
export function worksheetPages(
  view: MapView,
  words: HandoutWords,
  frame: PictureFrame,
): WorksheetPage[] {
  const parts = { info: view.info, words, frame }
  const all = toMoveIn(view)
  const cards = all.map(({ stakeholder }) => ({
    shape: { confidential: isConfidential(stakeholder) },
  }))
  const foot = footFor(frame, null, (legend) => confidentialGroup(cards, legend))
  const { rooms, cut } = roomsOf(frame.page, foot.top)
  const count = Math.max(1, Math.ceil(all.length / rooms.length))
  return Array.from({ length: count }, (_, page) => ({
    kind: 'worksheets',
    audience: view.audience,
    cards: rooms.map((room, i) => worksheetCard(room, all[page * rooms.length + i] ?? null, parts)),
    cut,
    foot,
  }))
}

/** Square units beyond which a page is two sheets of A4 beside each other. */
const TWO_SHEETS = 2.2e6

function roomsOf(
  { width, height }: Page,
  bottom: number,
): { readonly rooms: readonly Rect[]; readonly cut: string | null } {
  const room = {
    x: MARGIN.x,
    y: MARGIN.top,
    width: width - 2 * MARGIN.x,
    height: bottom - MARGIN.top,
  }
  if (width * height < TWO_SHEETS) return { rooms: [room], cut: null }
  if (width > height) {
    const half = { ...room, width: width / 2 - 2 * MARGIN.x }
    return {
      rooms: [half, { ...half, x: width / 2 + MARGIN.x }],
      cut: `M${width / 2} ${MARGIN.top}V${bottom}`,
    }
  }
  const half = { ...room, height: height / 2 - 2 * MARGIN.top }
  return {
    rooms: [
      half,
      { ...half, y: height / 2 + MARGIN.top, height: bottom - height / 2 - MARGIN.top },
    ],
    cut: `M${MARGIN.x} ${height / 2}H${width - MARGIN.x}`,
  }
}
