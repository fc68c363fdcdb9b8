import { wrap } from './wrap.ts'

export interface TitleLine {
  readonly text: string
  readonly y: number
  readonly size: number
  readonly bold: boolean
}

/** What is written at the top of a page. Empty texts are left out. */
export interface Heading {
  readonly title: string
  readonly subtitle: string
}

const SUBTITLE_SIZE = 18
const LINE = 1.15

/** Where a heading may stand: its top, and the width that it may fill down to a height. */
export interface HeadingRoom {
  readonly top: number
  readonly widthTo: (bottom: number) => number
  /** Sizes of the title in px to be tried, the largest first. */
  readonly sizes: readonly number[]
  readonly mostLines: number
  /** Of the subtitle. */
  readonly subtitleSize?: number
}

/** The title in the largest size that finds room in few enough lines, and the subtitle below it. */
export function headingLines(
  { title, subtitle }: Heading,
  { top, widthTo, sizes, mostLines, subtitleSize = SUBTITLE_SIZE }: HeadingRoom,
): TitleLine[] {
  const below = subtitle ? subtitleSize * 1.5 : 0
  let fitted: { lines: readonly string[]; size: number } = { lines: [], size: sizes.at(-1) ?? 20 }
  search: for (const size of sizes) {
    for (let count = 1; count <= mostLines; count++) {
      const width = widthTo(top + count * size * LINE + below)
      if (width < 4 * size) break
      const wrapped = wrap(title, { size, weight: 700 }, { width, lines: count })
      fitted = { lines: wrapped.lines, size }
      if (wrapped.whole) break search
    }
  }
  const { lines, size } = fitted
  const rows: TitleLine[] = lines.map((text, i) => ({
    text,
    y: Math.round(top + size * 0.85 + i * size * LINE),
    size,
    bold: true,
  }))
  const bottom = top + lines.length * size * LINE + below
  const width = Math.max(120, widthTo(bottom))
  const line = wrap(subtitle, { size: subtitleSize, weight: 400 }, { width, lines: 1 }).lines[0]
  if (line) {
    rows.push({ text: line, y: Math.round(bottom - 7), size: subtitleSize, bold: false })
  }
  return rows
}

/** Where the heading ends. */
export const headingBottom = (lines: readonly TitleLine[], top: number): number =>
  Math.max(top, ...lines.map(({ y, size }) => y + size * 0.3))
