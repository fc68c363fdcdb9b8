import type { Point } from '../domain/records.ts'
import type { OpenMap } from '../store/openMap.ts'
import { type Camera, cameraOf } from '../store/viewSettings.ts'
import { fitCamera, toWorld } from './camera.ts'
import { type Ground, groundOf } from './ground.ts'

/** The canvas that is open, and what cards are dropped on there. */
export interface Scenery {
  readonly pane: HTMLElement
  readonly ground: Ground
  readonly camera: Camera
}

export function sceneryIn(root: HTMLElement, map: OpenMap): Scenery | null {
  const pane = root.querySelector('.canvas')
  const ground = groundOf(map)
  if (!(pane instanceof HTMLElement) || !ground) return null
  const camera =
    cameraOf(map.settings.getState()) ??
    fitCamera(ground.bounds, { width: pane.clientWidth, height: pane.clientHeight })
  return { pane, ground, camera }
}

/** The point of the world under a point of the window. */
export function worldUnder({ pane, camera }: Scenery, at: Point): Point {
  const { left, top } = pane.getBoundingClientRect()
  return toWorld(camera, { x: at.x - left, y: at.y - top })
}

export function isOver(pane: HTMLElement, { x, y }: Point): boolean {
  const { left, right, top, bottom } = pane.getBoundingClientRect()
  return x >= left && x <= right && y >= top && y <= bottom
}
