import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { viewFor } from '../../../../src/audience/gate.ts'
import type { MapView } from '../../../../src/audience/view.ts'
import type { Point } from '../../../../src/domain/records.ts'
import { dotShapeOf, labelRect, type LabelSide } from '../../../../src/drawing/network/dotShape.ts'
import type { NetworkPlaces } from '../../../../src/drawing/network/networkLayout.ts'
import { buildNetworkScene } from '../../../../src/drawing/network/networkScene.ts'
import { arbitraryDoc } from '../../../support/arbitraryDoc.ts'
import { confidential, stakeholder } from '../views.ts'
import { coalition, confidentialTie, networkOf, someone, tie } from './networks.ts'

vi.setConfig({ testTimeout: 60_000 })

const words = { ownTie: 'tied' }

const spots = (...places: readonly (readonly [string, number, number])[]): NetworkPlaces =>
  new Map(places.map(([key, x, y]) => [key, { x, y }]))

const ab = [someone('a'), someone('b')]
const FAR = spots(['a', -200, 0], ['b', 200, 0])

const onlyTie = (view: MapView, places: NetworkPlaces = FAR) => {
  const [first] = buildNetworkScene(view, places, words).ties
  if (!first) throw new Error('no tie was drawn')
  return first
}

/** A grid of places with a little disorder, for any view. */
const gridOf = (view: MapView, pitch = 90): NetworkPlaces =>
  new Map(
    view.stakeholders.map(({ key }, i) => [
      key,
      { x: (i % 5) * pitch + ((i * 37) % 23), y: Math.floor(i / 5) * pitch + ((i * 53) % 31) },
    ]),
  )

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

describe('the dots of a network', () => {
  it('are larger the more influential, and hollow for who is not placed', () => {
    const levels = [null, 0.1, 0.5, 0.9]
    const people = levels.map((influence, i) => stakeholder(`k${i}`, `K${i}`, { influence }))
    const { dots } = buildNetworkScene(networkOf(people), gridOf(networkOf(people)), words)
    expect(dots.map(({ level }) => level)).toEqual(['unknown', 'low', 'medium', 'high'])
    const radii = dots.map(({ radius }) => radius)
    expect(radii).toEqual([...new Set(radii)].toSorted((a, b) => a - b))
    expect(dots.map(({ segment }) => segment)).toEqual([null, null, null, null])
    expect(dots.map(({ label }) => label.bold)).toEqual([false, false, false, true])
    const placed = buildNetworkScene(networkOf([someone('a', -0.9)]), spots(['a', 0, 0]), words)
    expect(placed.dots[0]?.segment).toBe(4)
  })

  it('leave out who has no place, with the ties', () => {
    const view = networkOf([...ab, someone('c')], [tie('a', 'b'), tie('b', 'c'), tie('c', 'a')])
    const scene = buildNetworkScene(view, FAR, words)
    expect(scene.dots.map(({ key }) => key)).toEqual(['a', 'b'])
    expect(scene.ties.map(({ key }) => key)).toEqual(['a-b'])
  })

  it('say that somebody is confidential, with ties ending at the ring', () => {
    const view = networkOf([someone('a'), someone('b', 0, confidential)], [tie('a', 'b')])
    const { dots, ties } = buildNetworkScene(view, FAR, words)
    expect(dots.map((dot) => dot.confidential)).toEqual([false, true])
    const [open, secret] = dots
    const end = ties[0]?.points.at(-1)
    if (!open || !secret || !end) throw new Error('nothing was drawn')
    expect(secret.reach).toBeGreaterThan(open.reach)
    expect(distance(end, secret)).toBeGreaterThan(secret.reach)
  })
})

