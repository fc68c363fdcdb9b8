import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import {
  addField,
  addStakeholder,
  card,
  details,
  expect,
  openExample,
  saved,
  test,
} from './support/app.ts'
import { newProfile } from './support/profile.ts'

test.use({ serviceWorkers: 'allow' })

/** Parts of the browser that fail from now on, as a bug or another browser would have it. */
type Broken = 'canvas' | 'chance' | 'editor'

/** Lets parts of the browser fail on demand: what the app is built of is left as it is. */
async function mayBreak(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (location.protocol === 'about:') return
    const isBroken = (part: string) => sessionStorage.getItem('broken') === part
    const NAMED = 'no place for Mississippi State Sovereignty Commission'
    const Observer = ResizeObserver
    window.ResizeObserver = class extends Observer {
      constructor(run: ResizeObserverCallback) {
        if (isBroken('canvas')) throw new TypeError(NAMED)
        super(run)
      }
    }
    const chance = crypto.randomUUID.bind(crypto)
    crypto.randomUUID = () => {
      if (isBroken('chance')) throw new RangeError(NAMED)
      return chance()
    }
    const listen = EventTarget.prototype.addEventListener
    EventTarget.prototype.addEventListener = function (...args: Parameters<typeof listen>) {
      const isEditor = this instanceof Element && this.classList.contains('editor')
      if (isEditor && isBroken('editor')) throw new Error(NAMED)
      listen.apply(this, args)
    }
  })
}
const breakDown = (page: Page, part: Broken | null) =>
  page.evaluate((broken) => sessionStorage.setItem('broken', broken ?? ''), part)

test('a bug in one view, in a step and in the whole page: the map is safe, and there is a way on', async ({
  page,
  guard,
}) => {
  guard.expectFault(/an error was thrown: RangeError/)
  await mayBreak(page)
  await openExample(page)

  await test.step('the network can’t be drawn; everything around it works', async () => {
    await breakDown(page, 'canvas')
    await page.getByRole('tab', { name: 'Network' }).click()
    const crash = page.getByRole('alert').filter({ hasText: 'The network could not be drawn.' })
    await expect(crash).toContainText('Your map is safe: every change is saved.')
    await addStakeholder(page, 'Somebody else')
    await saved(page)
  })

  await test.step('the report says nothing that was typed', async () => {
    await page.getByRole('button', { name: 'Problem report' }).click()
    const dialog = page.getByRole('dialog', { name: 'Problem report' })
    await dialog.getByRole('checkbox', { name: 'With the shape of the map' }).check()
    const text = await dialog.getByRole('textbox').inputValue()
    expect(text).toContain('Error: TypeError: ')
    expect(text).toContain('Last changes: add')
    expect(text).toMatch(/^ {4}at .*index-[\w-]+\.js:\d+:\d+/m)
    expect(text).not.toMatch(/missi|sippi|sover|commis|somebody|freedom|https?:|127\.0/i)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save as a file' }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toBe(text)
    await dialog.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('another view works, and so does the same one when it is mended', async () => {
    await breakDown(page, null)
    await page.getByRole('alert').getByRole('button', { name: 'Spectrum' }).click()
    await expect(card(page, 'Governor Paul B. Johnson Jr.')).toBeVisible()
    await page.getByRole('tab', { name: 'Network' }).click()
    await expect(page.getByRole('region', { name: 'Network' })).toBeVisible()
  })

  await test.step('a step that fails is told of', async () => {
    await breakDown(page, 'chance')
    await addField(page).fill('Nobody')
    await addField(page).press('Enter')
    const notice = page.getByRole('alert').filter({ hasText: 'could not finish the last step' })
    await expect(notice).toContainText('every change is saved')
    await notice.getByRole('button', { name: 'Close' }).click()
    await expect(notice).toBeHidden()
    expect(guard.faults).toEqual([])
  })

  await test.step('a map that can’t be shown at all does not keep anybody from the others', async () => {
    await breakDown(page, 'editor')
    await page.reload()
    const crash = page.getByRole('alert')
    await expect(crash).toContainText('Your map is safe')
    await crash.getByRole('button', { name: 'Try again' }).click()
    await expect(crash).toContainText('Your map is safe')
    await page.goto('about:blank')
    await page.goto('./')
    await expect(page.getByRole('heading', { name: 'Maps', exact: true })).toBeVisible()
    await page.getByRole('button', { name: /^Freedom Summer/ }).click()
    await page.getByRole('alert').getByRole('button', { name: 'All maps' }).click()
    await expect(page.getByRole('heading', { name: 'Maps', exact: true })).toBeVisible()
    await breakDown(page, null)
    await page.getByRole('button', { name: /^Freedom Summer/ }).click()
    await expect(addField(page)).toBeEnabled()
  })
})

test('what was being typed when the browser was killed is offered', async ({ baseURL }, {
  project,
}) => {
  const profile = await newProfile(project.use.launchOptions ?? {}, baseURL ?? '')
  const WORDS =
    'she said that the council would meet again on the tenth, and that nobody had called'
  try {
    const { page, kill } = await profile.start()
    await openExample(page)
    await card(page, 'Governor Paul B. Johnson Jr.').click()
    await saved(page)
    await details(page).getByRole('textbox', { name: 'Notes' }).focus()
    // On and on, without a pause that would tell that somebody has finished.
    await page.keyboard.type(WORDS, { delay: 25 })
    await page.waitForTimeout(300)
    await kill()
    await profile.use(async (again) => {
      await again.goto('./')
      await details(again)
        .getByRole('button', { name: /^Show: Notes/ })
        .click()
      const notes = details(again).getByRole('textbox', { name: 'Notes' })
      await expect(notes).toHaveValue(WORDS)
      await expect(notes).toHaveAccessibleDescription('Kept from before, not part of the map yet.')
      await details(again).getByRole('button', { name: 'Take it in: Notes' }).click()
      await expect(notes).toHaveAccessibleDescription('')
      await saved(again)
      await again.reload()
      await card(again, 'Governor Paul B. Johnson Jr.').click()
      await expect(details(again).getByRole('textbox', { name: 'Notes' })).toHaveValue(WORDS)
    })
  } finally {
    await profile.remove()
  }
})
