import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { hostileFiles } from '../../support/hostile/all.ts'
import { cards, expect, test, undoButton } from '../support/app.ts'
import { crowd, mapFile, openMapFile } from '../support/mapFile.ts'
import { allRows, settledRows } from '../support/rows.ts'
import { figure, greatest, scaled } from '../support/scale.ts'

test.use({ serviceWorkers: 'allow' })

/** Files that are broken, lie or mean harm: each is refused in words or shown for what it is, and nothing happens. */

const files = await hostileFiles()
const FILES = Math.min(files.length, scaled('HOSTILE_FILES', { small: 24, full: files.length }))
/** The aim is 2 s; this is what a slow machine is given before it counts as hanging. */
const PATIENCE_MS = 10_000

const chosen = Array.from(
  { length: FILES },
  (_, i) => files[Math.floor((i * files.length) / FILES)],
).filter((file) => file !== undefined)

const hashOf = (rows: string): string => createHash('sha256').update(rows).digest('hex')

/** What the page says of a file: a refusal, or what is in it. */
const answerIn = (dialog: Locator): Locator =>
  dialog
    .getByText(/Nothing was imported/)
    .or(dialog.getByRole('region', { name: 'What is in the file' }))
    .first()

async function answered(dialog: Locator, path: string): Promise<void> {
  await dialog.getByLabel('File', { exact: true }).setInputFiles(path)
  const sealed = dialog.getByLabel('Passphrase')
  const rawCopy = dialog.getByRole('region', { name: 'A raw copy' })
  await expect(answerIn(dialog).or(sealed).or(rawCopy)).toBeVisible({ timeout: PATIENCE_MS })
  if (await rawCopy.isVisible()) {
    await rawCopy.getByRole('button', { name: 'Put its maps back' }).click()
    await expect(rawCopy.getByRole('status').first()).not.toBeEmpty({ timeout: PATIENCE_MS })
    return
  }
  if (!(await sealed.isVisible())) return
  await sealed.fill('not the passphrase')
  await sealed.press('Enter')
  await expect(
    dialog.getByRole('alert').or(dialog.locator('[aria-invalid=true]')).first(),
  ).toBeVisible({
    timeout: PATIENCE_MS,
  })
}

test('hostile files are answered in time, change nothing and run nothing', async ({
  page,
}, testInfo) => {
  test.setTimeout(120_000 + chosen.length * 3000)
  await page.addInitScript(() => {
    Object.assign(window, { canary: () => Reflect.set(window, 'canaryRan', true) })
  })
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog of the browser’s: ${dialog.message()}`)
  })
  await openMapFile(page, mapFile('Untouched', crowd(8)))
  const hash = hashOf(await settledRows(page, { openedWithPeople: true }))
  const times: { readonly what: string; readonly ms: number }[] = []
  const refusals: string[] = []
  for (const file of chosen) {
    await test.step(file.what, async () => {
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: 'Import' })
      await expect(dialog).toBeVisible()
      // From the disk, as a person's would be: handing over a large one otherwise takes longer than reading it.
      const path = testInfo.outputPath(file.name)
      await writeFile(path, file.content)
      const start = Date.now()
      await answered(dialog, path)
      times.push({ what: file.what, ms: Date.now() - start })
      const refusal = dialog.getByText(/Nothing was imported/).first()
      if (await refusal.isVisible()) {
        const said = (await refusal.textContent()) ?? ''
        expect(said, file.what).not.toMatch(/undefined|\[object|NaN|Error:/)
        refusals.push(`${file.what}: ${said}`)
      }
      expect(hashOf(await allRows(page)), file.what).toBe(hash)
      await dialog.getByRole('button', { name: 'Close' }).first().click()
      await expect(dialog).toBeHidden()
    })
  }
  const harm = await page.evaluate(() => ({
    ran: Reflect.get(window, 'canaryRan') === true,
    polluted: 'polluted' in Object.prototype || 'polluted' in Array.prototype,
    own: Object.keys(Object.prototype),
  }))
  expect(harm).toEqual({ ran: false, polluted: false, own: [] })
  await expect(undoButton(page)).toBeDisabled()
  await page.reload()
  await expect(cards(page)).toHaveCount(8)
  const slowest = times.toSorted((a, b) => b.ms - a.ms).slice(0, 3)
  await testInfo.attach('answers', { body: refusals.join('\n') })
  figure(
    'hostile files',
    `${chosen.length} of ${files.length}, ${refusals.length} refused and ${chosen.length - refusals.length} shown or asked for a passphrase; ` +
      `slowest ${greatest(times.map(({ ms }) => ms))} ms (${slowest.map(({ what, ms }) => `${what} ${ms}`).join(', ')})`,
  )
})
