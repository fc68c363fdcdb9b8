import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openMeter, pause } from './browser.mjs'
import { BLANK } from './build.mjs'
import { costOf, framesOf, GESTURES } from './gestures.mjs'
import { appPage } from './inPage.mjs'

/** Fonts, the service worker and the like have come to rest by then. */
const REST_MS = 400

/**
 * Opens a subject in a page of its own and gives the page, its meter and the time to the picture.
 * Navigates from another page of the same site, so that no new process is part of the time.
 */
export async function open(context, subject, { bypassServiceWorker = false } = {}) {
  const page = await context.newPage()
  if (subject.isApp) await page.addInitScript(appPage, { count: subject.count })
  await page.goto(subject.blank)
  const meter = await openMeter(page)
  if (bypassServiceWorker) {
    await meter.cdp.send('Network.enable')
    await meter.cdp.send('Network.setBypassServiceWorker', { bypass: true })
  }
  await page.goto(subject.url, { waitUntil: 'commit' })
  const opened = await page.evaluate('window.opened')
  await pause(REST_MS)
  return { page, meter, opened }
}

/** Size in kB, gzipped, of the JavaScript that a page has loaded. */
async function scriptSize(page, subject) {
  const names = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  )
  const files = [...new Set(names)].filter((path) => !path.endsWith('/sw.js'))
  const sizes = await Promise.all(
    files.map(async (path) => gzipSync(await readFile(join(subject.folder, path))).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

/** Everything that is measured of every subject, in one visit. */
export async function visit(context, subject) {
  const { page, meter, opened } = await open(context, subject)
  const figures = {
    open: opened,
    heap: await meter.heap(),
    scripts: await scriptSize(page, subject),
  }
  for (const [name, gesture] of Object.entries(GESTURES)) {
    const { step, ends } = await costOf(gesture, page, meter)
    figures[name] = step
    figures[`${name} ends`] = ends
    figures[`${name} p95`] = await framesOf(gesture, page, meter)
  }
  const more = await subject.more?.(page, meter)
  await page.close()
  return { ...figures, ...more }
}

export const subjectsAt = (server, folder, count) =>
  ['stock', 'svg', 'canvas', 'tidy'].map((name) => ({
    name,
    count,
    folder,
    blank: `${server.url}${BLANK}`,
    url: `${server.url}${name}.html?n=${count}`,
  }))
