import { describe, expect, it } from 'vitest'
import { stanceOfSegment } from '../../../../src/domain/spectrum.ts'
import { withOutside } from '../../../../src/files/network/plan.ts'
import { fixture, planOf, readWell, textFile, tiesOf } from './fixture.ts'

describe('Kumu’s two tables', () => {
  const files = [fixture('kumu-elements.csv'), fixture('kumu-connections.csv')] as const
  const plan = planOf(...files)

  it('are known by their headings, in whichever order they are chosen', () => {
    const { plan: turned, files: taken } = readWell(files[1], files[0])
    expect(taken.map(({ name, holds }) => [name, holds])).toEqual([
      ['kumu-connections.csv', 'ties'],
      ['kumu-elements.csv', 'elements'],
    ])
    expect(turned).toEqual(plan)
    expect(plan.format).toBe('kumu csv')
  })

  it('give stakeholders: what means ours is understood, the rest is kept in notes and tags', () => {
    expect(plan.import.stakeholders).toMatchObject([
      {
        name: "Tenants' federation",
        kind: 'organisation',
        description: 'Speaks for 4,000 households',
        tags: ['housing', 'rent'],
        placement: { stance: stanceOfSegment(0) },
        influence: 0.85,
        sector: 'Housing',
        notes: 'Image: https://example.org/t.png\nFounded: 1998',
      },
      { name: 'Amina Yusuf', kind: 'person', confidentiality: { level: 'confidential' } },
      {
        name: 'Housing committee',
        kind: 'organisation',
        tags: ['Decision body'],
        influence: null,
        notes: 'Founded: 1974\nInfluence: 9',
      },
      { name: "Landlords' league", kind: 'organisation', tags: ['rent'] },
    ])
    expect(plan.kept).toEqual(
      expect.arrayContaining([
        { field: 'Type', as: 'tags' },
        { field: 'Image', as: 'notes' },
        { field: 'Founded', as: 'notes' },
        { field: 'Since', as: 'notes' },
      ]),
    )
  })

  it('give ties: their words, directions, strengths by thirds, several ends of one row', () => {
    expect(tiesOf(plan)).toEqual([
      "Amina Yusuf > Tenants' federation: reports to 3",
      "Tenants' federation > Housing committee: influences 2",
      "Tenants' federation <> Housing committee: opposes 1",
      "Tenants' federation <> Landlords' league: opposes 1",
      "Landlords' league > Housing committee: Member of 1",
    ])
    expect(plan.import.relationships.map(({ confidentiality }) => confidentiality)).toEqual([
      'confidential',
      'public',
      'public',
      'public',
      'public',
    ])
    expect(plan.import.relationships.map(({ notes }) => notes)).toEqual([
      'Since: 2019',
      'meets monthly',
      '',
      '',
      'Label: since 2001',
    ])
    expect(plan.changes).toEqual([
      { code: 'value in notes', count: 1, value: 'Influence' },
      { code: 'strength in thirds', count: 9, lowest: 1, highest: 9 },
      { code: 'tie kind', value: 'Lobbies', kind: 'influences', count: 1 },
      { code: 'tie kind', value: 'In conflict with', kind: 'opposes', count: 2 },
      { code: 'undirected as mutual', count: 2 },
    ])
  })

  it('name every row that is not taken', () => {
    expect(plan.faults.map(({ place, code, field }) => [place, code, field])).toEqual([
      [{ source: 'kumu-elements.csv', line: 6 }, 'duplicate name', undefined],
      [{ source: 'kumu-elements.csv', line: 7 }, 'wrong value', 'Confidentiality'],
      [{ source: 'kumu-connections.csv', line: 6 }, 'self-tie', undefined],
      [{ source: 'kumu-connections.csv', line: 7 }, 'unknown stakeholder', 'From'],
      [{ source: 'kumu-connections.csv', line: 8 }, 'missing end', 'From'],
      [{ source: 'kumu-connections.csv', line: 9 }, 'duplicate tie', undefined],
    ])
  })

  it('go by ids where elements have them, so that two may have one name', () => {
    const elements = textFile('e.csv', 'ID,Label,Type\nw1,Pipeline,Person\nw2,Pipeline,Person\n')
    const ties = textFile('c.csv', 'From,To,Type\nw1,w2,trusts\n')
    const byId = planOf(elements, ties)
    expect(byId.import.stakeholders.map(({ id, name }) => [id, name])).toEqual([
      ['e1', 'Pipeline'],
      ['e2', 'Pipeline'],
    ])
    expect(byId.import.relationships).toMatchObject([{ from: 'e1', to: 'e2', kind: 'trusts' }])
    expect(byId.changes).toContainEqual({ code: 'same name', count: 1 })
    const byName = planOf(elements, textFile('c.csv', 'From,To\nPipeline,w2\n'))
    expect(byName.faults).toMatchObject([{ code: 'ambiguous stakeholder', value: 'Pipeline' }])
  })

  it('one at a time: ties alone name whom they need', () => {
    const ties = planOf(textFile('c.csv', 'From,To,Type\nAna, bo ,trusts\nANA,Cem,trusts\n'))
    expect(ties.import.stakeholders).toEqual([])
    expect(ties.outside.map(({ name }) => name)).toEqual(['Ana', 'bo', 'Cem'])
    expect(ties.import.relationships).toHaveLength(2)
  })
})

