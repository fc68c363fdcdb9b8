import { describe, expect, it } from 'vitest'
import { mergeCopy } from '../../../src/domain/commands/merge.ts'
import { applyDiff, isEmptyDiff } from '../../../src/domain/diff.ts'
import { LIMITS } from '../../../src/domain/limits.ts'
import {
  type Choices,
  countsOf,
  NOTHING_DECIDED,
  thisOne,
  withAll,
  withSide,
  withWho,
} from '../../../src/domain/merge/choices.ts'
import { compareCopies } from '../../../src/domain/merge/compare.ts'
import { type FileCopy, isCopyOf } from '../../../src/domain/merge/copy.ts'
import type { Who } from '../../../src/domain/merge/identities.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import { allyscopeJson } from '../../../src/files/allyscopeJson.ts'
import { copyOf } from '../../support/fileCopy.ts'
import {
  counting,
  docOf,
  HIDDEN,
  inSegment,
  personId,
  resource,
  sector,
  shownAt,
  stakeholder,
  tie,
  unwrap,
} from '../../support/records.ts'

const NOBODY = new Map<string, Who>()
const merged = (mine: MapDoc, file: FileCopy, choices: Choices = NOTHING_DECIDED): MapDoc =>
  applyDiff(mine, unwrap(mergeCopy(file, choices)(mine, counting())))
const theirsEverywhere = (mine: MapDoc, file: FileCopy): Choices =>
  withAll(NOTHING_DECIDED, compareCopies(mine, file, NOBODY), 'theirs', () => true)
const person = (doc: MapDoc, id: string) => {
  const found = doc.stakeholders.get(personId(id))
  if (!found) throw new Error(`nobody has the id ${id}`)
  return found
}
const names = (doc: MapDoc) => Array.from(doc.stakeholders.values(), ({ name }) => name)
const identities = (mine: MapDoc, file: FileCopy) => {
  const { pairs, singles } = compareCopies(mine, file, NOBODY)
  return Object.fromEntries(
    [...pairs, ...singles].map(({ id, identity: { by, who } }) => [
      id,
      `${by}: ${typeof who === 'object' ? who.is : who}`,
    ]),
  )
}
/** A file as somebody may write it by hand. */
const written = (content: object): FileCopy =>
  unwrap(
    allyscopeJson.parse(
      JSON.stringify({ format: 'allyscope', formatVersion: 1, map: { name: 'Water' }, ...content }),
    ),
  )
const differing = (mine: MapDoc, file: FileCopy, id: string) =>
  compareCopies(mine, file, NOBODY)
    .pairs.find((pair) => pair.id === id)
    ?.differences.map(({ field, kind, suggested }) => `${field} ${kind}: ${suggested}`)

const UUID = ['a', 'b', 'c'].map(
  (letter) => `${letter.repeat(8)}-1111-4111-8111-${letter.repeat(12)}`,
)
const [A = '', B = '', C = ''] = UUID

