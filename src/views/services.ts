import { createContext, use } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { DecodedImport } from '../domain/imported.ts'
import type { MapId } from '../domain/records.ts'
import type { Result } from '../domain/result.ts'

/** A map as the start page lists it. */
export interface MapListing {
  readonly id: MapId
  readonly name: string
  readonly alliesSide: 'left' | 'right'
  readonly changedAt: Date
  readonly inBin: boolean
  /** Public stakeholders in each of the five segments. */
  readonly counts: readonly number[]
}

export type MapListState =
  | { readonly status: 'reading' }
  | { readonly status: 'ready'; readonly maps: readonly MapListing[] }
  | { readonly status: 'failed'; readonly code: KeepingFailure }

/** Why something could not be read or kept. */
export type KeepingFailure =
  | 'quota'
  | 'unavailable'
  | 'conflict'
  | 'missing'
  | 'newer'
  | 'closed'
  | 'unknown'

export type SaveState =
  | { readonly status: 'saved' }
  | { readonly status: 'saving' }
  | { readonly status: 'not saved'; readonly code: KeepingFailure }

/** What this tab may do with the open map. */
export type TabRole = 'opening' | 'writer' | 'follower' | 'taking over'

/** What the views ask of the composition root; they know neither the database nor the service worker. */
export interface AppServices {
  readonly maps: StoreApi<MapListState>
  readonly save: StoreApi<SaveState>
  readonly tab: StoreApi<{ readonly role: TabRole }>
  /** A newer build is ready to take over when the user agrees. */
  readonly update: StoreApi<{ readonly state: 'none' | 'ready' | 'waiting' | 'done elsewhere' }>
  createMap(name: string, we: string): Promise<Result<MapId, KeepingFailure>>
  createExample(): Promise<Result<MapId, KeepingFailure>>
  importMap(file: DecodedImport): Promise<Result<MapId, KeepingFailure>>
  duplicateMap(id: MapId): Promise<Result<MapId, KeepingFailure>>
  renameMap(id: MapId, name: string): Promise<Result<null, KeepingFailure>>
  binMap(id: MapId): Promise<Result<null, KeepingFailure>>
  restoreMap(id: MapId): Promise<Result<null, KeepingFailure>>
  deleteForever(id: MapId): Promise<Result<null, KeepingFailure>>
  openMap(id: MapId): void
  closeMap(): void
  /** "Edit here": asks the tab that writes to hand over. */
  takeOver(): void
  retrySaving(): void
  applyUpdate(): void
  now(): Date
}

const ServicesContext = createContext<AppServices | null>(null)
export const ServicesProvider = ServicesContext.Provider

export function useServices(): AppServices {
  const services = use(ServicesContext)
  if (!services) throw new Error('no services were given')
  return services
}
