import type { Page } from '@playwright/test'
import {
  addStakeholder,
  canvas,
  details,
  expect,
  look,
  newMap,
  saved,
  test,
  undoButton,
} from './support/app.ts'
import { mapFile, openMapFile, standsAt, type Entry, type Tie } from './support/mapFile.ts'
import {
  dot,
  dotPlaces,
  dots,
  drawTie,
  expectTies,
  expectView,
  network,
  openNetwork,
  openTie,
  openView,
  pickUpTie,
  said,
  ties,
  tieTitle,
} from './support/network.ts'
import { boxOf, drag, middleOf } from './support/pie.ts'
import { everythingShown } from './support/redaction.ts'

const RESIDENTS = 'Mill Lane residents'
const DEPOT = 'Depot branch'
const CHAMBER = 'Chamber of Commerce'

const PEOPLE: readonly Entry[] = [
  {
    name: RESIDENTS,
    placement: { stance: 0.8, depth: 0.6 },
    influence: 0.5,
    ...standsAt(-240, -120),
  },
  { name: DEPOT, placement: { stance: 0.4, depth: 0.6 }, influence: 0.5, ...standsAt(240, -120) },
  { name: CHAMBER, placement: { stance: -0.8, depth: 0.6 }, influence: 0.9, ...standsAt(0, 160) },
]

const openMap = async (page: Page, drawn: readonly Tie[] = []) => {
  await openMapFile(page, mapFile('Night buses', PEOPLE, drawn))
  await openNetwork(page, PEOPLE.length)
}

/** Presses the canvas in the middle between two dots, where their tie runs. */
const pressBetween = async (page: Page, a: string, b: string) => {
  const from = middleOf(await boxOf(dot(page, a)))
  const to = middleOf(await boxOf(dot(page, b)))
  await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2)
}

/** How far one dot stands from another, to the pixel: what a map that is fitted anew keeps. */
const apart = async (page: Page, a: string, b: string) => {
  const places = await dotPlaces(page)
  const [one, other] = [places.get(a), places.get(b)]
  if (!one || !other) throw new Error('they are not both in the network')
  return { x: Math.round(one.x - other.x), y: Math.round(one.y - other.y) }
}

test('a tie is drawn from the knob of one dot to another, described, undone, and kept', async ({
  page,
}) => {
  await openMap(page)
  await expect(page.getByText(/No ties yet/)).toBeVisible()
  await drawTie(page, RESIDENTS, DEPOT)
  await expect(tieTitle(page)).toBeVisible()
  await expect(details(page)).toContainText(`${RESIDENTS} influences ${DEPOT}`)
  await expect(said(page, 'Tie drawn')).toContainText(`${RESIDENTS} influences ${DEPOT}`)
  await expect(page.getByText(/No ties yet/)).toHaveCount(0)
  await expect(undoButton(page)).toHaveAttribute('title', /^Undo: new tie/)
  await undoButton(page).click()
  await expectTies(page, RESIDENTS, [])
  await expect(undoButton(page)).toBeDisabled()

  await drawTie(page, DEPOT, RESIDENTS)
  await expectTies(page, RESIDENTS, [`${DEPOT} influences ${RESIDENTS}`])
  await saved(page)
  await page.reload()
  await expectView(page, 'Network')
  await expectTies(page, RESIDENTS, [`${DEPOT} influences ${RESIDENTS}`])
  await expectTies(page, CHAMBER, [])
})

test('while “Draw ties” is on, a drag from anywhere on a dot draws a tie and moves nobody', async ({
  page,
}) => {
  await openMap(page)
  const before = await apart(page, CHAMBER, RESIDENTS)
  const draw = page.getByRole('button', { name: 'Draw ties' })
  await expect(draw).toHaveAttribute('aria-pressed', 'false')
  await draw.click()
  await expect(draw).toHaveAttribute('aria-pressed', 'true')
  await drag(page, dot(page, CHAMBER), middleOf(await boxOf(dot(page, DEPOT))))
  await expect(details(page)).toContainText(`${CHAMBER} influences ${DEPOT}`)
  expect(await apart(page, CHAMBER, RESIDENTS)).toEqual(before)
  await draw.click()
  await expectTies(page, DEPOT, [`${CHAMBER} influences ${DEPOT}`])
})

