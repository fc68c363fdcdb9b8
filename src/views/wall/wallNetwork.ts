import type { Subject } from '../../audience/subject.ts'
import type { MapView } from '../../audience/view.ts'
import type { Point, StakeholderId } from '../../domain/records.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'

/** Lays a network out off the main thread. */
export type Arrange = (
  view: MapView,
  held: NetworkPlaces,
  how: { readonly signal: AbortSignal },
) => Promise<NetworkPlaces>

/** Where those on the wall stand in the network, worked out in the background from the public view alone. */
export interface WallNetwork {
  /**
   * Places for a public view. Until those that belong to it are worked out it is given those that the wall has
   * had before: whoever is hidden goes at once, and nobody else jumps. null before there are any.
   */
  placesFor(subject: Subject): NetworkPlaces | null
  stop(): void
}

/** @param onPlaces is told when places that were asked for are there */
export function createWallNetwork(arrange: Arrange, onPlaces: () => void): WallNetwork {
  let asked = ''
  let places: NetworkPlaces | null = null
  let before: ReadonlyMap<StakeholderId, Point> = new Map()
  let running: AbortController | null = null

  const workOut = (subject: Subject) => {
    running?.abort()
    const stop = new AbortController()
    running = stop
    arrange(subject.view, new Map(), { signal: stop.signal })
      .then((found) => {
        if (stop.signal.aborted) return
        places = found
        before = placesById(subject, found)
        onPlaces()
      })
      // Called off, or it can't be done on this device: the wall keeps what it has.
      .catch(() => undefined)
  }

  return {
    placesFor(subject) {
      const text = JSON.stringify(subject.view)
      if (text !== asked) {
        asked = text
        places = null
        workOut(subject)
      }
      if (places) return places
      const carried = new Map<string, Point>()
      for (const { key } of subject.view.stakeholders) {
        const id = subject.idOf(key)
        const place = id && before.get(id)
        if (place) carried.set(key, place)
      }
      return carried.size > 0 ? carried : null
    },
    stop: () => running?.abort(),
  }
}

const placesById = (subject: Subject, places: NetworkPlaces): Map<StakeholderId, Point> =>
  new Map(
    Array.from(places).flatMap(([key, place]) => {
      const id = subject.idOf(key)
      return id ? [[id, place] as const] : []
    }),
  )
