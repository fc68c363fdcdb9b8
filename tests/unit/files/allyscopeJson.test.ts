import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { viewFor } from '../../../src/audience/gate.ts'
import { mapFromImport } from '../../../src/domain/commands/importing.ts'
import { LIMITS } from '../../../src/domain/limits.ts'
import { asId, type Id, type MapId } from '../../../src/domain/records.ts'
import { allyscopeJson } from '../../../src/files/allyscopeJson.ts'
import { twinOf } from '../../support/twin.ts'
import { arbitraryMap } from './arbitraryMap.ts'

const minimal = {
  format: 'allyscope',
  formatVersion: 1,
  map: { name: 'School meals' },
  stakeholders: [
    { id: 'a', name: 'Cooks' },
    { id: 'b', name: 'Parents' },
  ],
  relationships: [{ id: 't', from: 'a', to: 'b', kind: 'trusts' }],
}
const withStakeholder = (fields: object) =>
  JSON.stringify({
    ...minimal,
    stakeholders: [{ id: 'a', name: 'Cooks', ...fields }],
    relationships: [],
  })
const withTie = (fields: object) =>
  JSON.stringify({ ...minimal, relationships: [{ ...minimal.relationships[0], ...fields }] })

let lastId = 0
const context = { newId: <I extends Id<string>>() => asId<I>(`new${++lastId}`) }

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([])
})

