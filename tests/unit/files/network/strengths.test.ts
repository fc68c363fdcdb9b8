import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStrengths } from '../../../../src/files/network/strengths.ts'

describe('strengths', () => {
  it('from 1 to 3 stand for themselves', () => {
    const { strengthOf, change } = readStrengths(['1', '2.0', '3', ''])
    expect(['1', '2.0', '2,4', '3', ''].map(strengthOf)).toEqual([1, 2, 2, 3, 2])
    expect(change).toBeNull()
  })

  it('in words are understood; others are nothing of ours', () => {
    const { strengthOf } = readStrengths(['weak', 'Strong', 'so so'])
    expect(['weak', 'Strong', 'medium', 'so so'].map(strengthOf)).toEqual([1, 3, 2, null])
  })

  it('beyond that are thirds of the file’s range, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 500 }), { minLength: 2 }), (numbers) => {
        const { strengthOf, change } = readStrengths(numbers.map(String))
        const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)]
        if (lowest >= 1 && highest <= 3) {
          expect(change).toBeNull()
          return
        }
        expect(change).toEqual({
          code: 'strength in thirds',
          count: numbers.length,
          lowest,
          highest,
        })
        const strengths = numbers.toSorted((a, b) => a - b).map((n) => strengthOf(String(n)) ?? 0)
        expect(strengths).toEqual(strengths.toSorted((a, b) => a - b))
        if (lowest < highest) expect([strengths[0], strengths.at(-1)]).toEqual([1, 3])
        else expect(new Set(strengths)).toEqual(new Set([2]))
      }),
    )
  })
})
