import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../../src/domain/limits.ts'
import { cleanName } from '../../../src/domain/names.ts'
import { namesFromPaste } from '../../../src/files/pastedNames.ts'

describe('a pasted list of names', () => {
  test('one name a line, whatever ends the lines', () => {
    expect(namesFromPaste('Cooks\r\nParents\rPupils\u2028Łódź club\n', [])).toEqual({
      names: ['Cooks', 'Parents', 'Pupils', 'Łódź club'],
      blank: 0,
      duplicates: [],
      tooLong: [],
    })
  })

  test('bullets and a count go', () => {
    expect(namesFromPaste('- Cooks\n• Parents\n  * Pupils\n— Clerks', []).names).toEqual([
      'Cooks',
      'Parents',
      'Pupils',
      'Clerks',
    ])
    expect(namesFromPaste('1. Cooks\n2. Parents\n(3) Pupils', []).names).toEqual([
      'Cooks',
      'Parents',
      'Pupils',
    ])
  })

  test('numbers that belong to names stay', () => {
    expect(namesFromPaste('1. FC Riverside\nCooks', []).names).toEqual(['1. FC Riverside', 'Cooks'])
    expect(namesFromPaste('3. Division\n3. Division', []).names).toEqual([
      '3. Division',
      '3. Division',
    ])
    expect(namesFromPaste('-Ish collective\n350.org', []).names).toEqual([
      '-Ish collective',
      '350.org',
    ])
  })

  test('blank lines are counted, duplicates pointed out and kept', () => {
    expect(
      namesFromPaste('Cooks\n\n \u200b\nCOOKS\nparents  of pupils', ['Parents of  Pupils']),
    ).toEqual({
      names: ['Cooks', 'COOKS', 'parents of pupils'],
      blank: 2,
      duplicates: [
        { line: 4, name: 'COOKS', index: 1 },
        { line: 5, name: 'parents of pupils', index: 2 },
      ],
      tooLong: [],
    })
  })

  test('names beyond the cap are pointed out', () => {
    expect(namesFromPaste(`Cooks\n${'x'.repeat(10_000)}`, [])).toMatchObject({
      names: ['Cooks'],
      tooLong: [{ line: 2 }],
    })
  })

  test('exactly as many lines as allowed are read; of more, the first left out is named', () => {
    const full = 'x\n'.repeat(LIMITS.pasteLines)
    expect(namesFromPaste(full, []).names).toHaveLength(LIMITS.pasteLines)
    expect(namesFromPaste(full, [])).not.toHaveProperty('truncatedAt')
    expect(namesFromPaste(`${full}y`, [])).toMatchObject({ truncatedAt: LIMITS.pasteLines + 1 })
  })

  test.each([
    ['of short lines', 'Nurses\n'.repeat(3_000_000), LIMITS.pasteLines + 1],
    ['in a single line', 'x'.repeat(20_000_000), 1],
    ['of spaces', ' '.repeat(20_000_000), 1],
    ['of line ends', '\n'.repeat(20_000_000), LIMITS.pasteLines + 1],
    ['of combining marks', `e${'\u0301'.repeat(998)}\n`.repeat(20_000), 1_001],
    ['of joiners', `${'e\u0301\u200d'.repeat(1_000)}\n`.repeat(6_000), 334],
  ])('20 MB %s are answered, not hung upon', (_, text, truncatedAt) => {
    expect(namesFromPaste(text, []).truncatedAt).toBe(truncatedAt)
  })

  test('every name is one that may be stored, and no line goes uncounted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (lines) => {
        const text = lines.join('\n')
        const { names, blank, tooLong } = namesFromPaste(text, [])
        for (const name of names) expect(cleanName(name)).toEqual({ ok: true, value: name })
        const count = text.replace(/(?:\r\n|[\n\r\u2028])$/u, '').split(/\r\n|[\n\r\u2028]/u).length
        expect(names.length + blank + tooLong.length).toBe(count)
      }),
    )
  })
})
