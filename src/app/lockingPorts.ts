import type { StoreApi } from 'zustand/vanilla'
import type { Result } from '../domain/result.ts'
import type { KeepingFailure, SafetySettings, SealingServices } from '../views/services.ts'

/** What somebody asked for in one tab, and the others do as well. */
export type LockMessage = 'lock' | 'panic'

/** What leaving a sealed map needs of this window. */
export interface LockingPorts {
  isSealedOpen(): boolean
  flush(): Promise<Result<null, KeepingFailure>>
  /** Hands everything to the browser before it returns. */
  flushNow(): void
  /** Overwrites the keys of this tab and forgets which map was open. */
  dropKeys(): void
  tellOtherTabs(message: LockMessage): void
  /** Over a covered screen: the map is not locked, because it can't be stored. Returns how to take it back. */
  ask(failure: KeepingFailure, answers: NotLockedAnswers): () => void
  readonly safety: StoreApi<SafetySettings>
}

export interface NotLockedAnswers {
  /** Tries to store and lock again. */
  onAgain(): void
  /** Back to the map. */
  onShow(): void
  /** Locks whatever is lost. */
  onHide(): void
}

/** Locks the sealed map that is open in this window. */
export interface Locking extends Pick<SealingServices, 'lock' | 'panic' | 'onLock'> {
  /** As `lock` and `panic`, in this tab only. */
  here(message: LockMessage): void
  /** A sealed map is open from now on, or none any more. */
  watch(isOpen: boolean): void
}
