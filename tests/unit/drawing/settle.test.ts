import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentOf } from '../../../src/domain/spectrum.ts'
import { halfPie, polar, rectAt, rectFits } from '../../../src/drawing/halfPie.ts'
import { freePlace, freePlaces, settle, settleAll } from '../../../src/drawing/settle.ts'
import { placementOf, worldPoint } from '../../../src/drawing/tidy.ts'

const pie = halfPie(1, 'left')
const shape = { width: 110, height: 42 }
const card = { key: 'card', shape }
const inNeutral = { x: 10, y: -330 }

const standing = (key: string, x: number, y: number) => {
  const placement = placementOf({ x, y }, pie)
  if (!placement) throw new Error('off the half-pie')
  return { key, shape, placement }
}

/** Places are kept to five decimals: what that shifts, nobody sees. */
const ROUNDING = 0.02
const overlap = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.abs(a.x - b.x) < shape.width - ROUNDING && Math.abs(a.y - b.y) < shape.height - ROUNDING

describe('a dropped card', () => {
  it('stays exactly where it was dropped when it covers nobody', () => {
    const others = [standing('other', 0, -230)]
    expect(settle(card, inNeutral, others, 2, pie)).toEqual(placementOf(inNeutral, pie))
  })

  it('may stay across a border when it was dropped there', () => {
    const onBorder = polar(300, (Math.PI * 72) / 180 - 0.05)
    expect(settle(card, onBorder, [], 3, pie)).toEqual(placementOf(onBorder, pie))
  })

  it('moves beside a card that it would cover, not far, and inside its segment', () => {
    const other = standing('other', 5, -325)
    const settled = worldPoint(settle(card, inNeutral, [other], 2, pie), pie)
    expect(overlap(settled, worldPoint(other.placement, pie))).toBe(false)
    expect(rectFits(2, rectAt(settled, shape), pie, 0.1)).toBe(true)
    expect(Math.hypot(settled.x - inNeutral.x, settled.y - inNeutral.y)).toBeLessThan(80)
  })

  it('does not make way for itself', () => {
    const before = standing('card', 5, -325)
    expect(settle(card, inNeutral, [before], 2, pie)).toEqual(placementOf(inNeutral, pie))
  })

  it('never covers another while its segment has room', () => {
    const spots = fc.record({
      angle: fc.integer({ min: 10, max: 304 }).map((n) => n / 100),
      radius: fc.integer({ min: 100, max: 460 }),
    })
    fc.assert(
      fc.property(fc.array(spots, { maxLength: 25, size: 'max' }), spots, (others, drop) => {
        const list = others.map(({ angle, radius }, i) => {
          const { x, y } = polar(radius, angle)
          return standing(`k${i}`, x, y)
        })
        const wished = polar(drop.radius, drop.angle)
        const segment = segmentOf(placementOf(wished, pie)?.stance ?? 0)
        const point = worldPoint(settle(card, wished, list, segment, pie), pie)
        const covered = list.filter((other) => overlap(point, worldPoint(other.placement, pie)))
        const free = freePlace(card, segment, list, pie)
        const freeIsFree = !list.some((other) =>
          overlap(worldPoint(free, pie), worldPoint(other.placement, pie)),
        )
        if (freeIsFree) expect(covered).toEqual([])
      }),
    )
  })
})

describe('cards placed by key', () => {
  it('stand in the segment, beside each other', () => {
    const places = freePlaces(
      ['a', 'b', 'c'].map((key) => ({ key, shape })),
      1,
      [],
      pie,
    )
    const points = [...places.values()].map((place) => worldPoint(place, pie))
    expect([...places.values()].map(({ stance }) => segmentOf(stance))).toEqual([1, 1, 1])
    points.forEach((a, i) => points.slice(i + 1).forEach((b) => expect(overlap(a, b)).toBe(false)))
    for (const point of points) expect(rectFits(1, rectAt(point, shape), pie, 0.1)).toBe(true)
  })

  it('take the middle of a segment that is full', () => {
    const wall = Array.from({ length: 400 }, (_, i) =>
      standing(
        `k${i}`,
        0.9 * polar(120 + (i % 20) * 17, 1.26 + 0.03 * Math.floor(i / 20)).x,
        -(100 + (i % 20) * 17),
      ),
    )
    expect(freePlace(card, 2, wall, pie)).toEqual({ stance: 0, depth: 0.6 })
  })

  it('keep their arrangement when several are dropped on free ground', () => {
    const drops = [
      { card: { key: 'a', shape }, wished: { x: 0, y: -260 }, segment: 2 as const },
      { card: { key: 'b', shape }, wished: { x: 0, y: -330 }, segment: 2 as const },
    ]
    const places = settleAll(drops, [], pie)
    expect(places.get('a')).toEqual(placementOf({ x: 0, y: -260 }, pie))
    expect(places.get('b')).toEqual(placementOf({ x: 0, y: -330 }, pie))
  })
})
