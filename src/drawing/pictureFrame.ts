import { labelReach } from './arcLabel.ts'
import type { Rect } from './halfPie.ts'
import type { LegendWords } from './legendSigns.ts'
import type { Palette } from './palette.ts'
import { footFor, type PictureFoot } from './pictureFoot.ts'
import { headingBottom, headingLines, type TitleLine } from './pictureTitle.ts'
import type { Scene } from './scene.ts'
import { MARGIN, type Page } from './sheet.ts'

/** What is put around a drawing to make it a picture. Empty texts are left out. */
export interface PictureFrame {
  readonly title: string
  readonly subtitle: string
  /** Already written out for the reader. */
  readonly date: string
  /** Who made it, and on what terms others may use it. */
  readonly footer: string
  /** "Public version" or "TEAM ONLY – CONFIDENTIAL". */
  readonly stamp: string
  /** null = no legend. */
  readonly legend: LegendWords | null
  readonly page: Page
  readonly palette: Palette
}

/** Where the drawing of a map stands on its page, between heading and foot. */
export interface PageLayout {
  /** From world units to the page: scaled by `scale`, then moved so that its (0, 0) is at (x, y). */
  readonly scale: number
  readonly x: number
  readonly y: number
  readonly title: readonly TitleLine[]
  readonly foot: PictureFoot
}

/** Places a scene, its title, legend, date, stamp and footer on the page. */
export function pageFor(scene: Scene, frame: PictureFrame): PageLayout {
  const foot = footFor(frame, scene)
  const placed =
    scene.kind === 'spectrum'
      ? underArc(scene, frame, foot.top)
      : underTitle(scene, frame, foot.top)
  return { ...placed, foot }
}

type Placed = Omit<PageLayout, 'foot'>

const TITLE_SIZES = [38, 34, 30, 26, 23, 20]
const TITLE_TOP = MARGIN.top - 4
const SUBTITLE_LINES = 4
const CLEARANCE = 18
/** Height above the pie that is left to the title before the pie moves to the middle of a tall page. */
const FOR_TITLE = 150

/** The half-pie as large as the page allows, and the title in the corner that its arc leaves free. */
function underArc(
  { bounds, pie }: Extract<Scene, { kind: 'spectrum' }>,
  frame: PictureFrame,
  bottom: number,
): Placed {
  const { page } = frame
  const scale = scaleFor(bounds, page, MARGIN.top, bottom)
  const spare = bottom - MARGIN.top - bounds.height * scale
  const y = bottom - (bounds.y + bounds.height) * scale - Math.max(0, spare - FOR_TITLE) / 2
  const circle = labelReach(pie) * scale + CLEARANCE
  /** Beside the labels' circle around (page middle, y), or above it. */
  const widthTo = (lowest: number) => {
    const up = y - lowest
    if (up >= circle) return page.width - 2 * MARGIN.x
    return page.width / 2 - MARGIN.x - Math.sqrt(circle * circle - up * up)
  }
  const title = headingLines(frame, {
    top: TITLE_TOP,
    widthTo,
    sizes: TITLE_SIZES,
    mostLines: 4,
    subtitleLines: SUBTITLE_LINES,
  })
  return { scale, x: middle(bounds, page, scale), y, title }
}

/** A small drawing is not blown up beyond this: a network of two would fill the wall with two dots. */
const LARGEST = 2
const BELOW_TITLE = 20

/** The title across the page, and the drawing in the middle of what is left. */
function underTitle({ bounds }: Scene, frame: PictureFrame, bottom: number): Placed {
  const { title, top } = headingAcross(frame)
  const scale = Math.min(LARGEST, scaleFor(bounds, frame.page, top, bottom))
  const y = (top + bottom) / 2 - (bounds.y + bounds.height / 2) * scale
  return { scale, x: middle(bounds, frame.page, scale), y, title }
}

/** A heading that may fill the page's width, and where what stands below it begins. */
export function headingAcross(frame: PictureFrame): {
  readonly title: readonly TitleLine[]
  readonly top: number
} {
  const title = headingLines(frame, {
    top: TITLE_TOP,
    widthTo: () => frame.page.width - 2 * MARGIN.x,
    sizes: TITLE_SIZES,
    mostLines: 2,
    subtitleLines: SUBTITLE_LINES,
  })
  const top = title.length ? headingBottom(title, TITLE_TOP) + BELOW_TITLE : MARGIN.top
  return { title, top }
}

const scaleFor = (bounds: Rect, { width }: Page, top: number, bottom: number): number =>
  Math.min((width - 2 * MARGIN.x) / bounds.width, (bottom - top) / bounds.height)

const middle = (bounds: Rect, { width }: Page, scale: number): number =>
  width / 2 - (bounds.x + bounds.width / 2) * scale
