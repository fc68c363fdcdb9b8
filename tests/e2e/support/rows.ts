import type { Page } from '@playwright/test'
import { expect, saved } from './app.ts'

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

/** Two readings in a row that are the same, so far apart, say that nothing is on its way. */
const APART_MS = 300

/**
 * Every row, once what is written a moment after "saved" is written as well: that the browser was asked to keep the
 * storage and, where a map was opened with people on it, its restore point of how it was opened.
 */
export async function settledRows(
  page: Page,
  { openedWithPeople }: { readonly openedWithPeople: boolean },
): Promise<string> {
  await saved(page)
  let last = ''
  const look = async () => {
    const now = await allRows(page)
    const isSettled = now === last && (!openedWithPeople || now.includes('"reason":"opened"'))
    last = now
    return isSettled
  }
  await expect.poll(look, { intervals: [APART_MS] }).toBe(true)
  return last
}
