import type { Page } from '@playwright/test'
import {
  addField,
  addStakeholder,
  details,
  expect,
  look,
  notPlaced,
  offlineReady,
  test,
  trayCard,
} from '../support/app.ts'
import { deploy, type Deployment } from '../support/deployment.ts'
import { leavePresenting, present } from '../support/presenting.ts'
import { figure, scaled } from '../support/scale.ts'

test.use({ serviceWorkers: 'allow' })

/** The app is updated again and again beside a tab with unfinished work: it is never reloaded, and keeps all of it. */

const UPDATES = scaled('UPDATES', { small: 1, full: 20 })
/** Every so many times the other tab is presenting when the update is asked for. */
const PRESENTING = 4

let deployment: Deployment
test.beforeEach(async ({ guard }) => {
  deployment = await deploy()
  guard.alsoServedFrom(deployment.url)
})
test.afterEach(() => deployment.remove())

const release = (page: Page) => page.locator('html').getAttribute('data-release')

/** A map of its own in a tab of the deployment. */
async function mapIn(page: Page, issue: string): Promise<void> {
  await page.goto(deployment.url)
  const back = page.getByRole('button', { name: 'All maps' })
  await expect(back.or(page.getByRole('button', { name: 'New map' })).first()).toBeVisible()
  if (await back.isVisible()) await back.click()
  await page.getByRole('button', { name: 'New map' }).click()
  await page.getByRole('dialog').getByLabel('The issue').fill(issue)
  await page.getByRole('button', { name: 'Make the map' }).click()
  await expect(addField(page)).toBeEnabled()
}

/** The browser looks whether there is a newer build, as it does each time the app is opened. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
  })

test('updates beside a tab with unfinished work lose none of it', async ({ page, context }) => {
  test.setTimeout(60_000 + UPDATES * 20_000)
  await mapIn(page, 'In the first tab')
  await offlineReady(page)
  const other = await context.newPage()
  await mapIn(other, 'In the second tab')
  const [here, there]: [string[], string[]] = [[], []]
  let refused = 0
  for (let turn = 1; turn <= UPDATES; turn += 1) {
    const build = turn.toString(16)
    await other.locator('body').evaluate((body) => body.setAttribute('data-untouched', ''))
    await deployment.release(build)
    await lookForUpdate(page)
    const update = page.getByRole('button', { name: 'Update now' })
    await expect(update).toBeVisible()

    if (turn % PRESENTING === 0) {
      await other.bringToFront()
      await present(other)
      await page.bringToFront()
      await update.click()
      await expect(page.getByText(/^Not updated: another tab is presenting/)).toBeVisible()
      expect(await release(page)).not.toBe(build)
      await other.bringToFront()
      await leavePresenting(other)
      await look(other, 'Team view')
      refused += 1
    }
    await other.bringToFront()
    there.push(`There ${turn}`)
    await addStakeholder(other, `There ${turn}`)
    await trayCard(other, `There ${turn}`).click()
    await details(other).getByLabel('Notes').pressSequentially(`half a sen ${turn}`)
    await page.bringToFront()
    here.push(`Here ${turn}`)
    await addStakeholder(page, `Here ${turn}`)
    await update.click()
    await expect.poll(() => release(page)).toBe(build)
    await expect(notPlaced(page).getByRole('listitem')).toHaveText(here)

    // The other goes on with its old build and all that was typed in it, until it is reloaded by hand.
    await other.bringToFront()
    await expect(other.locator('body[data-untouched]')).toBeAttached()
    await expect(details(other).getByLabel('Notes')).toHaveValue(`half a sen ${turn}`)
    there.push(`There after ${turn}`)
    await addStakeholder(other, `There after ${turn}`)
    await other.reload()
    expect(await release(other)).toBe(build)
    await expect(notPlaced(other).getByRole('listitem')).toHaveText(there)
    await trayCard(other, `There ${turn}`).click()
    await expect(details(other).getByLabel('Notes')).toHaveValue(`half a sen ${turn}`)
  }
  figure(
    'updates beside a dirty tab',
    `${UPDATES}, ${refused} of them asked for while presenting and refused; 0 edits lost, 0 reloads unasked`,
  )
})
