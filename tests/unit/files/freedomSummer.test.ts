import { describe, expect, test } from 'vitest'
import { INFLUENCE_LEVELS, influenceLevel } from '../../../src/domain/influence.ts'
import stakeholdersCsv from '../../../src/data/freedom-summer-stakeholders.csv?raw'
import tiesCsv from '../../../src/data/freedom-summer-relationships.csv?raw'
import { freedomSummer } from '../../../src/files/freedomSummer.ts'
import { relationshipCsv } from '../../../src/files/relationshipCsv.ts'
import { stakeholderCsv } from '../../../src/files/stakeholderCsv.ts'

describe('the example', () => {
  const example = freedomSummer()

  test('holds every row of the bundled files', () => {
    const plan = stakeholderCsv.parse({ text: stakeholdersCsv, encoding: 'utf-8' })
    expect(plan).toMatchObject({ ok: true, value: { errors: [], warnings: [] } })
    expect(plan.ok && plan.value.columns.filter(({ isUnknown }) => isUnknown)).toEqual([])
    const ties = relationshipCsv.parse(tiesCsv, example.stakeholders)
    expect(ties).toMatchObject({ ok: true, value: { errors: [], ignored: [] } })
    expect(example.stakeholders).toHaveLength(stakeholdersCsv.trim().split('\n').length - 1)
    expect(example.relationships).toHaveLength(tiesCsv.trim().split('\n').length - 1)
  })

  test('hides its confidential stakeholders and ties', () => {
    const hidden = example.stakeholders.filter(
      ({ confidentiality: c }) => c.level === 'confidential' && c.publicStance === null,
    )
    expect(hidden.map(({ name }) => name)).toEqual([
      'Black families who house volunteers',
      'Black schoolteachers in Mississippi',
    ])
    expect(
      example.relationships.filter(({ confidentiality }) => confidentiality === 'confidential'),
    ).toHaveLength(3)
  })

  test('knows the coalition and its target', () => {
    expect(example.stakeholders.filter(({ role }) => role === 'member')).toHaveLength(4)
    expect(
      example.stakeholders.filter(({ role }) => role === 'target').map(({ name }) => name),
    ).toEqual(['Democratic National Committee'])
    expect(example.map).toMatchObject({ id: null, name: 'Freedom Summer, 1964' })
  })
})

describe('relationships from a CSV', () => {
  const people = [
    { id: 'a', name: 'Cooks' },
    { id: 'b', name: 'Parents' },
    { id: 'c', name: 'Twins' },
    { id: 'd', name: 'twins' },
  ]

  test('ends are found by name, an unknown kind becomes the tie’s own word', () => {
    const plan = relationshipCsv.parse(
      'To;From;Type;Strength;Confidential;Seen\nparents;COOKS;Feeds;strong;yes;1\n',
      people,
    )
    expect(plan).toMatchObject({
      ok: true,
      value: {
        delimiter: ';',
        ignored: ['Seen'],
        rows: [
          {
            line: 2,
            relationship: {
              from: 'a',
              to: 'b',
              kind: 'own',
              label: 'Feeds',
              direction: 'one way',
              strength: 3,
              confidentiality: 'confidential',
            },
          },
        ],
        errors: [],
      },
    })
  })

  test.each([
    ['Cooks,Pupils,trusts,,,', { column: 'To', code: 'unknown stakeholder', value: 'Pupils' }],
    ['Twins,Cooks,trusts,,,', { column: 'From', code: 'ambiguous stakeholder' }],
    ['Cooks,cooks,trusts,,,', { column: null, code: 'self-tie' }],
    ['Cooks,Parents,trusts,upwards,,', { column: 'Direction', code: 'wrong value' }],
    ['Cooks,Parents,trusts,,4,', { column: 'Strength', code: 'wrong value' }],
    ['Cooks,Parents,trusts,,,perhaps', { column: 'Confidentiality', code: 'wrong value' }],
    ['Cooks,Parents,trusts', { column: 'Confidentiality', code: 'too few cells' }],
    ['Cooks,Parents,"trusts', { column: null, code: 'unbalanced quote' }],
  ])('%s', (row, error) => {
    const plan = relationshipCsv.parse(
      `From,To,Type,Direction,Strength,Confidentiality\n${row}\n`,
      people,
    )
    expect(plan).toMatchObject({ ok: true, value: { rows: [], errors: [{ line: 2, ...error }] } })
  })

  test('a file without ends is refused', () => {
    expect(relationshipCsv.parse('From,Type\nCooks,trusts', people)).toMatchObject({
      ok: false,
      error: { code: 'no name column' },
    })
  })
})

test('each level of influence is shown as itself', () => {
  expect(Object.values(INFLUENCE_LEVELS).map(influenceLevel)).toEqual(['low', 'medium', 'high'])
})
