import type { Page } from '@playwright/test'
import { addField, cards, expect, newMap, openExample, test } from './support/app.ts'
import { chooseTeam, openExport, saveWith } from './support/exporting.ts'

interface Picture {
  readonly width: number
  readonly height: number
  /** How many different colours a coarse grid of its pixels has. */
  readonly colours: number
}

/** Decodes a PNG in the browser: a blank or broken one has one colour or none. */
const decoded = (page: Page, png: Buffer): Promise<Picture> =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const { width, height } = bitmap
    const context = new OffscreenCanvas(480, 270).getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.imageSmoothingEnabled = false
    context.drawImage(bitmap, 0, 0, 480, 270)
    const pixels = new Uint32Array(context.getImageData(0, 0, 480, 270).data.buffer)
    return { width, height, colours: new Set(pixels).size }
  }, png.toString('base64'))

/** A page without our Content-Security-Policy, which would refuse the style of a parsed picture. */
const blank = (page: Page): Promise<Page> => page.context().newPage()

test('PNGs have the promised width, and are not blank', async ({ page }) => {
  await openExample(page)
  const dialog = await openExport(page)
  for (const width of [1920, 3840, 7680]) {
    await dialog.getByLabel('Width of the PNG').selectOption(String(width))
    const { name, bytes } = await saveWith(dialog, 'Save PNG')
    expect(name).toMatch(/^allyscope-public-.*\.png$/)
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    // Width and height stand at bytes 16 and 20 of every PNG.
    expect(bytes.readUInt32BE(16)).toBe(width)
    expect(bytes.readUInt32BE(20)).toBe((width * 9) / 16)
    const picture = await decoded(page, bytes)
    expect(picture).toMatchObject({ width, height: (width * 9) / 16 })
    expect(picture.colours).toBeGreaterThan(10)
    await expect(dialog.getByText('Saved to your downloads.')).toBeVisible()
  }
})

test('the SVG is well-formed, carries its font, title, legend, date and stamp', async ({
  page,
}) => {
  await openExample(page)
  const dialog = await openExport(page)
  await dialog.getByLabel('Title', { exact: true }).fill('Summer <1964> & after')
  const svg = (await saveWith(dialog, 'Save SVG')).bytes.toString()
  const read = await (
    await blank(page)
  ).evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml')
    return {
      root: document.documentElement.nodeName,
      faults: document.querySelectorAll('parsererror').length,
      text: [...document.querySelectorAll('text')].map((found) => found.textContent),
      fonts: document.querySelector('style')?.textContent?.match(/@font-face/g)?.length ?? 0,
      fontData: document
        .querySelector('style')
        ?.textContent?.includes('url(data:font/woff2;base64,'),
      foreign: document.querySelectorAll('script, image, foreignObject, a').length,
    }
  }, svg)
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
  const buttons = ['Save file', 'Copy picture', 'Save SVG', 'Save PNG']
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

test('a picture goes to the clipboard as PNG', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await newMap(page, 'Clipboard')
  const dialog = await openExport(page)
  await dialog.getByLabel('Width of the PNG').selectOption('1920')
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
