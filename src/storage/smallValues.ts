import { own } from '../domain/check.ts'
import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Database } from './database.ts'
import { failureOf } from './failure.ts'
import { claimKind } from './mapWrite.ts'
import { commitAtOnce } from './transaction.ts'
import type { StorageFailure } from './types.ts'

type Outcome<T> = Promise<Result<T, StorageFailure>>

/**
 * View states (camera, audience, filters of a map; a box for a sealed one) and settings of the app: opaque to storage.
 * Losing the latest in a power cut is bearable: durability is relaxed. A save is placed and committed
 * at once, so that one made while the page is being left counts as well. Callers debounce.
 */
export interface SmallValues {
  /** Refused when the map is deleted, or not `sealed` or clear as its tab thinks: filters hold typed text. */
  saveViewState(mapId: MapId, state: unknown, sealed?: boolean): Outcome<null>
  /** undefined when there is none. */
  loadViewState(mapId: MapId): Outcome<unknown>
  setSetting(key: string, value: unknown): Outcome<null>
  /** undefined when it was never set. */
  getSetting(key: string): Outcome<unknown>
}

export function createSmallValues(db: Database): SmallValues {
  const placed = (
    stores: string[],
    place: (transaction: IDBTransaction) => void,
  ): Outcome<null> => {
    const connection = db.connection()
    if (connection) return commitAtOnce(connection, stores, 'relaxed', place)
    return db
      .connect()
      .then((opened) => (opened.ok ? commitAtOnce(opened.value, stores, 'relaxed', place) : opened))
  }
  const get = async (store: 'viewStates' | 'settings', key: string, field: string) => {
    try {
      return ok(own(await db.dexie[store].get(key), field))
    } catch (error) {
      return fail(failureOf(error))
    }
  }
  return {
    saveViewState: (mapId, state, sealed = false) =>
      placed(['claims', 'viewStates'], (transaction) => {
        claimKind(transaction.objectStore('claims'), mapId, sealed)
        transaction.objectStore('viewStates').put({ mapId, state })
      }),
    loadViewState: (mapId) => get('viewStates', mapId, 'state'),
    setSetting: (key, value) =>
      placed(['settings'], (transaction) => {
        transaction.objectStore('settings').put({ key, value })
      }),
    getSetting: (key) => get('settings', key, 'value'),
  }
}
