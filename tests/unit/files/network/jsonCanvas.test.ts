import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { viewFor } from '../../../../src/audience/gate.ts'
import { cleanName } from '../../../../src/domain/names.ts'
import { looksLikeJsonCanvas, readJsonCanvas } from '../../../../src/files/network/jsonCanvas.ts'
import { edgeLabel, edgeLabelIn } from '../../../../src/files/network/jsonCanvasEdges.ts'
import { cardText, cardTextIn } from '../../../../src/files/network/jsonCanvasText.ts'
import { jsonCanvasWriter } from '../../../../src/files/network/jsonCanvasWrite.ts'
import { docOf, HIDDEN, inSegment, stakeholder, tie, unwrap } from '../../../support/records.ts'
import { arbitraryMap } from '../arbitraryMap.ts'
import { factsOf, factsOfPlan, isSayable, textOf } from './graphSupport.ts'

const workshop: unknown = JSON.parse(
  readFileSync(
    new URL('../../../fixtures/network/jsonCanvas-workshop.canvas', import.meta.url),
    'utf8',
  ),
)
const read = (data: unknown) => unwrap(readJsonCanvas(data))
const card = (id: string, text: string, x = 0, y = 0) => ({
  id,
  type: 'text',
  x,
  y,
  width: 10,
  height: 10,
  text,
})
const group = (label: string, facts: object = {}) => ({
  id: label,
  type: 'group',
  x: -50,
  y: -50,
  width: 200,
  height: 200,
  label,
  ...facts,
})

describe('reading JSON Canvas', () => {
  const plan = read(workshop)

  test('cards, files and links become stakeholders, in the segment of their group', () => {
    expect(plan.import.stakeholders).toMatchObject([
      {
        name: "Teachers' union",
        placement: { stance: 0.8 },
        influence: 0.85,
        tags: ['Unions / guilds'],
        description: 'Has **called** for it twice',
        networkPosition: { x: 145, y: 70, pinned: true },
      },
      { name: 'Ines from the clinic', placement: { stance: 0.8 }, tags: [] },
      {
        name: 'School board',
        // A group without a name, in yellow.
        placement: { stance: 0 },
        notes: 'file: groups/School board.md\nsubpath: #Members',
      },
      {
        name: 'example.org/ministry',
        placement: null,
        notes: 'url: https://example.org/ministry/',
      },
      { name: 'e', placement: null },
    ])
  })

  test('edges become ties; unless said otherwise the arrow is at the end', () => {
    expect(plan.import.relationships).toMatchObject([
      { from: 'e1', to: 'e3', kind: 'influences', direction: 'one way' },
      { from: 'e2', to: 'e1', kind: 'own', label: 'meets', direction: 'mutual' },
      { from: 'e4', to: 'e3', direction: 'one way' },
      { from: 'e4', to: 'e5', direction: 'mutual' },
    ])
  })

  test('what is left out, taken otherwise, kept elsewhere or dropped is said', () => {
    expect(plan.faults).toEqual([
      { place: { id: 'f' }, code: 'wrong value', field: 'type', value: 'sticker' },
      { place: { id: 'e5' }, code: 'unknown stakeholder', value: 'g2', field: 'To' },
      { place: { id: 'e6' }, code: 'self-tie', value: 'a' },
    ])
    expect(plan.changes).toEqual([
      { code: 'text as name', count: 1 },
      { code: 'id as name', count: 1 },
      { code: 'tie kind', value: 'lobbies', kind: 'influences', count: 1 },
      { code: 'undirected as mutual', count: 1 },
    ])
    expect(plan.kept).toContainEqual({ field: 'group', as: 'tags' })
    expect(plan.dropped).toEqual(['background', 'color'])
  })

  test('of groups inside each other the smallest segment counts, and all other names', () => {
    const inner = group('Neutral', { width: 100, height: 100 })
    const { import: brought } = read({
      nodes: [
        group('Active opponents'),
        inner,
        group('North'),
        group('South', { x: 900 }),
        card('a', 'A'),
      ],
    })
    expect(brought.stakeholders).toMatchObject([{ placement: { stance: 0 }, tags: ['North'] }])
  })

  test('a number is no segment, a misspelt word for confidentiality no public stakeholder', () => {
    expect(read({ nodes: [group('1'), card('a', 'A')] }).import.stakeholders).toMatchObject([
      { placement: null, tags: ['1'] },
    ])
    const text = 'A\n- Confidentiality: confidental'
    expect(read({ nodes: [card('a', text)] }).import.stakeholders).toEqual([])
    expect(readJsonCanvas({ nodes: [card('a', 'A\n- Confidental: yes')] })).toMatchObject({
      error: { code: 'misspelt confidentiality' },
    })
  })

  test('duplicate ids and too many of anything', () => {
    expect(read({ nodes: [card('a', 'A'), card('a', 'B')] }).faults).toMatchObject([
      { code: 'duplicate id' },
    ])
    for (const data of [
      { nodes: Array.from({ length: 10_001 }, (_, i) => card(String(i), 'A')) },
      { nodes: Array.from({ length: 1_001 }, (_, i) => group(String(i))) },
      { nodes: [], edges: Array.from({ length: 40_001 }, () => ({})) },
    ]) {
      expect(readJsonCanvas(data)).toMatchObject({ error: { code: 'too many' } })
    }
  })

  test('it shows by its nodes and edges', () => {
    expect(looksLikeJsonCanvas(workshop)).toBe(true)
    expect(looksLikeJsonCanvas({ edges: [{ fromNode: 'a', toNode: 'b' }] })).toBe(true)
    for (const other of [null, [], {}, { nodes: [] }, { nodes: [{ id: 1 }] }, 'canvas']) {
      expect(looksLikeJsonCanvas(other)).toBe(false)
    }
  })

  test('whatever stands in a canvas, there is an answer', () => {
    const any = fc.jsonValue()
    const node = fc.record(
      {
        id: any,
        type: fc.oneof(any, fc.constantFrom('text', 'group', 'file', 'link')),
        x: any,
        y: any,
        width: any,
        height: any,
        text: any,
        label: any,
        color: any,
      },
      { requiredKeys: [] },
    )
    const edge = fc.record(
      { id: any, fromNode: any, toNode: any, label: any, toEnd: any },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.record({ nodes: fc.array(node), edges: fc.array(edge) }), (data) => {
        expect(typeof readJsonCanvas(data).ok).toBe('boolean')
      }),
    )
  })
})

