import { addField, cards, expect, newMap, openExample, test } from './support/app.ts'
import {
  choosePicture,
  chooseTeam,
  chooseWidth,
  openExport,
  saveWith,
} from './support/exporting.ts'
import { openNetwork, openView } from './support/network.ts'
import { unzip } from '../support/unzip.ts'
import { blank, decoded, svgRead, unlike } from './support/pictures.ts'

test('PNGs have the promised width, and are not blank', async ({ page }) => {
  await openExample(page)
  const dialog = await openExport(page)
  for (const width of [1920, 3840, 7680]) {
    await chooseWidth(dialog, width)
    const { name, bytes } = await saveWith(dialog, 'Save PNG')
    expect(name).toMatch(/^allyscope-public-.*\.png$/)
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    // Width and height stand at bytes 16 and 20 of every PNG.
    expect(bytes.readUInt32BE(16)).toBe(width)
    expect(bytes.readUInt32BE(20)).toBe((width * 9) / 16)
    const picture = await decoded(page, bytes)
    expect(picture).toMatchObject({ width, height: (width * 9) / 16 })
    expect(picture.colours).toBeGreaterThan(10)
    await expect(
      dialog.getByText('Handed to your downloads: look whether it is there.'),
    ).toBeVisible()
  }
})

test('the SVG is well-formed, carries its font, title, legend, date and stamp', async ({
  page,
}) => {
  await openExample(page)
  const dialog = await openExport(page)
  await dialog.getByLabel('Title', { exact: true }).fill('Summer <1964> & after')
  const svg = (await saveWith(dialog, 'Save SVG')).bytes.toString()
  const read = await svgRead(page, svg)
  expect(read).toMatchObject({ root: 'svg', faults: 0, fontData: true, foreign: 0 })
  expect(read.fonts).toBeGreaterThan(0)
  for (const words of [
    'Summer <1964> & after',
    'Public version',
    'Influence',
    'Active opponents 7',
  ])
    expect(read.text).toContain(words)
  expect(read.text.join(' ')).toMatch(new RegExp(`\\b${new Date().getFullYear()}\\b`))
  expect(svg).not.toMatch(/(href|src)="https?:/)
})

test('the team’s copy asks for a confirmation and is stamped', async ({ page }) => {
  await openExample(page)
  const dialog = await openExport(page)
  const buttons = ['Save file', 'Copy picture', 'Print…', /^Save (?:PNG|SVG)$/]
  await dialog.getByRole('radio', { name: 'Team' }).check()
  await expect(dialog).toContainText('shows every confidential name')
  for (const name of buttons) await expect(dialog.getByRole('button', { name })).toBeDisabled()
  await chooseTeam(dialog)
  const { name, bytes } = await saveWith(dialog, 'Save SVG')
  expect(name).toMatch(/^allyscope-team-/)
  expect(bytes.toString()).toContain('TEAM ONLY – CONFIDENTIAL')
  // Going back and forth asks again.
  await dialog.getByRole('radio', { name: 'Public' }).check()
  await dialog.getByRole('radio', { name: 'Team' }).check()
  for (const button of buttons)
    await expect(dialog.getByRole('button', { name: button })).toBeDisabled()
})

test('the picture has the layout of the screen', async ({ page }) => {
  await openExample(page)
  const dialog = await openExport(page)
  await chooseTeam(dialog)
  const svg = (await saveWith(dialog, 'Save SVG')).bytes.toString()
  await dialog.getByRole('button', { name: 'Close' }).click()
  const inWorld = await (
    await blank(page)
  ).evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml')
    return [...document.querySelectorAll('svg > g g[transform^="translate("]')].map(
      (group) => group.getAttribute('transform') ?? '',
    )
  }, svg)
  const onScreen = await page.locator('.react-flow__node').evaluateAll((nodes) =>
    nodes.map((node) => {
      if (!(node instanceof HTMLElement)) throw new Error('a card is no element')
      const { left, top, width, height } = node.style
      return [parseFloat(left) + parseFloat(width) / 2, parseFloat(top) + parseFloat(height) / 2]
    }),
  )
  expect(onScreen).toHaveLength(30)
  const drawn = inWorld.map((transform) => transform.match(/-?[\d.]+/g)?.map(Number) ?? [])
  for (const [x = NaN, y = NaN] of onScreen)
    expect(drawn.some(([a = NaN, b = NaN]) => Math.hypot(a - x, b - y) < 0.1)).toBe(true)
})

