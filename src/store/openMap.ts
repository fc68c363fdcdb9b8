import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { MapDoc } from '../domain/records.ts'
import { createEmphasis, type Emphasis, type EmphasisStore } from './emphasis.ts'
import { createGesture, type Gesture } from './gesture.ts'
import type { MapState, MapStore } from './mapStore.ts'
import {
  createNetworkPlaces,
  type NetworkPlacesState,
  type NetworkPlacesStore,
} from './networkPlaces.ts'
import { createWayTo, type WayTo } from './wayTo.ts'
import { createSelection, type Selection, type SelectionState } from './selection.ts'
import { createUsualTie, type UsualTie } from './usualTie.ts'
import type { ViewSettings, ViewSettingsStore } from './viewSettings.ts'
import { createWall, type WallState, type WallStore } from './wall.ts'

/** Everything about the map that is open in this window. */
export interface OpenMap {
  readonly store: MapStore
  readonly selection: Selection
  readonly gesture: Gesture
  readonly settings: ViewSettingsStore
  readonly emphasis: EmphasisStore
  readonly networkPlaces: NetworkPlacesStore
  readonly wayTo: WayTo
  readonly usualTie: UsualTie
  readonly wall: WallStore
}

const OpenMapContext = createContext<OpenMap | null>(null)
export const OpenMapProvider = OpenMapContext.Provider

export function useOpenMap(): OpenMap {
  const map = use(OpenMapContext)
  if (!map) throw new Error('no map is open here')
  return map
}

export const useDoc = (): MapDoc => useMapState((state) => state.doc)

export const useMapState = <T>(pick: (state: MapState) => T): T =>
  useStore(useOpenMap().store.state, pick)

export const useSelection = <T>(pick: (state: SelectionState) => T): T =>
  useStore(useOpenMap().selection, pick)

export const useViewSettings = <T>(pick: (state: ViewSettings) => T): T =>
  useStore(useOpenMap().settings, pick)

export const useEmphasis = (): Emphasis | null =>
  useStore(useOpenMap().emphasis, (state) => state.emphasis)

export const useNetworkPlaces = <T>(pick: (state: NetworkPlacesState) => T): T =>
  useStore(useOpenMap().networkPlaces, pick)

export const useWall = <T>(pick: (state: WallState) => T): T => useStore(useOpenMap().wall, pick)

/** An open map at rest: nobody selected, nothing in the air, no wall. */
export const openMapOn = (store: MapStore, settings: ViewSettingsStore): OpenMap => ({
  store,
  settings,
  selection: createSelection(),
  gesture: createGesture(),
  emphasis: createEmphasis(),
  networkPlaces: createNetworkPlaces(),
  wayTo: createWayTo(),
  usualTie: createUsualTie(),
  wall: createWall(store.state.getState().doc, new Date()),
})
