import {
  addAndPlace,
  allMaps,
  card,
  expect,
  newMap,
  openStart,
  saved,
  test,
} from './support/app.ts'
import {
  expectCopies,
  loseDatabase,
  loseMapRows,
  NEUTRAL,
  rawCopy,
  secondCopies,
} from './support/losing.ts'
import { newSealedMap, tryPassphrase } from './support/sealing.ts'

test('a browser that has lost its database gets every map back out of the copies', async ({
  page,
}) => {
  await newMap(page, 'Clean water')
  await addAndPlace(page, 'Nurses', 2)
  await saved(page)
  await allMaps(page)
  const passphrase = await newSealedMap(page, 'Secret plan')
  await addAndPlace(page, 'Quiet friend', 1)
  await saved(page)
  await expectCopies(page, ['clear', 'sealed'])
  // What is typed next is copied as well, while the older copy serves until then.
  const before = await secondCopies(page)
  await addAndPlace(page, 'Late friend', 3)
  await saved(page)
  await expect.poll(() => secondCopies(page)).not.toEqual(before)

  await loseDatabase(page)
  await expect(page.getByText(/^Not saved: This tab’s storage was closed/)).toBeVisible()
  await page.goto('./')
  await expect(
    page.getByRole('heading', { name: 'The maps that were kept here are gone' }),
  ).toBeVisible()
  await expect(page.getByText(/There were 2\./)).toBeVisible()
  await expect(page.getByText('Secret plan')).toHaveCount(0)
  const raw = await rawCopy(page)
  expect(raw).toContain('Nurses')
  expect(raw).not.toContain('Quiet friend')

  await page.getByRole('button', { name: 'Put all back' }).click()
  await expect(page.getByText('2 maps are back, each with all that its copy had.')).toBeVisible()
  await page.getByRole('button', { name: 'Go to my maps' }).click()
  await page.getByRole('button', { name: /^Clean water/ }).click()
  await expect(card(page, 'Nurses')).toBeVisible()
  await allMaps(page)
  await page.getByRole('button', { name: /^Sealed map/ }).click()
  await tryPassphrase(page, passphrase)
  await expect(card(page, 'Quiet friend')).toBeVisible()
  await expect(card(page, 'Late friend')).toBeVisible()

  // The same file leads back as well, in a browser that has nothing else.
  await page.goto(NEUTRAL)
  await page.evaluate(async () => {
    localStorage.clear()
    const root = await navigator.storage.getDirectory()
    await root.removeEntry('copies', { recursive: true })
  })
  await loseDatabase(page)
  await openStart(page)
  await expect(page.getByRole('heading', { name: /Who is with us/ })).toBeVisible()
  await page
    .getByLabel('Import a map')
    .setInputFiles({ name: 'raw.json', mimeType: 'application/json', buffer: Buffer.from(raw) })
  await page.getByRole('button', { name: 'Put its maps back' }).click()
  await expect(page.getByText('2 maps are back.')).toBeVisible()
})

