import { readFile } from 'node:fs/promises'
import {
  addField,
  addStakeholder,
  card,
  details,
  expect,
  newMap,
  notPlaced,
  pasteNames,
  test,
  trayCard,
  undoButton,
} from './support/app.ts'

const LIST = new URL('../fixtures/names/called-out-names.txt', import.meta.url)

test('Enter adds a name and the field is ready for the next one', async ({ page }) => {
  await newMap(page, 'Naming')
  await addField(page).click()
  await page.keyboard.type('Nurses’ union, Local 12')
  await page.keyboard.press('Enter')
  await expect(addField(page)).toBeFocused()
  await expect(addField(page)).toHaveValue('')
  await page.keyboard.type('Bishop’s office')
  await page.keyboard.press('Enter')
  await expect(notPlaced(page).getByRole('listitem')).toHaveText([
    'Nurses’ union, Local 12',
    'Bishop’s office',
  ])
})

test('a name that is there already is added, pointed out, and never merged', async ({ page }) => {
  await newMap(page, 'Naming')
  await addStakeholder(page, 'Fire brigade')
  await addStakeholder(page, 'fire  Brigade')
  await expect(page.getByText(/It is on the map twice now/).first()).toBeVisible()
  await expect(notPlaced(page).getByRole('listitem')).toHaveCount(2)
})

test('forty pasted lines in several scripts are one step', async ({ page }) => {
  const text = await readFile(LIST, 'utf8')
  const names = text.trim().split('\n')
  expect(names).toHaveLength(40)
  await newMap(page, 'Naming')
  await pasteNames(page, text)
  await expect(notPlaced(page).getByRole('listitem')).toHaveText(names)
  await expect(page.getByRole('region', { name: 'Not placed yet 40' })).toBeVisible()
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: add 40 stakeholders')
  await undoButton(page).click()
  await expect(notPlaced(page).getByRole('listitem')).toHaveCount(0)
  await expect(undoButton(page)).toBeDisabled()
})

test('a paste skips blank lines and points out duplicates, which can be taken out', async ({
  page,
}) => {
  await newMap(page, 'Naming')
  await addStakeholder(page, 'Trades council')
  await pasteNames(page, 'Anglers’ club\n\n   \nTrades council\nAnglers’ club\nWomen’s Institute\n')
  const report = page.getByRole('region', { name: 'The pasted list' })
  await expect(report).toContainText('Added 4 stakeholders.')
  await expect(report.getByRole('listitem')).toHaveText([
    'Line 4 Trades council',
    'Line 5 Anglers’ club',
  ])
  await expect(notPlaced(page).getByRole('listitem')).toHaveCount(5)
  await report.getByRole('button', { name: 'Take these 2 out' }).click()
  await expect(notPlaced(page).getByRole('listitem')).toHaveText([
    'Trades council',
    'Anglers’ club',
    'Women’s Institute',
  ])
  await expect(addField(page)).toBeFocused()
})

test('a single pasted line is only typed', async ({ page }) => {
  await newMap(page, 'Naming')
  await addField(page).focus()
  await page.evaluate(() =>
    document.execCommand('insertText', false, 'Halal butchers’ association'),
  )
  await expect(addField(page)).toHaveValue('Halal butchers’ association')
  await page.keyboard.press('Enter')
  await expect(trayCard(page, 'Halal butchers’ association')).toBeVisible()
})

test('after adding, 1–5 place the newcomer, 0 takes it off, and typing goes on', async ({
  page,
}) => {
  await newMap(page, 'Naming')
  await addStakeholder(page, 'Riverside Chronicle')
  const newcomer = card(page, 'Riverside Chronicle')
  const stands = ['active ally', 'passive ally', 'neutral', 'passive opponent', 'active opponent']
  for (const [index, standing] of stands.entries()) {
    await page.keyboard.press(String(index + 1))
    await expect(newcomer).toHaveAccessibleName(`Riverside Chronicle, ${standing}`)
  }
  await page.keyboard.press('0')
  await expect(trayCard(page, 'Riverside Chronicle')).toBeVisible()
  await expect(newcomer).toHaveCount(0)
  await expect(addField(page)).toBeFocused()
  await page.keyboard.type(' 3 wise men')
  await page.keyboard.press('Enter')
  await expect(trayCard(page, '3 wise men')).toBeVisible()
})

test('on a phone the field for names stays in sight, whoever is chosen and whatever waits', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await newMap(page, 'Close the incinerator')
  const field = addField(page)
  /** Whether the field itself would be met there: nothing lies over it, and nothing cuts it off. */
  const isFree = () =>
    field.evaluate((input) => {
      const { left, top, right, bottom } = input.getBoundingClientRect()
      const corners = [
        [left + 6, top + 6],
        [right - 6, bottom - 6],
      ] as const
      return corners.every(([x, y]) => document.elementFromPoint(x, y) === input)
    })
  for (const name of ['Nurses', 'Bishop', 'Youth club', 'The mayor', 'Ridge Road school']) {
    await addStakeholder(page, name)
  }
  await expect(details(page)).toContainText('Confidentiality')
  await expect.poll(isFree).toBe(true)
  await expect(notPlaced(page).getByText('Ridge Road school')).toBeInViewport()
})
