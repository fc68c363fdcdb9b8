import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeRecord } from '../../../src/domain/decode.ts'
import { LIMITS } from '../../../src/domain/limits.ts'

const map = {
  type: 'map',
  id: 'm1',
  name: 'School meals',
  we: 'Parents',
  goal: '',
  alliesSide: 'left',
  segmentNames: [null, null, 'Undecided', null, null],
}
const stakeholder = {
  type: 'stakeholder',
  id: 's1',
  order: 3,
  name: 'School cooks',
  aliases: ['the kitchen people'],
  kind: 'group',
  placement: { stance: 0.4, depth: 0.5 },
  influence: 0.2,
  targetSegment: 0,
  role: 'prospect',
  sector: 'c1',
  offers: ['r1'],
  needs: [],
  tags: ['kitchen'],
  confidentiality: { level: 'confidential', publicStance: null },
  description: '',
  networkPosition: { x: -20, y: 4.5, pinned: false },
  notes: 'Ask Ana',
  contact: '',
}
const relationship = {
  type: 'relationship',
  id: 't1',
  from: 's1',
  to: 's2',
  kind: 'own',
  label: 'feeds',
  direction: 'one way',
  strength: 2,
  confidentiality: 'confidential',
  notes: '',
}
const sector = { type: 'sector', id: 'c1', name: 'Education' }
const resource = { type: 'resource', id: 'r1', name: 'kitchens' }

describe('records as stored', () => {
  test.each([map, stakeholder, relationship, sector, resource])('$type is read back', (record) => {
    expect(decodeRecord(record)).toEqual({ ok: true, value: record })
  })

  test('from before there were aliases has none', () => {
    const { aliases: _, ...older } = stakeholder
    expect(decodeRecord(older)).toEqual({ ok: true, value: { ...stakeholder, aliases: [] } })
  })

  test('fields nobody knows are dropped', () => {
    expect(decodeRecord({ ...sector, mood: 'sunny' })).toEqual({ ok: true, value: sector })
  })

  test.each<[string, unknown, string]>([
    ['no record at all', null, 'record'],
    ['unknown type', { ...sector, type: 'weather' }, 'type'],
    ['empty name', { ...stakeholder, name: '' }, 'name'],
    ['name beyond the cap', { ...stakeholder, name: 'x'.repeat(LIMITS.name + 1) }, 'name'],
    [
      'stance beyond 1',
      { ...stakeholder, placement: { stance: 1.1, depth: 0 } },
      'placement.stance',
    ],
    [
      'depth not a number',
      { ...stakeholder, placement: { stance: 1, depth: NaN } },
      'placement.depth',
    ],
    ['an empty alias', { ...stakeholder, aliases: [''] }, 'aliases.0'],
    ['influence infinite', { ...stakeholder, influence: Infinity }, 'influence'],
    ['influence as text', { ...stakeholder, influence: '0.5' }, 'influence'],
    ['segment 5', { ...stakeholder, targetSegment: 5 }, 'targetSegment'],
    ['unknown role', { ...stakeholder, role: 'spy' }, 'role'],
    ['offers not a list', { ...stakeholder, offers: 'food' }, 'offers'],
    ['too many tags', { ...stakeholder, tags: Array(5000).fill('x') }, 'tags'],
    [
      'unknown level',
      { ...stakeholder, confidentiality: { level: 'secret' } },
      'confidentiality.level',
    ],
    [
      'no public stance said',
      { ...stakeholder, confidentiality: { level: 'confidential' } },
      'confidentiality.publicStance',
    ],
    [
      'position far out',
      { ...stakeholder, networkPosition: { x: 1e9, y: 0 } },
      'networkPosition.x',
    ],
    ['notes beyond the cap', { ...stakeholder, notes: 'x'.repeat(LIMITS.longText + 1) }, 'notes'],
    ['strength 4', { ...relationship, strength: 4 }, 'strength'],
    ['four segment names', { ...map, segmentNames: [null, null, null, null] }, 'segmentNames'],
    ['missing field', { type: 'sector', id: 'c1' }, 'name'],
  ])('%s is refused, and the field named', (_, value, field) => {
    const result = decodeRecord(value)
    expect(result.ok).toBe(false)
    if (!result.ok)
      expect(result.error.split(':')[0]).toMatch(new RegExp(`^${field.replace('.', '\\.')}`))
  })
})

describe('hostile values', () => {
  test('inherited fields do not count', () => {
    const heir: unknown = Object.create(sector)
    expect(decodeRecord(heir).ok).toBe(false)
  })

  test('getters are never run', () => {
    const trap = {
      type: 'sector',
      id: 'c1',
      get name(): string {
        throw new Error('a getter ran')
      },
    }
    expect(decodeRecord(trap).ok).toBe(false)
  })

  test('__proto__ as a key changes nothing', () => {
    const value: unknown = JSON.parse(
      '{"type":"sector","id":"c1","__proto__":{"name":"Education","polluted":true}}',
    )
    expect(decodeRecord(value).ok).toBe(false)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('a million-fold nesting is refused without a stack overflow', () => {
    let deep: unknown = null
    for (let level = 0; level < 1_000_000; level++) deep = { deep }
    expect(decodeRecord({ ...stakeholder, placement: deep }).ok).toBe(false)
    expect(decodeRecord(deep).ok).toBe(false)
  })

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
        (value) => {
          expect(typeof decodeRecord(value).ok).toBe('boolean')
        },
      ),
    )
  })

  test('any one field replaced by anything is either read or refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(stakeholder)), fc.anything(), (key, value) => {
        const result = decodeRecord({ ...stakeholder, [key]: value })
        if (result.ok) expect(decodeRecord(result.value)).toEqual(result)
      }),
    )
  })
})
