import type { Page } from '@playwright/test'
import {
  addAndPlace,
  details,
  expect,
  look,
  newMap,
  redoButton,
  saved,
  test,
  undoButton,
} from './support/app.ts'
import {
  crowd,
  mapFile,
  openMapFile,
  standsAt,
  type Entry,
  STANCES,
  type Tie,
} from './support/mapFile.ts'
import {
  dot,
  dotPlaces,
  dots,
  network,
  openNetwork,
  openView,
  said,
  settled,
  viewTab,
} from './support/network.ts'
import { boxOf, drag, middleOf, type Point } from './support/pie.ts'

const arrangeButton = (page: Page) => page.getByRole('button', { name: 'Arrange', exact: true })

/** Arranges, and waits until all have come to their places. */
const arrange = async (page: Page) => {
  await arrangeButton(page).click()
  await expect(said(page, 'The network is arranged')).toBeAttached()
  await settled(page)
}

/** Everybody relative to one of them, to the pixel: what stays the same when the map is fitted anew. */
const picture = (places: ReadonlyMap<string, Point>) => {
  const [first] = places.values()
  return Array.from(places, ([name, { x, y }]) => [
    name,
    Math.round(x - (first?.x ?? 0)),
    Math.round(y - (first?.y ?? 0)),
  ])
}

const GROUPS = 30

/** Tied in a ring with some shortcuts, allies and opponents taking turns. */
const ringOf = (count: number): Tie[] =>
  Array.from({ length: count }, (_, index) => [
    { from: `Group number ${index + 1}`, to: `Group number ${((index + 1) % count) + 1}` },
    { from: `Group number ${index + 1}`, to: `Group number ${((index * 7 + 3) % count) + 1}` },
  ])
    .flat()
    .filter(({ from, to }) => from !== to)
    .map((tie) => ({ ...tie, kind: 'influences' }))

const ring = (facts = {}) => mapFile('Ring', crowd(GROUPS), ringOf(GROUPS), facts)

const meanX = (places: ReadonlyMap<string, Point>, stance: number): number => {
  const xs = [...places].flatMap(([name, { x }]) => {
    const index = Number(name.split(' ').at(-1)) - 1
    return STANCES[index % STANCES.length] === stance ? [x] : []
  })
  return xs.reduce((sum, x) => sum + x, 0) / xs.length
}

