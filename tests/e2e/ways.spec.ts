import type { Page } from '@playwright/test'
import { card, details, expect, look, saved, test } from './support/app.ts'
import { lookForWay, step, trail, waysBar, workedOut } from './support/insights.ts'
import { mapFile, openMapFile, type Entry, type Tie } from './support/mapFile.ts'
import { dot, expectView, openNetwork, openView, said, steppedBack } from './support/network.ts'

const OFFICE: Entry = {
  name: 'Campaign office',
  role: 'member',
  placement: { stance: 0.9, depth: 0.5 },
}
const TENANTS: Entry = {
  name: 'Tenants’ union',
  role: 'member',
  placement: { stance: 0.8, depth: 0.7 },
}
const NURSES: Entry = { name: 'Nurses’ union', placement: { stance: 0.4, depth: 0.5 } }
const RADIO: Entry = { name: 'Local radio', placement: { stance: 0, depth: 0.5 } }
const BISHOP: Entry = { name: 'Bishop’s office', placement: { stance: 0, depth: 0.8 } }
const REYES: Entry = {
  name: 'Councillor Reyes',
  role: 'target',
  placement: { stance: -0.4, depth: 0.5 },
}
const RIDGE: Entry = { name: 'Ridge Energy plc', placement: { stance: -0.9, depth: 0.5 } }
const PEOPLE = [OFFICE, TENANTS, NURSES, RADIO, BISHOP, REYES, RIDGE]

/** Who trusts listens to the trusted: the way goes from us against the arrow of trust. */
const TIES: readonly Tie[] = [
  { from: NURSES.name, to: OFFICE.name, kind: 'trusts', strength: 3 },
  { from: REYES.name, to: NURSES.name, kind: 'trusts', strength: 3 },
  { from: TENANTS.name, to: RADIO.name, kind: 'influences', strength: 3 },
  { from: RADIO.name, to: REYES.name, kind: 'influences', strength: 2 },
  { from: OFFICE.name, to: RIDGE.name, kind: 'opposes', direction: 'mutual', strength: 3 },
]

const open = async (
  page: Page,
  people: readonly Entry[] = PEOPLE,
  ties: readonly Tie[] = TIES,
): Promise<void> => {
  await openMapFile(page, mapFile('Night buses', people, ties))
  await openNetwork(page, people.length)
}

const BEST = [
  OFFICE.name,
  step('trusted by, strong', NURSES.name),
  step('trusted by, strong', REYES.name),
]

test('the way to a target is told step by step and lit up, the best one first', async ({
  page,
}) => {
  await open(page)
  const choice = waysBar(page).getByRole('combobox', { name: 'Way to' })
  await expect(choice.locator('optgroup[label="Targets"] option')).toHaveText([REYES.name])
  await lookForWay(page, REYES.name)
  await expect(trail(page)).toHaveText(BEST)
  await expect(waysBar(page)).toContainText('2 steps')
  await expect(waysBar(page)).toContainText('1 of 2')
  expect((await steppedBack(page)).shown).toEqual([OFFICE.name, NURSES.name, REYES.name].toSorted())
  await expect(said(page, 'Way 1 of 2')).toContainText(
    `${OFFICE.name}; trusted by ${NURSES.name}, strong; trusted by ${REYES.name}, strong`,
  )

  await waysBar(page).getByRole('button', { name: 'Next way' }).click()
  await expect(trail(page)).toHaveText([
    TENANTS.name,
    step('influences, strong', RADIO.name),
    step('influences, medium', REYES.name),
  ])
  await expect(waysBar(page)).toContainText('2 of 2')
  expect((await steppedBack(page)).shown).toEqual([TENANTS.name, RADIO.name, REYES.name].toSorted())
  await waysBar(page).getByRole('button', { name: 'Next way' }).click()
  await expect(trail(page)).toHaveText(BEST)
  await waysBar(page).getByRole('button', { name: 'Previous way' }).click()
  await expect(waysBar(page)).toContainText('2 of 2')
  await waysBar(page).getByText('How ways are ranked').click()
  await expect(waysBar(page)).toContainText('as strong as its weakest tie')
})

