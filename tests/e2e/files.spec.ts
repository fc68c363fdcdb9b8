import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import {
  card,
  cards,
  details,
  expect,
  newMap,
  notPlaced,
  openExample,
  saved,
  test,
  trayCard,
  undoButton,
} from './support/app.ts'
import { fullCopy } from './support/exporting.ts'
import { mapFile, openMapFile } from './support/mapFile.ts'

/** Chooses a file in the editor's import dialog. */
async function chooseFile(page: Page, name: string, content: Buffer | string): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: 'Import' })
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Import' }).click()
  await dialog
    .getByLabel('File', { exact: true })
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })
  return dialog
}

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`../fixtures/files/${name}`, import.meta.url))

test('a full copy becomes an equal map again, beside the first', async ({ page }) => {
  await openExample(page)
  const first = await fullCopy(page)
  const dialog = await chooseFile(page, 'copy.allyscope.json', first)
  const preview = dialog.getByRole('region', { name: 'What is in the file' })
  await expect(preview).toContainText('30 stakeholders')
  await expect(preview.getByRole('heading', { name: 'Freedom Summer, 1964' })).toBeVisible()
  const address = page.url()
  await preview.getByRole('button', { name: 'Open as a new map' }).click()
  await expect(dialog).toBeHidden()
  expect(page.url()).not.toBe(address)
  await expect(cards(page)).toHaveCount(30)
  const second = await fullCopy(page)
  expect(withoutIds(second)).toEqual(withoutIds(first))
  await page.getByRole('button', { name: 'All maps' }).click()
  await expect(page.getByRole('list', { name: 'Maps' }).getByRole('listitem')).toHaveCount(2)
})

test('a CSV is previewed, its unknown columns are asked about, and it is one undo', async ({
  page,
}) => {
  await openMapFile(page, mapFile('CSV', [{ name: 'There before' }]))
  const csv = [
    'tone,LABEL,segment,Ward,Confidentiality,influence',
    'calm,Bishop’s office,passive ally,6,public,high',
    'angry,Plant engineer,active ally,2,confidential,low',
    'none,Tenants’ federation,,4,public,',
  ].join('\n')
  const dialog = await chooseFile(page, 'list.csv', csv)
  await expect(dialog.getByText('3 stakeholders in this file')).toBeVisible()
  await expect(dialog.getByText('2 columns are not known here.')).toBeVisible()
  await expect(dialog.getByRole('row')).toHaveCount(4)
  await expect(dialog.getByRole('row', { name: /Plant engineer/ })).toContainText('Confidential')
  await expect(notPlaced(page).getByRole('listitem', { includeHidden: true })).toHaveCount(1)
  await dialog.getByLabel('Ward').selectOption('Make tags')
  await dialog.getByLabel('tone').selectOption('Add to notes (team only)')
  await dialog.getByRole('button', { name: 'Import 3 stakeholders' }).click()
  await expect(dialog).toBeHidden()
  await expect(card(page, 'Bishop’s office')).toHaveAccessibleName(
    /, passive ally, high influence$/,
  )
  await expect(card(page, 'Plant engineer')).toHaveAccessibleName(/, confidential$/)
  await expect(trayCard(page, 'Tenants’ federation')).toBeVisible()
  await card(page, 'Bishop’s office').click()
  await expect(details(page).getByRole('button', { name: 'Remove Ward: 6' })).toBeVisible()
  await expect(details(page).getByLabel('Notes')).toHaveValue('tone: calm')
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: import')
  await undoButton(page).click()
  await expect(cards(page)).toHaveCount(0)
  await expect(notPlaced(page).getByRole('listitem')).toHaveText(['There before'])
})

test('names that the map has already are pointed out before a CSV is imported', async ({
  page,
}) => {
  await openMapFile(page, mapFile('CSV', [{ name: 'Trades council' }]))
  const dialog = await chooseFile(page, 'list.csv', 'Label\nRiverside Mosque\ntrades COUNCIL\n')
  await expect(dialog.getByText('1 name is on the map already.')).toBeVisible()
  await expect(dialog.getByText('Line 3: trades COUNCIL.')).toBeVisible()
})

test('rows with errors are named by line and left out; nothing is imported until confirmed', async ({
  page,
}) => {
  await newMap(page, 'CSV')
  const csv = 'Label,Segment\nGood,neutral\n,neutral\nOdd,sideways\nGood,neutral\n'
  const dialog = await chooseFile(page, 'list.csv', csv)
  await expect(dialog.getByText('Line 3: there is no name.')).toBeVisible()
  await expect(dialog.getByText(/^Line 4: Segment can.t be “sideways”\.$/)).toBeVisible()
  await expect(dialog.getByText('Line 5: Good is already in line 2.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(cards(page)).toHaveCount(0)
  const again = await chooseFile(page, 'list.csv', csv)
  await again.getByRole('button', { name: 'Import 2 stakeholders' }).click()
  await expect(cards(page)).toHaveCount(2)
})

test('the Freedom Summer list is imported whole, without overlaps', async ({ page }) => {
  await newMap(page, 'CSV')
  const list = new URL('../../src/data/freedom-summer-stakeholders.csv', import.meta.url)
  const dialog = await chooseFile(page, 'freedom-summer.csv', await readFile(list))
  await expect(dialog.getByText('30 stakeholders in this file')).toBeVisible()
  await expect(dialog.getByText(/not known here/)).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Import 30 stakeholders' }).click()
  await expect(cards(page)).toHaveCount(30)
  await expect(page.getByText('2 confidential')).toBeVisible()
  await saved(page)
  await page.reload()
  await expect(cards(page)).toHaveCount(30)
})

test('UTF-16 with tabs and Latin-1 with semicolons are read as they are meant', async ({
  page,
}) => {
  await newMap(page, 'CSV')
  const utf16 = await chooseFile(page, 'utf16.csv', await fixture('utf16le-tabs.csv'))
  await expect(utf16.getByText(/UTF-16/i)).toBeVisible()
  await expect(utf16.getByRole('row', { name: /Жильцы дома/ })).toContainText('neutral')
  const latin1 = await chooseFile(page, 'latin1.csv', await fixture('latin1-semicolons.csv'))
  await expect(latin1.getByText(/The accents may be wrong: this is a guess/)).toBeVisible()
  await expect(latin1.getByRole('row', { name: /École Ñandú/ })).toContainText('passive ally')
})

test('a list of stakeholders is no map: the start page says where it belongs', async ({ page }) => {
  await page.goto('./')
  await page
    .getByLabel('Import a map')
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('Name\nA') })
  await expect(page.getByRole('dialog', { name: 'Import' })).toContainText(
    'This is a list of stakeholders, not a map.',
  )
})

/** A file's content with ids that only say the order, as every map makes its own. */
function withoutIds(text: string): unknown {
  let next = 0
  const renamed = new Map<string, string>()
  const standIn = (id: string) => {
    const known = renamed.get(id) ?? `id${(next += 1)}`
    renamed.set(id, known)
    return known
  }
  return JSON.parse(text, (key, value: unknown) =>
    typeof value === 'string' && (key === 'id' || key === 'from' || key === 'to')
      ? standIn(value)
      : value,
  )
}
