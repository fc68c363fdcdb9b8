import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapView } from '../../../../src/audience/view.ts'
import { powerPointOf, powerRoom } from '../../../../src/drawing/power/powerGrid.ts'
import { powerLayoutFor } from '../../../../src/drawing/power/powerLayout.ts'
import { settlePower, tidyPower } from '../../../../src/drawing/power/powerTidy.ts'
import { crowd, stakeholder, viewOf } from '../views.ts'
import { apart, arbitraryView, axes, contains, rectOf } from './maps.ts'

const at = (key: string, stance: number, influence: number | null, name = 'Nurses’ union') =>
  stakeholder(key, name, { placement: { stance, depth: 0.5 }, influence })

const asPublic = (view: MapView): MapView => ({ ...view, audience: 'public' })

/** The view with what was found put in. */
const withValues = (
  view: MapView,
  values: ReadonlyMap<string, { readonly stance: number; readonly influence: number | null }>,
): MapView => ({
  ...view,
  stakeholders: view.stakeholders.map((one) => {
    const found = values.get(one.key)
    if (!found) return one
    return {
      ...one,
      placement: { stance: found.stance, depth: one.placement?.depth ?? 0.5 },
      influence: found.influence,
    }
  }),
})

describe('cards on the power grid', () => {
  it('cover nobody and stay inside their own cell, for team and public', () => {
    fc.assert(
      fc.property(arbitraryView(), axes, fc.boolean(), (team, lie, isPublic) => {
        const { grid, cards } = powerLayoutFor(isPublic ? asPublic(team) : team, lie)
        cards.forEach((card, i) => {
          const rect = rectOf(card)
          expect(contains(powerRoom(grid, card.segment, card.level), rect)).toBe(true)
          for (const other of cards.slice(i + 1)) {
            expect(apart(rect, rectOf(other))).toBeGreaterThan(-0.1)
          }
        })
      }),
    )
  })

  it('leave nobody out, in the order of the view', () => {
    fc.assert(
      fc.property(arbitraryView(), axes, (view, lie) => {
        const { cards, unplaced } = powerLayoutFor(view, lie)
        const placed = view.stakeholders.filter(({ placement }) => placement !== null)
        expect(cards.map(({ key }) => key)).toEqual(placed.map(({ key }) => key))
        expect([...unplaced, ...placed.map(({ key }) => key)].toSorted()).toEqual(
          view.stakeholders.map(({ key }) => key).toSorted(),
        )
      }),
    )
  })

  it('stand exactly where stance and influence put them while they have the room', () => {
    const view = viewOf([at('a', 0.45, 0.5), at('b', -0.4, 0.87), at('c', 0, 0.15)])
    for (const lie of ['stance across', 'influence across'] as const) {
      const { grid, cards } = powerLayoutFor(view, lie)
      expect(cards.map(({ x, y }) => ({ x, y }))).toEqual([
        powerPointOf(grid, 0.45, 0.5),
        powerPointOf(grid, -0.4, 0.87),
        powerPointOf(grid, 0, 0.15),
      ])
    }
  })

  it('make way for those called out before them, and for nobody else', () => {
    const alone = powerLayoutFor(viewOf([at('a', 0.4, 0.5), at('c', -0.4, 0.5)]), 'stance across')
    const both = powerLayoutFor(
      viewOf([at('a', 0.4, 0.5), at('b', 0.41, 0.52), at('c', -0.4, 0.5)]),
      'stance across',
    )
    const [a, b, c] = both.cards
    expect([a?.x, a?.y]).toEqual([alone.cards[0]?.x, alone.cards[0]?.y])
    expect([c?.x, c?.y]).toEqual([alone.cards[1]?.x, alone.cards[1]?.y])
    expect(Math.abs((b?.y ?? 0) - (a?.y ?? 0))).toBeLessThan(60)
  })

  it('keep their objects when nothing about them has changed', () => {
    const people = [at('a', 0.9, 0.5), at('b', 0.1, 0.9)]
    const before = powerLayoutFor(viewOf(people), 'stance across')
    const after = powerLayoutFor(viewOf([...people, at('c', -0.7, 0.2)]), 'stance across')
    expect(after.cards[0]).toBe(before.cards[0])
    expect(after.cards[1]).toBe(before.cards[1])
    expect(powerLayoutFor(viewOf(people), 'influence across').cards[0]).not.toBe(before.cards[0])
  })

  it('are the same again for the same people', () => {
    fc.assert(
      fc.property(arbitraryView(40), axes, (view, lie) => {
        expect(powerLayoutFor(structuredClone(view), lie)).toEqual(powerLayoutFor(view, lie))
      }),
    )
  })

  it('in public stand by their order alone: where in a cell the team put them does not show', () => {
    fc.assert(
      fc.property(
        arbitraryView(40),
        axes,
        fc.double({ noNaN: true, min: -1, max: 1 }),
        (view, lie, by) => {
          const moved = {
            ...view,
            stakeholders: view.stakeholders.map((one) => ({
              ...one,
              placement: one.placement && {
                stance: one.placement.stance === 0 ? by * 0.19 : one.placement.stance,
                depth: 0.1,
              },
            })),
          }
          const places = (of: MapView) =>
            powerLayoutFor(asPublic(of), lie).cards.map(({ x, y }) => [x, y])
          expect(places(moved)).toEqual(places(view))
        },
      ),
    )
  })

  it.each([300, 2000])('find room for %i, also when nobody’s influence is said', (count) => {
    const people = crowd(count)
    const unsaid = people.map((one) => ({ ...one, influence: null }))
    for (const list of [people, unsaid]) {
      const { grid, cards } = powerLayoutFor(viewOf(list), 'stance across')
      expect(cards).toHaveLength(count)
      for (const card of cards) {
        expect(contains(powerRoom(grid, card.segment, card.level), rectOf(card))).toBe(true)
      }
    }
  })
})