test('Escape puts the way away, from the bar and from the canvas; the focus stays near', async ({
  page,
}) => {
  await open(page)
  const choice = waysBar(page).getByRole('combobox', { name: 'Way to' })
  await choice.focus()
  await lookForWay(page, REYES.name)
  await expect(trail(page)).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(trail(page)).toHaveCount(0)
  await expect(choice).toHaveValue('')
  await expect(choice).toBeFocused()
  expect((await steppedBack(page)).back).toEqual([])

  await lookForWay(page, REYES.name)
  await dot(page, NURSES.name).focus()
  await page.keyboard.press('Escape')
  await expect(trail(page)).toHaveCount(0)
  expect((await steppedBack(page)).back).toEqual([])

  await lookForWay(page, REYES.name)
  await waysBar(page).getByRole('button', { name: 'Put the way away' }).click()
  await expect(trail(page)).toHaveCount(0)
  await expect(choice).toBeFocused()
})

test('without members, for a member, and where no way leads, a sentence says so', async ({
  page,
}) => {
  await open(page)
  await lookForWay(page, TENANTS.name)
  await expect(waysBar(page)).toContainText(`${TENANTS.name} is one of us`)
  await lookForWay(page, BISHOP.name)
  await expect(waysBar(page)).toContainText(`No way leads from us to ${BISHOP.name}`)
  // Opposition opens no door.
  await lookForWay(page, RIDGE.name)
  await expect(waysBar(page)).toContainText(`No way leads from us to ${RIDGE.name}`)
  await expect(trail(page)).toHaveCount(0)

  await open(
    page,
    PEOPLE.map((one): Entry => ({ ...one, role: 'other' })),
  )
  await lookForWay(page, REYES.name)
  await expect(waysBar(page)).toContainText('give somebody the role member')
})

test('at most five ways are offered', async ({ page }) => {
  const others = Array.from({ length: 8 }, (_, index) => ({ name: `Go-between ${index + 1}` }))
  await open(
    page,
    [OFFICE, ...others, REYES],
    others.flatMap(({ name }): Tie[] => [
      { from: name, to: OFFICE.name, kind: 'trusts' },
      { from: REYES.name, to: name, kind: 'trusts' },
    ]),
  )
  await lookForWay(page, REYES.name)
  await expect(waysBar(page)).toContainText('1 of 5')
  const seen = new Set<string>()
  for (let way = 1; way <= 5; way += 1) {
    await expect(waysBar(page)).toContainText(`${way} of 5`)
    seen.add(await trail(page).nth(1).innerText())
    await waysBar(page).getByRole('button', { name: 'Next way' }).click()
  }
  expect(seen.size).toBe(5)
})

test('a way through an ally comes before one as strong and short through an opponent', async ({
  page,
}) => {
  await open(
    page,
    [OFFICE, RIDGE, NURSES, REYES],
    [
      { from: RIDGE.name, to: OFFICE.name, kind: 'trusts', strength: 3 },
      { from: REYES.name, to: RIDGE.name, kind: 'trusts', strength: 3 },
      { from: NURSES.name, to: OFFICE.name, kind: 'trusts', strength: 3 },
      { from: REYES.name, to: NURSES.name, kind: 'trusts', strength: 3 },
    ],
  )
  await lookForWay(page, REYES.name)
  await expect(trail(page)).toHaveText(BEST)
})

test('the way follows what is changed, and ends with whom it led to', async ({ page }) => {
  await open(page)
  await lookForWay(page, REYES.name)
  await expect(trail(page)).toHaveText(BEST)
  await dot(page, NURSES.name).focus()
  await page.keyboard.press('Delete')
  await expect(trail(page)).toHaveText([
    TENANTS.name,
    step('influences, strong', RADIO.name),
    step('influences, medium', REYES.name),
  ])
  await page.keyboard.press('ControlOrMeta+z')
  await expect(trail(page)).toHaveText(BEST)
  await dot(page, REYES.name).focus()
  await page.keyboard.press('Delete')
  await expect(trail(page)).toHaveCount(0)
  await expect(waysBar(page).getByRole('combobox')).toHaveValue('')
})

test('the details say through whom somebody is reached, in every view, and lead to the ways', async ({
  page,
}) => {
  await open(page)
  await openView(page, 'Spectrum')
  await card(page, REYES.name).click()
  const reached = details(page).getByRole('region', { name: 'Reached through' })
  await expect(reached.getByRole('listitem')).toContainText([
    'Us',
    OFFICE.name,
    NURSES.name,
    REYES.name,
  ])
  await card(page, BISHOP.name).click()
  await expect(reached).toContainText(`No way leads from us to ${BISHOP.name}`)
  await card(page, OFFICE.name).click()
  await expect(details(page).getByLabel('Name')).toHaveValue(OFFICE.name)
  await expect(reached).toHaveCount(0)

  await card(page, REYES.name).click()
  await reached.getByRole('button', { name: 'Show the ways' }).click()
  await expectView(page, 'Network')
  await expect(waysBar(page).getByRole('combobox').locator('option:checked')).toHaveText(REYES.name)
  await expect(trail(page)).toHaveText(BEST)
  expect((await steppedBack(page)).shown).toEqual([OFFICE.name, NURSES.name, REYES.name].toSorted())
})

