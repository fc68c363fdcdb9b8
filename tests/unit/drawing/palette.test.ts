import { describe, expect, it } from 'vitest'
import { SEGMENTS } from '../../../src/domain/spectrum.ts'
import type { Palette } from '../../../src/drawing/palette.ts'
import { COLOURS, GROUNDS, PALETTES } from '../../../src/drawing/palettes.ts'

/** Relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of WCAG 2. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const all = COLOURS.flatMap((colours) =>
  GROUNDS.map((ground) => ({ colours, ground, palette: PALETTES[colours][ground] })),
)

/** What is written on what. */
const texts = (palette: Palette) => [
  ...SEGMENTS.flatMap((segment) => {
    const { text, tint } = palette.segments[segment]
    return [
      [text, tint],
      [text, palette.paper],
    ] as const
  }),
  [palette.ink, palette.card] as const,
  [palette.ink, palette.paper] as const,
  [palette.muted, palette.paper] as const,
  [palette.muted, palette.card] as const,
  [palette.onInk, palette.ink] as const,
  [palette.onInkMuted, palette.ink] as const,
  [palette.confidential.text, palette.confidential.tint] as const,
]

/** What is drawn and has a meaning. */
const shapes = (palette: Palette) => [
  ...SEGMENTS.map((segment) => [palette.segments[segment].strong, palette.card] as const),
  [palette.confidential.strong, palette.card] as const,
  [palette.quietTie, palette.paper] as const,
]

describe.each(all)('the palette: $colours, $ground', ({ colours, ground, palette }) => {
  const high = colours === 'high contrast'

  it('writes at 4.5:1 or better, for bright rooms at 7:1', () => {
    for (const [text, on] of texts(palette)) {
      expect(contrast(text, on), `${text} on ${on}`).toBeGreaterThanOrEqual(high ? 7 : 4.5)
    }
  })

  it('draws at 3:1 or better, for bright rooms at 4.5:1', () => {
    for (const [shape, on] of shapes(palette)) {
      expect(contrast(shape, on), `${shape} on ${on}`).toBeGreaterThanOrEqual(high ? 4.5 : 3)
    }
  })

  it(`is ${ground}`, () => {
    expect(luminance(palette.paper) > 0.5).toBe(ground === 'light')
  })

  it('in grey has no colour, and steps from active allies to active opponents', () => {
    if (colours !== 'greyscale') return
    expect(
      JSON.stringify(palette)
        .match(/#\w{6}/gu)
        ?.filter((c) => c.slice(1, 3) !== c.slice(3, 5) || c.slice(3, 5) !== c.slice(5)),
    ).toEqual([])
    const steps = SEGMENTS.map((segment) => luminance(palette.segments[segment].strong))
    const sorted = steps.toSorted((a, b) => (ground === 'light' ? a - b : b - a))
    expect(steps).toEqual(sorted)
    for (const [i, step] of sorted.slice(1).entries()) {
      expect(Math.abs(step - (sorted[i] ?? 0))).toBeGreaterThan(0.03)
    }
  })
})
