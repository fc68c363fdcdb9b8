import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardFor } from '../../../src/drawing/card.ts'
import { textWidth } from '../../../src/drawing/measure.ts'
import { drawable, isRtl, wrap, wrapInto } from '../../../src/drawing/wrap.ts'
import { SIZES } from '../../../src/drawing/palette.ts'
import { confidential, stakeholder } from './views.ts'

const style = { size: 13, weight: 400 } as const
const width = (text: string) => textWidth(text, style)

describe('measuring', () => {
  it('knows wide letters from narrow ones, and bold from regular', () => {
    expect(width('WWW')).toBeGreaterThan(2 * width('iii'))
    expect(textWidth('Nurses', { size: 13, weight: 700 })).toBeGreaterThan(width('Nurses'))
  })

  it('grows with the size', () => {
    expect(textWidth('Nurses', { size: 26, weight: 400 })).toBeCloseTo(2 * width('Nurses'), 6)
  })

  it('gives combining marks no room and a joined emoji that of one', () => {
    expect(width('e\u0301')).toBe(width('e'))
    expect(width('👩‍👩‍👧')).toBe(width('👩'))
    expect(width('👍🏾')).toBe(width('👍'))
  })

  it('measures Arabic letters as they join', () => {
    expect(width('سسس')).toBeLessThan(3 * width('س'))
  })

  it('takes the width of the base letter where a font lacks a composed one', () => {
    expect(width('ế')).toBe(width('e'))
  })
})

describe('wrapping', () => {
  it('balances lines', () => {
    const { lines } = wrap('General practitioners of the Mill Lane practice', style, {
      width: 170,
      lines: 2,
    })
    expect(lines).toEqual(['General practitioners of', 'the Mill Lane practice'])
  })

  it('ends with an ellipsis when there is more', () => {
    const wrapped = wrap('word '.repeat(100), style, { width: 100, lines: 2 })
    expect(wrapped.whole).toBe(false)
    expect(wrapped.lines).toHaveLength(2)
    expect(wrapped.lines[1]).toMatch(/…$/u)
  })

  it('cuts a word only when it is longer than a line, and never inside a grapheme', () => {
    const family = '👩‍👩‍👧'
    const { lines } = wrap(family.repeat(9), style, { width: 60, lines: 9 })
    expect(lines.join('')).toBe(family.repeat(9))
    for (const line of lines) expect(line.replaceAll(family, '')).toBe('')
  })

  it('fills lines of different widths from the top', () => {
    const { lines } = wrapInto('one two three four', style, [30, 80, 200])
    expect(lines).toEqual(['one', 'two three', 'four'])
  })

  it('drops control characters, direction overrides and what XML forbids', () => {
    expect(drawable(' a\u0000\u0007b\t\n c\u202ed\ufffe \ud800e ')).toBe('ab cd e')
  })

  it('never makes a line wider than allowed or loses a letter of a name that fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120, size: 'max' }), (text) => {
        const wrapped = wrap(text, style, { width: 140, lines: 3 })
        expect(wrapped.lines.length).toBeLessThanOrEqual(3)
        for (const line of wrapped.lines) expect(width(line)).toBeLessThanOrEqual(140 + 1e-6)
        // A hyphen may say that a word goes on.
        const letters = (s: string) => s.replaceAll(/[ -]/gu, '')
        if (wrapped.whole) expect(letters(wrapped.lines.join(''))).toBe(letters(drawable(text)))
      }),
    )
  })

  it('breaks a word that is too long into parts of about one width, with a hyphen at the end of a line alone', () => {
    const { lines } = wrap('Wohnungsbaugesellschaft', style, { width: 100, lines: 3 })
    expect(lines).toHaveLength(2)
    expect(lines.join('')).toMatch(/^Wohnungs\p{L}+-\p{L}+schaft$/u)
    const [first = 0, second = 0] = lines.map(width)
    expect(first / second).toBeGreaterThan(0.7)
    expect(wrap('นักศึกษามหาวิทยาลัย', style, { width: 60, lines: 5 }).lines.join('')).not.toContain(
      '-',
    )
  })

  it('begins no line with a mark, nor with the end of a Burmese syllable', () => {
    const name = 'ဆရာများအသင်း ကျန်းမာရေးဝန်ထမ်းများ သမဂ္ဂ'
    for (const limit of [60, 80, 110, 140]) {
      const { lines } = wrap(name, style, { width: limit, lines: 20 })
      expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''))
      for (const line of lines) expect(line).not.toMatch(/^(?:\p{M}|.\u103a)/u)
    }
  })

  it('gives letters without a font of ours room of their own, and vowels beside them', () => {
    expect(width('က')).toBeGreaterThan(width('n'))
    expect(width('ကာ')).toBeGreaterThan(width('က'))
    expect(width('က့')).toBe(width('က'))
  })

  it('breaks a name of two scripts between them, and measures Arabic letters as they join', () => {
    expect(wrap('NGO株式会社', style, { width: 40, lines: 3 }).lines[0]).toBe('NGO')
    const { lines } = wrap('ݐقa🈯⺀ȌǢ0aῲᾀ🌀Ǒ', style, { width: 140, lines: 3 })
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(140 + 1e-6)
  })

  it('finds the direction by the first strong character', () => {
    expect(isRtl('12 جمعية سكان الضفة')).toBe(true)
    expect(isRtl('“El Puente” جمعية')).toBe(false)
    expect(isRtl('123')).toBe(false)
  })

  it('wraps a 10,000-character name into the lines that there are', () => {
    for (const name of ['Łódź-Polish/club 🙂'.repeat(600), 'x'.repeat(10_000)]) {
      expect(wrap(name, style, { width: 136, lines: 3 })).toMatchObject({
        lines: { length: 3 },
        whole: false,
      })
    }
  })
})

