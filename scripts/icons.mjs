import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from './browser.mjs'
import { root } from './tools.mjs'

/**
 * Draws the app's icons from `public/icons/icon.svg`. Run by hand when the drawing has changed.
 * `scale` is the drawing's share of the picture: launchers may cut a maskable icon down to the
 * middle 80 %, and Apple's rounds the corners.
 */
const PICTURES = [
  { file: 'icon-192.png', size: 192, scale: 1, ground: 'transparent' },
  { file: 'icon-512.png', size: 512, scale: 1, ground: 'transparent' },
  { file: 'maskable-512.png', size: 512, scale: 0.72, ground: '#fbfaf7' },
  { file: 'apple-touch-icon.png', size: 180, scale: 0.84, ground: '#fbfaf7' },
]

const folder = join(root, 'public/icons')
const drawing = await readFile(join(folder, 'icon.svg'))
const source = `data:image/svg+xml;base64,${drawing.toString('base64')}`

const executablePath = await findChromium()
if (executablePath === null) throw new Error('The icons are drawn by Chromium, and there is none.')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
for (const { file, size, scale, ground } of PICTURES) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${ground}">
      <img src="${source}" width="${size * scale}" height="${size * scale}"></body>`,
  )
  await writeFile(join(folder, file), await page.screenshot({ omitBackground: true }))
}
await browser.close()
