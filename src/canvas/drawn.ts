import { createContext, use } from 'react'
import type { Point } from '../domain/records.ts'
import { FAR_ZOOM, farRadius } from '../drawing/farDot.ts'
import type { FarBox } from '../drawing/farNames.ts'
import type { Camera } from '../store/viewSettings.ts'
import type { Size } from './camera.ts'
import type { CanvasItem } from './canvasItem.ts'

/**
 * How a canvas is drawn. `all`: every item is an element. `near`: only those in or near the view are. `dots`: one
 * bitmap shows everything, and only the few that are being used are elements, which show nothing themselves.
 */
export type Drawn = 'all' | 'near' | 'dots'

const DrawnContext = createContext<Drawn>('all')
export const DrawnProvider = DrawnContext.Provider

/** How the canvas around is drawn: changes when it is zoomed across the threshold, and at no other time. */
export const useDrawn = (): Drawn => use(DrawnContext)

/** Up to so many elements cost less than to sort out which are in view. */
export const ALL_UP_TO = 120
/** As many whole cards in view are slower to draw than a bitmap of dots … */
const CROWD = 400
/** … which is worth it as long as a card's text is under 9 px. */
const CLOSE_ZOOM = 0.7

/** How to draw items under a camera. By how much there is to be drawn, not by the zoom alone. */
export function howToDraw(items: readonly CanvasItem[], camera: Camera, size: Size): Drawn {
  if (camera.zoom < FAR_ZOOM) return 'dots'
  if (items.length <= ALL_UP_TO) return 'all'
  if (camera.zoom >= CLOSE_ZOOM || items.length <= CROWD) return 'near'
  const view = viewOf(camera, size)
  return items.filter((item) => meets(item, view)).length > CROWD ? 'dots' : 'near'
}

/** What a camera shows, in world units, and `margin` CSS px around it. */
export function viewOf({ x, y, zoom }: Camera, { width, height }: Size, margin = 0): FarBox {
  return {
    left: (-margin - x) / zoom,
    top: (-margin - y) / zoom,
    right: (width + margin - x) / zoom,
    bottom: (height + margin - y) / zoom,
  }
}

export const contains = (outer: FarBox, inner: FarBox): boolean =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  outer.right >= inner.right &&
  outer.bottom >= inner.bottom

/** True when any of an item is in a part of the world. */
export const meets = ({ x, y, width, height }: CanvasItem, box: FarBox): boolean =>
  x + width / 2 > box.left &&
  x - width / 2 < box.right &&
  y + height / 2 > box.top &&
  y - height / 2 < box.bottom

/** A dot is found by a pointer this near to it, in CSS px. */
const REACH = 7

/** The item at a point of the world as it is seen from afar: by its place, or else by its dot. */
export function itemAt(items: readonly CanvasItem[], at: Point, zoom: number): CanvasItem | null {
  let found: CanvasItem | null = null
  let least = Infinity
  for (const item of items) {
    const across = Math.abs(item.x - at.x)
    const down = Math.abs(item.y - at.y)
    const distance = Math.hypot(across, down)
    const isOn = across <= item.width / 2 && down <= item.height / 2
    if (!isOn && distance > Math.max(farRadius(item.dot, zoom), REACH / zoom)) continue
    // Whoever is pressed in the middle of a place is meant, however near another dot is.
    const cost = isOn ? distance / 1e6 : distance
    if (cost >= least) continue
    least = cost
    found = item
  }
  return found
}
