import type { Root } from 'react-dom/client'
import { createStore } from 'zustand/vanilla'
import { mapsRemembered } from '../storage/canary.ts'
import { browserIndexedDb } from '../storage/database.ts'
import { DATABASE_NAME } from '../storage/openRaw.ts'
import { BlockedScreen } from '../views/recovery/BlockedScreen.tsx'
import { ShutScreen } from '../views/recovery/ShutScreen.tsx'
import type { KeepingFailure, MapListState } from '../views/services.ts'
import type { Keeping } from './keeping.ts'
import { memoryKeeping } from './memoryKeeping.ts'
import { recoveryServices } from './reliability/recovery.ts'
import '../views/mapList/startPage.css'
import './app.css'

export const sayBlocked = (shown: Root): void => shown.render(<BlockedScreen />)

/**
 * What the app does when its database does not open. Where the browser keeps nothing and never has, maps live in memory;
 * else people decide, as there may be maps in it. Resolves when they go on without.
 */
export async function withoutDatabase(code: KeepingFailure, shown: Root): Promise<Keeping> {
  const maps = createStore<MapListState>(() => ({ status: 'reading' }))
  const recovery = recoveryServices({ stock: null, maps })
  const neverHadMaps = async () => mapsRemembered() === 0 && (await recovery.copies()).length === 0
  if (code === 'unavailable' && (await neverHadMaps())) return memoryKeeping(code)
  const isNewer = code === 'newer'
  const newerBuild = isNewer && import.meta.env.PROD ? findNewerBuild() : null
  return new Promise((resolve) => {
    shown.render(
      <ShutScreen
        isNewer={isNewer}
        recovery={recovery}
        onReload={() => void reload(newerBuild)}
        onDelete={async () => {
          const isDeleted = await deleteDatabase()
          if (isDeleted) location.reload()
          return isDeleted
        }}
        onWithout={() => resolve(memoryKeeping(code))}
      />,
    )
  })
}

type NewerBuild = ReturnType<typeof findNewerBuild>

/** Without it the page would come back out of the offline copy as old as it is. */
async function findNewerBuild() {
  const { registerServiceWorker } = await import('../serviceWorker/register.ts')
  return registerServiceWorker({
    onUpdateReady: () => undefined,
    onOfflineReady: () => undefined,
    onUpdated: () => undefined,
    prepare: () => Promise.resolve('ready'),
  })
}

async function reload(newerBuild: NewerBuild | null): Promise<void> {
  const outcome = await (await newerBuild)?.applyUpdate()
  if (outcome !== 'reloading') location.reload()
}

/** False when another tab still holds it, or the browser refuses. */
const deleteDatabase = (): Promise<boolean> =>
  new Promise((resolve) => {
    const request = browserIndexedDb()?.deleteDatabase(DATABASE_NAME)
    if (!request) return resolve(false)
    request.onsuccess = () => resolve(true)
    request.onerror = () => resolve(false)
    request.onblocked = () => resolve(false)
  })
