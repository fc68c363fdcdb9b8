import type { BrowserContext, Page } from '@playwright/test'
import { chance } from '../../../src/drawing/network/layout/chance.ts'
import { expect, newMap, test } from '../support/app.ts'
import { newLedger, watchPromises } from '../support/ledger.ts'
import { figure, scaled, SEED } from '../support/scale.ts'
import { newSealedMap, unlock } from '../support/sealing.ts'
import { mapIsOpen, readMap, spelt, workshop } from '../support/workshop.ts'

test.use({ serviceWorkers: 'allow' })

/** The page is left in every way right after an edit, without waiting for anything: nothing is lost. */

const LEAVINGS = scaled('LEAVINGS', { small: 6, full: 72 })

/**
 * Without the question that browsers ask each page before it goes: Chromium drops what then still waits for another
 * write. So this way alone may cost an edit; not one that was shown as saved.
 */
const SUDDEN = 'ended without being asked'

type Leave = (page: Page, context: BrowserContext) => Promise<Page>

const another = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  await page.goto('./')
  return page
}

/** From within the page, as a link or the browser's own buttons do. */
const inside = async (page: Page, leave: () => void): Promise<void> => {
  const gone = page.waitForEvent('framenavigated')
  await page.evaluate(leave).catch(() => null)
  await gone
}

const WAYS: Readonly<Record<string, Leave>> = {
  reload: async (page) => {
    await page.reload()
    return page
  },
  'reload from within': async (page) => {
    await inside(page, () => location.reload())
    return page
  },
  'navigate, and come back with the back button': async (page) => {
    await page.goto('about:blank')
    await page.goBack()
    return page
  },
  'follow an address': async (page) => {
    await inside(page, () => location.assign('./licences-words.txt'))
    await page.waitForURL(/licences-words/)
    await page.goBack()
    return page
  },
  'close, and be asked': async (page, context) => {
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
    return another(context)
  },
  [SUDDEN]: async (page, context) => {
    await page.close()
    return another(context)
  },
}

async function opened(page: Page, passphrase: string | null): Promise<void> {
  if (passphrase !== null) await unlock(page, passphrase)
  await mapIsOpen(page)
}

for (const isSealed of [false, true]) {
  test(`left right after an edit, ${isSealed ? 'a sealed map' : 'a map'} has it`, async ({
    page: first,
    context,
    guard,
  }) => {
    // A text without a page around it: the browser looks for its icon.
    guard.expectFault(/status of 404/)
    const seed = SEED * 100 + Number(isSealed)
    const times = Math.ceil(LEAVINGS / 2)
    test.setTimeout(60_000 + times * 10_000)
    const random = chance(seed)
    const story = workshop(random)
    let passphrase: string | null = null
    if (isSealed) passphrase = await newSealedMap(first, 'Left')
    else await newMap(first, 'Left')
    const ledger = newLedger()
    await watchPromises(context, ledger.promise)
    await first.reload()
    let page = first
    let edits = 0
    let dropped = 0
    const ways = Object.entries(WAYS)
    for (let time = 0; time < times; time += 1) {
      const [way, leave] = ways[time % ways.length] ?? []
      if (!leave) continue
      if (time === 0) await opened(page, passphrase)
      for (let count = 0; count <= random() * 4; count += 1)
        for (const step of story.next(ledger.now())) {
          await ledger.perform(page, step)
          edits += 1
        }
      page = await leave(page, context)
      await opened(page, passphrase)
      const last = spelt(ledger.now())
      const all = expect.poll(
        async () => spelt(await readMap(page)),
        `seed ${seed}, ${time}: ${way}`,
      )
      if (way !== SUDDEN) await all.toBe(last)
      const found = await readMap(page)
      expect(ledger.judge(found), `seed ${seed}, leaving ${time}: ${way}`).toBeNull()
      if (spelt(found) !== last) dropped += 1
    }
    figure(
      `leavings${isSealed ? ' of a sealed map' : ''}`,
      `${times}, with ${edits} edits; 0 shown as saved lost, 0 lost where the page was asked; ` +
        `${dropped} not yet saved gone where it was not asked`,
    )
  })
}
