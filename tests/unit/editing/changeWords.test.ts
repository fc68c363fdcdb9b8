import { describe, expect, it } from 'vitest'
import { subjectFor } from '../../../src/audience/subject.ts'
import { diffOf } from '../../../src/domain/diff.ts'
import type { ChangeLabel } from '../../../src/domain/undo.ts'
import { changeWords } from '../../../src/editing/changeWords.ts'
import { refusalWords } from '../../../src/editing/refusalWords.ts'
import { docOf, HIDDEN, personId, stakeholder } from '../../support/records.ts'

const secret = stakeholder('secret', { name: 'Secret Ally', confidentiality: HIDDEN })
const doc = docOf([stakeholder('a', { name: 'Ana' }), stakeholder('b', { name: 'Bo' }), secret])
const gone = stakeholder('gone', { name: 'Gone With' })

const say = (
  audience: 'team' | 'public',
  action: ChangeLabel['action'],
  ids: readonly string[],
  diff = diffOf({}),
) =>
  changeWords(
    { label: { action, stakeholders: ids.map(personId) }, diff, joinKey: null },
    subjectFor(doc, audience),
  )

describe('what undo says to the team', () => {
  it('names the one, or says how many', () => {
    expect(say('team', 'move', ['a'])).toBe('move Ana')
    expect(say('team', 'edit', ['a', 'b'])).toBe('edit 2 stakeholders')
    expect(say('team', 'confidentiality', ['secret'])).toBe('confidentiality of Secret Ally')
    expect(say('team', 'tidy', [])).toBe('tidy')
    expect(say('team', 'map', [])).toBe('map settings')
    expect(say('team', 'unplace', ['b'])).toBe('take Bo off the pie')
  })

  it('still knows the name of somebody removed, or not there again yet', () => {
    expect(say('team', 'remove', ['gone'], diffOf({ removed: [gone] }))).toBe('remove Gone With')
    expect(say('team', 'add', ['gone'], diffOf({ added: [gone] }))).toBe('add Gone With')
  })
})

describe('what undo says in public preview', () => {
  it('is the same of every change: a name for some and none for others would tell who is hidden', () => {
    for (const action of ['move', 'edit', 'add', 'tidy', 'confidentiality', 'import'] as const) {
      for (const who of [[], ['a'], ['secret'], ['a', 'secret']]) {
        expect(say('public', action, who)).toBe('last change')
      }
    }
    expect(say('public', 'remove', ['gone'], diffOf({ removed: [gone] }))).toBe('last change')
  })
})

it('says every refusal in a sentence', () => {
  const said = [
    refusalWords({ code: 'missing' }),
    refusalWords({ code: 'empty name' }),
    refusalWords({ code: 'too long', limit: 300 }),
    refusalWords({ code: 'too many', limit: 10_000 }),
    refusalWords({ code: 'word exists', word: 'Faith' }),
    refusalWords({ code: 'read only' }),
  ]
  expect(new Set(said).size).toBe(said.length)
  expect(said[2]).toContain('300')
  expect(said[3]).toContain('10,000')
  expect(said[4]).toContain('Faith')
  for (const sentence of said) expect(sentence).toMatch(/^.+\.$/)
})