describe('another copy of a map', () => {
  const mine = docOf([stakeholder(A, { name: 'Ana' }), stakeholder(B, { name: 'Bo' })])
  it('has its id, or somebody with the same id', () => {
    expect(isCopyOf(mine, copyOf(docOf([])))).toBe(true)
    expect(isCopyOf(mine, copyOf(docOf([]), 'team', 'another'))).toBe(false)
    const renamed = docOf([stakeholder(A, { name: 'Other' })])
    expect(isCopyOf(mine, copyOf(renamed, 'team', 'another'))).toBe(true)
  })

  it('is not any file whose ids are counted through', () => {
    const ours = docOf([stakeholder('s1', { name: 'Ana' }), stakeholder('s2', { name: 'Bo' })])
    const other = docOf([stakeholder('s1', { name: 'Cem' }), stakeholder('s2', { name: 'Dilek' })])
    const file = copyOf(other, 'team', 'another')
    expect(isCopyOf(ours, file)).toBe(false)
    expect(identities(ours, file)).toEqual({ s1: 'nobody: new', s2: 'nobody: new' })
    const renamed = docOf([
      stakeholder('s1', { name: 'Ana' }),
      stakeholder('s2', { name: 'Bo Larsen' }),
      stakeholder('s3', { name: 'New' }),
    ])
    // Half of the names are not enough, most are.
    expect(isCopyOf(ours, copyOf(renamed, 'team', 'another'))).toBe(false)
    const more = docOf([...renamed.stakeholders.values(), stakeholder('s4', { name: 'Cem' })])
    const oursToo = docOf([...ours.stakeholders.values(), stakeholder('s4', { name: 'cem' })])
    expect(identities(oursToo, copyOf(more, 'team', 'another'))).toMatchObject({ s2: 'id: s2' })
  })

  it('as a public copy shows in its names, never in its numbers', () => {
    const ours = docOf([stakeholder('s1', { name: 'Bo' }), stakeholder('s2', { name: 'Ana' })])
    const file = copyOf(mine, 'public')
    expect(isCopyOf(ours, file)).toBe(true)
    expect(identities(ours, file)).toEqual({ s1: 'name: s2', s2: 'name: s1' })
    const one = docOf([stakeholder('s9', { name: 'Ana' })])
    expect(isCopyOf(ours, copyOf(one, 'public'))).toBe(false)
    const opened = docOf([...ours.stakeholders.values(), stakeholder('s3', { name: 'Cem' })])
    const later = docOf([...ours.stakeholders.values(), stakeholder('x', { name: 'Dilek' })])
    expect(identities(opened, copyOf(later, 'public'))).toMatchObject({ s3: 'nobody: new' })
  })
})

