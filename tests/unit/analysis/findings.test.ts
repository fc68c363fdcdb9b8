import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type Finding, findingsOf } from '../../../src/analysis/findings.ts'
import type { MapView } from '../../../src/audience/view.ts'
import { arbitraryNetwork, found, member, networkOf, someone } from './networks.ts'

vi.setConfig({ testTimeout: 60_000 })

describe('what a network tells', () => {
  it('is nothing without a tie, and nothing of nobody', () => {
    expect(findingsOf(networkOf([], []))).toEqual([])
    expect(findingsOf(networkOf([member('Us'), someone('Them', 4)], []))).toEqual([])
    expect(findingsOf(networkOf([member('Us')], [['Us', 'trusts', 'Us']]))).toEqual([])
  })

  it('comes in one order, and as data that crosses to a worker and back', () => {
    const order: readonly Finding['kind'][] = [
      'reach',
      'bridge',
      'between',
      'incoming',
      'listened to',
      'groups',
      'unconnected',
      'dependence',
    ]
    const networks = arbitraryNetwork(14)
    const seen = new Set<string>()
    fc.assert(
      fc.property(networks, (view) => {
        const findings = findingsOf(view)
        const places = findings.map(({ kind }) => order.indexOf(kind))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(structuredClone(findings)).toEqual(findings)
        for (const { kind } of findings) seen.add(kind)
      }),
      { numRuns: 400 },
    )
    // That there is every kind among them is a matter of chance: of so many always the same ones it is known.
    const always = { numRuns: 400, seed: 1 }
    if (seen.size < order.length)
      for (const view of fc.sample(networks, always))
        for (const { kind } of findingsOf(view)) seen.add(kind)
    expect(seen).toEqual(new Set(order))
  })

  it('is the same in whatever order the ties were drawn, but for the order in which it names ties', () => {
    const facts = (view: MapView) => {
      const unordered = (_: string, value: unknown) =>
        _ === 'ties' && Array.isArray(value) ? value.length : value
      return JSON.stringify(findingsOf(view), unordered)
    }
    fc.assert(
      fc.property(
        arbitraryNetwork(14).chain((view) =>
          fc.tuple(
            fc.constant(view),
            fc.shuffledSubarray([...view.relationships], {
              minLength: view.relationships.length,
            }),
          ),
        ),
        ([view, relationships]) => {
          expect(facts({ ...view, relationships })).toBe(facts(view))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('sway', () => {
  const view = networkOf(
    [
      someone('Foundation', 2),
      someone('Bishop', 3),
      someone('Parish', 1),
      someone('Mayor', 4),
      someone('Party', 3),
    ],
    [
      ['Party', 'influences', 'Mayor', { strength: 3 }],
      ['Mayor', 'reports to', 'Party', { strength: 1 }],
      ['Mayor', 'trusts', 'Bishop', { strength: 2 }],
      ['Foundation', 'funds', 'Parish', { strength: 1 }],
      ['Parish', 'influences', 'Bishop', { strength: 1, direction: 'mutual' }],
      ['Foundation', 'opposes', 'Mayor', { strength: 3 }],
      ['Foundation', 'works with', 'Mayor', { strength: 3 }],
    ],
  )

  it('comes in most at those whom others influence, fund, direct and have the trust of', () => {
    expect(found(view, 'incoming')[0]?.ranked).toEqual([
      { key: 'Mayor', weight: 6, from: ['Bishop', 'Party'], ties: ['t1', 't2', 't3'] },
      { key: 'Parish', weight: 2, from: ['Foundation', 'Bishop'], ties: ['t4', 't5'] },
      { key: 'Bishop', weight: 1, from: ['Parish'], ties: ['t5'] },
    ])
  })

  it('goes out from those whom others listen to', () => {
    expect(found(view, 'listened to')[0]?.ranked).toEqual([
      { key: 'Party', weight: 4, by: ['Mayor'], ties: ['t1', 't2'] },
      { key: 'Bishop', weight: 3, by: ['Parish', 'Mayor'], ties: ['t3', 't5'] },
      { key: 'Foundation', weight: 1, by: ['Parish'], ties: ['t4'] },
      { key: 'Parish', weight: 1, by: ['Bishop'], ties: ['t5'] },
    ])
  })

  it('names five at most, of equals those who were called out first', () => {
    const people = ['G', 'F', 'E', 'D', 'C', 'B', 'A'].map((key) => someone(key))
    const ring = people.map(({ key }, i) => [key, 'influences', people[(i + 1) % 7]!.key] as const)
    const [incoming] = found(networkOf(people, ring), 'incoming')
    expect(incoming?.ranked.map(({ key }) => key)).toEqual(['G', 'F', 'E', 'D', 'C'])
  })
})

describe('dependence', () => {
  const people = [member('A'), member('B'), member('C'), someone('Fund', 2), someone('Bank', 3)]

  it('is one funder behind more than half of the members', () => {
    const view = networkOf(people, [
      ['Fund', 'funds', 'B'],
      ['A', 'funds', 'Fund', { direction: 'mutual' }],
      ['Fund', 'funds', 'Bank'],
      ['Bank', 'funds', 'C'],
      ['C', 'funds', 'Bank'],
    ])
    expect(found(view, 'dependence')).toEqual([
      { kind: 'dependence', funder: 'Fund', members: ['A', 'B'], of: 3, ties: ['t1', 't2'] },
    ])
  })

  it('is neither half of the members, nor all of a single one', () => {
    const half = networkOf(
      [...people, member('D')],
      [
        ['Fund', 'funds', 'A'],
        ['Fund', 'funds', 'B'],
        ['Fund', 'influences', 'C'],
        ['C', 'funds', 'Fund'],
      ],
    )
    expect(found(half, 'dependence')).toEqual([])
    const single = networkOf([member('A'), someone('Fund')], [['Fund', 'funds', 'A']])
    expect(found(single, 'dependence')).toEqual([])
  })

  it('may be on several, those who fund most members first', () => {
    const view = networkOf(people, [
      ['Fund', 'funds', 'A'],
      ['Fund', 'funds', 'B'],
      ['Bank', 'funds', 'A'],
      ['Bank', 'funds', 'B'],
      ['Bank', 'funds', 'C'],
    ])
    expect(found(view, 'dependence').map(({ funder }) => funder)).toEqual(['Bank', 'Fund'])
  })
})

describe('the unconnected', () => {
  it('are those without any tie, be it of opposition', () => {
    const view = networkOf(
      [someone('Hermit'), member('Us'), someone('Foe'), someone('Recluse')],
      [
        ['Foe', 'opposes', 'Us'],
        ['Hermit', 'trusts', 'somebody hidden'],
      ],
    )
    expect(found(view, 'unconnected')).toEqual([
      { kind: 'unconnected', stakeholders: ['Hermit', 'Recluse'] },
    ])
    const all = networkOf([member('Us'), someone('Foe')], [['Foe', 'opposes', 'Us']])
    expect(found(all, 'unconnected')).toEqual([])
  })
})