describe('the text of a card', () => {
  test.each([
    ['# A heading', 'A heading'],
    ['- [ ] a **box** to tick', 'a box to tick'],
    ['> [A page](https://example.org)', 'A page'],
    ['1. [[notes/A|An alias]]', 'An alias'],
    ['**Nurses** at _night_', 'Nurses at _night_'],
    ['snake_case', 'snake_case'],
    ['2 * 3', '2  3'],
  ])('%s is called %s', (text, name) => {
    expect(cardTextIn(text)).toEqual({ name, fields: [], description: '' })
  })

  test('a first line that is too long is cut at a word, and kept as a whole', () => {
    const text = 'word '.repeat(100).trim()
    const { name, description } = cardTextIn(text)
    expect(name.length).toBeLessThanOrEqual(300)
    expect(name.endsWith('word…')).toBe(true)
    expect(description).toBe(text)
  })

  test('only lines right under the name are fields', () => {
    expect(cardTextIn('A\n- Sector: Health\n- Remark: x\n- Role: member')).toEqual({
      name: 'A',
      fields: [{ name: 'Sector', value: 'Health' }],
      description: '- Remark: x\n- Role: member',
    })
  })

  test('what is written is read again', () => {
    const names = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom(...Array.from('*_`[]()#<>~\\|-:! a1.')) }),
      )
      .map((text) => cleanName(text))
      .filter((name) => name.ok)
      .map(({ value }) => value)
    fc.assert(
      fc.property(names, names, (name, value) => {
        const text = { name, fields: [{ name: 'Sector', value }], description: '- Role: target' }
        expect(cardTextIn(cardText(text))).toEqual(text)
      }),
    )
  })

  test('labels of ties, too', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '•',
        'a •',
        'a ••',
        '••••',
        '[confidential]',
        'a [Confidential]',
        'a • [confidential]',
      ),
    )
    fc.assert(
      fc.property(
        word.map((text) => text.trim()),
        fc.constantFrom(1, 2, 3),
        fc.boolean(),
        (text, strength, isConfidential) => {
          const label = { word: text, strength, isConfidential }
          expect(edgeLabelIn(edgeLabel(label))).toEqual(label)
        },
      ),
    )
  })
})

