import type { Page } from '@playwright/test'
import { type Markers, newMarkers } from '../support/markers.ts'
import { textsOfPdf, unpackedPdf } from '../support/unpackedPdf.ts'
import { unzip } from '../support/unzip.ts'
import {
  addField,
  addStakeholder,
  allMaps,
  card,
  cards,
  details,
  expect,
  look,
  openStart,
  test,
  undoButton,
} from './support/app.ts'
import {
  choosePicture,
  chooseWidth,
  openExport,
  OTHER_FORMATS,
  saveAs,
  saveWith,
} from './support/exporting.ts'
import { openPanel } from './support/insights.ts'
import { watchForLeaks } from './support/leakWatch.ts'
import { openMapFile } from './support/mapFile.ts'
import { openView } from './support/network.ts'
import { openWall, press, wallButton, wallDrawing, wallPanel } from './support/wall.ts'

test.use({ serviceWorkers: 'allow' })

const hidden = { level: 'confidential', publicStance: null } as const

/** A map in which every string of every confidential thing is a marker of its own. */
function mapOfMarkers({ next }: Markers): { text: string; hiddenName: string } {
  const told = (what: string) => ({ notes: next(`${what} note`), contact: next(`${what} contact`) })
  const secret = (id: string, stance: number | null) => ({
    id,
    name: next('name'),
    aliases: [next('alias')],
    placement: stance === null ? null : { stance, depth: 0.4 },
    influence: 0.9,
    confidentiality: hidden,
    sector: next('sector'),
    offers: [next('offer')],
    needs: [next('need')],
    tags: [next('tag')],
    description: next('description'),
    ...told('hidden'),
  })
  const open = (id: string, name: string, stance: number, more: object = {}) => ({
    id,
    name,
    placement: { stance, depth: 0.6 },
    confidentiality: { level: 'public' },
    ...told('open'),
    ...more,
  })
  const people = [
    secret('h1', 0.8),
    open('o1', 'Asthma Network', 0.8, { role: 'member', sector: 'Health' }),
    secret('h2', -0.3),
    secret('h3', null),
    open('o2', 'Ridge Energy plc', -0.8, { role: 'target', influence: 0.9 }),
    open('q1', 'Chief of staff', 0.9, {
      confidentiality: { level: 'confidential', publicStance: -0.4 },
      aliases: [next('alias')],
    }),
  ]
  const tie = (id: string, from: string, to: string, confidentiality = 'public') => ({
    id,
    from,
    to,
    kind: 'own',
    label: confidentiality === 'public' && !id.includes('h') ? 'cousins' : next('label'),
    confidentiality,
    notes: next('tie note'),
  })
  const text = JSON.stringify({
    format: 'allyscope',
    formatVersion: 1,
    map: { name: 'Close the incinerator', we: 'Clean Air', goal: 'Shut by 2028' },
    stakeholders: people,
    relationships: [
      tie('t1', 'o1', 'o2'),
      tie('t2', 'o1', 'q1', 'confidential'),
      tie('th1', 'h1', 'o2'),
      tie('th2', 'h2', 'h1', 'confidential'),
    ],
  })
  return { text, hiddenName: people[0]?.name ?? '' }
}

