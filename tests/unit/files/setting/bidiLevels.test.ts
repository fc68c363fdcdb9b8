import bidiFactory from 'bidi-js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bidiClassOf } from '../../../../src/files/setting/bidiClass.ts'
import { bidiLevels } from '../../../../src/files/setting/bidiLevels.ts'

/** Another's work on the same rules. */
const other = bidiFactory()

const levels = (text: string, rtl: boolean) => [...bidiLevels(text, rtl)]
const otherLevels = (text: string, rtl: boolean) => {
  const found = [...other.getEmbeddingLevels(text, rtl ? 'rtl' : 'ltr').levels]
  const end = /[\p{Zs}\u200c\u200d]+$/u.exec(text)?.index ?? text.length
  return found.map((level, at) => (at >= end ? Number(rtl) : level))
}

describe('the levels of a line', () => {
  it('are its own way where nothing goes another', () => {
    expect(levels('Nurses’ union (12)', false)).toEqual(Array.from('Nurses’ union (12)', () => 0))
    expect(levels('نقابة', true)).toEqual([1, 1, 1, 1, 1])
  })

  it('let numbers and Latin run from left to right in an Arabic line', () => {
    expect(levels('لجنة 24', true)).toEqual([1, 1, 1, 1, 1, 2, 2])
    expect(levels('(SNCC) لجنة', true).slice(0, 6)).toEqual([1, 2, 2, 2, 2, 1])
    expect(levels('A لجنة B', false)).toEqual([0, 0, 1, 1, 1, 1, 0, 0])
  })

  it('take a picture for one character without a direction', () => {
    // The other takes its halves for letters.
    expect(levels('😀 لجنة', true)).toEqual([1, 1, 1, 1, 1, 1, 1])
    expect(levels('A😀ب', false)).toEqual([0, 0, 0, 1])
  })

  it('end at the line’s own level', () => {
    expect(levels('A  ', true)).toEqual([2, 1, 1])
  })
})

describe('all lines of what is drawn', () => {
  const letters = [
    ...Array.from('aZé1٣۴٪%,.:/+-#$()[]{}<>«»“” \u00a0!?&’…–غلاאבжΩ_=@*'),
    '\u0301',
    '\u064e',
    '\u05b0',
    '\u200d',
    '\u200f',
    '\u200e',
    '،',
    '؟',
    '؛',
    'क',
    '中',
  ]
  it.each([false, true])(
    'have the levels that another gives them too; right to left: %s',
    (rtl) => {
      fc.assert(
        fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 }), (text) => {
          // Where a joiner stands, which is not seen, is everybody's own choice.
          const seen = (_: number, at: number) => text[at] !== '\u200d'
          expect(levels(text, rtl).filter(seen)).toEqual(otherLevels(text, rtl).filter(seen))
        }),
        { numRuns: 2000 },
      )
    },
  )

  it('are made of characters of the same kinds', () => {
    const KINDS: Readonly<Record<string, string>> = { S: 'WS', B: 'WS' }
    // Younger than the other's tables.
    const NEWER = /[\u08ca-\u08d2\ufd40-\ufd4f\ufdcf\ufdfe\ufdff]/u
    const wrong: string[] = []
    // Latin to Arabic, punctuation and signs; not the controls that are never drawn.
    for (const [from, to] of [
      [0x20, 0x6ff],
      [0x750, 0x77f],
      [0x8a0, 0x8ff],
      [0x1e00, 0x1fff],
      [0x2000, 0x2027],
      [0x202f, 0x205f],
      [0x2070, 0x20cf],
      [0xfb50, 0xfdff],
      [0xfe70, 0xfefe],
    ] as const) {
      for (let code = from; code <= to; code++) {
        const char = String.fromCodePoint(code)
        if (!/\p{Assigned}/u.test(char) || /\p{Cc}/u.test(char) || NEWER.test(char)) continue
        const theirs = other.getBidiCharTypeName(char)
        if (bidiClassOf(char) !== (KINDS[theirs] ?? theirs)) {
          wrong.push(`${code.toString(16)} ${char} ${bidiClassOf(char)} ${theirs}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})
