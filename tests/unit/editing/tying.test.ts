import { beforeEach, describe, expect, it } from 'vitest'
import { subjectFor } from '../../../src/audience/subject.ts'
import type { MapDoc, Relationship } from '../../../src/domain/records.ts'
import { changeWords } from '../../../src/editing/changeWords.ts'
import { tieShown } from '../../../src/editing/tieShown.ts'
import { tyingOn } from '../../../src/editing/tying.ts'
import { createMapStore } from '../../../src/store/mapStore.ts'
import { type OpenMap, openMapOn } from '../../../src/store/openMap.ts'
import { createViewSettings } from '../../../src/store/viewSettings.ts'
import { counting, docOf, HIDDEN, personId, stakeholder, tie } from '../../support/records.ts'

let map: OpenMap
const open = (doc: MapDoc) => {
  map = openMapOn(createMapStore(doc, { ...counting(), now: () => '' }), createViewSettings())
}
const docIn = () => map.store.state.getState().doc
const on = (audience: 'team' | 'public' = 'team') => tyingOn(map, subjectFor(docIn(), audience))
const ties = (): Relationship[] => [...docIn().relationships.values()]
const only = (): Relationship => {
  const [first] = ties()
  if (!first) throw new Error('there is no tie')
  return first
}
const people = [
  stakeholder('Ana'),
  stakeholder('Bo'),
  stakeholder('Shy', { confidentiality: HIDDEN }),
]

beforeEach(() => open(docOf(people)))

describe('drawing ties', () => {
  it('selects the new tie, so that it can be described at once, and is one step to undo', () => {
    expect(on().connect(personId('Ana'), personId('Bo'), 'trusts').ok).toBe(true)
    expect(map.selection.getState()).toMatchObject({ ids: new Set(), tie: only().id })
    map.store.undo()
    expect(ties()).toEqual([])
  })

  it('starts the next tie with the kind of the last one', () => {
    on().connect(personId('Ana'), personId('Bo'), 'funds')
    on().connect(personId('Bo'), personId('Ana'))
    expect(ties().map(({ kind }) => kind)).toEqual(['funds', 'funds'])
    on().edit(only(), { kind: 'opposes' })
    expect(on().usualKind()).toBe('opposes')
  })

  it('starts in public with the last kind drawn there: the team’s last tie may be confidential', () => {
    on().connect(personId('Ana'), personId('Bo'), 'funds')
    expect(on('public').usualKind()).toBe('influences')
  })

  it('is refused twice, and for oneself, without a trace', () => {
    on().connect(personId('Ana'), personId('Bo'), 'trusts')
    expect(on().connect(personId('Ana'), personId('Bo'), 'trusts').ok).toBe(false)
    expect(on().connect(personId('Ana'), personId('Ana'), 'trusts').ok).toBe(false)
    expect(ties()).toHaveLength(1)
  })

  it('turns round, and goes with its selection when removed', () => {
    on().connect(personId('Ana'), personId('Bo'), 'trusts')
    on().reverse(only())
    expect(only()).toMatchObject({ from: 'Bo', to: 'Ana' })
    on().remove(only())
    expect(ties()).toEqual([])
    expect(map.selection.getState().tie).toBeNull()
  })
})

describe('another kind of tie', () => {
  it('brings its own direction, unless somebody has chosen one', () => {
    on().connect(personId('Ana'), personId('Bo'), 'works with')
    on().edit(only(), { kind: 'reports to' })
    expect(only().direction).toBe('one way')
    on().edit(only(), { direction: 'mutual' })
    on().edit(only(), { kind: 'funds' })
    expect(only().direction).toBe('mutual')
  })
})

describe('ties in public preview', () => {
  const secret = tie('t', 'Ana', 'Bo', { confidentiality: 'confidential' })
  const withSecret = [...people, secret, tie('u', 'Ana', 'Shy')]

  it('cannot be looked at when they are confidential or lead to somebody hidden', () => {
    open(docOf(withSecret))
    const team = subjectFor(docIn(), 'team')
    const anybody = subjectFor(docIn(), 'public')
    expect(ties().map(({ id }) => tieShown(team, id)?.id)).toEqual(['t', 'u'])
    expect(ties().map(({ id }) => tieShown(anybody, id))).toEqual([undefined, undefined])
  })

  it('are not hinted at by what undo would take back', () => {
    open(docOf(withSecret))
    on().edit(secret, { strength: 3 })
    const change = map.store.state.getState().stacks.done.at(-1)
    if (!change) throw new Error('nothing was done')
    expect(changeWords(change, subjectFor(docIn(), 'public'))).toBe('last change')
    expect(changeWords(change, subjectFor(docIn(), 'team'))).toBe('change of the tie Ana – Bo')
  })

  it('can be drawn beside a confidential one of the same kind', () => {
    open(docOf(withSecret))
    expect(on('public').connect(personId('Ana'), personId('Bo'), 'influences').ok).toBe(true)
  })
})
