import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf, guarded, unguarded } from '../../../src/files/csvCells.ts'
import { readCsvTable } from '../../../src/files/csvTable.ts'
import { unwrap } from '../../support/records.ts'

describe('a cell', () => {
  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\r=1', "'=1", "''=1", '=HYPERLINK("x")'])(
    'that a spreadsheet would run (%j) is guarded, and read back as it was',
    (text) => {
      expect(guarded(text)).toMatch(/^'/)
      expect(unguarded(guarded(text))).toBe(text)
    },
  )

  it.each(['-0.4', '+3', '12', "Nurses' union", "'quoted'", '', "'"])(
    'that is none (%j) stays as it is',
    (text) => {
      expect(guarded(text)).toBe(text)
      expect(unguarded(text)).toBe(text)
    },
  )
})

describe('a table', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc
      .array(fc.constantFrom('=', "'", '-', '+', '@', '\t', '\n', '"', ',', ';', ' ', 'a', '1'))
      .map((letters) => letters.join('')),
  )

  it('is read back as it was written, and starts no cell with a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        // Blank rows are none, and one kind of line end is what a reader knows.
        const said = rows
          .map((row) => row.map((text) => text.replaceAll('\r', '').replaceAll('\0', '')))
          .filter((row) => row.some((text) => text.trim() !== ''))
        const text = csvOf([['A', 'B', 'C'], ...said])
        expect(text.startsWith('\ufeff')).toBe(true)
        const table = unwrap(readCsvTable(text))
        expect(table.rows.map(({ cells }) => cells)).toEqual(said)
        expect(table.brokenQuotes).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})
