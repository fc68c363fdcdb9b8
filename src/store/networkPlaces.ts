import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Point, StakeholderId } from '../domain/records.ts'

export interface NetworkPlacesState {
  /** Places worked out for the team's network that no commit has kept yet. */
  readonly seen: ReadonlyMap<StakeholderId, Point>
  /** Share of the work done (0…1) while an arrangement is being worked out; null at rest. */
  readonly arranging: number | null
}

/** Keeps the network from jumping about between two commits: what was seen somewhere stays there. */
export type NetworkPlacesStore = StoreApi<NetworkPlacesState>

export const createNetworkPlaces = (): NetworkPlacesStore =>
  createStore<NetworkPlacesState>(() => ({ seen: new Map(), arranging: null }))
