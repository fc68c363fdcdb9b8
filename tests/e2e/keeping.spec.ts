import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  addAndPlace,
  addField,
  addStakeholder,
  canvas,
  card,
  details,
  expect,
  newMap,
  notPlaced,
  pasteNames,
  saved,
  test,
  trayCard,
  undoButton,
} from './support/app.ts'
import { drag, pieOn, pointOn } from './support/pie.ts'
import { shownState } from './support/state.ts'

const field = (page: Page, label: string) => details(page).getByLabel(label, { exact: true })

const setting = async (
  page: Page,
  act: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
) => {
  await page.getByRole('button', { name: 'Map settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Map settings' })
  await act(dialog)
  await dialog.getByRole('button', { name: 'Close' }).click()
}

const EDITS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  add: (page) => addStakeholder(page, 'Asthma Network'),
  paste: (page) => pasteNames(page, 'Bishop’s office\nنقابة\nТаксисты'),
  key: (page) => addAndPlace(page, 'Councillor Reyes', 4),
  drag: async (page) =>
    drag(page, trayCard(page, 'Asthma Network'), pointOn(await pieOn(page), 1.3, 0.8)),
  target: async (page) => {
    await card(page, 'Asthma Network').click()
    await field(page, 'We want them at').selectOption('Active allies')
  },
  influence: async (page) => {
    await card(page, 'Asthma Network').click()
    await details(page).getByRole('radio', { name: 'High' }).check()
  },
  confidentiality: async (page) => {
    await card(page, 'Asthma Network').click()
    await field(page, 'Confidentiality').selectOption('Confidential: hidden')
  },
  rename: async (page) => {
    await card(page, 'Councillor Reyes').click()
    await field(page, 'Name').fill('Councillor Reyes (Ward 6)')
    await field(page, 'Name').press('Enter')
  },
  nudge: async (page) => {
    await card(page, 'Councillor Reyes (Ward 6)').focus()
    await page.keyboard.press('Shift+ArrowLeft')
  },
  remove: async (page) => {
    await trayCard(page, 'Bishop’s office').click()
    await page.keyboard.press('Delete')
  },
  undo: (page) => addStakeholder(page, 'Never there').then(() => undoButton(page).click()),
  'allies on the right': (page) =>
    setting(page, (dialog) => dialog.getByRole('radio', { name: 'Right' }).check()),
  'segment name': (page) =>
    setting(page, async (dialog) => dialog.getByLabel('Neutral').fill('Sitting on the fence')),
  tidy: (page) => page.getByRole('button', { name: 'Tidy' }).click(),
  zoom: async (page) => {
    await page.mouse.move(700, 500)
    await page.mouse.wheel(0, -240)
    await expect(canvas(page)).not.toHaveClass(/is-zooming/)
  },
  pan: async (page) => {
    await page.mouse.move(700, 800)
    await page.mouse.down()
    await page.mouse.move(640, 760, { steps: 3 })
    await page.mouse.up()
  },
}

test('a reload right after each kind of edit gives the same map, view and zoom', async ({
  page,
}) => {
  await newMap(page, 'Keeping')
  let last: unknown = null
  for (const [kind, edit] of Object.entries(EDITS)) {
    await edit(page)
    const before = await shownState(page)
    expect(before, `${kind} changes what is shown`).not.toEqual(kind === 'undo' ? null : last)
    await page.reload()
    await expect(addField(page)).toBeEnabled()
    await expect.poll(() => shownState(page), kind).toEqual(before)
    last = before
  }
})

test('what is being typed is kept when the page is left in the middle of it', async ({
  page,
  context,
}) => {
  await newMap(page, 'Keeping')
  await addStakeholder(page, 'Plant engineer')
  await trayCard(page, 'Plant engineer').click()
  await field(page, 'Notes').pressSequentially('Call after six')
  await page.goto('about:blank')
  const next = await context.newPage()
  await next.goto('./')
  await trayCard(next, 'Plant engineer').click()
  await expect(field(next, 'Notes')).toHaveValue('Call after six')
  await addField(next).fill('Half a na')
  await field(next, 'Can bring').pressSequentially('Vans')
  await next.goto('about:blank')
  const third = await context.newPage()
  await third.goto('./')
  await expect(addField(third)).toHaveValue('Half a na')
  await trayCard(third, 'Plant engineer').click()
  await expect(details(third).getByRole('button', { name: 'Remove Vans' })).toBeVisible()
})