const ZEBEDEE: Entry = {
  name: 'Zebedee, plant engineer',
  placement: { stance: 0.9, depth: 0.5 },
  confidentiality: { level: 'confidential', publicStance: null },
}
/** A member in truth: that alone may be hidden, too. */
const WYSTAN: Entry = { ...ZEBEDEE, name: 'Wystan', role: 'member' }

/** Shorter and stronger ways, by confidential ties and through people who are hidden. */
const SECRET_TIES: readonly Tie[] = [
  { from: ZEBEDEE.name, to: OFFICE.name, kind: 'trusts', strength: 3 },
  { from: RIDGE.name, to: ZEBEDEE.name, kind: 'trusts', strength: 3 },
  { from: REYES.name, to: ZEBEDEE.name, kind: 'trusts', strength: 3 },
  { from: BISHOP.name, to: WYSTAN.name, kind: 'trusts', strength: 3 },
  {
    from: REYES.name,
    to: OFFICE.name,
    kind: 'trusts',
    strength: 3,
    confidentiality: 'confidential',
  },
  {
    from: BISHOP.name,
    to: TENANTS.name,
    kind: 'own',
    label: 'hushword',
    confidentiality: 'confidential',
  },
]

/** All that the bar and the details tell of the ways to everybody, in public. */
const publicWays = async (page: Page): Promise<string[]> => {
  await look(page, 'Public preview')
  await expect(dot(page, ZEBEDEE.name)).toHaveCount(0)
  const choice = waysBar(page).getByRole('combobox')
  const seen = [(await choice.innerHTML()).replaceAll(/value="[^"]*"/g, '')]
  for (const { name } of PEOPLE) {
    await lookForWay(page, name)
    const turns = waysBar(page).getByRole('button', { name: 'Next way' })
    seen.push(await waysBar(page).innerText())
    if (await turns.isVisible()) {
      await turns.click()
      seen.push(await waysBar(page).innerText())
    }
    await dot(page, name).click()
    await expect(details(page).getByLabel('Name')).toHaveValue(name)
    await workedOut(page)
    seen.push(await details(page).innerText())
    await page.keyboard.press('Escape')
  }
  return seen
}

test('in public preview ways are those of the map without anything confidential', async ({
  page,
}) => {
  const people = [ZEBEDEE, ...PEOPLE.slice(0, 3), WYSTAN, ...PEOPLE.slice(3)]
  await open(page, people, [...SECRET_TIES.slice(0, 3), ...TIES, ...SECRET_TIES.slice(3)])
  // The team is led the short way, so that there is something to give away.
  await lookForWay(page, REYES.name)
  await expect(trail(page)).toHaveText([OFFICE.name, step('trusted by, strong', REYES.name)])
  await lookForWay(page, BISHOP.name)
  await expect(trail(page)).toContainText(['Wystan', BISHOP.name])

  const withSecrets = await publicWays(page)
  expect(withSecrets.join('\n')).not.toMatch(/Zebedee|Wystan|hushword/)
  expect(await page.content()).not.toMatch(/Zebedee|Wystan|hushword/)
  await open(page)
  const without = await publicWays(page)
  expect(withSecrets).toEqual(without)
  expect(without.join('\n')).toContain('trusted by, strong')
})

test('a way shown to the team is gone at once in public preview where it led to somebody hidden', async ({
  page,
}) => {
  await open(page, [ZEBEDEE, ...PEOPLE], [...SECRET_TIES.slice(0, 3), ...TIES])
  await lookForWay(page, ZEBEDEE.name)
  await expect(trail(page)).toHaveText([OFFICE.name, step('trusted by, strong', ZEBEDEE.name)])
  await look(page, 'Public preview')
  await expect(trail(page)).toHaveCount(0)
  await expect(waysBar(page).getByRole('combobox')).toHaveValue('')
  expect(await page.content()).not.toContain('Zebedee')
  expect((await steppedBack(page)).back).toEqual([])
  await saved(page)
})
