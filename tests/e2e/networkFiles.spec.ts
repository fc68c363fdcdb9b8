import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import {
  card,
  cards,
  expect,
  notPlaced,
  openStart,
  test,
  trayCard,
  undoButton,
} from './support/app.ts'
import { mapFile, openMapFile, STANCES } from './support/mapFile.ts'

const path = (name: string): string =>
  new URL(`../fixtures/network/${name}`, import.meta.url).pathname

/** Chooses files in the editor's import dialog, and gives what it says is in them. */
async function chooseFiles(page: Page, ...names: readonly string[]): Promise<Locator> {
  await page.getByRole('button', { name: 'Import' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByLabel('File', { exact: true }).setInputFiles(names.map(path))
  return dialog.getByRole('region', { name: 'What is in the file' })
}

const FORMATS = [
  {
    format: 'Kumu tables (CSV)',
    files: ['kumu-elements.csv', 'kumu-connections.csv'],
    found: '4 stakeholders and 5 ties',
    somebody: 'Housing committee',
  },
  {
    format: 'Kumu workbook (XLSX)',
    files: ['kumu-workbook.xlsx'],
    found: '3 stakeholders and 2 ties',
    somebody: 'Amina Yusuf',
  },
  {
    format: 'Kumu blueprint (JSON)',
    files: ['kumu-project.json'],
    found: '3 stakeholders and 1 tie',
    somebody: 'Anglers’ club',
  },
  {
    format: 'Gephi tables (CSV)',
    files: ['gephi-nodes.csv', 'gephi-edges.csv'],
    found: '3 stakeholders and 3 ties',
    somebody: 'n3',
  },
  {
    format: 'GEXF',
    files: ['gexf-1.3.gexf'],
    found: '4 stakeholders and 4 ties',
    somebody: 'Ridge Road Parents',
  },
  {
    format: 'GraphML',
    files: ['graphml-yed.graphml'],
    found: '4 stakeholders and 4 ties',
    somebody: 'Bishop',
  },
  {
    format: 'Oligrapher (JSON)',
    files: ['oligrapher-3.json'],
    found: '3 stakeholders and 3 ties',
    somebody: 'Northland Bank',
  },
  {
    format: 'JSON Canvas',
    files: ['jsonCanvas-workshop.canvas'],
    found: '5 stakeholders and 4 ties',
    somebody: 'School board',
  },
] as const

for (const { format, files, found, somebody } of FORMATS) {
  test(`${format}: shown first, imported when told so, and taken back by one undo`, async ({
    page,
  }) => {
    await openMapFile(page, mapFile('Network', [{ name: 'There before' }]))
    const preview = await chooseFiles(page, ...files)
    await expect(preview.getByRole('list', { name: 'Read as' })).toContainText(format)
    await expect(preview).toContainText(`Found: ${found}.`)
    await expect(notPlaced(page).getByRole('listitem', { includeHidden: true })).toHaveCount(1)
    await preview.getByRole('button', { name: `Import ${found}` }).click()
    await expect(preview).toBeHidden()
    const who = somebody.replace('’', "'")
    await expect(card(page, who).or(trayCard(page, who)).first()).toBeVisible()
    await undoButton(page).click()
    await expect(cards(page)).toHaveCount(0)
    await expect(notPlaced(page).getByRole('listitem')).toHaveText(['There before'])
  })
}

test('ties join those on the map by their names, and those already there are used', async ({
  page,
}) => {
  const [ally, , neutral] = STANCES
  await openMapFile(
    page,
    mapFile('Network', [
      { name: 'AMINA YUSUF', placement: { stance: ally, depth: 0.5 } },
      { name: 'Housing committee', placement: { stance: neutral, depth: 0.5 } },
    ]),
  )
  const preview = await chooseFiles(page, 'kumu-workbook.xlsx')
  await expect(preview.getByText(/^2 of them are on the map already: Amina Yusuf/)).toBeVisible()
  await preview.getByRole('button', { name: 'Import 1 stakeholder and 2 ties' }).click()
  await expect(cards(page)).toHaveCount(3)
  await expect(card(page, 'AMINA YUSUF')).toBeVisible()
})

test('a network becomes a map of its own on the start page', async ({ page }) => {
  await openStart(page)
  await page.locator('input[type=file]').setInputFiles(path('kumu-project.json'))
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await expect(dialog.getByLabel('Name of the new map')).toHaveValue('Clean river')
  await dialog.getByRole('button', { name: 'Open as a new map' }).click()
  await expect(trayCard(page, "Anglers' club")).toBeVisible()
})

test('files that are let go over the open dialog are read, wherever they fall', async ({
  page,
}) => {
  await openMapFile(page, mapFile('Network', []))
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('dialog', { name: 'Import' })).toBeVisible()
  const text = await readFile(path('kumu-blueprint.json'), 'utf8')
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'blueprint.json'))
    return transfer
  }, text)
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
  await expect(page.getByText('Found: 2 stakeholders and 3 ties.')).toBeVisible()
})
