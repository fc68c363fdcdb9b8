import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '../../../../src/domain/records.ts'
import { groupOutline, type OutlinedDot } from '../../../../src/drawing/network/groupOutline.ts'

const dot: fc.Arbitrary<OutlinedDot> = fc.record({
  x: fc.integer({ min: -800, max: 800 }),
  y: fc.integer({ min: -800, max: 800 }),
  radius: fc.constantFrom(12, 14, 18, 24),
})

/** The outline as a polygon: a few points on each of its rounded corners. */
function polygonOf(path: string): Point[] {
  return [...path.matchAll(/[ML]([^Q]+)Q([^LZ]+)/gu)].flatMap(([, start = '', bend = '']) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = `${start} ${bend}`
      .split(' ')
      .map(Number)
    return [0, 0.25, 0.5, 0.75, 1].map((t) => ({
      x: (1 - t) ** 2 * x0 + 2 * t * (1 - t) * x1 + t ** 2 * x2,
      y: (1 - t) ** 2 * y0 + 2 * t * (1 - t) * y1 + t ** 2 * y2,
    }))
  })
}

/** By the number of sides that a ray to the right meets. */
const isInside = ({ x, y }: Point, polygon: readonly Point[]): boolean =>
  polygon.filter((a, i) => {
    const b = polygon[(i + 1) % polygon.length] ?? a
    return a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)
  }).length %
    2 ===
  1

describe('the outline around a group', () => {
  it('holds each of its dots whole', () => {
    fc.assert(
      fc.property(fc.array(dot, { minLength: 1, maxLength: 12 }), (dots) => {
        const polygon = polygonOf(groupOutline(dots))
        for (const { x, y, radius } of dots) {
          for (let i = 0; i < 12; i++) {
            const angle = (Math.PI * i) / 6
            const rim = { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) }
            expect(isInside(rim, polygon)).toBe(true)
          }
        }
      }),
    )
  })

  it('holds a dot whole that stands a little outside the line between two far ones', () => {
    const middle = { x: 0, y: 0, radius: 12 }
    const polygon = polygonOf(
      groupOutline([{ x: 315, y: 419, radius: 18 }, { x: -576, y: -435, radius: 18 }, middle]),
    )
    for (let i = 0; i < 12; i++) {
      const angle = (Math.PI * i) / 6
      const rim = { x: middle.radius * Math.cos(angle), y: middle.radius * Math.sin(angle) }
      expect(isInside(rim, polygon)).toBe(true)
    }
  })

  it('keeps close: it does not reach far from the outermost dots', () => {
    const polygon = polygonOf(
      groupOutline([
        { x: 0, y: 0, radius: 20 },
        { x: 300, y: 0, radius: 20 },
      ]),
    )
    for (const { x, y } of polygon) {
      expect(Math.abs(y)).toBeLessThan(45)
      expect(x).toBeGreaterThan(-45)
      expect(x).toBeLessThan(345)
    }
  })

  it('is nothing for nobody', () => {
    expect(groupOutline([])).toBe('')
  })
})
