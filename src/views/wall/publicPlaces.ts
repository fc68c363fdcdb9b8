import type { Subject } from '../../audience/subject.ts'
import type { MapView } from '../../audience/view.ts'
import type { Point, StakeholderId } from '../../domain/records.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'
import type { WallPicture } from '../../wall/protocol.ts'

/** Lays a network out off the main thread. */
export type Arrange = (
  view: MapView,
  held: NetworkPlaces,
  how: { readonly signal: AbortSignal },
) => Promise<NetworkPlaces>

/** Where those on the wall stand in the network, worked out in the background from the public view alone. */
export interface PublicPlaces {
  /**
   * Places for a public view. Until those that belong to it are worked out it is given those that the wall has
   * had before: whoever is hidden goes at once, and nobody else jumps. null before there are any.
   */
  placesFor(subject: Subject): NetworkPlaces | null
  stop(): void
}

interface WhenWorkedOut {
  /** Places that were asked for are there. */
  readonly onPlaces: () => void
  /** They can't be worked out: told once, until they can again. Whoever asks anew makes another try. */
  readonly onFailed: () => void
}

export function createPublicPlaces(
  arrange: Arrange,
  { onPlaces, onFailed }: WhenWorkedOut,
): PublicPlaces {
  let asked = ''
  let places: NetworkPlaces | null = null
  let before: ReadonlyMap<StakeholderId, Point> = new Map()
  let running: AbortController | null = null
  let hasFailed = false

  const workOut = (subject: Subject) => {
    running?.abort()
    const stop = new AbortController()
    running = stop
    arrange(subject.view, new Map(), { signal: stop.signal })
      .then((found) => {
        if (stop.signal.aborted) return
        hasFailed = false
        places = found
        before = placesById(subject, found)
        onPlaces()
      })
      .catch(() => {
        if (stop.signal.aborted) return
        asked = ''
        if (!hasFailed) onFailed()
        hasFailed = true
      })
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

/** The places on a picture that a wall had before this window was reloaded, if it is of the same people. */
export function placesOn(picture: WallPicture | null, view: MapView): NetworkPlaces | null {
  if (!picture?.places || everybodyIn(picture.view) !== everybodyIn(view)) return null
  return new Map(picture.places.map(([key, x, y]) => [key, { x, y }]))
}

const everybodyIn = ({ stakeholders }: MapView): string =>
  JSON.stringify(stakeholders.map(({ key, name }) => [key, name]))

const placesById = (subject: Subject, places: NetworkPlaces): Map<StakeholderId, Point> =>
  new Map(
    Array.from(places).flatMap(([key, place]) => {
      const id = subject.idOf(key)
      return id ? [[id, place] as const] : []
    }),
  )
