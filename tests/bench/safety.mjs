import { setUp } from './appUse.mjs'
import { pause } from './browser.mjs'
import { median } from './figures.mjs'

/*
 * What safety costs, in the app alone: how soon a sealed map is off the screen, how long it takes to open one,
 * and how soon the wall shows a move. Measured from outside, as people meet it.
 */

/** As many rows as the targets speak of. */
const SEALED_ROWS = 2000
const WALL_STAKEHOLDERS = 300
const PATIENCE_MS = 30_000

/** Runs in every page before the app; can refer to nothing outside itself. */
function watchSafety() {
  // From the second Escape to the frame in which the page is blank; kept through the reload that follows.
  let last = -Infinity
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key !== 'Escape' || !document.querySelector('.canvas')) return
      const isSecond = timeStamp - last < 600
      last = timeStamp
      if (!isSecond) return
      const look = () => {
        if (document.body.childElementCount > 0) requestAnimationFrame(look)
        else window.name = JSON.stringify({ blank: performance.now() - timeStamp })
      }
      requestAnimationFrame(look)
    },
    true,
  )

  const tasks = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' })
  let derived = null
  const RealWorker = window.Worker
  window.Worker = class extends RealWorker {
    constructor(...given) {
      super(...given)
      // The first answer after the click is the key: its worker is the first that is started.
      this.addEventListener('message', () => (derived ??= performance.now()), { once: true })
    }
  }
  /** From the next click to the opened map: until the key, until the editor, until all is drawn, and the gaps. */
  window.unlocking = (count) =>
    new Promise((done) => {
      derived = null
      let clicked = 0
      let shown = null
      addEventListener('click', ({ timeStamp }) => (clicked = timeStamp), {
        capture: true,
        once: true,
      })
      new MutationObserver((_changes, observer) => {
        if (!document.querySelector('.canvas')) return
        shown = performance.now()
        observer.disconnect()
      }).observe(document, { subtree: true, childList: true })
      const look = () => {
        if (document.querySelector('.canvas')?.dataset.drawn !== String(count)) {
          requestAnimationFrame(look)
          return
        }
        requestAnimationFrame(() => {
          const drawn = performance.now()
          // Entries come a moment after their tasks.
          setTimeout(() => {
            const longest = (from, to) =>
              Math.max(
                0,
                ...tasks
                  .filter(({ startTime }) => startTime >= from && startTime < to)
                  .map(({ duration }) => duration),
              )
            // The editor comes to be in one task, with the whole picture: as it does for a map without a seal.
            const ROUNDED = 10
            const drawing = tasks.find(
              ({ startTime, duration }) =>
                startTime < shown && startTime + duration > shown - ROUNDED,
            )
            const read = drawing?.startTime ?? shown
            done({
              derive: derived - clicked,
              read: read - derived,
              'open sealed': drawn - derived,
              'derive gap': longest(clicked, derived),
              'read gap': longest(derived, read),
              'draw gap': longest(read, drawn),
            })
          }, 500)
        })
      }
      requestAnimationFrame(look)
    })

  /** On the wall: when it next changed and that was painted, by the machine's own clock. */
  window.wallChanged = () =>
    new Promise((done) => {
      new MutationObserver((_changes, observer) => {
        observer.disconnect()
        requestAnimationFrame(() =>
          requestAnimationFrame(() => done(performance.timeOrigin + performance.now())),
        )
      }).observe(document.body, { subtree: true, childList: true, attributes: true })
    })
  window.keyPressed = () =>
    new Promise((done) => {
      addEventListener('keydown', ({ timeStamp }) => done(performance.timeOrigin + timeStamp), {
        capture: true,
        once: true,
      })
    })
}

/** Seals the open map with the words that are offered, and gives them. */
async function seal(page) {
  await page.getByRole('button', { name: 'Map settings' }).click()
  await page.getByRole('button', { name: 'Seal this map…' }).click()
  const passphrase = await page.locator('output.suggested-words').textContent()
  await page.getByLabel('Type it once more').fill(passphrase)
  await page.getByRole('button', { name: 'Seal the map' }).click()
  await page.getByText('The map is sealed.').first().waitFor({ timeout: PATIENCE_MS })
  await page.keyboard.press('Escape')
  return passphrase
}

/** Hides the map in a hurry: ms from the key to the blank page. */
async function hide(page) {
  await page
    .locator('.canvas')
    .focus()
    .catch(() => undefined)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'New map' }).waitFor({ timeout: PATIENCE_MS })
  const kept = await page.evaluate('window.name')
  await page.evaluate('void (window.name = "")')
  return JSON.parse(kept)
}

async function unlock(page, passphrase) {
  await page
    .getByRole('button', { name: /^Sealed map/ })
    .first()
    .click()
  await page.getByLabel('Passphrase').fill(passphrase)
  const unlocking = page.evaluate(`window.unlocking(${SEALED_ROWS})`)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  return unlocking
}

async function sealing(context, { url, text, repeats, say }) {
  const address = await setUp(context, { url, count: SEALED_ROWS, text })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator(`.canvas[data-drawn="${SEALED_ROWS}"]`).waitFor()
  const passphrase = await seal(page)
  const visits = []
  for (let i = 0; i <= repeats; i += 1) {
    say(`${SEALED_ROWS} sealed stakeholders, round ${i} of ${repeats}`)
    const { blank } = await hide(page)
    await pause(500)
    const opened = await unlock(page, passphrase)
    await pause(1000)
    // The first time the code of the worker is fetched and compiled.
    if (i > 0) visits.push({ blank, ...opened })
  }
  await page.close()
  return visits
}

async function wall(context, { url, text, repeats, say }) {
  const address = await setUp(context, { url, count: WALL_STAKEHOLDERS, text })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator(`.canvas[data-drawn="${WALL_STAKEHOLDERS}"]`).waitFor()
  const [shown] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Open wall' }).click(),
  ])
  await shown.locator('main svg text').first().waitFor()
  await page.getByRole('button', { name: 'Wall: live' }).waitFor()
  await pause(500)
  const field = page.getByRole('textbox', { name: 'Add a stakeholder' })
  await field.fill('Night bus drivers')
  await field.press('Enter')
  const visits = []
  for (let i = 0; i <= 2 * repeats; i += 1) {
    say(`the wall, move ${i} of ${2 * repeats}`)
    await pause(700)
    const [pressed, changed] = [
      page.evaluate('window.keyPressed()'),
      shown.evaluate('window.wallChanged()'),
    ]
    await Promise.all([page.evaluate('0'), shown.evaluate('0')])
    await page.keyboard.press(String(1 + (i % 5)))
    const latency = (await changed) - (await pressed)
    if (i > 0) visits.push({ wall: latency })
  }
  await shown.close()
  await page.close()
  return visits
}

/** The medians of all figures of safety. */
export async function measureSafety(context, { url, mapFile, repeats, say }) {
  await context.addInitScript(watchSafety)
  const visits = [
    ...(await sealing(context, { url, repeats, say, text: await mapFile(SEALED_ROWS) })),
    ...(await wall(context, { url, repeats, say, text: await mapFile(WALL_STAKEHOLDERS) })),
  ]
  const figures = [...new Set(visits.flatMap((visit) => Object.keys(visit)))]
  return Object.fromEntries(
    figures.map((figure) => [
      figure,
      median(visits.flatMap((visit) => (figure in visit ? [visit[figure]] : []))),
    ]),
  )
}
