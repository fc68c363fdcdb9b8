import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { viewFor } from '../../../../src/audience/gate.ts'
import { looksLikeGraphml, readGraphml } from '../../../../src/files/network/graphml.ts'
import { graphmlWriter } from '../../../../src/files/network/graphmlWrite.ts'
import { readTextFile } from '../../../../src/files/textFile.ts'
import { docOf, stakeholder, tie, unwrap } from '../../../support/records.ts'
import { textOf } from './graphSupport.ts'

const fixture = (name: string): string => {
  const bytes = readFileSync(new URL(`../../../fixtures/network/${name}`, import.meta.url))
  return unwrap(readTextFile(bytes)).text
}
const read = (text: string) => unwrap(readGraphml(text))

describe('reading GraphML', () => {
  const plan = read(fixture('graphml-primer.graphml'))

  test('nodes with their data, also those of nested graphs', () => {
    expect(plan.import.map.name).toBe('Clean rivers')
    expect(plan.import.stakeholders).toMatchObject([
      {
        name: 'Rowing club',
        placement: { stance: 0.4 },
        description: 'Sixty people, every Friday',
        notes: 'members: 60',
      },
      { name: 'Anglers', placement: { stance: 0 }, notes: 'Ask Ines' },
      { name: 'Ministry', placement: { stance: 0 } },
      { name: 'Water office', networkPosition: null },
    ])
  })

  test('edges with their data; each may say whether it is directed', () => {
    expect(plan.import.relationships).toMatchObject([
      { from: 'e4', to: 'e3', kind: 'reports to', direction: 'one way', strength: 2 },
      { from: 'e1', to: 'e2', kind: 'works with', direction: 'mutual', strength: 2 },
      { from: 'e2', to: 'e3', kind: 'influences', direction: 'one way', strength: 3 },
    ])
  })

  test('what is taken otherwise, kept elsewhere or dropped is said', () => {
    expect(plan.faults).toEqual([])
    expect(plan.changes).toEqual([
      { code: 'nested', count: 1 },
      { code: 'tie kind', value: 'partners', kind: 'works with', count: 1 },
      { code: 'undirected as mutual', count: 1 },
    ])
    expect(plan.kept).toEqual([{ field: 'members', as: 'notes' }])
    expect(plan.dropped).toEqual(['desc', 'port', 'sourceport', 'hyperedge'])
  })

  describe('as yEd writes it', () => {
    const drawn = read(fixture('graphml-yed.graphml'))

    test('names and places are those drawn', () => {
      expect(drawn.import.stakeholders).toMatchObject([
        { name: 'Faith groups', networkPosition: { x: 150, y: 100 } },
        {
          name: 'St Mark’s parish',
          description: 'Runs the food bank',
          notes: 'url: https://example.org/parish',
          networkPosition: { x: 60, y: 100, pinned: true },
        },
        { name: 'Bishop', networkPosition: { x: 500, y: 300 } },
        { name: 'n2', networkPosition: null },
      ])
    })

    test('arrows say where a tie leads', () => {
      expect(drawn.import.relationships).toMatchObject([
        { from: 'e2', to: 'e3', kind: 'reports to', direction: 'one way' },
        { from: 'e4', to: 'e3', kind: 'trusts', direction: 'one way' },
        { from: 'e1', to: 'e3', direction: 'mutual' },
        { from: 'e1', to: 'e4', direction: 'mutual' },
      ])
      expect(drawn.changes).toContainEqual({ code: 'undirected as mutual', count: 1 })
    })

    test('colours and lines are named as dropped', () => {
      expect(drawn.dropped).toEqual(['y:Fill', 'y:LineStyle'])
    })
  })

  const withKeys = (keys: Record<string, string>, nodes: string) =>
    `<graphml>${Object.entries(keys)
      .map(([id, name]) => `<key id="${id}" for="node" attr.name="${name}"/>`)
      .join('')}<graph>${nodes}</graph></graphml>`

  test('as Gephi writes it: places, colours and sizes are data of plain names', () => {
    const keys = { l: 'label', x: 'x', y: 'y', r: 'r', g: 'g', b: 'b', s: 'size' }
    const node = (id: string, y: number) =>
      `<node id="${id}">${Object.keys(keys)
        .map((key) => `<data key="${key}">${key === 'y' ? y : 30}</data>`)
        .join('')}</node>`
    const gephi = read(withKeys(keys, node('a', 90) + node('b', -200)))
    expect(gephi.import.stakeholders.map(({ networkPosition }) => networkPosition?.y)).toEqual([
      -90, 200,
    ])
    expect(gephi.dropped).toEqual(['r', 'g', 'b', 'size'])
    expect(gephi.kept).toEqual([])
  })

  test('a size that is no drawing is kept', () => {
    const sized = read(withKeys({ s: 'size' }, '<node id="a"><data key="s">40</data></node>'))
    expect(sized.import.stakeholders[0]?.notes).toBe('size: 40')
  })

  test('faults are counted, each with its place', () => {
    const broken = read(
      `<graphml><graph edgedefault="directed">
<node id="a"/><node id="a"/><node/>
<edge source="a" target="zz"/><edge source="a" target="a"/><edge target="a"/>
</graph></graphml>`,
    )
    expect(broken.faults).toEqual([
      { place: { id: 'a' }, code: 'duplicate id', value: 'a' },
      { place: { line: 2 }, code: 'empty name', value: '', field: 'Label' },
      { place: { line: 3 }, code: 'unknown stakeholder', value: 'zz', field: 'Target' },
      { place: { line: 3 }, code: 'self-tie', value: 'a' },
      { place: { line: 3 }, code: 'missing end', value: '', field: 'Source' },
    ])
  })

  test('a misspelt key for confidentiality keeps the file out', () => {
    const text = withKeys({ c: 'Confidental' }, '<node id="a"><data key="c">yes</data></node>')
    expect(readGraphml(text)).toMatchObject({ error: { code: 'misspelt confidentiality' } })
  })

  test.each([
    ['an external entity', fixture('graphml-external-entity.graphml'), 'document type'],
    ['half a file', fixture('graphml-yed.graphml').slice(0, 1_500), 'truncated'],
    ['no graph', '<graphml/>', 'missing'],
    [
      '201 keys',
      withKeys(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`k${i}`, `k${i}`])), ''),
      'too many',
    ],
    ['10,001 nodes', `<graphml><graph>${'<node/>'.repeat(10_001)}</graph></graphml>`, 'too many'],
    [
      'graphs inside graphs',
      `<graphml>${'<graph><node id="a">'.repeat(40)}${'</node></graph>'.repeat(40)}</graphml>`,
      'too deep',
    ],
  ])('%s is refused', (_, text, code) => {
    expect(readGraphml(text)).toMatchObject({ ok: false, error: { code } })
  })

  test('it shows by its outermost element', () => {
    expect(looksLikeGraphml(fixture('graphml-yed.graphml'))).toBe(true)
    expect(looksLikeGraphml(fixture('gexf-1.3.gexf'))).toBe(false)
  })
})

describe('writing GraphML', () => {
  test('no edge is undirected, for tools that take no mixed graph', () => {
    const doc = docOf([
      stakeholder('a'),
      stakeholder('b'),
      tie('t', 'a', 'b', { direction: 'mutual' }),
    ])
    const text = textOf(graphmlWriter, viewFor(doc, 'team'))
    expect(text).not.toContain('directed="false"')
    expect(read(text).import.relationships).toMatchObject([{ direction: 'mutual' }])
    expect(read(text).changes).toEqual([])
  })

  test('notes of several lines survive', () => {
    const doc = docOf([
      stakeholder('a', { notes: 'One\n  <two> & "three"\t4', description: 'For\nall' }),
      stakeholder('b'),
      tie('t', 'a', 'b', { notes: 'Since\n2019' }),
    ])
    const plan = read(textOf(graphmlWriter, viewFor(doc, 'team')))
    expect(plan.import.stakeholders[0]).toMatchObject({
      notes: 'One\n  <two> & "three"\t4',
      description: 'For\nall',
    })
    expect(plan.import.relationships[0]?.notes).toBe('Since\n2019')
  })
})
