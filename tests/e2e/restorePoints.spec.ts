import type { Page } from '@playwright/test'
import {
  addAndPlace,
  addStakeholder,
  allMaps,
  canvas,
  card,
  cards,
  expect,
  look,
  newMap,
  notPlaced,
  saved,
  test,
  undoButton,
} from './support/app.ts'
import { newSealedMap, panic, unlock } from './support/sealing.ts'

test.use({ serviceWorkers: 'allow' })

const NAMES = ['Nurses’ union', 'Bishop’s office', 'Tenants’ federation', 'Youth club', 'The mayor']

async function openPoints(page: Page) {
  await page.getByRole('button', { name: 'Restore points and backups' }).click()
  const dialog = page.getByRole('dialog', { name: 'Restore points and backups' })
  await dialog.getByRole('tab', { name: 'Restore points' }).click()
  return dialog
}

async function keep(page: Page, name: string) {
  const dialog = await openPoints(page)
  const field = dialog.getByRole('textbox', { name: 'Name of the restore point' })
  await field.fill(name)
  await field.press('Enter')
  await expect(dialog.getByRole('radio', { name: new RegExp(name) })).toBeChecked()
  await page.keyboard.press('Escape')
}

/** Everybody on the half-pie, in one go. */
async function removeAll(page: Page) {
  await cards(page).first().focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveCount(0)
}

const goBackTo = async (page: Page, name: RegExp) => {
  const dialog = await openPoints(page)
  await dialog.getByRole('radio', { name }).check()
  await dialog.getByRole('button', { name: 'Go back to this' }).click()
  await expect(dialog).toBeHidden()
}

test('a map goes back to a named restore point, undo brings it forward, and both outlive a reload', async ({
  page,
}) => {
  await newMap(page, 'Close the incinerator')
  for (const [n, name] of NAMES.entries()) await addAndPlace(page, name, n % 2 ? 2 : 4)
  await keep(page, 'Before the strategy weekend')

  await test.step('what happened since is told, in words of the field', async () => {
    await addAndPlace(page, 'Ridge Road school', 1)
    await card(page, 'Youth club').focus()
    await page.keyboard.press('1')
    await expect(card(page, 'Youth club')).toHaveAccessibleName(/active ally/)
    const dialog = await openPoints(page)
    await dialog.getByRole('radio', { name: /strategy weekend/ }).check()
    const shown = dialog.getByRole('region', { name: 'Before the strategy weekend' })
    const changes = shown.getByRole('region', { name: 'What has happened since' })
    await expect(changes.getByRole('listitem').nth(0)).toHaveText('Ridge Road school')
    await expect(changes.getByRole('listitem').nth(1)).toHaveText(
      'Youth club from Passive allies to Active allies',
    )
    await expect(shown.getByRole('img', { name: 'Close the incinerator' })).toContainText('Youth')
    await page.keyboard.press('Escape')
  })

  await test.step('who removes many can go back, to just before or to the weekend', async () => {
    await removeAll(page)
    await saved(page)
    await page.reload()
    await expect(notPlaced(page)).toBeVisible()
    await goBackTo(page, /Before a large deletion.*6 stakeholders/)
    await expect(cards(page)).toHaveCount(6)
    await goBackTo(page, /strategy weekend.*5 stakeholders/)
    await expect(cards(page)).toHaveCount(5)
    await expect(card(page, 'Ridge Road school')).toHaveCount(0)
    await undoButton(page).click()
    await expect(card(page, 'Ridge Road school')).toBeVisible()
    await saved(page)
    await page.reload()
    await expect(cards(page)).toHaveCount(6)
    const dialog = await openPoints(page)
    await expect(dialog.getByRole('radio', { name: /Before going back/ })).toHaveCount(2)
    await page.keyboard.press('Escape')
  })

  await test.step('they wait for the team view', async () => {
    await look(page, 'Public preview')
    const dialog = await openPoints(page)
    await expect(dialog).toContainText('Switch to the team view')
    await expect(dialog.getByRole('radio')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await look(page, 'Team view')
  })
})

test('restore points of a sealed map open with it, and are words to nobody else', async ({
  page,
}) => {
  test.slow()
  const passphrase = await newSealedMap(page, 'Close the incinerator')
  for (const name of NAMES) await addAndPlace(page, name, 3)
  await keep(page, 'Vor dem Treffen')
  await removeAll(page)
  await addStakeholder(page, 'Somebody else')
  await saved(page)
  await panic(page)

  const rows = await page.evaluate(
    () =>
      new Promise<{ keys: string[]; text: string }[]>((resolve, reject) => {
        const request = indexedDB.open('allyscope')
        request.onerror = () => reject(request.error ?? new Error('not opened'))
        request.onsuccess = () => {
          const all = request.result
            .transaction('restorePoints')
            .objectStore('restorePoints')
            .getAll()
          all.onsuccess = () => {
            request.result.close()
            const found: object[] = all.result
            resolve(
              found.map((row) => ({
                keys: Object.keys(row).toSorted(),
                text: Object.values(row)
                  .map((value: unknown) =>
                    value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value),
                  )
                  .join(' '),
              })),
            )
          }
        }
      }),
  )
  expect(rows).toHaveLength(2)
  for (const { keys, text } of rows) {
    expect(keys).toEqual(['box', 'content', 'id', 'mapId', 'rev'])
    expect(text).not.toMatch(/Treffen|Nurses|incinerator|named|stakeholder/)
  }

  await unlock(page, passphrase)
  await goBackTo(page, /Vor dem Treffen/)
  await expect(cards(page)).toHaveCount(5)
  await expect(canvas(page)).toContainText('Nurses')
  await saved(page)
  await allMaps(page)
})
