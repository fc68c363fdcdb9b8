import type { CDPSession, Page } from '@playwright/test'
import {
  addStakeholder,
  expect,
  newMap,
  notPlaced,
  pasteNames,
  saved,
  test,
} from '../support/app.ts'
import { fullCopy } from '../support/exporting.ts'
import { allRows } from '../support/rows.ts'
import { figure, scaled } from '../support/scale.ts'

/** The device is full: nothing is said to be saved that is not, and nothing is lost when there is room again. */

const TIMES = scaled('FULL_DISKS', { small: 1, full: 6 })
/** The offline copy counts too; it is kept out. */
const ROOM = 1_000_000

// Its failure is not what is tested here.
test.use({ serviceWorkers: 'block' })

const says = (page: Page) => page.getByText('All changes saved on this device')
const refuses = (page: Page) => page.getByRole('alert').filter({ hasText: 'Not saved' })

/** Numbered, so that each is known by name, and long enough to fill a disk. */
const batch = (turn: number): readonly string[] =>
  Array.from({ length: 300 }, (_, i) => `Guest ${turn}-${i} `.padEnd(280, 'of a long name '))

const FILL: Readonly<Record<string, (page: Page, names: readonly string[]) => Promise<void>>> = {
  import: async (page, names) => {
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Label\n${names.join('\n')}`),
    })
    await page.getByRole('button', { name: `Import ${names.length} stakeholders` }).click()
  },
  edit: (page, names) => pasteNames(page, names.join('\n')),
}

/** Adds until the page says that it is full; whatever it says to be saved is looked up on the disk. */
async function fill(page: Page, kind: string): Promise<readonly string[]> {
  const all: string[] = []
  for (let turn = 0; turn < 30; turn += 1) {
    const names = batch(turn)
    await FILL[kind]?.(page, names)
    all.push(...names.map((name) => name.trim()))
    await expect(
      notPlaced(page).getByRole('heading', { name: `Not placed yet ${all.length}` }),
    ).toBeVisible()
    await expect(says(page).or(refuses(page)).first()).toBeVisible()
    if (!(await says(page).isVisible())) return all
    const rows = await allRows(page)
    expect(rows.includes(all.at(-1) ?? ''), `said to be saved in turn ${turn}`).toBe(true)
  }
  throw new Error('this disk does not fill up')
}

/** The browser may find room by itself, and all of it is stored after all: what the page says has to be true then as well. */
async function expectTruth(page: Page, last: string): Promise<void> {
  await expect(says(page).or(refuses(page)).first()).toBeVisible()
  if (!(await says(page).isVisible())) return
  expect((await allRows(page)).includes(last), 'said to be saved').toBe(true)
}

/** Asks for a restore point; what is said of it is looked up on the disk. */
async function keepPoint(page: Page, name: string): Promise<boolean> {
  await page.getByRole('button', { name: 'Restore points and backups' }).click()
  const dialog = page.getByRole('dialog', { name: 'Restore points and backups' })
  const field = dialog.getByRole('textbox', { name: 'Name of the restore point' })
  await field.fill(name)
  await field.press('Enter')
  const kept = dialog.getByRole('radio', { name })
  await expect(kept.or(dialog.getByText(/The restore point was not kept/)).first()).toBeAttached()
  const isKept = (await kept.count()) > 0
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  const rows = await allRows(page)
  expect(rows.includes(`"name":"${name}"`), 'the restore point lies on the disk').toBe(isKept)
  return isKept
}

async function letThereBeRoom(page: Page, browser: CDPSession, origin: string): Promise<void> {
  await browser.send('Storage.overrideQuotaForOrigin', { origin })
  const retry = page.getByRole('button', { name: 'Try again' })
  await expect(async () => {
    if (await retry.isVisible()) await retry.click({ timeout: 300 })
    await expect(says(page)).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
}

const kinds = Object.keys(FILL)
for (const [index, kind] of Array.from(
  { length: TIMES },
  (_, i) => kinds[i % kinds.length] ?? '',
).entries()) {
  test(`full in the middle of an ${kind} (${index + 1}): never a false “saved”, all of it there when there is room`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.slow()
    const browser = await context.newCDPSession(page)
    const origin = new URL(baseURL ?? '').origin
    await browser.send('Storage.overrideQuotaForOrigin', {
      origin,
      quotaSize: ROOM + index * 300_000,
    })
    await newMap(page, 'Full')
    const all = await fill(page, kind)
    await addStakeholder(page, 'After it was full')
    await expectTruth(page, 'After it was full')
    const isKept = await keepPoint(page, 'While it is full')
    await expectTruth(page, 'After it was full')
    const copy = await fullCopy(page)
    for (const name of [all[0], all.at(-1), 'After it was full']) expect(copy).toContain(name)
    await letThereBeRoom(page, browser, origin)
    expect(await keepPoint(page, 'With room again')).toBe(true)
    await page.reload()
    await expect(
      page.getByRole('heading', { name: `Not placed yet ${all.length + 1}` }),
    ).toBeVisible()
    await saved(page)
    expect((await allRows(page)).includes('After it was full')).toBe(true)
    figure(
      `full disk during an ${kind}`,
      `${all.length} kept in memory, exported, and stored afterwards; a restore point ${isKept ? 'still fitted' : 'was refused in words'}; 0 false “saved”`,
    )
  })
}
