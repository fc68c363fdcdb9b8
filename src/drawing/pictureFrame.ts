import { labelReach } from './arcLabel.ts'
import type { Rect } from './halfPie.ts'
import {
  LEGEND_FONT,
  type LegendEntry,
  legendHeight,
  legendOf,
  type Stamp,
  stampOf,
} from './legend.ts'
import type { LegendWords } from './legendSigns.ts'
import { textWidth } from './measure.ts'
import type { Palette } from './palette.ts'
import { headingBottom, headingLines, type TitleLine } from './pictureTitle.ts'
import type { Scene } from './scene.ts'
import { drawable, isRtl } from './wrap.ts'

/** What is put around a scene to make it a picture. Empty texts are left out. */
export interface PictureFrame {
  readonly title: string
  readonly subtitle: string
  /** Already written out for the reader. */
  readonly date: string
  /** "Public version" or "TEAM ONLY – CONFIDENTIAL". */
  readonly stamp: string
  /** null = no legend. */
  readonly legend: LegendWords | null
  /** Width of the picture in px; the height is 9/16 of it. */
  readonly width: number
  readonly palette: Palette
}

/** The page in its own units; a picture of any width shows the same page. */
export const PAGE = { width: 1600, height: 900, marginX: 40, top: 36, foot: 86 } as const

export interface PageLayout {
  /** From world units to the page: scaled by `scale`, then moved so that its (0, 0) is at (x, y). */
  readonly scale: number
  readonly x: number
  readonly y: number
  /** Title and subtitle: at the left, or at the right for right-to-left titles. */
  readonly title: readonly TitleLine[]
  readonly titleRtl: boolean
  readonly legend: readonly LegendEntry[]
  readonly stamp: Stamp | null
  /** Vertical middle of the bottom row. */
  readonly footY: number
  /** Where the date ends. */
  readonly dateX: number
}

/** Places a scene, its title, legend, date and stamp on the page. */
export function pageFor(scene: Scene, frame: PictureFrame): PageLayout {
  const stamp = frame.stamp ? stampOf(frame.stamp) : null
  const dateX = PAGE.width - PAGE.marginX - (stamp ? stamp.width + 18 : 0)
  const legend = frame.legend ? legendOf(scene, frame.legend, legendRoom(dateX, frame.date)) : []
  const bottom = PAGE.height - PAGE.foot - legendHeight(legend)
  return {
    ...(scene.kind === 'spectrum'
      ? underArc(scene, frame, bottom)
      : underTitle(scene, frame, bottom)),
    titleRtl: isRtl(frame.title),
    legend,
    stamp,
    dateX,
    footY: PAGE.height - PAGE.foot / 2 + 6,
  }
}

/** Clear of the date, and of the stamp when there is no date. */
function legendRoom(dateX: number, date: string) {
  const dateWidth = date ? textWidth(drawable(date), { size: LEGEND_FONT, weight: 400 }) + 28 : 10
  return {
    lowest: dateX - dateWidth - PAGE.marginX,
    above: PAGE.width - 2 * PAGE.marginX,
  }
}

type Placed = Pick<PageLayout, 'scale' | 'x' | 'y' | 'title'>

const TITLE_SIZES = [38, 34, 30, 26, 23, 20]
const TITLE_TOP = PAGE.top - 4
const CLEARANCE = 18

/** The half-pie as large as the page allows, and the title in the corner that its arc leaves free. */
function underArc(
  { bounds, pie }: Extract<Scene, { kind: 'spectrum' }>,
  frame: PictureFrame,
  bottom: number,
): Placed {
  const scale = scaleFor(bounds, PAGE.top, bottom)
  const y = bottom - (bounds.y + bounds.height) * scale
  const circle = labelReach(pie) * scale + CLEARANCE
  /** Beside the labels' circle around (page middle, y). */
  const widthTo = (lowest: number) => {
    const up = y - lowest
    const half = up >= circle ? 0 : Math.sqrt(circle * circle - up * up)
    return PAGE.width / 2 - PAGE.marginX - half
  }
  const title = headingLines(frame, {
    top: TITLE_TOP,
    widthTo,
    sizes: TITLE_SIZES,
    mostLines: 4,
  })
  return { scale, x: middle(bounds, scale), y, title }
}

/** A small drawing is not blown up beyond this: a network of two would fill the wall with two dots. */
const LARGEST = 2
const BELOW_TITLE = 20

/** The title across the page, and the drawing in the middle of what is left. */
function underTitle({ bounds }: Scene, frame: PictureFrame, bottom: number): Placed {
  const title = headingLines(frame, {
    top: TITLE_TOP,
    widthTo: () => PAGE.width - 2 * PAGE.marginX,
    sizes: TITLE_SIZES,
    mostLines: 2,
  })
  const top = title.length ? headingBottom(title, TITLE_TOP) + BELOW_TITLE : PAGE.top
  const scale = Math.min(LARGEST, scaleFor(bounds, top, bottom))
  const y = (top + bottom) / 2 - (bounds.y + bounds.height / 2) * scale
  return { scale, x: middle(bounds, scale), y, title }
}

const scaleFor = (bounds: Rect, top: number, bottom: number): number =>
  Math.min((PAGE.width - 2 * PAGE.marginX) / bounds.width, (bottom - top) / bounds.height)

const middle = (bounds: Rect, scale: number): number =>
  PAGE.width / 2 - (bounds.x + bounds.width / 2) * scale
