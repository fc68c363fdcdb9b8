import type { MapDoc, MapId } from '../domain/records.ts'
import type { Result } from '../domain/result.ts'
import type { OpenMap } from '../store/openMap.ts'
import type { KeepingFailure, MapListState, SaveState, TabRole } from '../views/services.ts'

type Outcome<T> = Promise<Result<T, KeepingFailure>>

/** A map that is open in this tab, from reading it to the last write. */
export interface Session {
  readonly map: OpenMap
  /** Parts that could not be read; they stay in the database as they are. */
  readonly unreadable: number
  takeOver(): void
  retrySaving(): void
  /** True when everything is stored. */
  flush(): Promise<boolean>
  /** Hands everything to the browser before it returns, for a page that may be going away. */
  flushNow(): void
  close(): Promise<void>
}

export interface SessionEvents {
  readonly onSave: (state: SaveState) => void
  readonly onRole: (role: TabRole) => void
}

/** Where maps are kept: the database, or memory where the browser has none. */
export interface Keeping {
  /** Calls back now and at every change. */
  observe(onList: (list: MapListState) => void): void
  create(doc: MapDoc): Outcome<null>
  duplicate(id: MapId, newId: MapId, name: string): Outcome<null>
  rename(id: MapId, name: string): Outcome<null>
  bin(id: MapId): Outcome<null>
  restore(id: MapId): Outcome<null>
  deleteForever(id: MapId): Outcome<null>
  open(id: MapId, events: SessionEvents): Outcome<Session>
  /** The map to open when the app is started without naming one. */
  lastOpen(): Promise<MapId | null>
  setLastOpen(id: MapId | null): void
}
