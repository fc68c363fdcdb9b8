import type { Page } from '@playwright/test'
import {
  addAndPlace,
  addField,
  addStakeholder,
  card,
  details,
  expect,
  expectCount,
  newMap,
  notPlaced,
  pasteNames,
  redoButton,
  test,
  trayCard,
  undoButton,
} from './support/app.ts'
import { fullCopy } from './support/exporting.ts'
import { crowd, mapFile, openMapFile } from './support/mapFile.ts'
import { drag, pieOn, pointOn } from './support/pie.ts'

const field = (page: Page, label: string) => details(page).getByLabel(label, { exact: true })

interface Kind {
  /** As the tooltip of the undo button says it. */
  readonly named: string
  readonly change: (page: Page) => Promise<void>
}

const inSettings = async (page: Page, label: string, text: string) => {
  await page.getByRole('button', { name: 'Map settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Map settings' })
  await dialog.getByLabel(label, { exact: true }).fill(text)
  await dialog.getByLabel(label, { exact: true }).press('Enter')
  await dialog.getByRole('button', { name: 'Close' }).click()
}

const KINDS: readonly Kind[] = [
  { named: 'add Newcomer', change: (page) => addStakeholder(page, 'Newcomer') },
  {
    named: 'add 2 stakeholders',
    change: (page) => pasteNames(page, 'One of two\nTwo of two'),
  },
  {
    named: 'move Guild',
    change: async (page) => drag(page, card(page, 'Guild'), pointOn(await pieOn(page), 0)),
  },
  {
    named: 'take Guild off the pie',
    change: async (page) => {
      await card(page, 'Guild').click()
      await page.keyboard.press('0')
    },
  },
  {
    named: 'edit Guild of shops',
    change: async (page) => {
      await trayCard(page, 'Guild').click()
      await field(page, 'Name').fill('Guild of shops')
      await field(page, 'Name').press('Enter')
    },
  },
  {
    named: 'edit Guild of shops',
    change: async (page) => {
      await field(page, 'Sector').fill('Business')
      await field(page, 'Sector').press('Enter')
    },
  },
  {
    named: 'confidentiality of Guild of shops',
    change: async (page) => {
      await field(page, 'Confidentiality').selectOption('Confidential: hidden')
    },
  },
  { named: 'change of words', change: (page) => inSettings(page, 'Word: Business', 'Trade') },
  { named: 'map settings', change: (page) => inSettings(page, 'Neutral', 'Undecided') },
  {
    named: 'tidy',
    change: (page) => page.getByRole('button', { name: 'Tidy' }).click(),
  },
  {
    named: 'remove Group number 1',
    change: async (page) => {
      await card(page, 'Group number 1').focus()
      await page.keyboard.press('Delete')
    },
  },
]

test('each kind of change is named, undone and redone exactly', async ({ page }) => {
  test.slow()
  const entries = crowd(12)
  const text = mapFile('Undo', [
    ...entries,
    { name: 'Guild', placement: { stance: 0, depth: 0.9 } },
  ])
  await openMapFile(page, text)
  const states = [await fullCopy(page)]
  for (const { named, change } of KINDS) {
    await change(page)
    await expect(undoButton(page)).toHaveAttribute('title', `Undo: ${named}`)
    await expect(redoButton(page)).toBeDisabled()
    states.push(await fullCopy(page))
  }
  expect(new Set(states).size).toBe(states.length)
  for (const [index, { named }] of [...KINDS.entries()].toReversed()) {
    await expect(undoButton(page)).toHaveAttribute('title', `Undo: ${named}`)
    await undoButton(page).click()
    // Ends and a sample between: a full copy at each step would only cost time.
    if (index % 3 === 0) expect(await fullCopy(page)).toBe(states[index])
  }
  await expect(undoButton(page)).toBeDisabled()
  for (const { named } of KINDS) {
    await expect(redoButton(page)).toHaveAttribute('title', /^Redo: /)
    await redoButton(page).click()
    await expect(undoButton(page)).toHaveAttribute('title', `Undo: ${named}`)
  }
  await expect(redoButton(page)).toBeDisabled()
  expect(await fullCopy(page)).toBe(states.at(-1))
})

test('a hundred and twenty steps are undone and redone by key', async ({ page }) => {
  await newMap(page, 'Undo')
  await addAndPlace(page, 'Wanderer', 1)
  await card(page, 'Wanderer').focus()
  for (let step = 0; step < 120; step += 1) await page.keyboard.press(step % 2 === 0 ? '5' : '1')
  await expectCount(page, 'Active allies', 1)
  for (let step = 0; step < 120; step += 1) await page.keyboard.press('ControlOrMeta+z')
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: move Wanderer')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(trayCard(page, 'Wanderer')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(undoButton(page)).toBeDisabled()
  await expect(notPlaced(page).getByRole('listitem')).toHaveCount(0)
  for (let step = 0; step < 122; step += 1) await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(redoButton(page)).toBeDisabled()
  await expectCount(page, 'Active allies', 1)
})

test('a new change ends what could be redone; in a field with text undo is the field’s', async ({
  page,
}) => {
  await newMap(page, 'Undo')
  await addStakeholder(page, 'First')
  await undoButton(page).click()
  await addStakeholder(page, 'Second')
  await expect(redoButton(page)).toBeDisabled()
  await addField(page).pressSequentially('half a na')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(trayCard(page, 'Second')).toBeVisible()
  await addField(page).fill('')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(trayCard(page, 'Second')).toHaveCount(0)
})
