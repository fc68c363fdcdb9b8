import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedText } from '../../../src/domain/folding.ts'
import { createGibberish } from '../../../src/domain/gibberish.ts'

const gibberish = createGibberish('a seed', () => false)

const NAMES = [
  'María Lopez',
  'NAACP national office',
  'Nurses’ union (Leeds)',
  'جمعية سكان الضفة',
  'ועד השכונה',
  '住民の会',
  '주민 모임',
  'Общество соседей',
  'Πολίτες για τον αέρα',
  'नागरिक मंच',
  '+34 600 123 456',
  '٠٩٨٧ ٦٥٤',
  'mail: ana@example.org',
]

/** What of a text a bug of length or script would show: nothing else may be left of it. */
const shape = (text: string) =>
  Array.from(text, (sign) =>
    /\p{sc=Inherited}/u.test(sign) || !/[\p{L}\p{M}\p{N}]/u.test(sign)
      ? sign
      : (SCRIPTS.find((script) => new RegExp(`\\p{sc=${script}}`, 'u').test(sign)) ?? '?') +
        (/\p{Lu}/u.test(sign) ? '+' : /\p{N}/u.test(sign) ? '0' : /\p{M}/u.test(sign) ? '.' : '-'),
  ).join('')
const SCRIPTS = [
  'Latin',
  'Arabic',
  'Hebrew',
  'Han',
  'Hiragana',
  'Hangul',
  'Cyrillic',
  'Greek',
  'Devanagari',
]

describe('gibberish', () => {
  it.each(NAMES)('says nothing of %j, but has its length and script', (name) => {
    const made = gibberish(name)
    expect(made).not.toBe(name)
    expect(made).toHaveLength(name.length)
    expect(shape(made)).toBe(shape(name))
    const words = name.match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? []
    for (const word of words) expect(made).not.toContain(word)
  })

  it('is the same for the same word, in capitals too, and another with another seed', () => {
    const [first, , again] = gibberish('Lopez and Lopez').split(' ')
    expect(first).toBe(again)
    expect(gibberish('LOPEZ')).toBe(gibberish('Lopez').toUpperCase())
    expect(createGibberish('a seed', () => false)('Lopez')).toBe(gibberish('Lopez'))
    expect(createGibberish('another', () => false)('Lopez')).not.toBe(gibberish('Lopez'))
  })

  it('leaves blank what it has no letters for', () => {
    expect(gibberish('🦅 eagle').slice(0, 3)).toBe('□□ ')
    expect(gibberish('ⴰⴱⴲ')).toBe('□□□')
  })

  it('never has a piece that would tell something', () => {
    const isTold = (piece: string) => /^[a-m]/.test(piece)
    const careful = createGibberish('a seed', isTold)
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,20}$/), (word) => {
        const made = foldedText(careful(word)).letters
        for (let at = 0; at + 4 <= made.length; at++) {
          expect(isTold(made.slice(at, at + 4))).toBe(false)
        }
      }),
    )
  })

  it('has the length of whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(gibberish(text)).toHaveLength(text.length)
      }),
    )
  })
})