test('a tie let go over nobody, over its own dot, or given up with Escape is not drawn', async ({
  page,
}) => {
  await openMap(page)
  const from = middleOf(await boxOf(dot(page, RESIDENTS)))
  for (const place of [{ x: from.x + 150, y: from.y + 170 }, from]) {
    await pickUpTie(page, RESIDENTS, place)
    await page.mouse.up()
    await expect(undoButton(page)).toBeDisabled()
  }
  await pickUpTie(page, RESIDENTS, middleOf(await boxOf(dot(page, DEPOT))))
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(undoButton(page)).toBeDisabled()
  await expectTies(page, RESIDENTS, [])
})

test('a tie is drawn by keyboard: C on a dot, a few letters, Enter', async ({ page }) => {
  await openMap(page)
  await dot(page, RESIDENTS).focus()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: `Connect ${RESIDENTS} to…` })
  const toWhom = dialog.getByRole('combobox', { name: 'To whom' })
  await expect(toWhom).toBeFocused()
  const names = dialog.getByRole('listbox', { name: 'To whom' })
  await expect(names.getByRole('option')).toHaveText([DEPOT, CHAMBER])
  await page.keyboard.type('cham')
  await expect(names.getByRole('option', { selected: true })).toHaveText(CHAMBER)
  await dialog.getByRole('combobox', { name: 'Kind' }).selectOption('opposes')
  await expect(dialog.getByRole('status').first()).toHaveText(
    `${RESIDENTS} and ${CHAMBER} oppose each other`,
  )
  await toWhom.focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(tieTitle(page)).toBeVisible()
  await expect(dot(page, RESIDENTS)).toBeFocused()

  // The next tie starts with the kind of the last one, and arrow keys go through the names.
  await page.keyboard.press('c')
  await expect(toWhom).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expectTies(page, RESIDENTS, [
    `${RESIDENTS} and ${CHAMBER} oppose each other`,
    `${RESIDENTS} and ${DEPOT} oppose each other`,
  ])
})

test('“Connect to…” stands among the details too, in every view; Cancel draws nothing', async ({
  page,
}) => {
  await openMap(page)
  await openView(page, 'Spectrum')
  await canvas(page).getByRole('button', { name: DEPOT }).click()
  await details(page).getByRole('button', { name: 'Connect to…' }).click()
  const dialog = page.getByRole('dialog', { name: `Connect ${DEPOT} to…` })
  await dialog.getByRole('combobox', { name: 'To whom' }).fill('nobody at all')
  await expect(dialog.getByText('Nobody on the map is called that.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Draw the tie' })).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'To whom' }).fill('mill')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(ties(page)).toHaveCount(0)
  await details(page).getByRole('button', { name: 'Connect to…' }).click()
  await dialog.getByRole('option', { name: RESIDENTS }).click()
  await dialog.getByRole('button', { name: 'Draw the tie' }).click()
  await expect(details(page)).toContainText(`${DEPOT} influences ${RESIDENTS}`)
})

test('kind, direction, strength, own word, notes and confidentiality are edited, each one undo', async ({
  page,
}) => {
  await openMap(page, [{ from: RESIDENTS, to: DEPOT, kind: 'influences' }])
  await expectTies(page, RESIDENTS, [`${RESIDENTS} influences ${DEPOT}`])
  await openTie(page, `${RESIDENTS} influences ${DEPOT}`)
  const tie = details(page)
  const sentence = (words: string) => expect(tie.getByText(words, { exact: true })).toBeVisible()

  await tie.getByLabel('Kind').selectOption('funds')
  await sentence(`${RESIDENTS} funds ${DEPOT}`)
  await tie.getByRole('radio', { name: 'Mutual' }).check()
  await sentence(`${RESIDENTS} and ${DEPOT} fund each other`)
  await expect(tie.getByRole('button', { name: 'Turn round' })).toBeDisabled()
  await tie.getByRole('radio', { name: 'One way' }).check()
  await tie.getByRole('radio', { name: 'strong' }).check()
  await tie.getByLabel('Kind').selectOption('a word of your own')
  await tie.getByLabel('In your own word').fill('shares an office with')
  await tie.getByLabel('In your own word').press('Enter')
  await sentence(`${RESIDENTS} → ${DEPOT}: shares an office with`)
  await expect(network(page).getByText('shares an office with')).toBeAttached()
  await tie.getByLabel('Confidential', { exact: true }).check()
  await tie.getByLabel('Notes').fill('Ask the caretaker')
  await tie.getByLabel('Kind').focus()
  await expect(tie.getByLabel('Notes')).toHaveValue('Ask the caretaker')

  await saved(page)
  await page.reload()
  await expectTies(page, RESIDENTS, [`${RESIDENTS} → ${DEPOT}: shares an office with`])
  await expect(ties(page)).toContainText(['strong'])
  await expect(ties(page).getByRole('img', { name: 'confidential' })).toBeVisible()
  await openTie(page, `${RESIDENTS} → ${DEPOT}: shares an office with`)
  await expect(tie.getByRole('radio', { name: 'strong' })).toBeChecked()
  await expect(tie.getByRole('radio', { name: 'One way' })).toBeChecked()
  await expect(tie.getByLabel('Confidential', { exact: true })).toBeChecked()
  await expect(tie.getByLabel('Notes')).toHaveValue('Ask the caretaker')

  await tie.getByRole('radio', { name: 'weak' }).check()
  await undoButton(page).click()
  await expect(tie.getByRole('radio', { name: 'strong' })).toBeChecked()
  await tie.getByLabel('Kind').selectOption('trusts')
  await sentence(`${RESIDENTS} trusts ${DEPOT}`)
  await undoButton(page).click()
  await sentence(`${RESIDENTS} → ${DEPOT}: shares an office with`)
  await expect(undoButton(page)).toBeDisabled()
})

