import './nodeVersion.mjs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './browser.mjs'
import { runTool } from './tools.mjs'

/*
 * The proofs that nothing is lost, with their full counts, and the figures that they measured (docs/reliability.md).
 * ALLYSCOPE_DURABILITY takes another share of the counts, ALLYSCOPE_SEED another chain of chances; what is given
 * behind the command goes to the test runner: `npm run test:durability -- kills`.
 */

/** Figures of all tests in a report, also of those in suites within suites. */
const figuresOf = ({ suites = [], specs = [] }) => [
  ...specs.flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations)),
  ...suites.flatMap(figuresOf),
]

const path = await ensureChromium()
if (path === null) {
  console.error('No Chromium could be found or installed: install it, or set CHROMIUM_PATH.')
  process.exit(1)
}
const chosen = process.argv.slice(2).map((name) => `tests/e2e/durability/${name}`)
const folder = await mkdtemp(join(tmpdir(), 'allyscope-durability-'))
const report = join(folder, 'report.json')
const env = {
  CHROMIUM_PATH: path,
  ALLYSCOPE_DURABILITY: process.env.ALLYSCOPE_DURABILITY ?? '1',
  PLAYWRIGHT_JSON_OUTPUT_FILE: report,
}
const failed =
  (process.env.ALLYSCOPE_DIST === undefined &&
    (await runTool('vite', ['build', '--logLevel', 'warn'])) !== 0) ||
  (await runTool(
    '@playwright/test',
    [
      'test',
      ...(chosen.length > 0 ? chosen : ['tests/e2e/durability']),
      '--project',
      'chromium',
      '--reporter=list,json',
    ],
    env,
    'playwright',
  )) !== 0
const results = await readFile(report, 'utf8').then(JSON.parse, () => ({}))
await rm(folder, { recursive: true, force: true })
for (const { type, description } of figuresOf(results))
  if (type === 'figure') console.log(description)
process.exitCode = failed ? 1 : 0
