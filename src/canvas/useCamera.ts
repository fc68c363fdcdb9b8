import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import type { Point } from '../domain/records.ts'
import type { Rect } from '../drawing/halfPie.ts'
import { useOpenMap, useViewSettings } from '../store/openMap.ts'
import { select } from '../store/selection.ts'
import { type Camera, cameraOf, moveCamera, moveCameraByHand } from '../store/viewSettings.ts'
import { fitCamera, type Size, toWorld, zoomAt } from './camera.ts'
import { watchCamera } from './cameraGestures.ts'
import type { CanvasItem } from './canvasItem.ts'

interface Pictured {
  /** All that is drawn, in world units. */
  readonly bounds: Rect
  readonly items: readonly CanvasItem[]
  /** A press on the empty canvas; true = somebody took it. */
  readonly onPressEmpty?: ((world: Point, event: PointerEvent) => boolean) | undefined
}

/** The camera on a canvas element: kept with the map once moved by hand, otherwise always fitted. */
export function useCamera(pane: RefObject<HTMLDivElement | null>, pictured: Pictured) {
  const { selection, settings } = useOpenMap()
  const kept = useViewSettings(cameraOf)
  const [size, setSize] = useState<Size | null>(null)
  // The camera while a gesture lasts: whoever needs it listens, and nothing renders.
  const [live] = useState(() => createStore<{ camera: Camera | null }>(() => ({ camera: null })))
  const [boxSelection, setBox] = useState<DOMRect | null>(null)
  const { bounds } = pictured
  const camera = useMemo(() => kept ?? (size && fitCamera(bounds, size)), [kept, size, bounds])
  const latest = useRef({ camera, pictured })
  useLayoutEffect(() => {
    latest.current = { camera, pictured }
  })

  useLayoutEffect(() => {
    const element = pane.current
    if (!element) return
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [pane])

  useEffect(() => {
    const element = pane.current
    if (!element) return
    return watchCamera(element, {
      settled: () => latest.current.camera ?? { x: 0, y: 0, zoom: 1 },
      show(shown) {
        writeTransform(element, shown)
        live.setState({ camera: shown })
      },
      settle(moved) {
        live.setState({ camera: null })
        moveCameraByHand(settings, moved)
      },
      onPress(event) {
        const { camera: now, pictured: drawn } = latest.current
        const { left, top } = element.getBoundingClientRect()
        const world = now && toWorld(now, { x: event.clientX - left, y: event.clientY - top })
        if (!world || !drawn.onPressEmpty?.(world, event)) select(selection, [])
      },
      onBox(box, phase, adding) {
        setBox(phase === 'during' ? box : null)
        const { camera: now, pictured: drawn } = latest.current
        if (phase === 'during' || box.width === 0 || !now) return
        const from = toWorld(now, box)
        const to = toWorld(now, { x: box.right, y: box.bottom })
        const inside = drawn.items.filter(
          ({ x, y }) => x >= from.x && x <= to.x && y >= from.y && y <= to.y,
        )
        const ids = inside.map(({ id }) => id)
        select(selection, adding ? [...selection.getState().ids, ...ids] : ids)
      },
    })
  }, [pane, selection, settings, live])

  const fit = () => moveCamera(settings, null)
  const zoomBy = (factor: number) => {
    const element = pane.current
    if (!camera || !element) return
    const middle = { x: element.clientWidth / 2, y: element.clientHeight / 2 }
    moveCameraByHand(settings, zoomAt(camera, middle, factor))
  }
  return { camera, size, live, boxSelection, fit, zoomBy }
}

function writeTransform(pane: HTMLElement, { x, y, zoom }: Camera): void {
  const viewport = pane.querySelector('.react-flow__viewport')
  if (viewport instanceof HTMLElement) {
    viewport.style.transform = `translate(${x}px,${y}px) scale(${zoom})`
  }
}