interface Rect {
  readonly id: string
  readonly type: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

describe('writing JSON Canvas', () => {
  const doc = docOf([
    stakeholder('a', { name: 'Parents', placement: inSegment(0) }),
    stakeholder('b', { name: 'A cook', confidentiality: HIDDEN }),
    tie('t', 'a', 'b', { kind: 'funds', strength: 3, confidentiality: 'confidential' }),
  ])
  const nodesOf = (text: string) => (JSON.parse(text) as { nodes: Rect[] }).nodes

  test('segments are groups, cards stand in theirs, ties are edges', () => {
    const canvas: unknown = JSON.parse(textOf(jsonCanvasWriter, viewFor(doc, 'team')))
    expect(canvas).toMatchObject({
      nodes: [
        { type: 'group', label: 'Aktive', color: '#0b6b6b' },
        { type: 'group', label: 'Passive' },
        { type: 'group' },
        { type: 'group' },
        { type: 'group' },
        { type: 'group', label: 'Noch nicht eingeordnet' },
        { type: 'text', text: '**Parents**\n- Type: group', color: '#0b6b6b' },
        { type: 'text', text: '**A cook**\n- Type: group\n- Confidentiality: confidential' },
      ],
      edges: [{ fromEnd: 'none', toEnd: 'arrow', label: 'finanziert ••• [confidential]' }],
    })
  })

  test('only what the format knows, in whole pixels', () => {
    const known = {
      text: ['id', 'type', 'x', 'y', 'width', 'height', 'color', 'text'],
      group: ['id', 'type', 'x', 'y', 'width', 'height', 'color', 'label'],
    }
    for (const node of nodesOf(textOf(jsonCanvasWriter, viewFor(doc, 'team')))) {
      expect(known[node.type === 'group' ? 'group' : 'text']).toEqual(
        expect.arrayContaining(Object.keys(node)),
      )
      expect([node.x, node.y, node.width, node.height].every(Number.isInteger)).toBe(true)
    }
  })

  test('nothing covers anything, and every card is inside its group', () => {
    const crowd = fc.array(fc.tuple(fc.constantFrom(0, 1, 2, 3, 4, null), fc.nat(400)), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(crowd, (people) => {
        const map = docOf(
          people.map(([segment, length], index) =>
            stakeholder(`s${index}`, {
              name: 'x'.repeat((length % 200) + 1),
              description: 'word '.repeat(length),
              placement: segment === null ? null : inSegment(segment),
            }),
          ),
        )
        const nodes = nodesOf(textOf(jsonCanvasWriter, viewFor(map, 'team')))
        const groups = nodes.filter(({ type }) => type === 'group')
        const cards = nodes.filter(({ type }) => type === 'text')
        const overlap = (a: Rect, b: Rect) =>
          a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
        for (const list of [groups, cards]) {
          const pairs = list.flatMap((one, index) =>
            list.slice(index + 1).map((two) => [one, two] as const),
          )
          expect(pairs.filter(([one, two]) => overlap(one, two))).toEqual([])
        }
        const inside = (a: Rect, b: Rect) =>
          a.x >= b.x &&
          a.y >= b.y &&
          a.x + a.width <= b.x + b.width &&
          a.y + a.height <= b.y + b.height
        expect(cards.every((one) => groups.some((around) => inside(one, around)))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('the allies stand on their side', () => {
    const flipped = docOf([], { alliesSide: 'right' })
    expect(nodesOf(textOf(jsonCanvasWriter, viewFor(flipped, 'team')))[0]?.id).toBe('segment:4')
  })

  test('what is written is read again as it was', () => {
    fc.assert(
      fc.property(arbitraryMap.filter(isSayable), (map) => {
        const plan = read(JSON.parse(textOf(jsonCanvasWriter, viewFor(map, 'team'))))
        expect(factsOfPlan(plan)).toEqual(factsOf(map))
        expect(plan.dropped).toEqual([])
        expect(plan.faults.every(({ code }) => code === 'duplicate tie')).toBe(true)
        expect(plan.import.stakeholders.every((one) => one.networkPosition === null)).toBe(true)
      }),
    )
  })
})
