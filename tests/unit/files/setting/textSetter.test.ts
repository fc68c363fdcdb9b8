import bidiFactory from 'bidi-js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WIDTH_BLOCKS } from '../../../../src/drawing/fontMetrics.ts'
import { textWidth } from '../../../../src/drawing/measure.ts'
import { bidiLevels } from '../../../../src/files/setting/bidiLevels.ts'
import { fromLeftToRight } from '../../../../src/files/setting/visualOrder.ts'
import { loadSetter } from '../../../../src/files/setting/loadSetter.ts'
import { drawnWith, lineOf, seen, wholeSetter } from './setters.ts'

const setter = await wholeSetter()
const set = (text: string, how = {}) => lineOf(setter, text, how)

describe('a line of text', () => {
  it('stands from left to right as it is written, in Latin, Greek and Cyrillic', () => {
    for (const text of [
      'Nurses’ union',
      'Łódź',
      'Ελλάδα',
      'Профсоюз учителей',
      'Қазақстан',
      'Việt',
    ]) {
      const line = set(text)
      expect(seen(line)).toBe(text)
      expect(line.missing).toEqual([])
      expect(line.turned).toBe(false)
    }
  })

  it('stands from right to left in Arabic, with numbers and names of other scripts as they are read', () => {
    expect(seen(set('نقابة', { rtl: true }))).toBe('ةباقن')
    expect(seen(set('سنة 2024 و ١٩', { rtl: true }))).toBe('١٩ و 2024 ةنس')
    expect(seen(set('جمعية Nurses', { rtl: true }))).toBe('Nurses ةيعمج')
    expect(seen(set('Abc جمعية def'))).toBe('Abc ةيعمج def')
    expect(set('Abc جمعية def').turned).toBe(true)
  })

  it('turns brackets with the line', () => {
    const [open, close] = [drawnWith(set('(')), drawnWith(set(')'))]
    const line = set('(نقابة)', { rtl: true })
    // The first bracket is read first: it stands at the right, and opens to the left.
    expect(seen(line)).toBe(')ةباقن(')
    expect(drawnWith(line).slice(0, 1)).toEqual(open)
    expect(drawnWith(line).slice(-1)).toEqual(close)
  })

  it('joins Arabic letters, also over a change of weight', () => {
    const joined = set('نقابة', { rtl: true })
    const apart = set('ن ق ا ب ة', { rtl: true })
    expect(joined.width).toBeLessThan(apart.width)
    const initial = drawnWith(set('نق', { rtl: true }))
    const twoWeights = setter.set({
      runs: [
        { text: 'ن', weight: 400 },
        { text: 'ق', weight: 700 },
      ],
      size: 20,
      rtl: true,
    })
    expect(initial).toEqual(expect.arrayContaining(drawnWith(twoWeights).slice(-1)))
    expect(drawnWith(twoWeights).slice(-1)).not.toEqual(drawnWith(set('ن')).slice(-1))
  })

  it('is bold in the bold font', () => {
    expect(drawnWith(set('Us', { weight: 700 })).every((glyph) => /-Bold /u.test(glyph))).toBe(true)
    expect(drawnWith(set('Us')).every((glyph) => /-Regular /u.test(glyph))).toBe(true)
  })

  it('keeps an accent over its letter, and letter and accent as one piece', () => {
    const [composed, apart] = [set('é ź ạ'), set('é ź ạ'.normalize('NFD'))]
    expect(drawnWith(apart)).toEqual(drawnWith(composed))
    expect(apart.width).toBeCloseTo(composed.width, 6)
    expect(seen(apart)).toBe('é ź ạ'.normalize('NFD'))
  })

  it('keeps the joiners that tell words apart, and drops the signs of direction', () => {
    const line = set('می\u200cخواهم', { rtl: true })
    expect(Array.from(seen(line)).toReversed().join('')).toBe('می\u200cخواهم')
    expect(line.text).toBe('می\u200cخواهم')
    expect(set('\u2068Us\u2069\u200f').text).toBe('Us')
    expect(seen(set('\u2068Us\u2069\u200f'))).toBe('Us')
  })

  it('draws a sign that our fonts lack as its like, and says what was written', () => {
    const line = set('North\u2011East 5\u2032')
    expect(line.missing).toEqual([])
    expect(line.text).toBe('North\u2011East 5\u2032')
    expect(drawnWith(line)).toEqual(drawnWith(set("North-East 5'")))
  })
})

