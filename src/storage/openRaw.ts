import { fail, ok, type Result } from '../domain/result.ts'
import { failureOf, openFailureOf, storageFailure } from './failure.ts'
import type { StorageFailure } from './types.ts'

export const DATABASE_NAME = 'allyscope'
/** Version of the tables, as Dexie counts. */
export const DATABASE_VERSION = 2
/** The same as the browser counts. */
export const BROWSER_VERSION = DATABASE_VERSION * 10

/** A connection without Dexie, to a database that is there already: only Dexie makes tables. */
export function openRaw(
  factory: IDBFactory,
  name: string,
): Promise<Result<IDBDatabase, StorageFailure>> {
  return opened(() => factory.open(name, BROWSER_VERSION), failureOf)
}

/** The same, whatever build made the database. `missing` when there is none; none is made. */
export async function openAsItIs(
  factory: IDBFactory,
  name: string,
): Promise<Result<IDBDatabase, StorageFailure>> {
  const connection = await opened(() => factory.open(name), openFailureOf)
  return connection.ok || connection.error.code !== 'closed'
    ? connection
    : fail(storageFailure('missing', 'no database'))
}

function opened(
  open: () => IDBOpenDBRequest,
  failure: (error: unknown) => StorageFailure,
): Promise<Result<IDBDatabase, StorageFailure>> {
  return new Promise((resolve) => {
    try {
      const request = open()
      request.onupgradeneeded = () => {
        // It is not there, or vanished since it was opened.
        request.transaction?.abort()
      }
      request.onsuccess = () => resolve(ok(request.result))
      request.onerror = () => resolve(fail(failure(request.error)))
    } catch (error) {
      resolve(fail(failure(error)))
    }
  })
}

/** What a request answers; rejects with its error. */
export const answerTo = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no answer'))
  })

/** All keys `[id, …]` of one map. */
export const keysOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []])
