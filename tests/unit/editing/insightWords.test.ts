import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/analysis/findings.ts'
import { findingsOf } from '../../../src/analysis/findings.ts'
import { type Gap, gapsOf } from '../../../src/analysis/gaps.ts'
import { VAGUE_WORDS_EN } from '../../../src/analysis/vagueWordsEn.ts'
import { waysTo, type WayStep } from '../../../src/analysis/ways.ts'
import { subjectFor, type Subject } from '../../../src/audience/subject.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import { findingGroups } from '../../../src/editing/findingWords.ts'
import { gapGroups } from '../../../src/editing/gapWords.ts'
import type { InsightGroup } from '../../../src/editing/insightLine.ts'
import { sentence, spoken } from '../../../src/editing/insightSentence.ts'
import { noWayWords, stepWords, waySpoken } from '../../../src/editing/wayWords.ts'
import { stillSeen } from '../../../src/editing/useWorkedOut.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { docOf, HIDDEN, inSegment, stakeholder, tie } from '../../support/records.ts'
import { twinOf } from '../../support/twin.ts'

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const many = docOf(letters.map((id) => stakeholder(id, { name: id.toUpperCase() })))
const team = (doc: MapDoc): Subject => subjectFor(doc, 'team')

const linesOf = (groups: readonly InsightGroup[]) => groups.flatMap(({ lines }) => lines)
const said = (groups: readonly InsightGroup[]) =>
  linesOf(groups).map((line) => spoken(line.sentence))
const told = (finding: Finding, doc = many) => said(findingGroups([finding], team(doc)))
const missing = (gaps: readonly Gap[], doc = many) => said(gapGroups(gaps, team(doc)))

describe('a sentence', () => {
  it('names up to four, and of more the first three', () => {
    const naming = (names: readonly string[]) =>
      sentence(team(many), 'gap.names.line', { who: { names } })
    expect(spoken(naming(['a']))).toBe('A: can it be more specific?')
    expect(spoken(naming(['a', 'b', 'c', 'd']))).toBe('A, B, C, and D: can it be more specific?')
    expect(spoken(naming(['a', 'b', 'c', 'd', 'e']))).toBe(
      'A, B, C, and 2 others: can it be more specific?',
    )
    expect(naming(['a', 'b', 'c', 'd']).everybody).toEqual([])
    expect(
      naming(letters)
        .everybody.map(({ name }) => name)
        .join(''),
    ).toBe('ABCDEFG')
  })

  it('sets names apart, and takes none for a placeholder', () => {
    const doc = docOf([stakeholder('a', { name: '{resource} {0}' })])
    const { runs } = sentence(team(doc), 'gap.needs.line', {
      who: { names: ['a'] },
      resource: { words: ['{who}'] },
    })
    expect(runs.filter(({ own }) => own).map(({ text }) => text)).toEqual([
      '{resource} {0}',
      '{who}',
    ])
    expect(runs.map(({ text }) => text).join('')).toBe(
      'Needed by {resource} {0}, and nobody of us offers it: {who}.',
    )
  })
})

