import type { Page } from '@playwright/test'
import { canvas, card, details, expect, expectCount, test, undoButton } from './support/app.ts'
import { focused } from './support/keys.ts'
import { type Entry, mapFile, openMapFile } from './support/mapFile.ts'
import { pieOn, type Point } from './support/pie.ts'

/*
 * With hundreds on the half-pie one bitmap shows everybody, and only those in use are elements of the page:
 * hand, keyboard and screen reader must not notice.
 */

const GOLDEN = (Math.sqrt(5) - 1) / 2
const COUNT = 800

/** Spread like the seeds of a sunflower; nobody in the neutral segment but the lighthouse keepers. */
const seeds: Entry[] = Array.from({ length: COUNT }, (_, i) => {
  const share = (i * GOLDEN) % 1
  const stance = share < 0.5 ? 1 - 1.5 * share : -0.25 - 1.5 * (share - 0.5)
  return { name: `Group ${i + 1}`, placement: { stance, depth: Math.sqrt((i + 0.5) / COUNT) } }
})
const keepers: Entry = { name: 'Lighthouse keepers', placement: { stance: 0, depth: 0.5 } }

const openCrowd = (page: Page) => openMapFile(page, mapFile('A crowd', [...seeds, keepers]))

/** Moves up the middle of the pie until somebody is under the pointer. */
async function findKeepers(page: Page): Promise<Point> {
  const pie = await pieOn(page)
  for (let share = 0.3; share < 0.9; share += 0.01) {
    const at = { x: pie.x, y: pie.y - share * pie.radius }
    await page.mouse.move(at.x, at.y)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
    if (await card(page, 'Lighthouse keepers').count()) return at
  }
  throw new Error('nobody is found in the middle')
}

test('the pointer finds somebody from afar, chooses, drags and takes back', async ({ page }) => {
  await openCrowd(page)
  await expect(canvas(page)).toHaveAttribute('data-drawn', String(COUNT + 1))
  expect(await canvas(page).locator('[data-stakeholder]').count()).toBeLessThan(5)
  const at = await findKeepers(page)
  await expect(card(page, 'Lighthouse keepers')).toHaveAttribute('title', 'Lighthouse keepers')
  await page.mouse.click(at.x, at.y)
  await expect(details(page).getByLabel('Name', { exact: true })).toHaveValue('Lighthouse keepers')
  await expect(card(page, 'Lighthouse keepers')).toBeFocused()
  await expectCount(page, 'Neutral', 1)

  const pie = await pieOn(page)
  await page.mouse.down()
  await page.mouse.move(pie.x - 0.6 * pie.radius, pie.y - 0.2 * pie.radius, { steps: 5 })
  await page.mouse.up()
  await expectCount(page, 'Neutral', 0)
  await undoButton(page).click()
  await expectCount(page, 'Neutral', 1)
})

test('the keyboard goes through everybody, nudges, opens, removes', async ({ page }) => {
  await openCrowd(page)
  const skip = page.getByRole('button', { name: 'Go to the stakeholders' })
  await skip.focus()
  await skip.press('Enter')
  const first = await focused(page)
  expect(first).toMatch(/^Group \d+, active ally/)
  const seen = new Set([first])
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('Tab')
    seen.add(await focused(page))
  }
  expect(seen.size).toBe(13)
  await page.keyboard.press('Shift+Tab')
  const twelfth = await focused(page)
  expect([...seen].indexOf(twelfth)).toBe(11)

  await page.keyboard.press('ArrowUp')
  await expect(undoButton(page)).toBeEnabled()
  expect(await focused(page)).toBe(twelfth)
  await page.keyboard.press('3')
  await expectCount(page, 'Neutral', 2)
  await expect
    .poll(() => focused(page))
    .toMatch(new RegExp(`^${twelfth.split(',')[0] ?? ''}, neutral`))
  await page.keyboard.press('Delete')
  await expectCount(page, 'Neutral', 1)
  await expect.poll(() => focused(page)).not.toBe('')
  await page.keyboard.press('Enter')
  await expect(details(page).getByLabel('Name', { exact: true })).toBeFocused()
})

test('a screen reader is told who stands in a segment', async ({ page }) => {
  await openCrowd(page)
  const neutral = page.getByRole('region', { name: 'Neutral, 1 stakeholder' })
  await expect(neutral).toContainText('Lighthouse keepers')
})

test('close up there are whole cards, and more come with a pan', async ({ page }) => {
  await openCrowd(page)
  const at = await findKeepers(page)
  for (let i = 0; i < 12; i += 1) {
    await page.mouse.wheel(0, -200)
    await page.waitForTimeout(20)
  }
  await expect(card(page, 'Lighthouse keepers').locator('text').first()).toHaveText('Lighthouse')
  // Those who were in sight on the way here go when the zoom has come to rest.
  await expect
    .poll(() => canvas(page).locator('[data-stakeholder]').count())
    .toBeLessThan(0.75 * COUNT)
  const before = await canvas(page).locator('[data-stakeholder]').evaluateAll(keysOf)
  await page.mouse.move(at.x + 60, at.y + 60)
  await page.mouse.down({ button: 'middle' })
  for (let i = 1; i < 20; i += 1) {
    await page.mouse.move(at.x + 60 - 40 * i, at.y + 60)
    await page.waitForTimeout(20)
  }
  await page.mouse.up({ button: 'middle' })
  await expect
    .poll(async () => {
      const after = await canvas(page).locator('[data-stakeholder]').evaluateAll(keysOf)
      return after.some((key) => !before.includes(key))
    })
    .toBe(true)
})

const keysOf = (cards: Element[]): (string | null)[] =>
  cards.map((one) => one.getAttribute('data-stakeholder'))
