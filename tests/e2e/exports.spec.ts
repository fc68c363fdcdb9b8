import type { Locator, Page } from '@playwright/test'
import { unzip } from '../support/unzip.ts'
import { expect, look, newMap, openExample, pasteNames, saved, test } from './support/app.ts'
import { chooseFormat, choosePicture, openExport, saveWith } from './support/exporting.ts'
import { crowd, mapFile, openMapFile } from './support/mapFile.ts'
import { decoded, svgRead } from './support/pictures.ts'

const preview = (dialog: Locator): Locator => dialog.getByRole('figure', { name: 'Preview' })
const EVERYTHING = /^Save \d+ files as a zip$/

/** Every view and hand-out in every format, as a zip. */
async function everything(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const dialog = await openExport(page)
  await dialog.getByRole('button', { name: 'Everything' }).click()
  await expect(dialog.getByText('Working out where everybody stands…')).toHaveCount(0)
  const zip = await saveWith(dialog, EVERYTHING)
  await expect(dialog.getByText('Handed to your downloads')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  return zip
}

test('everything comes in one zip, under names that say nothing, and is the same bytes again', async ({
  page,
}) => {
  await openExample(page)
  const zip = await everything(page)
  expect(zip.name).toMatch(/^allyscope-public-\d{4}-\d\d-\d\d\.zip$/)
  const files = unzip(zip.bytes)
  const names = [...files.keys()]
  for (const view of ['spectrum', 'network', 'power', 'blank-half-pie'])
    expect(names).toEqual(expect.arrayContaining([`${view}.png`, `${view}.svg`]))
  expect(names.filter((name) => /^table(-\d+)?\.png$/u.test(name)).length).toBeGreaterThan(0)
  expect(names.filter((name) => /^worksheet(-\d+)?\.png$/u.test(name)).length).toBeGreaterThan(0)
  expect(names).toEqual(
    expect.arrayContaining([
      'pictures.pdf',
      'pictures.pptx',
      'stakeholders.xlsx',
      'stakeholders.csv',
    ]),
  )
  expect(names.join()).not.toMatch(/freedom|summer/iu)
  const png = await decoded(page, files.get('spectrum.png') ?? Buffer.alloc(0))
  expect(png).toMatchObject({ width: 3840, height: 2160 })
  expect(png.colours).toBeGreaterThan(10)
  expect(files.get('pictures.pdf')?.subarray(0, 8).toString()).toBe('%PDF-1.7')
  expect([...unzip(files.get('pictures.pptx') ?? Buffer.alloc(0)).keys()]).toContain(
    'ppt/slides/slide1.xml',
  )
  expect(files.get('stakeholders.csv')?.toString()).toMatch(/^\ufeffLabel,/u)
  expect((await everything(page)).bytes.equals(zip.bytes)).toBe(true)
})

test('a PNG has nothing but the picture in it', async ({ page }) => {
  await newMap(page, 'Clean air')
  const { bytes } = await saveWith(await openExport(page), 'Save PNG')
  const chunks: string[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    chunks.push(bytes.toString('latin1', at + 4, at + 8))
  expect([...new Set(chunks)]).toEqual(['IHDR', 'IDAT', 'IEND'])
})

test('choices are remembered with the map, all but whom they are for', async ({ page }) => {
  await openExample(page)
  const dialog = await openExport(page)
  await dialog.getByRole('radio', { name: 'Team' }).check()
  await dialog.getByLabel('Paper or slide').selectOption('A3')
  await dialog.getByRole('radio', { name: 'Portrait' }).check()
  await dialog.getByLabel('Colours').selectOption('Greyscale')
  await dialog.getByLabel('Footer').fill('Ridge Road coalition · CC BY 4.0')
  await dialog.getByLabel('Title', { exact: true }).fill('What we know by now')
  await chooseFormat(dialog, 'PDF')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await saved(page)
  await page.reload()
  await openExport(page)
  await expect(dialog.getByRole('radio', { name: 'Public' })).toBeChecked()
  await expect(dialog.getByLabel('Paper or slide')).toHaveValue('A3')
  await expect(dialog.getByRole('radio', { name: 'Portrait' })).toBeChecked()
  await expect(dialog.getByLabel('Colours')).toHaveValue('greyscale')
  await expect(dialog.getByRole('button', { name: 'Save PDF' })).toBeEnabled()
  await expect(preview(dialog)).toContainText('What we know by now')
  await expect(preview(dialog)).toContainText('CC BY 4.0')
  await expect(preview(dialog).locator('svg')).toHaveAttribute('viewBox', '0 0 1403 1984')
})

test('names too small to be read are said, with what helps', async ({ page }) => {
  await openMapFile(page, mapFile('Crowd', crowd(240)))
  const dialog = await openExport(page)
  await dialog.getByLabel('Paper or slide').selectOption('A4')
  await expect(dialog.getByText(/Names would be \d\.\d points high/u)).toBeVisible()
  await dialog.getByRole('button', { name: 'Take A3' }).click()
  await expect(dialog.getByText(/^Names are \d\.?\d? points high on this page/u)).toBeVisible()
  await dialog.getByLabel('Paper or slide').selectOption('A4')
  await dialog.getByRole('button', { name: 'Take Dots' }).click()
  await expect(dialog.getByText(/points high/u)).toHaveCount(0)
  const svg = await svgRead(page, (await saveWith(dialog, 'Save SVG')).bytes.toString())
  expect(svg.text.join(' ')).not.toMatch(/Group number/u)
})

test('the filter of the list chooses who is shown, initials how', async ({ page }) => {
  await openExample(page)
  await page.getByRole('region', { name: 'Show' }).getByLabel('Find a name or word').fill('council')
  const dialog = await openExport(page)
  await dialog.getByLabel('Only whom the filter shows').check()
  await expect(preview(dialog)).toContainText('National Council')
  await expect(preview(dialog)).not.toContainText('Eastland')
  await dialog.getByRole('radio', { name: 'Initials' }).check()
  await expect(preview(dialog)).toContainText('NCC')
  await expect(preview(dialog)).not.toContainText('National Council')
  const table = (await saveWith(dialog, 'Save CSV')).bytes.toString()
  expect(table).toContain('NCC')
  expect(table).not.toMatch(/National Council|Eastland/u)
})

test('making can be called off, and nothing is saved then', async ({ page }) => {
  await openMapFile(page, mapFile('Crowd', crowd(120)))
  const dialog = await openExport(page)
  await dialog.getByRole('button', { name: 'Everything' }).click()
  await expect(dialog.getByText('Working out where everybody stands…')).toHaveCount(0)
  let downloads = 0
  page.on('download', () => (downloads += 1))
  await dialog.getByRole('button', { name: EVERYTHING }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByText('Stopped. Nothing was saved')).toBeVisible()
  expect(downloads).toBe(0)
  await expect(dialog.getByRole('button', { name: EVERYTHING })).toBeEnabled()
})

test('letters that no font of ours has are said, and printing is offered', async ({ page }) => {
  await newMap(page, 'Clean air')
  await pasteNames(page, 'ကျန်းမာရေး သမဂ္ဂ\nNurses’ union')
  await page.keyboard.press('1')
  const dialog = await openExport(page)
  await choosePicture(dialog, 'Table')
  await saveWith(dialog, 'Save PDF')
  await expect(dialog.getByText(/PDF: none of our fonts has .*Print to a PDF/u)).toBeVisible()
})

test('what is chosen is printed, a sheet a page, and the next print is the usual one', async ({
  page,
}) => {
  await openExample(page)
  await page.evaluate(() => {
    window.print = () => undefined
  })
  const dialog = await openExport(page)
  await dialog.getByRole('checkbox', { name: 'Power', exact: true }).check()
  await dialog.getByLabel('Paper or slide').selectOption('A3')
  await dialog.getByRole('radio', { name: 'Portrait' }).check()
  await dialog.getByRole('button', { name: 'Print…' }).click()
  const sheets = await page.pdf({ preferCSSPageSize: true })
  expect(pageSizes(sheets)).toEqual(['842 × 1191', '842 × 1191'])
  await dialog.getByRole('button', { name: 'Close' }).click()
  await look(page, 'Public preview')
  expect(pageSizes(await page.pdf({ preferCSSPageSize: true }))).toEqual(['842 × 1191'])
})

/** Of each page of a PDF, in pt. */
const pageSizes = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(
    ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
  )
