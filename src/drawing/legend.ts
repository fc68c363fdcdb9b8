import { type LegendGroup, legendGroups, type LegendSign, type LegendWords } from './legendSigns.ts'
import { textWidth } from './measure.ts'
import type { Scene } from './scene.ts'
import { drawable, isRtl, wrap } from './wrap.ts'

export const LEGEND_FONT = 16
export const STAMP_FONT = 16
export const STAMP_HEIGHT = 32

const ROW_PITCH = 30
const GROUP_GAP = 34
const MOST_ROWS = 5
/** Step in px in which shorter rows are tried. */
const NARROWER = 40

/** One sign and its text; `y` is the middle line of its row, 0 in the lowest and negative above it. */
export type LegendEntry = LegendSign & {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly textX: number
  readonly rtl: boolean
}

/** Widths that rows may fill: the lowest stands beside date and stamp. */
export interface LegendRoom {
  readonly lowest: number
  readonly above: number
}

const ENDLESS: LegendRoom = { lowest: Infinity, above: Infinity }

/** The legend of a scene. */
export const legendOf = (scene: Scene, words: LegendWords, room = ENDLESS): LegendEntry[] =>
  legendRows(legendGroups(scene, words), room)

/** Signs in as few rows as hold them; in the end the last one runs over rather than losing a sign. */
export function legendRows(groups: readonly LegendGroup[], room: LegendRoom): LegendEntry[] {
  const laid = laidOut(groups, room)
  const lowest = Math.max(0, ...laid.map(({ y }) => y))
  return laid.map((entry) => ({ ...entry, y: entry.y - lowest }))
}

function laidOut(groups: readonly LegendGroup[], { lowest, above }: LegendRoom): LegendEntry[] {
  for (let count = 1; count <= MOST_ROWS; count++) {
    // Rows above are kept shorter when otherwise nothing would be left for the lowest.
    for (let width = above; width >= Math.min(above, lowest / 2); width -= NARROWER) {
      const widths = Array.from({ length: count }, (_, i) => (i === count - 1 ? lowest : width))
      const { entries, fits } = inRows(groups, widths)
      const rows = 1 + Math.max(0, ...entries.map(({ y }) => y)) / ROW_PITCH
      if (fits && (rows === count || !entries.length)) return entries
      if (count === 1) break
    }
  }
  return inRows(groups, [lowest]).entries
}

/** Height that a legend takes up above its lowest row. */
export const legendHeight = (entries: readonly LegendEntry[]): number =>
  0 - Math.min(0, ...entries.map(({ y }) => y))

/** Groups from the left on rows of these widths. One that a whole row holds is not torn apart. */
function inRows(
  groups: readonly LegendGroup[],
  widths: readonly number[],
): { readonly entries: LegendEntry[]; readonly fits: boolean } {
  const entries: LegendEntry[] = []
  let fits = true
  let row = 0
  let x = 0
  const beginsRow = (needed: number, gap: number): void => {
    const isFull = x > 0 && x + gap + needed > (widths[row] ?? 0)
    if (isFull && row < widths.length - 1) {
      row++
      x = 0
    } else if (x > 0) x += gap
  }
  for (const group of groups) {
    const whole = widthOf(group)
    let gap = GROUP_GAP
    if (whole <= (widths[row + 1] ?? 0)) {
      beginsRow(whole, gap)
      gap = 0
    }
    for (const item of group) {
      const text = drawable(item.text)
      const width = item.width + widthOfText(item)
      beginsRow(width, gap)
      entries.push({
        ...item,
        text,
        x,
        y: row * ROW_PITCH,
        textX: x + item.width,
        rtl: isRtl(text),
      })
      x = Math.round(x + width)
      gap = item.gap
      if (x > (widths[row] ?? 0)) fits = false
    }
  }
  return { entries, fits }
}

const widthOf = (group: LegendGroup): number =>
  group.reduce(
    (sum, item, i) => sum + item.width + widthOfText(item) + (i < group.length - 1 ? item.gap : 0),
    0,
  )

const widthOfText = ({ sign, text }: LegendGroup[number]): number =>
  textWidth(drawable(text), { size: LEGEND_FONT, weight: sign === 'high' ? 700 : 400 })

export interface Stamp {
  readonly text: string
  readonly width: number
}

/** The stamp that says whom a picture is for. */
export function stampOf(text: string): Stamp {
  const { lines, width } = wrap(text, { size: STAMP_FONT, weight: 700 }, { width: 520, lines: 1 })
  return { text: lines[0] ?? '', width: Math.round(width + 28) }
}
