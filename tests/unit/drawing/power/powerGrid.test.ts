import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { influenceLevel } from '../../../../src/domain/influence.ts'
import { segmentOf, SEGMENTS } from '../../../../src/domain/spectrum.ts'
import {
  powerCell,
  powerGrid,
  powerPlaceAt,
  powerPointOf,
} from '../../../../src/drawing/power/powerGrid.ts'
import { scaled } from '../../../support/arbitraryDoc.ts'
import { axes, contains, sides } from './maps.ts'

const grids = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom(0, 60, 240), axes, sides)
  .map(([step, unsaid, lie, alliesSide]) => powerGrid(step, unsaid, { axes: lie, alliesSide }))
const LEVELS = ['high', 'medium', 'low'] as const

describe('the power grid', () => {
  it('gives back from a point the stance and influence that led there', () => {
    fc.assert(
      fc.property(grids, scaled(-1, 1), scaled(0, 1), (grid, stance, influence) => {
        const place = powerPlaceAt(grid, powerPointOf(grid, stance, influence))
        // The very edge may lie a rounding error outside.
        if (!place) expect(Math.max(Math.abs(stance), Math.abs(2 * influence - 1))).toBe(1)
        else {
          expect(place.stance).toBeCloseTo(stance, 4)
          expect(place.influence).toBeCloseTo(influence, 4)
          expect(place.segment).toBe(segmentOf(place.stance))
          expect(place.level).toBe(influenceLevel(place.influence ?? -1))
        }
      }),
    )
  })

  it('reads a point of the band “not said” as a stance without influence', () => {
    fc.assert(
      fc.property(axes, sides, scaled(-0.999, 0.999), (lie, alliesSide, stance) => {
        const grid = powerGrid(3, 80, { axes: lie, alliesSide })
        const place = powerPlaceAt(grid, powerPointOf(grid, stance, null))
        expect(place).toMatchObject({ influence: null, level: 'unknown' })
        expect(place?.stance).toBeCloseTo(stance, 4)
      }),
    )
  })

  it('has equal segments and equal levels, each with its own values and no other', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const cells = SEGMENTS.flatMap((segment) =>
          LEVELS.map((level) => ({ segment, level, cell: powerCell(grid, segment, level) })),
        )
        for (const { segment, level, cell } of cells) {
          expect(cell.width).toBeCloseTo(cells[0]?.cell.width ?? 0, 6)
          expect(cell.height).toBeCloseTo(cells[0]?.cell.height ?? 0, 6)
          const middle = { x: cell.x + cell.width / 2, y: cell.y + cell.height / 2 }
          expect(powerPlaceAt(grid, middle)).toMatchObject({ segment, level })
        }
      }),
    )
  })

  it('says nothing off the grid', () => {
    const grid = powerGrid(0, 0, { axes: 'stance across', alliesSide: 'left' })
    for (const [x, y] of [
      [0, 400],
      [0, -400],
      [-800, 0],
      [800, 0],
    ] as const) {
      expect(powerPlaceAt(grid, { x, y })).toBeNull()
    }
  })

  it('has allies on their side and the powerful on top, or on the right with allies on top', () => {
    const left = powerGrid(0, 60, { axes: 'stance across', alliesSide: 'left' })
    const right = powerGrid(0, 60, { axes: 'stance across', alliesSide: 'right' })
    const flipped = powerGrid(0, 60, { axes: 'influence across', alliesSide: 'left' })
    const ally = powerPointOf(left, 0.9, 0.9)
    const powerless = powerPointOf(left, 0.9, 0.1)
    const unsaid = powerPointOf(left, 0.9, null)
    expect(ally.x).toBeLessThan(0)
    expect(ally.y).toBeLessThan(powerless.y)
    expect(powerless.y).toBeLessThan(unsaid.y)
    expect(powerPointOf(right, 0.9, 0.9)).toEqual({ x: -ally.x, y: ally.y })
    expect(powerPointOf(flipped, 0.9, 0.9).y).toBeLessThan(powerPointOf(flipped, -0.9, 0.9).y)
    expect(powerPointOf(flipped, 0.9, 0.9).x).toBeGreaterThan(powerPointOf(flipped, 0.9, 0.1).x)
    expect(powerPointOf(flipped, 0.9, 0.1).x).toBeGreaterThan(powerPointOf(flipped, 0.9, null).x)
  })

  it('keeps the same cells together when the axes are flipped', () => {
    fc.assert(
      fc.property(scaled(-1, 1), scaled(0, 1), (stance, influence) => {
        const across = powerGrid(0, 0, { axes: 'stance across', alliesSide: 'left' })
        const flipped = powerGrid(0, 0, { axes: 'influence across', alliesSide: 'left' })
        const cell = [segmentOf(stance), influenceLevel(influence)] as const
        for (const grid of [across, flipped]) {
          const point = { ...powerPointOf(grid, stance, influence), width: 0, height: 0 }
          expect(contains(powerCell(grid, ...cell), point)).toBe(true)
        }
      }),
    )
  })
})