test('forty edits in one breath are all kept when the page is left at once', async ({
  page,
  context,
}) => {
  await newMap(page, 'Keeping')
  await addField(page).focus()
  const names = Array.from({ length: 40 }, (_, index) => `Caller ${index + 1}`)
  await page.evaluate((called) => {
    const input = document.activeElement
    if (!(input instanceof HTMLInputElement)) throw new Error('the field has no focus')
    for (const name of called) {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', `${name}\n${name} again`)
      input.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }
    location.href = 'about:blank'
  }, names)
  await page.waitForURL('about:blank')
  const next = await context.newPage()
  await next.goto('./')
  await expect(notPlaced(next).getByRole('listitem')).toHaveText(
    names.flatMap((name) => [name, `${name} again`]),
  )
})

test('closing and opening the browser brings back the last map with its view', async ({
  playwright,
  baseURL,
}, { project }) => {
  const folder = await mkdtemp(join(tmpdir(), 'allyscope-profile-'))
  const { launchOptions = {}, viewport = null, locale = 'en-GB' } = project.use
  const start = () =>
    playwright.chromium.launchPersistentContext(folder, {
      ...launchOptions,
      viewport,
      locale,
      serviceWorkers: 'allow',
      ...(baseURL === undefined ? {} : { baseURL }),
    })
  try {
    const first = await start()
    const page = await first.newPage()
    await newMap(page, 'Not the last')
    await newMap(page, 'Kept over night')
    await addAndPlace(page, 'Night nurses', 2)
    await EDITS['zoom']?.(page)
    await EDITS['pan']?.(page)
    await saved(page)
    const before = await shownState(page)
    // As a person closes a tab: the page hears of it.
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => page.isClosed()).toBe(true)
    await first.close()
    const second = await start()
    const again = await second.newPage()
    await again.goto('./')
    await expect(again.getByRole('heading', { name: 'Kept over night' })).toBeVisible()
    await expect.poll(() => shownState(again)).toEqual(before)
    await second.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test.describe('on a full device', () => {
  // The offline copy counts as well, and its failure is not what is tested here.
  test.use({ serviceWorkers: 'block' })

  test('the status line says that a change is not kept, and when it is after all', async ({
    page,
    context,
    baseURL,
  }) => {
    const browser = await context.newCDPSession(page)
    const origin = new URL(baseURL ?? '').origin
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 })
    await newMap(page, 'Full')
    const names = Array.from({ length: 1000 }, (_, index) => `${index} `.padEnd(290, 'long name '))
    const failed = page.getByRole('alert').filter({ hasText: 'The storage of this device is full' })
    let pasted = 0
    await expect(async () => {
      await pasteNames(page, names.map((name) => `${pasted}.${name}`).join('\n'))
      pasted += 1
      await expect(failed).toContainText('Not saved:', { timeout: 500 })
    }).toPass({ timeout: 20_000 })
    await expect(page.getByText('All changes saved on this device')).toHaveCount(0)
    // All of it is still here, and one click away from being a file.
    const [backup] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save a backup file' }).click(),
    ])
    const file: { stakeholders: unknown[] } = JSON.parse(
      await readFile(await backup.path(), 'utf8'),
    )
    expect(file.stakeholders).toHaveLength(pasted * names.length)
    // Neither the way to the other maps nor the browser's own leads away without a question.
    await page.getByRole('button', { name: 'All maps' }).click()
    const question = page.getByRole('dialog', { name: 'Not all of this map is stored' })
    await question.getByRole('button', { name: 'Try again' }).click()
    await question.getByRole('button', { name: 'Stay' }).click()
    await expect(question).toBeHidden()
    await expect(page.getByRole('heading', { name: 'Full', exact: true })).toBeVisible()
    for (const _time of ['once', 'and again']) {
      await page.evaluate(() => history.back())
      await question.getByRole('button', { name: 'Stay' }).click()
      await expect(question).toBeHidden()
      expect(page.url()).toContain('#/map/')
    }
    const asked = page.waitForEvent('dialog')
    await page.evaluate(() => setTimeout(() => location.reload()))
    const prompt = await asked
    expect(prompt.type()).toBe('beforeunload')
    await prompt.dismiss()
    await expect(failed).toContainText('Not saved:')
    await browser.send('Storage.overrideQuotaForOrigin', { origin })
    await expect(async () => {
      const retry = page.getByRole('button', { name: 'Try again' })
      if (await retry.isVisible()) await retry.click({ timeout: 300 })
      await expect(page.getByText('All changes saved on this device')).toBeVisible({
        timeout: 1000,
      })
    }).toPass({ timeout: 20_000 })
    await page.reload()
    // The list itself fills up as it is scrolled.
    const kept = pasted * names.length
    await expect(page.getByRole('heading', { name: `Not placed yet ${kept}` })).toBeVisible()
  })
})
