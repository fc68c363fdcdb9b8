import '../../../src/i18n/parts/dialogs.ts'
import { describe, expect, it } from 'vitest'
import { formatDate, formatList, formatNumber, t } from '../../../src/i18n/i18n.ts'
import { kindName, roleName, segmentName, segmentNames, standsAs } from '../../../src/i18n/terms.ts'

describe('messages', () => {
  it('fill in what they are given, and nothing else', () => {
    expect(t('add.added', { name: 'Ana' })).toBe('Added Ana.')
    expect(t('add.added', { name: '{name} $& $1' })).toBe('Added {name} $& $1.')
  })

  it('choose the form for the number, and write it the language’s way', () => {
    expect(t('count.stakeholders', { count: 1 })).toBe('1 stakeholder')
    expect(t('count.stakeholders', { count: 0 })).toBe('0 stakeholders')
    expect(t('count.stakeholders', { count: 12345 })).toBe('12,345 stakeholders')
  })
})

describe('terms', () => {
  const usual = [null, null, null, null, null] as const
  const reworded = ['With us', null, null, null, 'Against'] as const

  it('are the field’s own, unless the map rewords them', () => {
    expect(segmentNames(usual)).toEqual([
      'Active allies',
      'Passive allies',
      'Neutral',
      'Passive opponents',
      'Active opponents',
    ])
    expect(segmentName(0, reworded)).toBe('With us')
    expect(segmentName(1, reworded)).toBe('Passive allies')
    expect(standsAs(3, usual)).toBe('passive opponent')
    expect(standsAs(4, reworded)).toBe('Against')
    expect([kindName('institution'), roleName('prospect')]).toEqual(['Institution', 'Prospect'])
  })
})

it('writes numbers, dates and lists the language’s way', () => {
  expect(formatNumber(1234.5)).toBe('1,234.5')
  expect(formatDate(new Date(2026, 10, 22))).toBe('November 22, 2026')
  expect(formatList(['a', 'b', 'c'])).toBe('a, b, and c')
})
