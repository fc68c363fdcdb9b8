import { expect, test } from '@playwright/test'
import { findWebKit } from '../../scripts/otherPrograms.mjs'
import { misdeeds, type Seen, serveWatched, type WatchedApp } from './watched.ts'
import { type Driver, ENTER, startWebKit } from './webDriver.ts'

// One WebKit for both: starting it takes longest.
test.describe.configure({ mode: 'default' })

let app: WatchedApp
let web: Driver
test.beforeAll(async () => {
  const programs = await findWebKit()
  if (programs === null) throw new Error('there is no WebKit on this machine')
  app = await serveWatched()
  web = await startWebKit(programs)
})
test.afterAll(async () => {
  await web.close()
  await app.stop()
})

async function seen(): Promise<Seen> {
  const text = await web.run('return JSON.stringify(window.seen)')
  const seenThere: Seen = JSON.parse(String(text))
  return seenThere
}

const expectNoMisdeeds = async (): Promise<void> =>
  expect(misdeeds(await seen(), app.url)).toEqual([])

const button = (label: RegExp) => ['button', label] as const
const card = (label: RegExp) => ['[data-stakeholder]', label] as const

/** Over the neutral segment, about half way out. */
async function middleOfThePie(): Promise<{ x: number; y: number }> {
  const place = await web.run(`
    const wedges = [...document.querySelectorAll('svg.pie > g > g > path:first-child, svg.pie > g > path:first-child')]
      .map((wedge) => wedge.getBoundingClientRect())
    const left = Math.min(...wedges.map((one) => one.left)), right = Math.max(...wedges.map((one) => one.right))
    const bottom = Math.max(...wedges.map((one) => one.bottom))
    return [(left + right) / 2, bottom - 0.3 * (right - left)]`)
  const [x = NaN, y = NaN] = Array.isArray(place) ? place.map(Number) : []
  return { x, y }
}

test('in WebKit the app works, asks nobody for anything, and breaks no rule of its own', async () => {
  test.setTimeout(90_000)
  await web.go(app.url)
  await web.click(button(/^New map$/))
  await web.type(['dialog input', /^The issue/], 'Close the incinerator')
  await web.click(button(/^Make the map$/))
  await web.type(['input', /^Add a stakeholder/], `Nurses’ union${ENTER}`)
  await web.type(['input', /^Add a stakeholder/], '2')
  await web.see(card(/^Nurses’ union, passive ally/))
  await web.type(['input', /^Add a stakeholder/], `Fire brigade${ENTER}`)
  await web.drag(['.tray-card', /^Fire brigade/], await middleOfThePie())
  await web.see(card(/^Fire brigade, neutral/))
  await web.click(card(/^Nurses’ union/))
  await web.type(['.editor-details input', /^Tags/], `night shift${ENTER}`)
  await web.see(button(/^Remove night shift$/))
  const [editor = ''] = await web.windows()
  await web.click(button(/^Open wall$/))
  await expect.poll(async () => (await web.windows()).length).toBe(2)
  const wall = (await web.windows()).find((one) => one !== editor) ?? ''
  await web.switchTo(wall)
  await web.see(['main svg text', /Fire/])
  await expectNoMisdeeds()
  await web.switchTo(editor)
  await web.see(button(/^Wall: live$/))
  await web.click(['label', /^Public preview$/])
  await web.see(card(/^Nurses’ union/))
  await web.click(button(/^Export$/))
  await web.click(['dialog label', /^SVG$/])
  await web.click(['dialog label', /^PNG$/])
  await web.click(button(/^Save SVG$/))
  await expect.poll(async () => (await seen()).files.join()).toContain('brigade')
  await web.click(['dialog button', /^Close$/])
  await expectNoMisdeeds()
  await web.reload()
  await web.see(card(/^Fire brigade/))
  await web.click(['label', /^Team view$/])
  await web.click(button(/^Show the team view$/))
  await web.click(card(/^Nurses’ union/))
  await web.see(button(/^Remove night shift$/))
  await expectNoMisdeeds()
})

test('in WebKit a sealed map is locked and opened again', async () => {
  test.setTimeout(90_000)
  // The map of the last time comes up, unless this is run alone.
  await web.go(app.url)
  await web.see(button(/^(All maps|New map)$/))
  const isOpen = await web.run(`return document.querySelector('[aria-label="All maps"]') !== null`)
  if (isOpen === true) await web.click(button(/^All maps$/))
  await web.click(button(/^New map$/))
  await web.type(['dialog input', /^The issue/], 'Close the incinerator')
  await web.click(['dialog label', /^Seal this map/])
  await web.click(button(/^Next: seal it$/))
  await web.see(['output.suggested-words', /^(\S+ ){5}\S+$/])
  const passphrase = String(
    await web.run(`return document.querySelector('output.suggested-words').textContent`),
  )
  await web.type(['dialog input', /^Type it once more/], passphrase)
  await web.click(button(/^Seal the map$/))
  await web.type(['input', /^Add a stakeholder/], `Night nurse${ENTER}`)
  await web.see(['[role=status]', /^All changes saved/])
  await expectNoMisdeeds()
  await web.click(button(/^Lock$/))
  await web.click(button(/^Sealed map/))
  await web.type(['input', /^Passphrase/], passphrase)
  await web.click(button(/^Unlock$/))
  await web.see(['.tray-card', /^Night nurse/])
  await expectNoMisdeeds()
})

test('in WebKit it starts without the server, keeps what is added, and exports it', async () => {
  test.setTimeout(90_000)
  await web.go(app.url)
  await web.see(button(/^(All maps|New map)$/))
  await expect.poll(() => web.run('return navigator.serviceWorker.controller !== null')).toBe(true)
  await app.goOffline()
  await web.reload()
  await web.see(button(/^(All maps|New map)$/))
  const isOpen = await web.run(`return document.querySelector('[aria-label="All maps"]') !== null`)
  if (isOpen === true) await web.click(button(/^All maps$/))
  await web.click(button(/^New map$/))
  await web.type(['dialog input', /^The issue/], 'On the train')
  await web.click(button(/^Make the map$/))
  await web.type(['input', /^Add a stakeholder/], `Conductors${ENTER}`)
  await web.type(['input', /^Add a stakeholder/], '1')
  await web.see(card(/^Conductors, active ally/))
  await web.see(['[role=status]', /^All changes saved/])
  await web.reload()
  await web.see(card(/^Conductors, active ally/))
  await web.click(button(/^Export$/))
  await web.see(button(/^Save PNG$/))
})
