import type { MapDoc, MapId } from '../domain/records.ts'
import type { Result } from '../domain/result.ts'
import type { SealOptions, Secret } from '../sealing/secrets.ts'
import type { OpenMap } from '../store/openMap.ts'
import type { Database } from '../storage/database.ts'
import type { Repository } from '../storage/repository.ts'
import type { SmallValues } from '../storage/smallValues.ts'
import type { Stored } from '../storage/types.ts'
import type { Unlocked } from '../storage/unlocked.ts'
import type {
  KeepingFailure,
  MapListState,
  SafetySettings,
  Sealed,
  SealState,
  SaveState,
  TabRole,
  UnlockFailure,
} from '../views/services.ts'

type Outcome<T> = Promise<Result<T, KeepingFailure>>

/** What may become of the seal of an open map. */
export type SealChange =
  | { readonly kind: 'seal'; readonly options: SealOptions }
  | { readonly kind: 'unseal'; readonly secret: Secret }
  | { readonly kind: 'change'; readonly secret: Secret; readonly options: SealOptions }

/** An open map as it lies on the disk. */
export interface OnDisk {
  readonly id: MapId
  /** The rev last known to be stored. */
  rev(): number
  /** This tab may write the map now. */
  isWriter(): boolean
  /** null while it is stored in clear. */
  key(): Unlocked | null
  /** Runs something after each write that has reached the disk; returns how to take it back. */
  onStored(run: (stored: Stored) => void): () => void
}

/** A map that is open in this tab, from reading it to the last write. */
export interface Session {
  /** null where maps are kept in memory alone. */
  readonly onDisk: OnDisk | null
  readonly map: OpenMap
  /** Parts that could not be read; they stay in the database as they are. */
  readonly unreadable: number
  takeOver(): void
  retrySaving(): void
  /** Resolves once everything is stored, or with why it is not. */
  flush(): Outcome<null>
  /** Hands everything to the browser before it returns, for a page that may be going away. */
  flushNow(): void
  /** Seals the stored map, takes its seal off or changes what opens it; the map stays open. */
  changeSeal(change: SealChange): Promise<Result<Sealed, UnlockFailure>>
  /** Forgets the key of a sealed map at once: nothing of it is read, written or heard any more. */
  dropKey(): void
  close(): Promise<void>
}

export interface SessionPorts {
  readonly onSave: (state: SaveState) => void
  readonly onRole: (role: TabRole) => void
  readonly onSeal: (state: SealState) => void
  /** The map was sealed in another tab: here it can't be followed any more. */
  readonly onLocked: () => void
  /** Starts in public preview, whatever the map was looked at with last. */
  readonly publicFirst: boolean
}

/** What lies under a keeping that stores. */
export interface Stock {
  readonly db: Database
  readonly repository: Repository
  readonly smallValues: SmallValues
}

/** Where maps are kept: the database, or memory where the browser has none. */
export interface Keeping {
  /** null where maps are kept in memory alone. */
  readonly stock: Stock | null
  /** Calls back now and at every change. */
  observe(onList: (list: MapListState) => void): void
  create(doc: MapDoc): Outcome<null>
  /** Makes a sealed map; its key waits for the map to be opened. */
  createSealed(doc: MapDoc, options: SealOptions): Promise<Result<Sealed, UnlockFailure>>
  /** Finds the key of a sealed map; it waits for the map to be opened. */
  unlock(id: MapId, secret: Secret): Promise<Result<null, UnlockFailure>>
  /** Forgets keys that wait, but for that of one map. */
  dropKeys(but?: MapId): void
  duplicate(id: MapId, newId: MapId, name: string): Outcome<null>
  rename(id: MapId, name: string): Outcome<null>
  bin(id: MapId): Outcome<null>
  restore(id: MapId): Outcome<null>
  deleteForever(id: MapId): Outcome<null>
  /** `locked` when it is sealed and no key waits. */
  open(id: MapId, ports: SessionPorts): Promise<Result<Session, KeepingFailure | 'locked'>>
  /** The map to open when the app is started without naming one. */
  lastOpen(): Promise<MapId | null>
  setLastOpen(id: MapId | null): void
  safety(): Promise<SafetySettings>
  setSafety(settings: SafetySettings): void
}
