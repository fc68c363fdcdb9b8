import type { FarBox } from '../drawing/farNames.ts'
import { type FarPicture, paintFar } from '../drawing/farPaint.ts'
import type { Rect } from '../drawing/halfPie.ts'
import { LIGHT } from '../drawing/palette.ts'
import type { OpenMap } from '../store/openMap.ts'
import type { Camera } from '../store/viewSettings.ts'
import type { Size } from './camera.ts'
import type { CanvasItem } from './canvasItem.ts'
import { viewOf } from './drawn.ts'

/** So much more than the view is painted on each side, as a share of it: a pan shows no gap. */
const MARGIN = 0.3

/** Paints what is inside `frame` (world units) and puts the bitmap there; gives the frame. */
export function paintBitmap(
  context: CanvasRenderingContext2D,
  picture: FarPicture<CanvasItem>,
  frame: FarBox,
  { x, y, zoom }: Camera,
  { selection, gesture }: OpenMap,
): FarBox {
  const { canvas } = context
  const density = canvas.ownerDocument.defaultView?.devicePixelRatio ?? 1
  // Whole pixels of the screen, so that one of the bitmap is one of the screen.
  const left = Math.floor(x + frame.left * zoom)
  const top = Math.floor(y + frame.top * zoom)
  const width = Math.ceil(x + frame.right * zoom) - left
  const height = Math.ceil(y + frame.bottom * zoom) - top
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  canvas.style.left = `${(left - x) / zoom}px`
  canvas.style.top = `${(top - y) / zoom}px`
  canvas.style.width = `${width / zoom}px`
  canvas.style.height = `${height / zoom}px`
  const scale = zoom * density
  context.setTransform(scale, 0, 0, scale, (x - left) * density, (y - top) * density)
  const { ids } = selection.getState()
  const { dragging } = gesture.getState()
  paintFar(
    context,
    picture,
    frame,
    { isSelected: ({ id }) => ids.has(id), isLifted: ({ id }) => dragging.has(id) },
    LIGHT,
  )
  return frame
}

/** Names reach beyond the outermost dots by this much at most, in CSS px. */
const NAME_ROOM = 50

/** What is worth painting for a camera: the view and a little more, as far as there is anything. */
export function frameOf(camera: Camera, size: Size, bounds: Rect): FarBox {
  const margin = MARGIN * Math.max(size.width, size.height)
  return within(viewOf(camera, size, margin), bounds, NAME_ROOM / camera.zoom)
}

/** The part of a box that lies inside bounds, or not further than `room` outside. */
export function within(box: FarBox, { x, y, width, height }: Rect, room = 0): FarBox {
  const left = Math.min(Math.max(box.left, x - room), x + width + room)
  const top = Math.min(Math.max(box.top, y - room), y + height + room)
  return {
    left,
    top,
    right: Math.max(left, Math.min(box.right, x + width + room)),
    bottom: Math.max(top, Math.min(box.bottom, y + height + room)),
  }
}
