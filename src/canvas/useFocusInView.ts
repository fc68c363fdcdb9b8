import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useOpenMap } from '../store/openMap.ts'
import { type Camera, moveCamera } from '../store/viewSettings.ts'
import type { Size } from './camera.ts'
import type { CanvasItem } from './canvasItem.ts'
import { isInView } from './useSelectedInView.ts'

/** Brings the item that the keyboard goes to into the middle when it is outside the view: the canvas itself never scrolls. */
export function useFocusInView(
  pane: RefObject<HTMLElement | null>,
  items: readonly CanvasItem[],
  camera: Camera | null,
  size: Size | null,
): void {
  const { settings } = useOpenMap()
  const latest = useRef({ items, camera, size })
  useLayoutEffect(() => {
    latest.current = { items, camera, size }
  })
  useEffect(() => {
    const element = pane.current
    if (!element) return
    const onFocus = ({ target }: FocusEvent) => {
      const card = target instanceof HTMLElement ? target.closest('[data-stakeholder]') : null
      if (!(card instanceof HTMLElement) || !card.matches(':focus-visible')) return
      const { items: all, camera: now, size: pictured } = latest.current
      const item = all.find(({ key }) => key === card.dataset['stakeholder'])
      if (!item || !now || !pictured || isInView(item, now, pictured)) return
      const { zoom } = now
      const { width, height } = pictured
      moveCamera(settings, { zoom, x: width / 2 - item.x * zoom, y: height / 2 - item.y * zoom })
    }
    element.addEventListener('focusin', onFocus)
    return () => element.removeEventListener('focusin', onFocus)
  }, [pane, settings])
}
