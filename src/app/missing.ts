import { mapsRemembered, rememberMaps } from '../storage/canary.ts'
import type { Repository } from '../storage/repository.ts'
import type { MapList } from '../storage/types.ts'

/** Which maps are missing: the list is shorter than the number that is remembered beside it (storage/canary.ts). */

const countOf = ({ maps, unreadable }: MapList): number => maps.length + unreadable.length

/** As long as another tab makes or deletes a map, the number may be the one before or the one after: the lower holds. */
export async function missingMaps(repository: Pick<Repository, 'listMaps'>): Promise<number> {
  const before = mapsRemembered()
  const list = await repository.listMaps()
  return list.ok ? Math.max(0, Math.min(before, mapsRemembered()) - countOf(list.value)) : 0
}

/** Somebody knows that so many of the missing ones are gone, or wants them to go: nobody is asked about them again. */
export function missFewer(count: number): void {
  rememberMaps(Math.max(0, mapsRemembered() - count))
}

/** Counts the maps once something has been done on purpose; those that were missing before stay missing. */
async function recount<T>(
  repository: Pick<Repository, 'listMaps'>,
  work: () => Promise<T>,
): Promise<T> {
  const missing = await missingMaps(repository)
  const done = await work()
  const list = await repository.listMaps()
  if (list.ok) rememberMaps(countOf(list.value) + missing)
  return done
}

/**
 * Deletes one map on purpose. It is not counted any more before it goes: a page that is killed right after that must not
 * take it for lost. When it could not be deleted it counts again.
 */
export const deletedOnPurpose = <T>(
  repository: Pick<Repository, 'listMaps'>,
  work: () => Promise<T>,
): Promise<T> =>
  recount(repository, () => {
    missFewer(1)
    return work()
  })

/** Makes a new map: it does not stand in for one that is missing. */
export const newlyMade = recount
