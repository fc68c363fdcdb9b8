import {
  addField,
  addStakeholder,
  canvas,
  card,
  cards,
  details,
  expect,
  expectCount,
  look,
  notPlaced,
  openExample,
  saved,
  test,
  trayCard,
  undoButton,
} from './support/app.ts'
import { chooseTeam, openExport, saveWith } from './support/exporting.ts'
import { openMapFile } from './support/mapFile.ts'
import { cardBoxes } from './support/pie.ts'
import {
  everythingShown,
  mapWithHidden,
  mapWithoutHidden,
  QUIET,
  SECRETS,
  secretsIn,
} from './support/redaction.ts'

const NAME = 'Close the incinerator'

test.beforeEach(async ({ page }) => {
  await openMapFile(page, mapWithHidden(NAME))
})

test('in the public preview hidden stakeholders are absent, not covered', async ({ page }) => {
  // The check itself must be able to see them.
  await card(page, 'Zebedee, plant engineer').click()
  await expect(details(page).getByLabel('Contact', { exact: true })).toBeVisible()
  expect(secretsIn(await everythingShown(page))).toEqual([...SECRETS])

  await look(page, 'Public preview')
  await expect(cards(page)).toHaveCount(3)
  expect(secretsIn(await everythingShown(page))).toEqual([])
  await expectCount(page, 'Active allies', 1)
  await expectCount(page, 'Passive opponents', 1)
  await expectCount(page, 'Active opponents', 1)
  await expect(notPlaced(page).getByRole('listitem')).toHaveText(['Fire brigade'])
  await expect(page.getByText(/\d confidential/)).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Show' })).not.toContainText('Confidentiality')
  await expect(details(page)).toContainText('Nobody chosen')
})

test('who has a public stance stands there, without notes, arrow or a sign', async ({ page }) => {
  await expect(card(page, QUIET.name)).toHaveAccessibleName(/, active ally.*wanted.*confidential$/)
  await look(page, 'Public preview')
  await expect(card(page, QUIET.name)).toHaveAccessibleName(
    `${QUIET.name}, passive opponent, high influence`,
  )
  await expect(canvas(page).locator('svg.arrows')).toHaveCount(0)
  await card(page, QUIET.name).click()
  await expect(details(page).getByLabel('Name')).toHaveValue(QUIET.name)
  for (const label of ['Notes', 'Contact', 'Confidentiality', 'We want them at'])
    await expect(details(page).getByLabel(label, { exact: true })).toHaveCount(0)
  expect(secretsIn(await everythingShown(page))).toEqual([])
  await page.keyboard.press('3')
  await expect(card(page, QUIET.name)).toHaveAccessibleName(/, neutral/)
  await look(page, 'Team view')
  await expect(card(page, QUIET.name)).toHaveAccessibleName(/, active ally/)
})

test('choosing everybody, filters and search know nothing of the hidden', async ({ page }) => {
  await look(page, 'Public preview')
  const show = page.getByRole('region', { name: 'Show' })
  const find = show.getByLabel('Find a name or word')
  for (const word of ['zebedee', 'hushnote', 'hushsector']) {
    await find.fill(word)
    await expect(show.getByRole('button', { name: '0 of 4 · clear' })).toBeVisible()
  }
  await find.fill('')
  await find.press('Escape')
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByRole('heading', { name: '4 stakeholders chosen' })).toBeVisible()
})

test('what was searched or filtered in the team view does not show in public', async ({ page }) => {
  const show = page.getByRole('region', { name: 'Show' })
  await show.getByLabel('Find a name or word').fill('Zebedee')
  await show.getByRole('button', { name: 'Hushsector' }).click()
  await look(page, 'Public preview')
  expect(secretsIn(await everythingShown(page))).toEqual([])
  await expect(canvas(page).locator('.card.is-faded')).toHaveCount(0)
})

test('a message about somebody hidden is gone with the switch, and none comes by the other way', async ({
  page,
}) => {
  await addStakeholder(page, 'Zebedee’s brother')
  await expect(page.getByText('Added Zebedee’s brother.').first()).toBeAttached()
  await details(page).getByLabel('Confidentiality').selectOption('Confidential: hidden')
  await card(page, 'Zebedee, plant engineer').focus()
  await page.keyboard.press('2')
  await look(page, 'Public preview')
  expect(secretsIn(await everythingShown(page))).toEqual([])
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(cards(page)).toHaveCount(3)
  expect(secretsIn(await everythingShown(page))).toEqual([])
})

