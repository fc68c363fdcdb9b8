import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { LIMITS } from '../../../src/domain/limits.ts'
import { cleanName, cleanText, foldName, looseName } from '../../../src/domain/names.ts'

describe('a name as stored', () => {
  test.each([
    ['  Parents for Clean Air ', 'Parents for Clean Air'],
    ['Parents\tfor\r\nClean   Air', 'Parents for Clean Air'],
    ['Par\u0000en\u0007ts\u009b', 'Parents'],
    ['\ufeffPar\u200bents\u00ad', 'Parents'],
    ['\u202eevil\u202c\u2066', 'evil'],
    ['A\u200dB\u200cC', 'ABC'],
    ['Cafe\u0301', 'Café'],
    ['a\ud800b', 'a\ufffdb'],
    ['<b>Cooks</b> & "co"', '<b>Cooks</b> & "co"'],
    ['👩\u200d👩\u200d👧 families', '👩\u200d👩\u200d👧 families'],
    ['🏳️\u200d🌈 Pride', '🏳️\u200d🌈 Pride'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['ക്\u200d', 'ക്\u200d'],
    ['جمعية سكان الضفة', 'جمعية سكان الضفة'],
  ])('%j becomes %j', (typed, stored) => {
    expect(cleanName(typed)).toEqual({ ok: true, value: stored })
  })

  test.each(['', ' \n ', '\u200b\u202e', '\u200d', '\u2800\u3164'])('%j is empty', (typed) => {
    expect(cleanName(typed)).toEqual({ ok: false, error: 'empty' })
  })

  test('the cap counts after cleaning', () => {
    expect(cleanName(`  ${'x'.repeat(LIMITS.name)}  `).ok).toBe(true)
    expect(cleanName('x'.repeat(LIMITS.name + 1))).toEqual({ ok: false, error: 'too long' })
    expect(cleanName('x'.repeat(10_000))).toEqual({ ok: false, error: 'too long' })
  })

  test('cleaning twice changes nothing more', () => {
    const nasty = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            'e',
            '\u0301',
            '\u200d',
            '\u200c',
            ' ',
            '\u00a0',
            '\u202e',
            '\u200b',
            'क',
            '्',
            '👩',
          ),
          fc.string({ unit: 'binary', maxLength: 2 }),
        ),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(nasty, (text) => {
        const once = cleanName(text)
        if (once.ok) expect(cleanName(once.value)).toEqual(once)
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a text of several lines', () => {
  test('keeps its lines and tabs, loses control characters', () => {
    expect(cleanText('one\r\ntwo\rthree\u2028four\tfive\u0000\u001b')).toBe(
      'one\ntwo\nthree\nfour\tfive',
    )
  })
})

describe('names that read the same', () => {
  test.each([
    ['Cooks', 'COOKS'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['Ｃｏｏｋｓ', 'cooks'],
    ['Green \u00a0 Party', 'green party'],
    ['می\u200cخواهم', 'میخواهم'],
  ])('%s and %s', (one, other) => {
    expect(foldName(one)).toBe(foldName(other))
  })

  test('accents tell names apart', () => {
    expect(foldName('Pena')).not.toBe(foldName('Peña'))
  })
})

describe('looking for a name', () => {
  it('does not ask for accents, strokes or case', () => {
    expect(looseName('Çevre Kulübü')).toBe('cevre kulubu')
    expect(looseName('Łódź, Ærø & Straße')).toBe('lodz, aero & strasse')
    expect(looseName('نَقابة')).toBe('نقابة')
  })
})
