import './nodeVersion.mjs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './browser.mjs'
import {
  ensureAge,
  ensureOtherBrowsers,
  ensurePoppler,
  withoutLibreOffice,
} from './otherPrograms.mjs'
import { run, runTool } from './tools.mjs'

const reports = await mkdtemp(join(tmpdir(), 'allyscope-tests-'))
const UNIT = join(reports, 'unit.json')
const E2E = join(reports, 'e2e.json')

const report = (file) => readFile(file, 'utf8').then(JSON.parse, () => null)

/** Passed and failed tests of the runs that got as far as a report, or null when none did. */
async function tally() {
  const unit = await report(UNIT)
  const e2e = await report(E2E)
  if (unit === null && e2e === null) return null
  return {
    passed: (unit?.numPassedTests ?? 0) + (e2e?.stats.expected ?? 0) + (e2e?.stats.flaky ?? 0),
    failed: (unit?.numFailedTests ?? 0) + (e2e?.stats.unexpected ?? 0),
  }
}

/** A sentence for each browser or program with which nothing could be tested. */
let untested = []

async function findPrograms() {
  const path = await ensureChromium()
  if (path === null) {
    console.error(
      'No Chromium could be found or installed: install Chromium or Google Chrome with your system’s packages, or set CHROMIUM_PATH to one.',
    )
    return 1
  }
  console.log(path)
  process.env.CHROMIUM_PATH = path
  untested = [
    ...(await ensureOtherBrowsers()),
    ...(await ensureAge()),
    ...(await ensurePoppler()),
    ...(await withoutLibreOffice()),
  ]
  for (const sentence of untested) console.log(sentence)
  return 0
}

const STEPS = [
  { name: 'Browsers and programs', step: findPrograms },
  { name: 'Types', step: () => runTool('typescript', ['--noEmit'], {}, 'tsc') },
  { name: 'Lint', step: () => runTool('oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'Format', step: () => runTool('oxfmt', ['--check']) },
  { name: 'Unused code', step: () => runTool('knip', ['--no-progress']) },
  { name: 'Build', step: () => runTool('vite', ['build', '--logLevel', 'warn']) },
  { name: 'Size', step: () => run(process.execPath, ['scripts/size.mjs']) },
  {
    name: 'Unit and component tests',
    step: () =>
      runTool('vitest', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${UNIT}`,
      ]),
  },
  {
    name: 'End-to-end tests',
    step: () =>
      runTool(
        '@playwright/test',
        ['test', '--reporter=list,json'],
        { PLAYWRIGHT_JSON_OUTPUT_FILE: E2E },
        'playwright',
      ),
  },
]

let failedStep = null
for (const { name, step } of STEPS) {
  console.log(`\n== ${name}`)
  if ((await step()) !== 0) {
    failedStep = name
    break
  }
}

const result = await tally()
await rm(reports, { recursive: true, force: true })
console.log(failedStep === null ? '' : `\nFailed: ${failedStep}\n`)
for (const sentence of untested) console.log(sentence)
if (result !== null) console.log(`Tests: ${result.passed} passed, ${result.failed} failed`)
process.exitCode = failedStep === null ? 0 : 1
