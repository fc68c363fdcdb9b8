import type { StoreApi } from 'zustand/vanilla'
import type { Result } from '../domain/result.ts'
import type { KeepingFailure, SafetySettings, SealingServices } from '../views/services.ts'

/** What leaving a sealed map needs of this window. */
export interface LockingPorts {
  isSealedOpen(): boolean
  flush(): Promise<Result<null, KeepingFailure>>
  /** Hands everything to the browser before it returns. */
  flushNow(): void
  /** Overwrites the keys and forgets which map was open; the other tabs lock theirs as well. */
  dropKeys(): void
  readonly safety: StoreApi<SafetySettings>
}

/** Locks the sealed map that is open in this window. */
export interface Locking extends Pick<SealingServices, 'lock' | 'panic' | 'onLock'> {
  /** A sealed map is open from now on, or none any more. */
  watch(isOpen: boolean): void
}
