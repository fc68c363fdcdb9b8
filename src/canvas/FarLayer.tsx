import { memo, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { StoreApi } from 'zustand'
import { type FarBox, farNames } from '../drawing/farNames.ts'
import { type FarPicture, paintFar } from '../drawing/farPaint.ts'
import type { Rect } from '../drawing/halfPie.ts'
import { LIGHT } from '../drawing/palette.ts'
import { type OpenMap, useOpenMap } from '../store/openMap.ts'
import type { Camera } from '../store/viewSettings.ts'
import type { Size } from './camera.ts'
import type { CanvasItem } from './canvasItem.ts'
import { contains, viewOf } from './drawn.ts'

interface FarLayerProps {
  items: readonly CanvasItem[]
  bounds: Rect
  camera: Camera
  size: Size
  /** The camera while a gesture lasts. */
  live: StoreApi<{ readonly camera: Camera | null }>
  ties: string | null
  /** Where names may stand. */
  fits: ((box: FarBox) => boolean) | undefined
}

/** So much more than the view is painted on each side, as a share of it: a pan shows no gap. */
const MARGIN = 0.3
/** While a pan goes further it is painted again at most so often, in ms. */
const PACE = 120

/**
 * Everything from afar, on one bitmap in world coordinates: pan and zoom move it with all the rest, and it is painted
 * anew when they come to rest.
 */
export const FarLayer = memo(function FarLayer(props: FarLayerProps) {
  const { items, bounds, camera, size, live, ties, fits } = props
  const map = useOpenMap()
  const canvas = useRef<HTMLCanvasElement>(null)
  const zoom = zoomStep(camera.zoom)
  const names = useMemo(() => farNames(items, zoom, fits), [items, zoom, fits])
  const picture = useMemo(() => ({ points: items, names, zoom, ties }), [items, names, zoom, ties])
  const tiePath = useRef<{ text: string; path: Path2D } | null>(null)

  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    if (picture.ties === null) tiePath.current = null
    else if (tiePath.current?.text !== picture.ties) {
      tiePath.current = { text: picture.ties, path: new Path2D(picture.ties) }
    }
    const drawing = { ...picture, ties: tiePath.current?.path ?? null }
    let painted = paint(context, drawing, frameOf(camera, size, bounds), camera, map)
    let frame = 0
    const repaint = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        const now = live.getState().camera ?? camera
        painted = paint(context, drawing, frameOf(now, size, bounds), now, map)
      })
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      const now = live.getState().camera
      if (timer || !now || contains(painted, within(viewOf(now, size), bounds))) return
      timer = setTimeout(() => {
        timer = undefined
        repaint()
      }, PACE)
    }
    const stops = [
      live.subscribe(follow),
      map.selection.subscribe(repaint),
      map.gesture.subscribe((now, before) => now.dragging !== before.dragging && repaint()),
    ]
    // Names painted before their font had come are painted again in it.
    document.fonts.addEventListener('loadingdone', repaint)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      for (const stop of stops) stop()
      document.fonts.removeEventListener('loadingdone', repaint)
    }
  }, [picture, bounds, camera, size, live, map])

  // A bitmap that is no longer shown gives its memory back at once.
  useEffect(() => {
    const element = canvas.current
    return () => {
      if (element) element.width = 0
    }
  }, [])
  return <canvas ref={canvas} className="far-layer" aria-hidden />
})

/** Paints what is inside `frame` and puts the bitmap there; gives the frame. */
function paint(
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

const frameOf = (camera: Camera, size: Size, bounds: Rect): FarBox =>
  within(viewOf(camera, size, MARGIN * Math.max(size.width, size.height)), bounds)

function within(box: FarBox, { x, y, width, height }: Rect): FarBox {
  const left = Math.min(Math.max(box.left, x), x + width)
  const top = Math.min(Math.max(box.top, y), y + height)
  return {
    left,
    top,
    right: Math.max(left, Math.min(box.right, x + width)),
    bottom: Math.max(top, Math.min(box.bottom, y + height)),
  }
}

const STEPS_PER_DOUBLING = 4

/**
 * The next lower zoom on a ladder of quarter doublings: between two steps names keep their size in the world, so that
 * zooming does not reshuffle them.
 */
const zoomStep = (zoom: number): number =>
  2 ** (Math.floor(Math.log2(zoom) * STEPS_PER_DOUBLING) / STEPS_PER_DOUBLING)