describe('who is confidential', () => {
  const elements = (rows: string) => textFile('e.csv', `Label,Confidentiality\n${rows}`)
  const ties = textFile('c.csv', 'From,To\nAna,Bo\n')

  it.each([
    ['a word that isn’t known', 'Ana,public\nBo,perhaps\n'],
    ['a cell that isn’t there', 'Ana,public\nBo\n'],
    ['a quote that is never closed', 'Ana,public\n"Bo,hidden\n'],
  ])('is never made public by %s: neither as an element nor as the end of a tie', (_, rows) => {
    const plan = planOf(elements(rows), ties)
    expect(plan.import.stakeholders.map(({ name }) => name)).toEqual(['Ana'])
    expect(plan.outside).toEqual([])
    expect(plan.import.relationships).toEqual([])
    expect(plan.faults.map(({ code }) => code)).toContain('unknown stakeholder')
  })
})

describe('a name that only ties have', () => {
  it('is confidential when only confidential ties have it', () => {
    const plan = planOf(
      textFile('t.csv', 'From,To,Confidentiality\nAna,Bo,hidden\nBo,Cem,public\nDi,Ana,yes\n'),
    )
    expect(
      withOutside(plan.import, plan.outside).stakeholders.map(({ name, confidentiality }) => [
        name,
        confidentiality.level,
      ]),
    ).toEqual([
      ['Ana', 'confidential'],
      ['Bo', 'public'],
      ['Cem', 'public'],
      ['Di', 'confidential'],
    ])
  })
})

describe('a tie to somebody whose name is typed otherwise', () => {
  it('leads to the element, also when that is not taken', () => {
    const elements = textFile(
      'e.csv',
      'Label,Confidentiality\nNurses’ union,public\nCooks’ circle – east,perhaps\n',
    )
    const ties = textFile('t.csv', "From,To\nAna,nurses' Union\nAna,Cooks' circle - east\n")
    const plan = planOf(elements, ties)
    expect(tiesOf(plan)).toEqual(['Ana > Nurses’ union: influences 2'])
    expect(plan.outside.map(({ name }) => name)).toEqual(['Ana'])
  })
})

describe('a Kumu blueprint', () => {
  it('written by hand has its fields in the element, and ends may be labels', () => {
    const plan = planOf(fixture('kumu-blueprint.json'))
    expect(plan.format).toBe('kumu json')
    expect(plan.import.stakeholders).toMatchObject([
      {
        name: 'School cooks',
        kind: 'group',
        tags: ['kitchen', 'union'],
        notes: 'Favorite Dessert: shave ice',
      },
      { name: 'Education committee', kind: 'institution', placement: { stance: 0 } },
    ])
    expect(tiesOf(plan)).toEqual([
      'School cooks > Education committee: likes 2',
      'School cooks <> Education committee: trusts 2',
      "School cooks > Parents' council: works with 2",
    ])
    expect(plan.outside.map(({ name }) => name)).toEqual(["Parents' council"])
  })

  it('of a whole project has fields in attributes, places in its first map, and turned connections', () => {
    const plan = planOf(fixture('kumu-project.json'))
    expect(plan.import.map.name).toBe('Clean river')
    expect(plan.import.stakeholders).toMatchObject([
      {
        name: "Anglers' club",
        notes: 'power score: 8',
        tags: ['water'],
        networkPosition: { x: -120.5, y: 40, pinned: true },
      },
      { name: 'Paper mill', tags: ['Stakeholder'], networkPosition: { x: 200, pinned: false } },
      { name: 'Paper mill', tags: ['Site'], networkPosition: null },
    ])
    expect(tiesOf(plan)).toEqual(["Paper mill > Anglers' club: funds 2"])
    expect(plan.faults).toMatchObject([
      { place: { id: 'conn-2' }, code: 'unknown stakeholder', value: 'elem-Gone' },
    ])
    expect(plan.dropped).toEqual(['loops', 'perspectives', 'maps'])
  })

  it('is data and nothing else, whatever its keys are called', () => {
    const plan = planOf(
      textFile(
        'k.json',
        '{"elements":[{"label":"__proto__","__proto__":{"type":"Person"},"constructor":"x","toString":1},{"label":"constructor"},5,null,["a"]],"connections":[{"from":"__proto__","to":"constructor"},"x"]}',
      ),
    )
    expect(plan.import.stakeholders.map(({ name, kind }) => [name, kind])).toEqual([
      ['__proto__', 'organisation'],
      ['constructor', 'organisation'],
    ])
    expect(tiesOf(plan)).toEqual(['__proto__ > constructor: influences 2'])
    expect(plan.faults.map(({ code }) => code)).toEqual([
      'empty name',
      'empty name',
      'empty name',
      'missing end',
    ])
  })
})
