import {
  addAndPlace,
  addStakeholder,
  card,
  expect,
  newMap,
  saved,
  test,
  trayCard,
} from '../support/app.ts'
import { NEUTRAL } from '../support/losing.ts'
import { comparedBadRows, writeBadRows } from '../support/rawRows.ts'
import { figure } from '../support/scale.ts'

test.use({ serviceWorkers: 'allow' })

/** Two hundred rows that no build can read lie among the good ones: the rest opens, and nothing of them is lost. */

test('bad rows of every kind are set aside byte for byte, and the rest opens and is edited', async ({
  page,
}) => {
  await newMap(page, 'Damaged')
  await addAndPlace(page, 'Nurses', 2)
  await addStakeholder(page, 'Fire brigade')
  await saved(page)
  const address = page.url()
  const mapId = /#\/map\/([\w-]+)/.exec(address)?.[1] ?? ''
  await page.goto(NEUTRAL)
  const written = await writeBadRows(page, mapId)
  expect(written).toBeGreaterThanOrEqual(200)

  await page.goto(address)
  await expect(page.getByText(`${written} parts of this map can’t be read`)).toBeVisible()
  await expect(card(page, 'Nurses')).toBeVisible()
  await expect(trayCard(page, 'Fire brigade')).toBeVisible()
  await addStakeholder(page, 'Written after the damage')
  await saved(page)
  for (const view of ['Network', 'Power', 'Spectrum'])
    await page.getByRole('tab', { name: view }).click()
  await expect(card(page, 'Nurses')).toBeVisible()
  expect(await page.evaluate(() => 'polluted' in Object.prototype)).toBe(false)

  await page.goto(NEUTRAL)
  const compared = await comparedBadRows(page, mapId)
  expect(compared).toEqual({ inPlace: written, setAside: written })
  await page.goto(address)
  await expect(trayCard(page, 'Written after the damage')).toBeVisible()
  figure('bad rows', `${written}, all in place and set aside byte for byte, the rest open`)
})
