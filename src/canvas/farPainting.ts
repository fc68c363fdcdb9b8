import type { StoreApi } from 'zustand'
import type { FarBox } from '../drawing/farNames.ts'
import type { FarPicture } from '../drawing/farPaint.ts'
import type { Rect } from '../drawing/halfPie.ts'
import type { OpenMap } from '../store/openMap.ts'
import type { Camera } from '../store/viewSettings.ts'
import type { Size } from './camera.ts'
import type { CanvasItem } from './canvasItem.ts'
import { contains, viewOf } from './drawn.ts'
import { frameOf, paintBitmap, within } from './farBitmap.ts'

interface Painted {
  readonly picture: FarPicture<CanvasItem>
  /** The way of everybody to their places, when they are to be seen going it. */
  readonly way: ((share: number) => readonly CanvasItem[]) | null
  readonly bounds: Rect
  readonly camera: Camera
  readonly size: Size
  readonly live: StoreApi<{ readonly camera: Camera | null }>
  readonly map: OpenMap
}

/** While a pan goes further it is painted again at most so often, in ms. */
const PACE = 120

/**
 * Paints a picture from afar at once, and again whenever somebody is chosen or picked up, the view leaves what is
 * painted, or a font has come. Returns the function that ends it.
 */
export function keepPainted(context: CanvasRenderingContext2D, painted: Painted): () => void {
  const { picture, way, bounds, camera, size, live, map } = painted
  const duration = way ? settling(context.canvas) : 0
  const end = performance.now() + duration
  const paint = (time: number): FarBox => {
    const now = live.getState().camera ?? camera
    const points = way && time < end ? way(1 - (end - time) / duration) : picture.points
    return paintBitmap(context, { ...picture, points }, frameOf(now, size, bounds), now, map)
  }
  let frame = 0
  let shown = paint(end - duration)
  const repaint = () => {
    frame ||= requestAnimationFrame((time) => {
      frame = 0
      shown = paint(time)
      if (time < end) repaint()
    })
  }
  if (way) repaint()
  let timer: ReturnType<typeof setTimeout> | undefined
  const follow = () => {
    const now = live.getState().camera
    if (timer || !now || contains(shown, within(viewOf(now, size), bounds))) return
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
}

/** How long cards take to their new places, in ms: as for those that are elements. */
function settling(element: HTMLElement): number {
  const text = getComputedStyle(element).getPropertyValue('--settle').trim()
  return (Number.parseFloat(text) || 0) * (text.endsWith('ms') ? 1 : 1000)
}
