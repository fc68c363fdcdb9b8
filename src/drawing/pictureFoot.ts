import {
  LEGEND_FONT,
  type LegendEntry,
  legendHeight,
  legendRows,
  type Stamp,
  stampOf,
} from './legend.ts'
import { type LegendGroup, legendGroups, type LegendWords } from './legendSigns.ts'
import { textWidth } from './measure.ts'
import type { PictureFrame } from './pictureFrame.ts'
import type { Scene } from './scene.ts'
import { MARGIN } from './sheet.ts'
import { drawable, isRtl, wrap } from './wrap.ts'

/** Font size of the footer, in units of the page. */
export const FOOTER_FONT = 14

/** What stands at the bottom of a page: legend, date and stamp in rows, and the footer below them. */
export interface PictureFoot {
  readonly legend: readonly LegendEntry[]
  readonly stamp: Stamp | null
  readonly date: string
  /** Where the date ends. */
  readonly dateX: number
  /** Vertical middle of the lowest row. */
  readonly rowY: number
  readonly footer: FooterLine | null
  /** The lowest that anything else may stand. */
  readonly top: number
}

export interface FooterLine {
  readonly text: string
  readonly rtl: boolean
  /** Of the base line. */
  readonly y: number
}

const ROW = 86
const FOOTER = 22

/** The foot of a page; of one with a scene, or with signs to be explained, also the legend that its frame asks for. */
export function footFor(
  frame: PictureFrame,
  scene: Scene | null,
  signs: (words: LegendWords) => readonly LegendGroup[] = (words) =>
    scene ? legendGroups(scene, words) : [],
): PictureFoot {
  const { width, height } = frame.page
  const stamp = frame.stamp ? stampOf(frame.stamp) : null
  const dateX = width - MARGIN.x - (stamp ? stamp.width + 18 : 0)
  const date = drawable(frame.date)
  const legend = frame.legend ? legendRows(signs(frame.legend), legendRoom(width, dateX, date)) : []
  const footer = footerLine(frame)
  const bottom = height - (footer ? FOOTER : 0)
  return {
    legend,
    stamp,
    date,
    dateX,
    rowY: bottom - ROW / 2 + 6,
    footer,
    top: bottom - ROW - legendHeight(legend),
  }
}

/** Clear of the date, and of the stamp when there is no date. */
function legendRoom(width: number, dateX: number, date: string) {
  const dateWidth = date ? textWidth(date, { size: LEGEND_FONT, weight: 400 }) + 28 : 10
  return { lowest: dateX - dateWidth - MARGIN.x, above: width - 2 * MARGIN.x }
}

function footerLine({ footer, page }: PictureFrame): FooterLine | null {
  const { lines } = wrap(
    footer,
    { size: FOOTER_FONT, weight: 400 },
    { width: page.width - 2 * MARGIN.x, lines: 1 },
  )
  const [text] = lines
  return text ? { text, rtl: isRtl(text), y: page.height - MARGIN.top + 8 } : null
}
