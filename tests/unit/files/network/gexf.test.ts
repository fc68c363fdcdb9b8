import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { viewFor } from '../../../../src/audience/gate.ts'
import { stanceOfSegment } from '../../../../src/domain/spectrum.ts'
import { looksLikeGexf, readGexf } from '../../../../src/files/network/gexf.ts'
import { gexfWriter } from '../../../../src/files/network/gexfWrite.ts'
import { readXmlTree } from '../../../../src/files/network/xmlTree.ts'
import { readTextFile } from '../../../../src/files/textFile.ts'
import { docOf, HIDDEN, inSegment, stakeholder, tie, unwrap } from '../../../support/records.ts'
import { textOf, words } from './graphSupport.ts'

const fixture = (name: string): string => {
  const bytes = readFileSync(new URL(`../../../fixtures/network/${name}`, import.meta.url))
  return unwrap(readTextFile(bytes)).text
}
const read = (text: string) => unwrap(readGexf(text))
const graph = (inner: string, attributes = '') =>
  `<gexf version="1.3"><graph ${attributes}>${inner}</graph></gexf>`

describe('reading GEXF', () => {
  const plan = read(fixture('gexf-1.3.gexf'))

  test('nodes become stakeholders, attributes that mean ours are understood', () => {
    expect(plan.import.map.name).toBe('Ridge Road incinerator')
    expect(plan.import.stakeholders).toMatchObject([
      {
        name: 'Ridge Road Parents',
        kind: 'group',
        placement: { stance: stanceOfSegment(0) },
        influence: 0.4,
        offers: ['volunteers', 'meeting room, large'],
        confidentiality: { level: 'public' },
        notes: 'modularity_class: 2',
      },
      { name: 'Mayor & council', kind: 'organisation', tags: ['Public body'], influence: 0.9 },
      {
        name: 'A worker at the plant',
        kind: 'person',
        placement: { stance: 0.55 },
        confidentiality: { level: 'confidential', publicStance: null },
      },
      // Values that a node leaves out are the usual ones; a node without a label is called by its id.
      { name: 'n3', placement: { stance: 0 } },
    ])
  })

  test('positions are put there by hand, and y is turned round', () => {
    expect(plan.import.stakeholders.map((one) => one.networkPosition)).toEqual([
      { x: -120.5, y: -40.25, pinned: true },
      { x: 80, y: 60, pinned: true },
      null,
      null,
    ])
  })

  test('edges become ties', () => {
    expect(plan.import.relationships).toMatchObject([
      { from: 'e1', to: 'e2', kind: 'influences', direction: 'one way', strength: 1 },
      { from: 'e1', to: 'e3', kind: 'trusts', direction: 'mutual', strength: 3 },
      { from: 'e2', to: 'e4', kind: 'own', label: 'share an office', direction: 'mutual' },
      { from: 'e4', to: 'e1', kind: 'influences', direction: 'one way', strength: 1 },
    ])
    expect(plan.import.relationships[0]?.notes).toBe('Every month\nSince: 2019')
  })

  test('what is taken otherwise, kept elsewhere or dropped is said', () => {
    expect(plan.faults).toEqual([])
    expect(plan.changes).toEqual([
      { code: 'id as name', count: 1 },
      { code: 'strength in thirds', count: 4, lowest: 1, highest: 10 },
      { code: 'tie kind', value: 'lobbies', kind: 'influences', count: 1 },
      { code: 'undirected as mutual', count: 1 },
    ])
    expect(plan.kept).toEqual([
      { field: 'Type', as: 'tags' },
      { field: 'modularity_class', as: 'notes' },
      { field: 'Since', as: 'notes' },
    ])
    expect(plan.dropped).toEqual(['viz:color', 'viz:size', 'viz:shape', 'viz:thickness'])
  })

  test('version 1.1, nodes inside nodes, a graph that changes: the last value counts', () => {
    const old = read(fixture('gexf-1.1-hierarchy.gexf'))
    expect(old.import.stakeholders.map(({ name }) => name)).toEqual([
      'Union',
      'Drivers',
      'Cleaners',
    ])
    expect(old.import.stakeholders[0]?.influence).toBe(0.85)
    expect(old.import.relationships).toMatchObject([
      { from: 'e2', to: 'e1' },
      { from: 'e3', to: 'e1' },
    ])
    expect(old.changes).toEqual([{ code: 'nested', count: 2 }])
    expect(old.dropped).toEqual(['mode="dynamic"', 'end', 'start', 'slices'])
  })

  test('what is wrong is left out, each with its place', () => {
    expect(read(fixture('gexf-1.1-hierarchy.gexf')).faults).toEqual([
      { place: { id: 'drivers' }, code: 'duplicate id', value: 'drivers' },
      { place: { line: 28 }, code: 'self-tie', value: 'cleaners' },
      { place: { line: 29 }, code: 'unknown stakeholder', value: 'nobody', field: 'Target' },
      { place: { line: 30 }, code: 'duplicate tie', value: 'cleaners' },
      { place: { line: 31 }, code: 'missing end', value: '', field: 'Source' },
    ])
  })

  test('ties in a circle are ties like others', () => {
    const nodes = '<nodes><node id="a"/><node id="b"/><node id="c"/></nodes>'
    const edges = ['ab', 'bc', 'ca'].map(([s, t]) => `<edge source="${s}" target="${t}"/>`).join('')
    const circle = read(graph(`${nodes}<edges>${edges}</edges>`, 'defaultedgetype="directed"'))
    expect(circle.import.relationships).toHaveLength(3)
  })

  const confidential = (title: string, value: string) =>
    graph(
      `<attributes class="node"><attribute id="0" title="${title}" type="string"/></attributes>
       <nodes><node id="a" label="A"><attvalues><attvalue for="0" value="${value}"/></attvalues></node></nodes>`,
    )

  test('a word for confidentiality that is not known keeps the element out', () => {
    const doubtful = read(confidential('Confidentiality', 'confidental'))
    expect(doubtful.import.stakeholders).toEqual([])
    expect(doubtful.faults).toMatchObject([{ place: { id: 'a' }, code: 'wrong value' }])
  })

  test('a misspelt attribute for confidentiality keeps the file out', () => {
    expect(readGexf(confidential('Confidentialty', 'yes'))).toMatchObject({
      error: { code: 'misspelt confidentiality' },
    })
  })

  test('drawings from 0 to 1 are spread out, drawings of one spot are none', () => {
    const at = (...points: [number, number][]) =>
      read(
        graph(
          `<nodes>${points.map(([x, y], i) => `<node id="${i}"><viz:position x="${x}" y="${y}"/></node>`).join('')}</nodes>`,
        ),
      ).import.stakeholders.map(({ networkPosition }) => networkPosition)
    const [a, b] = at([0, 0], [1, 1])
    expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThan(100)
    expect(at([0, 0], [0, 0])).toEqual([null, null])
    expect(at([0, 0], [5e6, 0]).every((place) => place && Math.abs(place.x) <= 1e6)).toBe(true)
    expect(at([0, 0], [Number.NaN, 3], [Infinity, 3])).toEqual([
      { x: 0, y: 0, pinned: true },
      null,
      null,
    ])
  })

  test.each([
    ['a billion laughs', fixture('gexf-billion-laughs.gexf'), 'document type'],
    ['half a file', fixture('gexf-1.3.gexf').slice(0, 2_000), 'truncated'],
    ['no graph', '<gexf version="1.3"><meta/></gexf>', 'missing'],
    ['10,001 nodes', graph(`<nodes>${'<node/>'.repeat(10_001)}</nodes>`), 'too many'],
    [
      '40,001 edges',
      graph(`<nodes><node id="a"/></nodes><edges>${'<edge source="a"/>'.repeat(40_001)}</edges>`),
      'too many',
    ],
    [
      '201 attributes',
      graph(
        `<attributes class="node">${Array.from({ length: 201 }, (_, i) => `<attribute id="${i}"/>`).join('')}</attributes>`,
      ),
      'too many',
    ],
  ])('%s is refused', (_, text, code) => {
    expect(readGexf(text)).toMatchObject({ ok: false, error: { code } })
  })

  test('the limits themselves are read', () => {
    const nodes = Array.from({ length: 10_000 }, (_, i) => `<node id="${i}" label="N${i}"/>`).join(
      '',
    )
    const edges = Array.from(
      { length: 40_000 },
      (_, i) =>
        `<edge source="${i % 10_000}" target="${(i * 7 + 1 + Math.floor(i / 10_000)) % 10_000}"/>`,
    ).join('')
    const large = read(
      graph(`<nodes>${nodes}</nodes><edges>${edges}</edges>`, 'defaultedgetype="directed"'),
    )
    expect(large.import.stakeholders).toHaveLength(10_000)
    expect(large.import.relationships.length + large.faults.length).toBe(40_000)
  })

  test('ids like names of prototypes are ids', () => {
    const odd = read(
      graph(
        '<nodes><node id="__proto__" label="A"/><node id="constructor" label="B"/></nodes><edges><edge source="__proto__" target="constructor"/><edge source="toString" target="constructor"/></edges>',
      ),
    )
    expect(odd.import.relationships).toHaveLength(1)
    expect(odd.faults).toMatchObject([{ code: 'unknown stakeholder' }])
  })

  test('an empty graph brings nothing', () => {
    const empty = read(graph('<nodes/><edges/>'))
    expect(empty.import.stakeholders).toEqual([])
    expect(empty.faults).toEqual([])
  })

  test('it shows by its outermost element', () => {
    expect(looksLikeGexf(fixture('gexf-1.3.gexf'))).toBe(true)
    expect(looksLikeGexf(fixture('graphml-primer.graphml'))).toBe(false)
  })
})

