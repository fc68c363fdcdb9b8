import { describe, expect, it } from 'vitest'
import { applyDiff } from '../../../src/domain/diff.ts'
import type { NetworkPosition } from '../../../src/domain/records.ts'
import { layoutFor } from '../../../src/drawing/layout.ts'
import { viewFor } from '../../../src/audience/gate.ts'
import { mapFromImport } from '../../../src/domain/commands/importing.ts'
import { asId } from '../../../src/domain/records.ts'
import { importApart, leavesPlaces, spacedOut } from '../../../src/editing/placeApart.ts'
import { importOf } from '../../../src/domain/imported.ts'
import { withOutside } from '../../../src/files/network/plan.ts'
import { counting, docOf, inSegment, stakeholder, unwrap } from '../../support/records.ts'

const place: NetworkPosition = { x: 1, y: 2, pinned: true }
const fileWith = (facts: object, count = 1) => {
  const people = Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    name: `N${index}`,
    isConfidential: false,
  }))
  return importOf(
    withOutside(importOf([], []), people).stakeholders.map((one) => ({ ...one, ...facts })),
    [],
  )
}

describe('places in the network that a file brings', () => {
  const file = fileWith({ networkPosition: place })
  const placesAfter = (doc: ReturnType<typeof docOf>) => {
    const after = applyDiff(doc, unwrap(importApart(file)(doc, counting())))
    return [...after.stakeholders.values()].map(({ networkPosition }) => networkPosition)
  }

  it('are taken where the map has none, and left where it has its own', () => {
    const without = docOf([stakeholder('a')])
    expect([leavesPlaces(without, file), placesAfter(without)]).toEqual([false, [null, place]])
    const own = { x: 5, y: 5, pinned: false }
    const withOwn = docOf([stakeholder('a', { networkPosition: own })])
    expect([leavesPlaces(withOwn, file), placesAfter(withOwn)]).toEqual([true, [own, null]])
  })
})

describe('a file that becomes a map of its own', () => {
  it('has no card over another, and everybody in their segment', () => {
    const file = fileWith(
      { placement: inSegment(1), offers: ['Vans', 'A hall'], sector: 'Health' },
      30,
    )
    const doc = mapFromImport(spacedOut(file), asId('m'), counting())
    const { cards } = layoutFor(viewFor(doc, 'team'))
    const rects = cards.map(({ x, y, shape: { width, height } }) => ({ x, y, width, height }))
    for (const [index, a] of rects.entries()) {
      for (const b of rects.slice(index + 1)) {
        const apart =
          Math.abs(a.x - b.x) >= (a.width + b.width) / 2 - 0.01 ||
          Math.abs(a.y - b.y) >= (a.height + b.height) / 2 - 0.01
        expect(apart).toBe(true)
      }
    }
    expect(
      new Set([...doc.stakeholders.values()].map((one) => one.placement?.stance)).size,
    ).toBeGreaterThan(1)
  })
})
