import { inflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
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

/** A PDF with its streams unpacked, without the moment at which it was made. */
function withoutTimes(pdf: Buffer): string {
  const parts: string[] = []
  let at = 0
  for (;;) {
    const start = pdf.indexOf('stream\n', at)
    const end = start === -1 ? -1 : pdf.indexOf('endstream', start)
    if (end === -1) break
    parts.push(pdf.toString('latin1', at, start))
    const packed = pdf.subarray(start + 'stream\n'.length, end)
    parts.push((packed[0] === 0x78 ? inflateSync(packed) : packed).toString('latin1'))
    at = end
  }
  parts.push(pdf.toString('latin1', at))
  return parts.join('').replaceAll(/\/(?:Creation|Mod)Date \(.*?\)/gu, '')
}