test('the PNG is what the screen shows, pixel by pixel', async ({ page }) => {
  await openExample(page)
  const dialog = await openExport(page)
  for (const drawing of ['Spectrum', 'Network', 'Power', 'Table'] as const) {
    await choosePicture(dialog, drawing)
    await dialog.getByLabel('Paper or slide').selectOption('A4')
    const shown = dialog.getByRole('figure', { name: 'Preview' }).locator('svg')
    const screen = await shown.screenshot()
    const saved = await saveWith(dialog, /^Save (?:PNG|\d+ files)/u)
    const [png] = saved.name.endsWith('.zip') ? [...unzip(saved.bytes).values()] : [saved.bytes]
    expect(await unlike(page, screen, png ?? Buffer.alloc(0)), drawing).toBeLessThan(0.02)
  }
})

test('a picture goes to the clipboard as PNG', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await newMap(page, 'Clipboard')
  const dialog = await openExport(page)
  await chooseWidth(dialog, 1920)
  await dialog.getByRole('button', { name: 'Copy picture' }).click()
  await expect(dialog.getByText('The picture is on the clipboard.')).toBeVisible()
  const width = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const blob = await item?.getType('image/png')
    return blob && (await createImageBitmap(blob)).width
  })
  expect(width).toBe(1920)
})

test('a refused clipboard is said, with what to do instead', async ({ page }) => {
  await page.addInitScript(() => {
    Clipboard.prototype.write = () =>
      Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'))
  })
  await newMap(page, 'Clipboard')
  const dialog = await openExport(page)
  await dialog.getByRole('button', { name: 'Copy picture' }).click()
  await expect(dialog.getByText(/did not let us use the clipboard\. Save the PNG/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save PNG' })).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(addField(page)).toBeEnabled()
  await expect(cards(page)).toHaveCount(0)
})

test('network and power grid are pictures too, in SVG and PNG, with their own legend', async ({
  page,
}) => {
  await openExample(page)
  const dialog = await openExport(page)
  for (const [drawing, words] of [
    ['Network', ['influences', 'works with', 'funds', 'Eastland']],
    ['Power', ['Powerful allies', 'Opponents with little power', 'Active opponents 7']],
  ] as const) {
    await choosePicture(dialog, drawing)
    await expect(dialog.getByLabel('Target arrows')).toHaveCount(0)
    const svg = await svgRead(page, (await saveWith(dialog, 'Save SVG')).bytes.toString())
    expect(svg).toMatchObject({ root: 'svg', faults: 0, fontData: true, foreign: 0 })
    const text = svg.text.join(' ')
    for (const word of ['Public version', ...words]) expect(text, drawing).toContain(word)
    const { bytes } = await saveWith(dialog, 'Save PNG')
    const picture = await decoded(page, bytes)
    expect(picture).toMatchObject({ width: 3840, height: 2160 })
    expect(picture.colours).toBeGreaterThan(10)
  }
})

test('the export begins with the drawing that is open, lying as it does on screen', async ({
  page,
}) => {
  await openExample(page)
  await openView(page, 'Power')
  await page.getByRole('button', { name: 'Turn the axes' }).click()
  const dialog = await openExport(page)
  await expect(dialog.getByRole('checkbox', { name: 'Power', exact: true })).toBeChecked()
  const turned = (await saveWith(dialog, 'Save SVG')).bytes.toString()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Turn the axes' }).click()
  await openExport(page)
  expect((await saveWith(dialog, 'Save SVG')).bytes.toString()).not.toBe(turned)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await openView(page, 'Network')
  await openExport(page)
  await expect(dialog.getByRole('checkbox', { name: 'Network' })).toBeChecked()
  await choosePicture(dialog, 'Spectrum')
  await expect(dialog.getByLabel('Target arrows')).toBeVisible()
})

test('the picture of the network has the places of the screen', async ({ page }) => {
  await openExample(page)
  await openNetwork(page, 30)
  const dialog = await openExport(page)
  await chooseTeam(dialog)
  await choosePicture(dialog, 'Network')
  const svg = (await saveWith(dialog, 'Save SVG')).bytes.toString()
  await dialog.getByRole('button', { name: 'Close' }).click()
  const onScreen = await page.locator('.react-flow__node').evaluateAll((nodes) =>
    nodes.map((node) => {
      if (!(node instanceof HTMLElement)) throw new Error('a dot is no element')
      const { left, top, width, height } = node.style
      return [parseFloat(left) + parseFloat(width) / 2, parseFloat(top) + parseFloat(height) / 2]
    }),
  )
  expect(onScreen).toHaveLength(30)
  const drawn = [...svg.matchAll(/translate\((-?[\d.]+)[ ,](-?[\d.]+)\)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ])
  for (const [x = NaN, y = NaN] of onScreen)
    expect(drawn.some(([a = NaN, b = NaN]) => Math.hypot(a - x, b - y) < 0.1)).toBe(true)
})
