import type { BrowserContext, Locator, Page } from '@playwright/test'
import {
  addAndPlace,
  addField,
  card,
  expect,
  newMap,
  openStart,
  saved,
  test,
} from './support/app.ts'
import { faults } from './support/axe.ts'
import { panic, typeOffered } from './support/sealing.ts'

const HIDDEN = 'Nurse Zebulon'

const state = (page: Page, words: string): Locator =>
  page.getByRole('button', { name: `Wall: ${words}`, exact: true })
const panel = (page: Page): Locator => page.getByRole('region', { name: 'Wall', exact: true })
const press = (page: Page, name: string) =>
  panel(page).getByRole('button', { name, exact: true }).click()
/** Somebody's name on the wall, as drawn. */
const onWall = (wall: Page, name: string): Locator =>
  wall.locator('svg.wall-drawing text', { hasText: new RegExp(`^${name}$`) })

/** A map with three whom anybody may see, and one whom only the team does. */
async function workshop(page: Page): Promise<void> {
  await newMap(page, 'Water for all')
  await addAndPlace(page, 'Union', 2)
  await addAndPlace(page, 'Parish', 3)
  await addAndPlace(page, 'Council', 5)
  await addAndPlace(page, HIDDEN, 1)
  await card(page, HIDDEN).click()
  await page.getByLabel('Confidentiality').selectOption({ label: 'Confidential: hidden' })
  await expect(card(page, HIDDEN)).toHaveAccessibleName(/confidential/)
}

async function openWall(page: Page, context: BrowserContext): Promise<Page> {
  const opened = context.waitForEvent('page')
  await page.getByRole('button', { name: 'Open wall' }).click()
  const wall = await opened
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await expect(state(page, 'live')).toBeVisible()
  await expect(onWall(wall, 'Union')).toBeVisible()
  return wall
}

/** Milliseconds from a key in the console to the first change on the wall; both clocks are the machine's. */
async function keyToWall(page: Page, wall: Page, key: string): Promise<number> {
  const changed = wall.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          resolve(performance.timeOrigin + performance.now())
        })
        observer.observe(document.body, { subtree: true, childList: true, attributes: true })
      }),
  )
  const pressed = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const onKey = ({ timeStamp }: KeyboardEvent) => resolve(performance.timeOrigin + timeStamp)
        document.addEventListener('keydown', onKey, { once: true, capture: true })
      }),
  )
  // Both must be listening before the key is pressed.
  await Promise.all([page.evaluate(() => 0), wall.evaluate(() => 0)])
  await page.keyboard.press(key)
  return (await changed) - (await pressed)
}

const nothingHiddenOn = async (wall: Page): Promise<void> => {
  expect(await wall.content()).not.toContain('Zebulon')
  expect(await wall.locator('body').ariaSnapshot()).not.toContain('Zebulon')
  expect(`${await wall.title()} ${wall.url()}`).not.toContain('Zebulon')
}

