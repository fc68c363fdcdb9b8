import type { StoreApi } from 'zustand/vanilla'
import type { MapId } from '../../domain/records.ts'
import { fail, type Result } from '../../domain/result.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/recovery.ts'
import { openCopyFolder } from '../../storage/copyFolder.ts'
import { copyThread, type CopyThread } from '../../storage/copyThread.ts'
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
 *
 * Never while the page is hidden or going: Chromium drops a page's last write when that has to wait for somebody who
 * reads, and crashes on coming back to a page that it kept while a thread was starting. What was not copied then is
 * copied when the page is seen again, or after the next start.
 */
export function tendLater(
  name: string,
  maps: StoreApi<MapListState>,
  thread: CopyThread = copyThread(),
): void {
  let first: number | null = null
  let cancel: (() => void) | null = null
  let running: Promise<void> | null = null
  let isGone = false

  const run = () => {
    cancel = null
    first = null
    running = thread.tend(name).then((newer) => {
      if (newer > 0) announce(t('recovery.newerFound', { count: newer }), 'problem')
      running = null
      if (first !== null) wait()
    })
  }
  const wait = (pause = PAUSE) => {
    first ??= performance.now()
    cancel?.()
    cancel = null
    if (running || isGone || document.hidden) return
    cancel = later(run, Math.min(pause, Math.max(0, first + LONGEST - performance.now())))
  }
  const stop = () => {
    cancel?.()
    cancel = null
    // Cut off, it has not done all that it was started for.
    if (running || first !== null) first = performance.now()
    thread.stop()
  }
  const goOn = () => {
    if (first !== null) wait()
  }
  lookAgain = () => wait()
  maps.subscribe(lookAgain)

  // Before those who write when the page goes.
  const early = { capture: true }
  const onBeforeUnload = () => {
    stop()
    // Somebody may stay after all.
    goOn()
  }
  const onSeen = () => (document.hidden ? stop() : goOn())
  const onGone = () => {
    isGone = true
    stop()
  }
  const onBack = () => {
    isGone = false
    goOn()
  }
  window.addEventListener('beforeunload', onBeforeUnload, early)
  window.addEventListener('pagehide', onGone, early)
  window.addEventListener('pageshow', onBack)
  document.addEventListener('visibilitychange', onSeen, early)
  wait(AT_FIRST)
}

/** Its map was deleted for good, or burnt. */
export async function forgetCopy(id: MapId): Promise<void> {
  const folder = await openCopyFolder(false)
  await folder?.alone(id, () => folder.remove(id))
}

/**
 * Does something before which a map's second copy must be gone, and during which none may be written: a seal is put on,
 * taken off or changed, and the copy would be clear, or open with what the map is no longer opened with. Not done, and
 * `unknown`, when the copy can't be removed.
 */
export async function withoutCopy<T, E>(
  id: MapId,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | 'unknown'>> {
  // Made where there is none: another tab could write the first copy just now.
  const folder = await openCopyFolder(true)
  if (!folder) return work()
  return folder.alone(id, async () => {
    const isGone = await folder.remove(id)
    // Also after a change that came to nothing: then the list does not say that there is something to do.
    return (isGone ? work() : Promise.resolve(fail('unknown' as const))).finally(lookAgain)
  })
}