describe('who is who', () => {
  it('shows in ids first, whatever they are called: swapped names are a difference', () => {
    const mine = docOf([stakeholder(A, { name: 'Ana' }), stakeholder(B, { name: 'Bo' })])
    const file = copyOf(docOf([stakeholder(A, { name: 'Bo' }), stakeholder(B, { name: 'Ana' })]))
    expect(identities(mine, file)).toEqual({ [A]: `id: ${A}`, [B]: `id: ${B}` })
    const { pairs } = compareCopies(mine, file, NOBODY)
    expect(pairs.map(({ namedLike }) => namedLike)).toEqual([B, A])
    expect(differing(mine, file, A)).toEqual(['name other: mine'])
    expect(names(merged(mine, file))).toEqual(['Ana', 'Bo'])
    expect(names(merged(mine, file, theirsEverywhere(mine, file)))).toEqual(['Bo', 'Ana'])
  })

  it('shows in names among the others: quotes, case and spaces aside', () => {
    const mine = docOf([
      stakeholder('a', { name: 'Nurses’ Union' }),
      stakeholder('b', { name: 'نقابة' }),
    ])
    const file = copyOf(
      docOf([stakeholder('x', { name: "nurses'  union" }), stakeholder('y', { name: 'نقابة' })]),
    )
    expect(identities(mine, file)).toEqual({ x: 'name: a', y: 'name: b' })
  })

  it('is left to people where a name is that of several, here or there, or only an alias', () => {
    const mine = docOf([
      stakeholder('a', { name: 'Sam' }),
      stakeholder('b', { name: 'Sam' }),
      stakeholder('c', { name: 'Ana', aliases: ['Nightingale'] }),
      stakeholder('d', { name: 'Bo' }),
    ])
    const file = copyOf(
      docOf([
        stakeholder('w', { name: 'SAM' }),
        stakeholder('x', { name: 'Bo', tags: ['press'] }),
        stakeholder('y', { name: 'bo' }),
        stakeholder('z', { name: 'Nightingale' }),
      ]),
    )
    expect(identities(mine, file)).toEqual({
      w: 'unsure: out',
      x: 'unsure: out',
      y: 'unsure: out',
      z: 'unsure: out',
    })
    expect(isEmptyDiff(unwrap(mergeCopy(file, NOTHING_DECIDED)(mine, counting())))).toBe(true)
    const told = withWho(NOTHING_DECIDED, 'x', thisOne(personId('d')))
    expect(compareCopies(mine, file, told.who).pairs.map(({ id }) => id)).toEqual(['x'])
    // Nobody is two: the later choice counts.
    expect([...withWho(told, 'y', thisOne(personId('d'))).who.keys()]).toEqual(['y'])
  })

  it('among several of one name shows where nothing differs, but never in somebody hidden', () => {
    const [ally, opponent] = [{ placement: inSegment(0) }, { placement: inSegment(4) }]
    const mine = docOf([
      stakeholder('a', { name: 'Sam', ...ally }),
      stakeholder('b', { name: 'Sam', ...opponent }),
    ])
    expect(identities(mine, copyOf(mine, 'public'))).toEqual({ s1: 'name: a', s2: 'name: b' })
    const alike = docOf([
      stakeholder('x', { name: 'Sam', ...ally }),
      stakeholder('y', { name: 'Sam', ...ally }),
    ])
    expect(identities(mine, copyOf(alike))).toEqual({ x: 'unsure: out', y: 'unsure: out' })
    expect(identities(alike, copyOf(mine))).toEqual({ a: 'unsure: out', b: 'unsure: out' })
    const hides = docOf([
      stakeholder('a', { name: 'Sam', confidentiality: HIDDEN }),
      stakeholder('b', { name: 'Sam', ...opponent }),
    ])
    const shown = docOf([stakeholder('z', { name: 'Sam', ...ally })])
    expect(identities(hides, copyOf(shown, 'public'))).toEqual({ s1: 'unsure: out' })
  })

  it('that was taken apart makes somebody new, with an id of their own', () => {
    const mine = docOf([stakeholder(A, { name: 'Ana' })])
    const file = copyOf(docOf([stakeholder(A, { name: 'Ana', notes: 'new' })]))
    const after = merged(mine, file, withWho(NOTHING_DECIDED, A, 'new'))
    expect(names(after)).toEqual(['Ana', 'Ana'])
    expect(person(after, A).notes).toBe('')
  })

  it('chosen to be one who is gone by then is left out', () => {
    const mine = docOf([stakeholder(A, { name: 'Ana' })])
    const { singles } = compareCopies(mine, copyOf(mine), new Map([[A, thisOne(personId('gone'))]]))
    expect(singles.map(({ identity }) => identity.who)).toEqual(['out'])
  })

  it('whom another of the file was chosen to be is nobody’s by itself any more', () => {
    const mine = docOf([stakeholder(A, { name: 'Ana' })])
    const file = copyOf(docOf([stakeholder(A, { name: 'Ana' }), stakeholder(B, { name: 'Bo' })]))
    const { pairs, singles } = compareCopies(mine, file, new Map([[B, thisOne(personId(A))]]))
    expect([pairs[0]?.id, singles[0]?.id, singles[0]?.identity.who]).toEqual([B, A, 'out'])
  })
})

