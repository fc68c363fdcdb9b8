import {
  card,
  expect,
  look,
  newMap,
  openExample,
  openStart,
  pasteNames,
  test,
} from './support/app.ts'
import { faults } from './support/axe.ts'
import { lookForWay, openPanel, panelOf, trail, waysBar } from './support/insights.ts'
import { dot, dots, openView, ties, tieTitle } from './support/network.ts'

test('axe finds nothing on the start page and in its dialog', async ({ page }) => {
  await openStart(page)
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'New map' }).click()
  await expect(page.getByRole('dialog', { name: 'New map' })).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('axe finds nothing in the editor, for the team and for the public', async ({ page }) => {
  await openExample(page)
  await card(page, 'Black schoolteachers in Mississippi').click()
  await expect(page.getByLabel('Confidentiality', { exact: true })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await look(page, 'Public preview')
  await expect(card(page, 'Black schoolteachers in Mississippi')).toHaveCount(0)
  expect(await faults(page)).toEqual([])
})

test('axe finds nothing in the dialogs over a map', async ({ page }) => {
  await openExample(page)
  for (const name of ['Export', 'Import', 'Map settings', 'Keys']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog', { name, exact: true })).toBeVisible()
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('axe finds nothing in the report on a pasted list with twins', async ({ page }) => {
  await newMap(page, 'Close the Ridge Road incinerator')
  await pasteNames(page, 'Trades council\nRiverside Mosque\nTrades council')
  await expect(page.getByRole('region', { name: 'The pasted list' })).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('a dialog gives the focus back to the button that opened it', async ({ page }) => {
  await openExample(page)
  const button = page.getByRole('button', { name: 'Export', exact: true })
  await button.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
})

test('at a width of 320 px nothing needs sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openExample(page)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
})

test('axe finds nothing in the network: with ways, with a tie, and while one is drawn by key', async ({
  page,
}) => {
  await openExample(page)
  await openView(page, 'Network')
  await expect(page.getByText('Arranging…')).toHaveCount(0)
  expect(await faults(page)).toEqual([])
  const target = waysBar(page).getByRole('combobox').locator('optgroup option').first()
  await lookForWay(page, (await target.textContent()) ?? '')
  await expect(
    trail(page)
      .or(waysBar(page).getByText(/No way leads/))
      .first(),
  ).toBeVisible()
  expect(await faults(page)).toEqual([])
  await dots(page).first().focus()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: /^Connect .* to…$/ })
  await expect(dialog.getByRole('combobox', { name: 'To whom' })).toBeFocused()
  expect(await faults(page)).toEqual([])
  await page.keyboard.type('a')
  await page.keyboard.press('ArrowDown')
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dot(page, 'United Auto Workers').click()
  await expect(ties(page).first()).toBeVisible()
  expect(await faults(page)).toEqual([])
  await ties(page).first().getByRole('button').click()
  await expect(tieTitle(page)).toBeVisible()
  expect(await faults(page)).toEqual([])
  await look(page, 'Public preview')
  await expect(page.getByText('Arranging…')).toHaveCount(0)
  expect(await faults(page)).toEqual([])
})

test('axe finds nothing in the power grid, lying either way', async ({ page }) => {
  await openExample(page)
  await openView(page, 'Power')
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Turn the axes' }).click()
  expect(await faults(page)).toEqual([])
})

test('axe finds nothing in findings and gaps', async ({ page }) => {
  await openExample(page)
  for (const panel of ['Findings', 'Gaps'] as const) {
    await openPanel(page, panel)
    const show = panelOf(page, panel)
      .getByRole('button', { name: /^Show: / })
      .first()
    await expect(show).toBeVisible()
    expect(await faults(page)).toEqual([])
    await show.click()
    await expect(show).toHaveAttribute('aria-pressed', 'true')
    expect(await faults(page)).toEqual([])
  }
})
