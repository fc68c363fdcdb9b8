import { useState } from 'react'
import type { Subject } from '../../audience/subject.ts'
import type { Audience } from '../../audience/view.ts'
import type { Point, StakeholderId } from '../../domain/records.ts'
import type { NetworkPlaces } from '../../drawing/network/networkLayout.ts'

interface LastPlaces {
  readonly places: NetworkPlaces
  readonly audience: Audience
  readonly byId: ReadonlyMap<StakeholderId, Point>
}

/** While new places are being worked out, whoever is still there is shown where it was: nothing flickers. */
export function useSteadyPlaces(
  { view, idOf }: Subject,
  places: NetworkPlaces | null,
): NetworkPlaces {
  const [last, setLast] = useState<LastPlaces | null>(null)
  if (places && places !== last?.places) {
    const byId = new Map<StakeholderId, Point>()
    for (const [key, place] of places) {
      const id = idOf(key)
      if (id) byId.set(id, place)
    }
    setLast({ places, audience: view.audience, byId })
  }
  if (places) return places
  // Places of the team's own arrangement must not be seen in public, not even for a moment.
  if (last?.audience !== view.audience) return NOWHERE
  const steady = new Map<string, Point>()
  for (const { key } of view.stakeholders) {
    const id = idOf(key)
    const place = id && last.byId.get(id)
    if (place) steady.set(key, place)
  }
  return steady
}

const NOWHERE: NetworkPlaces = new Map()