describe('fields', () => {
  const base = stakeholder(A, { name: 'Ana' })
  const compared = (here: object, there: object) =>
    differing(docOf([{ ...base, ...here }]), copyOf(docOf([{ ...base, ...there }])), A)

  it('that are empty here are filled, and those that are empty there stay', () => {
    expect(compared({ notes: '' }, { notes: 'Ill' })).toEqual(['notes more: theirs'])
    expect(compared({ notes: 'Ill' }, { notes: '' })).toEqual(['notes less: mine'])
    expect(compared({ placement: null }, { placement: inSegment(2) })).toEqual([
      'placement more: theirs',
    ])
    expect(compared({ role: 'member' }, { role: 'other' })).toEqual(['role less: mine'])
  })

  it('of which both say something else stay as they are here', () => {
    expect(compared({ kind: 'person' }, { kind: 'group' })).toEqual(['kind other: mine'])
    expect(compared({ contact: 'by post' }, { contact: 'by phone' })).toEqual([
      'contact other: mine',
    ])
  })

  it('of words are joined; a file sent a second time has nothing new then', () => {
    expect(compared({ tags: ['a', 'b'] }, { tags: ['B', 'c'] })).toEqual(['tags more: both'])
    expect(compared({ tags: ['a', 'b'] }, { tags: ['B', 'A'] })).toEqual([])
    expect(compared({ tags: ['a', 'b'] }, { tags: ['B'] })).toEqual(['tags less: mine'])
    const mine = docOf([{ ...base, tags: ['a', 'b'] }])
    const file = copyOf(docOf([{ ...base, tags: ['B', 'c'] }]))
    const once = merged(mine, file)
    expect(person(once, A).tags).toEqual(['a', 'b', 'c'])
    expect(isEmptyDiff(unwrap(mergeCopy(file, NOTHING_DECIDED)(once, counting())))).toBe(true)
  })

  it('of words that would be too many together stay as they are here', () => {
    const tags = (prefix: string) => Array.from({ length: 30 }, (_, n) => `${prefix}${n}`)
    expect(compared({ tags: tags('a') }, { tags: tags('b') })).toEqual(['tags other: mine'])
  })

  it('of text can be had together, but not beyond the limit', () => {
    const mine = docOf([{ ...base, notes: 'Met in March.' }])
    const file = copyOf(docOf([{ ...base, notes: 'Ill since June.' }]))
    const both = withSide(NOTHING_DECIDED, A, 'notes', 'both')
    const once = merged(mine, file, both)
    expect(person(once, A).notes).toBe('Met in March.\n\nIll since June.')
    expect(person(merged(once, file, both), A).notes).toBe('Met in March.\n\nIll since June.')
    const long = copyOf(docOf([{ ...base, notes: 'x'.repeat(LIMITS.longText) }]))
    const [difference] = compareCopies(mine, long, NOBODY).pairs[0]?.differences ?? []
    expect(difference).toMatchObject({ canJoin: false })
    expect(person(merged(mine, long, both), A).notes).toBe('Met in March.')
  })

  it('are the same when only the exact place, or the level’s number, is another', () => {
    expect(
      compared(
        { placement: { stance: 0.41, depth: 0.2 }, influence: 0.8 },
        { placement: { stance: 0.39, depth: 0.9 }, influence: 0.85 },
      ),
    ).toEqual([])
  })

  it('of sectors and resources go by their words, whatever their ids', () => {
    const mine = docOf([sector('s', 'Health'), resource('r', 'Vans'), { ...base, offers: [] }])
    const there = docOf([
      sector('other', 'health'),
      resource('q', 'vans'),
      resource('p', 'Money'),
      resource('unused', 'A hall'),
      {
        ...base,
        sector: sector('other').id,
        offers: [resource('q').id, resource('p').id],
      },
    ])
    const after = merged(mine, copyOf(there))
    expect(Array.from(after.sectors.values(), ({ name }) => name)).toEqual(['Health'])
    expect(Array.from(after.resources.values(), ({ name }) => name)).toEqual([
      'Vans',
      'Money',
      'A hall',
    ])
    expect(person(after, A)).toMatchObject({ sector: 's', offers: ['r', expect.any(String)] })
  })

  it('that the file does not have at all say nothing', () => {
    const mine = docOf([{ ...base, kind: 'person', notes: 'ours', tags: ['x'] }])
    const file = written({
      stakeholders: [{ id: A, name: 'Ana', confidentiality: { level: 'public' } }],
    })
    expect(differing(mine, file, A)).toEqual([])
    expect(compareCopies(mine, file, NOBODY).map.differences.map(({ field }) => field)).toEqual([
      'name',
    ])
  })
})

