import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../../../src/domain/limits.ts'
import type { PlanFaultCode } from '../../../../src/files/network/plan.ts'
import { isForeignCsv } from '../../../../src/files/network/sniff.ts'
import { fixture, planOf, readWell, refusalOf, textFile } from './fixture.ts'

describe('a file', () => {
  it.each([
    ['gexf-1.3.gexf', 'gexf'],
    ['graphml-primer.graphml', 'graphml'],
    ['oligrapher-3.json', 'oligrapher'],
    ['jsonCanvas-workshop.canvas', 'json canvas'],
    ['kumu-project.json', 'kumu json'],
    ['kumu-workbook.xlsx', 'kumu xlsx'],
  ])('(%s) is known by what it holds, not by its name', (name, format) => {
    const { plan, files } = readWell({ ...fixture(name), name: 'download' })
    expect(plan.format).toBe(format)
    expect(files).toMatchObject([{ name: 'download', holds: 'both' }])
  })

  it('of our own ties is read by its names', () => {
    const bytes = readFileSync('src/data/freedom-summer-relationships.csv')
    const plan = planOf({ name: 'ties.csv', bytes: new Uint8Array(bytes) })
    expect(plan.format).toBe('allyscope ties csv')
    expect(plan.import.relationships).toHaveLength(33)
    expect([plan.faults, plan.changes, plan.kept]).toEqual([[], [], []])
  })

  it('in another encoding is read as it is meant, and a guess is told', () => {
    const latin = Uint8Array.from('From,To\nJosé,Zoë\n', (letter) => letter.charCodeAt(0))
    const { plan, files } = readWell({ name: 'l.csv', bytes: latin })
    expect(plan.outside.map(({ name }) => name)).toEqual(['José', 'Zoë'])
    expect(files).toMatchObject([{ encoding: 'windows-1252' }])
  })

  it.each([
    ['empty', '', 'empty file'],
    ['XML of another kind', '<html><body/></html>', 'unknown format'],
    ['JSON of another kind', '{"type":"FeatureCollection","features":[]}', 'unknown format'],
    ['a drawing', '{"type":"excalidraw","elements":[{"id":"a","type":"text"}]}', 'unknown format'],
    ['JSON that is cut off', '{"elements":[{"label":"A"', 'truncated'],
    ['a table of something else', 'Colour,Size\nred,3\n', 'no name column'],
    ['a misspelt heading', 'From,To,Confidentialty\nA,B,hidden\n', 'misspelt confidentiality'],
    ['a second such heading', 'Label,Private,Confidential\nA,no,yes\n', 'misspelt confidentiality'],
  ])('that is %s is refused', (_, text, code) => {
    expect(refusalOf(textFile('x', text))).toBe(code)
  })
})

describe('several files', () => {
  const elements = textFile('e.csv', 'Label\nAna\n')
  const ties = textFile('t.csv', 'From,To\nAna,Bo\n')

  it('are a table of each kind, or refused', () => {
    expect(planOf(elements, ties).import.stakeholders).toHaveLength(1)
    expect(refusalOf(elements, elements)).toBe('no pair')
    expect(refusalOf(ties, elements, ties)).toBe('no pair')
    expect(refusalOf(elements, textFile('x.csv', ''))).toBe('empty file')
  })

  it('may come in one zip, as they are exported', () => {
    const bytes = zipSync({
      'out/elements.csv': elements.bytes,
      'out/connections.csv': ties.bytes,
      '__MACOSX/out/._elements.csv': new Uint8Array(3),
      'out/readme.pdf': new Uint8Array(9),
    })
    const { plan, files } = readWell({ name: 'kumu.zip', bytes })
    expect(plan.import.relationships).toHaveLength(1)
    expect(files.map(({ name }) => name)).toEqual(['out/elements.csv', 'out/connections.csv'])
  })
})

describe('a very large table', () => {
  const rows = (count: number, row: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => row(index)).join('\n')

  it('of as many rows as there may be is read, each wrong one counted', () => {
    const count = LIMITS.csvRows
    const text = `From,To,Strength\n${rows(count, (n) => (n % 4 === 0 ? `A${n},A${n},1` : `A${n % 900},B${n},${n}`))}`
    const plan = planOf(textFile('t.csv', text))
    expect(plan.import.relationships).toHaveLength(count * 0.75)
    const codes = new Set(plan.faults.map(({ code }): PlanFaultCode => code))
    expect([plan.faults.length, [...codes]]).toEqual([count / 4, ['self-tie']])
  })

  it('of more is refused', () => {
    const text = `Source,Target\n${rows(LIMITS.csvRows + 1, (n) => `A${n},B${n}`)}`
    expect(refusalOf(textFile('t.csv', text))).toBe('too many')
    const list = `Id,Label\n${rows(LIMITS.stakeholders + 1, (n) => `n${n},N${n}`)}`
    expect(refusalOf(textFile('e.csv', list))).toBe('too many')
  })

  it('with thousands of ends in a row is refused before it fills the memory', () => {
    const ends = rows(9_000, (n) => `B${n}`).replaceAll('\n', '|')
    const text = `From,To\n${rows(90, (n) => `A${n},${ends}`)}`
    expect(refusalOf(textFile('t.csv', text))).toBe('too many')
  })

  it('of records that have no field in common is refused', () => {
    const elements = Array.from({ length: 5_000 }, (_, n) => ({ label: `L${n}`, [`f${n}`]: 'x' }))
    expect(refusalOf(textFile('k.json', JSON.stringify({ elements })))).toBe('too many')
  })
})

describe('a single CSV', () => {
  it.each([
    ['Label,Type\nA,person\nB,organisation\n', false],
    ['Label,Type\nA,person\nB,organsation\n', false],
    ['Name,Influence\nBo,enormous\n', false],
    ['Label,Type\nA,Company\nB,Event\n', true],
    ['Id,Label\n1,A\n', true],
    ['From,To\nA,B\n', true],
    ['Colour\nred\n', false],
    ['', false],
  ])('%j is a list of stakeholders, or another tool’s table (%s)', (text, isForeign) => {
    expect(isForeignCsv(text)).toBe(isForeign)
  })
})
