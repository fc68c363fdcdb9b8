import { createServer } from 'node:net'
import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/browser.mjs'
import { findFirefox, findWebKit } from './scripts/otherPrograms.mjs'

/** A port that nobody uses, so that two runs on one machine never meet each other's server. */
const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        done(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })

const executablePath = await findChromium()
if (executablePath === null)
  throw new Error(
    'No Chromium or Chrome found: install one with your system’s packages, or set CHROMIUM_PATH.',
  )

const [firefox, webKit] = await Promise.all([findFirefox(), findWebKit()])

// Workers read this file again: they inherit what the first reading found.
const port = (process.env['ALLYSCOPE_TEST_PORT'] ??= String(await freePort()))
process.env['CHROMIUM_PATH'] = executablePath

/**
 * The browser counts only the last list of what is switched off: all that Playwright 1.64 switches off itself, and two
 * pages behind the address field, which nobody sees here and which each new window loads (a fifth of all its work).
 */
const SWITCHED_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'BlockOriginHeaderModificationOnRedirect',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'Translate',
  'AutoDeElevate',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

const baseURL = `http://127.0.0.1:${port}/`
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'tests',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    baseURL,
    trace: 'off',
    actionTimeout: 10_000,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    // To copy the whole app for offline use costs each new context more than most tests do themselves: the tests
    // of what is kept, sealed, updated or offline ask for it (`serviceWorkers: 'allow'`).
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'chromium',
      testMatch: ['e2e/**/*.spec.ts', 'browsers/story.spec.ts'],
      use: {
        browserName: 'chromium',
        launchOptions: {
          executablePath,
          args: [
            // Chromium's sandbox does not start for root.
            ...(isRoot ? ['--no-sandbox'] : []),
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            `--disable-features=${SWITCHED_OFF.join(',')}`,
          ],
        },
      },
    },
    ...(firefox === null
      ? []
      : [
          {
            name: 'firefox',
            testMatch: 'browsers/story.spec.ts',
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefox },
            },
          },
        ]),
    // Driven by the test itself, through WebDriver.
    ...(webKit === null ? [] : [{ name: 'webkit', testMatch: 'browsers/webkit.spec.ts' }]),
  ],
  webServer: { command: 'node scripts/serve.mjs', url: baseURL, env: { PORT: port } },
})
