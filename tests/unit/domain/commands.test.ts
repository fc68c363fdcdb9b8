import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { viewFor } from '../../../src/audience/gate.ts'
import type { Command } from '../../../src/domain/commands/command.ts'
import { addImported, mapFromImport } from '../../../src/domain/commands/importing.ts'
import { editMap } from '../../../src/domain/commands/map.ts'
import { placeInPublic, placeStakeholders } from '../../../src/domain/commands/placement.ts'
import { editStakeholders } from '../../../src/domain/commands/editing.ts'
import {
  addedStakeholders,
  addStakeholders,
  removeStakeholders,
} from '../../../src/domain/commands/stakeholders.ts'
import { decodeRecord } from '../../../src/domain/decode.ts'
import { applyDiff, isEmptyDiff } from '../../../src/domain/diff.ts'
import { nextOrder, recordsOf, stakeholdersInOrder } from '../../../src/domain/doc.ts'
import { LIMITS } from '../../../src/domain/limits.ts'
import { asId, type MapDoc, type MapId } from '../../../src/domain/records.ts'
import { allyscopeJson } from '../../../src/files/allyscopeJson.ts'
import { arbitraryChanges } from '../../support/arbitraryChange.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import {
  counting,
  docOf,
  HIDDEN,
  inSegment,
  personId,
  plain,
  resource,
  sector,
  shownAt,
  stakeholder,
  tie,
  unwrap,
} from '../../support/records.ts'

// Many random maps take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const run = (doc: MapDoc, command: Command): MapDoc =>
  applyDiff(doc, unwrap(command(doc, counting())))
const refusal = (doc: MapDoc, command: Command) => {
  const result = command(doc, counting())
  return result.ok ? null : result.error
}
const who = (doc: MapDoc, id: string) => {
  const found = doc.stakeholders.get(personId(id))
  if (!found) throw new Error(`${id} is not there`)
  return found
}
const names = (doc: MapDoc) => stakeholdersInOrder(doc).map(({ name }) => name)

describe('naming', () => {
  it('adds names in the order called out, not placed, public, after those who are there', () => {
    const doc = run(docOf([stakeholder('first', { order: 7 })]), addStakeholders(['Ana', 'Bo']))
    expect(names(doc)).toEqual(['first', 'Ana', 'Bo'])
    expect(stakeholdersInOrder(doc).map(({ order }) => order)).toEqual([7, 8, 9])
    expect(who(doc, 'new-1')).toMatchObject({
      placement: null,
      confidentiality: { level: 'public' },
      role: 'other',
    })
  })

  it('tells whom a diff added, in the order called out', () => {
    const diff = unwrap(addStakeholders(['Ana', 'Bo', 'Cem'])(docOf([]), counting()))
    expect(addedStakeholders(diff)).toEqual(['new-1', 'new-2', 'new-3'])
  })

  it('cleans a name and refuses one that says nothing or too much, adding nobody', () => {
    expect(names(run(docOf([]), addStakeholders(['  Ana\u202e \t Bo\u0000 '])))).toEqual(['Ana Bo'])
    expect(refusal(docOf([]), addStakeholders(['Ana', ' \u200b ']))).toEqual({ code: 'empty name' })
    expect(refusal(docOf([]), addStakeholders(['x'.repeat(LIMITS.name + 1)]))).toEqual({
      code: 'too long',
      limit: LIMITS.name,
    })
    expect(names(run(docOf([]), addStakeholders(['x'.repeat(LIMITS.name)])))).toHaveLength(1)
  })

  it('keeps names that are on the map already: nobody is merged silently', () => {
    const doc = run(docOf([stakeholder('a', { name: 'Ana' })]), addStakeholders(['Ana', 'ANA']))
    expect(names(doc)).toEqual(['Ana', 'Ana', 'ANA'])
  })

  it('stops at the most that a map can hold', () => {
    const full = docOf(Array.from({ length: LIMITS.stakeholders }, (_, i) => stakeholder(`s${i}`)))
    expect(refusal(full, addStakeholders(['one more']))).toEqual({
      code: 'too many',
      limit: LIMITS.stakeholders,
    })
    expect(nextOrder(full)).toBe(LIMITS.stakeholders + 1)
  })
})