describe('letters that no font has', () => {
  it('are said, and a box as wide as the drawing reckons stands for each', () => {
    const size = 20
    const line = set('Us မြန်မာ', { size })
    expect(line.missing).toEqual(['မြ', 'န်', 'မာ'])
    const boxes = line.pieces.filter(({ kind }) => kind === 'box')
    expect(boxes.map(({ letters }) => letters)).toEqual(line.missing)
    for (const { letters, advance } of boxes)
      expect(advance).toBeCloseTo(textWidth(letters, { size, weight: 400 }), 6)
  })

  it('stand in the order of their script, and a joined picture is one', () => {
    expect(seen(set('שלום', { rtl: true }))).toBe('םולש')
    expect(set('👩‍👩‍👧').missing).toEqual(['👩‍👩‍👧'])
    expect(set('🇱🇰').missing).toEqual(['🇱🇰'])
  })

  it('are none of those whose widths the drawing knows', () => {
    const known = WIDTH_BLOCKS.flatMap(({ from, alone: [light] }) =>
      Array.from({ length: light.length / 2 }, (_, i) =>
        light.slice(2 * i, 2 * i + 2) === 'zz' ? '' : String.fromCodePoint(from + i),
      ).filter((char) => /[\p{L}\p{M}\p{N}]/u.test(char)),
    )
    for (const weight of [400, 700] as const)
      expect(known.filter((char) => set(char, { weight }).missing.length > 0)).toEqual([])
  })
})

describe('the width of a line', () => {
  it('is what the drawing reckons, but for kerning, and in Arabic never more', () => {
    const names = [
      ['Mothers who sell at the Saturday market', false],
      ['Профсоюз учителей города', false],
      ['Ένωση εργαζομένων', false],
      ['Łódzkie Stowarzyszenie', false],
      ['اتحاد المعلمين في المدينة القديمة', true],
    ] as const
    for (const weight of [400, 700] as const)
      for (const [text, rtl] of names) {
        const reckoned = textWidth(text, { size: 20, weight })
        const ratio = set(text, { rtl, weight }).width / reckoned
        expect(ratio).toBeLessThan(1.02)
        expect(ratio).toBeGreaterThan(rtl ? 0.7 : 0.98)
      }
  })
})

describe('any text', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a\u0301', ...Array.from('aé ßźΩжقلاب٣5(]-–ạ')),
    maxLength: 24,
  })

  it('keeps each of its letters once, in the order of its levels', () => {
    const bidi = bidiFactory()
    fc.assert(
      fc.property(letters, fc.boolean(), (text, rtl) => {
        const line = set(text, { rtl })
        expect(line.missing).toEqual([])
        const inOrder = bidi
          .getReorderedIndices(text, bidi.getEmbeddingLevels(text, rtl ? 'rtl' : 'ltr'))
          .map((at) => text[at])
        const sorted = (chars: string) => Array.from(chars).toSorted().join('')
        expect(sorted(seen(line))).toBe(sorted(text))
        // A mark goes with its letter, which rule L2 alone would part from it.
        if (!/\p{M}/u.test(text) && !/لا/u.test(text)) expect(seen(line)).toBe(inOrder.join(''))
      }),
    )
  })

  it('never has a piece left of the one before, and is as wide as all of them', () => {
    fc.assert(
      fc.property(letters, fc.boolean(), (text, rtl) => {
        const { pieces, width } = set(text, { rtl })
        let pen = 0
        for (const piece of pieces) {
          expect(piece.pen).toBeCloseTo(pen, 6)
          pen += piece.advance
        }
        expect(width).toBeCloseTo(pen, 6)
      }),
    )
  })
})

describe('the levels of a line', () => {
  it('put a space at the end of the line at the end of the line', () => {
    expect(Array.from(bidiLevels('ab ', true))).toEqual([2, 2, 1])
    expect(Array.from(bidiLevels('قد ', false))).toEqual([1, 1, 0])
  })

  it('order what is embedded in what is embedded', () => {
    const things = [0, 1, 2, 2, 1, 0].map((level, i) => ({ level, i }))
    expect(fromLeftToRight(things).map(({ i }) => i)).toEqual([0, 4, 2, 3, 1, 5])
  })
})

describe('the fonts', () => {
  it('are only those that a text needs', async () => {
    expect(lineOf(await loadSetter('Us'), 'Ж').missing).toEqual(['Ж'])
    expect(lineOf(await loadSetter('Союз'), 'Союз, e.g. of 5').missing).toEqual([])
  })
})
