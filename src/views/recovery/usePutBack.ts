import { useState } from 'react'
import type { MapId } from '../../domain/records.ts'
import type { SecondCopy, RecoveryServices } from '../reliability.ts'
import type { KeepingFailure } from '../services.ts'

/** What has become of a copy. */
export type CopyState = 'waiting' | 'busy' | 'back' | KeepingFailure

export interface PuttingBack {
  readonly isBusy: boolean
  of(id: MapId): CopyState
  /** One after the other; what can't be put back doesn't hold up the rest. */
  putBack(copies: readonly SecondCopy[]): Promise<void>
}

export function usePutBack(recovery: RecoveryServices): PuttingBack {
  const [states, setStates] = useState<ReadonlyMap<MapId, CopyState>>(new Map())
  const set = (id: MapId, state: CopyState) => setStates((all) => new Map(all).set(id, state))
  return {
    isBusy: [...states.values()].includes('busy'),
    of: (id) => states.get(id) ?? 'waiting',
    async putBack(copies) {
      for (const { id } of copies) set(id, 'busy')
      for (const { id } of copies) {
        const restored = await recovery.restore(id)
        set(id, restored.ok ? 'back' : restored.error)
      }
    },
  }
}

export const isFailure = (state: CopyState): state is KeepingFailure =>
  state !== 'waiting' && state !== 'busy' && state !== 'back'

/** Whether there is something that can be put back. */
export const isWhole = ({ changedAt, remains }: SecondCopy): boolean =>
  remains ? !remains.isShut : changedAt !== null
