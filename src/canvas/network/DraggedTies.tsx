import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { NetworkScene } from '../../drawing/network/networkScene.ts'
import { LIGHT } from '../../drawing/palette.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { useOpenMap } from '../../store/openMap.ts'
import { sceneryIn, worldUnder } from '../scenery.ts'

/** While dots are in the hand, their ties follow as plain lines, moved past React: one path a step. */
export function DraggedTies({ scene }: { scene: NetworkScene }) {
  const map = useOpenMap()
  const { shown } = useSubject()
  const dragging = useStore(map.gesture, (gesture) => gesture.dragging)
  const path = useRef<SVGPathElement>(null)
  useEffect(() => {
    if (dragging.size === 0) return
    const held = new Set([...dragging].flatMap((id) => shown(id)?.key ?? []))
    const dots = new Map(scene.dots.map((dot) => [dot.key, dot]))
    const ties = scene.ties.filter(({ from, to }) => held.has(from) || held.has(to))
    let start: { x: number; y: number } | null = null
    const follow = (event: PointerEvent) => {
      const scenery = sceneryIn(document.body, map)
      if (!scenery || !path.current) return
      const world = worldUnder(scenery, { x: event.clientX, y: event.clientY })
      start ??= world
      const dx = world.x - start.x
      const dy = world.y - start.y
      const end = (key: string) => {
        const dot = dots.get(key)
        if (!dot) return null
        return held.has(key) ? `${dot.x + dx} ${dot.y + dy}` : `${dot.x} ${dot.y}`
      }
      const lines = ties.map(({ from, to }) => [end(from), end(to)])
      path.current.setAttribute('d', lines.map(([a, b]) => (a && b ? `M${a}L${b}` : '')).join(''))
    }
    window.addEventListener('pointermove', follow)
    return () => window.removeEventListener('pointermove', follow)
  }, [dragging, scene, shown, map])
  if (dragging.size === 0) return null
  return (
    <svg className="dragged-ties" aria-hidden>
      <path ref={path} fill="none" stroke={LIGHT.muted} />
    </svg>
  )
}
