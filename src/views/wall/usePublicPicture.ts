import { useMemo } from 'react'
import { useStore } from 'zustand'
import { viewFor } from '../../audience/gate.ts'
import { useNetworkPlacesFor } from '../../editing/useNetworkPlaces.ts'
import { useDoc, useViewSettings } from '../../store/openMap.ts'
import type { WallStore } from '../../store/wall.ts'
import { wallPictureOf } from '../../wall/picture.ts'
import { publicWallOf } from './publicWall.ts'

/** What this window shows when it is the wall; the picture is null while a network is laid out. */
export function usePublicPicture(store: WallStore) {
  const doc = useDoc()
  const wall = useStore(store)
  const view = useViewSettings((state) => state.view)
  const powerAxes = useViewSettings((state) => state.powerAxes)
  const { subject, choices, ...sent } = useMemo(
    () => publicWallOf(doc, wall, { view, powerAxes }),
    [doc, wall, view, powerAxes],
  )
  const isNetwork = choices.drawing === 'network'
  // Remembered by this object, which must therefore be the same as long as the map is.
  const laidOut = useMemo(() => {
    const all = viewFor(doc, 'public')
    return isNetwork ? all : { ...all, stakeholders: [], relationships: [] }
  }, [doc, isNetwork])
  const { places } = useNetworkPlacesFor(laidOut)
  return { subject, drawing: choices.drawing, picture: wallPictureOf(sent.view, places, choices) }
}