describe('the names of a network', () => {
  const sideOf = (
    scene: ReturnType<typeof buildNetworkScene>,
    key: string,
  ): LabelSide | undefined => scene.dots.find((dot) => dot.key === key)?.label.side

  it('stand below, or elsewhere when a dot, a name or a tie is in the way', () => {
    const view = networkOf(ab)
    expect(sideOf(buildNetworkScene(view, FAR, words), 'a')).toBe('below')
    const stacked = buildNetworkScene(view, spots(['a', 0, 0], ['b', 0, 45]), words)
    expect(sideOf(stacked, 'a')).toBe('above')
    expect(sideOf(stacked, 'b')).toBe('below')
    const tied = networkOf(ab, [tie('a', 'b')])
    const over = buildNetworkScene(tied, spots(['a', 0, 0], ['b', 0, 200]), words)
    expect(sideOf(over, 'a')).toBe('above')
  })

  it('never cover a dot when a side is free', () => {
    const sides: readonly LabelSide[] = ['below', 'above', 'right', 'left']
    const place = fc.record({
      x: fc.integer({ min: 0, max: 320 }),
      y: fc.integer({ min: 0, max: 320 }),
    })
    let covered = 0
    fc.assert(
      fc.property(fc.array(place, { minLength: 14, maxLength: 14 }), (places) => {
        const view = coalition(14)
        const at = new Map(
          view.stakeholders.map(({ key }, i) => [key, places[i] ?? { x: 0, y: 0 }]),
        )
        const { dots } = buildNetworkScene(view, at, words)
        const covers = (key: string, side: LabelSide) => {
          const index = dots.findIndex((dot) => dot.key === key)
          const [dot, one] = [dots[index], view.stakeholders[index]]
          if (!dot || !one) throw new Error(`${key} was not drawn`)
          const rect = labelRect(dotShapeOf(one), side)
          const [left, top] = [dot.x + rect.x, dot.y + rect.y]
          return dots.some((other) => {
            if (other === dot) return false
            const dx = other.x - Math.min(Math.max(other.x, left), left + rect.width)
            const dy = other.y - Math.min(Math.max(other.y, top), top + rect.height)
            return Math.hypot(dx, dy) < other.reach - 1e-6
          })
        }
        for (const { key, label } of dots) {
          if (!covers(key, label.side)) continue
          covered += 1
          expect(sides.filter((side) => !covers(key, side))).toEqual([])
        }
      }),
      { numRuns: 150 },
    )
    expect(covered).toBeGreaterThan(0)
  })

  it('break long names, and write from right to left what is read so', () => {
    const people = [
      stakeholder('a', 'Student Nonviolent Coordinating Committee (SNCC)'),
      stakeholder('b', 'نقابة الممرضات'),
      stakeholder('c', ''),
    ]
    const { dots } = buildNetworkScene(networkOf(people), gridOf(networkOf(people), 400), words)
    const [long, arabic, empty] = dots.map(({ label }) => label)
    expect(long?.lines.length).toBeGreaterThan(1)
    expect(long?.lines.join(' ')).toContain('(SNCC)')
    expect(long?.baselines).toHaveLength(long?.lines.length ?? 0)
    expect(arabic).toMatchObject({ rtl: true, anchor: 'middle' })
    expect(empty?.lines.join('')).toBe('')
  })
})

describe('the ties of a network', () => {
  it('run straight from rim to rim, with a head where they lead', () => {
    const { points, heads, path } = onlyTie(networkOf(ab, [tie('a', 'b')]))
    const { dots } = buildNetworkScene(networkOf(ab), FAR, words)
    expect(points).toHaveLength(2)
    const [start, end] = points
    const [a, b] = dots
    if (!start || !end || !a || !b) throw new Error('nothing was drawn')
    expect(distance(start, a) - a.reach).toBeCloseTo(3)
    expect(distance(end, b) - b.reach).toBeCloseTo(3)
    expect(heads.match(/M/gu)).toHaveLength(1)
    expect(heads).toContain(`M${end.x} 0`)
    expect(path).toContain('L')
    expect(
      onlyTie(networkOf(ab, [tie('a', 'b', { direction: 'mutual' })])).heads.match(/M/gu),
    ).toHaveLength(2)
  })

  it('fan out when several join the same two, whichever way they lead', () => {
    const view = networkOf(ab, [
      tie('a', 'b', { key: '1' }),
      tie('b', 'a', { key: '2' }),
      tie('a', 'b', { key: '3' }),
      tie('b', 'a', { key: '4' }),
    ])
    const middles = buildNetworkScene(view, FAR, words).ties.map(({ points }) => points[4]?.y ?? 0)
    for (const [i, y] of middles.entries()) {
      for (const other of middles.slice(i + 1)) expect(Math.abs(y - other)).toBeGreaterThan(12)
    }
    const three = { ...view, relationships: view.relationships.slice(0, 3) }
    expect(buildNetworkScene(three, FAR, words).ties.map(({ points }) => points.length)).toEqual([
      9, 2, 9,
    ])
  })

  it('carry the sign of their kind in the middle, or their own word', () => {
    const kinds = ['influences', 'trusts', 'works with', 'funds', 'reports to', 'opposes'] as const
    for (const kind of kinds) {
      const { glyph, label } = onlyTie(networkOf(ab, [tie('a', 'b', { kind })]))
      expect(label).toBeNull()
      if (kind === 'influences') expect(glyph).toBeNull()
      else expect(glyph).toMatchObject({ kind, x: 0, y: 0, angle: 0 })
    }
    const own = (label: string, ownTie = 'tied') =>
      buildNetworkScene(networkOf(ab, [tie('a', 'b', { kind: 'own', label })]), FAR, { ownTie })
        .ties[0]
    expect(own('cousins')).toMatchObject({ glyph: null, label: { text: 'cousins', x: 0, y: 0 } })
    expect(own('')?.label?.text).toBe('tied')
    expect(own('', '')).toMatchObject({ label: null, glyph: { kind: 'own' } })
  })

  it('say that they are confidential, beside the sign of their kind', () => {
    const secret = onlyTie(networkOf(ab, [tie('a', 'b', { kind: 'trusts', ...confidentialTie })]))
    expect(secret.confidential).toBe(true)
    const { glyph, confidentialAt } = secret
    if (!glyph || !confidentialAt) throw new Error('a sign is missing')
    expect(distance(glyph, confidentialAt)).toBeGreaterThan(10)
    expect(onlyTie(networkOf(ab, [tie('a', 'b')])).confidentialAt).toBeNull()
  })

  it('are not drawn between dots that touch', () => {
    const { path, heads, points } = onlyTie(
      networkOf(ab, [tie('a', 'b')]),
      spots(['a', 0, 0], ['b', 10, 0]),
    )
    expect({ path, heads, points }).toEqual({ path: '', heads: '', points: [] })
  })
})