describe('writing GEXF', () => {
  const doc = docOf([
    stakeholder('a', { name: 'Parents & pupils', placement: inSegment(0), influence: 0.85 }),
    stakeholder('b', { name: 'A cook', kind: 'person', confidentiality: HIDDEN }),
    tie('t', 'a', 'b', { kind: 'funds', strength: 3 }),
  ])

  test('places, colours and sizes as the format has them', () => {
    const root = unwrap(readXmlTree(textOf(gexfWriter, viewFor(doc, 'team')), 'gexf'))
    const [node] = root.child('graph')?.child('nodes')?.all('node') ?? []
    expect(root.get('version')).toBe('1.3')
    expect(node?.get('label')).toBe('Parents & pupils')
    expect(['r', 'g', 'b'].map((part) => node?.child('color')?.get(part))).toEqual([
      '11',
      '107',
      '107',
    ])
    expect(Number(node?.child('size')?.get('value'))).toBeGreaterThan(0)
    expect(root.child('graph')?.child('nodes')?.all('node')[1]?.child('position')?.get('y')).toBe(
      '-7',
    )
    expect(root.child('graph')?.child('edges')?.child('edge')?.get('label')).toBe('finanziert')
  })

  test('without places there are none', () => {
    const [file] = gexfWriter.files(viewFor(doc, 'team'), new Map(), words)
    expect(file?.content).not.toContain('viz:position')
  })
})