describe('confidentiality', () => {
  const confidential = (here: object, there: object) => {
    const mine = docOf([stakeholder(A, { confidentiality: HIDDEN, ...here })])
    return { mine, file: copyOf(docOf([stakeholder(A, { confidentiality: HIDDEN, ...there })])) }
  }
  const PUBLIC = { level: 'public' } as const

  it('that differs becomes the more careful one', () => {
    const looser = confidential({}, { confidentiality: PUBLIC })
    expect(person(merged(looser.mine, looser.file), A).confidentiality).toEqual(HIDDEN)
    const tighter = confidential({ confidentiality: shownAt(0) }, {})
    expect(person(merged(tighter.mine, tighter.file), A).confidentiality).toEqual(HIDDEN)
    const shown = confidential({ confidentiality: PUBLIC }, { confidentiality: shownAt(0) })
    expect(person(merged(shown.mine, shown.file), A).confidentiality).toEqual(shownAt(0))
  })

  it('is given up only where that is chosen by itself', () => {
    const { mine, file } = confidential({}, { confidentiality: PUBLIC })
    expect(person(merged(mine, file, theirsEverywhere(mine, file)), A).confidentiality).toEqual(
      HIDDEN,
    )
    const chosen = withSide(NOTHING_DECIDED, A, 'confidentiality', 'theirs')
    expect(person(merged(mine, file, chosen), A).confidentiality).toEqual(PUBLIC)
  })

  it('of newcomers called like somebody hidden, and of whoever gets such a name, is hidden', () => {
    const mine = docOf([
      stakeholder(A, { name: 'Ana', aliases: ['Lo'], confidentiality: HIDDEN }),
      stakeholder(B, { name: 'Bo' }),
    ])
    const file = copyOf(
      docOf([stakeholder(B, { name: 'Lo' }), stakeholder(C, { name: 'ANA' })]),
      'team',
    )
    const choices = withWho(theirsEverywhere(mine, file), C, 'new')
    const after = merged(mine, file, choices)
    expect(person(after, B)).toMatchObject({ name: 'Lo', confidentiality: HIDDEN })
    expect(person(after, C)).toMatchObject({ name: 'ANA', confidentiality: HIDDEN })
  })

  it('of whoever gets a name is that of somebody else who becomes hidden by the same merge', () => {
    const mine = docOf([stakeholder(A, { name: 'Ana' }), stakeholder(B, { name: 'Bo' })])
    const theirs = docOf([
      stakeholder(A, { name: 'Ana', aliases: ['Lo'], confidentiality: HIDDEN }),
      stakeholder(B, { name: 'Lo' }),
      stakeholder(C, { name: 'Ana' }),
    ])
    const file = copyOf(theirs)
    const after = merged(mine, file, theirsEverywhere(mine, file))
    expect(person(after, B)).toMatchObject({ name: 'Lo', confidentiality: HIDDEN })
  })

  it('of newcomers called like somebody shown at a public stance is hidden: the file may say where that one stands', () => {
    const shownElsewhere = { level: 'confidential', publicStance: 0 } as const
    const mine = docOf([stakeholder(A, { name: 'Ana', confidentiality: shownElsewhere })])
    const there = [
      stakeholder(A, { name: 'Ana', confidentiality: shownElsewhere }),
      stakeholder(C, { name: 'ANA', placement: { stance: 0.8, depth: 0.5 } }),
    ]
    const after = merged(mine, copyOf(docOf(there)), withWho(NOTHING_DECIDED, C, 'new'))
    expect(person(after, C).confidentiality).toEqual(HIDDEN)
    expect(person(after, A).confidentiality).toEqual(shownElsewhere)
  })

  it('of newcomers is that of whoever becomes hidden by the same merge', () => {
    const mine = docOf([stakeholder(A, { name: 'Ana' })])
    const there = [
      stakeholder(A, { name: 'Ana', confidentiality: HIDDEN }),
      stakeholder(C, { name: 'ANA' }),
    ]
    const after = merged(mine, copyOf(docOf(there)), withWho(NOTHING_DECIDED, C, 'new'))
    expect(person(after, C).confidentiality).toEqual(HIDDEN)
  })

  it('can be given up together with taking one’s own other name', () => {
    const mine = docOf([stakeholder(A, { name: 'Ana', aliases: ['Lo'], confidentiality: HIDDEN })])
    const file = copyOf(docOf([stakeholder(A, { name: 'Lo' })]))
    const named = withSide(NOTHING_DECIDED, A, 'name', 'theirs')
    const after = merged(mine, file, withSide(named, A, 'confidentiality', 'theirs'))
    expect(person(after, A)).toMatchObject({ name: 'Lo', confidentiality: PUBLIC })
  })

  it('and texts that a public copy holds back are not taken for empty', () => {
    const mine = docOf([stakeholder(A, { name: 'Dilek Yilmaz', confidentiality: HIDDEN })], {
      goal: 'As Dilek Yilmaz says',
      segmentNames: ['With us', null, null, null, null],
    })
    const file = copyOf(mine, 'public')
    expect(file.import.map.goal).toBe('')
    expect(compareCopies(mine, file, NOBODY).map.differences).toEqual([])
  })

  it('and all that is the team’s own is left alone by a public copy', () => {
    const mine = docOf([
      stakeholder(A, {
        name: 'Ana',
        placement: inSegment(0),
        confidentiality: shownAt(0),
        notes: 'ours',
        tags: ['x'],
        contact: 'by post',
        description: 'Lawyer',
      }),
      stakeholder(B, { name: 'Bo', confidentiality: HIDDEN }),
      tie('t', A, B, { kind: 'own', label: 'cousins' }),
    ])
    const file = copyOf(mine, 'public')
    expect(merged(mine, file, theirsEverywhere(mine, file))).toEqual(mine)
    const own = docOf([
      stakeholder(A, { name: 'Ana' }),
      stakeholder(B, { name: 'Bo' }),
      tie('t', A, B, { kind: 'own', label: 'cousins' }),
    ])
    const { ties } = compareCopies(own, copyOf(own, 'public'), NOBODY)
    expect([ties.added, ties.onlyHere, ties.pairs[0]?.differences]).toEqual([[], 0, []])
  })
})

