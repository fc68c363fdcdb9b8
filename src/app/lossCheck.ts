import { mapsRemembered } from '../storage/canary.ts'
import { COPIES } from '../storage/copyFolder.ts'
import type { Database } from '../storage/database.ts'

/** Whether a device whose list of maps is empty looks as if it had some. */
export async function wereThereMaps({ dexie }: Database): Promise<boolean> {
  if (mapsRemembered() > 0) return true
  const found = await Promise.all([
    isTrue(async () => (await dexie.records.limit(1).count()) > 0),
    isTrue(async () => (await dexie.restorePoints.limit(1).count()) > 0),
    isTrue(async () => {
      const root = await navigator.storage.getDirectory()
      const folder = await root.getDirectoryHandle(COPIES)
      return (await folder.keys().next()).done !== true
    }),
  ])
  return found.includes(true)
}

/** What can't be asked tells nothing. */
const isTrue = (ask: () => Promise<boolean>): Promise<boolean> => ask().catch(() => false)
