import { zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../../src/files/network/xlsx.ts'
import { workbookOf } from '../../../../src/files/office/workbook.ts'
import { unwrap } from '../../../support/records.ts'
import { fixture, planOf, refusalOf, tiesOf } from './fixture.ts'

const text = new TextEncoder()

/** The least that is a workbook, its one sheet given. */
const workbook = (sheet: string, more: Record<string, string | Uint8Array> = {}) => {
  const parts = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Elements" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  }
  const bytes = zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? text.encode(part) : part,
      ]),
    ),
    { level: 1 },
  )
  return { name: 'w.xlsx', bytes }
}
const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const row = (...values: string[]) => `<row>${values.map(cell).join('')}</row>`

describe('a workbook that another tool wrote', () => {
  const plan = planOf(fixture('kumu-workbook.xlsx'))

  it('has its sheets known by their headings; the others are named', () => {
    expect(plan.format).toBe('kumu xlsx')
    expect(tiesOf(plan)).toEqual([
      "Amina Yusuf > Tenants' federation: reports to 3",
      "Tenants' federation > Housing committee: influences 2",
    ])
    expect(plan.dropped).toEqual(['Read me (ignore)', 'Budget'])
  })

  it('has texts in several looks, numbers, dates and truths read as texts, formulas by their value', () => {
    expect(plan.import.stakeholders.map(({ name, notes }) => [name, notes])).toEqual([
      ["Tenants' federation", 'Members: 4000\nFounded: 1998-05-17\nPays dues: true'],
      ['Amina Yusuf', 'Members: 0.1\nFounded: 2019-01-02 14:30\nPays dues: false'],
      ['Housing committee', 'Members: 1200'],
    ])
    expect(plan.import.stakeholders[2]?.placement).toMatchObject({ stance: 0 })
  })

  it('names rows as the sheet counts them, blank ones included', () => {
    const rows =
      '<row r="1">' +
      cell('Label') +
      '</row><row r="5">' +
      cell('A') +
      '</row><row r="9">' +
      cell('a') +
      '</row>'
    expect(planOf(workbook(sheetOf(rows))).faults).toMatchObject([
      { place: { line: 9, source: 'Elements' }, code: 'duplicate name' },
    ])
  })
})

describe('a workbook of ours', () => {
  const cells = fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 30 }))

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        // What XML can't say, and rows of nothing, are left out.
        const said = rows
          .map((one) =>
            one.map((part) =>
              part.replaceAll(
                /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
                '',
              ),
            ),
          )
          .filter((one) => one.some((part) => part.trim() !== ''))
        const [sheet] = unwrap(readWorkbook(workbookOf([{ name: 'One', rows: said }])))
        const read = unwrap(sheet?.rows() ?? { ok: false, error: 'no sheet' })
        const trimmed = said.map((one) =>
          one.slice(0, one.findLastIndex((part) => part !== '') + 1),
        )
        expect(read.map((one) => one.cells)).toEqual(trimmed)
        expect(read.map((one) => one.row)).toEqual(said.map((_, index) => index + 1))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a hostile or broken workbook is refused:', () => {
  const bomb = workbook(sheetOf(row('Label')), { 'xl/sharedStrings.xml': new Uint8Array(85e6) })

  it('a bomb, by what it unpacks to', () => {
    expect(refusalOf(bomb)).toBe('unpacks too large')
  })

  it('a bomb that lies about its size', () => {
    const lying = withDeclaredSize(bomb.bytes, 'xl/sharedStrings.xml', 1_000)
    expect(refusalOf({ ...bomb, bytes: lying })).toBe('broken zip')
  })

  it('a part that is not what its check says', () => {
    const { name, bytes } = workbook(sheetOf(row('Label', 'Ana')))
    const broken = withDeclaredSize(bytes, 'xl/worksheets/sheet1.xml', 7)
    expect(refusalOf({ name, bytes: broken })).toBe('broken zip')
  })

  it('a file that is cut off, wherever', () => {
    const { name, bytes } = fixture('kumu-workbook.xlsx')
    for (let size = 4; size < bytes.length; size += 97) {
      expect([size, refusalOf({ name, bytes: bytes.subarray(0, size) })]).toEqual([
        size,
        'broken zip',
      ])
    }
  })

  it('never throws, whatever byte is another one', () => {
    const { name, bytes } = fixture('kumu-workbook.xlsx')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const changed = bytes.slice()
          for (const [at, byte] of changes) changed[at] = byte
          refusalOf({ name, bytes: changed })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('a document type with entities', () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'
    expect(refusalOf(workbook(laughs))).toBe('document type')
  })

  it('a workbook without sheets of ours, and a zip of something else', () => {
    expect(refusalOf(workbook(sheetOf(row('Year', 'Sum'))))).toBe('no sheets')
    expect(refusalOf({ name: 'x.zip', bytes: zipSync({ 'a.png': text.encode('x') }) })).toBe(
      'no sheets',
    )
  })

  it('more rows or columns than any table may have', () => {
    const rows = row('Label') + row('x').repeat(20_001)
    expect(refusalOf(workbook(sheetOf(rows)))).toBe('too many')
    expect(refusalOf(workbook(sheetOf(row(...Array.from({ length: 201 }, () => 'Label')))))).toBe(
      'too many',
    )
  })
})

/** The same zip with another size for a part in its directory. */
function withDeclaredSize(bytes: Uint8Array, part: string, size: number): Uint8Array {
  const changed = bytes.slice()
  const data = new DataView(changed.buffer)
  const name = text.encode(part)
  for (let at = 0; at < changed.length - 46; at++) {
    if (data.getUint32(at, true) !== 0x02014b50) continue
    const here = changed.subarray(at + 46, at + 46 + data.getUint16(at + 28, true))
    if (here.length === name.length && here.every((byte, index) => byte === name[index])) {
      data.setUint32(at + 24, size, true)
    }
  }
  return changed
}
