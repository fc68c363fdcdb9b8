import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect } from './app.ts'

export interface Exported {
  readonly name: string
  readonly bytes: Buffer
}

/** Opens the export dialog. */
export async function openExport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Switches the dialog to the team's full copy, and confirms it. */
export async function chooseTeam(dialog: Locator): Promise<void> {
  await dialog.getByRole('radio', { name: 'Team' }).check()
  await dialog.getByLabel('I will keep it within the team').check()
}

/** Of several choices makes this one, and no other. */
async function only(dialog: Locator, group: string, name: string): Promise<void> {
  const all = dialog.getByRole('group', { name: group })
  await all.getByRole('checkbox', { name, exact: true }).check()
  const chosen = all.getByRole('checkbox', { checked: true })
  for (let left = await chosen.count(); left > 1; left--) {
    const names = await chosen.evaluateAll((boxes) =>
      boxes.map((box) => box.parentElement?.textContent ?? ''),
    )
    const other = names.find((one) => one !== name)
    if (other) await all.getByRole('checkbox', { name: other, exact: true }).uncheck()
  }
}

/** The files that are made. */
export const chooseFormat = (dialog: Locator, format: PictureFormat): Promise<void> =>
  only(dialog, 'Files', format)

/** How wide a PNG becomes, in px. */
export async function chooseWidth(dialog: Locator, width: number): Promise<void> {
  await chooseFormat(dialog, 'PNG')
  await dialog.getByLabel('Longer side of a PNG').selectOption(String(width))
}

const FORMATS = ['PNG', 'PDF', 'PowerPoint', 'SVG', 'Excel', 'CSV'] as const
export type PictureFormat = (typeof FORMATS)[number]

/** Presses a button of the dialog and waits for its download. */
export async function saveWith(
  dialog: Locator,
  button: `Save ${PictureFormat}` | 'Save file' | 'Save in this format' | RegExp,
): Promise<Exported> {
  const format = FORMATS.find((one) => button === `Save ${one}`)
  if (format) await chooseFormat(dialog, format)
  const [download] = await Promise.all([
    dialog.page().waitForEvent('download'),
    dialog.getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** The full copy of the open map, through the dialog. */
export async function fullCopy(page: Page): Promise<string> {
  const dialog = await openExport(page)
  await chooseTeam(dialog)
  const { bytes } = await saveWith(dialog, 'Save file')
  await dialog.getByRole('button', { name: 'Close' }).click()
  return bytes.toString()
}

export const OTHER_FORMATS = [
  'Kumu workbook (XLSX)',
  'Kumu tables (CSV)',
  'Kumu blueprint (JSON)',
  'GEXF',
  'GraphML',
  'Gephi tables (CSV)',
  'JSON Canvas',
] as const
export type OtherFormat = (typeof OTHER_FORMATS)[number]

/** Saves the map in a format of another tool. */
export async function saveAs(dialog: Locator, format: OtherFormat): Promise<Exported> {
  const choice = dialog.getByLabel('Format', { exact: true })
  if (!(await choice.isVisible())) await dialog.getByText('Other formats…').click()
  await choice.selectOption(format)
  return saveWith(dialog, 'Save in this format')
}

/** Chooses what the picture shows, and waits until it is drawn. */
export async function choosePicture(
  dialog: Locator,
  drawing: 'Spectrum' | 'Network' | 'Power' | 'Table',
): Promise<void> {
  await only(dialog, 'Views', drawing)
  await expect(dialog.getByRole('figure', { name: 'Preview' }).locator('svg').first()).toBeVisible()
  await expect(dialog.getByText('Working out where everybody stands…')).toHaveCount(0)
}
