import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { addStakeholder, allMaps, newMap, notPlaced, saved } from '../support/app.ts'
import {
  all,
  cutOff,
  type Damage,
  DATABASE,
  deleted,
  flipped,
  gone,
  OFFLINE_COPY,
  PRIVATE_FILES,
  SMALL_VALUES,
  zeroed,
} from '../support/damage.ts'
import { fullCopy } from '../support/exporting.ts'
import { expectCopies, rawCopy } from '../support/losing.ts'
import { mapFile, openMapFile } from '../support/mapFile.ts'
import { newProfile, type Profile } from '../support/profile.ts'
import { figure, scaled } from '../support/scale.ts'

/**
 * The browser's own files are damaged between two starts. Nobody who had maps is greeted as a newcomer; everything comes
 * back, by itself or out of the second copies, and where those are damaged too a backup file is asked for.
 */

const LOG = /\.log$/
const TABLE = /\.ldb$/
const LIST = /^MANIFEST/

interface Case {
  readonly damage: Damage
  /** The second copies are damaged as well: only a backup file helps. */
  readonly needsBackup?: boolean
}

const CASES: Readonly<Record<string, Case>> = {
  'the database’s log has bytes flipped': { damage: flipped(DATABASE, LOG, 200) },
  'the database is deleted': { damage: gone(DATABASE) },
  'the database’s log is cut in half': { damage: cutOff(DATABASE, LOG, 0.5) },
  'the database and the private files are deleted': {
    damage: all(gone(DATABASE), gone(PRIVATE_FILES)),
    needsBackup: true,
  },
  'the database’s list of files has bytes flipped': { damage: flipped(DATABASE, LIST, 10) },
  'the database’s log is emptied': { damage: cutOff(DATABASE, LOG, 0) },
  'the database’s log is deleted': { damage: deleted(DATABASE, LOG) },
  'the database’s log has a stretch of zeros': { damage: zeroed(DATABASE, LOG) },
  'the database’s log lost its end': { damage: cutOff(DATABASE, LOG, 0.9) },
  'the database’s list of files is emptied': { damage: cutOff(DATABASE, LIST, 0) },
  'the database’s list of files is deleted': { damage: deleted(DATABASE, LIST) },
  'the database’s pointer is garbage': { damage: flipped(DATABASE, /^CURRENT$/, 12) },
  'the database’s pointer is deleted': { damage: deleted(DATABASE, /^CURRENT$/) },
  'every file of the database is emptied': { damage: cutOff(DATABASE, /./, 0) },
  'the database’s tables have bytes flipped': { damage: flipped(DATABASE, TABLE, 2000) },
  'the database’s tables are cut in half': { damage: cutOff(DATABASE, TABLE, 0.5) },
  'the database’s tables are deleted': { damage: deleted(DATABASE, TABLE) },
  'the database is deleted and the canary with it': {
    damage: all(gone(DATABASE), gone(SMALL_VALUES)),
  },
  'the database is deleted and the copies are damaged': {
    damage: all(gone(DATABASE), flipped(PRIVATE_FILES, /^\d{8}$/, 40)),
    needsBackup: true,
  },
  'the database is deleted and the copies are cut off': {
    damage: all(gone(DATABASE), cutOff(PRIVATE_FILES, /^\d{8}$/, 0.5)),
    needsBackup: true,
  },
  'the private files are deleted': { damage: gone(PRIVATE_FILES) },
  'the private files’ own list is damaged': { damage: flipped(PRIVATE_FILES, LOG, 50) },
  'the small values are damaged': { damage: flipped(SMALL_VALUES, /./, 20) },
  'the offline copy is damaged': { damage: flipped(OFFLINE_COPY, /_0$|_1$|^index/, 20) },
}

const names = Object.keys(CASES)
const COUNT = scaled('DAMAGES', { small: 1, full: names.length })

const GUESTS = Array.from({ length: 20 }, (_, i) => `Guest ${i}`)
const SECOND = 'Another map'
const bulk = mapFile(
  'Bulk',
  Array.from({ length: 1200 }, (_, i) => ({
    name: `Group ${i}`,
    notes: `${i} `.padEnd(2500, 'words that fill the disk '),
  })),
)

let profile: Profile
/** Of the first map. */
let backup = ''

test.describe.configure({ mode: 'default' })
test.beforeAll(async ({ baseURL }, { project }) => {
  test.setTimeout(120_000)
  profile = await newProfile(project.use.launchOptions ?? {}, baseURL ?? '')
  await profile.use(async (page) => {
    await newMap(page, SECOND)
    await addStakeholder(page, 'Only one')
    await saved(page)
    // So much that the database packs what was written before into tables.
    if (COUNT > 3) {
      await openMapFile(page, bulk)
      await saved(page)
    }
    await newMap(page, 'Damaged')
    for (const name of GUESTS) await addStakeholder(page, name)
    await saved(page)
    await expectCopies(page, COUNT > 3 ? ['clear', 'clear', 'clear'] : ['clear', 'clear'])
    // Until the copies are as new as what they are copies of.
    await page.waitForTimeout(4000)
    backup = await fullCopy(page)
  })
})
test.afterAll(() => profile.remove())