test('nothing confidential leaves public preview: not while switching, searching, undoing, importing, not in any file', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000)
  const markers = newMarkers()
  const { text, hiddenName } = mapOfMarkers(markers)
  const watch = await watchForLeaks(context, markers)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const file = { name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(text) }

  await test.step('the watch itself sees what the team sees', async () => {
    await openStart(page)
    await page.getByLabel('Import a map').setInputFiles(file)
    await watch.start(page)
    await page.getByRole('button', { name: 'Open as a new map' }).click()
    await expect(addField(page)).toBeEnabled()
    expect(watch.take()).not.toEqual([])
    await watch.stop(page)
    await watch.look(page, 'team view')
    const found = watch.take().join('\n')
    for (const core of markers.cores) expect(found).toContain(core)
  })

  await test.step('a change to somebody hidden, so that there is something to undo', async () => {
    await addStakeholder(page, `${hiddenName} junior`)
    await details(page).getByLabel('Confidentiality').selectOption('Confidential: hidden')
    await card(page, hiddenName).focus()
    await page.keyboard.press('2')
    await page
      .getByRole('region', { name: 'Show' })
      .getByLabel('Find a name or word')
      .fill(hiddenName)
    // What the team is told of them has arrived before the watch begins.
    await expect(page.getByText(/^No way leads from us to /u).first()).toBeVisible()
  })

  await watch.start(page)
  await test.step('switching, undoing, searching', async () => {
    await look(page, 'Public preview')
    await expect(cards(page)).toHaveCount(3)
    await watch.look(page, 'public preview')
    for (const keys of ['ControlOrMeta+z', 'ControlOrMeta+Shift+z', 'ControlOrMeta+a', 'Escape'])
      await page.keyboard.press(keys)
    await page.keyboard.press('ControlOrMeta+k')
    for (const part of [hiddenName.slice(0, 3), 'note', 'alias', 'junior']) {
      await page.getByLabel('Find a name or word').fill(part)
      await watch.look(page, `searched for ${part}`)
    }
    await page.getByLabel('Find a name or word').fill('')
    await page.getByLabel('Find a name or word').press('Escape')
    await addStakeholder(page, 'Newcomer')
    await undoButton(page).click()
  })

  await test.step('every view, panel and dialog', async () => {
    for (const view of ['Network', 'Power', 'Spectrum'] as const) {
      await openView(page, view)
      await expect(page.getByText('Arranging…')).toHaveCount(0)
      await watch.look(page, view)
    }
    for (const panel of ['Findings', 'Gaps', 'Details'] as const) {
      await openPanel(page, panel)
      await watch.look(page, panel)
    }
    for (const name of ['Asthma Network', 'Chief of staff']) {
      await card(page, name).click()
      await expect(details(page).getByLabel('Name')).toHaveValue(name)
      await watch.look(page, `details of ${name}`)
    }
    for (const dialog of ['Map settings', 'Keys']) {
      await page.getByRole('button', { name: dialog, exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await watch.look(page, dialog)
      await page.keyboard.press('Escape')
    }
    await page.reload()
    await expect(cards(page)).toHaveCount(3)
    await watch.look(page, 'after a reload')
  })

  await test.step('every file and the clipboard', async () => {
    const dialog = await openExport(page)
    for (const drawing of ['Spectrum', 'Network', 'Power'] as const) {
      await choosePicture(dialog, drawing)
      const { name, bytes } = await saveWith(dialog, 'Save SVG')
      watch.bytes(`${drawing}, ${name}`, bytes)
    }
    await chooseWidth(dialog, 1920)
    for (const button of ['Save PNG', 'Save file'] as const)
      watch.bytes(button, (await saveWith(dialog, button)).bytes)
    await dialog.getByRole('button', { name: 'Everything', exact: true }).click()
    await expect(dialog.getByText('Working out where everybody stands…')).toHaveCount(0)
    for (const [name, bytes] of unzip((await saveWith(dialog, /^Save \d+ files/u)).bytes))
      watch.bytes(
        name,
        name.endsWith('.pdf') ? [unpackedPdf(bytes), ...textsOfPdf(bytes)].join('\n') : bytes,
      )
    for (const format of OTHER_FORMATS) {
      const { name, bytes } = await saveAs(dialog, format)
      expect(bytes.length).toBeGreaterThan(100)
      watch.bytes(`${format}, ${name}`, bytes)
    }
    await dialog.getByRole('button', { name: 'Copy picture' }).click()
    await expect(dialog.getByText('The picture is on the clipboard.')).toBeVisible()
    watch.bytes('the clipboard', Buffer.from(await clipboard(page), 'base64'))
    await watch.look(page, 'the export dialog')
    await dialog.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('the start page, and importing the same once more', async () => {
    await allMaps(page)
    await watch.look(page, 'the start page')
    await page.getByLabel('Import a map').setInputFiles(file)
    await expect(page.getByRole('button', { name: 'Open as a new map' })).toBeVisible()
    await watch.look(page, 'what is in the file')
    await page.keyboard.press('Escape')
  })
  expect(watch.leaks).toEqual([])
})

test('the wall is given nothing confidential, from its first line on, whatever the console does', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000)
  const markers = newMarkers()
  const { text, hiddenName } = mapOfMarkers(markers)
  const watch = await watchForLeaks(context, markers)
  await openMapFile(page, text)
  const wall = await openWall(page)
  const onWall = (word: string) => wallDrawing(wall).getByText(word).first()
  await expect(onWall('Asthma')).toBeAttached()

  await test.step('the watch sees what is put on the wall, and what is sent to it', async () => {
    await watch.look(wall, 'the wall')
    expect(watch.take()).toEqual([])
    await wall.evaluate((word) => document.body.setAttribute('data-planted', word), hiddenName)
    await expect.poll(() => watch.take().length).toBeGreaterThan(0)
    await wall.evaluate(() => document.body.removeAttribute('data-planted'))
    await page.evaluate((word) => {
      const channel = new BroadcastChannel('allyscope-wall-planted')
      channel.postMessage({ word })
      channel.close()
    }, hiddenName)
    await expect.poll(() => watch.take().length).toBeGreaterThan(0)
  })

  await test.step('choosing, moving, renaming and undoing what is hidden', async () => {
    await card(page, hiddenName).click()
    await expect(wallPanel(page).getByRole('button', { name: 'Spotlight' })).toBeDisabled()
    await page.keyboard.press('4')
    await page.keyboard.press('Shift+S')
    await details(page).getByLabel('Name').fill(markers.next('renamed'))
    await details(page).getByLabel('Name').press('Enter')
    await undoButton(page).click()
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByLabel('Find a name or word').fill(hiddenName)
    await watch.look(wall, 'the wall while the team works on what is hidden')
    await page.getByLabel('Find a name or word').fill('')
    await page.getByLabel('Find a name or word').press('Escape')
  })

  await test.step('every view, arrows, ties, what moved, and following the console', async () => {
    const panel = wallPanel(page)
    await panel.getByLabel('Zoom').selectOption('Follow mine')
    await panel.getByText('More for the wall').click()
    for (const label of ['Arrows to target segments', 'Relationships', 'Show what has moved'])
      await panel.getByLabel(label).check()
    for (const view of ['Network', 'Power', 'Spectrum'] as const) {
      await openView(page, view)
      await expect(page.getByText('Arranging…')).toHaveCount(0)
      await watch.look(wall, `the wall with ${view}`)
    }
    await look(page, 'Public preview')
    await look(page, 'Team view')
    await watch.look(wall, 'the wall after the preview')
  })

  await test.step('somebody hidden while the wall is frozen is gone as soon as it is live', async () => {
    await press(page, 'Freeze')
    await card(page, 'Ridge Energy plc').click()
    await details(page).getByLabel('Confidentiality').selectOption('Confidential: hidden')
    await expect(onWall('Ridge')).toBeAttached()
    await press(page, 'Unfreeze')
    await expect(onWall('Ridge')).toHaveCount(0)
    expect(await wall.content()).not.toContain('Ridge')
  })

  await test.step('reloading either side', async () => {
    await wall.reload()
    await expect(onWall('Asthma')).toBeAttached()
    await page.reload()
    await expect(wallButton(page)).toHaveText('Wall: live')
    await watch.look(wall, 'the wall after reloads')
  })

  await test.step('presenting on this screen, and leaving it', async () => {
    await watch.start(page)
    await page.getByRole('button', { name: 'Present on this screen' }).click()
    await expect(page.getByRole('main', { name: 'Wall' })).toBeVisible()
    await watch.look(page, 'presenting')
    for (const key of ['2', '3', '1', 'b', 'b', 'Escape']) await page.keyboard.press(key)
    await page.getByRole('button', { name: 'Leave' }).last().click()
    await expect(page.getByRole('radio', { name: 'Public preview' })).toBeChecked()
    await expect(card(page, 'Asthma Network')).toBeVisible()
    await watch.look(page, 'after presenting')
  })
  expect(watch.leaks).toEqual([])
})

/** What the clipboard has, a picture or a text, in base64. */
const clipboard = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const items = await navigator.clipboard.read()
    const blobs = await Promise.all(
      items.flatMap((item) => item.types.map((type) => item.getType(type))),
    )
    const bytes = new Uint8Array(await new Blob(blobs).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  })
