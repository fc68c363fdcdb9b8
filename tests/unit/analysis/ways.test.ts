import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { MOST_WAYS, waysTo, type Way } from '../../../src/analysis/ways.ts'
import type { MapView } from '../../../src/audience/view.ts'
import { arbitraryNetwork, member, networkOf, someone } from './networks.ts'
import { plainDoor, plainWays } from './plainWays.ts'

// Random networks in which every path is tried take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const waysIn = (view: MapView, target: string): readonly Way[] => {
  const result = waysTo(view, target)
  return result.kind === 'ways' ? result.ways : []
}
const pathsIn = (view: MapView, target: string): string[] =>
  waysIn(view, target).map(({ stakeholders }) => stakeholders.join(' → '))

describe('the ways to a target', () => {
  it('are exactly the best of all that there are', () => {
    const seen = { none: 0, one: 0, several: 0, more: 0, parallel: 0 }
    fc.assert(
      fc.property(arbitraryNetwork(7, 24), fc.nat(6), (view, n) => {
        const { key, role } = view.stakeholders[n % view.stakeholders.length] ?? someone('nobody')
        if (role === 'member') return
        const all = plainWays(view, key)
        const best = all.slice(0, MOST_WAYS)
        expect(waysIn(view, key).map(({ stakeholders }) => stakeholders)).toEqual(best)
        if (all.length === 0) seen.none++
        if (all.length === 1) seen.one++
        if (all.length > 1) seen.several++
        if (all.length > MOST_WAYS) seen.more++
        const pairs = view.relationships.map(({ from, to }) => [from, to].toSorted().join())
        if (new Set(pairs).size < pairs.length && all.length > 1) seen.parallel++
      }),
      { numRuns: 3000 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50)
  })

  it('are walked over real ties, each the best between the two', () => {
    let steps = 0
    fc.assert(
      fc.property(arbitraryNetwork(30), (view) => {
        for (const { key } of view.stakeholders) {
          for (const way of waysIn(view, key)) {
            expect(way.steps.map(({ from }) => from)).toEqual(way.stakeholders.slice(0, -1))
            expect(way.steps.map(({ to }) => to)).toEqual(way.stakeholders.slice(1))
            expect(new Set(way.stakeholders).size).toBe(way.stakeholders.length)
            for (const { from, to, tie, against, ...said } of way.steps) {
              steps++
              const best = plainDoor(view, from, to)?.tie
              expect(best).toMatchObject({ key: tie, ...said })
              expect(against).toBe(best?.direction === 'one way' && best.from === to)
            }
          }
        }
      }),
      { numRuns: 60 },
    )
    expect(steps).toBeGreaterThan(1000)
  })

  it('are the same whatever the keys are called', () => {
    fc.assert(
      fc.property(arbitraryNetwork(9), (view) => {
        const renamed = new Map(view.stakeholders.map(({ key }, i) => [key, `s${99 - i}`]))
        const name = (key: string) => renamed.get(key) ?? key
        const twin: MapView = {
          ...view,
          stakeholders: view.stakeholders.map((one) => ({ ...one, key: name(one.key) })),
          relationships: view.relationships.map((tie) => ({
            ...tie,
            from: name(tie.from),
            to: name(tie.to),
          })),
        }
        for (const { key } of view.stakeholders) {
          expect(pathsIn(twin, name(key))).toEqual(
            waysIn(view, key).map(({ stakeholders }) => stakeholders.map(name).join(' → ')),
          )
        }
      }),
      { numRuns: 150 },
    )
  })

  it('prefer strong trust over a short way, and a way through allies over a short one of the same trust', () => {
    const view = networkOf(
      [
        member('Parents for Clean Air'),
        someone('Riverside Chronicle', 2),
        someone('School nurse', 1),
        someone('Nurses’ union', 1),
        someone('Councillor Reyes', 2, { role: 'target' }),
      ],
      [
        // In one step, but only by influence.
        ['Parents for Clean Air', 'influences', 'Councillor Reyes', { strength: 3 }],
        // In two steps of trust, through a neutral.
        ['Riverside Chronicle', 'trusts', 'Parents for Clean Air'],
        ['Councillor Reyes', 'trusts', 'Riverside Chronicle'],
        // In three steps of the same trust, through passive allies: dearer by nothing but a step.
        ['School nurse', 'trusts', 'Parents for Clean Air', { strength: 3 }],
        ['Nurses’ union', 'trusts', 'School nurse'],
        ['Councillor Reyes', 'trusts', 'Nurses’ union', { strength: 3 }],
      ],
    )
    expect(pathsIn(view, 'Councillor Reyes')).toEqual([
      'Parents for Clean Air → Riverside Chronicle → Councillor Reyes',
      'Parents for Clean Air → School nurse → Nurses’ union → Councillor Reyes',
      'Parents for Clean Air → Councillor Reyes',
    ])
    const active = networkOf(
      view.stakeholders.map((one) =>
        one.key === 'School nurse' ? someone('School nurse', 0) : one,
      ),
      view.relationships.map((tie) => [tie.from, tie.kind, tie.to, { strength: tie.strength }]),
    )
    expect(pathsIn(active, 'Councillor Reyes')[0]).toBe(
      'Parents for Clean Air → School nurse → Nurses’ union → Councillor Reyes',
    )
  })

  it('say of each step what the tie is and whether it is told the other way round', () => {
    const view = networkOf(
      [member('Union'), someone('Priest', 1), someone('Mayor', 3)],
      [
        ['Priest', 'trusts', 'Union', { strength: 3 }],
        ['Priest', 'own', 'Mayor', { label: 'hears the confession of', strength: 1 }],
      ],
    )
    const trust = { kind: 'trusts', label: '', strength: 3, against: true }
    const own = { kind: 'own', label: 'hears the confession of', strength: 1, against: false }
    expect(waysTo(view, 'Mayor')).toEqual({
      kind: 'ways',
      ways: [
        {
          stakeholders: ['Union', 'Priest', 'Mayor'],
          steps: [
            { from: 'Union', to: 'Priest', tie: 't1', ...trust },
            { from: 'Priest', to: 'Mayor', tie: 't2', ...own },
          ],
        },
      ],
    })
  })

  it('start at the member nearest to the target and pass through no other member', () => {
    const view = networkOf(
      [member('Far'), member('Near'), someone('Friend', 0), someone('Minister', 4)],
      [
        ['Far', 'works with', 'Near'],
        ['Near', 'works with', 'Friend'],
        ['Friend', 'works with', 'Minister'],
      ],
    )
    expect(pathsIn(view, 'Minister')).toEqual(['Near → Friend → Minister'])
  })

  it('never lead through opposition, nor against an influence', () => {
    const people = [member('Us'), someone('Go-between', 2), someone('Target', 4)]
    const via = (kind: 'opposes' | 'influences') =>
      waysTo(
        networkOf(people, [
          ['Us', 'works with', 'Go-between'],
          ['Target', kind, 'Go-between'],
        ]),
        'Target',
      )
    expect(via('opposes')).toEqual({ kind: 'no way' })
    expect(via('influences')).toEqual({ kind: 'no way' })
  })

  it('differ in the people on them: parallel ties make one way, over the best of them', () => {
    const view = networkOf(
      [member('Us'), someone('Editor', 2)],
      [
        ['Us', 'works with', 'Editor', { strength: 1 }],
        ['Editor', 'trusts', 'Us', { strength: 3 }],
        ['Us', 'trusts', 'Editor', { strength: 3, direction: 'mutual' }],
      ],
    )
    expect(waysIn(view, 'Editor').map(({ steps }) => steps.map(({ tie }) => tie))).toEqual([['t2']])
  })

  it('tell when there can be none', () => {
    const friend = someone('Friend', 0)
    expect(waysTo(networkOf([friend], []), 'Friend')).toEqual({ kind: 'no members' })
    const view = networkOf([member('Us'), friend], [])
    expect(waysTo(view, 'Us')).toEqual({ kind: 'is member' })
    expect(waysTo(view, 'Friend')).toEqual({ kind: 'no way' })
    expect(waysTo(view, 'somebody gone')).toEqual({ kind: 'no way' })
  })

  it('are found at the end of a chain of ten thousand, and on a grid with ways without number', () => {
    const people = Array.from({ length: 10_000 }, (_, i) =>
      i === 0 ? member('0') : someone(String(i)),
    )
    const beside = (i: number, j: number) => [String(i), 'works with', String(j)] as const
    const chain = people.slice(1).map((_, i) => beside(i, i + 1))
    expect(waysIn(networkOf(people, chain), '9999')[0]?.steps).toHaveLength(9_999)
    const grid = people.flatMap((_, i) => [
      ...(i % 100 < 99 ? [beside(i, i + 1)] : []),
      ...(i < 9_900 ? [beside(i, i + 100)] : []),
    ])
    const found = waysIn(networkOf(people, grid), '9999')
    expect(found.map(({ steps }) => steps.length)).toEqual([198, 198, 198, 198, 198])
    // Of equals, those first whose people were called out first: along the first row as far as can be.
    expect(found[0]?.stakeholders.slice(0, 100)).toEqual(people.slice(0, 100).map(({ key }) => key))
  })
})
