import { memo, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { StoreApi } from 'zustand'
import { type FarBox, farNames } from '../drawing/farNames.ts'
import type { Rect } from '../drawing/halfPie.ts'
import { useOpenMap } from '../store/openMap.ts'
import type { Camera } from '../store/viewSettings.ts'
import type { Size } from './camera.ts'
import type { CanvasItem } from './canvasItem.ts'
import { glideOf } from './farGlide.ts'
import { keepPainted } from './farPainting.ts'

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

/**
 * Everything from afar, on one bitmap in world coordinates: pan and zoom move it with all the rest, and it is painted
 * anew when they come to rest.
 */
const PaintedLayer = memo(function PaintedLayer(props: FarLayerProps) {
  const { items, bounds, camera, size, live, ties, fits } = props
  const map = useOpenMap()
  const canvas = useRef<HTMLCanvasElement>(null)
  const zoom = zoomStep(camera.zoom)
  const names = useMemo(() => farNames(items, zoom, fits), [items, zoom, fits])
  const picture = useMemo(() => ({ points: items, names, zoom, ties }), [items, names, zoom, ties])
  const before = useRef(items)
  const tiePath = useRef<{ text: string; path: Path2D } | null>(null)

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    if (picture.ties === null) tiePath.current = null
    else if (tiePath.current?.text !== picture.ties) {
      tiePath.current = { text: picture.ties, path: new Path2D(picture.ties) }
    }
    const drawing = { ...picture, ties: tiePath.current?.path ?? null }
    const way = map.gesture.getState().gliding ? glideOf(before.current, items) : null
    before.current = items
    return keepPainted(context, { picture: drawing, way, bounds, camera, size, live, map })
  }, [picture, items, bounds, camera, size, live, map])

  // A bitmap that is no longer shown gives its memory back at once.
  useEffect(() => {
    const element = canvas.current
    return () => {
      if (element) element.width = 0
    }
  }, [])
  return <canvas ref={canvas} className="far-layer" aria-hidden />
})

/** A part on demand is a plain component. */
export default function FarLayer(props: FarLayerProps) {
  return <PaintedLayer {...props} />
}

const STEPS_PER_DOUBLING = 4

/**
 * The next lower zoom on a ladder of quarter doublings: between two steps names keep their size in the world, so that
 * zooming does not reshuffle them.
 */
const zoomStep = (zoom: number): number =>
  2 ** (Math.floor(Math.log2(zoom) * STEPS_PER_DOUBLING) / STEPS_PER_DOUBLING)