const screens = (page: Page) => ({
  lost: page.getByRole('heading', { name: 'The maps that were kept here are gone' }),
  shut: page.getByRole('heading', { name: 'The storage of this browser can’t be opened' }),
  missing: page.getByRole('button', { name: 'Look at the copies' }),
  list: page.getByRole('heading', { name: 'Maps', exact: true }),
  map: page.getByRole('button', { name: 'All maps' }),
  failed: page.getByText(/can’t be read|could not be/),
  welcome: page.getByRole('heading', { name: /Who is with us/ }),
})
type Shown = keyof ReturnType<typeof screens>

async function shown(page: Page): Promise<Shown> {
  const possible = screens(page)
  const any = Object.values(possible).reduce((either, one) => either.or(one))
  await expect(any.first()).toBeVisible()
  // A list may still find out that something is missing.
  await possible.missing.waitFor({ timeout: 3000 }).catch(() => null)
  for (const name of ['welcome', 'lost', 'shut', 'missing', 'map', 'list', 'failed'] as const)
    if (await possible[name].first().isVisible()) return name
  throw new Error('nothing is shown')
}

/** Does what the screens offer until the maps are there; says by which ways. */
async function heal(page: Page, needsBackup: boolean): Promise<readonly string[]> {
  const ways: string[] = []
  for (let turn = 0; turn < 6; turn += 1) {
    const now = await shown(page)
    ways.push(now)
    expect(now, ways.join(', ')).not.toBe('welcome')
    if (now === 'shut') {
      await page.getByRole('button', { name: 'Delete the damaged storage…' }).click()
      await page.getByRole('button', { name: 'Delete it without a raw copy' }).click()
      const failed = page.getByText(/The browser did not delete it/).first()
      await expect(screens(page).lost.or(screens(page).list).or(failed).first()).toBeAttached()
      if (await failed.isVisible()) {
        // The browser itself can't any more: everything is in the raw copy.
        await page.getByRole('button', { name: 'Cancel' }).click()
        const raw = await rawCopy(page)
        for (const guest of [...GUESTS, 'Only one']) expect(raw).toContain(guest)
        return [...ways, 'raw copy']
      }
    } else if (now === 'lost' && needsBackup) {
      await page.getByLabel('Open a backup file…').setInputFiles({
        name: 'map.json',
        mimeType: 'application/json',
        buffer: Buffer.from(backup),
      })
      await page.getByRole('button', { name: 'Open as a new map' }).click()
      await expect(screens(page).map).toBeVisible()
      return [...ways, 'backup file']
    } else if (now === 'lost') {
      await page.getByRole('button', { name: 'Put all back' }).click()
      await page.getByRole('button', { name: 'Go to my maps' }).click()
    } else if (now === 'missing') {
      await screens(page).missing.click()
      const dialog = page.getByRole('dialog', { name: 'Copies of maps' })
      await dialog.getByRole('button', { name: 'Put all back' }).click()
      await dialog.getByRole('button', { name: 'Close' }).first().click()
      // It goes once it has been seen that nothing is missing any more.
      await screens(page)
        .missing.waitFor({ state: 'hidden', timeout: 3000 })
        .catch(() => null)
    } else if (now === 'map') await allMaps(page)
    else return ways
  }
  return ways
}

async function expectAll(page: Page, title: string, guests: readonly string[]): Promise<void> {
  if (await screens(page).map.isVisible()) await allMaps(page)
  await page
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .first()
    .click()
  await expect(notPlaced(page).getByRole('listitem')).toHaveText([...guests])
}

for (const name of names.slice(0, COUNT)) {
  test(`damage: ${name}`, async ({ baseURL }, { project }) => {
    test.setTimeout(90_000)
    const { damage, needsBackup = false } = CASES[name] ?? { damage: async () => undefined }
    const hurt = await newProfile(
      project.use.launchOptions ?? {},
      baseURL ?? '',
      await copied(profile.folder),
    )
    try {
      await damage(hurt.folder)
      await hurt.use(async (page) => {
        await page.goto('./')
        const ways = await heal(page, needsBackup)
        figure('damage', `${name}: ${ways.join(', then ')}`)
        if (ways.at(-1) === 'raw copy') return
        await expectAll(page, 'Damaged', GUESTS)
        if (!needsBackup) await expectAll(page, SECOND, ['Only one'])
      })
    } finally {
      await hurt.remove()
    }
  })
}

async function copied(folder: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'allyscope-damaged-'))
  await rm(copy, { recursive: true })
  await cp(folder, copy, { recursive: true })
  return copy
}