test('what is sealed has no clear copy, what is deleted for good none, and then nothing is missed', async ({
  page,
}) => {
  await newMap(page, 'Clean water')
  await addAndPlace(page, 'Nurses', 2)
  await saved(page)
  await expectCopies(page, ['clear'])
  await page.getByRole('button', { name: 'Map settings' }).click()
  await page.getByRole('button', { name: 'Seal this map…' }).click()
  const words = (await page.locator('output.suggested-words').textContent()) ?? ''
  await page.getByLabel('Type it once more').fill(words)
  await page.getByRole('button', { name: 'Seal the map' }).click()
  await expectCopies(page, ['sealed'])
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await allMaps(page)
  await page.getByRole('button', { name: /^Move the sealed map/ }).click()
  await page.getByText(/^Bin/).click()
  await page.getByRole('button', { name: /for good$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click()
  await expectCopies(page, [])
  await page.reload()
  await expect(page.getByRole('heading', { name: /Who is with us/ })).toBeVisible()
})

test('a map whose own row can’t be read comes back from its copy, and the row is kept', async ({
  page,
}) => {
  await newMap(page, 'Clean water')
  await addAndPlace(page, 'Nurses', 2)
  await saved(page)
  await expectCopies(page, ['clear'])
  const address = page.url()
  await page.goto(NEUTRAL)
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const request = indexedDB.open('allyscope')
        request.addEventListener('success', () => {
          const writing = request.result.transaction('maps', 'readwrite')
          const maps = writing.objectStore('maps')
          const all = maps.getAll()
          all.addEventListener('success', () => maps.put({ id: all.result[0].id, rev: 'seven' }))
          writing.addEventListener('complete', () => {
            request.result.close()
            done()
          })
        })
      }),
  )
  await page.goto(address)
  await expect(
    page.getByText('This map can’t be read. It stays in the storage as it is.'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'All maps' }).click()
  await expect(
    page.getByText(/^1 map that was kept here is missing or can’t be read/),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Look at the copies' }).click()
  await page.getByRole('button', { name: 'Put back Clean water' }).click()
  await expect(page.getByText('Back, with all that its copy had.')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('button', { name: /^Clean water/ }).click()
  await expect(card(page, 'Nurses')).toBeVisible()
})

test('maps whose own row and copy are gone are put together again from what is left', async ({
  page,
}) => {
  const names = ['Nurses', 'Quiet friend', 'Mothers at the market']
  await newMap(page, 'Clean water')
  for (const name of names) await addAndPlace(page, name, 2)
  await saved(page)
  await allMaps(page)
  await newSealedMap(page, 'Secret plan')
  await addAndPlace(page, 'Quiet friend', 1)
  await saved(page)
  await expectCopies(page, ['clear', 'sealed'])
  await loseMapRows(page)
  await page.goto('./')
  await expect(page.getByRole('heading', { name: /^The maps that were kept/ })).toBeVisible()
  await expect(page.getByText(/There were 2\./)).toBeVisible()
  await expect(page.getByText(/^What was in 1 map is still in the storage/)).toBeVisible()
  const left = page.getByRole('list', { name: 'What is left of maps' })
  await expect(left.getByText('3 stakeholders in the public view')).toBeVisible()
  await expect(left.getByText(/^It can’t be opened: what its passphrase opens/)).toBeVisible()
  await left.getByRole('button', { name: /^Put back / }).click()
  await expect(page.getByText('Back, with all that was left of it.')).toBeVisible()
  await page.getByRole('button', { name: 'Go to my maps' }).click()
  // The other one can't be brought back: it is said until somebody wants that no more.
  await expect(page.getByText(/^Of 1 map only parts are left/)).toBeVisible()
  await page.getByRole('button', { name: /^Map whose name was lost/ }).click()
  for (const name of names) await expect(card(page, name)).toBeVisible()
  await saved(page)
  await page.reload()
  for (const name of names) await expect(card(page, name)).toBeVisible()
  await allMaps(page)
  await page.getByRole('button', { name: 'Look at what is left' }).click()
  await page.getByRole('button', { name: 'Delete what is left' }).click()
  const sure = page.getByRole('dialog', { name: 'Delete what is left?' })
  await sure.getByRole('button', { name: 'Delete what is left' }).click()
  await expect(page.getByText(/^Of 1 map only parts are left/)).toHaveCount(0)
})

test('an older tab that holds the database is named; a newer database is left alone', async ({
  page,
  context,
}) => {
  const holder = await context.newPage()
  await holder.goto(NEUTRAL)
  const open = (version: number) =>
    holder.evaluate(
      (wanted) =>
        new Promise<void>((done) => {
          const request = indexedDB.open('allyscope', wanted)
          request.addEventListener('upgradeneeded', () => {
            request.result.createObjectStore(`new-${wanted}`, { autoIncrement: true }).put('kept')
          })
          request.addEventListener('success', () => done())
        }),
      version,
    )
  await open(5)
  await page.goto('./')
  await expect(
    page.getByRole('heading', { name: 'Another tab with an older Allyscope is open' }),
  ).toBeVisible()
  await holder.reload()
  await expect(page.getByRole('button', { name: 'New map' })).toBeVisible()

  await open(990)
  await expect(page.getByText(/This tab’s storage was closed/)).toBeVisible()
  await holder.reload()
  await page.reload()
  await expect(
    page.getByRole('heading', { name: 'A newer Allyscope has been used here' }),
  ).toBeVisible()
  expect(await rawCopy(page)).toContain('kept')
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(
    page.getByRole('heading', { name: 'A newer Allyscope has been used here' }),
  ).toBeVisible()
  const databases = await holder.evaluate(() => indexedDB.databases())
  expect(databases).toEqual([{ name: 'allyscope', version: 990 }])
})
