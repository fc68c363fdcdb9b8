import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../../src/domain/limits.ts'
import { segmentOf } from '../../../src/domain/spectrum.ts'
import { importOfPlan, stakeholderCsv } from '../../../src/files/stakeholderCsv.ts'
import { readTextFile } from '../../../src/files/textFile.ts'

const read = (text: string, uses?: Parameters<typeof stakeholderCsv.parse>[1]) =>
  stakeholderCsv.parse({ text, encoding: 'utf-8' }, uses)

function planOf(text: string, uses?: Parameters<typeof stakeholderCsv.parse>[1]) {
  const plan = read(text, uses)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  return plan.value
}

function fixture(name: string) {
  const bytes = readFileSync(new URL(`../../fixtures/files/${name}`, import.meta.url))
  const file = readTextFile(bytes)
  if (!file.ok) throw new Error(JSON.stringify(file.error))
  const plan = stakeholderCsv.parse(file.value)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  return plan.value
}

describe('reading stakeholders', () => {
  test('columns in any order and case, with synonyms', () => {
    const plan = planOf(
      'SEGMENT,name,Kind,Power,Role,Target_Segment,Offers,Tags,Contact\n' +
        'Passive Allies,School cooks,Group,High,decision-maker,active ally,food | kitchens |Food,canteen,ana@example.org\n',
    )
    expect(plan.errors).toEqual([])
    expect(plan.rows[0]).toMatchObject({
      line: 2,
      stakeholder: {
        name: 'School cooks',
        kind: 'group',
        influence: 0.85,
        role: 'target',
        targetSegment: 0,
        offers: ['food', 'kitchens'],
        needs: [],
        tags: ['canteen'],
        contact: 'ana@example.org',
        placement: { stance: 0.4 },
        confidentiality: { level: 'public' },
      },
    })
  })

  test.each([
    ['active ally', 0.8],
    ['Neutral', 0],
    ['active opponents', -0.8],
    ['-0.25', -0.25],
    ['\u22120,25', -0.25],
    ['+1', 1],
  ])('segment %s is a stance', (cell, stance) => {
    expect(planOf(`Label;Segment\nCooks;${cell}`).rows[0]?.stakeholder.placement?.stance).toBe(
      stance,
    )
  })

  test('an empty segment leaves the stakeholder unplaced', () => {
    expect(planOf('Label,Segment\nCooks,').rows[0]?.stakeholder.placement).toBeNull()
  })

  test.each([
    ['', { level: 'public' }],
    ['public', { level: 'public' }],
    ['Confidential', { level: 'confidential', publicStance: null }],
    ['hidden', { level: 'confidential', publicStance: null }],
    ['neutral', { level: 'confidential', publicStance: 0 }],
    ['-0.4', { level: 'confidential', publicStance: -0.4 }],
  ])('confidentiality %s', (cell, confidentiality) => {
    const plan = planOf(`Label,Confidentiality\nCooks,${cell}`)
    expect(plan.rows[0]?.stakeholder.confidentiality).toEqual(confidentiality)
  })

  test('cards of one segment never coincide', () => {
    const plan = planOf(`Label,Segment\n${'x,neutral\n'.repeat(500)}`)
    const depths = plan.rows.map(({ stakeholder }) => stakeholder.placement?.depth ?? -1)
    expect(new Set(depths).size).toBe(500)
    expect(Math.min(...depths)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...depths)).toBeLessThanOrEqual(1)
    expect(
      plan.rows.every(({ stakeholder: s }) => s.placement && segmentOf(s.placement.stance) === 2),
    ).toBe(true)
  })

  test('unknown columns become notes, tags or nothing, as chosen', () => {
    const text = 'Label,Ward,Notes,Found by,Old id\nCooks,North|South,Kind,Ana,77\n'
    expect(planOf(text).columns.filter(({ isUnknown }) => isUnknown)).toEqual([
      { header: 'Ward', meaning: 'note', isUnknown: true },
      { header: 'Found by', meaning: 'note', isUnknown: true },
      { header: 'Old id', meaning: 'note', isUnknown: true },
    ])
    const chosen = planOf(
      text,
      new Map([
        [1, 'tag'],
        [4, 'ignore'],
      ]),
    )
    expect(chosen.rows[0]?.stakeholder).toMatchObject({
      tags: ['Ward: North', 'Ward: South'],
      notes: 'Kind\nFound by: Ana',
    })
  })

  test('names that come twice are pointed out, and kept', () => {
    const plan = planOf('Label\nCooks\n\nParents\n cooks\n')
    expect(plan.rows.map(({ line }) => line)).toEqual([2, 4, 5])
    expect(plan.warnings).toEqual([
      { line: 5, code: 'duplicate name', value: 'cooks', firstLine: 2 },
    ])
  })

  test('a single column of names may hold commas', () => {
    const plan = planOf('Name\nNurses’ union, Local 12\n"Cooks; and others"\n')
    expect(plan.delimiter).toBeNull()
    expect(plan.rows.map(({ stakeholder }) => stakeholder.name)).toEqual([
      'Nurses’ union, Local 12',
      'Cooks; and others',
    ])
  })

  test('a sep= line decides the delimiter and counts as a line', () => {
    const plan = planOf('sep=;\r\nLabel;Segment\r\nCooks;nowhere\r\n')
    expect(plan.errors).toEqual([
      { line: 3, column: 'Segment', code: 'wrong value', value: 'nowhere' },
    ])
  })

  test('Latin-1 with semicolons', () => {
    const plan = fixture('latin1-semicolons.csv')
    expect(plan).toMatchObject({ encoding: 'windows-1252', delimiter: ';', errors: [] })
    expect(plan.rows.map(({ line, stakeholder: s }) => [line, s.name, s.notes])).toEqual([
      [2, 'École Ñandú', 'Directrice: Zoé\nlundi'],
      [4, 'Café Müller', ''],
    ])
  })

  test('UTF-16 with tabs', () => {
    const plan = fixture('utf16le-tabs.csv')
    expect(plan).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', errors: [] })
    expect(plan.rows.map(({ stakeholder }) => stakeholder.name)).toEqual(['Жильцы дома', 'جمعية'])
  })
})

