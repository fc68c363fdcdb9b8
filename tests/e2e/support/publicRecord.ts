import type { Locator, Page } from '@playwright/test'
import { addField, addStakeholder, card, expect, look, saved, undoButton } from './app.ts'
import { chooseFormat, choosePicture, chooseWidth, openExport, OTHER_FORMATS } from './exporting.ts'
import { forget, kept } from './keptRecord.ts'
import { openPanel, panelOf, workedOut } from './insights.ts'
import { openView, settled } from './network.ts'
import { wallPanel } from './wall.ts'

/** All that the public could see, hear or be handed, by what it is. */
export type PublicRecord = Readonly<Record<string, string>>

/** Waits until nothing is on its way: saving, working out, gliding. */
async function atRest(page: Page): Promise<void> {
  await saved(page)
  await workedOut(page)
  await expect(page.locator('.is-gliding')).toHaveCount(0)
  await settled(page)
}

/** Everything that a panel tells, also where that is only that there is nothing. */
async function toldIn(page: Page, panel: 'Findings' | 'Gaps'): Promise<string> {
  await openPanel(page, panel)
  await expect(panelOf(page, panel)).not.toBeEmpty()
  await workedOut(page)
  const folds = panelOf(page, panel).locator('details:not([open]) > summary')
  while ((await folds.count()) > 0) await folds.first().click()
  await atRest(page)
  return panelOf(page, panel).innerText()
}

/** The page as it is: every element with every attribute, its box, and the value in it; title and tree. */
async function pageRecord(page: Page, name: string): Promise<PublicRecord> {
  await atRest(page)
  return shownBy(page, name)
}

/** As `pageRecord`, at once: for a wall, where nothing is saved or worked out. */
export async function shownBy(page: Page, name: string): Promise<PublicRecord> {
  const document = await page.evaluate(() => {
    const all = [...window.document.querySelectorAll(':not(link)')]
    const boxes = all.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return `${element.tagName} ${x} ${y} ${width} ${height}`
    })
    const values = all.flatMap((element) => ('value' in element ? [String(element.value)] : []))
    // The app's own files come ahead of time whenever the page is idle: in what order says nothing of a map.
    const copy = window.document.documentElement.cloneNode(true)
    if (copy instanceof Element) {
      for (const link of copy.querySelectorAll('link')) link.remove()
    }
    return {
      text: window.document.body.innerText,
      html: copy instanceof Element ? copy.outerHTML : '',
      boxes: boxes.join('\n'),
      values: JSON.stringify(values),
      title: window.document.title,
      address: location.href,
    }
  })
  const browser = await page.context().newCDPSession(page)
  const { nodes } = await browser.send('Accessibility.getFullAXTree')
  await browser.detach()
  const tree = nodes.map(({ role, name: called, description, value, properties, ignored }) => ({
    ignored,
    role: role?.value,
    called: called?.value,
    description: description?.value,
    value: value?.value,
    // What points to other nodes does so by numbers that the browser counts.
    properties: properties?.map((one) => [one.name, one.value.value]),
  }))
  return named(name, {
    ...document,
    html: numberedAfresh(document.html),
    tree: numberedAfresh(JSON.stringify(tree, null, 1)),
  })
}

/** React counts what was ever drawn in this window; who can read such ids reads the whole memory. */
function numberedAfresh(text: string): string {
  const seen = new Map<string, string>()
  return text.replaceAll(/_r_\w+_/g, (id) => {
    const known = seen.get(id) ?? `id${seen.size}`
    seen.set(id, known)
    return known
  })
}

/** Addresses carry a map's id or a wall's name, which are random and say nothing. */
const named = (name: string, record: PublicRecord): PublicRecord =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      `${name}: ${key}`,
      value.replaceAll(/(#\/map\/|wall\.html#)[\w-]+/g, '$1'),
    ]),
  )

/** What the next press of a button hands to the browser's downloads: name, kind and bytes. */
async function fileOf(dialog: Locator, button: string | RegExp): Promise<string> {
  const press = dialog.getByRole('button', { name: button, exact: true })
  await expect(press).toBeEnabled()
  const file = dialog.page().evaluate(() => {
    const next: unknown = Reflect.get(window, 'nextFile')
    return typeof next === 'function' ? (next() as Promise<string>) : ''
  })
  await press.click()
  return file
}

