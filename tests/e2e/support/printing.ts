import type { Page } from '@playwright/test'
import { unpackedPdf } from '../../support/unpackedPdf.ts'
import { expect } from './app.ts'
import type { PublicRecord } from './publicRecord.ts'

/** The page printed as it is open now: the sheet while it is on the page, and all that the browser made of it. */
export async function printedRecord(page: Page, name: string): Promise<PublicRecord> {
  await page.evaluate(() => {
    addEventListener(
      'beforeprint',
      () => {
        const sheet = document.querySelector('.print-sheet')?.outerHTML ?? ''
        document.documentElement.dataset['printed'] = sheet
      },
      { once: true },
    )
  })
  const paper = await page.pdf()
  const sheet = await page.locator('html').getAttribute('data-printed')
  expect(sheet).toContain('<svg')
  await page.locator('html').evaluate((html) => delete html.dataset['printed'])
  await expect(page.locator('.print-sheet')).toHaveCount(0)
  return { [`${name}: sheet`]: sheet ?? '', [`${name}: paper`]: withoutTimes(paper) }
}

/** A browser's PDF with its streams unpacked, without the moment at which it was made. */
const withoutTimes = (pdf: Buffer): string =>
  unpackedPdf(pdf).replaceAll(/\/(?:Creation|Mod)Date \(.*?\)/gu, '')
