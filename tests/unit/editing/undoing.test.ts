import { describe, expect, it } from 'vitest'
import { subjectFor } from '../../../src/audience/subject.ts'
import { editStakeholders } from '../../../src/domain/commands/editing.ts'
import { removeStakeholders } from '../../../src/domain/commands/stakeholders.ts'
import { placeStakeholders } from '../../../src/domain/commands/placement.ts'
import type { Command } from '../../../src/domain/commands/command.ts'
import type { Confidentiality, MapDoc } from '../../../src/domain/records.ts'
import { redo, undo } from '../../../src/editing/undoing.ts'
import { docIn, openMapOf } from '../../support/editor.tsx'
import { docOf, HIDDEN, inSegment, personId, shownAt, stakeholder } from '../../support/records.ts'

const PUBLIC: Confidentiality = { level: 'public' }

const opened = (doc: MapDoc) => {
  const map = openMapOf(doc)
  const subject = (audience: 'team' | 'public') => subjectFor(docIn(map), audience)
  const change = (command: Command) =>
    map.store.dispatch(command, { action: 'edit', stakeholders: [] })
  const confidentiality = (id: string) => docIn(map).stakeholders.get(personId(id))?.confidentiality
  return { map, subject, change, confidentiality }
}

describe('undo in public preview', () => {
  it('never brings back a name that was made confidential; the team view still can', () => {
    for (const made of [HIDDEN, shownAt(-0.4)]) {
      const { map, subject, change, confidentiality } = opened(docOf([stakeholder('a')]))
      change(editStakeholders([personId('a')], { confidentiality: made }))
      undo(map, subject('public'))
      expect(confidentiality('a')).toEqual(made)
      undo(map, subject('team'))
      expect(confidentiality('a')).toEqual(PUBLIC)
    }
  })

  it('nor does redo make anybody public again', () => {
    const { map, subject, change, confidentiality } = opened(
      docOf([stakeholder('a', { confidentiality: HIDDEN })]),
    )
    change(editStakeholders([personId('a')], { confidentiality: PUBLIC }))
    undo(map, subject('public'))
    expect(confidentiality('a')).toEqual(HIDDEN)
    redo(map, subject('public'))
    expect(confidentiality('a')).toEqual(HIDDEN)
    redo(map, subject('team'))
    expect(confidentiality('a')).toEqual(PUBLIC)
  })

  it('still takes back what shows nobody: moves, removals, and hiding again', () => {
    const { map, subject, change } = opened(
      docOf([stakeholder('a'), stakeholder('h', { confidentiality: HIDDEN })]),
    )
    change(placeStakeholders(new Map([[personId('a'), inSegment(2)]])))
    change(removeStakeholders([personId('h')]))
    undo(map, subject('public'))
    expect(docIn(map).stakeholders.has(personId('h'))).toBe(true)
    undo(map, subject('public'))
    expect(docIn(map).stakeholders.get(personId('a'))?.placement).toBeNull()
  })
})

describe('history in public preview', () => {
  it('begins where the preview begins, and is whole again for the team', () => {
    const { map, subject, change } = opened(docOf([stakeholder('a'), stakeholder('b')]))
    const placed = (id: string) => docIn(map).stakeholders.get(personId(id))?.placement !== null
    const place = (id: string) => change(placeStakeholders(new Map([[personId(id), inSegment(2)]])))
    place('a')
    map.store.layFloor()
    undo(map, subject('public'))
    expect(placed('a')).toBe(true)
    place('b')
    undo(map, subject('public'))
    expect(placed('b')).toBe(false)
    undo(map, subject('public'))
    expect(placed('a')).toBe(true)
    map.store.liftFloor()
    undo(map, subject('team'))
    expect(placed('a')).toBe(false)
  })

  it('does not make again what was undone before', () => {
    const { map, subject, change } = opened(docOf([stakeholder('a')]))
    change(placeStakeholders(new Map([[personId('a'), inSegment(2)]])))
    undo(map, subject('team'))
    map.store.layFloor()
    redo(map, subject('public'))
    expect(docIn(map).stakeholders.get(personId('a'))?.placement).toBeNull()
    map.store.liftFloor()
    redo(map, subject('team'))
    expect(docIn(map).stakeholders.get(personId('a'))?.placement).toEqual(inSegment(2))
  })

  it('does not become one step with what was typed before', () => {
    const { map, subject } = opened(docOf([stakeholder('a')]))
    const name = (to: string) =>
      map.store.dispatch(
        editStakeholders([personId('a')], { name: to }),
        { action: 'edit', stakeholders: [] },
        'a name',
      )
    name('Secret name')
    name('Public')
    map.store.layFloor()
    name('Public name')
    undo(map, subject('public'))
    expect(docIn(map).stakeholders.get(personId('a'))?.name).toBe('Public')
  })
})