test('every edit of a tie is one undo', async ({ page }) => {
  await openMap(page, [{ from: RESIDENTS, to: DEPOT, kind: 'influences', strength: 2 }])
  await expectTies(page, RESIDENTS, [`${RESIDENTS} influences ${DEPOT}`])
  await openTie(page, `${RESIDENTS} influences ${DEPOT}`)
  const tie = details(page)
  await tie.getByLabel('Kind').selectOption('trusts')
  await tie.getByRole('radio', { name: 'weak' }).check()
  await tie.getByRole('radio', { name: 'Mutual' }).check()
  await tie.getByLabel('Confidential', { exact: true }).check()
  await tie.getByLabel('Notes').fill('From the hearing')
  await tie.getByLabel('Kind').focus()
  await undoButton(page).click()
  await expect(tie.getByLabel('Notes')).toHaveValue('')
  await undoButton(page).click()
  await expect(tie.getByLabel('Confidential', { exact: true })).not.toBeChecked()
  await undoButton(page).click()
  await expect(tie.getByRole('radio', { name: 'One way' })).toBeChecked()
  await undoButton(page).click()
  await expect(tie.getByRole('radio', { name: 'medium' })).toBeChecked()
  await undoButton(page).click()
  await expect(tie.getByText(`${RESIDENTS} influences ${DEPOT}`, { exact: true })).toBeVisible()
  await expect(undoButton(page)).toBeDisabled()
})

test('a tie is turned round, and turned back by undo', async ({ page }) => {
  await openMap(page, [{ from: RESIDENTS, to: DEPOT, kind: 'reports to' }])
  await expectTies(page, RESIDENTS, [`${RESIDENTS} reports to ${DEPOT}`])
  await openTie(page, `${RESIDENTS} reports to ${DEPOT}`)
  await details(page).getByRole('button', { name: 'Turn round' }).click()
  await expect(details(page)).toContainText(`${DEPOT} reports to ${RESIDENTS}`)
  await expect(said(page, 'Turned round')).toContainText(`${DEPOT} reports to ${RESIDENTS}`)
  await undoButton(page).click()
  await expect(details(page)).toContainText(`${RESIDENTS} reports to ${DEPOT}`)
})

test('a tie is pressed on the canvas and removed by button or by key; undo brings it back', async ({
  page,
}) => {
  await openMap(page, [{ from: RESIDENTS, to: DEPOT, kind: 'influences' }])
  await pressBetween(page, RESIDENTS, DEPOT)
  await expect(tieTitle(page)).toBeVisible()
  await details(page).getByRole('button', { name: 'Remove tie' }).click()
  await expect(tieTitle(page)).toHaveCount(0)
  await expect(said(page, 'Removed the tie')).toContainText('Undo brings it back')
  await expectTies(page, RESIDENTS, [])
  await undoButton(page).click()
  await expectTies(page, RESIDENTS, [`${RESIDENTS} influences ${DEPOT}`])

  await pressBetween(page, RESIDENTS, DEPOT)
  await expect(tieTitle(page)).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(tieTitle(page)).toHaveCount(0)
  await expect(dots(page)).toHaveCount(PEOPLE.length)
  await expectTies(page, DEPOT, [])
  await undoButton(page).click()
  await expectTies(page, DEPOT, [`${RESIDENTS} influences ${DEPOT}`])
})

