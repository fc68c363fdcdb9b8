import { createHash } from 'node:crypto'
import {
  addAndPlace,
  addField,
  addStakeholder,
  card,
  expect,
  saved,
  test,
  trayCard,
} from '../support/app.ts'
import { rawCopy } from '../support/losing.ts'
import { allRows, settledRows } from '../support/rows.ts'
import { figure } from '../support/scale.ts'
import { twoBuilds, type TwoBuilds } from '../support/twoBuilds.ts'

/** A newer build and the present one meet on one device: the older lets go, refuses politely and changes nothing. */

// Each page is to run the build that is served just now.
test.use({ serviceWorkers: 'block' })

let builds: TwoBuilds
test.beforeAll(async () => {
  test.setTimeout(120_000)
  builds = await twoBuilds()
})
test.afterAll(() => builds.remove())

const hashOf = (rows: string): string => createHash('sha256').update(rows).digest('hex')

test('an older build hands its maps to a newer one, and later leaves them as they are', async ({
  page,
  context,
  guard,
}) => {
  test.slow()
  guard.alsoServedFrom(builds.url)
  await page.goto(builds.url)
  await page.getByRole('button', { name: 'New map' }).click()
  await page.getByRole('dialog').getByLabel('The issue').fill('Kept by the older')
  await page.getByRole('button', { name: 'Make the map' }).click()
  await expect(addField(page)).toBeEnabled()
  await addAndPlace(page, 'Nurses', 2)
  await saved(page)

  // The newer one is opened while the older has just been written to.
  await builds.serveThe('newer')
  const newer = await context.newPage()
  await addStakeholder(page, 'A moment before')
  await newer.goto(builds.url)
  await expect(page.getByText(/This tab’s storage was closed/).first()).toBeVisible()
  await expect(trayCard(page, 'A moment before')).toBeVisible()
  await newer.getByRole('button', { name: 'Edit here' }).click()
  await expect(addField(newer)).toBeEnabled()
  await expect(card(newer, 'Nurses')).toBeVisible()
  await expect(trayCard(newer, 'A moment before')).toBeVisible()
  await addStakeholder(newer, 'By the newer')
  const hash = hashOf(await settledRows(newer, { openedWithPeople: true }))
  await newer.goto('about:blank')

  await builds.serveThe('older')
  await page.reload()
  await expect(
    page.getByRole('heading', { name: 'A newer Allyscope has been used here' }),
  ).toBeVisible()
  await expect(addField(page)).toHaveCount(0)
  const raw = await rawCopy(page)
  for (const name of ['Nurses', 'A moment before', 'By the newer']) expect(raw).toContain(name)
  expect(hashOf(await allRows(page))).toBe(hash)

  await builds.serveThe('newer')
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(addField(page)).toBeEnabled()
  for (const name of ['A moment before', 'By the newer'])
    await expect(trayCard(page, name)).toBeVisible()
  figure(
    'two builds',
    'the older let go with its last edit kept, refused afterwards and changed no row',
  )
})
