import { describe, expect, it } from 'vitest'
import { SEGMENTS } from '../../../src/domain/spectrum.ts'
import { LIGHT } from '../../../src/drawing/palette.ts'

/** Contrast ratio of WCAG 2. */
function contrast(a: string, b: string): number {
  const light = (colour: string) => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [high = 0, low = 0] = [light(a), light(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

describe('the light palette', () => {
  it('writes in segment colours at 4.5:1 or better on paper and on the tint', () => {
    for (const segment of SEGMENTS) {
      const { text, tint } = LIGHT.segments[segment]
      expect(contrast(text, tint)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(text, LIGHT.paper)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('writes everything else at 4.5:1 or better', () => {
    const pairs = [
      [LIGHT.ink, LIGHT.card],
      [LIGHT.muted, LIGHT.paper],
      [LIGHT.onInk, LIGHT.ink],
      [LIGHT.onInkMuted, LIGHT.ink],
      [LIGHT.confidential.text, LIGHT.confidential.tint],
    ] as const
    for (const [text, ground] of pairs) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })
})
