import type { Palette, SegmentColours } from '../palette.ts'

/**
 * The colours of a half-pie that is written on: hardly any ground, lines instead of white gaps, and a hub that costs no
 * toner.
 */
export function paperOf(palette: Palette): Palette {
  const pale = (colours: SegmentColours): SegmentColours => ({
    ...colours,
    tint: between(colours.tint, palette.paper, PALE),
  })
  const { 0: a, 1: b, 2: c, 3: d, 4: e } = palette.segments
  return {
    ...palette,
    segments: { 0: pale(a), 1: pale(b), 2: pale(c), 3: pale(d), 4: pale(e) },
    card: palette.line,
    ink: palette.paper,
    onInk: palette.ink,
    onInkMuted: palette.muted,
  }
}

const PALE = 0.55

/** A colour as #rrggbb that lies between two, `share` of the way to the second. */
function between(from: string, to: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) =>
    Math.round(channel(from, at) * (1 - share) + channel(to, at) * share)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${mixed.join('')}`
}
