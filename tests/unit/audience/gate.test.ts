import { describe, expect, it } from 'vitest'
import { viewFor, viewWithRecords } from '../../../src/audience/gate.ts'
import { isHidden } from '../../../src/domain/hidden.ts'
import {
  mapPolicy,
  NOTHING_CHOSEN,
  relationshipPolicy,
  type Rule,
  stakeholderPolicy,
} from '../../../src/audience/policy.ts'
import type { PublicChoices } from '../../../src/audience/view.ts'
import { EVERYTHING } from '../../support/publicChoices.ts'
import { placeStakeholders } from '../../../src/domain/commands/placement.ts'
import { renameWord } from '../../../src/domain/commands/words.ts'
import { applyDiff, diffOf } from '../../../src/domain/diff.ts'
import {
  counting,
  docOf,
  HIDDEN,
  inSegment,
  resource,
  sector,
  shownAt,
  stakeholder,
  tie,
  unwrap,
} from '../../support/records.ts'

const health = sector('s', 'Health')
const vans = resource('r', 'Vans')
const full = stakeholder('a', {
  name: 'Ana',
  aliases: ['secret alias'],
  kind: 'person',
  placement: inSegment(1, 0.3),
  influence: 0.85,
  targetSegment: 0,
  role: 'member',
  sector: health.id,
  offers: [vans.id],
  needs: [vans.id],
  tags: ['river'],
  description: 'Runs the clinic.',
  networkPosition: { x: 1, y: 2, pinned: true },
  notes: 'secret notes',
  contact: 'secret contact',
})
const other = stakeholder('b', { name: 'Bo' })
const label = tie('t', 'a', 'b', { kind: 'own', label: 'cousins', notes: 'secret tie notes' })
const doc = docOf([health, sector('unused', 'Press'), vans, full, other, label])

describe('the team’s view', () => {
  it('says everything there is, with words instead of ids', () => {
    const view = viewFor(doc, 'team')
    expect(view.info).toEqual({
      name: 'Water for all',
      we: 'The union',
      goal: '',
      alliesSide: 'left',
      segmentNames: [null, null, null, null, null],
    })
    expect(view.stakeholders[0]).toEqual({
      key: 'a',
      name: 'Ana',
      kind: 'person',
      placement: inSegment(1, 0.3),
      influence: 0.85,
      role: 'member',
      sector: 'Health',
      targetSegment: 0,
      offers: ['Vans'],
      needs: ['Vans'],
      tags: ['river'],
      description: 'Runs the clinic.',
      team: {
        aliases: ['secret alias'],
        confidentiality: { level: 'public' },
        notes: 'secret notes',
        contact: 'secret contact',
        networkPosition: { x: 1, y: 2, pinned: true },
      },
    })
    expect(view.relationships).toEqual([
      {
        key: 't',
        from: 'a',
        to: 'b',
        kind: 'own',
        label: 'cousins',
        direction: 'one way',
        strength: 2,
        team: { confidentiality: 'public', notes: 'secret tie notes' },
      },
    ])
    expect(view.sectors).toEqual(['Health', 'Press'])
  })
})

describe('the public’s view', () => {
  it('says, unless more is chosen, only what may always be said', () => {
    const view = viewFor(doc, 'public')
    expect(view.stakeholders[0]).toEqual({
      key: 's1',
      name: 'Ana',
      kind: 'person',
      placement: inSegment(1),
      influence: 0.85,
      role: 'member',
      sector: 'Health',
      targetSegment: null,
      offers: [],
      needs: [],
      tags: [],
      description: '',
      team: null,
    })
    expect(view.relationships).toEqual([
      {
        key: 'r1',
        from: 's1',
        to: 's2',
        kind: 'own',
        label: '',
        direction: 'one way',
        strength: 2,
        team: null,
      },
    ])
  })

  it('says each thing that is chosen, and no other', () => {
    const withOnly = (key: keyof PublicChoices) =>
      viewFor(doc, 'public', { ...NOTHING_CHOSEN, [key]: true })
    expect(withOnly('targets').stakeholders[0]).toMatchObject({ targetSegment: 0, tags: [] })
    expect(withOnly('offersAndNeeds').stakeholders[0]).toMatchObject({
      offers: ['Vans'],
      needs: ['Vans'],
      targetSegment: null,
    })
    expect(withOnly('offersAndNeeds').resources).toEqual(['Vans'])
    expect(withOnly('tags').stakeholders[0]).toMatchObject({ tags: ['river'], description: '' })
    expect(withOnly('description').stakeholders[0]).toMatchObject({
      description: 'Runs the clinic.',
    })
    expect(withOnly('description').relationships[0]?.label).toBe('cousins')
  })

  it('does not confuse one choice with another, in whatever order they are written down', () => {
    const targets = { targets: true, offersAndNeeds: false, tags: false, description: false }
    const tags = { tags: true, offersAndNeeds: false, targets: false, description: false }
    expect(viewFor(doc, 'public', targets).stakeholders[0]).toMatchObject({
      targetSegment: 0,
      tags: [],
    })
    expect(viewFor(doc, 'public', tags).stakeholders[0]).toMatchObject({
      targetSegment: null,
      tags: ['river'],
    })
  })

  it('has only words in use by somebody visible', () => {
    const secret = { ...full, confidentiality: HIDDEN }
    const view = viewFor(docOf([health, vans, secret, other]), 'public', EVERYTHING)
    expect(view.sectors).toEqual([])
    expect(view.resources).toEqual([])
  })

  it('leaves confidential ties and ties to hidden stakeholders out, and numbers the rest through', () => {
    const many = docOf([
      stakeholder('a'),
      stakeholder('secret', { confidentiality: HIDDEN }),
      stakeholder('b'),
      stakeholder('c'),
      tie('1', 'b', 'c'),
      tie('2', 'a', 'secret'),
      tie('3', 'a', 'b', { confidentiality: 'confidential' }),
      tie('4', 'a', 'c'),
    ])
    const { stakeholders, relationships } = viewFor(many, 'public')
    expect(stakeholders.map(({ key, name }) => `${key} ${name}`)).toEqual(['s1 a', 's2 b', 's3 c'])
    expect(relationships.map(({ key, from, to }) => `${key} ${from} ${to}`)).toEqual([
      'r1 s1 s3',
      'r2 s2 s3',
    ])
  })

  it('shows somebody at the public stance, placed or not, and gives no arrow from there', () => {
    for (const placement of [inSegment(0, 0.9), null]) {
      const shown = stakeholder('x', {
        placement,
        targetSegment: 1,
        confidentiality: shownAt(-0.4),
      })
      expect(viewFor(docOf([shown]), 'public', EVERYTHING).stakeholders[0]).toMatchObject({
        placement: { stance: -0.4, depth: 0.5 },
        targetSegment: null,
      })
    }
  })
})

