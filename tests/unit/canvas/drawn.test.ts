import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CanvasItem } from '../../../src/canvas/canvasItem.ts'
import { contains, howToDraw, itemAt, meets, viewOf } from '../../../src/canvas/drawn.ts'
import { FAR_ZOOM } from '../../../src/drawing/farDot.ts'
import type { FarDot } from '../../../src/drawing/farDot.ts'
import { personId } from '../../support/records.ts'

const DOT: FarDot = {
  radius: 4,
  most: 10,
  segment: 0,
  known: true,
  confidential: false,
  faded: false,
  name: 'Ana',
  bold: false,
  rtl: false,
}
const itemOn = (x: number, y: number, key = `${x} ${y}`): CanvasItem => ({
  key,
  id: personId(key),
  x,
  y,
  width: 100,
  height: 30,
  node: { id: key, position: { x, y }, data: {} },
  dot: DOT,
})
const SIZE = { width: 1000, height: 800 }
const grid = (count: number, gap: number) =>
  Array.from({ length: count }, (_, i) => itemOn((i % 40) * gap, Math.floor(i / 40) * gap))

describe('how a canvas is drawn', () => {
  const at = (zoom: number) => ({ x: 0, y: 0, zoom })

  it('is by dots below the zoom at which cards can be read, be they few or many', () => {
    expect(howToDraw(grid(3, 50), at(FAR_ZOOM * 0.99), SIZE)).toBe('dots')
    expect(howToDraw(grid(3000, 50), at(FAR_ZOOM * 0.99), SIZE)).toBe('dots')
  })

  it('is whole for a small map', () => {
    expect(howToDraw(grid(50, 200), at(1), SIZE)).toBe('all')
  })

  it('is what is near for a large one, and dots where too much would be near', () => {
    expect(howToDraw(grid(3000, 200), at(0.5), SIZE)).toBe('near')
    expect(howToDraw(grid(3000, 20), at(0.5), SIZE)).toBe('dots')
    expect(howToDraw(grid(3000, 20), at(1), SIZE)).toBe('near')
  })
})

const cameras = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  zoom: fc.double({ min: 0.05, max: 4, noNaN: true }),
})

describe('what is in view', () => {
  it('is what the window shows, and more with a margin', () => {
    fc.assert(
      fc.property(cameras, fc.nat(1000), fc.nat(800), (camera, left, top) => {
        const view = viewOf(camera, SIZE)
        const world = { x: (left - camera.x) / camera.zoom, y: (top - camera.y) / camera.zoom }
        expect(world.x).toBeGreaterThanOrEqual(view.left - 1e-6)
        expect(world.x).toBeLessThanOrEqual(view.right + 1e-6)
        expect(world.y).toBeGreaterThanOrEqual(view.top - 1e-6)
        expect(world.y).toBeLessThanOrEqual(view.bottom + 1e-6)
        expect(meets(itemOn(world.x, world.y), view)).toBe(true)
        expect(contains(viewOf(camera, SIZE, 10), view)).toBe(true)
        expect(contains(view, viewOf(camera, SIZE, 10))).toBe(false)
      }),
    )
  })

  it('is a card with its edge, and none beside it', () => {
    const view = viewOf({ x: 0, y: 0, zoom: 1 }, SIZE)
    expect(meets(itemOn(-49, 100), view)).toBe(true)
    expect(meets(itemOn(-51, 100), view)).toBe(false)
    expect(meets(itemOn(100, 816), view)).toBe(false)
  })
})

describe('what is under a pointer from afar', () => {
  const zoom = 0.25

  it('is whoever’s place it is', () => {
    const items = [itemOn(0, 0, 'a'), itemOn(0, 32, 'b')]
    expect(itemAt(items, { x: 40, y: 10 }, zoom)?.key).toBe('a')
    expect(itemAt(items, { x: 0, y: 20 }, zoom)?.key).toBe('b')
  })

  it('is the nearest where places lie over each other', () => {
    const items = [itemOn(0, 0, 'a'), itemOn(20, 4, 'b')]
    expect(itemAt(items, { x: 2, y: 0 }, zoom)?.key).toBe('a')
    expect(itemAt(items, { x: 18, y: 3 }, zoom)?.key).toBe('b')
  })

  it('reaches a little beyond a dot that is smaller than a fingertip, and no further', () => {
    const items = [{ ...itemOn(0, 0, 'a'), width: 2, height: 2 }]
    expect(itemAt(items, { x: 24, y: 0 }, zoom)?.key).toBe('a')
    expect(itemAt(items, { x: 40, y: 0 }, zoom)).toBeNull()
  })
})
