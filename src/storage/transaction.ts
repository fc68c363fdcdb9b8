import { fail, ok, type Result } from '../domain/result.ts'
import { failureOf, storageFailure } from './failure.ts'
import type { StorageFailure } from './types.ts'

/**
 * One raw transaction, placed and committed before this returns, so that it takes effect even if the
 * page goes away right after: without an explicit commit the browser would wait for a page that is no
 * longer there. Resolves when the transaction is complete (on disk, if `strict`) or undone.
 */
export function commitAtOnce(
  connection: IDBDatabase,
  stores: string[],
  durability: IDBTransactionDurability,
  place: (transaction: IDBTransaction) => void,
): Promise<Result<null, StorageFailure>> {
  return new Promise((resolve) => {
    let transaction: IDBTransaction | null = null
    try {
      const begun = connection.transaction(stores, 'readwrite', { durability })
      transaction = begun
      begun.oncomplete = () => resolve(ok(null))
      begun.onabort = () => {
        // No error: the browser cut the connection.
        resolve(fail(begun.error ? failureOf(begun.error) : storageFailure('closed', 'aborted')))
      }
      place(begun)
      begun.commit()
    } catch (error) {
      resolve(fail(failureOf(error)))
      // A value that cannot be stored: nothing of this write may remain.
      transaction?.abort()
    }
  })
}
