import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contains, viewOf } from '../../../src/canvas/drawn.ts'
import { frameOf, within } from '../../../src/canvas/farBitmap.ts'

const SIZE = { width: 1000, height: 700 }
const BOUNDS = { x: -2000, y: -1500, width: 4000, height: 1600 }

it('what is painted covers all of the map that is in view, and never much more than that', () => {
  const cameras = fc.record({
    x: fc.integer({ min: -3000, max: 3000 }),
    y: fc.integer({ min: -3000, max: 3000 }),
    zoom: fc.double({ min: 0.04, max: 0.42, noNaN: true }),
  })
  fc.assert(
    fc.property(cameras, (camera) => {
      const frame = frameOf(camera, SIZE, BOUNDS)
      const seen = within(viewOf(camera, SIZE), BOUNDS)
      if (seen.right > seen.left && seen.bottom > seen.top) expect(contains(frame, seen)).toBe(true)
      expect((frame.right - frame.left) * camera.zoom).toBeLessThanOrEqual(1.7 * SIZE.width)
      expect((frame.bottom - frame.top) * camera.zoom).toBeLessThanOrEqual(2 * SIZE.height)
    }),
  )
})

it('has room for the names of those at the edge', () => {
  const frame = frameOf({ x: 500, y: 400, zoom: 0.1 }, SIZE, BOUNDS)
  expect(frame.left).toBeLessThan(BOUNDS.x)
  expect(frame.right).toBeGreaterThan(BOUNDS.x + BOUNDS.width)
})