describe('a card', () => {
  it('keeps a short name on one line and breaks a longer one in two', () => {
    expect(cardFor(stakeholder('a', 'Mosque')).lines).toEqual(['Mosque'])
    expect(cardFor(stakeholder('a', 'Teachers’ association')).lines).toEqual([
      'Teachers’',
      'association',
    ])
  })

  it('shows influence as the size of its dot, and in bold when high', () => {
    const levels = [null, 0, 0.32, 0.34, 0.66, 0.67, 1].map(
      (influence) => cardFor(stakeholder('a', 'Mayor', { influence })).influence,
    )
    expect(levels).toEqual(['unknown', 'low', 'low', 'medium', 'medium', 'high', 'high'])
    expect(cardFor(stakeholder('a', 'Mayor', { influence: 0.9 })).bold).toBe(true)
    expect(cardFor(stakeholder('a', 'Mayor', { influence: 0.5 })).bold).toBe(false)
  })

  it('begins at the right for a right-to-left name', () => {
    const card = cardFor(stakeholder('a', 'جمعية سكان الضفة'))
    expect(card.rtl).toBe(true)
    expect(card.dotX).toBeGreaterThan(card.textX)
  })

  it('is the same object for the same stakeholder', () => {
    const somebody = stakeholder('a', 'Mayor')
    expect(cardFor(somebody)).toBe(cardFor(somebody))
  })

  it('is marked confidential in the team view only', () => {
    expect(cardFor(stakeholder('a', 'Dr. L. Okafor', confidential)).confidential).toBe(true)
    expect(cardFor(stakeholder('a', 'Dr. L. Okafor', { team: null })).confidential).toBe(false)
  })

  it('holds its text, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }), (name) => {
        const card = cardFor(stakeholder('a', name))
        expect(card.width).toBeLessThan(200)
        expect(card.lines.length).toBeGreaterThan(0)
        const weight = card.bold ? 700 : 400
        for (const line of card.lines) {
          const needed = textWidth(line, { size: SIZES.card.font, weight })
          const end = card.rtl ? -(card.textX - needed) : card.textX + needed
          expect(end).toBeLessThanOrEqual(card.width / 2 - SIZES.card.padX + 1)
        }
      }),
    )
  })
})
