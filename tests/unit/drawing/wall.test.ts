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
import type { NetworkDot } from '../../../src/drawing/network/networkDots.ts'
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
import { tie } from './network/networks.ts'
import { powerWords } from './power/maps.ts'
import { stakeholder, viewOf, words } from './views.ts'

const WORDS: WallWords = {
  spectrum: words,
  network: { ownTie: '' },
  power: powerWords,
  signs: {
    earlier: 'Then: 3 May',
    now: 'Now',
    new: 'New',
    target: 'Wanted',
    ties: {
      influences: 'influences',
      trusts: 'trusts',
      'works with': 'works with',
      funds: 'funds',
      'reports to': 'reports to',
      opposes: 'opposes',
      own: 'another tie',
    },
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

/** Disc and name of a dot. */
const boxesOfDot = ({ x, y, reach, label }: NetworkDot): readonly Rect[] => [
  { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach },
  {
    x: x + label.x - label.width / 2,
    y: y + label.y - label.height / 2,
    width: label.width,
    height: label.height,
  },
]

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

describe('the signs that a wall explains', () => {
  const people = [
    person(0, 'Nurses', 0),
    person(1, 'Port', 3, { targetSegment: 2 }),
    person(2, 'Mayor', 2, { targetSegment: 2 }),
  ]
  const view = inPublic(people)
  const signsOf = (from: MapView, choices: Partial<WallChoices>, page = HD) =>
    drawn(from, choices, page).signs.map((sign) => (sign.sign === 'tie' ? sign.kind : sign.sign))
  const stood = (...segments: readonly (SegmentIndex | null)[]) =>
    new Map(segments.map((segment, i) => [`s${i + 1}`, segment]))

  it('are those alone that occur in it', () => {
    expect(signsOf(view, {})).toEqual([])
    expect(signsOf(view, { targets: true })).toEqual(['target'])
    expect(signsOf(inPublic(people.slice(2)), { targets: true })).toEqual([])
    expect(signsOf(view, { earlier: stood(0, 3, 2) })).toEqual([])
    expect(signsOf(view, { earlier: stood(1, 3, 2) })).toEqual(['earlier', 'now'])
    expect(signsOf(view, { earlier: stood(0, 3, null) })).toEqual(['new'])
    expect(signsOf(view, { drawing: 'power', targets: true, earlier: stood(1) })).toEqual([])
  })

  it('are the kinds of ties between those who stand in the network', () => {
    const tied = {
      ...view,
      relationships: [
        tie('s1', 's2', { kind: 'opposes' }),
        tie('s2', 's1', { kind: 'trusts' }),
        tie('s1', 's3', { kind: 'funds' }),
        tie('s2', 's1', { key: 'own', kind: 'own', label: 'mentors' }),
      ],
    }
    const places = new Map([
      ['s1', { x: 0, y: 0 }],
      ['s2', { x: 300, y: 0 }],
    ])
    expect(signsOf(tied, { drawing: 'network', places })).toEqual(['trusts', 'opposes'])
    expect(signsOf(tied, { drawing: 'network', places: null })).toEqual([])
    expect(signsOf(tied, { ties: true })).toEqual([])
  })

  it('stand below the drawing, within the page, and take no room where there are none', () => {
    const kinds = ['influences', 'trusts', 'works with', 'funds', 'reports to', 'opposes'] as const
    const tied = {
      ...view,
      relationships: kinds.map((kind) => tie('s1', 's2', { key: kind, kind })),
    }
    const places = new Map(people.map(({ key }, i) => [key, { x: i * 200, y: i * 100 }]))
    for (const page of [HD, wallPageFor(1080, 1920)]) {
      const wall = drawn(tied, { drawing: 'network', places }, page)
      const plain = drawn(view, { drawing: 'network', places }, page)
      const lowestOf = ({ scene, placed }: WallScene) =>
        scene ? placed.y + (scene.bounds.y + scene.bounds.height) * placed.scale : Infinity
      const top = Math.min(...wall.signs.map(({ y }) => y)) - LEAST_TYPE
      expect(lowestOf(wall)).toBeLessThan(top)
      expect(lowestOf(plain)).toBeGreaterThan(lowestOf(wall))
      for (const { textX, text, y } of wall.signs) {
        expect(textX + text.length * LEAST_TYPE * 0.6).toBeLessThan(page.width)
        expect(y).toBeLessThan(page.height)
      }
    }
  })
})

describe('arrows to target segments', () => {
  it('end in the wanted segment, on nobody, and lead around others where there is a way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ segment: SEGMENT, target: SEGMENT }), {
          minLength: 2,
          maxLength: 12,
        }),
        (list) => {
          const people = list.map(({ segment, target }, i) =>
            person(i, `Group ${i + 1}`, segment, { targetSegment: target }),
          )
          const { cards, arrows, pie } = spectrumOf(drawn(inPublic(people), { targets: true }))
          expect(arrows.map(({ key, target }) => [key, target])).toEqual(
            people.flatMap(({ key, targetSegment }, i) =>
              targetSegment === list[i]?.segment ? [] : [[key, targetSegment]],
            ),
          )
          for (const { head, target } of arrows) {
            const [x = 0, y = 0] = (head.match(/-?[\d.]+/gu) ?? []).map(Number)
            const angle = Math.atan2(-y, x)
            const range = anglesOf(target, pie)
            expect(angle).toBeGreaterThan(range.from)
            expect(angle).toBeLessThan(range.to)
            expect(
              cards.some((card) =>
                overlaps(rectAt(card, card.shape), { x, y, width: 0.1, height: 0.1 }),
              ),
            ).toBe(false)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('go around somebody who stands between', () => {
    const { cards, arrows } = spectrumOf(
      drawn(
        inPublic([person(0, 'Farthest out', 3, { targetSegment: 1 }), person(1, 'In between', 2)]),
        { targets: true },
      ),
    )
    const between = cards.find(({ key }) => key === 's2')
    if (!between) throw new Error('nobody is in between')
    const [x0 = 0, y0 = 0, cx = 0, cy = 0, x1 = 0, y1 = 0] = (
      arrows[0]?.shaft.match(/-?[\d.]+/gu) ?? []
    ).map(Number)
    for (let i = 0; i <= 50; i++) {
      const [a, b, c] = [(1 - i / 50) ** 2, 2 * (1 - i / 50) * (i / 50), (i / 50) ** 2]
      const at = { x: a * x0 + b * cx + c * x1, y: a * y0 + b * cy + c * y1 }
      expect(overlaps(rectAt(between, between.shape), { ...at, width: 0.1, height: 0.1 })).toBe(
        false,
      )
    }
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

  it('have names of 24 px and more in networks of up to 25, nobody on another, all of it on the page', () => {
    fc.assert(
      fc.property(
        fc.oneof(arbitraryPeople(1, 25, 40), arbitraryPeople(25, 25, 60), arbitraryCrowd(60)),
        fc.infiniteStream(fc.record({ x: fc.nat(1200), y: fc.nat(700), to: fc.nat(24) })),
        fc.nat(60),
        fc.constantFrom('left' as const, 'right' as const),
        (people, chance, tied, alliesSide) => {
          const next = () => chance.next().value ?? { x: 0, y: 0, to: 0 }
          const view = {
            ...inPublic(people, { alliesSide }),
            relationships: Array.from({ length: tied }, (_, i) =>
              tie(`s${next().to + 1}`, `s${next().to + 1}`, {
                key: `r${i}`,
                kind: i % 3 ? 'trusts' : 'own',
                label: LETTERS.slice(i, i + 12),
                team: null,
              }),
            ),
          }
          const places = new Map(people.map(({ key }) => [key, next()]))
          const wall = drawn(view, { drawing: 'network', places })
          if (wall.scene?.kind !== 'network') throw new Error('that is not a network')
          const { dots, ties } = wall.scene
          expect(dots).toHaveLength(people.length)
          const sizes = [...dots, ...ties].flatMap(({ label }) => label?.size ?? [])
          expect(Math.min(...sizes) * wall.placed.scale).toBeGreaterThanOrEqual(LEAST_TYPE - 0.1)
          const boxes = dots.map(boxesOfDot)
          boxes.forEach((mine, i) => {
            for (const box of mine)
              expect(isWithin(onPage(wall, box), { x: 0, y: 0, ...HD })).toBe(true)
            for (const theirs of boxes.slice(i + 1))
              expect(mine.some((a) => theirs.some((b) => overlaps(a, b, 0.1)))).toBe(false)
          })
          for (const { points } of ties)
            for (const { x, y } of points)
              expect(
                isWithin(onPage(wall, { x, y, width: 0, height: 0 }), { x: 0, y: 0, ...HD }),
              ).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('keep allies and opponents of a network on their sides, and cut no name where there is room', () => {
    const people = Array.from({ length: 25 }, (_, i) =>
      person(i, LETTERS.slice(i, i + 18).trim(), ([0, 1, 2, 3, 4] as const)[i % 5] ?? 0),
    )
    const view = inPublic(people)
    const wall = drawn(view, { drawing: 'network', places: layoutNetwork(view, new Map()) })
    if (wall.scene?.kind !== 'network') throw new Error('that is not a network')
    const { dots } = wall.scene
    const meanX = (wanted: SegmentIndex) => {
      const xs = dots.flatMap(({ segment, x }) => (segment === wanted ? [x] : []))
      return xs.reduce((sum, x) => sum + x, 0) / xs.length
    }
    expect(meanX(0)).toBeLessThan(meanX(2))
    expect(meanX(2)).toBeLessThan(meanX(4))
    expect(dots.map(({ label }) => label.lines.join(' '))).toEqual(people.map(({ name }) => name))
  })

  it('make larger networks fill pages of any shape', () => {
    const people = Array.from({ length: 60 }, (_, i) =>
      person(i, LETTERS.slice(i % 30, (i % 30) + 18).trim(), 2),
    )
    const places = new Map(
      people.map(({ key }, i) => [key, { x: (i % 8) * 110, y: Math.floor(i / 8) * 80 }]),
    )
    for (const page of [HD, wallPageFor(1080, 1920)]) {
      const wall = drawn(inPublic(people), { drawing: 'network', places }, page)
      if (wall.scene?.kind !== 'network') throw new Error('that is not a network')
      const boxes = wall.scene.dots.flatMap((dot) =>
        boxesOfDot(dot).map((box) => onPage(wall, box)),
      )
      const across = boxes.flatMap(({ x, width }) => [x, x + width])
      const down = boxes.flatMap(({ y, height }) => [y, y + height])
      expect(Math.max(...across) - Math.min(...across)).toBeGreaterThan(page.width * 0.8)
      expect(Math.max(...down) - Math.min(...down)).toBeGreaterThan(page.height * 0.75)
      expect(SIZES.network.label.font * wall.placed.scale).toBeGreaterThan(18)
    }
  })

  it('wait with an empty page for the places of a network', () => {
    const wall = drawn(inPublic([]), { drawing: 'network', places: null })
    expect(wall.scene).toBeNull()
    expect(wall.title.length).toBeGreaterThan(0)
  })
})