describe('placing', () => {
  const doc = docOf([stakeholder('a', { placement: inSegment(1) }), stakeholder('b')])
  const place = (entries: [string, ReturnType<typeof inSegment> | null][]) =>
    placeStakeholders(new Map(entries.map(([id, at]) => [personId(id), at])))

  it('places, moves and takes off, all in one diff', () => {
    const moved = run(
      doc,
      place([
        ['a', null],
        ['b', inSegment(4, 0.2)],
      ]),
    )
    expect(who(moved, 'a').placement).toBeNull()
    expect(who(moved, 'b').placement).toEqual({ stance: -0.8, depth: 0.2 })
  })

  it('brings numbers into range', () => {
    const moved = run(
      doc,
      place([
        ['a', { stance: -7, depth: 2 }],
        ['b', { stance: 3, depth: -1 }],
      ]),
    )
    expect(who(moved, 'a').placement).toEqual({ stance: -1, depth: 1 })
    expect(who(moved, 'b').placement).toEqual({ stance: 1, depth: 0 })
  })

  it('changes nothing for somebody who stands there already', () => {
    const diff = unwrap(
      place([
        ['a', inSegment(1)],
        ['b', null],
      ])(doc, counting()),
    )
    expect(isEmptyDiff(diff)).toBe(true)
  })

  it('refuses when one of them is gone, and moves nobody', () => {
    expect(
      refusal(
        doc,
        place([
          ['a', null],
          ['gone', null],
        ]),
      ),
    ).toEqual({ code: 'missing' })
  })

  it('in public moves only the public stance of those shown at one', () => {
    const shown = docOf([
      stakeholder('open', { placement: inSegment(2) }),
      stakeholder('shown', { placement: inSegment(0, 0.3), confidentiality: shownAt(0) }),
    ])
    const there = new Map([
      [personId('open'), inSegment(3)],
      [personId('shown'), inSegment(4)],
    ])
    const moved = run(shown, placeInPublic(there))
    expect(who(moved, 'open').placement).toEqual(inSegment(3))
    expect(who(moved, 'shown').placement).toEqual(inSegment(0, 0.3))
    expect(who(moved, 'shown').confidentiality).toEqual(shownAt(-0.8))
    const off = run(moved, placeInPublic(new Map([[personId('shown'), null]])))
    expect(plain(off)).toEqual(plain(moved))
  })

  it('in public never moves, shows or places somebody hidden', () => {
    const secret = docOf([stakeholder('secret', { confidentiality: HIDDEN })])
    const moved = run(secret, placeInPublic(new Map([[personId('secret'), inSegment(0)]])))
    expect(plain(moved)).toEqual(plain(secret))
  })
})

