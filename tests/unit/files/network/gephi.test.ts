import { describe, expect, it } from 'vitest'
import { fixture, planOf, textFile, tiesOf } from './fixture.ts'

describe('Gephi’s two tables', () => {
  const plan = planOf(fixture('gephi-nodes.csv'), fixture('gephi-edges.csv'))

  it('give stakeholders by id; one without a label is called by it', () => {
    expect(plan.format).toBe('gephi csv')
    expect(plan.import.stakeholders.map(({ name, notes }) => [name, notes])).toEqual([
      ["Anglers' club", 'modularity_class: 2'],
      ['Paper mill', 'modularity_class: 1'],
      ['n3', 'modularity_class: 1'],
    ])
    expect(plan.changes).toContainEqual({ code: 'id as name', count: 1 })
  })

  it('give ties with Type for direction, Weight by thirds, and Kind or else Label as their word', () => {
    expect(tiesOf(plan)).toEqual([
      "Anglers' club > Paper mill: opposes 1",
      'Paper mill <> n3: shares land 2',
      "n3 > Anglers' club: funds 3",
    ])
    expect(plan.faults).toMatchObject([
      { place: { line: 5, source: 'gephi-nodes.csv' }, code: 'duplicate id', value: 'n2' },
      { place: { line: 5, source: 'gephi-edges.csv' }, code: 'unknown stakeholder', value: 'n9' },
    ])
  })

  it('of edges alone take the ids for names', () => {
    const edges = planOf(textFile('edges.csv', 'Source;Target;Type\nAna;Bo;Directed\n'))
    expect(edges.format).toBe('gephi csv')
    expect(edges.outside.map(({ name }) => name)).toEqual(['Ana', 'Bo'])
    expect(edges.import.relationships).toMatchObject([{ kind: 'influences', direction: 'one way' }])
  })

  it('of nodes that are nothing but ids are stakeholders too', () => {
    expect(planOf(textFile('n.csv', 'Id\nA\nB\n')).import.stakeholders).toMatchObject([
      { name: 'A' },
      { name: 'B' },
    ])
  })
})
