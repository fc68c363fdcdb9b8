import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../../src/domain/limits.ts'
import { allyscopeJson } from '../../../src/files/allyscopeJson.ts'
import { checkSize } from '../../../src/files/problem.ts'
import { readTextFile } from '../../../src/files/textFile.ts'

const utf16 = (text: string, isLittle: boolean) =>
  Array.from(text, (char) => char.charCodeAt(0)).flatMap((low) => (isLittle ? [low, 0] : [0, low]))

describe('the text of a file', () => {
  test.each<[string, number[], string, string]>([
    ['UTF-8', [...new TextEncoder().encode('Łódź, جمعية')], 'Łódź, جمعية', 'utf-8'],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x61], 'a', 'utf-8'],
    ['UTF-16 LE with a mark', [0xff, 0xfe, 0x41, 0x01], 'Ł', 'utf-16le'],
    ['UTF-16 BE with a mark', [0xfe, 0xff, 0x01, 0x41], 'Ł', 'utf-16be'],
    ['UTF-16 LE without a mark', utf16('Label;Segment', true), 'Label;Segment', 'utf-16le'],
    ['UTF-16 BE without a mark', utf16('Label;Segment', false), 'Label;Segment', 'utf-16be'],
    ['Latin-1', [0x43, 0x61, 0x66, 0xe9], 'Café', 'windows-1252'],
  ])('%s', (_, bytes, text, encoding) => {
    expect(readTextFile(Uint8Array.from(bytes))).toEqual({ ok: true, value: { text, encoding } })
  })

  test('nothing, or only space, is an empty file', () => {
    expect(readTextFile(new Uint8Array())).toMatchObject({ error: { code: 'empty file' } })
    expect(readTextFile(Uint8Array.from([0x20, 0x0a]))).toMatchObject({
      error: { code: 'empty file' },
    })
  })

  test('a workbook or picture is no text', () => {
    const zip = Uint8Array.from([
      0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 0xff, 0xd8, 0x91,
    ])
    expect(readTextFile(zip)).toMatchObject({ error: { code: 'not text' } })
  })

  test('never throws on any bytes, nor does what reads the text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const file = readTextFile(bytes)
        if (file.ok) allyscopeJson.parse(file.value.text)
      }),
    )
  })

  test('size is judged before anything is read', () => {
    expect(checkSize({ size: LIMITS.jsonFile }, LIMITS.jsonFile)).toBeNull()
    expect(checkSize({ size: 50_000_000 }, LIMITS.jsonFile)).toEqual({
      code: 'too large',
      value: '50000000',
      limit: LIMITS.jsonFile,
    })
  })
})
