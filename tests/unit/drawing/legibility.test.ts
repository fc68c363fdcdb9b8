import { describe, expect, it } from 'vitest'
import type { MapView, ViewStakeholder } from '../../../src/audience/view.ts'
import { labelReach } from '../../../src/drawing/arcLabel.ts'
import { overlaps, type Rect } from '../../../src/drawing/halfPie.ts'
import { textWidth } from '../../../src/drawing/measure.ts'
import { layoutNetwork } from '../../../src/drawing/network/networkLayout.ts'
import { buildNetworkScene } from '../../../src/drawing/network/networkScene.ts'
import { pageFor, type PictureFrame } from '../../../src/drawing/pictureFrame.ts'
import { buildPowerScene } from '../../../src/drawing/power/powerScene.ts'
import type { Scene } from '../../../src/drawing/scene.ts'
import {
  LEAST_POINTS,
  leastPointsOn,
  sceneOnPage,
  TYPE_SIZES,
} from '../../../src/drawing/sceneOnPage.ts'
import {
  MARGIN,
  mayStand,
  type Orientation,
  ORIENTATIONS,
  type Page,
  pageOf,
  POINTS_PER_UNIT,
  type Sheet,
  SHEETS,
} from '../../../src/drawing/sheet.ts'
import { buildSpectrumScene } from '../../../src/drawing/spectrumScene.ts'
import { powerWords } from './power/maps.ts'
import { crowd, frame, viewOf, words } from './views.ts'

/** Of every tenth stakeholder; the others have names of usual length. */
const LONG = {
  German:
    'Arbeitsgemeinschaft der Kinderkrankenpflegerinnen und Rettungsdienstmitarbeitenden im Donaudampfschifffahrtsgesellschaftsbezirk Nord',
  Arabic:
    'الجمعية العامة للعاملين في قطاع الصحة والمستشفيات في المحافظات الشمالية والجنوبية وما حولها',
  Burmese: 'မြန်မာနိုင်ငံလုံးဆိုင်ရာ ကျန်းမာရေးဝန်ထမ်းများ သမဂ္ဂ ရန်ကုန်တိုင်းဒေသကြီး အလုပ်အမှုဆောင်ကော်မတီ',
} as const

const named = (people: readonly ViewStakeholder[], long: string): ViewStakeholder[] =>
  people.map((one, i) => (i % 10 === 3 ? { ...one, name: `${long} ${i}` } : one))

const pages = SHEETS.flatMap((sheet) =>
  ORIENTATIONS.filter((orientation) => orientation === 'landscape' || mayStand(sheet)).map(
    (orientation) => ({ sheet, orientation }),
  ),
)

const frameOn = (page: Page): PictureFrame => ({
  ...frame,
  title: 'Close the Ridge Road incinerator before the next licence is given',
  footer: 'Ridge Road coalition · CC BY 4.0',
  page,
})

const LEAST = LEAST_POINTS.paper
const usual = { size: 'as on the screen', least: LEAST } as const
const large = { size: 'large', least: LEAST } as const

const partsOf = (view: MapView) => ({
  view,
  words: { spectrum: words, network: { ownTie: '' }, power: powerWords },
  places: null,
})

/** Cards, or dots and names, in units of the page. */
function boxesOn(scene: Scene, around: PictureFrame): Rect[] {
  const { x, y, scale } = pageFor(scene, around)
  const onPage = (rect: Rect): Rect => ({
    x: x + rect.x * scale,
    y: y + rect.y * scale,
    width: rect.width * scale,
    height: rect.height * scale,
  })
  return scene.kind === 'network'
    ? scene.dots.map((dot) =>
        onPage({
          x: dot.x + dot.label.x - dot.label.width / 2,
          y: dot.y + dot.label.y - dot.label.height / 2,
          width: dot.label.width,
          height: dot.label.height,
        }),
      )
    : scene.cards.map(({ x: cardX, y: cardY, shape: { width, height } }) =>
        onPage({ x: cardX - width / 2, y: cardY - height / 2, width, height }),
      )
}

