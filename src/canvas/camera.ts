import type { Point } from '../domain/records.ts'
import type { Rect } from '../drawing/halfPie.ts'
import type { Camera } from '../store/viewSettings.ts'

/** Zoom limits: from 2,000 stakeholders at a glance to one card across the wall. */
export const MIN_ZOOM = 0.04
export const MAX_ZOOM = 4

export interface Size {
  readonly width: number
  readonly height: number
}

/** Space kept free around the map when it is fitted, in CSS px. */
const PADDING = 16
/** A small map is not blown up beyond this. */
const MAX_FIT_ZOOM = 1.6

/** The camera that shows all of `bounds` in the middle of a window. */
export function fitCamera(bounds: Rect, window: Size): Camera {
  const zoom = clampZoom(
    Math.min(
      (window.width - 2 * PADDING) / bounds.width,
      (window.height - 2 * PADDING) / bounds.height,
      MAX_FIT_ZOOM,
    ),
  )
  return {
    zoom,
    x: window.width / 2 - (bounds.x + bounds.width / 2) * zoom,
    y: window.height / 2 - (bounds.y + bounds.height / 2) * zoom,
  }
}

export const clampZoom = (zoom: number): number => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom))

/** Zooms by a factor while the point of the window under `at` stays where it is. */
export function zoomAt(camera: Camera, at: Point, factor: number): Camera {
  const zoom = clampZoom(camera.zoom * factor)
  const ratio = zoom / camera.zoom
  return { zoom, x: at.x - (at.x - camera.x) * ratio, y: at.y - (at.y - camera.y) * ratio }
}

/** The world point under a point of the window. */
export const toWorld = (camera: Camera, at: Point): Point => ({
  x: (at.x - camera.x) / camera.zoom,
  y: (at.y - camera.y) / camera.zoom,
})

/** The camera after two fingers moved: the world stays under both. */
export function pinch(
  camera: Camera,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
): Camera {
  const middle = ([a, b]: readonly [Point, Point]): Point => ({
    x: (a.x + b.x) / 2,
    y: (a.y + b.y) / 2,
  })
  const spread = ([a, b]: readonly [Point, Point]): number => Math.hypot(a.x - b.x, a.y - b.y)
  const from = middle(before)
  const to = middle(after)
  const zoomed = zoomAt(camera, from, spread(after) / Math.max(spread(before), 1))
  return { ...zoomed, x: zoomed.x + to.x - from.x, y: zoomed.y + to.y - from.y }
}
