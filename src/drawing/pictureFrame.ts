import { labelReach } from './arcLabel.ts'
import { legendOf, stampOf, type LegendEntry, type LegendWords, type Stamp } from './legend.ts'
import type { Palette } from './palette.ts'
import type { SpectrumScene } from './spectrumScene.ts'
import { isRtl, wrap } from './wrap.ts'

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

export interface TitleLine {
  readonly text: string
  readonly y: number
  readonly size: number
  readonly bold: boolean
}

export interface PageLayout {
  /** From world units to the page: scaled by `scale`, then moved so that the pie's centre is at (x, y). */
  readonly scale: number
  readonly x: number
  readonly y: number
  /** Title and subtitle, in the corner that the arc leaves free: at the left, or at the right for right-to-left titles. */
  readonly title: readonly TitleLine[]
  readonly titleRtl: boolean
  readonly legend: readonly LegendEntry[]
  readonly stamp: Stamp | null
  /** Vertical middle of the bottom row. */
  readonly footY: number
}

/** Places a scene, its title, legend, date and stamp on the page. */
export function pageFor(scene: SpectrumScene, frame: PictureFrame): PageLayout {
  const { bounds } = scene
  const scale = Math.min(
    (PAGE.width - 2 * PAGE.marginX) / bounds.width,
    (PAGE.height - PAGE.top - PAGE.foot) / bounds.height,
  )
  const x = PAGE.width / 2 - (bounds.x + bounds.width / 2) * scale
  const y = PAGE.height - PAGE.foot - (bounds.y + bounds.height) * scale
  return {
    scale,
    x,
    y,
    title: titleLines(frame, y, labelReach(scene.pie) * scale),
    titleRtl: isRtl(frame.title),
    legend: frame.legend ? legendOf(scene, frame.legend) : [],
    stamp: frame.stamp ? stampOf(frame.stamp) : null,
    footY: PAGE.height - PAGE.foot / 2 + 6,
  }
}

const TITLE_SIZES = [38, 34, 30, 26, 23, 20]
const SUBTITLE_SIZE = 18
const CLEARANCE = 18

/** The title in the largest size that stays clear of the labels' circle around (page middle, centreY). */
function titleLines(frame: PictureFrame, centreY: number, reach: number): TitleLine[] {
  const top = PAGE.top - 4
  const room = (bottom: number) => {
    const up = centreY - bottom
    const circle = reach + CLEARANCE
    const half = up >= circle ? 0 : Math.sqrt(circle * circle - up * up)
    return PAGE.width / 2 - PAGE.marginX - half
  }
  const below = frame.subtitle ? SUBTITLE_SIZE * 1.5 : 0
  let fitted: { lines: readonly string[]; size: number } = { lines: [], size: 20 }
  search: for (const size of TITLE_SIZES) {
    for (let count = 1; count <= 4; count++) {
      const width = room(top + count * size * 1.15 + below)
      if (width < 4 * size) break
      const wrapped = wrap(frame.title, { size, weight: 700 }, { width, lines: count })
      fitted = { lines: wrapped.lines, size }
      if (wrapped.whole) break search
    }
  }
  const { lines, size } = fitted
  const rows: TitleLine[] = lines.map((text, i) => ({
    text,
    y: Math.round(top + size * 0.85 + i * size * 1.15),
    size,
    bold: true,
  }))
  const bottom = top + lines.length * size * 1.15 + below
  const subtitle = wrap(
    frame.subtitle,
    { size: SUBTITLE_SIZE, weight: 400 },
    { width: Math.max(120, room(bottom)), lines: 1 },
  )
  const line = subtitle.lines[0]
  if (line) {
    rows.push({ text: line, y: Math.round(bottom - 7), size: SUBTITLE_SIZE, bold: false })
  }
  return rows
}
