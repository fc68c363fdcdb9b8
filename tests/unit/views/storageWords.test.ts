import { describe, expect, it } from 'vitest'
import { nearlyFull } from '../../../src/views/backup/nearlyFull.ts'
import { sizeWords } from '../../../src/views/backup/sizeWords.ts'

describe('a size in words', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [3_240_000, '3.2 MB'],
    [9_960_000, '10 MB'],
    [999_499_000, '999 MB'],
    [999_500_000, '1 GB'],
    [60_123_000_000, '60 GB'],
    [2_000_000_000_000, '2 TB'],
    [5_000_000_000_000_000, '5,000 TB'],
  ])('of %d bytes', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words)
  })
})

describe('the warning that space runs short', () => {
  const space = (used: number | null, quota: number | null) =>
    nearlyFull({ isPersistent: null, used, quota })

  it('comes at four fifths', () => {
    expect(space(79.9, 100)).toBeNull()
    expect(space(80, 100)).toBe(80)
    expect(space(99.9, 100)).toBe(99)
    expect(space(140, 100)).toBe(100)
  })

  it('never comes where the browser does not say', () => {
    for (const [used, quota] of [
      [null, 100],
      [90, null],
      [1, 0],
    ] as const)
      expect(space(used, quota)).toBeNull()
  })
})
