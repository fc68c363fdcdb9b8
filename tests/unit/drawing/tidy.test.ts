import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Placement } from '../../../src/domain/records.ts'
import { segmentOf } from '../../../src/domain/spectrum.ts'
import { halfPie, rectAt, rectFits } from '../../../src/drawing/halfPie.ts'
import { pieFor } from '../../../src/drawing/pieFor.ts'
import { tidy, worldPoint, type StandingCard } from '../../../src/drawing/tidy.ts'
import { cardFor } from '../../../src/drawing/card.ts'
import { crowd } from './views.ts'

const sides = fc.constantFrom('left' as const, 'right' as const)
const modes = fc.constantFrom('keep' as const, 'spread' as const)
const cards = fc
  .array(
    fc.record({
      stance: fc.integer({ min: -1000, max: 1000 }).map((n) => n / 1000),
      depth: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
      width: fc.integer({ min: 44, max: 180 }),
      lines: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 70, size: 'max' },
  )
  .map((list) =>
    list.map(({ stance, depth, width, lines }, i) => ({
      key: `k${i}`,
      placement: { stance, depth },
      shape: { width, height: 10 + 16 * lines },
      segment: segmentOf(stance),
    })),
  )

const moved = <T extends StandingCard>(
  list: readonly T[],
  places: ReadonlyMap<string, Placement>,
) => list.map((card) => ({ ...card, placement: places.get(card.key) ?? card.placement }))

describe('tidying', () => {
  it('leaves no card over another, at least 6 px between them', () => {
    fc.assert(
      fc.property(cards, sides, modes, (list, side, mode) => {
        const pie = pieFor(list, side)
        const rects = moved(list, tidy(list, pie, mode)).map(({ placement, shape }) =>
          rectAt(worldPoint(placement, pie), shape),
        )
        rects.forEach((a, i) =>
          rects.slice(i + 1).forEach((b) => {
            const apart = Math.max(
              Math.abs(a.x + a.width / 2 - b.x - b.width / 2) - (a.width + b.width) / 2,
              Math.abs(a.y + a.height / 2 - b.y - b.height / 2) - (a.height + b.height) / 2,
            )
            expect(apart).toBeGreaterThan(6)
          }),
        )
      }),
    )
  })

  it('leaves every card wholly inside its own segment', () => {
    fc.assert(
      fc.property(cards, sides, modes, (list, side, mode) => {
        const pie = pieFor(list, side)
        const places = tidy(list, pie, mode)
        for (const { key, segment, shape, placement } of moved(list, places)) {
          expect(places.has(key)).toBe(true)
          expect(segmentOf(placement.stance)).toBe(segment)
          expect(rectFits(segment, rectAt(worldPoint(placement, pie), shape), pie, 0.2)).toBe(true)
        }
      }),
    )
  })

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(cards, sides, (list, side) => {
        const pie = pieFor(list, side)
        const once = moved(list, tidy(list, pie, 'keep'))
        const twice = moved(once, tidy(once, pie, 'keep'))
        once.forEach((card, i) => {
          const a = worldPoint(card.placement, pie)
          const b = worldPoint(twice[i]?.placement ?? card.placement, pie)
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(1)
        })
      }),
    )
  })

  it('does not depend on the order of the list', () => {
    fc.assert(
      fc.property(cards, sides, modes, (list, side, mode) => {
        const pie = pieFor(list, side)
        const backwards = list.toReversed()
        expect(pieFor(backwards, side)).toBe(pie)
        expect(new Map(tidy(backwards, pie, mode))).toEqual(tidy(list, pie, mode))
      }),
    )
  })

  it('keeps a lone card near its place', () => {
    const card = {
      key: 'a',
      shape: { width: 110, height: 42 },
      placement: { stance: 0.05, depth: 0.7 },
    }
    const pie = halfPie(0, 'left')
    const after = worldPoint(tidy([card], pie, 'keep').get('a') ?? { stance: 1, depth: 0 }, pie)
    const before = worldPoint(card.placement, pie)
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(25)
  })

  it('spreads from nothing but the order: where exactly the team put its cards does not show', () => {
    const pie = halfPie(2, 'left')
    const at = (places: readonly Placement[]) =>
      places.map((placement, i) => ({ key: `k${i}`, shape: { width: 100, height: 42 }, placement }))
    const crowded = at([
      { stance: 0.99, depth: 0.5 },
      { stance: 0.98, depth: 0.5 },
      { stance: 0.61, depth: 0.1 },
    ])
    const loose = at([
      { stance: 0.9, depth: 0.1 },
      { stance: 0.8, depth: 0.9 },
      { stance: 0.7, depth: 0.4 },
    ])
    expect(tidy(crowded, pie, 'spread')).toEqual(tidy(loose, pie, 'spread'))
  })

  it.each([300, 2000])('tidies %i cards and loses nobody', (count) => {
    const list = crowd(count).map((s) => {
      const placement = s.placement ?? { stance: 0, depth: 0.5 }
      return { key: s.key, placement, shape: cardFor(s), segment: segmentOf(placement.stance) }
    })
    for (const mode of ['keep', 'spread'] as const) {
      expect(tidy(list, pieFor(list, 'left'), mode).size).toBe(count)
    }
  })
})
