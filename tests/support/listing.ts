import { createStore } from 'zustand/vanilla'
import { asId, type MapId } from '../../src/domain/records.ts'
import type { MapListing, MapListState } from '../../src/views/services.ts'
import { NOW } from './editor.tsx'

/** A map in the list of maps. */
export const listing = (id: string, more: Partial<MapListing> = {}): MapListing => ({
  id: asId<MapId>(id),
  name: `Map ${id}`,
  sealed: false,
  hasRecoveryKey: false,
  alliesSide: 'left',
  changedAt: NOW,
  inBin: false,
  counts: [1, 0, 2, 0, 0],
  ...more,
})

/** A sealed one, of which the list knows next to nothing. */
export const sealedMap = listing('s', { name: '', sealed: true, counts: [0, 0, 0, 0, 0] })

/** The service that has these maps to list. */
export const listed = (...maps: MapListing[]) => ({
  maps: createStore<MapListState>(() => ({ status: 'ready', maps })),
})
