import type { Page } from '@playwright/test'

/**
 * Every row of the app's database, as text: equal before and after means that nothing was changed.
 * How a map is looked at stays out: it is written a moment after the looking, whatever else happens.
 */
export const allRows = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, failed) => {
        request.addEventListener('success', () => done(request.result))
        request.addEventListener('error', () => failed(request.error))
      })
    const database = await settled(indexedDB.open('allyscope'))
    const stores = [...database.objectStoreNames].filter((store) => store !== 'viewStates')
    const rows = await Promise.all(
      stores.map((store) => settled(database.transaction(store).objectStore(store).getAll())),
    )
    database.close()
    return JSON.stringify(stores.map((store, index) => [store, rows[index]]))
  })
