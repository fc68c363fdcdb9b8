import { useEffect, useLayoutEffect, useRef } from 'react'
import { useOpenMap, useSelection } from '../store/openMap.ts'
import { type Camera, moveCamera } from '../store/viewSettings.ts'
import type { Size } from './camera.ts'
import type { CanvasItem } from './canvasItem.ts'
import { contains, viewOf } from './drawn.ts'

/** Brings whoever is chosen outside the canvas (by a search, in a list) into the middle when it can't be seen. */
export function useSelectedInView(
  items: readonly CanvasItem[],
  camera: Camera | null,
  size: Size | null,
): void {
  const { settings } = useOpenMap()
  const ids = useSelection((state) => state.ids)
  const latest = useRef({ items, camera, size })
  useLayoutEffect(() => {
    latest.current = { items, camera, size }
  })
  useEffect(() => {
    const [only] = ids
    const { items: all, camera: now, size: pictured } = latest.current
    if (ids.size !== 1 || !now || !pictured) return
    const item = all.find(({ id }) => id === only)
    if (!item || isInView(item, now, pictured)) return
    const { zoom } = now
    const { width, height } = pictured
    moveCamera(settings, { zoom, x: width / 2 - item.x * zoom, y: height / 2 - item.y * zoom })
  }, [ids, settings])
}

/** Whether the middle of an item is where the camera looks. */
export const isInView = ({ x, y }: CanvasItem, camera: Camera, size: Size): boolean =>
  contains(viewOf(camera, size), { left: x, right: x, top: y, bottom: y })
