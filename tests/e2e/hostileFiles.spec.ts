import { readFile, writeFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { cards, expect, test, undoButton } from './support/app.ts'
import { crowd, mapFile, openMapFile } from './support/mapFile.ts'
import { allRows, settledRows } from './support/rows.ts'
import { shownState } from './support/state.ts'

interface Hostile {
  readonly what: string
  readonly name?: string
  readonly content: string | Buffer
  /** The sentence that is shown. */
  readonly said: RegExp
}

const good = mapFile('Good', crowd(3))

const FOREIGN = /not a file of any kind that is read here/
const TOO_DEEP = /nested too deeply/
const NO_TEXT = /not a text file/

/** No two in a row with the same sentence, so that none is satisfied by what the last one left. */
const HOSTILE: readonly Hostile[] = [
  { what: 'empty', content: '', said: /The file is empty\./ },
  {
    what: 'broken',
    content: '{"format": "allyscope",, }',
    said: /Line 1, column \d+: .*well-formed/,
  },
  { what: 'truncated', content: good.slice(0, -40), said: /ends too early/ },
  { what: 'foreign', content: '{"type": "excalidraw", "elements": []}', said: FOREIGN },
  {
    what: 'a bomb of entities',
    name: 'laughs.gexf',
    content: '<!DOCTYPE gexf [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><gexf>&b;</gexf>',
    said: /declares a document type/,
  },
  {
    what: 'XML cut off',
    name: 'cut.graphml',
    content: '<graphml><graph edgedefault="directed"><node id="n0"/>',
    said: /ends too early/,
  },
  {
    what: 'a workbook cut off',
    name: 'cut.xlsx',
    content: Buffer.from('PK\x03\x04\x14\0\0\0\x08\0', 'latin1'),
    said: /damaged, or packed in a way/,
  },
  { what: 'deep', content: '['.repeat(200_000), said: TOO_DEEP },
  { what: 'a list', content: '[1, 2, 3]', said: FOREIGN },
  { what: 'deep objects', content: '{"a":'.repeat(100_000), said: TOO_DEEP },
  {
    what: 'newer',
    content: good.replace('"formatVersion":1', '"formatVersion":7'),
    said: /newer version of Allyscope \(format .*7/,
  },
  {
    what: 'a wrong value',
    content: good.replace('"stance":0.4', '"stance":"left"'),
    said: /At stakeholders\[1\]\.placement\.stance: .*can't stand there/,
  },
  {
    what: 'a misspelt confidentiality',
    content: good.replaceAll('"confidentiality"', '"confidentialty"'),
    said: /misspelt “confidentiality”/,
  },
  { what: 'bytes', content: Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7]), said: NO_TEXT },
  {
    what: 'a tie to nobody',
    content: good.replace(
      '"relationships":[]',
      '"relationships":[{"id":"t","from":"x0","to":"gone","kind":"trusts","confidentiality":"public"}]',
    ),
    said: /“gone”, which is not in the file/,
  },
  {
    what: 'a picture',
    name: 'a.csv',
    content: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    said: NO_TEXT,
  },
  {
    what: 'a prototype',
    content: good.replace('"map":{', '"__proto__":{"format":"x"},"map":{"__proto__":{"name":1},'),
    said: /It becomes a map of its own/,
  },
  { what: 'huge', content: Buffer.alloc(50_000_000, ' '), said: /too large \(the most is 20 MB\)/ },
  {
    what: 'huge CSV',
    name: 'a.csv',
    content: Buffer.alloc(11_000_000, 'x'),
    said: /too large \(the most is 10 MB\)/,
  },
  {
    what: 'CSV without names',
    name: 'a.csv',
    content: 'Colour;Size\nred;3',
    said: /No column is called “Label” or “Name”/,
  },
  {
    what: 'CSV with a header only',
    name: 'a.csv',
    content: 'Label,Segment\n',
    said: /0 stakeholders in this file/,
  },
]

async function openImport(page: Page) {
  await page.getByRole('button', { name: 'Import' }).click()
  return page.getByRole('dialog', { name: 'Import' })
}

/** Chooses a file as a person does, through the browser's own chooser. */
async function chooseFrom(dialog: Locator, path: string): Promise<void> {
  const [chooser] = await Promise.all([
    dialog.page().waitForEvent('filechooser'),
    dialog.getByLabel('File', { exact: true }).click(),
  ])
  await chooser.setFiles(path)
}

test('each broken file gets a clear sentence in time, and nothing is changed', async ({
  page,
}, testInfo) => {
  await openMapFile(page, mapFile('Untouched', crowd(8)))
  const rows = await settledRows(page, { openedWithPeople: true })
  const shown = await shownState(page)
  const dialog = await openImport(page)
  for (const { what, name = 'hostile.json', content, said } of HOSTILE) {
    await test.step(what, async () => {
      // From the disk, as a person's would be: handing over 50 MB otherwise takes longer than reading it.
      const path = testInfo.outputPath(name)
      await writeFile(path, content)
      await chooseFrom(dialog, path)
      await expect(dialog.getByText(said).first()).toBeVisible({ timeout: 2000 })
    })
    expect(await allRows(page), what).toBe(rows)
  }
  await dialog.getByRole('button', { name: 'Close' }).click()
  expect(await shownState(page)).toEqual(shown)
  await expect(undoButton(page)).toBeDisabled()
  await page.reload()
  await expect(cards(page)).toHaveCount(8)
})

test('a quotation mark that is never closed is named by its line, and swallows nobody silently', async ({
  page,
}) => {
  await openMapFile(page, mapFile('Untouched', crowd(2)))
  const dialog = await openImport(page)
  const file = new URL('../fixtures/files/unbalanced-quote.csv', import.meta.url)
  await dialog
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: await readFile(file) })
  await expect(
    dialog.getByText(/Line 3: a quotation mark is opened here and not closed/),
  ).toBeVisible()
  await dialog.getByRole('button', { name: 'Import 1 stakeholder' }).click()
  await expect(cards(page)).toHaveCount(3)
})

test('twenty thousand rows are refused or previewed within two seconds', async ({ page }) => {
  await openMapFile(page, mapFile('Untouched', crowd(2)))
  const dialog = await openImport(page)
  const rows = Array.from({ length: 20_001 }, (_, index) => `Group ${index},neutral`)
  await dialog.getByLabel('File', { exact: true }).setInputFiles({
    name: 'many.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`Label,Segment\n${rows.join('\n')}`),
  })
  await expect(dialog.getByText(/too many entries \(the most is/)).toBeVisible({ timeout: 2500 })
})

test('a mended file can be chosen again, and leaving the chooser leaves the dialog as it is', async ({
  page,
}, testInfo) => {
  await openMapFile(page, mapFile('Untouched', crowd(2)))
  const dialog = await openImport(page)
  const path = testInfo.outputPath('list.csv')
  await writeFile(path, 'Label,Segment\nGuild,sideways')
  await chooseFrom(dialog, path)
  await expect(dialog.getByText(/^Line 2: Segment can.t be “sideways”/)).toBeVisible()
  await writeFile(path, 'Label,Segment\nGuild,neutral')
  await chooseFrom(dialog, path)
  await expect(dialog.getByRole('button', { name: 'Import 1 stakeholder' })).toBeEnabled()
  // Browsers say so when the chooser is closed without a choice.
  await dialog.getByLabel('File', { exact: true }).dispatchEvent('cancel', { bubbles: true })
  await expect(dialog.getByRole('button', { name: 'Import 1 stakeholder' })).toBeEnabled()
})
