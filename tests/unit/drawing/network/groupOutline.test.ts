import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '../../../../src/domain/records.ts'
import { groupOutline, type OutlinedDot } from '../../../../src/drawing/network/groupOutline.ts'

const dot: fc.Arbitrary<OutlinedDot> = fc.record({
  x: fc.integer({ min: -800, max: 800 }),
  y: fc.integer({ min: -800, max: 800 }),
  radius: fc.constantFrom(12, 14, 18, 24),
})

/** The outline as a polygon: the curves' ends, and a few points on each. */
function polygonOf(path: string): Point[] {
  const numbers = (path.match(/-?\d+(\.\d+)?/gu) ?? []).map(Number)
  const points = Array.from({ length: numbers.length / 2 }, (_, i) => ({
    x: numbers[2 * i] ?? 0,
    y: numbers[2 * i + 1] ?? 0,
  }))
  return points.flatMap((end, i) => {
    const [start, control] = [points[i - 2], points[i - 1]]
    if (i === 0 || i % 2 || !start || !control) return []
    return [0, 0.25, 0.5, 0.75].map((t) => ({
      x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * control.x + t ** 2 * end.x,
      y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * control.y + t ** 2 * end.y,
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
