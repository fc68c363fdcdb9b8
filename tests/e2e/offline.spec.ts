import type { Page } from '@playwright/test'
import { expect, offlineReady, test } from './support/app.ts'
import { deploy, type Deployment } from './support/deployment.ts'

let deployment: Deployment
test.beforeEach(async ({ guard }) => {
  deployment = await deploy()
  guard.alsoServedFrom(deployment.url)
})
test.afterEach(() => deployment.remove())

const shown = (page: Page) => expect(page.locator('#root > *').first()).toBeVisible()
const release = (page: Page) => page.locator('html').getAttribute('data-release')

/** Waits until a newer build has been loaded and waits for its turn. */
const updateWaits = (page: Page) =>
  page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    return registration?.waiting !== null && registration?.waiting !== undefined
  })

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
  await page.goto(deployment.url)
  await offlineReady(page)
  await deployment.release('2')
  await page.reload()
  await updateWaits(page)
  await page.goto('about:blank')
  await expect
    .poll(async () => {
      const next = await context.newPage()
      await next.goto(deployment.url)
      const name = await release(next)
      await next.close()
      return name
    })
    .toBe('2')
})

test('it can be installed: the manifest is whole and its icons have their sizes', async ({
  page,
}) => {
  await page.goto(deployment.url)
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
