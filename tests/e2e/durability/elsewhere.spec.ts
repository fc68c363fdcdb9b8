import type { Page } from '@playwright/test'
import {
  addField,
  addStakeholder,
  expect,
  newMap,
  notPlaced,
  openStart,
  saved,
  test,
  trayCard,
} from '../support/app.ts'
import { fullCopy } from '../support/exporting.ts'
import { figure } from '../support/scale.ts'

test.use({ serviceWorkers: 'allow' })

/** What another tab does to a map that is edited here: it is said, and nothing that was typed goes with it. */

const called = (page: Page) => notPlaced(page).getByRole('listitem')

test('a map that is renamed or deleted in another tab says so where it is edited, and no edit goes unsaid', async ({
  page,
  context,
}) => {
  await newMap(page, 'Old name')
  await addStakeholder(page, 'Before')
  await saved(page)
  const list = await context.newPage()
  await openStart(list)
  await list.getByRole('button', { name: 'Rename Old name' }).click()
  const renaming = list.getByRole('dialog', { name: 'Rename the map' })
  await renaming.getByRole('textbox').fill('New name')
  await renaming.getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'New name' })).toBeVisible()

  // The tab that edits has more to write at that very moment.
  const removing = list.getByRole('button', { name: 'Move New name to the bin' }).click()
  await addField(page).fill('During the deletion')
  await addField(page).press('Enter')
  await removing
  // While the other tab writes, Enter is not taken, and the name stays in the field.
  await expect(addField(page)).toBeEnabled()
  if ((await addField(page).inputValue()) !== '') await addField(page).press('Enter')
  await expect(trayCard(page, 'During the deletion')).toBeVisible()
  await list.getByText('Bin · 1 map').click()
  await list.getByRole('button', { name: 'Delete New name for good' }).click()
  await list.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click()
  await expect(list.getByText('The map is deleted.').first()).toBeAttached()
  await list.close()

  await page.bringToFront()
  const names = ['Before', 'During the deletion']
  if (await addField(page).isEnabled()) {
    await addStakeholder(page, 'After the deletion')
    names.push('After the deletion')
  }
  await expect(page.getByText('All changes saved on this device')).toHaveCount(0)
  await expect(page.getByText(/no longer on this device|deleted/).first()).toBeVisible()
  for (const name of names) await expect(trayCard(page, name)).toBeVisible()
  const copy = await fullCopy(page)
  for (const name of names) expect(copy).toContain(name)
  await page.getByRole('button', { name: 'Keep it as a new map' }).click()
  await saved(page)
  await page.reload()
  await expect(called(page)).toHaveText(names)
})

test.describe('without Web Locks', () => {
  test.use({ serviceWorkers: 'block' })

  test('two tabs that both write overwrite nothing that was said to be saved', async ({
    page,
    context,
  }) => {
    await context.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'locks')
    })
    await newMap(page, 'No locks')
    await addStakeholder(page, 'In the first before')
    await saved(page)
    const other = await context.newPage()
    await other.goto(page.url())
    await expect(addField(other)).toBeEnabled()
    const promised = ['In the first before']
    const refused: string[] = []
    for (const [tab, name] of [
      [page, 'In the first'],
      [other, 'In the second'],
      [page, 'In the first again'],
      [other, 'In the second again'],
    ] as const) {
      await addField(tab).fill(name)
      await addField(tab).press('Enter')
      await expect(trayCard(tab, name)).toBeVisible()
      const yes = tab.getByText('All changes saved on this device')
      const no = tab.getByRole('alert').filter({ hasText: 'Not saved' })
      await expect(yes.or(no).first()).toBeVisible()
      // Not the word of a moment ago: it has to stand.
      await tab.waitForTimeout(300)
      if (await yes.isVisible()) promised.push(name)
      else refused.push(name)
    }
    const third = await context.newPage()
    await third.goto(page.url())
    await expect(trayCard(third, 'In the first before')).toBeVisible()
    const kept = await called(third).allTextContents()
    expect(kept).toEqual(expect.arrayContaining(promised))
    // What was refused is still on its tab's screen.
    for (const name of refused)
      expect(
        [
          ...(await called(page).allTextContents()),
          ...(await called(other).allTextContents()),
        ].includes(name),
        name,
      ).toBe(true)
    figure(
      'without Web Locks',
      `${promised.length} saved and there, ${refused.length} refused and said`,
    )
  })
})
