import type { Page } from '@playwright/test'
import { addField, addStakeholder, expect, offlineReady, test, trayCard } from './support/app.ts'
import { deploy, type Deployment } from './support/deployment.ts'
import { present } from './support/presenting.ts'

test.use({ serviceWorkers: 'allow' })

let deployment: Deployment
test.beforeEach(async ({ guard }) => {
  deployment = await deploy()
  guard.alsoServedFrom(deployment.url)
})
test.afterEach(() => deployment.remove())

const shown = (page: Page) => expect(page.locator('#root > *').first()).toBeVisible()
const release = (page: Page) => page.locator('html').getAttribute('data-release')

/**
 * Waits until a newer build has been loaded and waits for its turn. The browser looks for one whenever the app is opened,
 * but in its own time: here it is asked to at once.
 */
async function updateWaits(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
  })
  const isWaiting = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      return registration?.waiting?.state === 'installed'
    })
  await expect.poll(isWaiting, { timeout: 20_000 }).toBe(true)
}

test('after the first load the app starts with the server stopped', async ({ page, context }) => {
  await page.goto(deployment.url)
  await offlineReady(page)
  await deployment.stop()
  await page.reload()
  await shown(page)
  const another = await context.newPage()
  await another.goto(deployment.url)
  await shown(another)
})

test('a new build reloads no tab and waits while one is open', async ({ page, context }) => {
  await page.goto(deployment.url)
  await offlineReady(page)
  await page.locator('body').evaluate((body) => body.setAttribute('data-untouched', ''))
  await deployment.release('2')
  const another = await context.newPage()
  await another.goto(deployment.url)
  await updateWaits(another)
  expect(await release(another)).toBeNull()
  await expect(page.locator('body[data-untouched]')).toBeAttached()
  await page.reload()
  await shown(page)
  expect(await release(page)).toBeNull()
})

test('a new build is used at the next start once all tabs were closed', async ({
  page,
  context,
}) => {
  test.slow()
  await page.goto(deployment.url)
  await offlineReady(page)
  await deployment.release('2')
  await page.reload()
  await updateWaits(page)
  await page.goto('about:blank')
  await expect
    .poll(
      async () => {
        const next = await context.newPage()
        await next.goto(deployment.url)
        const name = await release(next)
        await next.close()
        return name
      },
      // Each look opens a tab, which keeps the new build waiting: so not too often.
      { timeout: 60_000, intervals: [3000, 6000, 9000, 12_000] },
    )
    .toBe('2')
})

/** A map of its own in a tab of a deployment. */
async function mapIn(page: Page, issue: string): Promise<void> {
  await page.goto(deployment.url)
  const back = page.getByRole('button', { name: 'All maps' })
  await expect(back.or(page.getByRole('button', { name: 'New map' }))).toBeVisible()
  if (await back.isVisible()) await back.click()
  await page.getByRole('button', { name: 'New map' }).click()
  await page.getByRole('dialog').getByLabel('The issue').fill(issue)
  await page.getByRole('button', { name: 'Make the map' }).click()
  await expect(addField(page)).toBeEnabled()
}

test('an update is offered in every tab, taken in one, and no edit in any is lost', async ({
  page,
  context,
}) => {
  await mapIn(page, 'In the first tab')
  await offlineReady(page)
  const other = await context.newPage()
  await mapIn(other, 'In the second tab')
  await deployment.release('2', 'KeysDialog')
  // The browser looks for a new build when the app is opened once more.
  const third = await context.newPage()
  await mapIn(third, 'On the projector')
  await updateWaits(third)
  await present(third)
  // Who is looked at draws at full speed; the others a frame a second.
  await page.bringToFront()
  const offer = page.getByText('A newer version of Allyscope is ready.')
  await expect(offer).toBeVisible()
  await expect(third.getByText('A newer version of Allyscope is ready.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Update now' }).click()
  await expect(page.getByText(/^Not updated: another tab is presenting/)).toBeVisible()
  expect(await release(page)).toBeNull()
  await third.close()
  await expect(other.getByText('A newer version of Allyscope is ready.')).toBeVisible()
  await other.locator('body').evaluate((body) => body.setAttribute('data-untouched', ''))

  await addStakeholder(page, 'Typed in the first')
  await trayCard(page, 'Typed in the first').click()
  await other.bringToFront()
  await addStakeholder(other, 'Typed in the second')
  await trayCard(other, 'Typed in the second').click()
  await other.getByLabel('Notes').pressSequentially('half a sen')
  await page.bringToFront()
  await page.getByRole('button', { name: 'Update now' }).click()
  await expect.poll(() => release(page)).toBe('2')
  await expect(trayCard(page, 'Typed in the first')).toBeVisible()

  await other.bringToFront()
  await expect(other.locator('body[data-untouched]')).toBeAttached()
  await expect(other.getByLabel('Notes')).toHaveValue('half a sen')
  await expect(other.getByText('Allyscope was updated in another tab.')).toBeVisible()
  await addStakeholder(other, 'Typed after the update')
  // A tab that stays open through two updates still has all parts of its own build.
  await deployment.release('3')
  await page.bringToFront()
  await page.reload()
  await updateWaits(page)
  await page.getByRole('button', { name: 'Update now' }).click()
  await expect.poll(() => release(page)).toBe('3')
  await other.bringToFront()
  await other.getByRole('button', { name: 'Keys' }).click()
  const keys = other.getByRole('dialog', { name: 'Keys' })
  await keys.getByRole('button', { name: 'Close' }).click()
  await expect(other.locator('body[data-untouched]')).toBeAttached()
  await other.reload()
  expect(await release(other)).toBe('3')
  for (const name of ['Typed in the second', 'Typed after the update'])
    await expect(trayCard(other, name)).toBeVisible()
  await trayCard(other, 'Typed in the second').click()
  await expect(other.getByLabel('Notes')).toHaveValue('half a sen')
})

test('a whole map is made, kept and exported with the server stopped', async ({ page }) => {
  await page.goto(deployment.url)
  await offlineReady(page)
  await deployment.stop()
  await page.reload()
  await page.getByRole('button', { name: /^Open the example/ }).click()
  await addStakeholder(page, 'Called out offline')
  await page.reload()
  await expect(trayCard(page, 'Called out offline')).toBeVisible()
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save PNG' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.png$/)
  expect(await download.failure()).toBeNull()
})

test('it can be installed: the manifest is whole and its icons have their sizes', async ({
  page,
}) => {
  await page.goto(deployment.url)
  // Nothing may still be loading when the server goes away at the end.
  await offlineReady(page)
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const address = new URL(href ?? '', deployment.url)
  const manifest: {
    name: string
    start_url: string
    display: string
    icons: { src: string; sizes: string; type: string; purpose: string }[]
  } = await (await page.request.get(address.href)).json()
  expect(manifest).toMatchObject({ name: 'Allyscope', start_url: './', display: 'standalone' })
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
    expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
  )
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await page.request.get(new URL(src, address).href)
    expect(answer.headers()['content-type']).toBe(type)
    if (type !== 'image/png') continue
    const png = await answer.body()
    // Width and height stand at bytes 16 and 20 of every PNG.
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes)
  }
})