function expectOnPage(scene: Scene, around: PictureFrame): void {
  const { page } = around
  const { title, foot } = pageFor(scene, around)
  const boxes = boxesOn(scene, around)
  for (const box of boxes) {
    expect(box.x).toBeGreaterThanOrEqual(MARGIN.x - 1)
    expect(box.x + box.width).toBeLessThanOrEqual(page.width - MARGIN.x + 1)
    expect(box.y).toBeGreaterThanOrEqual(MARGIN.top - 1)
    expect(box.y + box.height).toBeLessThanOrEqual(foot.top + 1)
  }
  for (const line of title) {
    const width = textWidth(line.text, { size: line.size, weight: line.bold ? 700 : 400 })
    expect(MARGIN.x + width).toBeLessThanOrEqual(page.width - MARGIN.x + 1)
  }
}

function expectNoOverlap(boxes: readonly Rect[]): void {
  boxes.forEach((box, i) => {
    for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false)
  })
}

/** No letter of a name outside its card. */
function expectNamesInCards(scene: Scene): void {
  if (scene.kind === 'network') return
  for (const { shape } of scene.cards) {
    for (const line of shape.lines) {
      const width = textWidth(line, { size: 13, weight: shape.bold ? 700 : 400 })
      const end = shape.rtl ? -shape.textX : shape.textX
      expect(end + width).toBeLessThanOrEqual(shape.width / 2 + 0.5)
    }
  }
}

/** The title stays outside the circle of the segments' names. */
function expectTitleClear(scene: Scene, around: PictureFrame): void {
  if (scene.kind !== 'spectrum') return
  const { x, y, scale, title } = pageFor(scene, around)
  const circle = labelReach(scene.pie) * scale
  for (const line of title) {
    const right =
      MARGIN.x + textWidth(line.text, { size: line.size, weight: line.bold ? 700 : 400 })
    const across = Math.max(0, x - right)
    expect(Math.hypot(across, Math.max(0, y - line.y))).toBeGreaterThanOrEqual(circle - 1)
  }
}

const screens = (view: MapView): Scene[] => [
  buildSpectrumScene(view, words),
  buildPowerScene(view, powerWords, 'stance across'),
]

describe.each(Object.entries(LONG))('pages with long names in %s', (_, long) => {
  it.each([5, 30, 80, 200])('hold %i stakeholders with whole names, none over another', (count) => {
    const view = viewOf(named(crowd(count), long), { audience: 'public' })
    for (const screen of screens(view)) {
      for (const { sheet, orientation } of pages) {
        if (count === 200 && orientation === 'portrait') continue
        const around = frameOn(pageOf(sheet, orientation))
        const found = sceneOnPage(screen, around, partsOf(view), usual)
        expect(found.cut).toBe(0)
        expectOnPage(found.scene, around)
        expectNoOverlap(boxesOn(found.scene, around))
        expectNamesInCards(found.scene)
        expectTitleClear(found.scene, around)
      }
    }
  })
})

