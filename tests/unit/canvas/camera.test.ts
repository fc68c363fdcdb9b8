import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clampZoom,
  fitCamera,
  MAX_ZOOM,
  MIN_ZOOM,
  pinch,
  toWorld,
  zoomAt,
} from '../../../src/canvas/camera.ts'
import { scaled } from '../../support/arbitraryDoc.ts'

const point = fc.record({ x: scaled(-2000, 2000), y: scaled(-2000, 2000) })
const camera = fc.record({ x: scaled(-2000, 2000), y: scaled(-2000, 2000), zoom: scaled(0.05, 4) })

describe('fitting', () => {
  it('shows all of the map in the middle of the window', () => {
    fc.assert(
      fc.property(
        scaled(300, 3000),
        scaled(300, 2000),
        scaled(200, 8000),
        (width, height, reach) => {
          const bounds = { x: -reach, y: -reach, width: 2 * reach, height: reach }
          const fitted = fitCamera(bounds, { width, height })
          const middle = toWorld(fitted, { x: width / 2, y: height / 2 })
          expect(middle.x).toBeCloseTo(0)
          expect(middle.y).toBeCloseTo(-reach / 2)
          if (fitted.zoom === MIN_ZOOM) return
          const corner = toWorld(fitted, { x: 0, y: 0 })
          expect(corner.x).toBeLessThanOrEqual(bounds.x)
          expect(corner.y).toBeLessThanOrEqual(bounds.y)
        },
      ),
    )
  })

  it('does not blow a small map up', () => {
    const { zoom } = fitCamera(
      { x: -10, y: -10, width: 20, height: 10 },
      { width: 1920, height: 1080 },
    )
    expect(zoom).toBeLessThan(2)
  })
})

describe('zooming', () => {
  it('keeps what is under the pointer there, within the limits', () => {
    fc.assert(
      fc.property(camera, point, scaled(0.01, 50), (before, at, factor) => {
        const after = zoomAt(before, at, factor)
        expect(after.zoom).toBeGreaterThanOrEqual(MIN_ZOOM)
        expect(after.zoom).toBeLessThanOrEqual(MAX_ZOOM)
        const was = toWorld(before, at)
        const is = toWorld(after, at)
        expect(is.x).toBeCloseTo(was.x, 3)
        expect(is.y).toBeCloseTo(was.y, 3)
      }),
    )
    expect([clampZoom(0), clampZoom(99)]).toEqual([MIN_ZOOM, MAX_ZOOM])
  })
})

describe('pinching', () => {
  it('keeps the world under both fingers', () => {
    const before = [
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ] as const
    const after = [
      { x: 80, y: 150 },
      { x: 230, y: 150 },
    ] as const
    const start = { x: 10, y: -20, zoom: 1 }
    const end = pinch(start, before, after)
    expect(end.zoom).toBeCloseTo(1.5)
    for (const finger of [0, 1] as const) {
      expect(toWorld(end, after[finger]).x).toBeCloseTo(toWorld(start, before[finger]).x)
      expect(toWorld(end, after[finger]).y).toBeCloseTo(toWorld(start, before[finger]).y)
    }
  })

  it('survives fingers that lie on one another', () => {
    const same = { x: 5, y: 5 }
    const end = pinch({ x: 0, y: 0, zoom: 1 }, [same, same], [same, same])
    expect(Object.values(end).every(Number.isFinite)).toBe(true)
  })
})
