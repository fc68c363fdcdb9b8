import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { SpectrumScene } from '../drawing/spectrumScene.ts'
import { useShown } from '../editing/useSubject.ts'
import { useOpenMap, useViewSettings } from '../store/openMap.ts'
import { select } from '../store/selection.ts'
import { type Camera, cameraOf, moveCamera } from '../store/viewSettings.ts'
import { fitCamera, toWorld, zoomAt } from './camera.ts'
import { watchCamera } from './cameraGestures.ts'

/** The camera on a canvas element: kept with the map once moved by hand, otherwise always fitted. */
export function useCamera(pane: RefObject<HTMLDivElement | null>, scene: SpectrumScene) {
  const { selection, settings } = useOpenMap()
  const { subject } = useShown()
  const kept = useViewSettings(cameraOf)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  const [boxSelection, setBox] = useState<DOMRect | null>(null)
  const camera = kept ?? (size && fitCamera(scene.bounds, size))
  const latest = useRef({ camera, scene, subject })
  useLayoutEffect(() => {
    latest.current = { camera, scene, subject }
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
      show: (shown) => writeTransform(element, shown),
      settle: (moved) => moveCamera(settings, moved),
      onPress: () => select(selection, []),
      onBox(box, phase, adding) {
        setBox(phase === 'during' ? box : null)
        const { camera: now, scene: drawn, subject: shown } = latest.current
        if (phase === 'during' || box.width === 0 || !now) return
        const from = toWorld(now, box)
        const to = toWorld(now, { x: box.right, y: box.bottom })
        const inside = drawn.cards.filter(
          ({ x, y }) => x >= from.x && x <= to.x && y >= from.y && y <= to.y,
        )
        const ids = inside.flatMap(({ key }) => shown.idOf(key) ?? [])
        select(selection, adding ? [...selection.getState().ids, ...ids] : ids)
      },
    })
  }, [pane, selection, settings])

  const fit = () => moveCamera(settings, null)
  const zoomBy = (factor: number) => {
    const element = pane.current
    if (!camera || !element) return
    const middle = { x: element.clientWidth / 2, y: element.clientHeight / 2 }
    moveCamera(settings, zoomAt(camera, middle, factor))
  }
  return { camera, boxSelection, fit, zoomBy }
}

function writeTransform(pane: HTMLElement, { x, y, zoom }: Camera): void {
  const viewport = pane.querySelector('.react-flow__viewport')
  if (viewport instanceof HTMLElement) {
    viewport.style.transform = `translate(${x}px,${y}px) scale(${zoom})`
  }
}
