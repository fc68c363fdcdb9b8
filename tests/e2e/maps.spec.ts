import type { Locator, Page } from '@playwright/test'
import {
  addAndPlace,
  addField,
  addStakeholder,
  allMaps,
  card,
  cards,
  expect,
  newMap,
  openExample,
  openStart,
  saved,
  test,
  trayCard,
} from './support/app.ts'
import { mapFile, openMapFile, STANCES } from './support/mapFile.ts'

const ISSUE = 'Close the Ridge Road incinerator'

const mapNamed = (page: Page, name: string): Locator =>
  page
    .getByRole('list', { name: 'Maps' })
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })

const renameTo = async (page: Page, from: string, to: string) => {
  await page.getByRole('button', { name: `Rename ${from}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Rename the map' })
  await dialog.getByLabel('The issue').fill(to)
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(dialog).toBeHidden()
}

test('a first start offers a blank map and the example, and says that nothing leaves', async ({
  page,
}) => {
  await openStart(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Who is with us')
  await expect(page.getByRole('button', { name: /Freedom Summer, 1964/ })).toBeEnabled()
  await expect(page.getByText('Nothing is sent anywhere.')).toBeVisible()
})

test('a map is made from its issue and who “we” are, and names can be typed at once', async ({
  page,
}) => {
  await openStart(page)
  await page.getByRole('button', { name: 'New map' }).click()
  await page.getByRole('button', { name: 'Make the map' }).click()
  await expect(page.getByText('Name the issue first.')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await newMap(page, ISSUE, 'Ridge Road neighbours')
  await expect(page.getByRole('heading', { level: 1, name: ISSUE })).toBeVisible()
  await addStakeholder(page, 'Asthma Network')
  await saved(page)
  await allMaps(page)
  await expect(mapNamed(page, ISSUE)).toContainText(/Changed/)
  await mapNamed(page, ISSUE).getByRole('button', { name: ISSUE }).first().click()
  await expect(trayCard(page, 'Asthma Network')).toBeVisible()
})

test('a map is renamed, and duplicated with all its stakeholders', async ({ page }) => {
  await newMap(page, ISSUE)
  await addAndPlace(page, 'Riverside Mosque', 2)
  await allMaps(page)
  await renameTo(page, ISSUE, 'No incinerator')
  await expect(mapNamed(page, 'No incinerator')).toBeVisible()
  await expect(mapNamed(page, ISSUE)).toHaveCount(0)
  await page.getByRole('button', { name: 'Duplicate No incinerator', exact: true }).click()
  const copy = mapNamed(page, 'No incinerator (copy)')
  await copy.getByRole('button', { name: 'No incinerator (copy)' }).first().click()
  await expect(card(page, 'Riverside Mosque')).toBeVisible()
  await addStakeholder(page, 'Only in the copy')
  await allMaps(page)
  await mapNamed(page, 'No incinerator')
    .getByRole('button', { name: 'No incinerator' })
    .first()
    .click()
  await expect(card(page, 'Riverside Mosque')).toBeVisible()
  await expect(trayCard(page, 'Only in the copy')).toHaveCount(0)
})

test('the bin keeps a map until it is restored or deleted for good', async ({ page }) => {
  await newMap(page, ISSUE)
  await addAndPlace(page, 'Fire brigade', 3)
  await allMaps(page)
  await page.getByRole('button', { name: `Move ${ISSUE} to the bin` }).click()
  await expect(mapNamed(page, ISSUE)).toHaveCount(0)
  await page.getByText('Bin · 1 map').click()
  await page.getByRole('button', { name: `Restore ${ISSUE}` }).click()
  await expect(page.getByText(/^Bin ·/)).toHaveCount(0)
  await mapNamed(page, ISSUE).getByRole('button', { name: ISSUE }).first().click()
  await expect(card(page, 'Fire brigade')).toBeVisible()

  await allMaps(page)
  await page.getByRole('button', { name: `Move ${ISSUE} to the bin` }).click()
  await page.getByText('Bin · 1 map').click()
  const forGood = page.getByRole('button', { name: `Delete ${ISSUE} for good` })
  await forGood.click()
  const sure = page.getByRole('dialog', { name: 'Delete this map for good?' })
  await sure.getByRole('button', { name: 'Cancel' }).click()
  await expect(forGood).toBeVisible()
  await forGood.click()
  await sure.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByText(/^Bin ·/)).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'New map' })).toBeVisible()
  await expect(page.getByText(ISSUE)).toHaveCount(0)
})

test('the example opens with everybody placed, confidential rows included', async ({ page }) => {
  await openExample(page)
  await expect(page.getByRole('heading', { name: 'Freedom Summer, 1964' })).toBeVisible()
  await expect(cards(page)).toHaveCount(30)
  await expect(card(page, 'Black families who house volunteers')).toHaveAccessibleName(
    /confidential$/,
  )
  await expect(page.getByText('2 confidential')).toBeVisible()
})

test('the small picture shows only what the public may see', async ({ page }) => {
  const at = (depth: number) => ({ stance: STANCES[0], depth })
  const text = mapFile('Small picture', [
    { name: 'Open', placement: at(0.3) },
    {
      name: 'Hidden',
      placement: at(0.6),
      confidentiality: { level: 'confidential', publicStance: null },
    },
    {
      name: 'Elsewhere',
      placement: at(0.9),
      confidentiality: { level: 'confidential', publicStance: -0.4 },
    },
  ])
  await openMapFile(page, text)
  await allMaps(page)
  const dots = mapNamed(page, 'Small picture').locator('circle')
  await expect(dots).toHaveCount(2)
  const sides = await dots.evaluateAll((found) =>
    found.map((dot) => Number(dot.getAttribute('cx')) < 0),
  )
  expect(sides.filter(Boolean)).toHaveLength(1)

  // The picture follows a change made in the editor as well.
  await mapNamed(page, 'Small picture')
    .getByRole('button', { name: 'Small picture' })
    .first()
    .click()
  await card(page, 'Open').click()
  await page.getByLabel('Confidentiality').selectOption('Confidential: hidden')
  await saved(page)
  await allMaps(page)
  await expect(dots).toHaveCount(1)
})

test('an address of a map that is not there says so and leads back', async ({ page }) => {
  await page.goto('./#/map/nowhere')
  await expect(page.getByRole('alert')).toContainText('This map is no longer on this device.')
  await page.getByRole('button', { name: 'All maps' }).click()
  await expect(page.getByRole('button', { name: 'New map' })).toBeVisible()
  await expect(addField(page)).toHaveCount(0)
})
