import { describe, expect, test } from 'vitest'
import { INFLUENCE_LEVELS, influenceLevel } from '../../../src/domain/influence.ts'
import stakeholdersCsv from '../../../src/data/freedom-summer-stakeholders.csv?raw'
import tiesCsv from '../../../src/data/freedom-summer-relationships.csv?raw'
import { freedomSummer, readFreedomSummer } from '../../../src/files/freedomSummer.ts'

describe('the example', () => {
  const example = freedomSummer()

  test('holds every row of the bundled files', () => {
    const nothing = { faults: [], changes: [], kept: [], dropped: [], outside: [] }
    expect(readFreedomSummer()).toMatchObject(nothing)
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

test('each level of influence is shown as itself', () => {
  expect(Object.values(INFLUENCE_LEVELS).map(influenceLevel)).toEqual(['low', 'medium', 'high'])
})