describe('a full copy', () => {
  test('brings back exactly the same map', () => {
    fc.assert(
      fc.property(arbitraryMap, (doc) => {
        const view = viewFor(doc, 'team')
        const text = allyscopeJson.write(view, { mapId: 'm1' })
        expect(allyscopeJson.write(view, { mapId: 'm1' })).toBe(text)
        const read = allyscopeJson.parse(text)
        if (!read.ok) throw new Error(JSON.stringify(read.error))
        expect(read.value.ignored).toEqual([])
        expect(read.value.import.map.id).toBe('m1')
        const rewritten = { ...read.value.import }
        expect(rewritten.stakeholders).toEqual(
          view.stakeholders.map(({ key, team, ...shared }) => ({ id: key, ...shared, ...team })),
        )
        expect(rewritten.relationships).toEqual(
          view.relationships.map(({ key, team, ...shared }) => ({ id: key, ...shared, ...team })),
        )
        expect(
          [
            ...new Set([...rewritten.sectors, ...view.stakeholders.flatMap((s) => s.sector ?? [])]),
          ].toSorted(),
        ).toEqual([...view.sectors].toSorted())
      }),
      { numRuns: 60 },
    )
  })

  test('opened as a map and written again gives the same bytes', () => {
    fc.assert(
      fc.property(arbitraryMap, (doc) => {
        // Two words that fold alike become one on import.
        const words = new Set(
          [...doc.sectors.values(), ...doc.resources.values()].map((w) =>
            w.name.normalize('NFKC').toLowerCase(),
          ),
        )
        fc.pre(words.size === doc.sectors.size + doc.resources.size)
        const text = allyscopeJson.write(viewFor(doc, 'team'), { mapId: 'm1' })
        const read = allyscopeJson.parse(text)
        if (!read.ok) throw new Error(JSON.stringify(read.error))
        const opened = mapFromImport(read.value.import, asId<MapId>('m1'), context)
        expect(allyscopeJson.write(viewFor(opened, 'team'), { mapId: 'm1' })).toBe(text)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a public copy', () => {
  test('has no field that only the team may see, and can be opened', () => {
    fc.assert(
      fc.property(arbitraryMap, (doc) => {
        const text = allyscopeJson.write(viewFor(doc, 'public'), { mapId: 'm1' })
        expect(text).not.toMatch(
          /^\s*"(?:aliases|confidentiality|notes|contact|networkPosition)":/mu,
        )
        const { map } = JSON.parse(text)
        expect(Object.hasOwn(map, 'id')).toBe(false)
        const read = allyscopeJson.parse(text)
        expect(
          read.ok &&
            read.value.import.stakeholders.every((s) => s.confidentiality.level === 'public'),
        ).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

test('a public copy is, byte for byte, that of the map without its hidden stakeholders', () => {
  fc.assert(
    fc.property(arbitraryMap, (doc) => {
      expect(allyscopeJson.write(viewFor(doc, 'public'))).toBe(
        allyscopeJson.write(viewFor(twinOf(doc), 'public')),
      )
    }),
    { numRuns: 100 },
  )
})

describe('a file written by hand', () => {
  test('needs only ids, names, ends and kinds', () => {
    const read = allyscopeJson.parse(`\ufeff${JSON.stringify(minimal)}`)
    expect(read.ok && read.value.import).toMatchObject({
      map: { id: null, name: 'School meals', we: '', alliesSide: 'left' },
      stakeholders: [
        {
          id: 'a',
          name: 'Cooks',
          placement: null,
          role: 'other',
          confidentiality: { level: 'public' },
        },
        { name: 'Parents' },
      ],
      relationships: [
        { from: 'a', to: 'b', strength: 2, direction: 'one way', confidentiality: 'public' },
      ],
    })
  })

  test('unknown fields are named, not silently dropped', () => {
    const text = JSON.stringify({
      ...minimal,
      author: 'Ana',
      stakeholders: [
        { id: 'a', name: 'Cooks', mood: 'good', placement: { stance: 0, depth: 0, ring: 1 } },
      ],
      relationships: [],
    }).replace('"mood"', '"__proto__":{"polluted":true},"mood"')
    const read = allyscopeJson.parse(text)
    expect(read.ok && read.value.ignored).toEqual([
      'author',
      'stakeholders[].__proto__',
      'stakeholders[].mood',
      'stakeholders[].placement.ring',
    ])
  })

  test('names are cleaned as if typed', () => {
    const read = allyscopeJson.parse(
      withStakeholder({ name: '  Co\u0000oks\u202e \ud800 & <b>\n' }),
    )
    expect(read.ok && read.value.import.stakeholders[0]?.name).toBe('Cooks \ufffd & <b>')
  })
})

describe('a file that is wrong', () => {
  const cases: [string, string, object][] = [
    ['nothing', ' \n', { code: 'empty file' }],
    ['no JSON', 'Dear all,\nhere is the map', { code: 'not json', line: 1, column: 1 }],
    [
      'a comma too many',
      '{\n  "format": "allyscope",\n}',
      { code: 'not json', line: 3, column: 1 },
    ],
    ['a line end in a text', '{"a":"b\r\nc"}', { code: 'not json', line: 1, column: 8 }],
    ['cut in the middle', JSON.stringify(minimal, null, 2).slice(0, 120), { code: 'truncated' }],
    ['JSON of others', '{"type":"excalidraw","elements":[]}', { code: 'foreign' }],
    ['a list', '[1,2,3]', { code: 'foreign' }],
    ['null', 'null', { code: 'foreign' }],
    [
      'a newer version',
      JSON.stringify({ ...minimal, formatVersion: 7 }),
      { code: 'newer version', value: '7', limit: 1 },
    ],
    [
      'no version',
      JSON.stringify({ ...minimal, formatVersion: undefined }),
      { code: 'missing', path: 'formatVersion' },
    ],
    [
      'version as text',
      JSON.stringify({ ...minimal, formatVersion: '1' }),
      { code: 'wrong value', path: 'formatVersion', value: '1' },
    ],
    [
      'no stakeholders',
      JSON.stringify({ ...minimal, stakeholders: undefined }),
      { code: 'missing', path: 'stakeholders' },
    ],
    ['no map', JSON.stringify({ ...minimal, map: undefined }), { code: 'missing', path: 'map' }],
    [
      'four segment names',
      JSON.stringify({ ...minimal, map: { name: 'x', segmentNames: ['a', 'b', 'c', 'd'] } }),
      { code: 'wrong value' },
    ],
    [
      'a segment name as number',
      JSON.stringify({ ...minimal, map: { name: 'x', segmentNames: [null, null, 3, null, null] } }),
      { code: 'wrong value', path: 'map.segmentNames[2]', value: '3' },
    ],
    [
      'a stakeholder as text',
      JSON.stringify({ ...minimal, stakeholders: ['Cooks'] }),
      { code: 'wrong value', path: 'stakeholders[0]', value: 'Cooks' },
    ],
    [
      'stance out of range',
      withStakeholder({ placement: { stance: 1.5, depth: 0 } }),
      { code: 'wrong value', path: 'stakeholders[0].placement.stance', value: '1.5' },
    ],
    [
      'stance infinite',
      withStakeholder({}).replace('"Cooks"', '"Cooks","placement":{"stance":1e999,"depth":0}'),
      { code: 'wrong value', path: 'stakeholders[0].placement.stance' },
    ],
    [
      'depth missing',
      withStakeholder({ placement: { stance: 0.5 } }),
      { code: 'missing', path: 'stakeholders[0].placement.depth' },
    ],
    [
      'unknown role',
      withStakeholder({ role: 'spy' }),
      { code: 'wrong value', path: 'stakeholders[0].role', value: 'spy' },
    ],
    [
      'empty name',
      withStakeholder({ name: ' \u200b ' }),
      { code: 'empty name', path: 'stakeholders[0].name' },
    ],
    [
      'name too long',
      withStakeholder({ name: 'x'.repeat(10_000) }),
      { code: 'too long', path: 'stakeholders[0].name', limit: LIMITS.name },
    ],
    [
      'name missing',
      withStakeholder({ name: undefined }),
      { code: 'missing', path: 'stakeholders[0].name' },
    ],
    [
      'tag too long',
      withStakeholder({ tags: ['ok', 'x'.repeat(201)] }),
      { code: 'too long', path: 'stakeholders[0].tags[1]', limit: LIMITS.shortText },
    ],
    [
      'too many tags',
      withStakeholder({ tags: Array(51).fill('x') }),
      { code: 'too many', path: 'stakeholders[0].tags', limit: 50 },
    ],
    [
      'notes too long',
      withStakeholder({ notes: 'x'.repeat(20_001) }),
      { code: 'too long', path: 'stakeholders[0].notes' },
    ],
    [
      'id with spaces',
      withStakeholder({ id: 'a b' }),
      { code: 'wrong value', path: 'stakeholders[0].id' },
    ],
    [
      'unknown level',
      withStakeholder({ confidentiality: { level: 'secret' } }),
      { code: 'wrong value', path: 'stakeholders[0].confidentiality.level', value: 'secret' },
    ],
    [
      'misspelt confidentiality',
      withStakeholder({ confidentialty: { level: 'confidential' } }),
      { code: 'misspelt confidentiality', path: 'stakeholders[0]', value: 'confidentialty' },
    ],
    [
      'confidentiality said of one only',
      JSON.stringify({
        ...minimal,
        stakeholders: [
          { id: 'a', name: 'A', confidentiality: { level: 'public' } },
          { id: 'b', name: 'B' },
        ],
      }),
      { code: 'missing', path: 'stakeholders[1].confidentiality' },
    ],
    [
      'the same id twice',
      JSON.stringify({
        ...minimal,
        stakeholders: [minimal.stakeholders[0], minimal.stakeholders[0]],
      }),
      { code: 'duplicate id', path: 'stakeholders[1].id', value: 'a' },
    ],
    [
      'a tie with the id of a stakeholder',
      withTie({ id: 'a' }),
      { code: 'duplicate id', path: 'relationships[0].id', value: 'a' },
    ],
    [
      'a tie to nobody',
      withTie({ to: 'z' }),
      { code: 'unknown stakeholder', path: 'relationships[0].to', value: 'z' },
    ],
    [
      'a tie to itself',
      withTie({ to: 'a' }),
      { code: 'self-tie', path: 'relationships[0]', value: 'a' },
    ],
    [
      'strength 4',
      withTie({ strength: 4 }),
      { code: 'wrong value', path: 'relationships[0].strength', value: '4' },
    ],
    [
      '__proto__ as the whole content',
      '{"__proto__":{"format":"allyscope","formatVersion":1}}',
      { code: 'foreign' },
    ],
    [
      '100,000 levels',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      { code: 'too deep', line: 1, column: 1_001 },
    ],
    ['100,000 levels, unclosed', '{"a":'.repeat(100_000), { code: 'too deep', line: 1 }],
    [
      '100,000 levels in a name',
      withStakeholder({}).replace('"Cooks"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      { code: 'too deep', line: 1 },
    ],
    [
      'too many stakeholders',
      JSON.stringify({ ...minimal, stakeholders: Array(10_001).fill(0) }),
      { code: 'too many', path: 'stakeholders', limit: LIMITS.stakeholders },
    ],
    ['50 MB', ' '.repeat(50_000_000), { code: 'too large', limit: LIMITS.jsonFile }],
    [
      '19 MB that breaks off',
      `{"format":"allyscope","formatVersion":1,"map":"${'x'.repeat(19_000_000)}`,
      { code: 'truncated' },
    ],
    ['19 MB of open brackets', '['.repeat(19_000_000), { code: 'too deep' }],
    ['19 MB of digits', `${'1'.repeat(19_000_000)}x`, { code: 'not json' }],
  ]
  test.each(cases)('%s', (_, text, problem) => {
    const read = allyscopeJson.parse(text)
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.error).toMatchObject(problem)
  })

  test('never throws on a text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => typeof allyscopeJson.parse(text).ok === 'boolean',
      ),
    )
  })

  test('never throws on any JSON in place of a part', () => {
    const key = fc.constantFrom('map', 'stakeholders', 'relationships', 'format', 'formatVersion')
    fc.assert(
      fc.property(key, fc.jsonValue(), (part, value) => {
        expect(typeof allyscopeJson.parse(JSON.stringify({ ...minimal, [part]: value })).ok).toBe(
          'boolean',
        )
      }),
    )
  })

  test('says where wherever the engine finds no JSON', () => {
    const text = JSON.stringify(minimal, null, 2)
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.string({ unit: 'binary', maxLength: 3 }),
        (at, put) => {
          const broken = text.slice(0, at) + put + text.slice(at + 1)
          const read = allyscopeJson.parse(broken)
          let isJson = true
          try {
            JSON.parse(broken)
          } catch {
            isJson = false
          }
          const code = read.ok ? null : read.error.code
          expect(code === 'not json' || code === 'truncated').toBe(!isJson)
          if (!isJson && !read.ok) expect(read.error.line).toBeGreaterThan(0)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('a truncated file is called truncated wherever it breaks off', () => {
    const text = JSON.stringify(minimal)
    for (let end = 1; end < text.length; end++) {
      const read = allyscopeJson.parse(text.slice(0, end))
      expect(read).toMatchObject({
        ok: false,
        error: { code: 'truncated', line: 1, column: end + 1 },
      })
    }
  })
})
