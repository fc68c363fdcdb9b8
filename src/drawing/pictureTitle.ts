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
  /** One, unless said otherwise. */
  readonly subtitleLines?: number
}

/** The title in the largest size that finds room in few enough lines, and the subtitle below it. */
export function headingLines(
  { title, subtitle }: Heading,
  { top, widthTo, sizes, mostLines, subtitleSize = SUBTITLE_SIZE, subtitleLines = 1 }: HeadingRoom,
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
  return [...rows, ...subtitleRows()]

  /** In as few lines as hold it; none is wider than there is room down to the last. */
  function subtitleRows(): TitleLine[] {
    const style = { size: subtitleSize, weight: 400 } as const
    let { lines: found, whole } = wrap(subtitle, style, { width, lines: 1 })
    for (let count = 2; !whole && count <= subtitleLines; count++) {
      const narrower = widthTo(bottom + (count - 1) * subtitleSize * LINE)
      if (narrower < 8 * subtitleSize) break
      ;({ lines: found, whole } = wrap(subtitle, style, { width: narrower, lines: count }))
    }
    return found.map((text, i) => ({
      text,
      y: Math.round(bottom - 7 + i * subtitleSize * LINE),
      size: subtitleSize,
      bold: false,
    }))
  }
}

/** Where the heading ends. */
export const headingBottom = (lines: readonly TitleLine[], top: number): number =>
  Math.max(top, ...lines.map(({ y, size }) => y + size * 0.3))
