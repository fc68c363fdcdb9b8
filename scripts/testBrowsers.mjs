import './nodeVersion.mjs'
import { ensureChromium } from './browser.mjs'
import { ensureOtherBrowsers } from './otherPrograms.mjs'
import { runTool } from './tools.mjs'

/* The story that the app must pass in every engine, and no excuse for an engine that is missing. */

const missing = [
  ...((await ensureChromium()) === null
    ? ['Not tested in Chromium: install it, or set CHROMIUM_PATH.']
    : []),
  ...(await ensureOtherBrowsers()),
]
for (const sentence of missing) console.error(sentence)
process.exitCode =
  missing.length > 0 ||
  (await runTool('vite', ['build', '--logLevel', 'warn'])) !== 0 ||
  (await runTool('@playwright/test', ['test', 'tests/browsers'], {}, 'playwright')) !== 0
    ? 1
    : 0