describe('findings', () => {
  it('say how far the members reach', () => {
    const reach: Finding = {
      kind: 'reach',
      direct: ['b', 'c'],
      second: ['d'],
      beyond: ['e'],
      ties: [],
    }
    expect(told(reach)).toEqual([
      'The members reach 2 others directly: B and C.',
      '1 more is reached in two steps: D.',
      'No way leads from the members to E.',
    ])
    expect(told({ ...reach, direct: ['b'], second: [], beyond: [] })).toEqual([
      'The members reach 1 other directly: B.',
    ])
  })

  it('show with each ring of the reach the ties that lead there', () => {
    const doc = docOf([
      stakeholder('a', { role: 'member' }),
      ...['b', 'c', 'd'].map((id) => stakeholder(id)),
      tie('ab', 'a', 'b'),
      tie('bc', 'b', 'c'),
      tie('cd', 'c', 'd'),
    ])
    const subject = team(doc)
    const [direct, second] = linesOf(findingGroups(findingsOf(subject.view), subject))
    expect([...(direct?.showing?.stakeholders ?? [])]).toEqual(['a', 'b'])
    expect([...(direct?.showing?.ties ?? [])]).toEqual(['ab'])
    expect([...(second?.showing?.stakeholders ?? [])]).toEqual(['a', 'b', 'c'])
    expect([...(second?.showing?.ties ?? [])]).toEqual(['ab', 'bc'])
  })

  it('say who would be cut off, and outline the parts', () => {
    const bridge: Finding = {
      kind: 'bridge',
      stakeholder: 'c',
      parts: [['d', 'e', 'f'], ['a', 'b'], ['g']],
    }
    expect(told(bridge)).toEqual(['A, B, and G would be cut off from the rest without C.'])
    const [line] = linesOf(findingGroups([bridge], team(many)))
    expect(line?.showing?.groups).toEqual([['a', 'b']])
    expect([...(line?.showing?.stakeholders ?? [])]).toEqual(['c', 'a', 'b', 'g'])
  })

  it('name who comes first, and who after it', () => {
    expect(
      told({
        kind: 'between',
        ranked: [
          { key: 'a', score: 0.4 },
          { key: 'b', score: 0.2 },
          { key: 'c', score: 0.1 },
        ],
      }),
    ).toEqual(['A stands in between most often. After it come B and C.'])
    expect(
      told({ kind: 'incoming', ranked: [{ key: 'a', weight: 5, from: ['b', 'c'], ties: [] }] }),
    ).toEqual(['Most influence comes in at A: from B and C.'])
    expect(
      told({
        kind: 'listened to',
        ranked: [
          { key: 'a', weight: 5, by: ['b'], ties: [] },
          { key: 'c', weight: 3, by: ['d'], ties: [] },
        ],
      }),
    ).toEqual(['A is listened to most: by B. After it comes C.'])
  })

  it('count groups and name each', () => {
    const groups: Finding = {
      kind: 'groups',
      groups: [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
      modularity: 0.4,
    }
    expect(told(groups)).toEqual([
      '2 groups stand out.',
      'Group 1: A, B, and C.',
      'Group 2: D and E.',
    ])
    const [all] = linesOf(findingGroups([groups], team(many)))
    expect(all?.showing?.groups).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ])
  })

  it('say who stands alone, and on whose money we depend', () => {
    expect(told({ kind: 'unconnected', stakeholders: ['a'] })).toEqual(['Nobody has a tie to A.'])
    expect(told({ kind: 'unconnected', stakeholders: ['a', 'b'] })).toEqual([
      'Nobody has a tie to these 2: A and B.',
    ])
    expect(told({ kind: 'dependence', funder: 'a', members: ['b', 'c'], of: 3, ties: [] })).toEqual(
      ['A funds 2 of our 3 members: B and C.'],
    )
  })
})

describe('gaps', () => {
  const doc = docOf([
    stakeholder('u', { name: 'City university', placement: inSegment(1) }),
    stakeholder('f', { name: 'Riverside FC', placement: inSegment(2) }),
    stakeholder('x', { name: 'Bishop’s office' }),
    stakeholder('s', { name: 'School cooks', placement: inSegment(0) }),
  ])

  it('say what is needed, by whom, and who could help', () => {
    const need: Gap = {
      kind: 'need nobody meets',
      resource: 'vans',
      neededBy: ['s'],
      couldOffer: ['u', 'f', 'x'],
    }
    expect(missing([need, { ...need, couldOffer: [] }], doc)).toEqual([
      'Needed by School cooks, and nobody of us offers it: vans. City university (passive ally), Riverside FC (neutral), and Bishop’s office could.',
      'Needed by School cooks, and nobody of us offers it: vans.',
    ])
  })

  it('say which sector has no active ally, and who is nearest', () => {
    const gap = { kind: 'sector without active ally', sector: 'Labour' } as const
    expect(
      missing(
        [
          { ...gap, stakeholders: ['u', 'f'], nearest: ['u'] },
          { ...gap, stakeholders: ['x'], nearest: [] },
        ],
        doc,
      ),
    ).toEqual([
      'Labour has no active ally. Nearest to us: City university (passive ally).',
      'Labour has no active ally. Its only stakeholder on the map is Bishop’s office.',
    ])
  })

  it('put empty segments into one sentence that shows nobody', () => {
    const groups = gapGroups(
      [
        { kind: 'empty segment', segment: 3 },
        { kind: 'empty segment', segment: 4 },
      ],
      team(doc),
    )
    expect(said(groups)).toEqual([
      'Nobody stands in Passive opponents and Active opponents. Who belongs there?',
    ])
    expect(linesOf(groups)[0]?.showing).toBeNull()
  })

  it('ask of each vague name by itself, and say what nobody needs and who has no tie', () => {
    const groups = gapGroups([{ kind: 'vague name', stakeholders: ['f', 'x'] }], team(doc))
    expect(linesOf(groups).map(({ vague }) => vague)).toEqual(['f', 'x'])
    expect(
      missing(
        [
          { kind: 'unused offer', resource: 'a choir', offeredBy: ['x'] },
          { kind: 'no tie', stakeholders: ['x'] },
          { kind: 'no tie', stakeholders: ['x', 'f'] },
        ],
        doc,
      ),
    ).toEqual([
      'Nobody has a tie to Bishop’s office yet. Who knows them?',
      'Nobody has a tie to these 2 yet: Bishop’s office and Riverside FC. Who knows them?',
      'Offered by Bishop’s office, and nobody needs it: a choir.',
    ])
  })
})

