import { describe, expect, it } from 'vitest'
import { viewFor } from '../../../src/audience/gate.ts'
import { type Filter, NO_FILTER } from '../../../src/store/viewSettings.ts'
import { fadedBy } from '../../../src/views/filtering.ts'
import { docOf, HIDDEN, resource, sector, shownAt, stakeholder } from '../../support/records.ts'

const doc = docOf([
  sector('s1', 'Health'),
  sector('s2', 'Faith'),
  resource('r1', 'Vans'),
  resource('r2', 'Money'),
  stakeholder('nurses', {
    name: 'Nurses’ union',
    sector: sector('s1').id,
    offers: [resource('r1').id],
    role: 'member',
    notes: 'ask Zoë',
  }),
  stakeholder('bishop', {
    name: 'BISHOP Ángel',
    sector: sector('s2').id,
    needs: [resource('r2').id],
    tags: ['press'],
    aliases: ['The Heron'],
    confidentiality: HIDDEN,
  }),
  stakeholder('mayor', { name: 'Mayor', role: 'target', confidentiality: shownAt(0) }),
])
const left = (filter: Partial<Filter>, audience: 'team' | 'public' = 'team') => {
  const { stakeholders } = viewFor(doc, audience)
  const faded = fadedBy({ ...NO_FILTER, ...filter }, stakeholders)
  return stakeholders.filter(({ key }) => !faded.has(key)).map(({ name }) => name)
}

describe('a filter', () => {
  it('lets everybody through when there is none, always as the same set', () => {
    expect(left({})).toHaveLength(3)
    expect(fadedBy(NO_FILTER, [])).toBe(fadedBy({ ...NO_FILTER, text: ' ' }, []))
  })

  it('finds text in names, aliases, words, tags and notes, whatever its case', () => {
    expect(left({ text: 'nurses' })).toEqual(['Nurses’ union'])
    expect(left({ text: 'bishop ÁNGEL' })).toEqual(['BISHOP Ángel'])
    expect(left({ text: 'health' })).toEqual(['Nurses’ union'])
    expect(left({ text: 'PRESS' })).toEqual(['BISHOP Ángel'])
    expect(left({ text: 'zoë' })).toEqual(['Nurses’ union'])
    expect(left({ text: 'heron' })).toEqual(['BISHOP Ángel'])
    expect(left({ text: 'heron' }, 'public')).toEqual([])
    expect(left({ text: 'nobody' })).toEqual([])
  })

  it('takes any of the values of one kind, and asks for every kind', () => {
    expect(left({ sectors: ['Health', 'Faith'] })).toEqual(['Nurses’ union', 'BISHOP Ángel'])
    expect(left({ resources: ['Vans', 'Money'] })).toEqual(['Nurses’ union', 'BISHOP Ángel'])
    expect(left({ roles: ['member', 'target'] })).toEqual(['Nurses’ union', 'Mayor'])
    expect(left({ roles: ['member'], sectors: ['Faith'] })).toEqual([])
    expect(left({ confidentiality: 'confidential' })).toEqual(['BISHOP Ángel', 'Mayor'])
    expect(left({ confidentiality: 'public' })).toEqual(['Nurses’ union'])
  })

  it('in public knows nothing that the public does not', () => {
    expect(left({ text: 'zoë' }, 'public')).toEqual([])
    expect(left({ text: 'angel' }, 'public')).toEqual([])
    // Were it to fade anybody, the fading would tell who is confidential.
    expect(left({ confidentiality: 'confidential' }, 'public')).toEqual(['Nurses’ union', 'Mayor'])
    expect(left({ confidentiality: 'public' }, 'public')).toEqual(['Nurses’ union', 'Mayor'])
  })
})
