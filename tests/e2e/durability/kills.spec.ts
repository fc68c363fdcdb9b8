import { expect, type Page, test } from '@playwright/test'
import { chance } from '../../../src/drawing/network/layout/chance.ts'
import { addField, newMap, saved } from '../support/app.ts'
import { newLedger, watchPromises } from '../support/ledger.ts'
import { newProfile, type Profile, type Started } from '../support/profile.ts'
import { figure, greatest, scaled, SEED } from '../support/scale.ts'
import { newSealedMap, unlock } from '../support/sealing.ts'
import { emptyMap, mapIsOpen, readMap, spelt, workshop } from '../support/workshop.ts'

/**
 * The whole browser is killed in the middle of the work, again and again. What the page had said to be saved must be
 * there, no commit may be there by half, and what was being typed is offered.
 */

const KILLS = scaled('KILLS', { small: 3, full: 60 })
/** Kills of one profile; two thirds of them on a map in clear, the others on a sealed one. */
const PER_PROFILE = Math.min(10, KILLS)
/** A draft is kept within 300 ms; the rest is what the machine itself may take. */
const DRAFT_MS = 1000

/** Ten keys a second, at which no pause tells that somebody has finished. */
const KEY_MS = 100

const PROFILES = Array.from({ length: Math.ceil(KILLS / PER_PROFILE) }, (_, index) => index)

let profile: Profile
test.beforeEach(async ({ baseURL }, { project }) => {
  profile = await newProfile(project.use.launchOptions ?? {}, baseURL ?? '')
})
test.afterEach(() => profile.remove())

/** Types on and on; keeps when each text was there. */
async function typeOn(page: Page, typed: { readonly text: string; readonly at: number }[]) {
  const field = addField(page)
  let text = ''
  await field.focus()
  for (let word = 1; ; word += 1) {
    await field.press(word % 6 === 0 ? ' ' : 'x', { delay: KEY_MS })
    text += word % 6 === 0 ? ' ' : 'x'
    typed.push({ text, at: Date.now() })
  }
}

for (const index of PROFILES) {
  const seed = SEED * 1000 + index
  test(`killed in the middle of the work, all that was said to be saved is there (seed ${seed})`, async () => {
    test.setTimeout(60_000 + PER_PROFILE * 15_000)
    const random = chance(seed)
    const kills = Math.min(PER_PROFILE, KILLS - index * PER_PROFILE)
    const sealedFrom = Math.ceil((kills * 2) / 3)
    let passphrase: string | null = null
    let ledger = newLedger()
    let story = workshop(random)
    let edits = 0
    let promised = 0
    let drafts = 0
    const lags: number[] = []
    let waiting: { readonly text: string; readonly at: number }[] = []
    let killedAt = 0

    const open = async ({ context, page }: Started) => {
      await watchPromises(context, (count) => ledger.promise(count))
      await page.goto('./')
      if (passphrase !== null) await unlock(page, passphrase)
      await mapIsOpen(page)
    }

    for (let kill = 0; kill <= kills; kill += 1) {
      const browser = await profile.start()
      const { page } = browser
      const isNew = kill === 0 || kill === sealedFrom
      if (kill > 0) {
        await open(browser)
        const found = await readMap(page)
        expect(ledger.judge(found), `seed ${seed}, kill ${kill}`).toBeNull()
        if (waiting.length > 0) {
          drafts += 1
          const offered = await addField(page).inputValue()
          const lost = waiting.find(({ text }) => text.length > offered.length)
          const lag = lost ? killedAt - lost.at : 0
          lags.push(lag)
          // The last key may have arrived without the test having heard of it.
          const whole = `${waiting.at(-1)?.text}`
          expect(whole.startsWith(offered) || offered.startsWith(whole), offered).toBe(true)
          expect
            .soft(lag, `typed ${waiting.at(-1)?.text}, offered ${offered}`)
            .toBeLessThan(DRAFT_MS)
        }
        // A name whose Enter came too late is offered as well.
        await addField(page).fill('')
      } else await watchPromises(browser.context, (count) => ledger.promise(count))
      if (kill === kills) {
        await browser.close()
        break
      }
      if (isNew) {
        ledger = newLedger()
        story = workshop(random)
        if (kill === sealedFrom) passphrase = await newSealedMap(page, 'Sealed')
        else await newMap(page, 'Killed')
        expect(spelt(await readMap(page))).toBe(spelt(emptyMap))
        await saved(page)
      }
      waiting = []
      const typed: { readonly text: string; readonly at: number }[] = []
      const before = ledger.edits()
      const typesAtLast = kill % 3 === 1
      const commits = typesAtLast ? 1 + Math.floor(random() * 4) : Infinity
      let isKilled = false
      const work = async () => {
        for (let count = 0; count < commits; count += 1)
          for (const step of story.next(ledger.now())) {
            await ledger.perform(page, step)
            if (random() < 0.3) await page.waitForTimeout(random() * 300)
          }
        await typeOn(page, typed)
      }
      const working = work().catch((error: unknown) => {
        if (!isKilled) throw error
      })
      const moment = 200 + random() * (typesAtLast ? 3000 : 2500)
      await Promise.race([page.waitForTimeout(moment), working])
      isKilled = true
      killedAt = Date.now()
      await browser.kill()
      await working
      waiting = typed
      edits += ledger.edits() - before
      promised += ledger.promised() - before
    }
    figure(
      'kills',
      `${kills}, with ${edits} edits, ${promised} of them shown as saved, 0 lost, 0 half`,
    )
    figure(
      'drafts offered after a kill',
      `${drafts}, at most ${greatest(lags)} ms of typing missing`,
    )
  })
}
