import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildNetworkScene } from '../../../../src/drawing/network/networkScene.ts'
import type { NetworkTie } from '../../../../src/drawing/network/networkTies.ts'
import { tieAt } from '../../../../src/drawing/network/tieAt.ts'
import { coalition, networkOf, someone, tie } from './networks.ts'

const words = { ownTie: '' }
const point = fc.record({
  x: fc.integer({ min: -700, max: 700 }),
  y: fc.integer({ min: -700, max: 700 }),
})

const STEPS = 1000

/** The distance from a point to a tie, by walking along it in small steps. */
function walked({ points }: NetworkTie, x: number, y: number): number {
  let least = Infinity
  for (const [i, b] of points.entries()) {
    const a = points[i - 1]
    if (!a) continue
    // Whole steps: sums of fractions would miss the end.
    for (let step = 0; step <= STEPS; step++) {
      const t = step / STEPS
      least = Math.min(least, Math.hypot(a.x + t * (b.x - a.x) - x, a.y + t * (b.y - a.y) - y))
    }
  }
  return least
}

describe('the tie under a point', () => {
  it('is the nearest one within reach', () => {
    const view = coalition(8)
    let found = 0
    fc.assert(
      fc.property(fc.array(point, { minLength: 8, maxLength: 8 }), point, (spots, { x, y }) => {
        const places = new Map(
          view.stakeholders.map(({ key }, i) => [key, spots[i] ?? { x: 0, y: 0 }]),
        )
        const scene = buildNetworkScene(view, places, words)
        const key = tieAt(scene, { x, y }, 40)
        const distances = scene.ties.map((one) => walked(one, x, y))
        const least = Math.min(...distances)
        if (key === null) expect(least).toBeGreaterThan(39)
        else {
          found += 1
          expect(least).toBeLessThan(42)
          expect(distances[scene.ties.findIndex((one) => one.key === key)]).toBeLessThan(least + 2)
        }
      }),
      { numRuns: 150 },
    )
    expect(found).toBeGreaterThan(20)
  })

  it('tells ties apart that join the same two, and finds none without ties', () => {
    const places = new Map([
      ['a', { x: -300, y: 0 }],
      ['b', { x: 300, y: 0 }],
    ])
    const people = [someone('a'), someone('b')]
    const view = networkOf(people, [tie('a', 'b', { key: '1' }), tie('b', 'a', { key: '2' })])
    const scene = buildNetworkScene(view, places, words)
    const found = [-11, 11].map((y) => tieAt(scene, { x: 0, y }, 5))
    expect(new Set(found)).toEqual(new Set(['1', '2']))
    expect(tieAt(scene, { x: 0, y: 60 }, 5)).toBeNull()
    expect(tieAt({ ties: [] }, { x: 0, y: 0 }, 50)).toBeNull()
  })
})
