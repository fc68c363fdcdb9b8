import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapView, ViewStakeholder } from '../../../src/audience/view.ts'
import type { SegmentIndex } from '../../../src/domain/records.ts'
import { stanceOfSegment } from '../../../src/domain/spectrum.ts'
import {
  anglesOf,
  overlaps,
  polar,
  rectAt,
  rectFits,
  type Rect,
} from '../../../src/drawing/halfPie.ts'
import { layoutNetwork } from '../../../src/drawing/network/networkLayout.ts'
import { SIZES } from '../../../src/drawing/palette.ts'
import { powerRoom } from '../../../src/drawing/power/powerGrid.ts'
import type { SpectrumScene } from '../../../src/drawing/spectrumScene.ts'
import { LEAST_TYPE, wallPageFor, type WallPage } from '../../../src/drawing/wall/wallPage.ts'
import {
  type WallChoices,
  type WallScene,
  wallSceneFor,
  type WallWords,
} from '../../../src/drawing/wall/wallPicture.ts'
import { stakeholder, viewOf, words } from './views.ts'

const WORDS: WallWords = {
  spectrum: words,
  network: { ownTie: '' },
  power: {
    segments: words.segments,
    levels: { high: 'High', medium: 'Medium', low: 'Low', unknown: 'Not said' },
    influence: 'Influence',
    quadrants: {
      'powerful allies': 'Powerful allies',
      'powerful opponents': 'Powerful opponents',
      'allies with little power': 'Allies with little power',
      'opponents with little power': 'Opponents with little power',
    },
    count: String,
  },
}
const PLAIN: WallChoices = {
  drawing: 'spectrum',
  powerAxes: 'stance across',
  targets: false,
  ties: false,
  places: null,
  closeUp: null,
  earlier: null,
}
const HD = wallPageFor(1920, 1080)

const person = (
  i: number,
  name: string,
  segment: SegmentIndex | null,
  more: Partial<ViewStakeholder> = {},
) =>
  stakeholder(`s${i + 1}`, name, {
    placement: segment === null ? null : { stance: stanceOfSegment(segment), depth: 0.5 },
    team: null,
    ...more,
  })

const inPublic = (people: readonly ViewStakeholder[], info: Partial<MapView['info']> = {}) => {
  const view = viewOf(people, { audience: 'public' })
  return { ...view, info: { ...view.info, ...info } }
}

const drawn = (view: MapView, choices: Partial<WallChoices> = {}, page: WallPage = HD) =>
  wallSceneFor(view, page, WORDS, { ...PLAIN, ...choices })

function spectrumOf({ scene }: WallScene): SpectrumScene {
  if (scene?.kind !== 'spectrum') throw new Error('that is not a spectrum')
  return scene
}

const LETTERS =
  'ab cdefg hijkl mnop qrstu vwx yz Association of tenants and mothers’ unions in river districts'
const ARABIC = 'جمعية سكان الضفة الشرقية لحماية النهر والسوق القديم ومستشفى المدينة'
/** Names of 4 to so many letters, in two scripts. */
const arbitraryName = (most: number) =>
  fc
    .tuple(fc.constantFrom(LETTERS, ARABIC), fc.nat(20), fc.integer({ min: 4, max: most }))
    .map(([text, from, length]) => text.slice(from, from + length).trim() || 'Ally')

const arbitraryPeople = (least: number, most: number, letters: number, segments = 5) =>
  fc
    .array(
      fc.record({
        name: arbitraryName(letters),
        segment: fc.nat(segments - 1),
        influence: fc.constantFrom(null, 0.1, 0.5, 0.9),
      }),
      { minLength: least, maxLength: most, size: 'max' },
    )
    .map((list) =>
      list.map(({ name, segment, influence }, i) =>
        person(i, name, ([0, 1, 2, 3, 4] as const)[segment] ?? 0, { influence }),
      ),
    )

const SEGMENT = fc.constantFrom<SegmentIndex>(0, 1, 2, 3, 4)
const INFLUENCE = fc.constantFrom(null, 0.1, 0.5, 0.9)
/** Up to 25, crowded into as few as one or two cells of the power grid. */
const arbitraryCrowd = (letters: number) =>
  fc
    .array(fc.record({ segment: SEGMENT, influence: INFLUENCE }), { minLength: 1, maxLength: 3 })
    .chain((cells) =>
      fc.array(fc.record({ name: arbitraryName(letters), cell: fc.constantFrom(...cells) }), {
        minLength: 15,
        maxLength: 25,
        size: 'max',
      }),
    )
    .map((list) =>
      list.map(({ name, cell: { segment, influence } }, i) =>
        person(i, name, segment, { influence }),
      ),
    )

