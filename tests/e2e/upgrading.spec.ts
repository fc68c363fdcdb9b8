import type { Page } from '@playwright/test'
import { own } from '../../src/domain/check.ts'
import { badRows, oddRecords } from '../support/badRows.ts'
import { fixtureOf, writeFixture } from '../support/databaseFixture.ts'
import { addAndPlace, allMaps, card, details, expect, saved, test } from './support/app.ts'
import { openPanel } from './support/insights.ts'
import { openView } from './support/network.ts'
import { unlock } from './support/sealing.ts'

test.use({ serviceWorkers: 'allow' })

/** What a page finds in a table of the app's database. */
const inTable = <T>(page: Page, table: string, asked: 'getAll' | 'count'): Promise<T> =>
  page.evaluate(
    ([store, ask]) =>
      new Promise<T>((done, failed) => {
        const opening = indexedDB.open('allyscope')
        opening.addEventListener('success', () => {
          const asking: IDBRequest = opening.result.transaction(store).objectStore(store)[ask]()
          asking.addEventListener('success', () => {
            opening.result.close()
            done(asking.result)
          })
          asking.addEventListener('error', () => failed(asking.error))
        })
      }),
    [table, asked] as const,
  )
const rowsOf = (page: Page, table: string) =>
  inTable<Record<string, unknown>[]>(page, table, 'getAll')
const countOf = (page: Page, table: string) => inTable<number>(page, table, 'count')

/** A page of this origin on which the app does not run. */
const quietPage = (page: Page) => page.goto('./licences-words.txt')

/** Puts rows into a map that are made inside the page, as they hold what no message could carry. */
const putRows = (page: Page, making: string): Promise<number> =>
  page.evaluate(`new Promise((done, failed) => {
    const opening = indexedDB.open('allyscope')
    opening.onsuccess = () => {
      const rows = ${making}
      const writing = opening.result.transaction('records', 'readwrite')
      for (const row of rows) writing.objectStore('records').put(row)
      writing.oncomplete = () => (opening.result.close(), done(rows.length))
      writing.onabort = () => failed(writing.error)
    }
  })`)

test('a database of the first build opens with everything in it, is upgraded, and takes bad rows for what they are', async ({
  page,
  guard,
}) => {
  // The quiet page has no icon.
  guard.expectFault(/404/)
  const fixture = await fixtureOf('v1/workshop.json')
  const clear = fixture.rows['maps']?.find(
    (row) => own(row, 'formatVersion') === 1 && own(row, 'deletedAt') === null,
  )
  const mapId = String(own(clear, 'id'))
  const people = (fixture.rows['records'] ?? []).filter(
    (row) => own(row, 'mapId') === mapId && own(own(row, 'record'), 'type') === 'stakeholder',
  )
  await quietPage(page)
  await page.evaluate(writeFixture, {
    version: fixture.version,
    schema: fixture.schema,
    rows: fixture.rows,
  })

  await test.step('the map that was open is there, and what was being typed', async () => {
    await page.goto('./')
    await expect(card(page, 'Nurses’ union')).toBeVisible()
    await expect(page.getByText('Half a sent').or(details(page).getByLabel('Notes'))).toBeVisible()
    await expect
      .poll(
        async () =>
          (await rowsOf(page, 'maps')).find((row) => row['id'] === mapId)?.['formatVersion'],
      )
      .toBe(3)
    const points = await rowsOf(page, 'restorePoints')
    expect(points.map(({ reason, stakeholders }) => [reason, stakeholders])).toContainEqual([
      'before upgrade',
      people.length,
    ])
    const records = await rowsOf(page, 'records')
    expect(records).toHaveLength(fixture.rows['records']?.length ?? 0)
    await saved(page)
  })

  await test.step('the sealed map opens with its passphrase, and is upgraded under its seal', async () => {
    await allMaps(page)
    await expect(page.getByText('Put away')).toBeHidden()
    await unlock(page, fixture.passphrase)
    await expect(card(page, 'Mayor')).toBeVisible()
    await expect
      .poll(async () =>
        (await rowsOf(page, 'restorePoints')).some((row) => row['box'] !== undefined),
      )
      .toBe(true)
    await addAndPlace(page, 'Added since', 1)
    await saved(page)
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await unlock(page, fixture.passphrase)
    await expect(card(page, 'Added since')).toBeVisible()
    await expect(card(page, 'Parents of Río Hondo')).toBeVisible()
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
  })

  await test.step('bad rows are set aside and told of, the rest opens, and odd records break no view', async () => {
    await quietPage(page)
    const odd = oddRecords().map((record) => ({ mapId, id: own(record, 'id'), rev: 1, record }))
    await putRows(page, JSON.stringify(odd))
    const bad = await putRows(
      page,
      `(${String(badRows)})(${JSON.stringify(mapId)}).map(({ row }) => row)`,
    )
    expect(bad).toBeGreaterThanOrEqual(200)
    await page.goto(`./#/map/${mapId}`)
    await expect(page.getByText(`${bad} parts of this map can’t be read.`)).toBeVisible()
    await expect(card(page, 'Nurses’ union')).toBeVisible()
    await expect.poll(() => countOf(page, 'quarantine')).toBe(bad)
    await openView(page, 'Network')
    await expect(page.getByText('Arranging…')).toHaveCount(0)
    await openView(page, 'Power')
    await openPanel(page, 'Findings')
    await openPanel(page, 'Gaps')
    await openView(page, 'Spectrum')
    await card(page, 'Odd odd-1').click()
    await openPanel(page, 'Details')
    await expect(details(page).getByLabel('Name')).toHaveValue('Odd odd-1')
    await addAndPlace(page, 'Added all the same', 1)
    await saved(page)
  })

  await test.step('the damaged parts can be saved, and forgotten', async () => {
    const open = async () => {
      await page.getByRole('button', { name: /^Restore points and backups/ }).click()
      await page.getByRole('tab', { name: 'This device' }).click()
    }
    await open()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the damaged parts' }).click()
    expect((await download).suggestedFilename()).toMatch(/^allyscope-damaged-parts-[\d-]+\.json$/)
    await page.getByRole('button', { name: 'Forget the damaged parts' }).click()
    await page.getByRole('button', { name: 'Forget them' }).click()
    await expect(page.getByRole('region', { name: 'Damaged parts' })).toHaveCount(0)
    await page.reload()
    await expect(card(page, 'Added all the same')).toBeVisible()
    await expect(page.getByText(/can’t be read/)).toHaveCount(0)
    expect(await countOf(page, 'quarantine')).toBe(0)
  })
})