/** Every file that the export dialog makes for the public, and what the dialog says. */
async function exportRecord(
  page: Page,
  { png, formats }: Pick<Wanted, 'png' | 'formats'>,
): Promise<PublicRecord> {
  const dialog = await openExport(page)
  const files: Record<string, string> = {}
  for (const drawing of ['Spectrum', 'Network', 'Power'] as const) {
    await choosePicture(dialog, drawing)
    await chooseFormat(dialog, 'SVG')
    files[`${drawing}, SVG`] = await fileOf(dialog, 'Save SVG')
  }
  if (png) {
    await chooseFormat(dialog, 'PNG')
    await chooseWidth(dialog, 1920)
    files['PNG'] = await fileOf(dialog, 'Save PNG')
    await dialog.getByRole('button', { name: 'Everything', exact: true }).click()
    await expect(dialog.getByText('Working out where everybody stands…')).toHaveCount(0)
    files['everything'] = await fileOf(dialog, /^Save \d+ files as a zip$/)
  }
  files['JSON'] = await fileOf(dialog, 'Save file')
  if (formats) await dialog.getByText('Other formats…').click()
  for (const format of formats ? OTHER_FORMATS : []) {
    await dialog.getByLabel('Format', { exact: true }).selectOption(format)
    files[format] = await fileOf(dialog, 'Save in this format')
  }
  const shown = await pageRecord(page, 'export dialog')
  await dialog.getByRole('button', { name: 'Close' }).click()
  return { ...shown, ...named('file', files) }
}

async function search(page: Page, word: string): Promise<PublicRecord> {
  const field = page.getByRole('region', { name: 'Show' }).getByLabel('Find a name or word')
  await field.fill(word)
  const found = await pageRecord(page, 'search')
  await field.fill('')
  await field.press('Escape')
  return found
}

/** What was sent to the wall, without the calls whether it is still there and what is sent twice in a row. */
export async function sentToWall(page: Page): Promise<readonly string[]> {
  const sent: unknown = JSON.parse(await kept(page, 'sent'))
  const shown = (Array.isArray(sent) ? sent.map(String) : []).filter((message) =>
    message.includes('"kind":"show"'),
  )
  return shown.filter((message, index) => message !== shown[index - 1])
}

/** Does something that the wall is told of, and waits until it is: two at once might be told as one. */
async function told(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = (await sentToWall(page)).length
  await act()
  await expect.poll(async () => (await sentToWall(page)).length).toBeGreaterThan(before)
}

/** Has everything drawn on the wall that can be, somebody in the light too. */
export async function showOnWall(page: Page): Promise<void> {
  const panel = wallPanel(page)
  await panel.getByText('More for the wall').click()
  for (const label of ['Arrows to target segments', 'Relationships'])
    await told(page, () => panel.getByLabel(label).check())
  for (const drawing of ['Network', 'Power', 'Spectrum'] as const)
    await told(page, () => panel.getByLabel('View', { exact: true }).selectOption(drawing))
  await told(page, () => panel.getByLabel('In the light').selectOption({ index: 1 }))
}

interface Wanted {
  /** How many stakeholders the public sees. */
  readonly visible: number
  /** To be searched for. */
  readonly word: string
  /** Whether what takes long is made too: the bitmap, and the files for other tools. */
  readonly png: boolean
  readonly formats: boolean
}

/** Switches the open map to the public preview, and records everything that the public then gets. */
export async function publicRecord(
  page: Page,
  { visible, word, ...outputs }: Wanted,
): Promise<PublicRecord> {
  const record: Record<string, string> = {}
  const keep = (part: PublicRecord) => void Object.assign(record, part)
  const standing = page.locator('main [data-stakeholder], .tray-card')
  await look(page, 'Public preview')
  await forget(page)
  await expect(standing).toHaveCount(visible)
  keep(await pageRecord(page, 'spectrum'))
  keep({ findings: await toldIn(page, 'Findings'), gaps: await toldIn(page, 'Gaps') })
  keep(await search(page, word))
  for (const view of ['Network', 'Power'] as const) {
    await openView(page, view)
    await expect(page.getByText('Arranging…')).toHaveCount(0)
    keep(await pageRecord(page, view))
  }
  await openView(page, 'Spectrum')
  keep(await exportRecord(page, outputs))
  keep(await actions(page))
  keep({ said: JSON.stringify(await saidOfMap(page)) })
  return record
}

/** What was said but for the disk, which takes its own time to have stored something. */
async function saidOfMap(page: Page): Promise<readonly string[]> {
  const said: unknown = JSON.parse(await kept(page, 'said'))
  const all = Array.isArray(said) ? said.map(String) : []
  return all.filter((text) => text !== 'Saving…' && text !== 'All changes saved on this device')
}

/** The same hands in both twins: adding, placing, moving and undoing. */
async function actions(page: Page): Promise<PublicRecord> {
  await told(page, () => addStakeholder(page, 'Newcomer'))
  await told(page, () => addField(page).press('2'))
  await expect(card(page, 'Newcomer')).toHaveAccessibleName(/passive ally/)
  await card(page, 'Newcomer').focus()
  await told(page, () => page.keyboard.press('5'))
  await expect(card(page, 'Newcomer')).toHaveAccessibleName(/active opponent/)
  const moved = await pageRecord(page, 'after moving')
  for (let steps = 0; steps < 3; steps += 1) await told(page, () => undoButton(page).click())
  await expect(card(page, 'Newcomer')).toHaveCount(0)
  return { ...moved, ...(await pageRecord(page, 'after undoing')) }
}