describe('a network after a change', () => {
  const view = coalition(24)
  const places = gridOf(view, 260)
  /** As the gate gives it: relationships are new objects each time. */
  const again = { ...view, relationships: view.relationships.map((one) => ({ ...one })) }

  it('keeps the objects of all that looks as it did', () => {
    const before = buildNetworkScene(view, places, words)
    const same = buildNetworkScene(again, new Map(places), words)
    expect(same.dots.every((dot, i) => dot === before.dots[i])).toBe(true)
    expect(same.ties.every((one, i) => one === before.ties[i])).toBe(true)
  })

  it('makes new ones for who moved, and for their ties alone', () => {
    const before = buildNetworkScene(view, places, words)
    const moved = new Map(places).set('k12', { x: 500, y: 690 })
    const after = buildNetworkScene(again, moved, words)
    const changed = after.dots.filter((dot, i) => dot !== before.dots[i]).map(({ key }) => key)
    expect(changed).toContain('k12')
    // A name may make way for the ties that moved along.
    expect(changed.length).toBeLessThan(7)
    const touched = new Set(changed)
    for (const [i, one] of after.ties.entries()) {
      expect(one !== before.ties[i]).toBe(touched.has(one.from) || touched.has(one.to))
    }
  })

  it('draws a tie anew that says something else', () => {
    const before = buildNetworkScene(view, places, words)
    const [first, ...rest] = view.relationships
    if (!first) throw new Error('there are ties')
    const other = { ...view, relationships: [{ ...first, strength: 3 as const }, ...rest] }
    const after = buildNetworkScene(other, places, words)
    expect(after.ties[0]).toMatchObject({ key: first.key, strength: 3 })
    expect(after.ties.slice(1).every((one, i) => one === before.ties[i + 1])).toBe(true)
  })
})

describe('the scene of any network', () => {
  const scenes = arbitraryDoc(14, ['mixed']).map((doc) =>
    (['team', 'public'] as const).map((audience) => {
      const view = viewFor(doc, audience)
      return buildNetworkScene(view, gridOf(view), words)
    }),
  )

  it('has bounds around all dots, names and ties, and no number that is none', () => {
    fc.assert(
      fc.property(scenes, (both) => {
        for (const { dots, ties, bounds } of both) {
          expect(JSON.stringify([dots, ties, bounds])).not.toMatch(/NaN|Infinity/u)
          const isIn = (x: number, y: number) =>
            x >= bounds.x - 0.01 &&
            x <= bounds.x + bounds.width + 0.01 &&
            y >= bounds.y - 0.01 &&
            y <= bounds.y + bounds.height + 0.01
          for (const { x, y, reach, label } of dots) {
            expect(isIn(x - reach, y - reach) && isIn(x + reach, y + reach)).toBe(true)
            const [left, top] = [x + label.x - label.width / 2, y + label.y - label.height / 2]
            expect(isIn(left, top) && isIn(left + label.width, top + label.height)).toBe(true)
          }
          for (const { points } of ties) {
            for (const { x, y } of points) expect(isIn(x, y)).toBe(true)
          }
        }
      }),
      { numRuns: 80 },
    )
  })

  it('tells the public of nobody and no tie that is confidential', () => {
    fc.assert(
      fc.property(scenes, ([, shown]) => {
        expect(shown?.audience).toBe('public')
        expect(shown?.dots.some((dot) => dot.confidential)).toBe(false)
        expect(shown?.ties.some((one) => one.confidential || one.confidentialAt)).toBe(false)
      }),
      { numRuns: 80 },
    )
  })

  it('has room to look at when nobody is there', () => {
    const { dots, bounds } = buildNetworkScene(networkOf([]), new Map(), words)
    expect(dots).toEqual([])
    expect(bounds.width).toBeGreaterThan(100)
    expect(bounds.height).toBeGreaterThan(100)
  })
})
