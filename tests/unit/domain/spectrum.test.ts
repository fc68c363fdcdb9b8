import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  angleOf,
  clampStance,
  HUB_SHARE,
  isSegment,
  placementAt,
  pointOf,
  segmentOf,
  SEGMENTS,
  stanceOfSegment,
  stanceRange,
} from '../../../src/domain/spectrum.ts'
import { influenceLevel } from '../../../src/domain/influence.ts'
import { arbitraryPlacement, scaled } from '../../support/arbitraryDoc.ts'

const side = fc.constantFrom('left' as const, 'right' as const)

describe('stance and segment', () => {
  it('cuts the spectrum into five equal bands, a border belonging to the side of the allies', () => {
    expect(
      [1, 0.8, 0.6, 0.59, 0.4, 0.2, 0.19, 0, -0.19, -0.2, -0.21, -0.6, -0.61, -1].map(segmentOf),
    ).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4])
  })

  it('puts a stance into a segment whose range holds it', () => {
    fc.assert(
      fc.property(scaled(-1, 1, 100_000), (stance) => {
        const [nearer, farther] = stanceRange(segmentOf(stance))
        expect(stance).toBeLessThanOrEqual(nearer + 1e-8)
        expect(stance).toBeGreaterThanOrEqual(farther - 1e-8)
      }),
    )
  })

  it('takes what is out of range for the end of it', () => {
    expect([segmentOf(9), segmentOf(-9), clampStance(9), clampStance(-9)]).toEqual([0, 4, 1, -1])
  })

  it('has a middle for each segment that lies in it', () => {
    expect(SEGMENTS.map(stanceOfSegment)).toEqual([0.8, 0.4, 0, -0.4, -0.8])
    for (const segment of SEGMENTS) expect(segmentOf(stanceOfSegment(segment))).toBe(segment)
  })

  it('knows a segment when it sees one', () => {
    expect([0, 4, 5, -1, 1.5, '1', null].map(isSegment)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('the half-pie', () => {
  it('has allies at one end of the base line and opponents at the other', () => {
    expect(angleOf(1, 'left')).toBeCloseTo(Math.PI)
    expect(angleOf(-1, 'left')).toBeCloseTo(0)
    expect(angleOf(1, 'right')).toBeCloseTo(0)
    expect(angleOf(0, 'right')).toBeCloseTo(Math.PI / 2)
    expect(pointOf({ stance: 1, depth: 1 }, 'left').x).toBeCloseTo(-1)
    expect(pointOf({ stance: 0, depth: 0 }, 'left').y).toBeCloseTo(-HUB_SHARE)
  })

  it('is its own mirror image when the sides are swapped', () => {
    fc.assert(
      fc.property(arbitraryPlacement, (placement) => {
        const left = pointOf(placement, 'left')
        const right = pointOf(placement, 'right')
        expect(right.x).toBeCloseTo(-left.x)
        expect(right.y).toBeCloseTo(left.y)
      }),
    )
  })

  it('finds the placement of a point and the point of a placement', () => {
    fc.assert(
      fc.property(arbitraryPlacement, side, ({ stance, depth }, alliesSide) => {
        // The very rim and base line may fall off the pie by rounding; cards never stand there.
        const inside = { stance: stance * 0.999, depth: 0.001 + depth * 0.998 }
        const found = placementAt(pointOf(inside, alliesSide), alliesSide)
        expect(found?.stance).toBeCloseTo(inside.stance, 4)
        expect(found?.depth).toBeCloseTo(inside.depth, 4)
      }),
    )
  })

  it('keeps the segment on the way there and back', () => {
    fc.assert(
      fc.property(arbitraryPlacement, side, ({ stance, depth }, alliesSide) => {
        const border = SEGMENTS.some((s) => Math.abs(stanceRange(s)[1] - stance) < 1e-4)
        fc.pre(!border && Math.abs(stance) < 0.999 && depth > 0.001 && depth < 0.999)
        const found = placementAt(pointOf({ stance, depth }, alliesSide), alliesSide)
        expect(found && segmentOf(found.stance)).toBe(segmentOf(stance))
      }),
    )
  })

  it('has no placement for the hub, for what is outside the rim, and below the base line', () => {
    for (const point of [
      { x: 0, y: 0 },
      { x: 0, y: -HUB_SHARE / 2 },
      { x: 0, y: -1.01 },
      { x: -1.2, y: -0.1 },
      { x: 0.5, y: 0.01 },
    ]) {
      expect(placementAt(point, 'left')).toBeNull()
    }
  })

  it('gives placements in range for every point of the pie', () => {
    fc.assert(
      fc.property(scaled(-1, 1), scaled(-1, 0), side, (x, y, alliesSide) => {
        const found = placementAt({ x, y }, alliesSide)
        if (!found) return
        expect(Math.abs(found.stance)).toBeLessThanOrEqual(1)
        expect(found.depth).toBeGreaterThanOrEqual(0)
        expect(found.depth).toBeLessThanOrEqual(1)
      }),
    )
  })
})

it('says influence in thirds', () => {
  expect([0, 0.33, 0.34, 0.66, 0.67, 1].map(influenceLevel)).toEqual([
    'low',
    'low',
    'medium',
    'medium',
    'high',
    'high',
  ])
})
