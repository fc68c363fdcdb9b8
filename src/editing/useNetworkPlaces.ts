import { useEffect, useMemo, useState } from 'react'
import type { MapView } from '../audience/view.ts'
import { asId, type Point, type StakeholderId } from '../domain/records.ts'
import type { NetworkPlaces } from '../drawing/network/networkLayout.ts'
import { t } from '../i18n/i18n.ts'
import '../i18n/parts/network.ts'
import { type OpenMap, useNetworkPlaces, useOpenMap } from '../store/openMap.ts'
import { announce } from '../ui/announcer.tsx'
import { useBackground } from './useBackground.ts'

/** Places worked out for public views; a place is never taken from the team's own arrangement. */
const publicPlaces = new WeakMap<MapView, NetworkPlaces>()

/** The places worked out for a public view so far; null when there are none yet. */
export const publicPlacesOf = (view: MapView): NetworkPlaces | null =>
  publicPlaces.get(view) ?? null

export interface PlacesFor {
  /** null while they are being worked out. */
  readonly places: NetworkPlaces | null
  /** Share of the work done, 0…1. */
  readonly done: number
  /** They could not be worked out on this device; the reason has been said. */
  readonly failed: boolean
}

/**
 * Where everybody in a view stands in the network: for the team where they were put or were last seen,
 * for the public as worked out from the public view alone. Whoever has no place yet gets one in the background.
 */
export function useNetworkPlacesFor(view: MapView): PlacesFor {
  const map = useOpenMap()
  const background = useBackground()
  const seen = useNetworkPlaces((state) => state.seen)
  const ofTeam = useMemo(() => teamPlaces(view, seen), [view, seen])
  // Not remembered: it is there from one drawing to the next without anything else changing.
  const known = view.audience === 'public' ? (publicPlaces.get(view) ?? NOWHERE) : ofTeam
  const [worked, setWorked] = useState<{ view: MapView; done: number } | null>(null)
  const [failed, setFailed] = useState<MapView | null>(null)
  const isComplete = known.size === view.stakeholders.length

  useEffect(() => {
    if (isComplete) return
    const stop = new AbortController()
    const onProgress = (done: number) => setWorked({ view, done })
    background
      .arrange(view, known, { signal: stop.signal, onProgress })
      .then((places) => {
        keep(map, view, places)
        setWorked({ view, done: 1 })
      })
      .catch(() => {
        if (stop.signal.aborted) return
        setFailed(view)
        announce(t('network.arrange.failed'), 'problem')
      })
    return () => stop.abort()
  }, [map, background, view, known, isComplete])

  const places = isComplete ? known : null
  return { places, done: worked?.view === view ? worked.done : 0, failed: failed === view }
}

const NOWHERE: NetworkPlaces = new Map()

function teamPlaces(view: MapView, seen: ReadonlyMap<StakeholderId, Point>): NetworkPlaces {
  const places = new Map<string, Point>()
  for (const { key, team } of view.stakeholders) {
    const place = team?.networkPosition ?? seen.get(asId<StakeholderId>(key))
    if (place) places.set(key, { x: place.x, y: place.y })
  }
  return places
}

function keep({ networkPlaces }: OpenMap, view: MapView, places: NetworkPlaces): void {
  if (view.audience === 'public') {
    publicPlaces.set(view, places)
    return
  }
  networkPlaces.setState(({ seen }) => ({
    seen: new Map([
      ...seen,
      ...Array.from(places, ([key, place]) => [asId<StakeholderId>(key), place] as const),
    ]),
  }))
}
