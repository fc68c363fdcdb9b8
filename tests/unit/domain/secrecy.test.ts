import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewFor } from '../../../src/audience/gate.ts'
import { secrecyOf } from '../../../src/domain/hidden.ts'
import { exposedBy, keepingSecrets, returningBy } from '../../../src/domain/secrecy.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import {
  docOf,
  HIDDEN,
  inSegment,
  personId,
  plain,
  shownAt,
  stakeholder,
  tie,
} from '../../support/records.ts'

const then = docOf([
  stakeholder('bishop', { name: 'Bishop', placement: inSegment(0) }),
  stakeholder('nurses', { name: 'Nurses’ union', placement: inSegment(1) }),
  stakeholder('mayor', { name: 'Mayor', confidentiality: HIDDEN }),
  stakeholder('gone', { name: 'Vicar' }),
  tie('t', 'bishop', 'nurses'),
])
const now = docOf([
  stakeholder('bishop', { name: 'Bishop', confidentiality: HIDDEN }),
  stakeholder('nurses', { name: 'Nurses’ union', confidentiality: shownAt(0) }),
  stakeholder('mayor', { name: 'Mayor' }),
  stakeholder('other', { name: 'The old one', aliases: ['vicar'], confidentiality: HIDDEN }),
  tie('t', 'bishop', 'nurses', { confidentiality: 'confidential' }),
])

describe('going back to a copy from before somebody was made confidential', () => {
  it('names who would be seen again: them, their ties, and namesakes of somebody hidden', () => {
    const { stakeholders, ties } = exposedBy(then, now)
    expect(stakeholders.map(({ id }) => id)).toEqual(['bishop', 'nurses', 'gone'])
    expect(ties.map(({ id }) => id)).toEqual(['t'])
  })

  it('keeps them as confidential as they are now, and all else as it was', () => {
    const kept = keepingSecrets(then, exposedBy(then, now))
    expect(kept.stakeholders.get(personId('bishop'))).toEqual({
      ...then.stakeholders.get(personId('bishop')),
      confidentiality: HIDDEN,
    })
    expect(kept.stakeholders.get(personId('mayor'))?.confidentiality).toEqual(HIDDEN)
    const seen = viewFor(kept, 'public')
    expect([seen.stakeholders.map(({ name }) => name), seen.relationships]).toEqual([
      ['Nurses’ union'],
      [],
    ])
    expect(exposedBy(kept, now)).toEqual({ stakeholders: [], ties: [] })
  })

  it('names who comes back visible, and can hide them: nobody knows whether they were hidden before they were removed', () => {
    const copy = docOf([
      stakeholder('bishop', { name: 'Bishop' }),
      stakeholder('nurses', { name: 'Nurses’ union' }),
      stakeholder('helper', { name: 'Helper' }),
      stakeholder('quiet', { name: 'Quiet', confidentiality: HIDDEN }),
      tie('t', 'bishop', 'nurses'),
    ])
    const later = docOf([
      stakeholder('bishop', { name: 'Bishop' }),
      stakeholder('nurses', { name: 'Nurses’ union' }),
    ])
    const returning = returningBy(copy, later, exposedBy(copy, later))
    expect(returning.stakeholders.map(({ id }) => id)).toEqual(['helper'])
    expect(returning.ties.map(({ id }) => id)).toEqual(['t'])
    const seen = viewFor(keepingSecrets(copy, returning), 'public')
    expect([seen.stakeholders.map(({ name }) => name), seen.relationships]).toEqual([
      ['Bishop', 'Nurses’ union'],
      [],
    ])
  })

  it('obeys the law for random maps: nobody is less confidential than now, and nothing else is touched', () => {
    fc.assert(
      fc.property(arbitraryDoc(), arbitraryDoc(), (copy, later) => {
        const exposed = exposedBy(copy, later)
        const kept = keepingSecrets(copy, exposed)
        for (const record of [...kept.stakeholders.values(), ...kept.relationships.values()]) {
          const today =
            record.type === 'stakeholder'
              ? later.stakeholders.get(record.id)
              : later.relationships.get(record.id)
          if (today) expect(secrecyOf(record)).toBeGreaterThanOrEqual(secrecyOf(today))
        }
        const open = (doc: typeof copy) =>
          plain(doc).map((record) =>
            'confidentiality' in record ? { ...record, confidentiality: null } : record,
          )
        expect(open(kept)).toEqual(open(copy))
        if (exposed.stakeholders.length + exposed.ties.length === 0) {
          expect(plain(kept)).toEqual(plain(copy))
        }
      }),
    )
  })
})
