import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Point } from '../domain/records.ts'
import type { Camera } from '../store/viewSettings.ts'
import { toWorld } from './camera.ts'
import type { CanvasItem } from './canvasItem.ts'
import { registerHitTest } from './cardUnder.ts'
import { itemAt } from './drawn.ts'

/**
 * Lets items that are only painted be found by the pointer; gives the key of the one under it, which is then to be an
 * element. With `isPainted` false there is nothing to find.
 */
export function usePaintedItems(
  pane: RefObject<HTMLElement | null>,
  isPainted: boolean,
  items: readonly CanvasItem[],
  camera: Camera | null,
): string | null {
  const [hovered, setHovered] = useState<string | null>(null)
  const pointer = useRef<Point | null>(null)
  const find = useRef<(at: Point) => string | null>(() => null)

  useLayoutEffect(() => {
    const element = pane.current
    if (!element || !isPainted || !camera) return
    const hit = (at: Point) => {
      const { left, top } = element.getBoundingClientRect()
      const world = toWorld(camera, { x: at.x - left, y: at.y - top })
      return itemAt(items, world, camera.zoom)?.key ?? null
    }
    find.current = hit
    // After a zoom another one is under the pointer, which has not moved.
    if (pointer.current) setHovered(hit(pointer.current))
    const forget = registerHitTest(element, hit)
    return () => {
      forget()
      find.current = () => null
    }
  }, [pane, isPainted, items, camera])

  useEffect(() => {
    const element = pane.current
    if (!element || !isPainted) return
    const look = (event: PointerEvent) => {
      const isOnCanvas = event.target instanceof Element && !event.target.closest('.canvas-tools')
      pointer.current = isOnCanvas ? { x: event.clientX, y: event.clientY } : null
      return pointer.current && find.current(pointer.current)
    }
    const onMove = (event: PointerEvent) => {
      if (event.buttons === 0) setHovered(look(event))
    }
    // A finger does not hover: the press itself makes the element, which gets the focus as any card does.
    const onDown = (event: PointerEvent) => {
      const key = look(event)
      flushSync(() => setHovered(key))
      const isOnCard = event.target instanceof Element && event.target.closest('[data-stakeholder]')
      if (key === null || event.button !== 0 || isOnCard) return
      event.preventDefault()
      const card = element.querySelector(`[data-stakeholder="${CSS.escape(key)}"]`)
      if (card instanceof HTMLElement) card.focus({ preventScroll: true })
    }
    const onLeave = () => {
      pointer.current = null
      setHovered(null)
    }
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointerleave', onLeave)
    return () => {
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointerleave', onLeave)
      setHovered(null)
    }
  }, [pane, isPainted])
  return hovered
}
