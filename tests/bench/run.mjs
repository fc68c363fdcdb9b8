import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { serve } from '../../scripts/serve.mjs'
import { root } from '../../scripts/tools.mjs'
import { appMore, fitAgain, picturing, setUp } from './appUse.mjs'
import { launch } from './browser.mjs'
import { buildAll, mapFile } from './build.mjs'
import { median } from './figures.mjs'
import { medians, report } from './report.mjs'
import { measurePictures } from './pictures.mjs'
import { measureSafety } from './safety.mjs'
import { HUGE } from './targets.mjs'
import { open, subjectsAt, visit } from './visit.mjs'

const { values: options } = parseArgs({
  options: {
    large: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '50,300' },
    repeats: { type: 'string', default: '3' },
    'dry-run': { type: 'boolean', default: false },
  },
})
const counts = [...options.sizes.split(',').map(Number), ...(options.large ? [2000, HUGE] : [])]
const repeats = Number(options.repeats)
if (!counts.every((count) => count > 0) || !(repeats > 0))
  throw new Error('--sizes takes counts with commas between them, --repeats a count')

const WARM_UPS = 2
const TIDY_RUNS = 9

const folder = await mkdtemp(join(tmpdir(), 'allyscope-bench-'))
const say = (text) => process.stderr.write(`${text}\n`)
const closing = []

async function measure(context, app, pages, count) {
  const own = subjectsAt(pages.server, pages.folder, count)
  const tidyPage = own.find(({ name }) => name === 'tidy')
  const text = await mapFile(count)
  const [{ blank }] = own
  const ours = { isApp: true, count, folder: app.folder, blank }
  const mapShown = (view) => setUp(context, { url: app.server.url, count, text, view })
  const subjects = [
    { ...ours, name: 'app', url: await mapShown('Spectrum'), more: appMore },
    { ...ours, name: 'network', url: await mapShown('Network'), more: fitAgain },
    ...(count === HUGE ? [] : own.filter(({ name }) => name !== 'tidy')),
  ].map((subject) => (subject.name === 'canvas' ? { ...subject, more: picturing } : subject))
  const visits = Object.fromEntries(subjects.map(({ name }) => [name, []]))

  for (let i = 0; i < WARM_UPS; i += 1)
    for (const subject of subjects) await (await open(context, subject)).page.close()
  for (let i = 0; i < repeats; i += 1) {
    for (const subject of subjects) {
      say(`${count} stakeholders, round ${i + 1} of ${repeats}: ${subject.name}`)
      visits[subject.name].push(await visit(context, subject))
    }
    const [appSubject] = subjects
    const { page, opened } = await open(context, appSubject, { bypassServiceWorker: true })
    await page.close()
    Object.assign(visits.app[i], { 'open direct': opened }, await tidyAlone(context, tidyPage))
  }
  return Object.fromEntries(Object.entries(visits).map(([name, list]) => [name, medians(list)]))
}

async function tidyAlone(context, { url }) {
  const page = await context.newPage()
  await page.goto(url)
  const [first, ...warm] = await page.evaluate(`window.tidyTimes(${TIDY_RUNS})`)
  await page.close()
  return { 'tidy alone': first, 'tidy alone warm': median(warm) }
}

try {
  say('Building …')
  const folders = await buildAll(folder)
  const app = { folder: folders.app, server: await serve({ folder: folders.app, port: 0 }) }
  closing.push(() => app.server.close())
  const pages = {
    folder: folders.subjects,
    server: await serve({ folder: folders.subjects, port: 0 }),
  }
  closing.push(() => pages.server.close())
  const { context, version } = await launch(join(folder, 'profile'))
  closing.push(() => context.close())
  const sizes = {}
  for (const count of counts) sizes[count] = await measure(context, app, pages, count)
  const pictures = await measurePictures(context, { url: app.server.url, mapFile, repeats, say })
  const safety = await measureSafety(context, { url: app.server.url, mapFile, repeats, say })
  const text = report({
    sizes,
    pictures,
    safety,
    repeats,
    machine: `${cpus().length} cores, no GPU, Chromium ${version}`,
    date: new Date().toISOString().slice(0, 10),
  })
  process.stdout.write(text)
  if (!options['dry-run']) await writeFile(join(root, 'docs/performance.md'), text)
} finally {
  for (const close of closing.toReversed()) await close()
  await rm(folder, { recursive: true, force: true })
}
