import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect } from './app.ts'

/** A page of the app's own address that touches no storage. */
export const NEUTRAL = 'wall.html'

/** The database is gone, as after damage or eviction; private files and small values stay. */
export const loseDatabase = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done, failed) => {
        const request = indexedDB.deleteDatabase('allyscope')
        request.addEventListener('success', () => done())
        request.addEventListener('error', () => failed(request.error))
      }),
  )

/** The rows of the maps themselves are gone, and all second copies; their records and restore points stay. */
export async function loseMapRows(page: Page): Promise<void> {
  await page.goto(NEUTRAL)
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    await root.removeEntry('copies', { recursive: true })
    await new Promise<void>((done, failed) => {
      const request = indexedDB.open('allyscope')
      request.addEventListener('error', () => failed(request.error))
      request.addEventListener('success', () => {
        const writing = request.result.transaction('maps', 'readwrite')
        writing.objectStore('maps').clear()
        writing.addEventListener('complete', () => {
          request.result.close()
          done()
        })
      })
    })
  })
}

/** Second copies of maps as they lie in the browser's private files: name, and the first line. */
export const secondCopies = (page: Page): Promise<readonly { name: string; head: string }[]> =>
  page.evaluate(async () => {
    const copies: { name: string; head: string }[] = []
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('copies').catch(() => null)
    if (!folder) return copies
    for await (const [name, handle] of folder.entries()) {
      // It may be replaced or deleted at this very moment.
      const head = await Object(handle)
        .getFile()
        .then((file: File) => file.slice(0, 100).text())
        .catch(() => null)
      if (typeof head === 'string') copies.push({ name, head: head.split('\n')[0] ?? '' })
    }
    return copies
  })

/** Waits until so many maps have a second copy, and these are of the kinds given. */
export const expectCopies = (page: Page, kinds: readonly ('clear' | 'sealed')[]): Promise<void> =>
  expect
    .poll(async () =>
      (await secondCopies(page)).map(({ head }) => head.split(' ')[3] ?? '').toSorted(),
    )
    .toEqual(kinds.toSorted())

/** Saves a raw copy with the button in sight; its text. */
export async function rawCopy(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a raw copy' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^allyscope-raw-copy-\d{4}(-\d\d){4}\.json$/)
  return readFile(await file.path(), 'utf8')
}
