import { afterEach, beforeEach, expect, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { recoveryServices } from '../../../src/app/reliability/recovery.ts'
import { storedKeeping } from '../../../src/app/storedKeeping.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import { mapsRemembered } from '../../../src/storage/canary.ts'
import { tendCopies } from '../../../src/storage/copyTending.ts'
import type { MapListState } from '../../../src/views/services.ts'
import { privateFiles } from '../../support/privateFiles.ts'
import { fresh, openNamed, unwrap, type WholeDatabase } from '../storage/support.ts'

/** A browser for one test at a time: private files, small values and databases, in which things get lost. */
export function lossStage() {
  let disk = privateFiles()
  beforeEach(() => {
    disk = privateFiles()
    const values = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => values.set(key, value),
    })
    vi.stubGlobal('navigator', {
      locks: disk.ports.locks(),
      storage: { getDirectory: async () => disk.root },
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  /** The app on a database, started anew. */
  const start = async (db: WholeDatabase) => {
    const keeping = storedKeeping(db)
    const maps = createStore<MapListState>(() => ({ status: 'reading' }))
    keeping.observe((list) => maps.setState(list, true))
    await vi.waitFor(() => expect(maps.getState().status).toBe('ready'))
    if (!keeping.stock) throw new Error('no stock')
    const recovery = recoveryServices({ stock: keeping.stock, maps })
    const tend = async () => tendCopies(unwrap(await db.connect()), await disk.folder())
    return { keeping, maps, recovery, tend, repository: keeping.stock.repository, db }
  }
  const startNew = async () => start(await openNamed(fresh('db')))
  return {
    /** Second copies, as they lie in the private files. */
    files: () => disk.files,
    start,
    startNew,
    /** With these maps and their copies. */
    async withMaps(...docs: MapDoc[]) {
      const app = await startNew()
      for (const doc of docs) unwrap(await app.keeping.create(doc))
      await vi.waitFor(() => expect(mapsRemembered()).toBe(docs.length))
      await app.tend()
      return app
    },
  }
}