const someSizes = fc.constantFrom(
  [1920, 1080] as const,
  [1440, 900] as const,
  [1024, 768] as const,
  [1080, 1920] as const,
  [2560, 1080] as const,
)

/** From the scene to the page. */
const onPage = ({ placed }: WallScene, { x, y, width, height }: Rect): Rect => ({
  x: placed.x + x * placed.scale,
  y: placed.y + y * placed.scale,
  width: width * placed.scale,
  height: height * placed.scale,
})

const isWithin = (inner: Rect, outer: Rect) =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.width <= outer.x + outer.width + 0.5 &&
  inner.y + inner.height <= outer.y + outer.height + 0.5

/** Sizes on the page of everything that is written on a spectrum. */
function typeOn(wall: WallScene): number[] {
  const { cards, wedges, hub } = spectrumOf(wall)
  return [
    ...cards.map(() => SIZES.card.font),
    ...wedges.map(({ label }) => label.size),
    ...(hub.text.lines.length ? [hub.text.size] : []),
  ]
    .map((size) => size * wall.placed.scale)
    .concat(wall.title.map(({ size }) => size))
}

describe('type on the wall', () => {
  it('is never under 24 px with up to 25 stakeholders, wherever they stand and however long their names', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((segments) => arbitraryPeople(1, 25, 60, segments)),
        fc.constantFrom('shut by 2028', '', `${LETTERS} by 2028`),
        (people, goal) => {
          const wall = drawn(inPublic(people, { goal }))
          expect(Math.min(...typeOn(wall))).toBeGreaterThanOrEqual(LEAST_TYPE - 0.1)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('is that large with all 25 in any one segment, and no name of an ordinary length is cut for it', () => {
    for (const segment of [0, 1, 2, 3, 4] as const) {
      const people = Array.from({ length: 25 }, (_, i) =>
        person(i, LETTERS.slice(i, i + 30).trim(), segment),
      )
      const wall = drawn(inPublic(people))
      expect(Math.min(...typeOn(wall))).toBeGreaterThanOrEqual(LEAST_TYPE - 0.1)
      expect(spectrumOf(wall).cards.filter(({ shape }) => shape.cut)).toEqual([])
    }
  })

  it('is that large even where every name is long: then names are cut', () => {
    const long = `${LETTERS} and more`
    for (const spread of [[25], [5, 5, 5, 5, 5], [0, 0, 25], [12, 5, 4, 2, 2]]) {
      let i = 0
      const people = spread.flatMap((count, segment) =>
        Array.from({ length: count }, () =>
          person(i, long.slice(i, i++ + 60), ([0, 1, 2, 3, 4] as const)[segment] ?? 0),
        ),
      )
      const wall = drawn(inPublic(people))
      expect(Math.min(...typeOn(wall))).toBeGreaterThanOrEqual(LEAST_TYPE - 0.1)
      expect(spectrumOf(wall).cards.some(({ shape }) => shape.cut)).toBe(true)
    }
  })

  it('keeps segments equal as long as it is readable that way', () => {
    const people = Array.from({ length: 25 }, (_, i) =>
      person(i, LETTERS.slice(i, i + 20).trim(), ([0, 1, 2, 3, 4] as const)[i % 5] ?? 0),
    )
    expect(spectrumOf(drawn(inPublic(people))).pie.widths).toBeUndefined()
    const crowded = people.map((one, i) => person(i, one.name, i < 20 ? 1 : 4))
    const widths = spectrumOf(drawn(inPublic(crowded))).pie.widths ?? []
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(Math.PI)
    expect(widths[1]).toBeGreaterThan(1.3 * (Math.PI / 5))
    expect(Math.min(...widths)).toBeGreaterThan(0.1)
  })
})

describe('the spectrum on the wall', () => {
  it('has everybody inside the own segment, nobody over another, all of it on the page', () => {
    fc.assert(
      fc.property(
        fc.oneof(arbitraryPeople(0, 25, 60), arbitraryPeople(30, 200, 40)),
        fc.constantFrom('left' as const, 'right' as const),
        someSizes,
        (people, alliesSide, [width, height]) => {
          const page = wallPageFor(width, height)
          const wall = drawn(inPublic(people, { alliesSide }), {}, page)
          const { cards, pie, bounds } = spectrumOf(wall)
          expect(cards).toHaveLength(people.length)
          const rects = cards.map((card) => rectAt(card, card.shape))
          cards.forEach(({ segment }, i) => {
            const rect = rects[i]
            if (!rect) throw new Error('a card has no place')
            expect(rectFits(segment, rect, pie, 0.1)).toBe(true)
            expect(rects.slice(i + 1).some((other) => overlaps(rect, other, 0.1))).toBe(false)
          })
          expect(isWithin(onPage(wall, bounds), { x: 0, y: 0, ...page })).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('leaves the title its corner', () => {
    fc.assert(
      fc.property(arbitraryName(90), someSizes, (name, [width, height]) => {
        const page = wallPageFor(width, height)
        const wall = drawn(inPublic([], { name }), {}, page)
        const reach = (onPage(wall, spectrumOf(wall).bounds).width - 1) / 2
        expect(wall.title.length).toBeGreaterThan(0)
        for (const { text, y, size } of wall.title) {
          const end = Math.min(page.width, 32 + text.length * size * 0.42)
          const up = wall.placed.y - (y + size * 0.25)
          const beside = Math.max(0, page.width / 2 - end)
          expect(Math.hypot(beside, up)).toBeGreaterThan(reach)
        }
      }),
    )
  })

  it('writes a goal under the title that the hub has no room for', () => {
    const long = `${LETTERS} before the council votes on the market hall in spring 2028`
    expect(drawn(inPublic([], { goal: long })).title.some(({ bold }) => !bold)).toBe(true)
    expect(drawn(inPublic([], { goal: 'shut by 2028' })).title.every(({ bold }) => bold)).toBe(true)
  })

  it('is the same for the same view', () => {
    const view = inPublic([person(0, 'A', 1), person(1, 'B', 3)])
    expect(drawn(structuredClone(view))).toEqual(drawn(view))
  })
})

describe('then and now', () => {
  const people = [
    person(0, 'Nurses', 0),
    person(1, 'Teachers', 1),
    person(2, 'Mayor', 2),
    person(3, 'Port', 3),
  ]
  const earlier = new Map<string, SegmentIndex | null>([
    ['s1', 1],
    ['s2', 1],
    ['s3', null],
  ])

  it('shows who moved, from where, and who is new', () => {
    const { movements } = drawn(inPublic(people), { earlier })
    expect(movements?.moved.map(({ key, from }) => [key, from])).toEqual([['s1', 1]])
    expect(movements?.fresh.map(({ key }) => key)).toEqual(['s3', 's4'])
  })

  it('marks a free spot in the segment where somebody stood', () => {
    fc.assert(
      fc.property(arbitraryPeople(1, 40, 30), fc.infiniteStream(fc.nat(4)), (all, stream) => {
        const then = new Map(
          all.map(({ key }) => [key, ([0, 1, 2, 3, 4] as const)[stream.next().value ?? 0] ?? 0]),
        )
        const wall = drawn(inPublic(all), { earlier: then })
        const { pie } = spectrumOf(wall)
        for (const { from, x, y } of wall.movements?.moved ?? []) {
          const angle = Math.atan2(-y, x)
          const range = anglesOf(from, pie)
          expect(angle).toBeGreaterThanOrEqual(range.from)
          expect(angle).toBeLessThanOrEqual(range.to)
          expect(Math.hypot(x, y)).toBeLessThan(
            Math.hypot(polar(pie.radius, 1).x, polar(pie.radius, 1).y),
          )
        }
      }),
      { numRuns: 40 },
    )
  })

  it('says nothing where nobody asked, nor in other drawings', () => {
    expect(drawn(inPublic(people)).movements).toBeNull()
    expect(drawn(inPublic(people), { earlier, drawing: 'power' }).movements).toBeNull()
  })
})

describe('a close-up', () => {
  const people = Array.from({ length: 20 }, (_, i) =>
    person(i, `Group ${i}`, ([0, 1, 2, 3, 4] as const)[i % 5] ?? 0),
  )
  const view = inPublic(people)

  it('fills the page below the title with those whom it is about', () => {
    fc.assert(
      fc.property(
        fc.subarray(
          people.map(({ key }) => key),
          { minLength: 1 },
        ),
        (closeUp) => {
          const whole = drawn(view)
          const wall = drawn(view, { closeUp })
          expect(wall.placed.scale).toBeGreaterThanOrEqual(whole.placed.scale)
          const clip = wall.clip ?? { x: 0, y: 0, ...HD }
          for (const card of spectrumOf(wall).cards)
            if (closeUp.includes(card.key))
              expect(isWithin(onPage(wall, rectAt(card, card.shape)), clip)).toBe(true)
          for (const { y, size } of wall.title)
            expect(y + size * 0.25).toBeLessThan(wall.clip?.y ?? Infinity)
        },
      ),
    )
  })

  it('of one is large, but not without bounds; of nobody who is there it is the whole', () => {
    const one = drawn(view, { closeUp: ['s7'] })
    expect(one.placed.scale * SIZES.card.font).toBeCloseTo(60)
    expect(drawn(view, { closeUp: ['s99'] })).toEqual(drawn(view))
  })
})

describe('the other drawings on the wall', () => {
  it('have a power grid that fills the page, everybody in the own cell', () => {
    fc.assert(
      fc.property(
        arbitraryPeople(0, 60, 40),
        fc.constantFrom('stance across' as const, 'influence across' as const),
        someSizes,
        (people, powerAxes, [width, height]) => {
          const page = wallPageFor(width, height)
          const wall = drawn(inPublic(people), { drawing: 'power', powerAxes }, page)
          if (wall.scene?.kind !== 'power') throw new Error('that is not a power grid')
          const { cards, grid, bounds } = wall.scene
          const area = onPage(wall, bounds)
          expect(isWithin(area, { x: 0, y: 0, ...page })).toBe(true)
          expect(area.width).toBeGreaterThan(page.width * 0.9)
          cards.forEach((card, i) => {
            const rect = rectAt(card, card.shape)
            expect(isWithin(rect, powerRoom(grid, card.segment, card.level))).toBe(true)
            for (const other of cards.slice(i + 1))
              expect(overlaps(rect, rectAt(other, other.shape), 0.1)).toBe(false)
          })
        },
      ),
      { numRuns: 40 },
    )
  })

  it('have names of 24 px and more in the power grid with up to 25 stakeholders', () => {
    fc.assert(
      fc.property(
        fc.oneof(arbitraryPeople(1, 25, 40), arbitraryCrowd(60)),
        fc.constantFrom('stance across' as const, 'influence across' as const),
        (people, powerAxes) => {
          const wall = drawn(inPublic(people), { drawing: 'power', powerAxes })
          if (wall.scene?.kind !== 'power') throw new Error('that is not a power grid')
          const { segments, levels, quadrants } = wall.scene
          const labels = [...[...segments, ...levels].map(({ label }) => label), ...quadrants]
          const sizes = [SIZES.card.font, ...labels.map(({ size }) => size)]
          expect(Math.min(...sizes) * wall.placed.scale).toBeGreaterThanOrEqual(LEAST_TYPE - 0.1)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('have networks whose names are larger than as laid out, and cover no more than there', () => {
    const people = Array.from({ length: 25 }, (_, i) =>
      person(i, LETTERS.slice(i, i + 18).trim(), ([0, 1, 2, 3, 4] as const)[i % 5] ?? 0),
    )
    const view = inPublic(people)
    const wall = drawn(view, { drawing: 'network', places: layoutNetwork(view, new Map()) })
    if (wall.scene?.kind !== 'network') throw new Error('that is not a network')
    expect(wall.scene.dots).toHaveLength(25)
    expect(SIZES.network.label.font * wall.placed.scale).toBeGreaterThanOrEqual(LEAST_TYPE - 2)
    expect(isWithin(onPage(wall, wall.scene.bounds), { x: 0, y: 0, ...HD })).toBe(true)
  })

  it('wait with an empty page for the places of a network', () => {
    const wall = drawn(inPublic([]), { drawing: 'network', places: null })
    expect(wall.scene).toBeNull()
    expect(wall.title.length).toBeGreaterThan(0)
  })
})