describe('ties', () => {
  const people = [stakeholder(A, { name: 'Ana' }), stakeholder(B, { name: 'Bo' })]
  const says = (doc: MapDoc) =>
    Array.from(doc.relationships.values(), ({ from, to, kind, strength, confidentiality }) =>
      [person(doc, from).name, kind, person(doc, to).name, strength, confidentiality].join(' '),
    )

  it('are paired by id, also when turned round, or by what they say of the same two', () => {
    const mine = docOf([
      ...people,
      tie('t', A, B, { kind: 'funds' }),
      tie('u', A, B, { kind: 'works with', direction: 'mutual' }),
    ])
    const file = copyOf(
      docOf([
        ...people,
        tie('t', B, A, { kind: 'funds', strength: 3 }),
        tie('x', B, A, {
          kind: 'works with',
          direction: 'mutual',
          confidentiality: 'confidential',
        }),
        tie('y', A, B, { kind: 'trusts' }),
      ]),
    )
    const { ties } = compareCopies(mine, file, NOBODY)
    expect(ties.pairs.map(({ differences }) => differences.map(({ field }) => field))).toEqual([
      ['says', 'strength'],
      ['confidentiality'],
    ])
    expect(says(merged(mine, file))).toEqual([
      'Ana funds Bo 2 public',
      'Ana works with Bo 2 confidential',
      'Ana trusts Bo 2 public',
    ])
    expect(says(merged(mine, file, theirsEverywhere(mine, file)))[0]).toBe('Bo funds Ana 3 public')
  })

  it('the other way round are another tie, and what a file does not say of one is no difference', () => {
    const mine = docOf([...people, tie('t', A, B, { kind: 'funds', strength: 3 })])
    const file = written({
      stakeholders: [
        { id: A, name: 'Ana', confidentiality: { level: 'public' } },
        { id: B, name: 'Bo', confidentiality: { level: 'public' } },
      ],
      relationships: [
        { id: 'x', from: B, to: A, kind: 'funds', confidentiality: 'public' },
        { id: 'y', from: A, to: B, kind: 'funds', confidentiality: 'public' },
      ],
    })
    const { ties } = compareCopies(mine, file, NOBODY)
    expect(ties.added.map(({ id }) => id)).toEqual(['x'])
    expect(ties.pairs.map(({ id, differences }) => [id, differences])).toEqual([['y', []]])
  })

  it('come with newcomers, and not without them', () => {
    const mine = docOf(people)
    const file = copyOf(docOf([...people, stakeholder(C, { name: 'Cem' }), tie('t', C, A)]))
    expect(says(merged(mine, file))).toEqual(['Cem influences Ana 2 public'])
    const without = withWho(NOTHING_DECIDED, C, 'out')
    expect(compareCopies(mine, file, without.who).ties).toMatchObject({ added: [], loose: 1 })
    expect(says(merged(mine, file, without))).toEqual([])
  })

  it('never come twice, whatever is turned round', () => {
    const mine = docOf([
      ...people,
      tie('t', A, B, { kind: 'funds' }),
      tie('u', B, A, { kind: 'funds', strength: 3 }),
    ])
    const file = copyOf(docOf([...people, tie('t', B, A, { kind: 'funds' })]))
    const after = merged(mine, file, theirsEverywhere(mine, file))
    expect(says(after)).toEqual(['Ana funds Bo 2 public', 'Bo funds Ana 3 public'])
    const again = tie('v', A, B, { kind: 'funds', confidentiality: 'confidential' })
    const twice = copyOf(
      docOf([...mine.stakeholders.values(), ...mine.relationships.values(), again]),
    )
    expect(compareCopies(mine, twice, NOBODY).ties.added).toEqual([])
  })
})

