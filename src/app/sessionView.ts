import type { StoreApi } from 'zustand/vanilla'
import type { MapId } from '../domain/records.ts'
import type { SmallValues } from '../storage/smallValues.ts'
import type { Unlocked } from '../storage/unlocked.ts'
import type { ViewSettings } from '../store/viewSettings.ts'
import { later } from './environment.ts'

/** What is being typed must be on the disk within 300 ms, also while somebody types on and on. */
const VIEW_PAUSE_MS = 200

/**
 * Keeps how an open map is looked at, a moment after the first change that is not kept; sealed while there is a key. Only
 * the writer's: half-typed texts are part of it, and another tab knows only older ones.
 */
export function keepView(
  id: MapId,
  settings: StoreApi<ViewSettings>,
  smallValues: SmallValues,
  key: () => Unlocked | null,
  isWriter: () => boolean,
) {
  let isStopped = false
  let cancel: (() => void) | null = null
  const now = () => {
    if (isStopped) return
    cancel?.()
    cancel = null
    const state = settings.getState()
    const unlocked = key()
    void smallValues.saveViewState(id, unlocked ? unlocked.sealView(state) : state, !!unlocked)
  }
  settings.subscribe(() => {
    if (isWriter()) cancel ??= later(now, VIEW_PAUSE_MS)
  })
  return {
    now,
    /** Keeps at once what waits for its moment, if anything does. */
    hurry: () => cancel && now(),
    /** Nothing is kept any more. */
    stop() {
      isStopped = true
      cancel?.()
    },
  }
}
