import { viewFor } from '../../src/audience/gate.ts'
import { type ToWall, WALL_PROTOCOL, type WallPicture } from '../../src/wall/protocol.ts'
import { PLAIN_WALL } from '../support/plainWall.ts'
import { docOf, inSegment, stakeholder } from '../support/records.ts'
import { faults } from './support/axe.ts'
import { expect, offlineReady, openStart, test } from './support/app.ts'

test.use({ serviceWorkers: 'allow' })

const NAME = 'a-wall-of-this-test'

const pictureOf = (count: number, more: Partial<WallPicture> = {}): WallPicture => ({
  view: viewFor(
    docOf(
      Array.from({ length: count }, (_, i) =>
        stakeholder(`person-${i}`, {
          name: `Tenants of house ${i + 1}`,
          order: i,
          placement: inSegment(([0, 1, 2, 3, 4] as const)[i % 5] ?? 0),
        }),
      ),
    ),
    'public',
  ),
  ...PLAIN_WALL,
  ...more,
})

const show = (picture: WallPicture | null, dark = false): ToWall => ({
  protocol: WALL_PROTOCOL,
  kind: 'show',
  shown: { picture, dark, frozen: false },
})

test('a wall shows what a console says, fills the screen, and keeps nothing', async ({
  page,
  context,
}) => {
  await openStart(page)
  await offlineReady(page)
  // The console, played by hand: all that it has in common with the wall is the channel.
  const heard = () => page.evaluate(() => Reflect.get(window, 'heard') as { kind: string }[])
  await page.evaluate((name) => {
    const channel = new BroadcastChannel(name)
    const messages: unknown[] = []
    channel.addEventListener('message', ({ data }) => void messages.push(data))
    Object.assign(window, { heard: messages, channel })
  }, `allyscope-wall-${NAME}`)
  /** Posts a message; the wall's clock tells when. */
  const say = (message: ToWall) =>
    page.evaluate((data) => {
      ;(Reflect.get(window, 'channel') as BroadcastChannel).postMessage(data)
      return performance.timeOrigin + performance.now()
    }, message)

  // Without a network: the service worker has the wall too.
  await context.setOffline(true)
  const wall = await context.newPage()
  await wall.addInitScript(() => {
    const touched: string[] = []
    Object.assign(window, { touched })
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches'])
      Object.defineProperty(window, name, { get: () => touched.push(name) })
  })
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await wall.goto(`./wall.html#${NAME}`)
  await expect.poll(heard).toMatchObject([{ kind: 'here', width: 1920, height: 1080, shown: null }])
  await expect(wall).toHaveTitle('Allyscope')
  await expect(wall.getByText('Open the wall from a map: press Open wall there.')).toBeVisible()

  const drawing = wall.getByRole('img')
  /** From saying it to the first frame that has it. */
  const latency = async (picture: WallPicture): Promise<number> => {
    const painted = wall.evaluate(
      () =>
        new Promise<number>((done) => {
          const root = document.getElementById('root')
          if (!root) throw new Error('the page is empty')
          const watch = new MutationObserver(() => {
            watch.disconnect()
            requestAnimationFrame(() =>
              setTimeout(() => done(performance.timeOrigin + performance.now())),
            )
          })
          watch.observe(root, { childList: true, subtree: true, attributes: true })
        }),
    )
    const said = await say(show(picture))
    return (await painted) - said
  }
  const few = pictureOf(25)
  await latency(few)
  await expect(drawing).toHaveAccessibleName(/^Spectrum of allies\.|Tenants of house 25/)
  const [first, ...others] = few.view.stakeholders
  if (!first) throw new Error('nobody is on the wall')
  const moved = { ...first, placement: { stance: -0.8, depth: 0.5 } }
  const ms = await latency({
    ...few,
    view: { ...few.view, stakeholders: [moved, ...others] },
  })
  const many = pictureOf(2_000)
  const all = await latency(many)
  const [one, ...rest] = many.view.stakeholders
  if (!one) throw new Error('nobody is on the wall')
  const among = { ...one, placement: { stance: -0.8, depth: 0.5 } }
  const again = await latency({ ...many, view: { ...many.view, stakeholders: [among, ...rest] } })
  test.info().annotations.push({
    type: 'measured',
    description: `a move among 25: ${ms.toFixed(0)} ms; 2,000 at once: ${all.toFixed(0)} ms; a move among them: ${again.toFixed(0)} ms`,
  })
  expect(ms).toBeLessThan(1_000)

  // The drawing fills its window, and type is as large as promised.
  await say(show(few))
  await expect(wall.getByText('Tenants of', { exact: true }).first()).toBeVisible()
  expect(await drawing.boundingBox()).toEqual({ x: 0, y: 0, width: 1920, height: 1080 })
  const least = await drawing.evaluate((svg) =>
    Math.min(
      ...[...svg.querySelectorAll('text')].map((text) => {
        const { a = 0, b = 0 } = text.getScreenCTM() ?? {}
        return Number.parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b)
      }),
    ),
  )
  expect(least).toBeGreaterThanOrEqual(24)
  expect(await faults(wall)).toEqual([])

  // The pointer goes away when it rests, and the hint with it.
  await wall.mouse.move(400, 400)
  const hint = wall.getByText('Full screen: F or double-click')
  await expect(hint).toBeVisible()
  await expect(hint).toBeHidden()
  expect(await wall.getByRole('main').evaluate((main) => getComputedStyle(main).cursor)).toBe(
    'none',
  )

  await wall.keyboard.press('f')
  await expect.poll(() => wall.evaluate(() => document.fullscreenElement !== null)).toBe(true)
  await wall.keyboard.press('Enter')
  await expect.poll(() => wall.evaluate(() => document.fullscreenElement === null)).toBe(true)

  // Another size is told, once it has settled.
  await wall.setViewportSize({ width: 1024, height: 768 })
  await expect.poll(async () => (await heard()).at(-1)).toMatchObject({ width: 1024, height: 768 })
  expect(await drawing.boundingBox()).toEqual({ x: 0, y: 0, width: 1024, height: 768 })

  await say(show(few, true))
  await expect(drawing).toBeHidden()
  expect(await wall.content()).not.toContain('Tenants')
  await say(show(null))
  expect(await wall.content()).not.toContain('Tenants')
  await say(show(few))
  await expect(drawing).toBeVisible()

  // A reload says that it goes and comes back with nothing; the console answers.
  await wall.reload()
  await expect
    .poll(async () => (await heard()).slice(-2).map(({ kind }) => kind))
    .toEqual(['gone', 'here'])
  await say(show(few))
  await expect(drawing).toBeVisible()
  expect(await wall.evaluate(() => Reflect.get(window, 'touched') as string[])).toEqual([])
})
