import { own } from '../domain/check.ts'
import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Database } from './database.ts'
import { failureOf } from './failure.ts'
import { commitAtOnce } from './transaction.ts'
import type { StorageFailure } from './types.ts'

type Outcome<T> = Promise<Result<T, StorageFailure>>

/**
 * View states (camera, audience, filters of a map) and settings of the app: JSON, opaque to storage.
 * Losing the latest in a power cut is bearable: durability is relaxed. A save is placed and committed
 * at once, so that one made while the page is being left counts as well. Callers debounce.
 */
export interface SmallValues {
  saveViewState(mapId: MapId, state: unknown): Outcome<null>
  /** undefined when there is none. */
  loadViewState(mapId: MapId): Outcome<unknown>
  setSetting(key: string, value: unknown): Outcome<null>
  /** undefined when it was never set. */
  getSetting(key: string): Outcome<unknown>
}

export function createSmallValues(db: Database): SmallValues {
  const put = (store: 'viewStates' | 'settings', row: unknown): Outcome<null> => {
    const place = (transaction: IDBTransaction) => {
      transaction.objectStore(store).put(row)
    }
    const connection = db.connection()
    if (connection) return commitAtOnce(connection, [store], 'relaxed', place)
    return db
      .connect()
      .then((opened) =>
        opened.ok ? commitAtOnce(opened.value, [store], 'relaxed', place) : opened,
      )
  }
  const get = async (store: 'viewStates' | 'settings', key: string, field: string) => {
    try {
      return ok(own(await db.dexie[store].get(key), field))
    } catch (error) {
      return fail(failureOf(error))
    }
  }
  return {
    saveViewState: (mapId, state) => put('viewStates', { mapId, state }),
    loadViewState: (mapId) => get('viewStates', mapId, 'state'),
    setSetting: (key, value) => put('settings', { key, value }),
    getSetting: (key) => get('settings', key, 'value'),
  }
}
