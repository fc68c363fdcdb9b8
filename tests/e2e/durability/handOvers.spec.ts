import type { BrowserContext, Locator, Page } from '@playwright/test'
import { chance } from '../../../src/drawing/network/layout/chance.ts'
import {
  addField,
  addStakeholder,
  details,
  expect,
  newMap,
  notPlaced,
  saved,
  test,
  trayCard,
} from '../support/app.ts'
import { figure, greatest, scaled, SEED } from '../support/scale.ts'

test.use({ serviceWorkers: 'allow' })

/** Several tabs with the same map: each edit of any of them is kept, in its order. */

const EDITS = scaled('INTERLEAVED', { small: 30, full: 600 })
/** Edits a map; more than are in the list at once would have to be scrolled to. */
const PER_MAP = Math.min(90, EDITS / 2)
const isFull = EDITS > 100

const editHere = (page: Page): Locator => page.getByRole('button', { name: 'Edit here' })
const called = (page: Page): Locator => notPlaced(page).getByRole('listitem')

/** Takes over with "Edit here"; ms from the click until names can be typed, as the page itself measures it. */
async function takeOver(page: Page): Promise<number> {
  await page.bringToFront()
  await editHere(page).evaluate((button) => {
    Reflect.deleteProperty(window, 'tookOver')
    const begin = () => {
      const start = performance.now()
      const watcher = new MutationObserver(() => {
        const field = document.querySelector('.add-input')
        if (!(field instanceof HTMLInputElement) || field.disabled) return
        Reflect.set(window, 'tookOver', performance.now() - start)
        watcher.disconnect()
      })
      watcher.observe(document, { subtree: true, attributeFilter: ['disabled'] })
    }
    button.addEventListener('click', begin, { once: true, capture: true })
  })
  await editHere(page).click()
  await expect(addField(page)).toBeEnabled()
  const took = await page.waitForFunction(() => Number(Reflect.get(window, 'tookOver')) || null)
  return Number(await took.jsonValue())
}

/** Notes in a page when a name comes into its list; the clock is the machine's. */
const watchNames = (context: BrowserContext) =>
  context.addInitScript(() => {
    const seen: Record<string, number> = {}
    Object.assign(window, { seen })
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) {
          const name = node instanceof HTMLLIElement ? (node.textContent ?? '') : ''
          if (name !== '') seen[name] ??= Date.now()
        }
    }).observe(document, { subtree: true, childList: true })
  })

const seenAt = (page: Page, name: string): Promise<number> =>
  page.evaluate((each) => Number(Object(Reflect.get(window, 'seen'))[each]), name)

const second = async (context: BrowserContext, first: Page): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(first.url())
  await expect(editHere(page)).toBeVisible()
  return page
}

for (const tabs of isFull ? [2, 3] : [3]) {
  test(`${tabs} tabs edit one map in turn: nothing is lost, and all stand in their order`, async ({
    page,
    context,
  }) => {
    const edits = Math.ceil(EDITS / 2)
    test.setTimeout(60_000 + edits * 1000)
    await watchNames(context)
    const random = chance(SEED * 10 + tabs)
    const handOvers: number[] = []
    const lags: number[] = []
    let done = 0
    for (let map = 0; done < edits; map += 1) {
      await newMap(page, `Shared ${map}`)
      const all = [page]
      while (all.length < tabs) all.push(await second(context, page))
      const names: string[] = []
      let writer = page
      let note = ''
      while (names.length < PER_MAP && done < edits) {
        const next = all[Math.floor(random() * tabs)] ?? page
        if (next !== writer) handOvers.push(await takeOver(next))
        writer = next
        // Some are typed in one breath with the hand-over that follows.
        for (let count = 0; count <= random() * 5; count += 1) {
          const name = `Caller ${map}-${names.length}`
          await addStakeholder(writer, name)
          names.push(name)
          done += 1
        }
        if (random() < 0.2 && names.length > 0) {
          note = `Said ${names.length}`
          await trayCard(writer, names[0] ?? '').click()
          await details(writer).getByLabel('Notes').fill(note)
          await addField(writer).focus()
          done += 1
        }
      }
      await saved(writer)
      for (const tab of all) await expect(called(tab)).toHaveText(names)
      const last = names.at(-1) ?? ''
      const at = await seenAt(writer, last)
      for (const tab of all) if (tab !== writer) lags.push((await seenAt(tab, last)) - at)
      for (const tab of all) if (tab !== page) await tab.close()
      await page.reload()
      await expect(called(page)).toHaveText(names)
      await trayCard(page, names[0] ?? '').click()
      await expect(details(page).getByLabel('Notes')).toHaveValue(note)
    }
    figure(
      `interleaved edits in ${tabs} tabs`,
      `${done}, ${handOvers.length} hand-overs, 0 lost, longest hand-over ${Math.round(greatest(handOvers))} ms, ` +
        `a follower shows a change after at most ${greatest(lags)} ms`,
    )
  })
}

test('a tab that crashed, one that is frozen and one that hangs are taken over from', async ({
  page,
  context,
  guard,
}) => {
  // What a page that crashed was still loading.
  guard.expectFault(/ERR_FAILED/)
  await newMap(page, 'Taken over')
  await addStakeholder(page, 'Before the crash')
  await saved(page)
  const other = await second(context, page)
  const browser = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  const start = Date.now()
  void browser.send('Page.crash').catch(() => null)
  await crashed
  await expect(async () => {
    // It goes by itself, when the lock is free.
    if (await editHere(other).isVisible()) await editHere(other).click({ timeout: 300 })
    await expect(addField(other)).toBeEnabled({ timeout: 50 })
  }).toPass({ intervals: [20], timeout: 10_000 })
  figure('hand-over after a crashed tab', `${Date.now() - start} ms`)
  await addStakeholder(other, 'After the crash')
  await saved(other)
  if (!isFull) return

  const third = await second(context, other)
  // Held still by the debugger: this browser, without a screen, freezes nobody.
  const frozen = await context.newCDPSession(other)
  await frozen.send('Debugger.enable')
  const paused = new Promise((done) => frozen.once('Debugger.paused', done))
  await frozen.send('Debugger.pause')
  await addField(other)
    .press('x', { noWaitAfter: true, timeout: 500 })
    .catch(() => null)
  await paused
  figure('hand-over from a frozen tab', `${Math.round(await takeOver(third))} ms`)
  await addStakeholder(third, 'While the other slept')
  await saved(third)
  await frozen.send('Debugger.resume')
  await frozen.detach()
  await expect(addField(other)).toBeDisabled()
  await expect(trayCard(other, 'While the other slept')).toBeVisible()

  await takeOver(other)
  await addStakeholder(other, 'Right before it hung')
  const hanging = other.evaluate(() => {
    const until = Date.now() + 4000
    while (Date.now() < until);
  })
  figure('hand-over from a tab that hangs', `${Math.round(await takeOver(third))} ms`)
  await addStakeholder(third, 'While it hung')
  await saved(third)
  await hanging
  const all = [
    'Before the crash',
    'After the crash',
    'While the other slept',
    'Right before it hung',
    'While it hung',
  ]
  await expect(called(other)).toHaveText(all)
  await expect(addField(other)).toBeDisabled()
  await third.reload()
  await expect(called(third)).toHaveText(all)
})
