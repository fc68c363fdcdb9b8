import type { Page } from '@playwright/test'
import { addAndPlace, card, details, expect, look, newMap, notPlaced, test } from './support/app.ts'
import {
  line,
  openPanel,
  panelOf,
  panelTab,
  showButton,
  told,
  workedOut,
} from './support/insights.ts'
import { mapFile, openMapFile, type Entry, type Tie } from './support/mapFile.ts'
import { dot, dots, expectView, openView, said, steppedBack } from './support/network.ts'

const at = (stance: number, depth = 0.5) => ({ placement: { stance, depth } })

const PEOPLE: readonly Entry[] = [
  {
    name: 'Campaign office',
    role: 'member',
    ...at(0.9),
    sector: 'Community',
    needs: ['a hall'],
    offers: ['printing'],
  },
  { name: 'Tenants’ union', role: 'member', ...at(0.8, 0.8), sector: 'Community' },
  { name: 'Rowntree fund', ...at(0.4), sector: 'Foundations', offers: ['a grant'] },
  { name: 'Parish hall', ...at(0.3, 0.8), sector: 'Faith', offers: ['a hall'] },
  { name: 'Depot branch', ...at(0.4, 0.8), sector: 'Labour' },
  { name: 'Transport workers', ...at(0.45, 0.3), sector: 'Labour' },
  { name: 'Bus drivers', ...at(0.35, 0.6), sector: 'Labour' },
  { name: 'Ridge Energy plc', ...at(-0.9), sector: 'Business' },
  { name: 'Youth', ...at(0.25, 0.2) },
  { name: 'Anglers’ club', ...at(-0.4) },
]

const TIES: readonly Tie[] = [
  { from: 'Rowntree fund', to: 'Campaign office', kind: 'funds', strength: 3 },
  { from: 'Rowntree fund', to: 'Tenants’ union', kind: 'funds' },
  { from: 'Campaign office', to: 'Tenants’ union', kind: 'works with', direction: 'mutual' },
  { from: 'Tenants’ union', to: 'Depot branch', kind: 'works with', direction: 'mutual' },
  { from: 'Depot branch', to: 'Transport workers', kind: 'trusts' },
  { from: 'Depot branch', to: 'Bus drivers', kind: 'influences', strength: 3 },
  { from: 'Bus drivers', to: 'Transport workers', kind: 'influences' },
  { from: 'Parish hall', to: 'Campaign office', kind: 'trusts' },
  { from: 'Campaign office', to: 'Ridge Energy plc', kind: 'opposes', direction: 'mutual' },
]

const open = (page: Page, people = PEOPLE, ties = TIES) =>
  openMapFile(page, mapFile('Night buses', people, ties))

test('the network tells who is reached, who alone connects, who depends on whom, and who has no tie', async ({
  page,
}) => {
  await open(page)
  await openPanel(page, 'Findings')
  const findings = panelOf(page, 'Findings')
  for (const heading of [
    'Reach',
    'Bridges',
    'In between',
    'Where influence comes in',
    'Groups',
    'Unconnected',
    'Dependence',
  ])
    await expect(findings.getByRole('heading', { name: heading })).toBeVisible()
  await expect(line(page, /reach \d+ others? directly/)).toContainText('Depot branch')
  await expect(line(page, /reached in two steps/)).toContainText('Bus drivers')
  await expect(line(page, /cut off from the rest without Depot branch/)).toContainText(
    'Transport workers',
  )
  await expect(line(page, /Rowntree fund funds 2 of our 2 members/)).toBeVisible()
  await expect(line(page, /Nobody has a tie to/)).toContainText('Anglers’ club')
  await expect(line(page, /Nobody has a tie to/)).toContainText('Youth')
  await findings.getByText('Why this?').first().click()
  await expect(findings).toContainText('Opposition opens none')
})

test('each finding is shown in the network: who is meant stands out, everybody else steps back', async ({
  page,
}) => {
  await open(page)
  await openPanel(page, 'Findings')
  const buttons = panelOf(page, 'Findings').getByRole('button', { name: /^Show: / })
  await expect(buttons.first()).toBeVisible()
  const count = await buttons.count()
  expect(count).toBeGreaterThan(6)
  for (let index = 0; index < count; index += 1) {
    await openView(page, 'Spectrum')
    const button = buttons.nth(index)
    const sentence = (await button.getAttribute('aria-label')) ?? ''
    await test.step(sentence, async () => {
      await button.click()
      await expectView(page, 'Network')
      await expect(dots(page)).toHaveCount(PEOPLE.length)
      await expect(button).toHaveAttribute('aria-pressed', 'true')
      await expect(
        panelOf(page, 'Findings').getByRole('button', { name: /^Show: /, pressed: true }),
      ).toHaveCount(1)
      await expect(said(page, 'Picked out')).toBeAttached()
      const { shown } = await steppedBack(page)
      const named = PEOPLE.filter(({ name }) => sentence.includes(name)).map(({ name }) => name)
      expect(shown).toEqual(expect.arrayContaining(named))
      expect(shown.length).toBeGreaterThan(0)
    })
  }
  const cutOff = line(page, /cut off from the rest/)
  await showButton(cutOff.first()).click()
  const { back, shown } = await steppedBack(page)
  expect(shown).toContain('Depot branch')
  expect(back).toContain('Ridge Energy plc')
  await showButton(cutOff.first()).click()
  await expect(showButton(cutOff.first())).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(async () => (await steppedBack(page)).back).toEqual([])
})

