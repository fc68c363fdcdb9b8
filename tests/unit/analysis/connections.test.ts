import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { betweenness } from '../../../src/analysis/betweenness.ts'
import { bridgesOf } from '../../../src/analysis/bridges.ts'
import { findingsOf } from '../../../src/analysis/findings.ts'
import { graphOf } from '../../../src/analysis/graph.ts'
import type { MapView } from '../../../src/audience/view.ts'
import { arbitraryNetwork, networkOf, plainNeighbours, plainParts, someone } from './networks.ts'

vi.setConfig({ testTimeout: 60_000 })

const keysAt = (view: MapView, indices: readonly number[]): string[] =>
  indices.map((index) => view.stakeholders[index]?.key ?? '')

/** Two circles of friends who only meet at one café, where a quarrel doesn't count as a connection. */
const CIRCLES = networkOf(
  ['Ana', 'Bo', 'Café', 'Dov', 'Eve', 'Fay'].map((key) => someone(key)),
  [
    ['Ana', 'trusts', 'Bo'],
    ['Bo', 'works with', 'Café'],
    ['Café', 'funds', 'Ana'],
    ['Café', 'influences', 'Dov'],
    ['Dov', 'own', 'Eve'],
    ['Fay', 'reports to', 'Eve'],
    ['Fay', 'trusts', 'Dov'],
    ['Café', 'works with', 'Fay'],
    ['Ana', 'opposes', 'Eve'],
  ],
)

describe('bridges', () => {
  it('are those who alone connect two parts', () => {
    expect(bridgesOf(graphOf(CIRCLES))).toEqual([
      {
        kind: 'bridge',
        stakeholder: 'Café',
        parts: [
          ['Dov', 'Eve', 'Fay'],
          ['Ana', 'Bo'],
        ],
      },
    ])
  })

  it('are exactly those without whom a part falls apart, by what is cut off', () => {
    const seen = { none: 0, some: 0, many: 0, inSeveralParts: 0 }
    fc.assert(
      fc.property(arbitraryNetwork(16, 20), (view) => {
        const neighbours = plainNeighbours(view)
        const whole = plainParts(neighbours)
        const expected = neighbours
          .map((_, vertex) => {
            const own = whole.find((part) => part.includes(vertex)) ?? []
            const parts = plainParts(neighbours, new Set([vertex])).filter((part) =>
              own.includes(part[0] ?? -1),
            )
            return { vertex, parts: parts.toSorted((a, b) => b.length - a.length) }
          })
          .filter(({ parts }) => parts.length > 1)
          .toSorted((a, b) => b.parts.slice(1).flat().length - a.parts.slice(1).flat().length)
        expect(bridgesOf(graphOf(view))).toEqual(
          expected.slice(0, 10).map(({ vertex, parts }) => ({
            kind: 'bridge',
            stakeholder: view.stakeholders[vertex]?.key,
            parts: parts.map((part) => keysAt(view, part)),
          })),
        )
        if (expected.length === 0) seen.none++
        else if (expected.length > 3) seen.many++
        else seen.some++
        if (expected.length > 0 && whole.filter((part) => part.length > 1).length > 1)
          seen.inSeveralParts++
      }),
      { numRuns: 500 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })

  it('are found in a chain of ten thousand, the ten nearest to its middle', () => {
    const people = Array.from({ length: 10_000 }, (_, i) => someone(String(i)))
    const chain = people.slice(1).map(({ key }, i) => [String(i), 'works with', key] as const)
    const found = bridgesOf(graphOf(networkOf(people, chain))).map(({ stakeholder }) =>
      Number(stakeholder),
    )
    expect(found).toHaveLength(10)
    expect(Math.min(...found)).toBe(4995)
    expect(Math.max(...found)).toBe(5004)
  })
})

describe('betweenness', () => {
  it('is the share of shortest paths that run through somebody', () => {
    const scores = betweenness(graphOf(CIRCLES))
    // Of the 10 pairs of others, Café is on the way of all 6 between the circles.
    expect(scores[2]).toBe(0.6)
    // To Eve, the three from beyond and Café itself come half by Dov and half by Fay.
    expect(scores[3]).toBeCloseTo(0.15)
    expect(scores[0]).toBe(0)
    const between = findingsOf(CIRCLES).find(({ kind }) => kind === 'between')
    expect(between).toMatchObject({ ranked: [{ key: 'Café' }, { key: 'Dov' }, { key: 'Fay' }] })
  })

  it('is what counting all shortest paths gives', () => {
    let positive = 0
    fc.assert(
      fc.property(arbitraryNetwork(10), (view) => {
        const expected = countedBetweenness(plainNeighbours(view))
        const scores = betweenness(graphOf(view))
        expect(scores).toHaveLength(expected.length)
        scores.forEach((score, i) => expect(score).toBeCloseTo(expected[i] ?? -1, 8))
        positive += scores.filter((score) => score > 0).length
      }),
      { numRuns: 300 },
    )
    expect(positive).toBeGreaterThan(300)
  })

  it('of a large network is an estimate near the truth, and the same every time', () => {
    // A caterpillar: a spine whose middle all paths between its halves run over.
    const people = Array.from({ length: 3_000 }, (_, i) => someone(String(i)))
    const said = people.slice(1).map(({ key }, i) => {
      const on = i + 1 < 100 ? i : (i + 1) % 100
      return [String(on), 'works with', key] as const
    })
    const graph = graphOf(networkOf(people, said))
    const scores = betweenness(graph)
    for (const place of [10, 25, 50, 80]) {
      const left = 30 * place
      const right = 3_000 - 30 - left
      const mine = 29 * (3_000 - 30) + (29 * 28) / 2
      const truth = (left * right + mine) / ((2_999 * 2_998) / 2)
      expect(Math.abs((scores[place] ?? 0) - truth)).toBeLessThan(0.05)
    }
    expect(scores[2_999]).toBe(0)
    expect(Math.max(...scores)).toBeLessThanOrEqual(1)
    expect(betweenness(graph)).toEqual(scores)
  })
})

/** By index: for each pair, all shortest paths written out, and the share of them with somebody inside. */
function countedBetweenness(neighbours: readonly ReadonlySet<number>[]): number[] {
  const scores = neighbours.map(() => 0)
  const pairs = ((neighbours.length - 1) * (neighbours.length - 2)) / 2
  neighbours.forEach((_, from) => {
    for (let to = from + 1; to < neighbours.length; to++) {
      const paths = shortestPaths(neighbours, from, to)
      for (const inside of paths.flatMap((path) => path.slice(1, -1))) {
        scores[inside] = (scores[inside] ?? 0) + 1 / paths.length / pairs
      }
    }
  })
  return scores
}

function shortestPaths(
  neighbours: readonly ReadonlySet<number>[],
  from: number,
  to: number,
): number[][] {
  for (let paths = [[from]]; paths.length > 0;) {
    const arrived = paths.filter((path) => path.at(-1) === to)
    if (arrived.length > 0) return arrived
    paths = paths.flatMap((path) =>
      [...(neighbours[path.at(-1) ?? -1] ?? [])]
        .filter((next) => !path.includes(next))
        .map((next) => [...path, next]),
    )
  }
  return []
}
