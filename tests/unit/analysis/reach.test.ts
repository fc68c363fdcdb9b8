import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryNetwork, found, member, networkOf, someone } from './networks.ts'
import { plainDoor } from './plainWays.ts'

describe('reach', () => {
  it('is whom members touch in one step and in two, and whom they can’t reach at all', () => {
    const view = networkOf(
      [
        someone('Mayor', 4),
        member('Us'),
        someone('Aide', 2),
        someone('Friend', 0),
        someone('Hermit', 2),
        someone('Cousin', 1),
      ],
      [
        ['Friend', 'trusts', 'Us'],
        ['Friend', 'influences', 'Aide'],
        ['Aide', 'influences', 'Mayor'],
        ['Us', 'works with', 'Cousin'],
        ['Cousin', 'works with', 'Us', { strength: 3 }],
        ['Hermit', 'opposes', 'Us'],
      ],
    )
    expect(found(view, 'reach')).toEqual([
      {
        kind: 'reach',
        direct: ['Friend', 'Cousin'],
        second: ['Aide'],
        beyond: ['Hermit'],
        ties: ['t1', 't2', 't5'],
      },
    ])
  })

  it('says nothing when nobody is a member, or everybody', () => {
    expect(found(networkOf([someone('A'), someone('B')], [['A', 'trusts', 'B']]), 'reach')).toEqual(
      [],
    )
    expect(found(networkOf([member('A'), member('B')], [['A', 'trusts', 'B']]), 'reach')).toEqual(
      [],
    )
  })

  it('is what taking one step after another gives', () => {
    const seen = { direct: 0, second: 0, beyond: 0, farther: 0 }
    fc.assert(
      fc.property(arbitraryNetwork(12), (view) => {
        const keys = view.stakeholders.map(({ key }) => key)
        const [reach] = found(view, 'reach')
        if (!reach) return
        const rings = [
          view.stakeholders.flatMap(({ key, role }) => (role === 'member' ? [key] : [])),
        ]
        for (let ring = rings[0] ?? []; ring.length > 0; rings.push(ring)) {
          const before = ring
          ring = keys.filter(
            (key) =>
              !rings.flat().includes(key) && before.some((from) => plainDoor(view, from, key)),
          )
        }
        const [members = [], direct = [], second = []] = rings
        expect(reach.direct).toEqual(direct)
        expect(reach.second).toEqual(second)
        expect(reach.beyond).toEqual(keys.filter((key) => !rings.flat().includes(key)))
        const doors = [...pairs(members, direct), ...pairs(direct, second)].flatMap(
          ([from, to]) => plainDoor(view, from, to)?.tie.key ?? [],
        )
        expect([...reach.ties].toSorted()).toEqual([...new Set(doors)].toSorted())
        seen.direct += direct.length
        seen.second += second.length
        seen.beyond += reach.beyond.length
        seen.farther += rings.slice(3).flat().length
      }),
      { numRuns: 400 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50)
  })
})

const pairs = (some: readonly string[], others: readonly string[]) =>
  some.flatMap((one) => others.map((other) => [one, other] as const))
