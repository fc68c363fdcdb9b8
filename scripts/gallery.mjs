import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { chromium } from 'playwright-core'
import { findChromium } from './browser.mjs'
import { serve } from './serve.mjs'
import { root, runTool } from './tools.mjs'

/*
 * Makes the pictures of the README and of docs/gallery.md from the example map, as a person would make them: with the
 * app's own export dialog. Run by hand when the drawing has changed.
 */

const WIDTH = '1920'
const folder = join(root, 'docs/pictures')

/** What each picture of the gallery is called, what is chosen for it, and what it shows. */
const GALLERY = [
  {
    file: 'slide.png',
    title: 'A slide of the spectrum',
    text: 'As it stands on the screen, with legend, date and the stamp that says whom it is for.',
    choose: { views: ['Spectrum'] },
  },
  {
    file: 'slide-dark.png',
    title: 'For a dark room',
    text: 'The same in light type on dark ground.',
    choose: { views: ['Spectrum'], ground: 'Dark' },
  },
  {
    file: 'grey-a4.png',
    title: 'For the photocopier',
    text: 'A4 in greyscale: segments are told apart by place and name.',
    choose: { views: ['Spectrum'], sheet: 'A4', colours: 'Greyscale' },
  },
  {
    file: 'initials.png',
    title: 'Initials',
    text: 'Where the shape of the map is to be shown and nobody’s name.',
    choose: { views: ['Spectrum'], naming: 'Initials' },
  },
  {
    file: 'network-page.png',
    title: 'The network',
    text: 'Who influences, funds or opposes whom, with what each sign means.',
    choose: { views: ['Network'] },
  },
  {
    file: 'power-page.png',
    title: 'The power grid',
    text: 'Influence against stance.',
    choose: { views: ['Power'] },
  },
  {
    file: 'table-page.png',
    title: 'The table',
    text: 'Everybody, from active allies to active opponents, on as many pages as it takes.',
    choose: { views: ['Table'], sheet: 'A4', orientation: 'Portrait' },
  },
  {
    file: 'blank-half-pie.png',
    title: 'A blank half-pie',
    text: 'For groups that begin on paper.',
    choose: { handouts: ['Blank half-pie'], sheet: 'A3' },
  },
  {
    file: 'worksheet.png',
    title: 'A worksheet',
    text: 'One for each stakeholder to move: where now, where to, and how.',
    choose: { handouts: ['Worksheets'], sheet: 'A4', orientation: 'Portrait' },
  },
]

const VIEWS = ['Spectrum', 'Network', 'Power', 'Table']
const HANDOUTS = ['Blank half-pie', 'Worksheets']

async function tick(dialog, names, all) {
  for (const name of names) await dialog.getByRole('checkbox', { name, exact: true }).check()
  for (const name of all.filter((one) => !names.includes(one)))
    await dialog.getByRole('checkbox', { name, exact: true }).uncheck()
}

async function choose(dialog, { views = [], handouts = [], ...page }) {
  const {
    sheet = 'Slide, 16:9',
    orientation = 'Landscape',
    colours = 'Colour',
    ground = 'Light',
    naming = 'Names',
  } = page
  // Never none at all in between.
  await tick(dialog, [...views, ...handouts], [])
  await tick(dialog, views, VIEWS)
  await tick(dialog, handouts, HANDOUTS)
  await dialog.getByLabel('Paper or slide').selectOption({ label: sheet })
  if (sheet.startsWith('A')) await dialog.getByRole('radio', { name: orientation }).check()
  await dialog.getByLabel('Colours').selectOption({ label: colours })
  await dialog.getByRole('radio', { name: ground, exact: true }).check()
  await dialog.getByRole('radio', { name: naming, exact: true }).check()
}

/** A picture of several pages comes as a zip: its first one is shown. */
const firstPage = (bytes) =>
  bytes.subarray(0, 2).toString() === 'PK' ? Object.values(unzipSync(bytes))[0] : bytes

async function drawGallery(page) {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByLabel('Longer side of a PNG').selectOption(WIDTH)
  for (const { file, choose: chosen } of GALLERY) {
    await choose(dialog, chosen)
    await dialog.getByText('Working out where everybody stands…').waitFor({ state: 'detached' })
    await dialog.getByRole('figure').locator('svg').waitFor()
    await page.waitForTimeout(500)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: /^Save (?:PNG|\d+ files)/ }).click(),
    ])
    await writeFile(join(folder, file), firstPage(await readFile(await download.path())))
  }
  await page.keyboard.press('Escape')
}

/** The whole window, as it is used. */
async function drawScreens(page) {
  await page.screenshot({ path: join(folder, 'spectrum.png') })
  await page.getByRole('tab', { name: 'Network' }).click()
  await page.locator('.network-dot').first().waitFor()
  await page
    .getByRole('combobox', { name: 'Way to' })
    .selectOption({ label: 'Democratic National Committee' })
  await page.mouse.move(5, 500)
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(folder, 'network.png') })
  await page.getByRole('tab', { name: 'Spectrum' }).click()
}

/** A target for some, so that there is somebody to move. */
async function setTargets(page) {
  for (const [name, segment] of [
    ['United Auto Workers', 'Active allies'],
    ['Northern white clergy', 'Passive allies'],
  ]) {
    await page.getByRole('button', { name: new RegExp(`^${name}, `) }).click()
    await page.getByRole('combobox', { name: 'We want them at' }).selectOption({ label: segment })
  }
  await page.keyboard.press('Escape')
}

const galleryText = () => `# Gallery

Every picture is made from the example map, Freedom Summer, with the app's own export (\`npm run gallery\`).
Each is also to be had as PDF, PowerPoint and SVG, on paper or slides of any of the usual sizes.

${GALLERY.map(({ file, title, text }) => `## ${title}\n\n${text}\n\n![${title}](pictures/${file})\n`).join('\n')}`

const built = await mkdtemp(join(tmpdir(), 'allyscope-gallery-'))
const executablePath = await findChromium()
if (executablePath === null) throw new Error('The gallery is drawn by Chromium, and there is none.')
await runTool('vite', ['build', '--outDir', built, '--emptyOutDir', '--logLevel', 'error'])
const server = await serve({ folder: built, port: 0 })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  await mkdir(folder, { recursive: true })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(server.url)
  await page.getByRole('button', { name: /^Open the example/ }).click()
  await page.getByLabel('Add a stakeholder').waitFor()
  await page.waitForTimeout(1000)
  await drawScreens(page)
  await setTargets(page)
  await drawGallery(page)
  await writeFile(join(root, 'docs/gallery.md'), galleryText())
} finally {
  await browser.close()
  await server.close()
  await rm(built, { recursive: true, force: true })
}
