import { chromium } from 'playwright-core'
import { findChromium } from '../../scripts/browser.mjs'
import { watchEffects, watchFrames, watchOpening, watchPictures } from './inPage.mjs'

const VIEWPORT = { width: 1440, height: 900 }

/**
 * Chromium with a profile of its own in `folder`, so that the database lies on the disk and files are cached
 * as for anybody.
 */
export async function launch(folder) {
  const executablePath = await findChromium()
  if (executablePath === null)
    throw new Error(
      'No Chromium or Chrome found: install one with your system’s packages, or set CHROMIUM_PATH.',
    )
  const isRoot = process.getuid?.() === 0
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    viewport: VIEWPORT,
    locale: 'en-GB',
    args: [
      // Chromium's sandbox does not start for root.
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  for (const script of [watchOpening, watchFrames, watchPictures, watchEffects])
    await context.addInitScript(script)
  const version = context.browser()?.version() ?? 'of unknown version'
  return { context, version }
}

/** A page that can be asked what it costs. */
export async function openMeter(page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  return {
    cdp,
    /** CPU time of the page's main thread so far, in ms: what others do on the machine is not in it. */
    async cpu() {
      const { metrics } = await cdp.send('Performance.getMetrics')
      const time = metrics.find(({ name }) => name === 'ThreadTime')
      if (!time) throw new Error('this Chromium does not tell a thread’s CPU time: use a newer one')
      return time.value * 1000
    },
    /** Size of the JavaScript heap after collecting garbage, in MB. */
    async heap() {
      await cdp.send('HeapProfiler.collectGarbage')
      await cdp.send('HeapProfiler.collectGarbage')
      const { usedSize } = await cdp.send('Runtime.getHeapUsage')
      return usedSize / 1e6
    },
  }
}

export const pause = (ms) => new Promise((done) => setTimeout(done, ms))
