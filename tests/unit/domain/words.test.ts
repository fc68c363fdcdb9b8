import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Command } from '../../../src/domain/commands/command.ts'
import {
  mergeWords,
  removeWord,
  renameWord,
  usesOfWord,
} from '../../../src/domain/commands/words.ts'
import { applyDiff } from '../../../src/domain/diff.ts'
import { LIMITS } from '../../../src/domain/limits.ts'
import type { MapDoc, Stakeholder } from '../../../src/domain/records.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { counting, docOf, resource, sector, stakeholder, unwrap } from '../../support/records.ts'

// Many random maps take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const health = sector('s1', 'Health')
const faith = sector('s2', 'Faith')
const vans = resource('r1', 'Vans')
const hall = resource('r2', 'A hall')
const money = resource('r3', 'Money')
const doc = docOf([
  health,
  faith,
  vans,
  hall,
  money,
  stakeholder('a', { sector: health.id, offers: [vans.id, hall.id], needs: [money.id] }),
  stakeholder('b', { sector: faith.id, needs: [vans.id] }),
])
const run = (command: Command): MapDoc => applyDiff(doc, unwrap(command(doc, counting())))
const refusal = (command: Command) => {
  const result = command(doc, counting())
  return result.ok ? null : result.error
}

/** Who has which words, as people read them. */
const wordsOf = (map: MapDoc) => {
  const read = ({ name, sector: word, offers, needs }: Stakeholder) => ({
    name,
    sector: word && map.sectors.get(word)?.name,
    offers: offers.map((id) => map.resources.get(id)?.name),
    needs: needs.map((id) => map.resources.get(id)?.name),
  })
  return Array.from(map.stakeholders.values(), read)
}

describe('rewording', () => {
  it('changes a word for everybody who has it', () => {
    const after = run(renameWord(vans.id, '  Two vans '))
    expect(wordsOf(after)).toEqual([
      { name: 'a', sector: 'Health', offers: ['Two vans', 'A hall'], needs: ['Money'] },
      { name: 'b', sector: 'Faith', offers: [], needs: ['Two vans'] },
    ])
  })

  it('may change how a word is written, but not into another one of the list', () => {
    expect(run(renameWord(health.id, 'HEALTH')).sectors.get(health.id)?.name).toBe('HEALTH')
    expect(refusal(renameWord(health.id, ' faith'))).toEqual({ code: 'word exists', word: 'Faith' })
    // A sector and a resource may well read the same.
    expect(refusal(renameWord(health.id, 'Money'))).toBeNull()
  })

  it('refuses words that say nothing, are too long, or are gone', () => {
    expect(refusal(renameWord(health.id, ' '))).toEqual({ code: 'empty name' })
    expect(refusal(renameWord(health.id, '\u200b'))).toEqual({ code: 'empty name' })
    expect(refusal(renameWord(health.id, 'x'.repeat(LIMITS.shortText + 1)))).toEqual({
      code: 'too long',
      limit: LIMITS.shortText,
    })
    expect(refusal(renameWord(sector('gone').id, 'x'))).toEqual({ code: 'missing' })
  })
})

describe('merging', () => {
  it('gives everybody the second word instead of the first, once', () => {
    const after = run(mergeWords(vans.id, hall.id))
    expect(wordsOf(after)).toEqual([
      { name: 'a', sector: 'Health', offers: ['A hall'], needs: ['Money'] },
      { name: 'b', sector: 'Faith', offers: [], needs: ['A hall'] },
    ])
    expect(after.resources.has(vans.id)).toBe(false)
  })

  it('merges sectors', () => {
    expect(wordsOf(run(mergeWords(faith.id, health.id))).map((one) => one.sector)).toEqual([
      'Health',
      'Health',
    ])
  })

  it('refuses a word with itself, a sector with a resource, and what is gone', () => {
    for (const [from, into] of [
      [vans.id, vans.id],
      [vans.id, health.id],
      [vans.id, resource('gone').id],
      [resource('gone').id, vans.id],
    ] as const) {
      expect(refusal(mergeWords(from, into))).toEqual({ code: 'missing' })
    }
  })

  it('keeps everybody’s words, whatever is merged', () => {
    fc.assert(
      fc.property(arbitraryDoc(), fc.nat(9), fc.nat(9), (map, n, m) => {
        const words = [...map.resources.values()]
        const from = words[n % Math.max(1, words.length)]
        const into = words[m % Math.max(1, words.length)]
        fc.pre(from !== undefined && into !== undefined && from !== into)
        if (!from || !into) return
        const after = applyDiff(map, unwrap(mergeWords(from.id, into.id)(map, counting())))
        const swap = (list: readonly (string | undefined)[]) =>
          new Set(list.map((word) => (word === from.name ? into.name : word)))
        const before = wordsOf(map)
        wordsOf(after).forEach(({ offers, needs, sector: word }, i) => {
          expect(new Set(offers)).toEqual(swap(before[i]?.offers ?? []))
          expect(offers).toHaveLength(new Set(offers).size)
          expect(new Set(needs)).toEqual(swap(before[i]?.needs ?? []))
          expect(word).toBe(before[i]?.sector)
        })
        expect(after.resources.size).toBe(map.resources.size - 1)
      }),
      { numRuns: 100 },
    )
  })
})

describe('taking a word out', () => {
  it('takes it off everybody, and leaves their other words', () => {
    expect(wordsOf(run(removeWord(vans.id)))).toEqual([
      { name: 'a', sector: 'Health', offers: ['A hall'], needs: ['Money'] },
      { name: 'b', sector: 'Faith', offers: [], needs: [] },
    ])
    expect(wordsOf(run(removeWord(health.id)))[0]?.sector).toBeNull()
    expect(refusal(removeWord(sector('gone').id))).toEqual({ code: 'missing' })
  })
})

it('counts each stakeholder who uses a word once', () => {
  expect(usesOfWord(doc, vans.id)).toBe(2)
  expect(usesOfWord(doc, health.id)).toBe(1)
  expect(usesOfWord(run(mergeWords(vans.id, money.id)), money.id)).toBe(2)
})
