import { setUp } from './appUse.mjs'
import { pause } from './browser.mjs'
import { median } from './figures.mjs'

/*
 * What pictures cost, in the app alone: from the click to the file, as a trainer waits for it, and for how long the
 * page can't answer meanwhile. Each kind is the first of its visit, with all that it loads.
 */

/** As many stakeholders as the targets speak of. */
export const PICTURED = 150

const KINDS = [
  { figure: 'png', format: 'PNG', type: 'image/png' },
  { figure: 'pdf', format: 'PDF', type: 'application/pdf' },
  {
    figure: 'pptx',
    format: 'PowerPoint',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
]

/** Runs in every page before the app; can refer to nothing outside itself. */
function watchFiles() {
  const tasks = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' })
  let clicked = 0
  addEventListener('click', ({ timeStamp }) => (clicked = timeStamp), true)
  const make = URL.createObjectURL.bind(URL)
  let tell = () => undefined
  URL.createObjectURL = (blob) => {
    tell(blob.type)
    return make(blob)
  }
  /** From the next click to the next file of this kind that is handed over: ms, and the longest task in it. */
  window.filed = (wanted) =>
    new Promise((done) => {
      tell = (type) => {
        if (type !== wanted) return
        const end = performance.now()
        const from = clicked
        // Entries come a moment after their tasks.
        setTimeout(() => {
          const mine = tasks.filter(({ startTime }) => startTime >= from && startTime < end)
          done({ ms: end - from, gap: Math.max(0, ...mine.map(({ duration }) => duration)) })
        }, 400)
      }
    })
}

async function saving(page, type) {
  await page.evaluate(`void (window.file = window.filed(${JSON.stringify(type)}))`)
  await page.getByRole('button', { name: /^Save (?:PNG|PDF|PowerPoint|\d+ files)/ }).click()
  return page.evaluate('window.file')
}

async function openExport(context, url) {
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page
    .getByRole('button', { name: /^Save / })
    .last()
    .waitFor()
  await pause(500)
  return page
}

/** This one alone: what was chosen before is remembered. */
async function only(page, group, wanted) {
  const all = page.getByRole('group', { name: group })
  await all.getByRole('checkbox', { name: wanted, exact: true }).check()
  const labels = await all.locator('label').allTextContents()
  for (const label of labels.filter((one) => one !== wanted))
    await all.getByRole('checkbox', { name: label, exact: true }).uncheck()
}

async function visit(context, url) {
  const figures = {}
  for (const { figure, format, type } of KINDS) {
    const page = await openExport(context, url)
    await only(page, 'Views', 'Spectrum')
    for (const handout of ['Blank half-pie', 'Worksheets'])
      await page.getByRole('checkbox', { name: handout }).uncheck()
    await only(page, 'Files', format)
    await pause(500)
    const { ms, gap } = await saving(page, type)
    Object.assign(figures, { [figure]: ms, [`${figure} gap`]: gap })
    await page.close()
  }
  const page = await openExport(context, url)
  await page.getByRole('button', { name: 'Everything', exact: true }).click()
  await page.getByText('Working out where everybody stands…').waitFor({ state: 'detached' })
  await pause(500)
  const { ms, gap } = await saving(page, 'application/zip')
  await page.close()
  return { ...figures, zip: ms, 'zip gap': gap }
}

/** The medians of all figures of pictures. */
export async function measurePictures(context, { url, mapFile, repeats, say }) {
  await context.addInitScript(watchFiles)
  const address = await setUp(context, { url, count: PICTURED, text: await mapFile(PICTURED) })
  const visits = []
  for (let i = 0; i < repeats; i += 1) {
    say(`pictures of ${PICTURED}, round ${i + 1} of ${repeats}`)
    visits.push(await visit(context, address))
  }
  return Object.fromEntries(
    Object.keys(visits[0] ?? {}).map((figure) => [
      figure,
      median(visits.map((found) => found[figure])),
    ]),
  )
}
