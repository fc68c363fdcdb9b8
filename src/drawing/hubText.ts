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
}

const LINE = 1.22
/** Room below the last line and beside each line, as shares of the hub's radius. */
const FOOT = 0.2
const SIDE = 0.07

/**
 * Wraps the hub's text into its half disc: an introducing line (may be empty) over the text in bold. The
 * largest font that fits is used; in the smallest one the end is cut off with an ellipsis.
 */
export function hubText(intro: string, text: string, pie: HalfPie): HubText {
  const { hubFont, hubFontMin } = SIZES.pie
  for (let size = hubFont; size > hubFontMin; size -= 0.5) {
    for (let lines = 1; lines <= 5; lines++) {
      const fitted = fit(intro, text, lines, size * pie.scale, pie)
      if (fitted) return fitted
    }
  }
  for (const lead of [intro, '']) {
    for (let lines = 5; lines >= 1; lines--) {
      const cut = fit(lead, text, lines, hubFontMin * pie.scale, pie, true)
      if (cut) return cut
    }
  }
  return { lines: [], size: hubFontMin * pie.scale }
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
    lines: rows.map((row, i) => ({
      ...row,
      y: -foot - spare - (rows.length - 1 - i) * line,
    })),
  }
}

/** Width of the hub at a height above the base line, without the margin at both sides. */
function widthAt(height: number, { hubRadius }: HalfPie): number {
  if (height >= hubRadius) return 0
  return 2 * (Math.sqrt(hubRadius ** 2 - height ** 2) - SIDE * hubRadius)
}