test('the wall follows the map, and freezes, darkens and points as it is told', async ({
  page,
  context,
}) => {
  await workshop(page)
  const wall = await openWall(page, context)
  await nothingHiddenOn(wall)
  expect(await wall.evaluate(() => window.opener)).toBeNull()

  await card(page, 'Union').click()
  const times: number[] = []
  for (const key of ['1', '4', '3', '2']) times.push(await keyToWall(page, wall, key))
  test.info().annotations.push({
    type: 'ms from key to wall',
    description: times.map(Math.round).join(', '),
  })
  expect(Math.max(...times)).toBeLessThan(1000)
  await expect(wall.getByRole('img')).toHaveAccessibleName(/Union/)

  await page.keyboard.press('Shift+S')
  await expect(panel(page).getByRole('button', { name: 'Spotlight', pressed: true })).toBeVisible()
  await expect.poll(() => opacityOf(wall, 'Parish')).toBeLessThan(0.6)
  expect(await opacityOf(wall, 'Union')).toBe(1)
  await page.keyboard.press('Shift+S')
  await card(page, HIDDEN).click()
  await expect(panel(page).getByRole('button', { name: 'Spotlight' })).toBeDisabled()

  await press(page, 'Freeze')
  await expect(state(page, 'frozen')).toBeVisible()
  await addAndPlace(page, 'Bus drivers', 4)
  // The wall has done what it was told later: anything about them would be on it by now.
  await press(page, 'Blackout')
  await expect(onWall(wall, 'Union')).toHaveCount(0)
  await press(page, 'Lights on')
  await expect(onWall(wall, 'Union')).toBeVisible()
  await expect(onWall(wall, 'Bus drivers')).toHaveCount(0)
  await wall.reload()
  await expect(onWall(wall, 'Union')).toBeVisible()
  await expect(onWall(wall, 'Bus drivers')).toHaveCount(0)
  await saved(page)
  await page.reload()
  await expect(state(page, 'frozen')).toBeVisible()
  await expect(onWall(wall, 'Bus drivers')).toHaveCount(0)
  await press(page, 'Unfreeze')
  await expect(onWall(wall, 'Bus drivers')).toBeVisible()

  await press(page, 'Blackout')
  await expect(onWall(wall, 'Union')).toHaveCount(0)
  await nothingHiddenOn(wall)
  await press(page, 'Lights on')
  await expect(onWall(wall, 'Union')).toBeVisible()

  const sizeOf = async () => (await onWall(wall, 'Bus drivers').boundingBox())?.height ?? 0
  const whole = await sizeOf()
  await panel(page).getByLabel('Zoom').selectOption({ label: 'Follow mine' })
  await card(page, 'Bus drivers').hover()
  for (let i = 0; i < 5; i++) await page.mouse.wheel(0, -300)
  await expect.poll(sizeOf).toBeGreaterThan(1.3 * whole)
  await panel(page).getByLabel('Zoom').selectOption({ label: 'Whole map' })
  await expect.poll(sizeOf).toBeCloseTo(whole, 0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')

  await panel(page).getByText('More for the wall').click()
  await panel(page).getByLabel('Show what has moved').check()
  await card(page, 'Parish').click()
  await page.keyboard.press('1')
  await expect(wall.getByText(/^Then/)).toBeVisible()
  await page.getByRole('tab', { name: 'Network' }).click()
  await expect(wall.getByText(/^Then/)).toHaveCount(0)
  await expect(onWall(wall, 'Parish')).toBeVisible()
  await nothingHiddenOn(wall)
  expect(await faults(page)).toEqual([])

  await press(page, 'Close wall')
  await expect.poll(() => wall.isClosed()).toBe(true)
  await expect(page.getByRole('button', { name: 'Open wall' })).toBeVisible()
})

test('another map is put on the wall by nobody but the facilitator', async ({ page, context }) => {
  await workshop(page)
  const wall = await openWall(page, context)
  await openStart(page)
  await expect(onWall(wall, 'Union')).toHaveCount(0)
  await newMap(page, 'Another issue')
  await addAndPlace(page, 'Strangers', 3)
  await expect(state(page, 'at rest')).toBeVisible()
  await expect(wall.locator('body')).not.toContainText(/Strangers|Another issue|Union/)
  await press(page, 'Show this map')
  await expect(onWall(wall, 'Strangers')).toBeVisible()
  await saved(page)

  // A second tab follows the map while it is still clear.
  const follower = await context.newPage()
  await follower.goto(page.url())
  await expect(card(follower, 'Strangers')).toBeVisible()
  await expect(addField(follower)).toBeDisabled()
  await page.getByRole('button', { name: 'Map settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Map settings' })
  await settings.getByRole('button', { name: 'Seal this map…' }).click()
  await typeOffered(page)
  await page.getByRole('button', { name: 'Seal the map' }).click()
  await expect(follower.getByRole('heading', { name: /^Sealed map/ })).toBeVisible()
  expect(await follower.title()).toBe('Allyscope')
  await expect(follower.locator('body')).not.toContainText(/Strangers|Another issue/)
  await follower.close()

  await settings.getByRole('button', { name: 'Close' }).click()
  await addAndPlace(page, 'Sealed folk', 1)
  await expect(onWall(wall, 'Sealed folk')).toBeVisible()
  await panic(page)
  await expect(wall.locator('svg.wall-drawing')).toHaveCount(0)
  await expect(wall.locator('body')).not.toContainText(/Strangers|Another issue|Sealed folk/)
  await wall.close()
})

test('Present makes this window the wall, and leaving it leads to the public preview', async ({
  page,
}) => {
  await workshop(page)
  await card(page, 'Union').focus()
  await page.keyboard.press('Shift+P')
  const wall = page.getByRole('main', { name: 'Wall' })
  await expect(wall.getByRole('button', { name: /^Union/ })).toBeVisible()
  await expect(page.locator('.editor')).toHaveCount(0)
  await nothingHiddenOn(page)
  await page.keyboard.press('ArrowRight')
  await expect(wall.getByRole('button', { name: /^Union/, pressed: true })).toBeVisible()
  await page.keyboard.press('3')
  await page.keyboard.press('b')
  await expect(wall.getByRole('button', { name: /^Union/ })).toHaveCount(0)

  // Reloaded, it is a wall at once, as black as it was: the menus are nothing for a projector.
  await page.reload()
  await expect(wall).toBeVisible()
  await expect(page.locator('.editor')).toHaveCount(0)
  await expect(wall.getByRole('button', { name: /^Union/ })).toHaveCount(0)
  await page.keyboard.press('b')
  await expect(wall.getByRole('button', { name: /^Union/ })).toBeVisible()
  await nothingHiddenOn(page)
  expect(await faults(page)).toEqual([])

  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Stay' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.mouse.move(500, 500)
  await page.mouse.move(520, 520)
  await wall.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('radio', { name: 'Public preview' })).toBeChecked()
  await nothingHiddenOn(page)
})

test('a wall whose console is gone rests; one whose console is reloaded goes on', async ({
  page,
  context,
}) => {
  await newMap(page, 'Water for all')
  await addAndPlace(page, 'Union', 2)
  const wall = await openWall(page, context)
  await page.reload()
  await expect(state(page, 'live')).toBeVisible()
  await expect(onWall(wall, 'Union')).toBeVisible()
  // From here on the wall's time is the test's.
  await wall.clock.install()
  await page.close()
  await wall.clock.runFor(5_000)
  // Not at once: consoles are reloaded, and come back.
  await expect(onWall(wall, 'Union')).toBeVisible()
  await expect(async () => {
    await wall.clock.runFor(15_000)
    await expect(wall.getByText('Nobody is guiding this wall any more.')).toBeVisible({
      timeout: 300,
    })
  }).toPass()
  await expect(onWall(wall, 'Union')).toHaveCount(0)
})

/** How strongly somebody is drawn on the wall, groups around it included. */
const opacityOf = (wall: Page, name: string): Promise<number> =>
  onWall(wall, name).evaluate((text) => {
    let opacity = 1
    for (let at: Element | null = text; at && at.tagName !== 'svg'; at = at.parentElement) {
      opacity *= Number(getComputedStyle(at).opacity)
    }
    return opacity
  })
