import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Point } from '../../domain/records.ts'
import type { NetworkScene } from '../../drawing/network/networkScene.ts'
import { useTying } from '../../editing/tying.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { announce } from '../../ui/announcer.tsx'
import { useOpenMap } from '../../store/openMap.ts'
import { sceneryIn, worldUnder } from '../scenery.ts'
import { type TieInHand, watchTieDrags } from './tieDrag.ts'

/** The tie being drawn, in a store of its own: it changes with every step of the pointer. */
export type TieInHandStore = StoreApi<{ readonly tie: TieInHand | null }>

/** How near to a dot's rim a tie is let go on it, in world units. */
const REACH = 10

/** Ties drawn with the pointer inside `root`. */
export function useTieDrag(
  root: RefObject<HTMLElement | null>,
  scene: NetworkScene | null,
  connecting: boolean,
): TieInHandStore {
  const map = useOpenMap()
  const subject = useSubject()
  const tying = useTying()
  const inHand = useMemo<TieInHandStore>(() => createStore(() => ({ tie: null })), [])
  const latest = useRef({ map, subject, tying, scene, connecting })
  useLayoutEffect(() => {
    latest.current = { map, subject, tying, scene, connecting }
  })
  useEffect(() => {
    const element = root.current
    if (!element) return
    return watchTieDrags(element, {
      isConnecting: () => latest.current.connecting,
      canDraw: () => !latest.current.map.store.state.getState().readOnly,
      worldAt(at) {
        const scenery = sceneryIn(element, latest.current.map)
        return scenery && worldUnder(scenery, at)
      },
      dotAt: (world) => dotAt(latest.current.scene, world),
      onMove: (tie) => inHand.setState({ tie }),
      onEnd(ends) {
        inHand.setState({ tie: null })
        const from = ends && latest.current.subject.idOf(ends.from)
        const to = ends && latest.current.subject.idOf(ends.to)
        if (!from || !to) return
        const drawn = latest.current.tying.connect(from, to)
        if (!drawn.ok) announce(drawn.error, 'problem')
      },
    })
  }, [root, inHand])
  return inHand
}

function dotAt(scene: NetworkScene | null, { x, y }: Point): string | null {
  let nearest: { key: string; distance: number } | null = null
  for (const dot of scene?.dots ?? []) {
    const distance = Math.hypot(dot.x - x, dot.y - y) - dot.radius
    if (distance < REACH && (!nearest || distance < nearest.distance)) {
      nearest = { key: dot.key, distance }
    }
  }
  return nearest?.key ?? null
}