describe('rows that are wrong', () => {
  test('every wrong cell is reported with the true line of the file', () => {
    const plan = planOf(
      'Label,Segment,Description,Influence\n' +
        'Cooks,neutral,"two\nlines",low\n' +
        '\n' +
        'Parents,here,"three\nlong\nlines",loud\n' +
        ',neutral,,\n' +
        'Pupils,,,\n',
    )
    expect(plan.errors).toEqual([
      { line: 5, column: 'Segment', code: 'wrong value', value: 'here' },
      { line: 7, column: 'Influence', code: 'wrong value', value: 'loud' },
      { line: 8, column: 'Label', code: 'empty name', value: '' },
    ])
    expect(importOfPlan(plan).stakeholders.map(({ name }) => name)).toEqual(['Cooks', 'Pupils'])
  })

  test.each([
    ['Label,Type\nCooks,gang', { column: 'Type', code: 'wrong value', value: 'gang' }],
    ['Label,Role\nCooks,spy', { column: 'Role', code: 'wrong value' }],
    ['Label,Segment\nCooks,1.5', { column: 'Segment', code: 'wrong value' }],
    ['Label,Influence\nCooks,-0.1', { column: 'Influence', code: 'wrong value' }],
    ['Label,Confidentiality\nCooks,1', { column: 'Confidentiality', code: 'wrong value' }],
    ['Label,Confidentiality\nCooks,maybe', { column: 'Confidentiality', code: 'wrong value' }],
    ['Label,Confidentiality\nCooks', { column: 'Confidentiality', code: 'too few cells' }],
    [
      'Label,Segment\nCooks,neutral,extra',
      { column: null, code: 'too many cells', value: 'extra' },
    ],
    [`Label,Segment\n${'x'.repeat(301)},neutral`, { column: 'Label', code: 'too long' }],
    [
      `Label,Tags\nCooks,${Array.from({ length: 51 }, (_, i) => i).join('|')}`,
      { column: 'Tags', code: 'too many' },
    ],
    [`Label,Offers\nCooks,${'x'.repeat(201)}`, { column: 'Offers', code: 'too long' }],
    [`Label,Description\nCooks,${'x'.repeat(20_001)}`, { column: 'Description', code: 'too long' }],
  ])('%s', (text, error) => {
    const plan = planOf(text)
    expect(plan.rows).toEqual([])
    expect(plan.errors).toMatchObject([{ line: 2, ...error }])
  })

  test('an unclosed quote is reported where it opens, and what it swallowed is not imported', () => {
    const plan = fixture('unbalanced-quote.csv')
    expect(plan.errors).toEqual([{ line: 3, column: null, code: 'unbalanced quote', value: '' }])
    expect(plan.rows.map(({ stakeholder }) => stakeholder.name)).toEqual(['Cooks'])
  })

  test('a quote that opens on a later line of a record is reported on its line', () => {
    const plan = planOf('Label,Description,Notes\nCooks,"a\nb\nc","opened\nParents,,\n')
    expect(plan.errors).toMatchObject([{ line: 4, code: 'unbalanced quote' }])
  })

  test('text after a closing quote is reported, the row not imported', () => {
    const plan = planOf('Label,Notes\nCooks,"a" b\nParents,"c"\nPupils,\n')
    expect(plan.errors).toMatchObject([{ line: 2, code: 'unbalanced quote' }])
    expect(plan.rows.some(({ stakeholder }) => stakeholder.name === 'Cooks')).toBe(false)
  })
})