test('two may have several ties of different kinds, each found by itself on the canvas', async ({
  page,
}) => {
  await openMap(page, [
    { from: RESIDENTS, to: DEPOT, kind: 'trusts' },
    { from: RESIDENTS, to: DEPOT, kind: 'funds' },
  ])
  await drawTie(page, DEPOT, RESIDENTS)
  await expectTies(page, RESIDENTS, [
    `${RESIDENTS} trusts ${DEPOT}`,
    `${RESIDENTS} funds ${DEPOT}`,
    `${DEPOT} influences ${RESIDENTS}`,
  ])
  // They run side by side: along a line across all of them each is pressed in turn.
  const from = middleOf(await boxOf(dot(page, RESIDENTS)))
  const to = middleOf(await boxOf(dot(page, DEPOT)))
  const found = new Set<string>()
  for (let aside = -60; aside <= 60; aside += 4) {
    await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2 + aside)
    const title = tieTitle(page)
    const nobody = details(page).getByText('Nobody chosen')
    await expect(title.or(nobody)).toBeVisible()
    if (await title.isVisible()) found.add(await details(page).getByLabel('Kind').inputValue())
  }
  expect(found).toEqual(new Set(['trusts', 'funds', 'influences']))
})

test('a twin of a tie and a tie to oneself are refused with a sentence', async ({ page }) => {
  await openMap(page, [{ from: RESIDENTS, to: DEPOT, kind: 'influences' }])
  await drawTie(page, RESIDENTS, DEPOT)
  await expect(said(page, 'These two have that tie already')).toBeAttached()
  await expect(page.getByText(/These two have that tie already/).last()).toBeVisible()
  await expect(undoButton(page)).toBeDisabled()
  await expectTies(page, RESIDENTS, [`${RESIDENTS} influences ${DEPOT}`])

  await dot(page, RESIDENTS).focus()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: `Connect ${RESIDENTS} to…` })
  await dialog.getByRole('combobox', { name: 'To whom' }).fill(RESIDENTS)
  await expect(dialog.getByText('Nobody on the map is called that.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Draw the tie' })).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'To whom' }).fill(DEPOT)
  await dialog.getByRole('combobox', { name: 'Kind' }).selectOption('influences')
  await dialog.getByRole('button', { name: 'Draw the tie' }).click()
  await expect(dialog.getByText(/These two have that tie already/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expectTies(page, RESIDENTS, [`${RESIDENTS} influences ${DEPOT}`])
  await expect(undoButton(page)).toBeDisabled()
})

test('a confidential tie is nowhere in public preview, and its ends are as without it', async ({
  page,
}) => {
  await openMap(page, [
    { from: RESIDENTS, to: DEPOT, kind: 'own', label: 'hushword', confidentiality: 'confidential' },
    { from: DEPOT, to: CHAMBER, kind: 'opposes' },
  ])
  await expectTies(page, DEPOT, [
    `${RESIDENTS} → ${DEPOT}: hushword`,
    `${DEPOT} opposes ${CHAMBER}`,
  ])
  await openTie(page, `${RESIDENTS} → ${DEPOT}: hushword`)
  await look(page, 'Public preview')
  await expect(tieTitle(page)).toHaveCount(0)
  await expect(page.getByText('Arranging…')).toHaveCount(0)
  expect(await page.content()).not.toContain('hushword')
  await expectTies(page, RESIDENTS, [])
  await expectTies(page, DEPOT, [`${DEPOT} opposes ${CHAMBER}`])
  // A public tie of the same ends and kind is not refused for the sake of a confidential one.
  await drawTie(page, RESIDENTS, DEPOT)
  await details(page).getByLabel('Kind').selectOption('a word of your own')
  await expectTies(page, RESIDENTS, [`${RESIDENTS} → ${DEPOT}`])
})

const SECRET: Tie = {
  from: RESIDENTS,
  to: DEPOT,
  kind: 'own',
  label: 'hushword',
  notes: 'hushnote',
  confidentiality: 'confidential',
}

