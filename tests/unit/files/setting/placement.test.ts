import { describe, expect, it } from 'vitest'
import type { PathStep } from '../../../../src/files/picture/marks.ts'
import { placePieces } from '../../../../src/files/setting/placement.ts'
import { lineOf, wholeSetter } from './setters.ts'

const setter = await wholeSetter()
const place = { x: 100, y: 50, rtl: false, anchor: 'start', along: null } as const

/** Where a line begins at its left, and ends at its right. */
function ends(placed: ReturnType<typeof placePieces>) {
  const [first, last] = [placed[0], placed.at(-1)]
  return [first?.x ?? Number.NaN, (last?.x ?? Number.NaN) + (last?.piece.advance ?? 0)] as const
}

describe('a line of text on its page', () => {
  const line = lineOf(setter, 'Us')

  it('stands at its anchor, whose start is the right end of a line from right to left', () => {
    const at = (rtl: boolean, anchor: 'start' | 'middle' | 'end') =>
      ends(placePieces(line, { ...place, rtl, anchor }))
    const { width } = line
    for (const [rtl, anchor, left] of [
      [false, 'start', 100],
      [false, 'middle', 100 - width / 2],
      [false, 'end', 100 - width],
      [true, 'start', 100 - width],
      [true, 'middle', 100 - width / 2],
      [true, 'end', 100],
    ] as const) {
      const [from, to] = at(rtl, anchor)
      expect(from).toBeCloseTo(left, 6)
      expect(to).toBeCloseTo(left + width, 6)
    }
  })

  it('follows a straight line, its middle on the middle', () => {
    const along: readonly PathStep[] = [
      { to: 'move', x: 10, y: 200 },
      { to: 'line', x: 10, y: 100 },
    ]
    const placed = placePieces(line, { ...place, along })
    for (const { x, cos, sin } of placed) {
      expect(x).toBeCloseTo(10, 6)
      expect(cos).toBeCloseTo(0, 6)
      expect(sin).toBeCloseTo(-1, 6)
    }
    // It runs upwards.
    expect(placed[0]?.y).toBeCloseTo(150 + line.width / 2, 6)
  })

  it('follows a bend, each letter upright on its own place', () => {
    // A quarter of a circle around the origin, from the left to the top.
    const k = 0.5522847498 * 500
    const along: readonly PathStep[] = [
      { to: 'move', x: -500, y: 0 },
      { to: 'curve', x1: -500, y1: -k, x2: -k, y2: -500, x: 0, y: -500 },
    ]
    const placed = placePieces(lineOf(setter, 'Passive allies'), { ...place, along })
    for (const { x, y, cos, sin, piece } of placed) {
      const [middleX, middleY] = [x + (piece.advance / 2) * cos, y + (piece.advance / 2) * sin]
      expect(Math.hypot(middleX, middleY)).toBeCloseTo(500, 0)
      expect((middleX * cos + middleY * sin) / 500).toBeCloseTo(0, 1)
    }
  })

  it('goes straight on beyond the ends of a line that is too short', () => {
    const along: readonly PathStep[] = [
      { to: 'move', x: 0, y: 0 },
      { to: 'line', x: 1, y: 0 },
    ]
    const [from, to] = ends(placePieces(line, { ...place, along }))
    expect(from).toBeCloseTo(0.5 - line.width / 2, 6)
    expect(to).toBeCloseTo(0.5 + line.width / 2, 6)
  })
})
