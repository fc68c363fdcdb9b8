import { createContext, use } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { DecodedImport } from '../domain/imported.ts'
import type { MapId } from '../domain/records.ts'
import type { Result } from '../domain/result.ts'
import type { SealOptions, Secret } from '../sealing/secrets.ts'
import type { Reliability } from './reliability.ts'

/** A map as the start page lists it. */
export interface MapListing {
  readonly id: MapId
  /** Empty where it must not be read: of a sealed map, or when it mentions somebody hidden. */
  readonly name: string
  readonly sealed: boolean
  /** Of a sealed map: a recovery key opens it too. */
  readonly hasRecoveryKey: boolean
  readonly alliesSide: 'left' | 'right'
  readonly changedAt: Date
  readonly inBin: boolean
  /** Public stakeholders in each of the five segments. */
  readonly counts: readonly number[]
}

export type MapListState =
  | { readonly status: 'reading'; readonly code?: undefined }
  | {
      readonly status: 'ready'
      readonly maps: readonly MapListing[]
      /** Maps of which not even the name can be read. */
      readonly unreadable?: number
      /** There are none, although there were some: they are lost. */
      readonly isLost?: boolean
      /** Why they are gone with the page, where they are kept in memory alone. */
      readonly code?: KeepingFailure
    }
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

/** `no memory`: this device can't do the sums that the key asks for. */
export type UnlockFailure = 'wrong secret' | 'no memory' | KeepingFailure

/** What was made with a seal: a recovery key to be printed, if one was asked for. */
export interface Sealed {
  readonly recoveryKey: string | null
}

/** Whether the open map is sealed. */
export interface SealState {
  readonly sealed: boolean
  readonly hasRecoveryKey: boolean
}

/** What a map is made of: two answers, or a file. */
export type NewMap =
  | { readonly kind: 'blank'; readonly name: string; readonly we: string }
  | { readonly kind: 'file'; readonly file: DecodedImport }

/** Maps under a passphrase: making, opening and leaving them. */
export interface SealingServices {
  readonly open: StoreApi<SealState>
  createSealed(
    made: NewMap,
    options: SealOptions,
  ): Promise<Result<Sealed & { readonly id: MapId }, UnlockFailure>>
  /** Opens a locked map; afterwards the window shows it. */
  unlock(id: MapId, secret: Secret): Promise<Result<null, UnlockFailure>>
  /** Seals the open map: afterwards no clear row of it is left. */
  seal(options: SealOptions): Promise<Result<Sealed, UnlockFailure>>
  /** Takes the seal off the open map. */
  unseal(secret: Secret): Promise<Result<null, UnlockFailure>>
  /** Wraps the open map's key anew; `withRecoveryKey` makes a new recovery key, and without it there is none any more. */
  changePassphrase(secret: Secret, options: SealOptions): Promise<Result<Sealed, UnlockFailure>>
  /**
   * Stores what is not stored, then blanks the screen, drops the key and loads a neutral start; other tabs do the same.
   * Only fails to store: then the screen stays covered, with the question what to do.
   */
  lock(): Promise<Result<null, KeepingFailure>>
  /** The same at once, in other tabs too, whether everything could be stored or not; the screen is blank when this returns. */
  panic(): void
  /** Deletes key, rows and copies of a map at once and for good, past the bin. Best effort: disks keep residue. */
  burn(id: MapId): Promise<Result<null, KeepingFailure>>
  /** Runs something at the moment of locking, before the page goes; returns how to take it back. */
  onLock(run: () => void): () => void
}

/** How careful this device is; kept with the app's settings, not with a map. */
export interface SafetySettings {
  /** Every map opens in public preview, whatever it was looked at with last. */
  readonly publicFirst: boolean
  /** Minutes without a touch after which a sealed map locks; null = never. */
  readonly lockAfter: number | null
  /** A sealed map locks as soon as its window is hidden. */
  readonly lockWhenHidden: boolean
}

export const DEFAULT_SAFETY: SafetySettings = {
  publicFirst: false,
  lockAfter: 5,
  lockWhenHidden: false,
}

export type SaveState =
  | { readonly status: 'saved' }
  | { readonly status: 'saving' }
  | { readonly status: 'not saved'; readonly code: KeepingFailure }

/** What this tab may do with the open map. */
export type TabRole = 'opening' | 'writer' | 'follower' | 'taking over'

export interface UpdateState {
  readonly state: 'none' | 'ready' | 'waiting' | 'done elsewhere'
  /** Why it was not taken when it was asked for: some tab could not save, or people are looking at one. */
  readonly refused?: 'not saved' | 'presenting'
}

/** What the views ask of the composition root; they know neither the database nor the service worker. */
export interface AppServices {
  readonly maps: StoreApi<MapListState>
  readonly save: StoreApi<SaveState>
  readonly tab: StoreApi<{ readonly role: TabRole }>
  /** A newer build is ready to take over when the user agrees. */
  readonly update: StoreApi<UpdateState>
  /** It is time to save a backup of the open map. */
  readonly reminder: StoreApi<{ readonly isDue: boolean }>
  readonly sealing: SealingServices
  readonly safety: StoreApi<SafetySettings>
  changeSafety(part: Partial<SafetySettings>): void
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
  /** What keeps work from being lost beyond saving it; loaded when first asked for. */
  reliability(): Promise<Reliability>
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
