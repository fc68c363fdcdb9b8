import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalPassphrase } from '../../../src/sealing/normalPassphrase.ts'
import { strengthOf, suggestPassphrase } from '../../../src/sealing/passphrase.ts'
import { WORDS } from '../../../src/sealing/words.ts'

describe('the list of words', () => {
  it('holds 7,772 different words that anybody can type', () => {
    expect(WORDS).toHaveLength(7_772)
    expect(new Set(WORDS).size).toBe(7_772)
    expect(WORDS.filter((word) => !/^[a-z]{3,9}$/u.test(word))).toEqual([])
  })
})

describe('a suggested passphrase', () => {
  it('is six words of the list, already in the form from which keys are derived', () => {
    const words = suggestPassphrase().split(' ')
    expect(words).toHaveLength(6)
    expect(words.filter((word) => !WORDS.includes(word))).toEqual([])
    expect(normalPassphrase(words.join(' '))).toBe(words.join(' '))
    expect(suggestPassphrase()).not.toBe(suggestPassphrase())
  })

  it('throws away what would favour the first words', () => {
    // 65,535 and 62,176 lie beyond the last whole round of 7,772 words; 62,175 is the last word of it.
    const draws = [
      [255, 255],
      [242, 224],
      [242, 223],
      [0, 0],
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
    ]
    const next = () => Uint8Array.from(draws.shift() ?? [])
    expect(suggestPassphrase(next).split(' ')).toEqual([WORDS.at(-1), ...WORDS.slice(0, 5)])
    expect(draws).toEqual([])
  })

  it('favours no part of the list', () => {
    const counts = [0, 0, 0, 0]
    const place = new Map(WORDS.map((word, at) => [word, at]))
    for (let round = 0; round < 600; round++)
      for (const word of suggestPassphrase().split(' ')) {
        const quarter = Math.floor(((place.get(word) ?? 0) * 4) / WORDS.length)
        counts[quarter] = (counts[quarter] ?? 0) + 1
      }
    // 900 each; seven standard deviations are 182.
    for (const count of counts) expect(Math.abs(count - 900)).toBeLessThan(182)
  })

  it('is always strong: words that repeat each other are drawn again', () => {
    const bytes = (places: readonly number[]) => places.map((at) => [at >> 8, at & 255])
    const weak = [0, 6_276, 4, 7, 3, 5]
    expect(strengthOf(weak.map((at) => WORDS[at]).join(' ')).level).toBe('fair')
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 7_771 }), { minLength: 6, maxLength: 6 }),
        (places) => {
          // The last ones are far from each other in the list.
          const draws = [
            ...bytes(weak),
            ...bytes(places),
            ...bytes([5, 1_500, 3_100, 4_400, 5_900, 7_700]),
          ]
          const { bits, level } = strengthOf(
            suggestPassphrase(() => Uint8Array.from(draws.shift() ?? [])),
          )
          expect(level).toBe('strong')
          expect(bits).toBeLessThanOrEqual(78)
          expect(draws.length % 6).toBe(0)
        },
      ),
    )
  })
})

describe('the normal form of a passphrase', () => {
  it('is the same from every keyboard', () => {
    expect(normalPassphrase('  cafe\u0301 \u00a0 am\n meer ')).toBe('café am meer')
    expect(normalPassphrase('ｈｅｌｌｏ１')).toBe('hello1')
    expect(normalPassphrase('ﬁsh')).toBe('fish')
    expect(normalPassphrase(' \t ')).toBe('')
  })

  it('keeps capital letters, signs and other scripts', () => {
    expect(normalPassphrase('Zx9!kQ حرية 日本')).toBe('Zx9!kQ حرية 日本')
  })

  it('is its own normal form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalPassphrase(normalPassphrase(text))).toBe(normalPassphrase(text))
      }),
    )
  })
})

describe('the strength of a passphrase', () => {
  it.each([
    '',
    'a',
    'password',
    'Password1',
    'P@ssw0rd!',
    'iloveyou2026',
    'qwerty123',
    'qwertyuiopasdfghjkl',
    'йцукенгшщз',
    '12345678901234567890',
    'a1b2c3d4e5f6g7h8',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabcabcabc',
    'apple apple apple apple apple apple',
    '24.12.1987',
    '1987-12-24 1990-01-31',
    'Ahmed1987',
    'Freedom2026!',
    'correct horse battery staple',
    'The people united will never be defeated!',
    'exquisite throat grudging',
    'ကျွန်တော်',
    'လွတ်လပ်ရေး',
    'ประชาธิปไตย',
    '자유 민주주의',
    'שלום לכולם',
    'справедливость',
    'स्वतंत्रता',
  ])('is very weak: %s', (text) => {
    expect(strengthOf(text).level).toBe('very weak')
  })

  it.each([
    ['exquisite throat grudging cosmetics', 'weak'],
    ['حرية كرامة عدالة اجتماعية', 'weak'],
    ['schifffahrtskapitänsmütze', 'weak'],
    ['exquisite throat grudging cosmetics refinance', 'fair'],
    // Six words that somebody thought of, in whatever script.
    ['ciel pont champignon fenêtre nuage crayon', 'fair'],
    ['лошадь батарея скрепка окно гриб мост', 'fair'],
    ['حصان بطارية مشبك نافذة فطر جسر', 'fair'],
    ['חלון עפרון ענן גשר חתול תפוח', 'fair'],
    ['바다 연필 구름 다리 고양이 사과', 'fair'],
    ['घोड़ा बादल कलम पुल बिल्ली सेब', 'fair'],
    ['ม้าแดง กระดาษ ฝนตก สะพาน ดินสอ ปลาทอง', 'fair'],
    ['x7kq2vbn9wprt4mz', 'fair'],
    ['exquisite throat grudging cosmetics refinance splinter', 'strong'],
    ['exquisitethroatgrudgingcosmeticsrefinancesplinter', 'strong'],
    ['Zx9!kQ2#vB7$pL4@', 'strong'],
  ])('%s: %s', (text, level) => {
    expect(strengthOf(text).level).toBe(level)
  })

  it('counts 12.9 bits for each word of the list', () => {
    for (const separator of [' ', '  '])
      expect(strengthOf(['exquisite', 'throat', 'grudging'].join(separator)).bits).toBeCloseTo(
        3 * Math.log2(7_772),
        5,
      )
  })

  it('never falls when a word of the list is added, and is the same however the passphrase is spaced', () => {
    const word = fc.constantFrom(...WORDS)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 7 }), word, (words, more) => {
        const { bits } = strengthOf(words.join(' '))
        expect(strengthOf([...words, more].join(' ')).bits).toBeGreaterThanOrEqual(bits)
        expect(strengthOf(`  ${words.join('   ')} `).bits).toBe(bits)
      }),
    )
  })

  it('is a number for whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(Number.isFinite(strengthOf(text).bits)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
