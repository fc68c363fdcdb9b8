import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placementAt, segmentOf, SEGMENTS } from '../../../src/domain/spectrum.ts'
import { halfPie, rectFits, stretchOf } from '../../../src/drawing/halfPie.ts'
import { pieFor } from '../../../src/drawing/pieFor.ts'

const sides = fc.constantFrom('left' as const, 'right' as const)

describe('the half-pie', () => {
  it('takes a rectangle as fitting only when all of it lies in the segment', () => {
    const segments = fc.constantFrom(...SEGMENTS)
    // Integers: fast-check's doubles are nearly all next to nought.
    const share = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000)
    let fitting = 0
    fc.assert(
      fc.property(segments, sides, share, share, share, (segment, side, up, along, size) => {
        const pie = halfPie(0, side)
        const height = 10 + 60 * size
        const top = -height - up * (pie.radius - height)
        const stretch = stretchOf(segment, top, top + height, pie)
        if (!stretch) return
        const width = Math.min(20 + 120 * along, stretch.to - stretch.from)
        const x = stretch.from + along * (stretch.to - stretch.from - width)
        const rect = { x, y: top, width, height }
        expect(rectFits(segment, rect, pie, 1e-6)).toBe(true)
        fitting++
        for (let i = 0; i <= 8; i++) {
          for (let j = 0; j <= 8; j++) {
            const point = {
              x: (x + (width * i) / 8) / pie.radius,
              y: (top + (height * j) / 8) / pie.radius,
            }
            const placement = placementAt(point, side)
            expect(placement && segmentOf(placement.stance)).toBe(segment)
          }
        }
      }),
    )
    expect(fitting).toBeGreaterThan(30)
  })

  it('grows in fixed steps with the cards, and is the same object for the same cards', () => {
    const shape = { width: 110, height: 42 }
    const cards = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ segment: SEGMENTS[i % 5] ?? 0, shape }))
    expect(pieFor(cards(10), 'left').radius).toBe(430)
    expect(pieFor(cards(100), 'left').radius).toBeGreaterThan(700)
    expect(pieFor(cards(100), 'left')).toBe(pieFor(cards(100).toReversed(), 'left'))
    const steps = Math.log(pieFor(cards(100), 'left').radius / 430) / Math.log(1.1)
    expect(steps).toBeCloseTo(Math.round(steps), 6)
  })
})
