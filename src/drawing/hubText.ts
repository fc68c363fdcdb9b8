import type { HalfPie } from './halfPie.ts'
import { textWidth } from './measure.ts'
import { SIZES } from './palette.ts'
import { drawable, wrapInto } from './wrap.ts'

/** One line in the hub, centred on x = 0. */
export interface HubLine {
  readonly text: string
  /** Base line. */
  readonly y: number
  readonly bold: boolean
}

export interface HubText {
  readonly lines: readonly HubLine[]
  /** Font size in world units. */
  readonly size: number
  /** False when the text had to be cut. */
  readonly whole: boolean
}

const LINE = 1.22
/** Where the smallest font is given, a short text may be this much larger. */
const LARGER = 1.45
/** Room below the last line and beside each line, as shares of the hub's radius. */
const FOOT = 0.2
const SIDE = 0.07

/**
 * Wraps the hub's text into its half disc: an introducing line (may be empty) over the text in bold. The
 * largest font that fits is used; in the smallest one the end is cut off with an ellipsis.
 */
export function hubText(intro: string, text: string, pie: HalfPie): HubText {
  const { hubFont, hubFontMin } = SIZES.pie
  const least = pie.leastFont ? pie.leastFont / pie.scale : hubFontMin
  for (let size = Math.max(hubFont, least * LARGER); size > least; size -= 0.5) {
    for (let lines = 1; lines <= 5; lines++) {
      const fitted = fit(intro, text, lines, size * pie.scale, pie)
      if (fitted) return fitted
    }
  }
  for (const lead of [intro, '']) {
    for (let lines = 5; lines >= 1; lines--) {
      const cut = fit(lead, text, lines, least * pie.scale, pie, true)
      if (cut) return cut
    }
  }
  return { lines: [], size: least * pie.scale, whole: !drawable(text) }
}

function fit(
  intro: string,
  text: string,
  lines: number,
  size: number,
  pie: HalfPie,
  mayCut = false,
): HubText | null {
  const line = size * LINE
  const foot = pie.hubRadius * FOOT
  const chord = (rows: number) => widthAt(foot + rows * line - 0.25 * size, pie)
  if (chord(lines) <= 2 * size) return null
  const chords = Array.from({ length: lines }, (_, i) => chord(lines - i))
  if (!mayCut && longestWord(text, size) > Math.min(...chords)) return null
  const wrapped = wrapInto(text, { size, weight: 700 }, chords)
  // With fewer lines than there was room for, all of them stand lower, where the hub is wider.
  if ((!wrapped.whole && !mayCut) || wrapped.lines.length < lines) return null
  const lead = drawable(intro)
  if (lead && textWidth(lead, { size, weight: 400 }) > chord(lines + 1)) return null
  const rows: { text: string; bold: boolean }[] = wrapped.lines.map((t) => ({
    text: t,
    bold: true,
  }))
  if (lead) rows.unshift({ text: lead, bold: false })
  // Few lines stand a little higher, in the widest look of the half disc.
  const spare = Math.max(0, pie.hubRadius * 0.58 - rows.length * line) / 2
  return {
    size,
    whole: wrapped.whole,
    lines: rows.map((row, i) => ({
      ...row,
      y: -foot - spare - (rows.length - 1 - i) * line,
    })),
  }
}

/** Rather smaller than torn within a word. */
const longestWord = (text: string, size: number): number =>
  Math.max(0, ...text.split(/\s+/u).map((word) => textWidth(word, { size, weight: 700 })))

/** Width of the hub at a height above the base line, without the margin at both sides. */
function widthAt(height: number, { hubRadius }: HalfPie): number {
  if (height >= hubRadius) return 0
  return 2 * (Math.sqrt(hubRadius ** 2 - height ** 2) - SIDE * hubRadius)
}
