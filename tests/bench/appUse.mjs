import { pause } from './browser.mjs'
import { median } from './figures.mjs'

/*
 * What is measured of the app alone, as a person would do it: the map goes in through the app's own import,
 * names are typed, buttons are clicked. Everything is undone again, so that every visit finds the same map.
 */

const NAMES = ['Night bus drivers', 'Parish council', 'School cooks']
const KEEPING_MS = 700
const ARRANGING_MS = 180_000

/** Imports a map, opens it in a view, shows its ties and gives the address at which it opens like that. */
export async function setUp(context, { url, count, text, view = 'Spectrum' }) {
  const page = await context.newPage()
  await page.goto(`${url}#/`)
  // The app opens the map that was open last.
  const toMaps = page.getByRole('button', { name: 'All maps', exact: true })
  await page.locator('input[type=file]').or(toMaps).waitFor({ state: 'attached' })
  if (await toMaps.isVisible()) await toMaps.click()
  await page.locator('input[type=file]').setInputFiles({
    name: 'synthetic.allyscope.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  })
  await page.getByRole('button', { name: 'Open as a new map' }).click()
  await drawn(page, count)
  if (view === 'Spectrum') {
    await page.getByRole('button', { name: 'Ties', exact: true }).click()
    await page.getByRole('button', { name: 'Ties', exact: true, pressed: true }).waitFor()
  } else {
    await page.getByRole('tab', { name: view }).click()
    await page.getByRole('region', { name: view }).waitFor()
    await drawn(page, count)
    // Places worked out for the first time are kept with the next change, these at once.
    await page.getByRole('button', { name: 'Arrange', exact: true }).click()
    await page.getByText('The network is arranged').waitFor({ timeout: ARRANGING_MS })
  }
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await saved(page)
  await pause(KEEPING_MS)
  const address = page.url()
  await page.close()
  return address
}

const drawn = (page, count) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.canvas')?.dataset.drawn === String(wanted),
    count,
    { timeout: ARRANGING_MS },
  )

const saved = (page) => page.getByText('All changes saved on this device').waitFor()

async function undo(page, times) {
  for (let i = 0; i < times; i += 1) await page.getByRole('button', { name: 'Undo' }).click()
  await saved(page)
}

/** ms from an event that `act` brings about until what `look` waits for is painted. */
async function timed(page, type, look, act) {
  // Listening first, and for sure: input overtakes other messages to a page.
  await page.evaluate(`void (window.seen = window.untilSeen('${type}', ${look}))`)
  await act()
  return page.evaluate('window.seen')
}

async function typing(page) {
  const field = page.getByRole('textbox', { name: 'Add a stakeholder' })
  const adding = []
  const placing = []
  for (const name of NAMES) {
    await field.click()
    await page.keyboard.type(name)
    await pause(60)
    const inTray = `() => [...document.querySelectorAll('.tray-card')].at(-1)?.textContent === '${name}'`
    adding.push(await timed(page, 'keydown', inTray, () => page.keyboard.press('Enter')))
    await pause(120)
    const cards = Number(await page.locator('.canvas').getAttribute('data-drawn'))
    const onPie = `() => document.querySelector('.canvas').dataset.drawn === '${cards + 1}'`
    placing.push(await timed(page, 'keydown', onPie, () => page.keyboard.press('3')))
    await pause(120)
  }
  await undo(page, 2 * NAMES.length)
  return { enter: median(adding), 'key to card': median(placing) }
}

async function tidying(page, { cpu }) {
  const before = await page.evaluate(PLACES)
  const start = await cpu()
  const moved = `() => (${PLACES}) !== ${JSON.stringify(before)}`
  const tidyUp = () => page.getByRole('button', { name: 'Tidy', exact: true }).click()
  const shown = await timed(page, 'click', moved, tidyUp)
  await pause(300)
  const end = await cpu()
  await undo(page, 1)
  return { tidy: shown, 'tidy main': end - start }
}

/** A text that changes when cards move: from afar only the first and the last card are elements. */
const PLACES = `[...document.querySelectorAll('.react-flow__node')].slice(0, 40).map((card) => card.style.left).join()`

/** ms from a click on "Save PNG" to the picture, the first time and once more. */
export async function picturing(page) {
  const once = async () => {
    await page.evaluate('void (window.picture = window.pictured())')
    await page.getByRole('button', { name: 'Save PNG' }).click()
    return (await page.evaluate('window.picture')).ms
  }
  const first = await once()
  await pause(400)
  return { png: first, 'png again': await once() }
}

/** The app remembers the camera, and the next visit shall find the whole map in view. */
export async function fitAgain(page) {
  await page.getByRole('button', { name: 'Show the whole map' }).click()
  await pause(KEEPING_MS)
}

/** What only the app is asked, after the gestures of a visit (whose two drags are undone first). */
export async function appMore(page, meter) {
  await undo(page, 2)
  const typed = await typing(page)
  const tidied = await tidying(page, meter)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('button', { name: 'Save PNG' }).waitFor()
  await pause(300)
  const pictured = await picturing(page)
  await page.keyboard.press('Escape')
  await fitAgain(page)
  return { ...typed, ...tidied, ...pictured }
}
