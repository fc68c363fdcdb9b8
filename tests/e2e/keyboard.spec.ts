import {
  addField,
  card,
  details,
  expect,
  expectCount,
  saved,
  test,
  trayCard,
} from './support/app.ts'
import { focused, tabTo } from './support/keys.ts'
import { boxOf } from './support/pie.ts'

test.use({ serviceWorkers: 'allow' })

test('a whole small workshop without a mouse', async ({ page }) => {
  await page.goto('./')
  const { keyboard } = page
  await expect(page.getByRole('button', { name: 'New map' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'New map' }))
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('dialog').getByLabel('The issue'))
  await keyboard.type('Night buses for Mill Lane')
  await keyboard.press('Tab')
  await keyboard.type('Mill Lane residents')
  await keyboard.press('Enter')
  await expect(addField(page)).toBeEnabled()

  // Names, each placed with a key in the same breath.
  await tabTo(page, addField(page))
  for (const [name, key] of [
    ['Chamber of Commerce', '5'],
    ['Nurses', '1'],
    ['Commuters’ forum', '3'],
    ['Students', '1'],
    ['Depot branch', '2'],
  ] as const) {
    await keyboard.type(name)
    await keyboard.press('Enter')
    await expect(trayCard(page, name)).toBeVisible()
    await keyboard.press(key)
    await expect(card(page, name)).toBeVisible()
  }
  await keyboard.type('Bishop’s office')
  await keyboard.press('Enter')
  await expectCount(page, 'Active allies', 2)

  // Tab goes through the cards in reading order, segment by segment.
  await keyboard.press('Escape')
  const read: string[] = []
  for (let presses = 0; presses < 80 && read.length < 5; presses += 1) {
    await keyboard.press('Tab')
    const label = await focused(page)
    if (/, (active|passive|neutral)/.test(label)) read.push(label)
  }
  expect(read.map((label) => label.split(', ')[1])).toEqual([
    'active ally',
    'active ally',
    'passive ally',
    'neutral',
    'active opponent',
  ])

  // Back one card, nudge it, and place it elsewhere.
  await keyboard.press('Shift+Tab')
  expect(await focused(page)).toMatch(/^Commuters’ forum/)
  const before = await boxOf(card(page, 'Commuters’ forum'))
  await keyboard.press('ArrowUp')
  await expect
    .poll(async () => (await boxOf(card(page, 'Commuters’ forum'))).y)
    .toBeLessThan(before.y)
  const once = await boxOf(card(page, 'Commuters’ forum'))
  await keyboard.press('Shift+ArrowUp')
  await expect
    .poll(async () => (await boxOf(card(page, 'Commuters’ forum'))).y)
    .toBeLessThan(once.y - (before.y - once.y) * 2)
  await keyboard.press('4')
  await expect(card(page, 'Commuters’ forum')).toHaveAccessibleName(/, passive opponent/)
  await expect(card(page, 'Commuters’ forum')).toBeFocused()

  // Enter opens the details, where everything can be reached.
  await keyboard.press('Enter')
  await expect(details(page).getByLabel('Name')).toBeFocused()
  await tabTo(page, details(page).getByLabel('Notes'))
  await keyboard.type('Ask before the hearing')

  // Delete removes, undo brings back.
  await tabTo(page, card(page, 'Depot branch'), 'Shift+Tab')
  await keyboard.press('Delete')
  await expect(card(page, 'Depot branch')).toHaveCount(0)
  await keyboard.press('ControlOrMeta+z')
  await expect(card(page, 'Depot branch')).toBeVisible()
  await keyboard.press('ControlOrMeta+Shift+z')
  await expect(card(page, 'Depot branch')).toHaveCount(0)
  await keyboard.press('ControlOrMeta+z')

  await keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toContainText('Move the card or dot a little')
  await keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await saved(page)
  await page.reload()
  await expect(card(page, 'Commuters’ forum')).toHaveAccessibleName(/, passive opponent/)
  await expect(trayCard(page, 'Bishop’s office')).toBeVisible()
})

test('several are chosen and moved by key; keys typed into a field belong to the field', async ({
  page,
}) => {
  await page.goto('./')
  await page.getByRole('button', { name: /^Open the example/ }).press('Enter')
  await expect(addField(page)).toBeEnabled()
  const first = card(page, 'United Auto Workers')
  await first.focus()
  await page.keyboard.press('Space')
  await card(page, 'NAACP national office').focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('heading', { name: '2 stakeholders chosen' })).toBeVisible()
  await page.keyboard.press('5')
  await expectCount(page, 'Active opponents', 9)
  await page.keyboard.press('ControlOrMeta+z')
  await expectCount(page, 'Active opponents', 7)

  await page.keyboard.press('n')
  await expect(addField(page)).toBeFocused()
  await page.keyboard.type('Tenants? 4+5 ntf')
  await expect(addField(page)).toHaveValue('Tenants? 4+5 ntf')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Delete')
  await expectCount(page, 'Passive allies', 6)
})

test('what is done is said to screen readers in words', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: /^Open the example/ }).press('Enter')
  await card(page, 'Network television news').focus()
  await page.keyboard.press('2')
  await expect(page.getByRole('status').filter({ hasText: 'moved to' })).toHaveText(
    'Network television news, moved to Passive allies.',
  )
})