describe('the size of names', () => {
  const points = (count: number, sheet: Sheet, orientation: Orientation = 'landscape') => {
    const view = viewOf(crowd(count), { audience: 'public' })
    const around = frameOn(pageOf(sheet, orientation))
    return sceneOnPage(buildSpectrumScene(view, words), around, partsOf(view), usual).points
  }

  it('is that of the screen as long as it can be read, then cards move together', () => {
    const view = viewOf(crowd(30), { audience: 'public' })
    const around = frameOn(pageOf('A4'))
    const screen = buildSpectrumScene(view, words)
    const { scene } = sceneOnPage(screen, around, partsOf(view), usual)
    expect(scene).toBe(screen)
    const many = viewOf(crowd(150), { audience: 'public' })
    const wide = buildSpectrumScene(many, words)
    const asIs = 13 * pageFor(wide, around).scale * POINTS_PER_UNIT
    expect(asIs).toBeLessThan(LEAST)
    const closer = sceneOnPage(wide, around, partsOf(many), usual)
    expect(closer.points).toBeGreaterThan(asIs * 1.2)
    expect(boxesOn(closer.scene, around)).toHaveLength(wide.cards.length)
  })

  it('can be read on A4 with 100 stakeholders, on A3 with 200; more on A4 is said to be too small', () => {
    expect(points(100, 'A4')).toBeGreaterThanOrEqual(LEAST)
    expect(points(200, 'A3')).toBeGreaterThanOrEqual(LEAST)
    expect(points(200, 'A4')).toBeLessThan(LEAST)
    expect(points(100, 'A4', 'portrait')).toBeLessThan(LEAST)
  })

  it('is larger where that is wished, never smaller', () => {
    for (const count of [5, 40, 120]) {
      const view = viewOf(crowd(count))
      for (const screen of screens(view)) {
        const around = frameOn(pageOf('16:9'))
        const [small = 0, largest = 0] = TYPE_SIZES.map(
          (size) => sceneOnPage(screen, around, partsOf(view), { size, least: LEAST }).points,
        )
        expect(largest).toBeGreaterThanOrEqual(small)
      }
    }
  })

  it('keeps the team’s cards in their segments, in the order of their stance where there is room', () => {
    const view = viewOf(crowd(60))
    const around = frameOn(pageOf('A4'))
    const screen = buildSpectrumScene(view, words)
    const { scene } = sceneOnPage(screen, around, partsOf(view), large)
    if (scene.kind !== 'spectrum') throw new Error('another kind of scene')
    const segments = (of: typeof scene) => of.cards.map(({ key, segment }) => [key, segment])
    expect(segments(scene)).toEqual(segments(screen))
  })
})

describe('cards that cover each other on the screen', () => {
  it.each([5, 16, 60, 200])('are tidied for the page: %i on one spot and on the hub', (count) => {
    const heap = crowd(count).map((one, i) => ({
      ...one,
      placement: { stance: one.placement?.stance ?? 0, depth: i % 4 ? 0.4 : 0.02 },
    }))
    const view = viewOf(heap)
    const screen = buildSpectrumScene(view, words)
    for (const sheet of ['16:9', 'A4', 'A3'] as const) {
      const around = frameOn(pageOf(sheet))
      const { scene } = sceneOnPage(screen, around, partsOf(view), usual)
      if (scene.kind !== 'spectrum') throw new Error('another kind of scene')
      expectOnPage(scene, around)
      expectNoOverlap(boxesOn(scene, around))
      const hub = scene.pie.hubRadius
      for (const { x, y, shape } of scene.cards) {
        const across = Math.max(0, Math.abs(x) - shape.width / 2)
        expect(Math.hypot(across, y + shape.height / 2)).toBeGreaterThanOrEqual(hub - 1)
      }
      expect(scene.cards.map(({ key, segment }) => [key, segment])).toEqual(
        screen.cards.map(({ key, segment }) => [key, segment]),
      )
    }
  })
})

describe('cards of one stance and one influence', () => {
  it('stand beside each other on the power grid, for the team too', () => {
    const alike = crowd(60).map((one) => ({
      ...one,
      influence: 0.9,
      placement: { stance: 0.9, depth: 0.5 },
    }))
    const view = viewOf(alike)
    const around = frameOn(pageOf('A4'))
    const screen = buildPowerScene(view, powerWords, 'stance across')
    const { scene } = sceneOnPage(screen, around, partsOf(view), usual)
    expectOnPage(scene, around)
    expectNoOverlap(boxesOn(scene, around))
  })
})

describe('the least size', () => {
  it('is larger on slides than on paper', () => {
    expect(leastPointsOn('16:9')).toBeGreaterThan(leastPointsOn('A4'))
  })
})

describe('a network on a page', () => {
  it('keeps its names on the page and off each other, and is as large as it finds room', () => {
    const people = named(crowd(60), LONG.Arabic)
    const view = viewOf(people, { audience: 'public' })
    const places = layoutNetwork(view, new Map())
    const screen = buildNetworkScene(view, places, { ownTie: '' })
    for (const { sheet, orientation } of pages) {
      const around = frameOn(pageOf(sheet, orientation))
      const found = sceneOnPage(screen, around, { ...partsOf(view), places }, large)
      expectOnPage(found.scene, around)
      expectNoOverlap(boxesOn(found.scene, around))
    }
  })
})