describe('files that are refused', () => {
  test.each<[string, string, object]>([
    ['nothing', '\n\n', { code: 'empty file' }],
    [
      'no name column',
      '\nWho,Where\nCooks,neutral',
      { code: 'no name column', line: 2, value: 'Who Where' },
    ],
    [
      'a quote left open in the header',
      'Label,"Segment\nCooks,neutral',
      { code: 'unbalanced quote', line: 1 },
    ],
    [
      '10 million lines',
      `Label\n${'\n'.repeat(9_900_000)}`,
      { code: 'too many', limit: LIMITS.csvRows },
    ],
    [
      'too many stakeholders',
      `Label\n${'x\n'.repeat(LIMITS.stakeholders + 1)}`,
      { code: 'too many', limit: LIMITS.stakeholders },
    ],
    [
      'a header of 5 million columns',
      `Label${','.repeat(4_900_000)}`,
      { code: 'too many', line: 1 },
    ],
    [
      'more than the cap',
      'x'.repeat(LIMITS.csvFile + 1),
      { code: 'too large', limit: LIMITS.csvFile },
    ],
  ])('%s', (_, text, problem) => {
    expect(read(text)).toMatchObject({ ok: false, error: problem })
  })

  test.each([
    ['quotes all over', `Label,Notes\nCooks,"${'"x'.repeat(4_900_000)}`],
    ['quotes and spaces', `Label,Notes\nCooks,"${'" '.repeat(4_900_000)}`],
    ['pairs of quotes', `Label,Notes\nCooks,"${'""'.repeat(4_900_000)}`],
    ['a row of 9 million commas', `Label,Notes\nCooks${','.repeat(9_900_000)}`],
    [
      '20,000 rows with broken quotes',
      `Label,Notes\n${`"a"b",${'x'.repeat(480)}\n`.repeat(19_999)}`,
    ],
    ['bars', `Label,Tags\nCooks,${'|'.repeat(9_900_000)}`],
    ['10,000 rows with every cell wrong', `Label,Type,Segment,Role\n${',a,b,c\n'.repeat(9_999)}`],
  ])('%s are answered, not hung upon', (_, text) => {
    expect(typeof read(text).ok).toBe('boolean')
  })

  test('never throws on a text, and every line it names exists', () => {
    const csvText = fc
      .array(
        fc.constantFrom(
          'Label',
          'Segment',
          ',',
          ';',
          '\t',
          '"',
          '\n',
          '\r',
          '\r\n',
          'x',
          '|',
          '\u0000',
          'neutral',
        ),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(csvText, fc.string({ unit: 'binary' })), (text) => {
        const plan = read(`Label,Segment\n${text}`)
        const count = `Label,Segment\n${text}`.split(/\r\n|[\n\r]/u).length
        const lines = plan.ok
          ? [...plan.value.errors, ...plan.value.rows].map(({ line }) => line)
          : []
        for (const line of lines) {
          expect(line).toBeGreaterThan(1)
          expect(line).toBeLessThanOrEqual(count)
        }
      }),
      { numRuns: 500 },
    )
  })
})