describe('a way', () => {
  const doc = docOf([
    stakeholder('p', { name: 'Parents', role: 'member' }),
    stakeholder('c', { name: 'Chronicle' }),
    stakeholder('r', { name: 'Reyes', role: 'target' }),
    stakeholder('z', { name: 'Zoo' }),
    tie('t1', 'c', 'p', { kind: 'trusts', strength: 3 }),
    tie('t2', 'c', 'r', { kind: 'influences', strength: 1 }),
  ])

  it('is read from us to the target, each tie as it is walked', () => {
    const subject = team(doc)
    const result = waysTo(subject.view, 'r')
    const [way] = result.kind === 'ways' ? result.ways : []
    expect(way && waySpoken(way, { number: 1, of: 1 }, subject)).toBe(
      'Way 1 of 1 to Reyes: Parents; trusted by Chronicle, strong; influences Reyes, weak. 2 steps.',
    )
  })

  it.each<[Partial<WayStep>, string]>([
    [{ kind: 'trusts', against: true }, 'trusted by, medium'],
    [{ kind: 'trusts', against: false }, 'trusted by, medium'],
    [{ kind: 'works with', strength: 3 }, 'works with, strong'],
    [{ kind: 'funds', strength: 1 }, 'funds, weak'],
    [{ kind: 'funds', against: true }, 'funded by, medium'],
    [{ kind: 'reports to' }, 'reports to, medium'],
    [{ kind: 'reports to', against: true }, 'gets reports from, medium'],
    [{ kind: 'own', label: 'sings with' }, 'sings with, medium'],
    [{ kind: 'own' }, 'tied to, medium'],
  ])('says the door %o as "%s"', (facts, words) => {
    const step: WayStep = {
      from: 'a',
      to: 'b',
      tie: 't',
      kind: 'influences',
      label: '',
      strength: 2,
      against: false,
      ...facts,
    }
    expect(stepWords(step)).toBe(words)
  })

  it('is explained when there is none', () => {
    const subject = team(doc)
    const words = (target: string) => {
      const none = noWayWords(waysTo(subject.view, target), target, subject)
      return none && spoken(none)
    }
    expect(words('r')).toBeNull()
    expect(words('p')).toBe('Parents is one of us.')
    expect(words('z')).toBe('No way leads from us to Zoo yet. Who knows somebody who does?')
    const alone = team(docOf([stakeholder('z', { name: 'Zoo' })]))
    const none = noWayWords(waysTo(alone.view, 'z'), 'z', alone)
    expect(none && spoken(none)).toBe('Say who “we” are: give somebody the role member.')
  })
})

describe('in public preview', () => {
  it('every sentence, and all that it shows, is that of the map without the confidential parts', () => {
    const everything = (doc: MapDoc) => {
      const subject = subjectFor(doc, 'public')
      return [
        findingGroups(findingsOf(subject.view), subject),
        gapGroups(gapsOf(subject.view, VAGUE_WORDS_EN), subject),
      ]
    }
    let lines = 0
    fc.assert(
      fc.property(arbitraryDoc(10, ['mixed', 'mixed', 'all hidden']), (doc) => {
        const groups = everything(doc)
        lines += groups.flat().flatMap((group) => group.lines).length
        expect(groups).toEqual(everything(twinOf(doc)))
      }),
      { numRuns: 200 },
    )
    expect(lines).toBeGreaterThan(300)
  })

  it('lets nothing stay that names somebody, or goes over a tie, that has become confidential', () => {
    const people = [stakeholder('a'), stakeholder('b')]
    const before = subjectFor(docOf([...people, tie('t', 'a', 'b')]), 'public')
    const more = docOf([...people, stakeholder('c'), tie('t', 'a', 'b')])
    const hiding = docOf([
      stakeholder('a'),
      stakeholder('b', { confidentiality: HIDDEN }),
      tie('t', 'a', 'b'),
    ])
    const secret = docOf([...people, tie('t', 'a', 'b', { confidentiality: 'confidential' })])
    expect(stillSeen(before, subjectFor(more, 'public'))).toBe(true)
    expect(stillSeen(before, subjectFor(hiding, 'public'))).toBe(false)
    expect(stillSeen(before, subjectFor(secret, 'public'))).toBe(false)
    expect(stillSeen(subjectFor(hiding, 'team'), subjectFor(secret, 'team'))).toBe(true)
    expect(stillSeen(subjectFor(more, 'team'), subjectFor(more, 'public'))).toBe(false)
  })
})