test('in public preview neither undo, nor messages, nor keys touch or tell of a confidential tie', async ({
  page,
}) => {
  await openMap(page, [SECRET])
  await expectTies(page, RESIDENTS, [`${RESIDENTS} → ${DEPOT}: hushword`])
  await openTie(page, `${RESIDENTS} → ${DEPOT}: hushword`)
  await details(page).getByRole('radio', { name: 'strong' }).check()
  await look(page, 'Public preview')
  await expect(undoButton(page)).toBeDisabled()
  await page.keyboard.press('Delete')
  await look(page, 'Team view')
  await expectTies(page, RESIDENTS, [`${RESIDENTS} → ${DEPOT}: hushword`])
  await expect(ties(page)).toContainText(['strong'])

  await openTie(page, `${RESIDENTS} → ${DEPOT}: hushword`)
  await details(page).getByRole('button', { name: 'Remove tie' }).click()
  await expect(said(page, 'Removed the tie')).toContainText('hushword')
  await look(page, 'Public preview')
  await expect(undoButton(page)).toBeDisabled()
  expect(await everythingShown(page)).not.toMatch(/hushword|hushnote|Removed the tie/)
  await page.keyboard.press('ControlOrMeta+z')
  await expectTies(page, RESIDENTS, [])
  expect(await everythingShown(page)).not.toMatch(/hushword|hushnote/)
})

test('a public tie is edited in public preview, without what only the team may see', async ({
  page,
}) => {
  await openMap(page, [
    { from: RESIDENTS, to: DEPOT, kind: 'trusts', notes: 'hushnote' },
    { from: DEPOT, to: CHAMBER, kind: 'opposes' },
  ])
  await look(page, 'Public preview')
  await expectTies(page, RESIDENTS, [`${RESIDENTS} trusts ${DEPOT}`])
  await openTie(page, `${RESIDENTS} trusts ${DEPOT}`)
  for (const label of ['Notes', 'Confidential'])
    await expect(details(page).getByLabel(label, { exact: true })).toHaveCount(0)
  expect(await everythingShown(page)).not.toContain('hushnote')
  await details(page).getByLabel('Kind').selectOption('funds')
  await look(page, 'Team view')
  await expectTies(page, RESIDENTS, [`${RESIDENTS} funds ${DEPOT}`])
  await openTie(page, `${RESIDENTS} funds ${DEPOT}`)
  await expect(details(page).getByLabel('Notes')).toHaveValue('hushnote')
})

test('a chosen tie stands out, its two ends lead to their own details', async ({ page }) => {
  await openMap(page, [{ from: RESIDENTS, to: DEPOT }])
  await pressBetween(page, RESIDENTS, DEPOT)
  await expect(tieTitle(page)).toBeVisible()
  await details(page).getByRole('button', { name: DEPOT }).click()
  await expect(details(page).getByLabel('Name')).toHaveValue(DEPOT)
  await expect(dot(page, DEPOT)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await pressBetween(page, RESIDENTS, DEPOT)
  await expect(tieTitle(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tieTitle(page)).toHaveCount(0)
  await expect(details(page)).toContainText('Nobody chosen')
})

test('somebody who is removed takes its ties along, and undo brings all of them back', async ({
  page,
}) => {
  await openMap(page, [
    { from: RESIDENTS, to: DEPOT },
    { from: DEPOT, to: CHAMBER },
  ])
  await dot(page, DEPOT).focus()
  await page.keyboard.press('Delete')
  await expect(dots(page)).toHaveCount(2)
  await expectTies(page, RESIDENTS, [])
  await undoButton(page).click()
  await expect(dots(page)).toHaveCount(3)
  await expectTies(page, DEPOT, [`${RESIDENTS} trusts ${DEPOT}`, `${DEPOT} trusts ${CHAMBER}`])
})

test('somebody typed in while the network is open is a dot at once and can be tied', async ({
  page,
}) => {
  await newMap(page, 'Night buses')
  await openView(page, 'Network')
  for (const name of [RESIDENTS, DEPOT]) await addStakeholder(page, name)
  await expect(dots(page)).toHaveCount(2)
  await expect(page.getByText('Arranging…')).toHaveCount(0)
  await drawTie(page, RESIDENTS, DEPOT)
  await expect(details(page)).toContainText(`${RESIDENTS} influences ${DEPOT}`)
})

test('a tab that follows sees a tie as soon as it is drawn, and can’t draw any', async ({
  page,
  context,
}) => {
  await openMap(page)
  await saved(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('button', { name: 'Edit here' })).toBeVisible()
  await openNetwork(other, PEOPLE.length)
  await expect(other.getByRole('button', { name: 'Draw ties' })).toHaveCount(0)
  await page.bringToFront()
  await drawTie(page, RESIDENTS, DEPOT)
  await other.bringToFront()
  await expectTies(other, DEPOT, [`${RESIDENTS} influences ${DEPOT}`])
  await drawTie(other, DEPOT, CHAMBER)
  await expectTies(other, CHAMBER, [])
})