test('the network shows everybody, also who is not placed, with what they are', async ({
  page,
}) => {
  await newMap(page, 'Night buses')
  await addAndPlace(page, 'Chamber of Commerce', 5)
  await addAndPlace(page, 'Bishop’s office', 0)
  await openNetwork(page, 2)
  await expect(dot(page, 'Chamber of Commerce')).toHaveAccessibleName(
    'Chamber of Commerce, active opponent',
  )
  await expect(dot(page, 'Bishop’s office')).toHaveAccessibleName('Bishop’s office')
  await expect(network(page).getByText('Bishop’s office')).toBeVisible()
  await dot(page, 'Bishop’s office').click()
  await expect(dot(page, 'Bishop’s office')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('1')
  await expect(dot(page, 'Bishop’s office')).toHaveAccessibleName('Bishop’s office, active ally')
})

test('a dot that is dragged stays where it was put, also after a reload; its stance is as it was', async ({
  page,
}) => {
  await openMapFile(page, ring())
  await openNetwork(page, GROUPS)
  const mover = dot(page, 'Group number 2')
  const spoken = await mover.getAttribute('aria-label')
  const others = await dotPlaces(page)
  const from = middleOf(await boxOf(mover))
  const pane = middleOf(await boxOf(network(page)))
  const to = { x: (from.x + pane.x) / 2 + 20, y: (from.y + pane.y) / 2 + 15 }
  await drag(page, mover, to)
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: move Group number 2')
  const dropped = middleOf(await boxOf(mover))
  expect(Math.hypot(dropped.x - to.x, dropped.y - to.y)).toBeLessThan(4)
  await expect(mover).toHaveAttribute('aria-label', spoken ?? '')
  const put = await dotPlaces(page)
  expect([...put.keys()].toSorted()).toEqual([...others.keys()].toSorted())

  await undoButton(page).click()
  await expect.poll(async () => picture(await dotPlaces(page))).toEqual(picture(others))
  await redoButton(page).click()
  await expect.poll(async () => picture(await dotPlaces(page))).toEqual(picture(put))
  await saved(page)
  await page.reload()
  await openNetwork(page, GROUPS)
  expect(picture(await dotPlaces(page))).toEqual(picture(put))
})

test('Escape while dragging puts the dot back', async ({ page }) => {
  await openMapFile(page, ring())
  await openNetwork(page, GROUPS)
  const before = picture(await dotPlaces(page))
  const { x, y } = middleOf(await boxOf(dot(page, 'Group number 3')))
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 80, y + 60, { steps: 4 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(picture(await dotPlaces(page))).toEqual(before)
  await expect(undoButton(page)).toBeDisabled()
})

test('Arrange keeps who was put somewhere, moves others, and is one undo', async ({ page }) => {
  await openMapFile(page, ring())
  await openNetwork(page, GROUPS)
  const pane = middleOf(await boxOf(network(page)))
  await drag(page, dot(page, 'Group number 1'), { x: pane.x - 15, y: pane.y - 10 })
  await drag(page, dot(page, 'Group number 6'), { x: pane.x + 140, y: pane.y + 30 })
  // From here on the camera is the user's own, and nothing is fitted anew.
  await page.getByRole('button', { name: 'Zoom out' }).click()
  const before = await dotPlaces(page)
  await arrange(page)
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: arranging the network')
  const after = await dotPlaces(page)
  for (const name of ['Group number 1', 'Group number 6'])
    expect(distance(before.get(name), after.get(name))).toBeLessThan(1)
  const moved = [...before].filter(([name, place]) => distance(place, after.get(name)) > 5)
  expect(moved.length).toBeGreaterThan(GROUPS / 2)
  await undoButton(page).click()
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: move Group number 6')
  await expect.poll(async () => picture(await dotPlaces(page))).toEqual(picture(before))
})

const distance = (a: Point | undefined, b: Point | undefined): number =>
  a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN

test('Arrange gives the same picture each time, and again on another day', async ({ page }) => {
  await openMapFile(page, ring())
  await openNetwork(page, GROUPS)
  await arrange(page)
  const first = picture(await dotPlaces(page))
  await page.keyboard.press('t')
  await settled(page)
  await expect(page.getByText('Arranging…')).toHaveCount(0)
  expect(picture(await dotPlaces(page))).toEqual(first)
  await openMapFile(page, ring())
  await openNetwork(page, GROUPS)
  await arrange(page)
  expect(picture(await dotPlaces(page))).toEqual(first)
})

test('allies are on the left and opponents on the right, or the other way round where the map says so', async ({
  page,
}) => {
  await openMapFile(page, ring())
  await openNetwork(page, GROUPS)
  await arrange(page)
  const left = await dotPlaces(page)
  for (const ally of [0.8, 0.4]) expect(meanX(left, ally)).toBeLessThan(meanX(left, 0))
  for (const opponent of [-0.4, -0.8]) expect(meanX(left, opponent)).toBeGreaterThan(meanX(left, 0))

  await openMapFile(page, ring({ alliesSide: 'right' }))
  await openNetwork(page, GROUPS)
  await arrange(page)
  const right = await dotPlaces(page)
  for (const ally of [0.8, 0.4]) expect(meanX(right, ally)).toBeGreaterThan(meanX(right, 0))
  for (const opponent of [-0.4, -0.8]) expect(meanX(right, opponent)).toBeLessThan(meanX(right, 0))
})

test('turning the map’s sides mirrors the network at the next Arrange', async ({ page }) => {
  await openMapFile(page, ring())
  await openNetwork(page, GROUPS)
  await page.getByRole('button', { name: 'Map settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Map settings' })
  await settings.getByRole('radio', { name: 'Right' }).check()
  await settings.getByRole('button', { name: 'Close' }).click()
  await arrange(page)
  const places = await dotPlaces(page)
  expect(meanX(places, 0.8)).toBeGreaterThan(meanX(places, -0.8))
})

test('in public preview nobody is moved: not by hand, not by key, not by Arrange', async ({
  page,
}) => {
  await openMapFile(page, ring())
  await openNetwork(page, GROUPS)
  await look(page, 'Public preview')
  await expect(dots(page)).toHaveCount(GROUPS)
  await expect(page.getByText('Arranging…')).toHaveCount(0)
  const before = picture(await dotPlaces(page))
  const { x, y } = middleOf(await boxOf(dot(page, 'Group number 4')))
  await drag(page, dot(page, 'Group number 4'), { x: x + 60, y: y + 40 })
  await expect(page.getByText(/Move people in the team view/).last()).toBeVisible()
  await dot(page, 'Group number 4').focus()
  await page.keyboard.press('ArrowRight')
  await expect(arrangeButton(page)).toBeDisabled()
  await page.keyboard.press('t')
  expect(picture(await dotPlaces(page))).toEqual(before)
  await expect(undoButton(page)).toBeDisabled()
})

test('the public network is that of the map without anybody confidential, and knows nothing of the team’s own places', async ({
  page,
}) => {
  const hidden: Entry = {
    name: 'Zebedee, plant engineer',
    placement: { stance: 0.9, depth: 0.5 },
    confidentiality: { level: 'confidential', publicStance: null },
  }
  const open = crowd(12)
  const put = open.map((one, index) => ({
    ...one,
    networkPosition: { x: index * 40, y: (index % 3) * 90, pinned: index % 2 === 0 },
  }))
  const known = ringOf(12)
  const withHidden = mapFile(
    'Ring',
    [hidden, ...put],
    [
      { from: hidden.name, to: 'Group number 5' },
      ...known,
      {
        from: 'Group number 2',
        to: 'Group number 9',
        kind: 'funds',
        confidentiality: 'confidential',
      },
    ],
  )
  const seen = async (text: string) => {
    await openMapFile(page, text)
    await look(page, 'Public preview')
    await openNetwork(page, 12)
    await page.getByRole('button', { name: 'Show the whole map' }).click()
    const shown = await page.getByRole('main').innerHTML()
    const snapshot = await page.getByRole('main').ariaSnapshot()
    return { places: [...(await dotPlaces(page))], snapshot, shown }
  }
  const one = await seen(withHidden)
  expect(one.shown).not.toContain('Zebedee')
  const twin = await seen(mapFile('Ring', open, known))
  expect(one.snapshot).toBe(twin.snapshot)
  expect(one.places).toEqual(twin.places)
  expect(one.shown.replaceAll(/_r_\w+_|:r\w+:/g, '')).toBe(
    twin.shown.replaceAll(/_r_\w+_|:r\w+:/g, ''),
  )
})

test('a large network says how far it is, can be cancelled, and stays as it was then', async ({
  page,
}) => {
  const count = 1500
  await openMapFile(page, mapFile('Large', crowd(count), ringOf(count)))
  await viewTab(page, 'Network').click()
  await expect(page.getByText('Arranging…')).toBeVisible()
  await expect(page.getByText('Arranging…')).toHaveCount(0, { timeout: 45_000 })
  await settled(page)
  const before = await network(page).getByRole('application').screenshot()
  await arrangeButton(page).click()
  const progress = page.getByRole('progressbar', { name: 'Arranging…' })
  await expect(progress).toBeVisible()
  await expect
    .poll(() => progress.evaluate((bar) => (bar instanceof HTMLProgressElement ? bar.value : 0)))
    .toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(progress).toHaveCount(0)
  await expect(said(page, 'Arranging was stopped')).toBeAttached()
  await expect(undoButton(page)).toBeDisabled()
  await page.mouse.move(5, 5)
  await settled(page)
  expect((await network(page).getByRole('application').screenshot()).equals(before)).toBe(true)

  // While it works the map can be used.
  await arrangeButton(page).click()
  await expect(progress).toBeVisible()
  await page.getByLabel('Find a name or word').fill('number 1499')
  await expect(page.getByRole('button', { name: '1 of 1,500 · clear' })).toBeVisible()
  await expect(progress).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(progress).toHaveCount(0)
})

test('seen from afar a dot is found under the pointer, chosen, moved and tied', async ({
  page,
}) => {
  const count = 600
  const spots = [
    { name: 'Lone star', ...standsAt(-6000, 0) },
    { name: 'Far cry', ...standsAt(-6000, 2500) },
  ]
  const others = crowd(count).map((one, index) => ({
    ...one,
    ...standsAt((index % 30) * 110, Math.floor(index / 30) * 110),
  }))
  await openMapFile(page, mapFile('Far', [...others, ...spots], ringOf(count)))
  await viewTab(page, 'Network').click()
  const pane = network(page)
  await expect(pane).toHaveAttribute('data-drawn', String(count + 2))
  const screen = async (x: number, y: number): Promise<Point> => {
    await settled(page)
    const { zoom, left, top } = await page.locator('.react-flow__viewport').evaluate((element) => {
      const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform)
      return { zoom: a, left: e, top: f }
    })
    const box = await boxOf(pane)
    return { x: box.x + left + x * zoom, y: box.y + top + y * zoom }
  }
  const star = await screen(-6000, 0)
  const cry = await screen(-6000, 2500)
  await page.mouse.click(star.x, star.y)
  await expect(details(page).getByLabel('Name')).toHaveValue('Lone star')
  await page.getByRole('button', { name: 'Draw ties' }).click()
  await page.mouse.move(star.x, star.y)
  await page.mouse.down()
  await page.mouse.move((star.x + cry.x) / 2, (star.y + cry.y) / 2, { steps: 3 })
  await page.mouse.move(cry.x, cry.y, { steps: 3 })
  await page.mouse.up()
  await expect(details(page)).toContainText('Lone star influences Far cry')
  await page.getByRole('button', { name: 'Draw ties' }).click()
  await page.mouse.move(cry.x, cry.y)
  await page.mouse.down()
  await page.mouse.move(cry.x + 60, cry.y - 40, { steps: 4 })
  await page.mouse.up()
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: move Far cry')
})

test('several are chosen with a box and moved together in the network', async ({ page }) => {
  await openMapFile(
    page,
    mapFile('Together', [
      { name: 'Anglers’ club', ...standsAt(-200, -100) },
      { name: 'Health group', ...standsAt(-120, -60) },
      { name: 'Local radio', ...standsAt(200, 140) },
    ]),
  )
  await openNetwork(page, 3)
  const upper = await boxOf(dot(page, 'Anglers’ club'))
  const lower = await boxOf(dot(page, 'Health group'))
  await page.keyboard.down('Shift')
  await page.mouse.move(upper.x - 8, upper.y - 8)
  await page.mouse.down()
  await page.mouse.move(lower.x + lower.width + 8, lower.y + lower.height + 8, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(page.getByRole('heading', { name: '2 stakeholders chosen' })).toBeVisible()
  const before = await dotPlaces(page)
  const from = middleOf(upper)
  await drag(page, dot(page, 'Anglers’ club'), { x: from.x + 70, y: from.y + 50 })
  await expect(undoButton(page)).toHaveAttribute('title', 'Undo: move 2 stakeholders')
  const after = await dotPlaces(page)
  const gap = (places: ReadonlyMap<string, Point>) => {
    const [one, other] = [places.get('Anglers’ club'), places.get('Health group')]
    return other && one ? { x: Math.round(other.x - one.x), y: Math.round(other.y - one.y) } : null
  }
  expect(gap(after)).toEqual(gap(before))
  await expect(details(page)).toContainText('2 stakeholders chosen')
})

test('each view keeps its own camera', async ({ page }) => {
  await openMapFile(page, ring())
  await openNetwork(page, GROUPS)
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await settled(page)
  const near = picture(await dotPlaces(page))
  await openView(page, 'Spectrum')
  await expect(page.getByRole('button', { name: 'Show the whole map' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await openView(page, 'Network')
  await settled(page)
  expect(picture(await dotPlaces(page))).toEqual(near)
})
