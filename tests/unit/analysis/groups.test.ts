import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { graphOf, neighboursOf } from '../../../src/analysis/graph.ts'
import { groupsOf } from '../../../src/analysis/groups.ts'
import { type Division, louvain } from '../../../src/analysis/louvain.ts'
import type { MapView } from '../../../src/audience/view.ts'
import { arbitraryNetwork, networkOf, plainNeighbours, plainParts, someone } from './networks.ts'

vi.setConfig({ testTimeout: 60_000 })

const dividing = (view: MapView): Division => louvain(neighboursOf(graphOf(view)))

/** Modularity as it is defined: over all pairs, ties inside groups beyond what chance would put there. */
function plainModularity(view: MapView, communities: Division['communities']): number {
  const key = (index: number) => view.stakeholders[index]?.key
  const ties = view.relationships.filter(
    ({ kind, from, to }) =>
      kind !== 'opposes' && from !== to && from !== 'nobody' && to !== 'nobody',
  )
  const weight = (a: number, b: number) =>
    ties
      .filter(
        ({ from, to }) => (from === key(a) && to === key(b)) || (from === key(b) && to === key(a)),
      )
      .reduce((sum, { strength }) => sum + strength, 0)
  const degree = (a: number) => {
    const mine = ties.filter(({ from, to }) => from === key(a) || to === key(a))
    return mine.reduce((sum, { strength }) => sum + strength, 0)
  }
  const total = 2 * ties.reduce((sum, { strength }) => sum + strength, 0)
  if (total === 0) return 0
  const inGroups = communities.flatMap((group) =>
    group.flatMap((a) =>
      group.map((b) => (a === b ? 0 : weight(a, b)) - (degree(a) * degree(b)) / total),
    ),
  )
  return inGroups.reduce((sum, one) => sum + one, 0) / total
}

describe('groups', () => {
  it('are those who have more to do with each other than with the rest', () => {
    const view = networkOf(
      ['Imam', 'Nurse', 'Priest', 'Doctor', 'Rabbi', 'Porter', 'Hermit'].map((key) => someone(key)),
      [
        ['Imam', 'works with', 'Priest', { strength: 3 }],
        ['Priest', 'trusts', 'Rabbi', { strength: 3 }],
        ['Rabbi', 'trusts', 'Imam'],
        ['Nurse', 'works with', 'Doctor'],
        ['Nurse', 'trusts', 'Porter'],
        ['Doctor', 'reports to', 'Porter'],
        ['Priest', 'influences', 'Nurse', { strength: 1 }],
        ['Doctor', 'opposes', 'Imam', { strength: 3 }],
        ['Doctor', 'opposes', 'Rabbi', { strength: 3 }],
      ],
    )
    const found = groupsOf(graphOf(view))
    expect(found?.groups).toEqual([
      ['Imam', 'Priest', 'Rabbi'],
      ['Nurse', 'Doctor', 'Porter'],
    ])
    expect(found?.modularity).toBeCloseTo(plainModularity(view, [[0, 2, 4], [1, 3, 5], [6]]), 10)
  })

  it('are not made up where everybody has to do with everybody, or nobody with anybody', () => {
    const people = ['A', 'B', 'C', 'D', 'E'].map((key) => someone(key))
    const all = people.flatMap(({ key }, i) =>
      people.slice(i + 1).map((other) => [key, 'works with', other.key] as const),
    )
    expect(groupsOf(graphOf(networkOf(people, all)))).toBeNull()
    expect(groupsOf(graphOf(networkOf(people, [])))).toBeNull()
    expect(groupsOf(graphOf(networkOf([], [])))).toBeNull()
  })

  it('come largest first, then in the order of the view, and leave out who stands alone', () => {
    const seen = { divided: 0, whole: 0 }
    fc.assert(
      fc.property(arbitraryNetwork(16, 20), (view) => {
        const found = groupsOf(graphOf(view))
        if (!found) {
          seen.whole++
          return
        }
        seen.divided++
        const place = (key = '') => view.stakeholders.findIndex((one) => one.key === key)
        const ranks = found.groups.map((group) => [-group.length, place(group[0])] as const)
        expect(ranks).toEqual(ranks.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
        for (const group of found.groups) {
          expect(group.length).toBeGreaterThan(1)
          expect(group.map(place)).toEqual(group.map(place).toSorted((a, b) => a - b))
        }
        expect(found.modularity).toBeGreaterThan(0.2)
        expect(found.groups.length).toBeGreaterThan(1)
      }),
      { numRuns: 300 },
    )
    expect(seen.divided).toBeGreaterThan(50)
    expect(seen.whole).toBeGreaterThan(50)
  })
})

describe('the division of a network', () => {
  it('has everybody once, tied to the others of the community, and the modularity it says', () => {
    fc.assert(
      fc.property(arbitraryNetwork(14, 24), (view) => {
        const { communities, modularity } = dividing(view)
        const everybody = view.stakeholders.map((_, index) => index)
        expect(communities.flat().toSorted((a, b) => a - b)).toEqual(everybody)
        expect(modularity).toBeCloseTo(plainModularity(view, communities), 10)
        // Whole parts of the network at most.
        const parts = plainParts(plainNeighbours(view))
        for (const community of communities) {
          expect(parts.some((part) => community.every((one) => part.includes(one)))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is one that nobody betters by going over to a neighbour’s community alone or with all others', () => {
    let tried = 0
    fc.assert(
      fc.property(arbitraryNetwork(9, 18), (view) => {
        const { communities, modularity } = dividing(view)
        for (const [i, one] of communities.entries()) {
          for (const other of communities.slice(i + 1)) {
            const rest = communities.filter((some) => some !== one && some !== other)
            tried++
            expect(plainModularity(view, [...rest, [...one, ...other]])).toBeLessThanOrEqual(
              modularity + 1e-9,
            )
          }
        }
      }),
      { numRuns: 200 },
    )
    expect(tried).toBeGreaterThan(300)
  })

  it('finds the parties of a divided town at several levels', () => {
    // Eight cliques of five in a ring, each tied to the next by a single weak tie.
    const people = Array.from({ length: 40 }, (_, i) => someone(`p${i}`))
    const said = people.flatMap(({ key }, i) => {
      const clique = people.slice(i + 1, 5 * Math.floor(i / 5) + 5)
      const inside = clique.map((other) => [key, 'works with', other.key] as const)
      if (i % 5 > 0) return inside
      return [...inside, [key, 'trusts', `p${(i + 6) % 40}`, { strength: 1 }] as const]
    })
    const { communities } = dividing(networkOf(people, said))
    expect(communities).toEqual(
      Array.from({ length: 8 }, (_, c) => Array.from({ length: 5 }, (__, i) => 5 * c + i)),
    )
  })
})