it('a file with nothing but other names of segments changes these alone', () => {
  const mine = docOf([stakeholder(A, { name: 'Ana' })], {
    segmentNames: ['With us', null, null, null, null],
  })
  const file = copyOf({
    ...mine,
    info: { ...mine.info, segmentNames: ['On our side', 'Leaning', null, null, null] },
  })
  const comparison = compareCopies(mine, file, NOBODY)
  expect(comparison.map.differences).toMatchObject([
    { field: 'segment0', suggested: 'mine' },
    { field: 'segment1', suggested: 'theirs' },
  ])
  expect(countsOf(comparison, NOTHING_DECIDED)).toEqual({
    stakeholders: 0,
    ties: 0,
    words: 0,
    fields: 1,
  })
  const after = merged(mine, file)
  expect(after.info.segmentNames).toEqual(['With us', 'Leaning', null, null, null])
  expect(after.stakeholders).toBe(mine.stakeholders)
})

it('a file that gives the map no name takes none away', () => {
  const file = written({ map: { name: '' }, stakeholders: [] })
  expect(compareCopies(docOf([]), file, NOBODY).map.differences).toEqual([])
})

it('more than a map can hold is refused, and nothing of it is taken', () => {
  const crowd = (from: number) =>
    docOf(
      Array.from({ length: LIMITS.stakeholders / 2 + 1 }, (_, n) => stakeholder(`p${from + n}`)),
    )
  const file = copyOf(crowd(20_000), 'team', 'another')
  expect(mergeCopy(file, NOTHING_DECIDED)(crowd(0), counting())).toEqual({
    ok: false,
    error: { code: 'too many', limit: LIMITS.stakeholders },
  })
  const people = Array.from({ length: 210 }, (_, n) => stakeholder(`p${n}`))
  const pairs = people.flatMap(({ id: from }) =>
    people.flatMap(({ id: to }) => (from === to ? [] : [{ from, to }])),
  )
  const tied = (from: number) =>
    docOf([
      ...people,
      ...pairs
        .slice(from, from + LIMITS.relationships / 2 + 1)
        .map((ends, n) => tie(`t${from + n}`, ends.from, ends.to)),
    ])
  const ties = copyOf(tied(LIMITS.relationships / 2 + 1))
  expect(mergeCopy(ties, NOTHING_DECIDED)(tied(0), counting())).toMatchObject({
    error: { code: 'too many', limit: LIMITS.relationships },
  })
  const words = (prefix: string) =>
    docOf(Array.from({ length: LIMITS.vocabulary - 10 }, (_, n) => resource(`${prefix}${n}`)))
  expect(mergeCopy(copyOf(words('b')), NOTHING_DECIDED)(words('a'), counting())).toMatchObject({
    error: { code: 'too many', limit: LIMITS.vocabulary },
  })
})