describe('who is visible', () => {
  const mixed = docOf([
    stakeholder('open'),
    stakeholder('hidden', { confidentiality: HIDDEN }),
    stakeholder('shown', { confidentiality: shownAt(0) }),
  ])
  it('is everybody to the team, and everybody who is not hidden to the public', () => {
    const ids = (audience: 'team' | 'public') =>
      viewWithRecords(mixed, audience).stakeholders.map(({ id }) => id)
    expect(ids('team')).toEqual(['open', 'hidden', 'shown'])
    expect(ids('public')).toEqual(['open', 'shown'])
    expect([...mixed.stakeholders.values()].filter(isHidden).map(({ id }) => id)).toEqual([
      'hidden',
    ])
  })
})

describe('what has not changed', () => {
  it('keeps its object, so that it is not drawn again', () => {
    for (const audience of ['team', 'public'] as const) {
      const before = viewFor(doc, audience).stakeholders
      const place = placeStakeholders(new Map([[other.id, inSegment(4)]]))
      const moved = applyDiff(doc, unwrap(place(doc, counting())))
      const after = viewFor(moved, audience).stakeholders
      expect(after[0]).toBe(before[0])
      expect(after[1]).not.toBe(before[1])
    }
  })

  it('does not keep a word that was reworded', () => {
    for (const audience of ['team', 'public'] as const) {
      expect(viewFor(doc, audience).stakeholders[0]?.sector).toBe('Health')
      const reworded = applyDiff(doc, unwrap(renameWord(health.id, 'Care')(doc, counting())))
      expect(viewFor(reworded, audience).stakeholders[0]?.sector).toBe('Care')
    }
  })

  it('gets another number in public when somebody before it leaves', () => {
    const without = applyDiff(doc, diffOf({ removed: [full, label] }))
    viewFor(doc, 'public')
    expect(viewFor(without, 'public').stakeholders.map(({ key }) => key)).toEqual(['s1'])
  })
})

describe('the policy', () => {
  /** Every field has a value of its own, so that where it went can be seen. */
  const distinct = stakeholder('id-x', {
    name: 'name-x',
    aliases: ['alias-x'],
    kind: 'person',
    influence: 0.123_45,
    targetSegment: 3,
    role: 'prospect',
    sector: sector('sector-x').id,
    offers: [resource('offer-x').id],
    needs: [resource('need-x').id],
    tags: ['tag-x'],
    description: 'description-x',
    networkPosition: { x: 4321, y: 0, pinned: true },
    notes: 'notes-x',
    contact: 'contact-x',
    placement: inSegment(1, 0.123),
  })
  const map = docOf([
    sector('sector-x'),
    resource('offer-x'),
    resource('need-x'),
    distinct,
    stakeholder('id-y'),
    tie('tie-x', 'id-x', 'id-y', {
      label: 'label-x',
      notes: 'tienotes-x',
      kind: 'own',
      strength: 3,
    }),
  ])
  const found: Partial<Record<keyof typeof stakeholderPolicy, string>> = {
    name: 'name-x',
    aliases: 'alias-x',
    kind: '"person"',
    influence: '0.12345',
    targetSegment: '"targetSegment":3',
    role: '"prospect"',
    sector: 'sector-x',
    offers: 'offer-x',
    needs: 'need-x',
    tags: 'tag-x',
    description: 'description-x',
    networkPosition: '4321',
    notes: 'notes-x',
    contact: 'contact-x',
    id: 'id-x',
  }
  const nothing = JSON.stringify(viewFor(map, 'public'))
  const everything = JSON.stringify(viewFor(map, 'public', EVERYTHING))
  const isSaid: Record<Rule, readonly [unless: boolean, when: boolean]> = {
    always: [true, true],
    chosen: [false, true],
    never: [false, false],
    derived: [false, false],
  }

  it.each(Object.entries(found))('is what the gate does with the field %s', (field, trace) => {
    const rule = Object.entries(stakeholderPolicy).find(([name]) => name === field)?.[1]
    expect(rule && [nothing.includes(trace), everything.includes(trace)]).toEqual(
      rule && isSaid[rule],
    )
  })

  it('is what the gate does with ties and with the map', () => {
    expect(relationshipPolicy).toMatchObject({ label: 'chosen', notes: 'never', id: 'derived' })
    expect([nothing.includes('label-x'), everything.includes('label-x')]).toEqual([false, true])
    expect(everything).not.toMatch(/tienotes-x|tie-x|map-1/)
    expect(mapPolicy.id).toBe('never')
  })

  it('chooses nothing by itself', () => {
    expect(Object.values(NOTHING_CHOSEN)).toEqual([false, false, false, false])
  })
})
