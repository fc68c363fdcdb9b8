import type { StoreApi } from 'zustand/vanilla'
import type { MapId } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/recovery.ts'
import { openCopyFolder } from '../../storage/copyFolder.ts'
import { copyThread } from '../../storage/copyThread.ts'
import { announce } from '../../ui/announcer.tsx'
import type { MapListState } from '../../views/services.ts'
import { later } from '../environment.ts'

/** How long after the last change copies are written, and how long at most while people go on typing, in ms. */
export const PAUSE = 2_000
/** How long after the start: a copy that is newer than its map is set aside before the map is written again. */
export const AT_FIRST = 300
export const LONGEST = 10_000

/** Has the copies looked after again, as after a change of the list. */
let lookAgain = (): void => undefined

/**
 * Keeps a second copy of each map beside the database. Every write changes the list of maps, in whatever tab it was made;
 * all copies that are behind are written then, also of maps that were made, renamed or binned in the list.
 */
export function tendLater(name: string, maps: StoreApi<MapListState>, tend = copyThread()): void {
  let first: number | null = null
  let cancel: (() => void) | null = null
  let running: Promise<void> | null = null

  const run = () => {
    cancel?.()
    cancel = null
    if (first === null || running) return
    first = null
    running = tend(name).then((newer) => {
      if (newer > 0) announce(t('recovery.newerFound', { count: newer }), 'problem')
      running = null
      if (first !== null) wait()
    })
  }
  const wait = (pause = PAUSE) => {
    first ??= performance.now()
    cancel?.()
    cancel = later(run, Math.min(pause, Math.max(0, first + LONGEST - performance.now())))
  }
  lookAgain = () => wait()
  maps.subscribe(lookAgain)
  // The page may be about to go: now or, after the next start, then. Not when it is gone already: Chromium crashes on
  // coming back to a page that it kept while a thread was starting.
  let isGone = false
  window.addEventListener('pagehide', () => {
    isGone = true
  })
  window.addEventListener('pageshow', () => {
    isGone = false
  })
  document.addEventListener('visibilitychange', () => document.hidden && !isGone && run())
  wait(AT_FIRST)
}

/** Its map was deleted for good, or burnt. */
export async function forgetCopy(id: MapId): Promise<void> {
  const folder = await openCopyFolder(false)
  await folder?.alone(id, () => folder.remove(id))
}

/**
 * Does something before which a map's second copy must be gone, and during which none may be written: a seal is put on,
 * taken off or changed, and the copy would be clear, or open with what the map is no longer opened with.
 */
export async function withoutCopy<T>(id: MapId, work: () => Promise<T>): Promise<T> {
  const folder = await openCopyFolder(false)
  if (!folder) return work()
  return folder.alone(id, async () => {
    await folder.remove(id)
    // Also after a change that came to nothing: then the list does not say that there is something to do.
    return work().finally(lookAgain)
  })
}