test('Ctrl+K finds nobody hidden in public', async ({ page }) => {
  const found = canvas(page).locator('.card:not(.is-faded)')
  const find = async (text: string) => {
    await page.keyboard.press('ControlOrMeta+k')
    await expect(page.getByLabel('Find a name or word')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(text)
  }
  await find('zebedee')
  await expect(found).toHaveCount(1)
  await look(page, 'Public preview')
  await find('zebedee')
  await expect(found).toHaveCount(0)
  await find('asthma')
  await expect(found).toHaveCount(1)
})

test('neither the undo tooltip nor undoing itself tells of a change to somebody hidden', async ({
  page,
}) => {
  await card(page, 'Zebedee, plant engineer').click()
  await details(page).getByLabel('Name').fill('Zebedee the engineer')
  await details(page).getByLabel('Name').press('Enter')
  await addStakeholder(page, 'Zebedee’s sister')
  await details(page).getByLabel('Confidentiality').selectOption('Confidential: hidden')
  await look(page, 'Public preview')
  await expect(undoButton(page)).toBeDisabled()
  expect(secretsIn(await everythingShown(page))).toEqual([])
  await page.reload()
  await expect(cards(page)).toHaveCount(3)
  await look(page, 'Team view')
  await card(page, 'Zebedee the engineer').focus()
  await page.keyboard.press('Delete')
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: remove Zebedee the engineer')
  await look(page, 'Public preview')
  await expect(undoButton(page)).toBeDisabled()
  await page.keyboard.press('ControlOrMeta+z')
  expect(secretsIn(await everythingShown(page))).toEqual([])
  await look(page, 'Team view')
  await undoButton(page).click()
  await expect(card(page, 'Zebedee the engineer')).toBeVisible()
})

test('a twin of somebody hidden is not pointed out in public', async ({ page }) => {
  await look(page, 'Public preview')
  await addStakeholder(page, 'Wystan, not placed')
  await expect(trayCard(page, 'Wystan, not placed')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Added Wystan' })).not.toContainText(
    'twice',
  )
  await look(page, 'Team view')
  await addStakeholder(page, 'Wystan, not placed')
  await expect(page.getByText(/is on the map twice/).first()).toBeVisible()
})

test('the preview stays public over a reload, from the first paint on', async ({
  page,
  context,
}) => {
  await look(page, 'Public preview')
  await saved(page)
  const seen: string[] = []
  await context.exposeBinding('tellText', (_source, text: string) => void seen.push(text))
  await context.addInitScript(() => {
    const tell: unknown = Reflect.get(window, 'tellText')
    new MutationObserver(() => {
      if (typeof tell === 'function') tell(document.documentElement.outerHTML)
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  await page.reload()
  await expect(addField(page)).toBeEnabled()
  await expect(cards(page)).toHaveCount(3)
  expect(seen.join('\n')).toContain('Asthma Network')
  expect(secretsIn(seen.join('\n'))).toEqual([])
})

test('the export is public unless told otherwise, and its files hold nothing hidden', async ({
  page,
}) => {
  const dialog = await openExport(page)
  await expect(dialog.getByRole('radio', { name: 'Public' })).toBeChecked()
  expect(secretsIn(await dialog.innerHTML())).toEqual([])
  const file = await saveWith(dialog, 'Save file')
  const svg = await saveWith(dialog, 'Save SVG')
  for (const { name, bytes } of [file, svg]) {
    expect(secretsIn(bytes.toString())).toEqual([])
    expect(name).toMatch(/^allyscope-public-\d{4}-\d\d-\d\d\.(svg|allyscope\.json)$/)
  }
  expect(JSON.parse(file.bytes.toString())).not.toHaveProperty('map.id')
  await chooseTeam(dialog)
  const full = await saveWith(dialog, 'Save file')
  expect(secretsIn(full.bytes.toString())).toEqual([...SECRETS])
  expect(secretsIn((await saveWith(dialog, 'Save SVG')).bytes.toString())).toContain('Zebedee')
})

test('what is public of a map is byte for byte that of its twin without the hidden', async ({
  page,
}) => {
  const publicOutputs = async () => {
    await page.getByRole('button', { name: 'Ties' }).click()
    await look(page, 'Public preview')
    await expect(cards(page)).toHaveCount(3)
    const boxes = [...(await cardBoxes(page))]
    const shown = await page.getByRole('main').ariaSnapshot()
    const dialog = await openExport(page)
    const svg = (await saveWith(dialog, 'Save SVG')).bytes.toString()
    const file = (await saveWith(dialog, 'Save file')).bytes.toString()
    return { boxes, shown, svg, file }
  }
  const withHidden = await publicOutputs()
  await openMapFile(page, mapWithoutHidden(NAME))
  const twin = await publicOutputs()
  expect(withHidden.boxes).toEqual(twin.boxes)
  expect(withHidden.shown).toBe(twin.shown)
  expect(withHidden.svg === twin.svg).toBe(true)
  expect(withHidden.file).toBe(twin.file)
  expect(twin.svg.length).toBeGreaterThan(10_000)
})

test('undo in public preview never brings a confidential name back on screen', async ({ page }) => {
  await openExample(page)
  await card(page, 'Parents of volunteers').click()
  await page.getByLabel('Confidentiality', { exact: true }).selectOption('Confidential: hidden')
  await look(page, 'Public preview')
  await page.keyboard.press('Control+z')
  await expect(undoButton(page)).toBeDisabled()
  await expect(card(page, 'Parents of volunteers')).toHaveCount(0)
  await look(page, 'Team view')
  await undoButton(page).click()
  await look(page, 'Public preview')
  await expect(card(page, 'Parents of volunteers')).toBeVisible()
})

test('in public preview who is shown at a public stance does just what everybody does', async ({
  page,
}) => {
  await openExample(page)
  await card(page, 'Parents of volunteers').click()
  const confidentiality = page.getByLabel('Confidentiality', { exact: true })
  await confidentiality.selectOption('shown')
  await look(page, 'Public preview')
  await expect(card(page, 'Black schoolteachers in Mississippi')).toHaveCount(0)
  const all = await cards(page).count()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('0')
  await expect(
    page.getByText('In public preview nobody is taken off the pie.').first(),
  ).toBeAttached()
  await expect(cards(page)).toHaveCount(all)
  await expect(undoButton(page)).toBeDisabled()
  // A place inside the own segment changes nothing for anybody.
  await page.keyboard.press('Escape')
  for (const [name, key] of [
    ['Parents of volunteers', '3'],
    ['Network television news', '3'],
  ] as const) {
    await card(page, name).focus()
    await page.keyboard.press(key)
    await expect(undoButton(page)).toBeDisabled()
  }
})
