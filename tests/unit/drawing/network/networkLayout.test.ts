import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { viewFor } from '../../../../src/audience/gate.ts'
import { isHidden } from '../../../../src/domain/hidden.ts'
import type { MapView } from '../../../../src/audience/view.ts'
import type { Point } from '../../../../src/domain/records.ts'
import { segmentOf } from '../../../../src/domain/spectrum.ts'
import { boxesOverlap, type Box } from '../../../../src/drawing/network/boxGrid.ts'
import { dotShapeOf, labelRect } from '../../../../src/drawing/network/dotShape.ts'
import { layoutNetwork, type NetworkPlaces } from '../../../../src/drawing/network/networkLayout.ts'
import { linesCross } from '../../../../src/drawing/network/geometry.ts'
import { arbitraryDoc } from '../../../support/arbitraryDoc.ts'
import { twinOf } from '../../../support/twin.ts'
import { coalition, networkOf, someone, tie } from './networks.ts'

// Arranging takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const NOBODY: NetworkPlaces = new Map()

const arbitraryView = arbitraryDoc(12, ['mixed']).map((doc) => viewFor(doc, 'team'))

const at = (places: NetworkPlaces, key: string): Point => {
  const place = places.get(key)
  if (!place) throw new Error(`${key} has no place`)
  return place
}

/** Dot and name below it, of each stakeholder. */
const boxesOf = (view: MapView, places: NetworkPlaces): { key: string; box: Box }[] =>
  view.stakeholders.map((stakeholder) => {
    const shape = dotShapeOf(stakeholder)
    const { x, y } = at(places, stakeholder.key)
    const name = labelRect(shape, 'below')
    const half = Math.max(shape.reach, name.width / 2)
    return {
      key: stakeholder.key,
      box: {
        left: x - half,
        right: x + half,
        top: y - shape.reach,
        bottom: y + name.y + name.height,
      },
    }
  })

const covering = (view: MapView, places: NetworkPlaces, held: NetworkPlaces = NOBODY): string[] => {
  const boxes = boxesOf(view, places)
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => boxesOverlap(a.box, b.box) && !(held.has(a.key) && held.has(b.key)))
      .map((b) => `${a.key} ${b.key}`),
  )
}

const meanX = (view: MapView, places: NetworkPlaces, isOne: (stance: number) => boolean) => {
  const xs = view.stakeholders.flatMap(({ key, placement }) =>
    placement && isOne(placement.stance) ? [at(places, key).x] : [],
  )
  return xs.reduce((sum, x) => sum + x, 0) / xs.length
}

const mirrored = (places: NetworkPlaces): NetworkPlaces =>
  new Map(Array.from(places, ([key, { x, y }]) => [key, { x: -x + 0, y }]))

const onOtherSide = (view: MapView): MapView => ({
  ...view,
  info: { ...view.info, alliesSide: view.info.alliesSide === 'left' ? 'right' : 'left' },
})

