import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeOligrapher, readOligrapher } from '../../../../src/files/network/oligrapher.ts'
import { unwrap } from '../../../support/records.ts'

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/network/${name}`, import.meta.url), 'utf8'))
const read = (data: unknown) => unwrap(readOligrapher(data))

describe('reading Oligrapher', () => {
  const plan = read(fixture('oligrapher-3.json'))

  test('a saved map: what is shown stands in nodes and edges themselves', () => {
    expect(plan.import.map.name).toBe('Who pays for the pipeline')
    expect(plan.import.stakeholders).toMatchObject([
      {
        name: 'Northland Bank',
        description: 'Lends to the pipeline',
        networkPosition: { x: -120, y: 40, pinned: true },
        notes:
          'image: https://example.org/bank.png\nurl: https://example.org/org/33-Northland_Bank',
      },
      { name: 'R. Quist', networkPosition: { x: 90, y: -60 } },
      { name: 'Pipeline company', networkPosition: { x: 200, y: 150 } },
    ])
    expect(plan.import.relationships).toMatchObject([
      { from: 'e2', to: 'e1', kind: 'own', label: 'Director', direction: 'one way', strength: 1 },
      { from: 'e1', to: 'e3', kind: 'funds', direction: 'one way', strength: 3 },
      { from: 'e2', to: 'e3', kind: 'influences', direction: 'mutual' },
    ])
    expect(plan.import.relationships[0]?.notes).toBe('dash: true\nurl: https://example.org/rel/7')
  })

  test('what is left out, taken otherwise, kept elsewhere or dropped is said', () => {
    expect(plan.faults).toEqual([
      { place: { id: '10' }, code: 'unknown stakeholder', value: '404', field: 'To' },
    ])
    expect(plan.changes).toContainEqual({ code: 'undirected as mutual', count: 1 })
    expect(plan.kept.map(({ field }) => field)).toEqual(['image', 'url', 'dash'])
    expect(plan.dropped).toEqual(['captions', 'annotations', 'scale', 'cx', 'cy'])
  })

  test('version 2: what is shown stands in `display`, arrows point left or right', () => {
    const old = read(fixture('oligrapher-2.json'))
    expect(old.import.map.name).toBe('The revolving door')
    expect(old.import.stakeholders.map(({ name }) => name)).toEqual([
      'Treasury',
      'An investment house',
      'A former secretary',
    ])
    expect(old.import.relationships).toMatchObject([
      // The second node stands left of the first.
      { from: 'e1', to: 'e2', label: 'hired from', direction: 'one way', strength: 2 },
      { from: 'e3', to: 'e2', label: 'chaired', direction: 'one way' },
      { from: 'e3', to: 'e1', label: 'led', direction: 'mutual' },
    ])
    expect(old.faults).toMatchObject([{ place: { id: '4' }, code: 'self-tie' }])
  })

  test('the first maps: lists of entities and rels', () => {
    const first = read(fixture('oligrapher-1.json'))
    expect(first.import.stakeholders.map(({ name }) => name)).toEqual([
      'A foundation',
      'A think tank',
    ])
    expect(first.import.relationships).toMatchObject([
      { from: 'e1', to: 'e2', kind: 'funds', direction: 'one way' },
    ])
  })

  test('a graph by itself, as lists', () => {
    const { import: brought } = read({
      nodes: [
        { id: 1, name: 'A' },
        { id: 2, display: { name: 'B' } },
      ],
      edges: [{ id: 1, node1_id: 2, node2_id: 1, label: 'opposes', arrow: '1->2' }],
    })
    expect(brought.stakeholders.map(({ name }) => name)).toEqual(['A', 'B'])
    expect(brought.relationships).toMatchObject([{ from: 'e2', to: 'e1', kind: 'opposes' }])
  })

  test('duplicate ids, nodes without names, ends that are absent', () => {
    const broken = read({
      nodes: [{ id: 'a' }, { id: 'a', name: 'A' }, { name: '' }, 'x', null],
      edges: [{ node1_id: 'a' }, null, { node1_id: 'a', node2_id: 'b' }],
    })
    expect(broken.import.stakeholders.map(({ name }) => name)).toEqual(['a'])
    expect(broken.faults.map(({ code, place }) => [code, place])).toEqual([
      ['duplicate id', { id: 'a' }],
      ['empty name', { id: 'nodes[2]' }],
      ['empty name', { id: 'nodes[3]' }],
      ['empty name', { id: 'nodes[4]' }],
      ['missing end', { id: 'edges[0]' }],
      ['missing end', { id: 'edges[1]' }],
      ['unknown stakeholder', { id: 'edges[2]' }],
    ])
  })

  test('names of prototypes are data like any other', () => {
    const odd = read(
      JSON.parse(
        '{"nodes":{"__proto__":{"id":"__proto__","name":"A","toString":"x"},"b":{"id":"constructor","name":"B"}},"edges":{"1":{"id":"1","node1_id":"__proto__","node2_id":"constructor","label":"trusts"}}}',
      ),
    )
    expect(odd.import.relationships).toHaveLength(1)
    expect(odd.import.stakeholders[0]?.notes).toBe('toString: x')
  })

  test('too many nodes or edges are refused', () => {
    const nodes = Array.from({ length: 10_001 }, (_, id) => ({ id, display: { name: `N${id}` } }))
    expect(readOligrapher({ nodes, edges: [] })).toMatchObject({ error: { code: 'too many' } })
    const edges = Array.from({ length: 40_001 }, (_, id) => ({ id, node1_id: 1, node2_id: 2 }))
    expect(readOligrapher({ nodes: [], edges })).toMatchObject({ error: { code: 'too many' } })
  })

  test('other JSON is none of its maps', () => {
    for (const other of [
      null,
      1,
      [],
      {},
      { nodes: [], edges: [] },
      { elements: [] },
      { format: 'allyscope' },
    ]) {
      expect(looksLikeOligrapher(other)).toBe(false)
      expect(readOligrapher(other)).toMatchObject({ error: { code: 'unknown format' } })
    }
    expect(looksLikeOligrapher(fixture('oligrapher-3.json'))).toBe(true)
    expect(looksLikeOligrapher(fixture('jsonCanvas-workshop.canvas'))).toBe(false)
  })

  test('whatever stands in a map, there is an answer', () => {
    const any = fc.jsonValue()
    const entry = fc.record(
      {
        id: any,
        name: any,
        x: any,
        y: any,
        display: any,
        node1_id: any,
        node2_id: any,
        arrow: any,
        scale: any,
        label: any,
      },
      { requiredKeys: [] },
    )
    const entries = fc.oneof(any, fc.array(entry), fc.dictionary(fc.string(), entry))
    fc.assert(
      fc.property(fc.record({ nodes: entries, edges: entries, title: any }), (data) => {
        expect(typeof readOligrapher(data).ok).toBe('boolean')
        expect(typeof readOligrapher({ graph: data }).ok).toBe('boolean')
      }),
    )
  })
})
