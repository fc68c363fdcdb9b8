import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { mapSign } from '../../../src/views/sealing/mapSign.ts'

const signOf = (id: string) => mapSign(asId<MapId>(id))

describe('the sign of a sealed map', () => {
  it('is a short word and a number, short to say', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(signOf(id)).toMatch(/^[a-z]{3,9}-[1-9]\d$/)
      }),
    )
  })

  it('never changes: it may stand on a sheet of paper', () => {
    expect(signOf('0b0e7a4e-9f7c-4c0e-a4ad-6f9f5f8f1c11')).toBe('parsley-20')
  })

  it('is another for an id that is nearly the same', () => {
    const signs = Array.from({ length: 100 }, (_, at) =>
      signOf(`0b0e7a4e-9f7c-4c0e-a4ad-0000000000${String(at).padStart(2, '0')}`),
    )
    expect(new Set(signs).size).toBeGreaterThan(95)
    // Ids one after the other: neither words nor numbers follow each other.
    expect(signs.toSorted()).not.toEqual(signs)
  })

  it('favours nothing, so that few maps share one', () => {
    const counts = new Map<string, number>()
    for (let round = 0; round < 20_000; round++) {
      const [word = ''] = signOf(crypto.randomUUID()).split('-')
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    // 234 words, 85 each; six standard deviations are 55.
    expect(counts.size).toBe(234)
    for (const count of counts.values()) expect(Math.abs(count - 85)).toBeLessThan(60)
  })
})
