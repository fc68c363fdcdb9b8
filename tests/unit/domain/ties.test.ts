import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/domain/commands/command.ts'
import {
  connectStakeholders,
  editTie,
  removeTies,
  reverseTie,
  usualDirection,
} from '../../../src/domain/commands/relationships.ts'
import { applyDiff, isEmptyDiff } from '../../../src/domain/diff.ts'
import { LIMITS } from '../../../src/domain/limits.ts'
import { asId, type MapDoc, type RelationshipId } from '../../../src/domain/records.ts'
import { counting, docOf, personId, stakeholder, tie, unwrap } from '../../support/records.ts'

const ana = personId('Ana')
const bo = personId('Bo')
const people = [stakeholder('Ana'), stakeholder('Bo'), stakeholder('Cem')]
const run = (doc: MapDoc, command: Command): MapDoc =>
  applyDiff(doc, unwrap(command(doc, counting())))
const refusal = (doc: MapDoc, command: Command) => {
  const result = command(doc, counting('other'))
  return result.ok ? null : result.error.code
}
const tieIn = (doc: MapDoc, id: string) => doc.relationships.get(asId<RelationshipId>(id))

describe('drawing a tie', () => {
  it('starts out public, of medium strength, and with the direction that its kind suggests', () => {
    const doc = run(docOf(people), connectStakeholders(ana, bo, 'works with'))
    expect(tieIn(doc, 'new-1')).toEqual(
      tie('new-1', 'Ana', 'Bo', { kind: 'works with', direction: 'mutual' }),
    )
    expect(usualDirection('funds')).toBe('one way')
  })

  it('takes several kinds between the same two, and both ways, but the same only once', () => {
    const trusted = run(docOf(people), connectStakeholders(ana, bo, 'trusts'))
    expect(refusal(trusted, connectStakeholders(ana, bo, 'funds'))).toBeNull()
    expect(refusal(trusted, connectStakeholders(bo, ana, 'trusts'))).toBeNull()
    expect(refusal(trusted, connectStakeholders(ana, bo, 'trusts'))).toBe('tie exists')
    const allied = docOf([
      ...people,
      tie('t', 'Ana', 'Bo', { kind: 'works with', direction: 'mutual' }),
    ])
    expect(refusal(allied, connectStakeholders(bo, ana, 'works with'))).toBe('tie exists')
    expect(refusal(allied, connectStakeholders(bo, ana, 'own', { label: 'cousins' }))).toBeNull()
  })

  it('does not tell of a confidential tie by refusing a public one', () => {
    const secret = docOf([...people, tie('t', 'Ana', 'Bo', { confidentiality: 'confidential' })])
    expect(refusal(secret, connectStakeholders(ana, bo, 'influences'))).toBeNull()
  })

  it('needs two different stakeholders who are there', () => {
    expect(refusal(docOf(people), connectStakeholders(ana, ana, 'trusts'))).toBe('self-tie')
    expect(refusal(docOf(people), connectStakeholders(ana, personId('x'), 'trusts'))).toBe(
      'missing',
    )
    expect(refusal(docOf(people), connectStakeholders(personId('x'), bo, 'trusts'))).toBe('missing')
  })

  it('has a word of its own only when it is of an own kind, and that word is cleaned', () => {
    const cousins = { label: '  cousins\u200b ' }
    const own = run(docOf(people), connectStakeholders(ana, bo, 'own', cousins))
    expect(tieIn(own, 'new-1')?.label).toBe('cousins')
    const funds = run(docOf(people), connectStakeholders(ana, bo, 'funds', cousins))
    expect(tieIn(funds, 'new-1')?.label).toBe('')
    const long = { label: 'x'.repeat(LIMITS.shortText + 1) }
    expect(refusal(docOf(people), connectStakeholders(ana, bo, 'own', long))).toBe('too long')
  })
})

describe('changing a tie', () => {
  const doc = docOf([...people, tie('t', 'Ana', 'Bo'), tie('u', 'Bo', 'Ana')])
  const t = asId<RelationshipId>('t')

  it('turns round, unless the other way is there already', () => {
    const alone = docOf([...people, tie('t', 'Ana', 'Bo')])
    expect(tieIn(run(alone, reverseTie(t)), 't')).toMatchObject({ from: 'Bo', to: 'Ana' })
    expect(refusal(doc, reverseTie(t))).toBe('tie exists')
    expect(refusal(doc, editTie(t, { direction: 'mutual' }))).toBe('tie exists')
  })

  it('gives an empty diff when nothing changes, and loses the word with the own kind', () => {
    expect(isEmptyDiff(unwrap(editTie(t, { strength: 2 })(doc, counting())))).toBe(true)
    const own = docOf([...people, tie('t', 'Ana', 'Bo', { kind: 'own', label: 'cousins' })])
    expect(tieIn(run(own, editTie(t, { kind: 'trusts' })), 't')).toMatchObject({ label: '' })
  })

  it('is refused when the tie is gone or notes are too long', () => {
    expect(refusal(doc, editTie(asId('x'), { strength: 1 }))).toBe('missing')
    expect(refusal(doc, editTie(t, { notes: 'x'.repeat(LIMITS.longText + 1) }))).toBe('too long')
  })

  it('removes only what was asked for', () => {
    expect([...run(doc, removeTies([t, t])).relationships.keys()]).toEqual(['u'])
    expect(refusal(doc, removeTies([t, asId('x')]))).toBe('missing')
  })
})
