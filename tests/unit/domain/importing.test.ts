import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addImported, importCounts } from '../../../src/domain/commands/importing.ts'
import { connectStakeholders } from '../../../src/domain/commands/relationships.ts'
import { applyDiff } from '../../../src/domain/diff.ts'
import { type DecodedImport, knownByName } from '../../../src/domain/imported.ts'
import {
  DIRECTIONS,
  type MapDoc,
  type Relationship,
  RELATIONSHIP_KINDS,
} from '../../../src/domain/records.ts'
import { Twins } from '../../../src/domain/twins.ts'
import { importOf } from '../../../src/domain/imported.ts'
import { withOutside } from '../../../src/files/network/plan.ts'
import { counting, docOf, personId, stakeholder, tie, unwrap } from '../../support/records.ts'

/** Stakeholders called like their ids, and ties between them or to others. */
const fileOf = (
  names: readonly string[],
  ties: readonly (readonly [from: string, to: string, facts?: Partial<Relationship>])[],
): DecodedImport => {
  const people = withOutside(
    importOf([], []),
    names.map((name) => ({ id: name, name, isConfidential: false })),
  ).stakeholders
  return importOf(
    people,
    ties.map(([from, to, facts], index) => {
      const { type: _type, ...rest } = tie(`t${index}`, from, to, facts)
      return { ...rest, id: `t${index}`, from, to }
    }),
  )
}
const run = (doc: MapDoc, ...[file, known]: Parameters<typeof addImported>): MapDoc =>
  applyDiff(doc, unwrap(addImported(file, known)(doc, counting())))
const saysTies = ({ stakeholders, relationships }: MapDoc) =>
  [...relationships.values()].map(({ from, to, kind }) =>
    [stakeholders.get(from)?.name, kind, stakeholders.get(to)?.name].join(' '),
  )

describe('a file that names those whom the map has', () => {
  const doc = docOf([
    stakeholder('a', { name: 'Ana', notes: 'ours', order: 4 }),
    stakeholder('b', { name: 'Bo' }),
    tie('t', 'a', 'b', { kind: 'trusts' }),
  ])
  const known = new Map([
    ['ANA', personId('a')],
    ['bo', personId('b')],
  ])

  it('adds ties between them, changes nothing of them, and adds only the others', () => {
    const file = fileOf(
      ['ANA', 'Cem'],
      [
        ['ANA', 'Cem'],
        ['ANA', 'bo', { kind: 'funds' }],
      ],
    )
    const after = run(doc, file, known)
    expect([...after.stakeholders.values()].map(({ name }) => name)).toEqual(['Ana', 'Bo', 'Cem'])
    expect(after.stakeholders.get(personId('a'))).toBe(doc.stakeholders.get(personId('a')))
    expect(saysTies(after)).toEqual(['Ana trusts Bo', 'Ana influences Cem', 'Ana funds Bo'])
    expect(importCounts(doc, file, known)).toEqual({
      stakeholders: 1,
      ties: 2,
      tiesThere: 0,
      tiesLoose: 0,
    })
  })

  it('leaves out ties that the map has, that lead nowhere, or from one to the same one', () => {
    const both = new Map([...known, ['Ana again', personId('a')]])
    const file = fileOf(
      ['ANA', 'Ana again'],
      [
        ['ANA', 'bo', { kind: 'trusts' }],
        ['ANA', 'nobody'],
        ['ANA', 'Ana again'],
      ],
    )
    expect(run(doc, file, both)).toEqual(doc)
    expect(importCounts(doc, file, both)).toEqual({
      stakeholders: 0,
      ties: 0,
      tiesThere: 1,
      tiesLoose: 2,
    })
  })

  it('counts what it does, whatever is known', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const ties = fc.array(fc.tuple(name, name), { maxLength: 12 })
    fc.assert(
      fc.property(
        fc.subarray(['a', 'b', 'c', 'd']),
        ties,
        fc.subarray(['a', 'b']),
        (names, ends, of) => {
          const file = fileOf(names, ends)
          const whom = new Map(of.map((one) => [one, personId(one)]))
          const after = run(doc, file, whom)
          const counts = importCounts(doc, file, whom)
          expect(after.stakeholders.size).toBe(doc.stakeholders.size + counts.stakeholders)
          expect(after.relationships.size).toBe(doc.relationships.size + counts.ties)
          expect(counts.ties + counts.tiesThere + counts.tiesLoose).toBe(ends.length)
        },
      ),
    )
  })
})

describe('who is known', () => {
  it('goes by name as people read it; a name of several is nobody’s', () => {
    const { known, ambiguous } = knownByName(
      [
        stakeholder('a', { name: 'Nurses’ Union' }),
        stakeholder('b', { name: 'Bank' }),
        stakeholder('c', { name: 'BANK' }),
      ],
      [
        { id: '1', name: "nurses'  union" },
        { id: '2', name: 'bank' },
        { id: '3', name: 'Cem' },
      ],
    )
    expect([...known]).toEqual([['1', 'a']])
    expect([...ambiguous]).toEqual(['2'])
  })
})

describe('ties that say the same', () => {
  it('are the same as for the command that draws ties', () => {
    const end = fc.constantFrom('a', 'b', 'c')
    const some = fc.record({
      from: end,
      to: end,
      kind: fc.constantFrom(...RELATIONSHIP_KINDS.slice(-2)),
      label: fc.constantFrom('x', 'y'),
      direction: fc.constantFrom(...DIRECTIONS),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 14 }), (ties) => {
        let doc = docOf(['a', 'b', 'c'].map((id) => stakeholder(id)))
        const twins = new Twins()
        const context = counting()
        for (const { from, to, kind, label, direction } of ties.filter(
          (one) => one.from !== one.to,
        )) {
          const word = kind === 'own' ? label : ''
          const drawn = connectStakeholders(personId(from), personId(to), kind, {
            label,
            direction,
          })(doc, context)
          expect(twins.add({ from, to, kind, label: word, direction })).toBe(drawn.ok)
          if (drawn.ok) doc = applyDiff(doc, drawn.value)
        }
      }),
      { numRuns: 300 },
    )
  })
})

it('whoever a file calls like somebody shown at a public stance comes in hidden: it may say where that one stands', () => {
  const doc = docOf([
    stakeholder('a', { name: 'Ana', confidentiality: { level: 'confidential', publicStance: 0 } }),
  ])
  const added = [...run(doc, fileOf(['ANA', 'Bo'], [])).stakeholders.values()].slice(1)
  expect(added.map(({ name, confidentiality }) => [name, confidentiality.level])).toEqual([
    ['ANA', 'confidential'],
    ['Bo', 'public'],
  ])
})
