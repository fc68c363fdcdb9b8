import type { Locator, Page } from '@playwright/test'
import {
  addAndPlace,
  addStakeholder,
  canvas,
  card,
  cards,
  details,
  expect,
  newMap,
  openExample,
  saved,
  test,
  trayCard,
  undoButton,
} from './support/app.ts'
import { cardBoxes } from './support/pie.ts'

/** Adds words to one of the fields of chips. */
async function addWords(page: Page, label: string, ...words: string[]): Promise<void> {
  for (const word of words) {
    await details(page).getByLabel(label, { exact: true }).fill(word)
    await details(page).getByLabel(label, { exact: true }).press('Enter')
    await expect(
      details(page)
        .getByRole('button', { name: `Remove ${word}` })
        .last(),
    ).toBeVisible()
  }
}

const field = (page: Page, label: string): Locator =>
  details(page).getByLabel(label, { exact: true })

test('every field of the details survives a reload', async ({ page }) => {
  await newMap(page, 'Tagging')
  await addAndPlace(page, 'Nurses', 2)
  await card(page, 'Nurses').click()
  await field(page, 'Name').fill('Nurses’ union')
  await field(page, 'Name').press('Enter')
  await details(page).getByRole('button', { name: 'Neutral' }).click()
  await field(page, 'We want them at').selectOption('Active allies')
  await field(page, 'Confidentiality').selectOption('Confidential: public stance')
  await field(page, 'Public stance').selectOption('Passive allies')
  await details(page).getByRole('radio', { name: 'High' }).check()
  await field(page, 'Kind').selectOption('Group')
  await field(page, 'Role').selectOption('Prospect')
  await field(page, 'Sector').fill('Labour')
  await field(page, 'Sector').press('Enter')
  await addWords(page, 'Can bring', 'volunteers', 'meeting space')
  await addWords(page, 'Needs from us', 'air-quality data')
  await addWords(page, 'Tags', 'visited')
  await field(page, 'Description').fill('Twelve branches')
  await field(page, 'Notes').fill('Voted 61–40 to stay silent.\nAsk again in spring.')
  await field(page, 'Contact').fill('Amina K.')
  await saved(page)
  await page.reload()

  await expect(card(page, 'Nurses’ union')).toHaveAccessibleName(
    'Nurses’ union, neutral, high influence, wanted in Active allies, confidential',
  )
  await card(page, 'Nurses’ union').click()
  await expect(field(page, 'Name')).toHaveValue('Nurses’ union')
  await expect(details(page).getByRole('button', { name: 'Neutral' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(field(page, 'We want them at').locator('option:checked')).toHaveText('Active allies')
  await expect(field(page, 'Confidentiality').locator('option:checked')).toHaveText(
    'Confidential: public stance',
  )
  await expect(field(page, 'Public stance').locator('option:checked')).toHaveText('Passive allies')
  await expect(details(page).getByRole('radio', { name: 'High' })).toBeChecked()
  await expect(field(page, 'Kind')).toHaveValue('group')
  await expect(field(page, 'Role')).toHaveValue('prospect')
  await expect(field(page, 'Sector')).toHaveValue('Labour')
  for (const word of ['volunteers', 'meeting space', 'air-quality data', 'visited'])
    await expect(details(page).getByRole('button', { name: `Remove ${word}` })).toBeVisible()
  await expect(field(page, 'Description')).toHaveValue('Twelve branches')
  await expect(field(page, 'Notes')).toHaveValue(
    'Voted 61–40 to stay silent.\nAsk again in spring.',
  )
  await expect(field(page, 'Contact')).toHaveValue('Amina K.')
})

test('a target segment is drawn as an arrow, which can be put away', async ({ page }) => {
  await newMap(page, 'Tagging')
  await addAndPlace(page, 'Transport workers', 4)
  const arrows = canvas(page).locator('svg.arrows > g, svg.arrows > path')
  await expect(arrows).toHaveCount(0)
  await card(page, 'Transport workers').click()
  await field(page, 'We want them at').selectOption('Neutral')
  await expect(arrows).toHaveCount(1)
  await canvas(page).getByRole('button', { name: 'Target arrows' }).click()
  await expect(arrows).toHaveCount(0)
})

test('words are the map’s own: new as typed, suggested again, renamed and merged', async ({
  page,
}) => {
  await newMap(page, 'Tagging')
  await addStakeholder(page, 'Mosque')
  await trayCard(page, 'Mosque').click()
  await field(page, 'Sector').fill('Religion')
  await field(page, 'Sector').press('Enter')
  await addWords(page, 'Can bring', 'hall', 'minibus')
  await addStakeholder(page, 'Parish')
  await trayCard(page, 'Parish').click()
  await field(page, 'Sector').fill('Faith')
  await field(page, 'Sector').press('Enter')
  await addWords(page, 'Needs from us', 'hall')

  await page.getByRole('button', { name: 'Map settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Map settings' })
  const resources = settings.getByRole('region', { name: 'Resources' })
  await expect(resources.getByRole('listitem')).toHaveCount(2)
  await expect(resources.getByRole('listitem').filter({ hasText: '2×' })).toHaveCount(1)
  const hall = resources.getByRole('textbox', { name: 'Word: hall' })
  await hall.fill('meeting space')
  await hall.press('Enter')
  const sectors = settings.getByRole('region', { name: 'Sectors' })
  await sectors.getByLabel('Merge Religion into another word').selectOption('Faith')
  await expect(sectors.getByRole('listitem')).toHaveCount(1)
  await settings.getByRole('button', { name: 'Close' }).click()
  await expect(details(page).getByRole('button', { name: 'Remove meeting space' })).toBeVisible()
  await trayCard(page, 'Mosque').click()
  await expect(field(page, 'Sector')).toHaveValue('Faith')
  await expect(details(page).getByRole('button', { name: 'Remove meeting space' })).toBeVisible()
  await undoButton(page).click()
  await expect(field(page, 'Sector')).toHaveValue('Religion')
})

test('what does not match a filter fades and does not move', async ({ page }) => {
  await openExample(page)
  await expect(cards(page)).toHaveCount(30)
  const before = [...(await cardBoxes(page))]
  const show = page.getByRole('region', { name: 'Show' })
  const faded = canvas(page).locator('.card.is-faded')
  const opacity = (name: string) =>
    card(page, name).evaluate((element) => Number(getComputedStyle(element).opacity))

  await show.getByRole('button', { name: 'Labour', exact: true }).click()
  await expect(faded).toHaveCount(29)
  expect(await opacity('United Auto Workers')).toBe(1)
  expect(await opacity('NAACP national office')).toBeLessThan(0.5)
  expect([...(await cardBoxes(page))]).toEqual(before)
  await expect(cards(page)).toHaveCount(30)
  await show.getByRole('button', { name: '1 of 30 · clear' }).click()
  await expect(faded).toHaveCount(0)

  await show.getByRole('button', { name: 'Confidential', exact: true }).click()
  await expect(faded).toHaveCount(28)
  await show.getByRole('button', { name: /clear$/ }).click()
  await show.getByLabel('Find a name or word').fill('EASTLAND')
  await expect(faded).toHaveCount(29)
  expect(await opacity('Senator James Eastland')).toBe(1)
  await show.getByLabel('Find a name or word').fill('')
  await show.getByText('Resource', { exact: true }).click()
  await show.getByRole('button', { name: 'bail money', exact: true }).click()
  await expect(faded).toHaveCount(28)
  // Two kinds of filter must both match; of one kind any value will do.
  const roles = show.getByRole('group').filter({ hasText: 'Role' })
  await roles.getByRole('button', { name: 'Member' }).click()
  await expect(faded).toHaveCount(29)
  await roles.getByRole('button', { name: 'Other' }).click()
  await expect(faded).toHaveCount(28)
})

test('a member marked confidential gets a plain warning; a confidential prospect does not', async ({
  page,
}) => {
  await newMap(page, 'Tagging')
  await addStakeholder(page, 'Plant engineer')
  await trayCard(page, 'Plant engineer').click()
  const warning = details(page).getByRole('note')
  await field(page, 'Confidentiality').selectOption('Confidential: hidden')
  await expect(warning).toHaveCount(0)
  await field(page, 'Role').selectOption('Member')
  await expect(warning).toContainText('Members of the coalition are public by agreement.')
  await field(page, 'Role').selectOption('Prospect')
  await expect(warning).toHaveCount(0)
})

test('several are tagged in one step', async ({ page }) => {
  await newMap(page, 'Tagging')
  await addAndPlace(page, 'Chamber', 5)
  await addAndPlace(page, 'Guild', 3)
  await card(page, 'Chamber').click()
  await card(page, 'Guild').click({ modifiers: ['Shift'] })
  await field(page, 'Sector').fill('Business')
  await field(page, 'Sector').press('Enter')
  await field(page, 'Role').selectOption('Target')
  await card(page, 'Guild').click()
  await expect(field(page, 'Sector')).toHaveValue('Business')
  await expect(field(page, 'Role')).toHaveValue('target')
  await undoButton(page).click()
  await expect(field(page, 'Role')).toHaveValue('other')
  await expect(field(page, 'Sector')).toHaveValue('Business')
})
