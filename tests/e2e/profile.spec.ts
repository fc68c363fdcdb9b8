import { randomBytes } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { detectorOf, type Markers, newMarkers } from '../support/markers.ts'
import { addStakeholder, details, look, newMap, openStart, saved, trayCard } from './support/app.ts'
import { expectCopies } from './support/losing.ts'
import { mapFile, openMapFile } from './support/mapFile.ts'
import { newProfile, type Profile } from './support/profile.ts'
import { expectNeutralStart, newSealedMap, panic, unlock } from './support/sealing.ts'

// One browser after the other with a profile on the disk: no page of the runner's own is used.
let profile: Profile
test.beforeEach(async ({ launchOptions, baseURL }) => {
  if (baseURL === undefined) throw new Error('playwright.config.ts sets no baseURL')
  profile = await newProfile(launchOptions, baseURL)
})
test.afterEach(() => profile.remove())

/** Types what people type into an open map: names, details, a search; all of it random. */
async function typeMarkers(page: Page, { next }: Markers): Promise<void> {
  for (let i = 0; i < 12; i += 1) await addStakeholder(page, next('name'))
  const name = next('chosen').normalize('NFC')
  await addStakeholder(page, name)
  await trayCard(page, name).click()
  await details(page).getByLabel('Notes').fill(next('note'))
  await details(page).getByLabel('Contact').fill(next('contact'))
  await page.getByRole('searchbox', { name: 'Find a name or word' }).fill(next('search'))
  await saved(page)
}

/** So much that the browser moves what was written before from its log into packed tables. */
const bulk = (): string =>
  mapFile(
    'Bulk',
    Array.from({ length: 1500 }, (_, i) => ({
      name: `Group ${i}`,
      notes: randomBytes(1500).toString('base64'),
    })),
  )

test('the search finds what a map without a seal leaves in the profile', async () => {
  const markers = newMarkers()
  await profile.use(async (page) => {
    await newMap(page, markers.next('issue'))
    await typeMarkers(page, markers)
    await expectCopies(page, ['clear'])
  })
  await profile.use((page) => openMapFile(page, bulk()))
  const found = (await profile.search(markers)).join('\n')
  for (const core of markers.cores) expect(found).toContain(core)
  expect(found).toContain('IndexedDB')
  expect(found).toContain('(unpacked)')
  // The second copy, in the browser's private files.
  expect(found).toMatch(/File System.*\(inflated\)/u)
})

test('a sealed map that was typed, locked, opened and hidden in a hurry leaves no word in the profile', async () => {
  const markers = newMarkers()
  let passphrase = ''
  await profile.use(async (page) => {
    passphrase = await newSealedMap(page, markers.next('issue'))
    await typeMarkers(page, markers)
    await expectCopies(page, ['sealed'])
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await expectNeutralStart(page)
  })
  await profile.use(async (page) => {
    await openStart(page)
    await unlock(page, passphrase)
    await addStakeholder(page, markers.next('later'))
    await look(page, 'Public preview')
    await panic(page)
  })
  expect(await profile.size()).toBeGreaterThan(100_000)
  expect(await profile.search(markers)).toEqual([])
  expect(await profile.search({ foundIn: detectorOf([passphrase]) })).toEqual([])
  // The map is there: the next start opens it again.
  await profile.use(async (page) => {
    await openStart(page)
    await unlock(page, passphrase)
    await expect(page.getByRole('listitem').filter({ hasText: 'later' })).toBeVisible()
  })
})