describe('removing', () => {
  it('removes stakeholders together with their ties, and no others', () => {
    const doc = docOf([
      stakeholder('a'),
      stakeholder('b'),
      stakeholder('c'),
      tie('ab', 'a', 'b'),
      tie('ca', 'c', 'a'),
      tie('bc', 'b', 'c'),
    ])
    const left = run(doc, removeStakeholders([personId('a')]))
    expect([...left.stakeholders.keys()]).toEqual(['b', 'c'])
    expect([...left.relationships.keys()]).toEqual(['bc'])
    expect(refusal(doc, removeStakeholders([personId('gone')]))).toEqual({ code: 'missing' })
  })

  it('never leaves a tie to nobody, whatever is done', () => {
    fc.assert(
      fc.property(arbitraryDoc(), arbitraryChanges(), (start, changes) => {
        const context = counting()
        let doc = start
        for (const change of changes) {
          const diff = change(doc)(doc, context)
          if (diff.ok) doc = applyDiff(doc, diff.value)
        }
        for (const { from, to } of doc.relationships.values()) {
          expect(doc.stakeholders.has(from) && doc.stakeholders.has(to)).toBe(true)
        }
        for (const { sector: word, offers, needs } of doc.stakeholders.values()) {
          expect(word === null || doc.sectors.has(word)).toBe(true)
          expect([...offers, ...needs].every((id) => doc.resources.has(id))).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('tagging', () => {
  const doc = docOf([
    sector('s-health', 'Health'),
    resource('r-vans', 'Vans'),
    stakeholder('a'),
    stakeholder('b'),
  ])

  it('finds words however they are written, and makes the ones that are new', () => {
    const edited = run(
      doc,
      editStakeholders([personId('a')], {
        sector: '  HEALTH ',
        offers: ['vans', 'A hall', 'a  hall', ' '],
        needs: ['A hall'],
      }),
    )
    expect(who(edited, 'a').sector).toBe('s-health')
    expect(who(edited, 'a').offers).toEqual(['r-vans', 'new-1'])
    expect(who(edited, 'a').needs).toEqual(['new-1'])
    expect(Array.from(edited.resources.values(), ({ name }) => name)).toEqual(['Vans', 'A hall'])
    expect(edited.sectors.size).toBe(1)
  })

  it('edits several in one diff, and only those whom it changes', () => {
    const some = run(doc, editStakeholders([personId('a')], { role: 'member' }))
    const diff = unwrap(
      editStakeholders([personId('a'), personId('b')], { role: 'member' })(some, counting()),
    )
    expect([...diff.updated.keys()]).toEqual(['b'])
  })

  it('makes no word for an edit that changes nobody', () => {
    const diff = unwrap(editStakeholders([], { sector: 'Faith' })(doc, counting()))
    expect(isEmptyDiff(diff)).toBe(true)
  })

  it('takes a sector away for null and for a word that says nothing', () => {
    const tagged = run(doc, editStakeholders([personId('a')], { sector: 'Health' }))
    for (const none of [null, '', ' \u200b ']) {
      const cleared = run(tagged, editStakeholders([personId('a')], { sector: none }))
      expect(who(cleared, 'a').sector).toBeNull()
      expect(cleared.sectors.size).toBe(1)
    }
  })

  it('refuses what is too long or too many, and changes nothing', () => {
    const edit = (patch: Parameters<typeof editStakeholders>[1]) =>
      refusal(doc, editStakeholders([personId('a')], patch))
    const long = 'x'.repeat(LIMITS.shortText + 1)
    expect(edit({ notes: 'x'.repeat(LIMITS.longText + 1) })).toEqual({
      code: 'too long',
      limit: LIMITS.longText,
    })
    for (const patch of [
      { sector: long },
      { tags: [long] },
      { offers: [long] },
      { needs: [long] },
    ]) {
      expect(edit(patch)).toEqual({ code: 'too long', limit: LIMITS.shortText })
    }
    const many = Array.from({ length: LIMITS.tagsPerStakeholder + 1 }, (_, i) => `tag ${i}`)
    expect(edit({ tags: many })).toEqual({ code: 'too many', limit: LIMITS.tagsPerStakeholder })
    expect(edit({ name: ' ' })).toEqual({ code: 'empty name' })
    expect(refusal(doc, editStakeholders([personId('gone')], { role: 'other' }))).toEqual({
      code: 'missing',
    })
  })
})

describe('the map’s own facts', () => {
  it('are cleaned, and refused when empty or too long', () => {
    const doc = docOf([])
    expect(run(doc, editMap({ name: '  Clean\u0000 air ' })).info.name).toBe('Clean air')
    expect(refusal(doc, editMap({ name: ' ' }))).toEqual({ code: 'empty name' })
    expect(refusal(doc, editMap({ goal: 'x'.repeat(LIMITS.shortText + 1) }))).toEqual({
      code: 'too long',
      limit: LIMITS.shortText,
    })
    expect(isEmptyDiff(unwrap(editMap({ name: doc.info.name })(doc, counting())))).toBe(true)
  })
})

describe('what commands make', () => {
  it('can always be stored and read back as it is', () => {
    let made = 0
    fc.assert(
      fc.property(arbitraryDoc(6), arbitraryChanges(), (start, changes) => {
        const context = counting()
        let doc = start
        for (const change of changes) {
          const diff = change(doc)(doc, context)
          if (diff.ok) doc = applyDiff(doc, diff.value)
        }
        for (const record of recordsOf(doc)) {
          made++
          expect(decodeRecord(structuredClone(record))).toEqual({ ok: true, value: record })
        }
      }),
      { numRuns: 150 },
    )
    expect(made).toBeGreaterThan(1000)
  })

  it('is clean, so that a file brings back exactly what was exported', () => {
    fc.assert(
      fc.property(arbitraryDoc(6), arbitraryChanges(), (start, changes) => {
        const context = counting()
        let doc = start
        for (const change of changes) {
          const diff = change(doc)(doc, context)
          if (diff.ok) doc = applyDiff(doc, diff.value)
        }
        const view = viewFor(doc, 'team')
        const file = unwrap(allyscopeJson.parse(allyscopeJson.write(view)))
        const opened = mapFromImport(file.import, asId<MapId>('copy'), counting('copy'))
        expect(viewFor(opened, 'team')).toEqual(view)
      }),
      { numRuns: 150 },
    )
  })
})

describe('importing', () => {
  const original = docOf([
    sector('s', 'Health'),
    sector('unused', 'Press'),
    resource('r', 'Vans'),
    stakeholder('a', { sector: sector('s').id, offers: [resource('r').id], notes: 'secret' }),
    stakeholder('b', { placement: inSegment(3), confidentiality: HIDDEN }),
    tie('t', 'a', 'b', { kind: 'own', label: 'cousins', strength: 3 }),
  ])
  const file = unwrap(allyscopeJson.parse(allyscopeJson.write(viewFor(original, 'team')))).import

  it('of a file as a map of its own keeps ids and gives the same view', () => {
    const copy = mapFromImport(file, asId<MapId>('copy'), counting())
    expect(copy.info.id).toBe('copy')
    expect([...copy.stakeholders.keys()]).toEqual(['a', 'b'])
    expect(viewFor(copy, 'team')).toEqual(viewFor(original, 'team'))
  })

  it('into an open map gives new ids, uses the words that are there, and keeps ties among the newcomers', () => {
    const open = docOf([sector('mine', 'HEALTH'), stakeholder('a', { order: 9 })])
    const after = run(open, addImported(file))
    const [, a, b] = stakeholdersInOrder(after)
    expect([a?.id, b?.id].some((id) => id === 'a' || id === 'b')).toBe(false)
    expect([a?.order, b?.order]).toEqual([10, 11])
    expect(a?.sector).toBe('mine')
    expect(who(after, 'a')).toBe(who(open, 'a'))
    expect([...after.relationships.values()]).toMatchObject([{ from: a?.id, to: b?.id }])
  })

  it('hides those who are called like somebody hidden, so that a second card does not give away the first', () => {
    const open = docOf([
      stakeholder('x', { name: 'Zoë Quux', aliases: ['Old Fox'], confidentiality: HIDDEN }),
      stakeholder('y', { name: 'Bakers', confidentiality: { level: 'public' } }),
    ])
    const called = ['zoë  QUUX', 'old fox', 'Bakers']
    const people = called.map((name, i) => stakeholder(`n${i}`, { name }))
    const list = unwrap(allyscopeJson.parse(allyscopeJson.write(viewFor(docOf(people), 'team'))))
    const levels = (doc: MapDoc) =>
      stakeholdersInOrder(doc).map(({ confidentiality }) => confidentiality.level)
    const expected = ['confidential', 'public', 'confidential', 'confidential', 'public']
    expect(levels(run(open, addImported(list.import)))).toEqual(expected)
    expect(levels(run(open, addStakeholders(called, 'namesakes')))).toEqual(expected)
    expect(levels(run(docOf([]), addStakeholders(['Bo'], 'all')))).toEqual(['confidential'])
    // In public preview nobody may be told apart by what becomes of a name.
    expect(levels(run(open, addStakeholders(called))).slice(2)).toEqual([
      'public',
      'public',
      'public',
    ])
  })

  it('refuses what the map can’t hold', () => {
    const full = docOf(Array.from({ length: LIMITS.stakeholders }, (_, i) => stakeholder(`s${i}`)))
    expect(refusal(full, addImported(file))).toEqual({
      code: 'too many',
      limit: LIMITS.stakeholders,
    })
  })
})