test('Escape stops showing a finding', async ({ page }) => {
  await open(page)
  await openPanel(page, 'Findings')
  const alone = line(page, /Nobody has a tie to/)
  await showButton(alone).click()
  await expect(dots(page)).toHaveCount(PEOPLE.length)
  await expect.poll(async () => (await steppedBack(page)).shown).toEqual(['Anglers’ club', 'Youth'])
  await page.keyboard.press('Escape')
  await expect(showButton(alone)).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(async () => (await steppedBack(page)).back).toEqual([])
})

test('findings follow what is changed', async ({ page }) => {
  await open(page)
  await openPanel(page, 'Findings')
  await expect(line(page, /Nobody has a tie to/)).toContainText('Anglers’ club')
  await openView(page, 'Network')
  await dot(page, 'Anglers’ club').focus()
  await page.keyboard.press('c')
  const toWhom = page.getByRole('combobox', { name: 'To whom' })
  await expect(toWhom).toBeFocused()
  await page.keyboard.type('youth')
  await expect(page.getByRole('option', { name: 'Youth', selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await openPanel(page, 'Findings')
  await expect(line(page, /Nobody has a tie to/)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(line(page, /Nobody has a tie to/)).toContainText('Anglers’ club')
})

test('a map that has little to tell says what to do first', async ({ page }) => {
  await newMap(page, 'Night buses')
  await openPanel(page, 'Findings')
  await expect(details(page)).toContainText('Add stakeholders first')
  await openPanel(page, 'Gaps')
  await expect(details(page)).toContainText('Add stakeholders and place them first')
  await addAndPlace(page, 'Commuters’ forum', 3)
  await addAndPlace(page, 'Depot branch', 2)
  await openPanel(page, 'Findings')
  await expect(details(page)).toContainText('Draw the first ties')
  await details(page).getByRole('button', { name: 'Open the Network view' }).click()
  await expectView(page, 'Network')
})

test('gaps are told in every view as sentences, and shown in the view that is open', async ({
  page,
}) => {
  await open(page)
  for (const view of ['Spectrum', 'Network', 'Power'] as const) {
    await openView(page, view)
    await openPanel(page, 'Gaps')
    await expect(line(page, 'Labour has no active ally')).toContainText('Depot branch')
    await expect(line(page, /Needed by Campaign office/)).toContainText('a hall')
    await expect(line(page, /Needed by Campaign office/)).toContainText('Parish hall')
    await expect(line(page, /nobody needs it: a grant/)).toContainText('Rowntree fund')
    await expect(line(page, /nobody needs it: printing/)).toContainText('Campaign office')
    await expect(line(page, 'Nobody stands in Neutral')).toBeVisible()
    await expect(line(page, 'Youth: can it be more specific?')).toBeVisible()
    await expect(line(page, /Nobody has a tie to these 2/)).toContainText('Anglers’ club')

    const needed = showButton(line(page, /Needed by Campaign office/))
    await needed.click()
    await expect(needed).toHaveAttribute('aria-pressed', 'true')
    await expectView(page, view)
    await expect
      .poll(async () => (await steppedBack(page)).shown)
      .toEqual(['Campaign office', 'Parish hall'])
    // Nothing is filtered: there is nothing to clear.
    await expect(page.getByRole('button', { name: /clear$/ })).toHaveCount(0)
    await needed.click()
    await expect(needed).toHaveAttribute('aria-pressed', 'false')
  }
})

test('each gap that names somebody shows somebody', async ({ page }) => {
  await open(page)
  await openPanel(page, 'Gaps')
  const buttons = panelOf(page, 'Gaps').getByRole('button', { name: /^Show: / })
  await expect(buttons.first()).toBeVisible()
  const count = await buttons.count()
  expect(count).toBeGreaterThan(6)
  for (let index = 0; index < count; index += 1) {
    const sentence = (await buttons.nth(index).getAttribute('aria-label')) ?? ''
    await test.step(sentence, async () => {
      await buttons.nth(index).click()
      await expect(buttons.nth(index)).toHaveAttribute('aria-pressed', 'true')
      const { back, shown } = await steppedBack(page)
      expect(shown.length).toBeGreaterThan(0)
      expect(back.length).toBeGreaterThan(0)
      for (const name of shown) expect(sentence).toContain(name)
    })
  }
})

test('a vague name leads to its field, ready to be typed over', async ({ page }) => {
  await open(page)
  await openPanel(page, 'Gaps')
  await line(page, 'Youth: can it be more specific?')
    .getByRole('button', { name: /^More specific…/ })
    .click()
  const name = details(page).getByLabel('Name')
  await expect(name).toHaveValue('Youth')
  await expect(name).toBeFocused()
  await page.keyboard.type('Young people at the skate park')
  await page.keyboard.press('Enter')
  await expect(card(page, 'Young people at the skate park')).toBeVisible()
  await openPanel(page, 'Gaps')
  await expect(line(page, /can it be more specific/)).toHaveCount(0)
})

test('a gap that somebody fills is gone', async ({ page }) => {
  await open(page)
  await openPanel(page, 'Gaps')
  await expect(line(page, 'Nobody stands in Neutral')).toBeVisible()
  await addAndPlace(page, 'Commuters’ forum', 3)
  await workedOut(page)
  await openPanel(page, 'Gaps')
  await expect(line(page, 'Nobody stands in')).toHaveCount(0)
})

test('a gap about somebody who is not placed yet shows them in the list', async ({ page }) => {
  await open(page, [...PEOPLE, { name: 'Fire brigade' }, { name: 'People' }])
  await openPanel(page, 'Gaps')
  await showButton(line(page, 'People: can it be more specific?')).click()
  const opacity = (name: string) =>
    notPlaced(page)
      .getByRole('button', { name })
      .evaluate((element) => Number(getComputedStyle(element).opacity))
  await expect
    .poll(async () => (await opacity('Fire brigade')) < (await opacity('People')))
    .toBe(true)
})

const hidden = { level: 'confidential', publicStance: null } as const

/** Hidden people who would fill gaps, fund members and connect parts; and ties that only the team knows. */
const SECRET_PEOPLE: readonly Entry[] = [
  {
    name: 'Zebedee, plant engineer',
    ...at(0.9, 0.3),
    role: 'member',
    sector: 'Business',
    offers: ['a hall', 'hushoffer'],
    needs: ['a grant', 'hushneed'],
    confidentiality: hidden,
  },
  { name: 'The public', ...at(0), sector: 'Hushsector', confidentiality: hidden },
]
const SECRET_TIES: readonly Tie[] = [
  { from: 'Zebedee, plant engineer', to: 'Campaign office', kind: 'funds', strength: 3 },
  { from: 'Zebedee, plant engineer', to: 'Anglers’ club', kind: 'influences' },
  { from: 'Youth', to: 'Bus drivers', kind: 'trusts', confidentiality: 'confidential' },
  { from: 'Parish hall', to: 'Bus drivers', kind: 'trusts', confidentiality: 'confidential' },
]

test('in public preview findings and gaps are those of the map without anything confidential', async ({
  page,
}) => {
  const publicTold = async () => {
    await look(page, 'Public preview')
    await expect(card(page, 'Zebedee, plant engineer')).toHaveCount(0)
    return [await told(page, 'Findings'), await told(page, 'Gaps')]
  }
  await open(
    page,
    [...SECRET_PEOPLE.slice(0, 1), ...PEOPLE, ...SECRET_PEOPLE.slice(1)],
    [...SECRET_TIES, ...TIES],
  )
  const ofTeam = [await told(page, 'Findings'), await told(page, 'Gaps')]
  const withSecrets = await publicTold()
  expect(withSecrets.join('\n')).not.toMatch(/Zebedee|The public|hush/i)
  expect(await page.content()).not.toMatch(/Zebedee|hush/i)
  await open(page)
  const without = await publicTold()
  expect(withSecrets).toEqual(without)
  expect(ofTeam[0]).not.toEqual(without[0])
  expect(ofTeam[1]).not.toEqual(without[1])
})

test('what the team was shown steps back with the public preview, if it was anybody hidden', async ({
  page,
}) => {
  await open(page, [...SECRET_PEOPLE, ...PEOPLE], [...SECRET_TIES, ...TIES])
  await openPanel(page, 'Gaps')
  await showButton(line(page, 'The public: can it be more specific?')).click()
  await expect.poll(async () => (await steppedBack(page)).shown).toEqual(['The public'])
  await look(page, 'Public preview')
  // That everybody stepped back would tell that somebody is missing.
  await expect.poll(async () => (await steppedBack(page)).back).toEqual([])
  await expect(panelTab(page, 'Gaps')).toHaveAttribute('aria-selected', 'true')
  expect(await page.content()).not.toMatch(/Zebedee|The public/)
})