describe('tidying the power grid', () => {
  it('leaves everybody in their segment and level', () => {
    fc.assert(
      fc.property(arbitraryView(), axes, (view, lie) => {
        const cells = (of: MapView) =>
          powerLayoutFor(of, lie).cards.map(({ key, segment, level }) => [key, segment, level])
        expect(cells(withValues(view, tidyPower(view, lie)))).toEqual(cells(view))
      }),
    )
  })

  it('puts cards in rows, and changes nothing when done twice', () => {
    fc.assert(
      fc.property(arbitraryView(), axes, (view, lie) => {
        const once = withValues(view, tidyPower(view, lie))
        const { cards, grid } = powerLayoutFor(once, lie)
        for (const a of cards) {
          for (const b of cards) {
            if (a === b || a.segment !== b.segment || a.level !== b.level) continue
            // On one row, or one below the other.
            const up = Math.abs(a.y - b.y)
            expect(up < 0.2 || up > (a.shape.height + b.shape.height) / 2).toBe(true)
          }
        }
        const twice = powerLayoutFor(withValues(once, tidyPower(once, lie)), lie)
        expect(twice.grid).toEqual(grid)
        twice.cards.forEach((card, i) => {
          expect(Math.hypot(card.x - (cards[i]?.x ?? 0), card.y - (cards[i]?.y ?? 0))).toBeLessThan(
            1,
          )
        })
      }),
    )
  })

  it('keeps a lone card near its place', () => {
    const view = viewOf([at('a', 0.45, 0.5)])
    const { grid } = powerLayoutFor(view, 'stance across')
    const { stance = 9, influence = 9 } = tidyPower(view, 'stance across').get('a') ?? {}
    const before = powerPointOf(grid, 0.45, 0.5)
    const after = powerPointOf(grid, stance, influence)
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(30)
  })
})

describe('a card let go on the power grid', () => {
  it('means exactly what the point says where nobody stands', () => {
    const view = viewOf([at('a', 0.8, 0.2), at('b', -0.8, 0.9)])
    const { grid } = powerLayoutFor(view, 'stance across')
    const drop = powerPointOf(grid, 0.05, 0.51)
    const found = settlePower(view, 'stance across', new Map([['a', drop]])).get('a')
    expect(found?.stance).toBeCloseTo(0.05, 4)
    expect(found?.influence).toBeCloseTo(0.51, 4)
  })

  it('lands beside whoever stands there, who stays', () => {
    fc.assert(
      fc.property(arbitraryView(25), axes, fc.nat(), fc.nat(), (view, lie, i, j) => {
        const { cards } = powerLayoutFor(view, lie)
        const held = view.stakeholders[i % Math.max(1, view.stakeholders.length)]
        const there = cards[j % Math.max(1, cards.length)]
        if (!held || !there || held.key === there.key || there.level === 'unknown') return
        const found = settlePower(view, lie, new Map([[held.key, { x: there.x, y: there.y }]]))
        const after = powerLayoutFor(withValues(view, found), lie)
        const landed = after.cards.find(({ key }) => key === held.key)
        expect([landed?.segment, landed?.level]).toEqual([there.segment, there.level])
      }),
    )
  })

  it('moves nobody else', () => {
    const view = viewOf([at('a', -0.8, 0.2), at('b', 0.4, 0.5), at('c', 0.42, 0.55)])
    const before = powerLayoutFor(view, 'stance across')
    const b = before.cards[1]
    const found = settlePower(
      view,
      'stance across',
      new Map([['a', { x: b?.x ?? 0, y: b?.y ?? 0 }]]),
    )
    const after = powerLayoutFor(withValues(view, found), 'stance across')
    expect(after.grid).toEqual(before.grid)
    expect(after.cards.slice(1).map(({ x, y }) => [x, y])).toEqual(
      before.cards.slice(1).map(({ x, y }) => [x, y]),
    )
    expect(after.cards[0]).toMatchObject({ segment: 1, level: 'medium' })
  })

  it('takes the influence away in the band “not said”', () => {
    const view = viewOf([at('a', 0.8, 0.2), at('b', -0.8, null)])
    const { grid } = powerLayoutFor(view, 'stance across')
    const drop = powerPointOf(grid, 0.4, null)
    const found = settlePower(view, 'stance across', new Map([['a', drop]])).get('a')
    expect(found?.influence).toBeNull()
    expect(found?.stance).toBeCloseTo(0.4, 4)
  })

  it('off the grid means nothing', () => {
    const view = viewOf([at('a', 0.8, 0.2)])
    expect(settlePower(view, 'stance across', new Map([['a', { x: 0, y: 9999 }]])).size).toBe(0)
  })
})