describe('the layout of a network', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('gives everybody a place, in the view’s order, that is the same each time', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const places = layoutNetwork(view, NOBODY)
        expect([...places.keys()]).toEqual(view.stakeholders.map(({ key }) => key))
        for (const { x, y } of places.values()) {
          expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
        }
        expect([...layoutNetwork(structuredClone(view), NOBODY)]).toEqual([...places])
      }),
      { numRuns: 15 },
    )
    expect(layoutNetwork(networkOf([]), NOBODY).size).toBe(0)
  })

  it('leaves nothing to chance, nor to functions that engines may round differently', () => {
    const view = coalition(30)
    const expected = layoutNetwork(view, NOBODY)
    for (const name of ['random', 'sin', 'cos', 'tan', 'atan2', 'exp', 'log', 'hypot'] as const) {
      vi.spyOn(Math, name).mockImplementation(() => {
        throw new Error(`Math.${name} was called`)
      })
    }
    expect(layoutNetwork(structuredClone(view), NOBODY)).toEqual(expected)
  })

  it('keeps those who are held exactly where they are', () => {
    const place = fc.record({
      x: fc.integer({ min: -600, max: 600 }),
      y: fc.integer({ min: -400, max: 400 }),
    })
    fc.assert(
      fc.property(
        arbitraryView,
        fc.array(fc.option(place), { minLength: 12, maxLength: 12 }),
        (view, spots) => {
          const held = new Map(
            view.stakeholders.flatMap(({ key }, i) => {
              const spot = spots[i]
              return spot ? [[key, { x: spot.x + 0.123456, y: spot.y }] as const] : []
            }),
          )
          const places = layoutNetwork(view, held)
          for (const [key, spot] of held) expect(places.get(key)).toEqual(spot)
          expect(covering(view, places, held)).toEqual([])
        },
      ),
      { numRuns: 25 },
    )
  })

  it('puts no dot or name on another', () => {
    for (const count of [2, 24, 70]) {
      const view = coalition(count)
      expect(covering(view, layoutNetwork(view, NOBODY))).toEqual([])
    }
    const loners = networkOf(Array.from({ length: 60 }, (_, i) => someone(`alone ${i}`, null)))
    expect(covering(loners, layoutNetwork(loners, NOBODY))).toEqual([])
  })

  it('lets stance pull: allies stand on their side, opponents on theirs, the neutral between', () => {
    for (const count of [24, 40]) {
      const view = coalition(count)
      const places = layoutNetwork(view, NOBODY)
      const allies = meanX(view, places, (stance) => segmentOf(stance) < 2)
      const neutral = meanX(view, places, (stance) => segmentOf(stance) === 2)
      const opponents = meanX(view, places, (stance) => segmentOf(stance) > 2)
      expect(allies).toBeLessThan(neutral - 100)
      expect(neutral).toBeLessThan(opponents - 100)
    }
  })

  it('is mirrored when allies stand on the other side', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        expect(layoutNetwork(onOtherSide(view), NOBODY)).toEqual(
          mirrored(layoutNetwork(view, NOBODY)),
        )
      }),
      { numRuns: 10 },
    )
    const view = coalition(20)
    const held = new Map([['k3', { x: 40, y: 70 }]])
    expect(layoutNetwork(onOtherSide(view), mirrored(held))).toEqual(
      mirrored(layoutNetwork(view, held)),
    )
  })

  it('untangles what can be drawn without a crossing', () => {
    const edges = ['ab', 'ac', 'ad', 'be', 'bf', 'cg', 'ch', 'di', 'dj', 'ek']
    const keys = [...new Set(edges.join(''))].toSorted()
    const view = networkOf(
      keys.map((key) => someone(key, null)),
      edges.map((edge) => tie(edge.charAt(0), edge.charAt(1))),
    )
    const places = layoutNetwork(view, NOBODY)
    const lines = view.relationships.map(
      ({ from, to }) => [at(places, from), at(places, to)] as const,
    )
    const crossings = lines.flatMap(([a, b], i) =>
      lines.slice(i + 1).filter(([c, d]) => linesCross(a, b, c, d)),
    )
    expect(crossings).toHaveLength(0)
  })

  it('keeps those without ties near the rest', () => {
    const { stakeholders, relationships } = coalition(24)
    const view = networkOf(
      [...stakeholders, someone('lone ally', 0.9), someone('lone', null)],
      relationships,
    )
    const places = layoutNetwork(view, NOBODY)
    const xs = stakeholders.map(({ key }) => at(places, key).x)
    const ys = stakeholders.map(({ key }) => at(places, key).y)
    for (const key of ['lone ally', 'lone']) {
      const { x, y } = at(places, key)
      expect(x).toBeGreaterThan(Math.min(...xs) - 200)
      expect(x).toBeLessThan(Math.max(...xs) + 200)
      expect(y).toBeGreaterThan(Math.min(...ys) - 200)
      expect(y).toBeLessThan(Math.max(...ys) + 200)
    }
    expect(at(places, 'lone ally').x).toBeLessThan(0)
  })

  it('uses more room for more people, twice as wide as high at most', () => {
    const extent = (count: number) => {
      const view = coalition(count)
      const boxes = boxesOf(view, layoutNetwork(view, NOBODY))
      const width =
        Math.max(...boxes.map(({ box }) => box.right)) -
        Math.min(...boxes.map(({ box }) => box.left))
      const height =
        Math.max(...boxes.map(({ box }) => box.bottom)) -
        Math.min(...boxes.map(({ box }) => box.top))
      return { width, height }
    }
    const [few, many] = [extent(20), extent(80)]
    expect(many.width * many.height).toBeGreaterThan(2.5 * few.width * few.height)
    for (const { width, height } of [few, many]) {
      expect(width / height).toBeGreaterThan(1)
      expect(width / height).toBeLessThan(2.2)
    }
  })

  it('tells how much is done, from little to all', () => {
    const told: number[] = []
    layoutNetwork(coalition(40), NOBODY, (done) => told.push(done))
    expect(told.length).toBeGreaterThan(10)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told[0]).toBeLessThan(0.1)
    expect(told.at(-1)).toBe(1)
  })
})

describe('somebody who joins a network that stands', () => {
  const before = coalition(24)
  const standing = layoutNetwork(before, NOBODY)
  const joined = (view: MapView) => {
    const places = layoutNetwork(view, standing)
    for (const [key, place] of standing) expect(places.get(key)).toEqual(place)
    expect(covering(view, places)).toEqual([])
    return at(places, 'new')
  }

  it('comes to stand near those it is tied to, and nobody else moves', () => {
    for (const friend of ['k0', 'k11', 'k20']) {
      const { stakeholders, relationships } = before
      const { x, y } = joined(
        networkOf([...stakeholders, someone('new')], [...relationships, tie('new', friend)]),
      )
      const place = at(standing, friend)
      expect(Math.hypot(x - place.x, y - place.y)).toBeLessThan(450)
    }
  })

  it('stands below the others, as far along as its stance says, when it has no ties', () => {
    const place = (stance: number) =>
      joined(networkOf([...before.stakeholders, someone('new', stance)], before.relationships))
    const lowest = Math.max(...Array.from(standing.values(), ({ y }) => y))
    expect(place(0.9).x).toBeLessThan(place(-0.9).x)
    expect(place(0.9).y).toBeGreaterThan(lowest)
  })
})

describe('the public layout', () => {
  it('is that of the same map without its hidden stakeholders', () => {
    let hidden = 0
    fc.assert(
      fc.property(arbitraryDoc(12, ['mixed']), (doc) => {
        hidden += [...doc.stakeholders.values()].filter(isHidden).length
        expect(layoutNetwork(viewFor(doc, 'public'), NOBODY)).toEqual(
          layoutNetwork(viewFor(twinOf(doc), 'public'), NOBODY),
        )
      }),
      { numRuns: 25 },
    )
    expect(hidden).toBeGreaterThan(10)
  })
})
