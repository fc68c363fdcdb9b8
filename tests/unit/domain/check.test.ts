import { describe, expect, test } from 'vitest'
import {
  between,
  list,
  nullable,
  object,
  oneOf,
  own,
  tagged,
  text,
} from '../../../src/domain/check.ts'

interface Cook {
  readonly name: string
  readonly pots: readonly number[]
  readonly rank: 'head' | 'second' | null
}

const cook = object<Cook>({
  name: text(1, 5),
  pots: list(between(0, 9), 2),
  rank: nullable(oneOf(['head', 'second'])),
})
const ana = { name: 'Ana', pots: [1, 9], rank: null }

describe('a checked value', () => {
  test('is a copy that shares nothing with the value', () => {
    const result = cook({ ...ana, mood: 'sunny' })
    expect(result).toEqual({ ok: true, value: ana })
    expect(result.ok && result.value.pots).not.toBe(ana.pots)
  })

  test.each([
    [{ ...ana, name: '' }, ['name'], 'too small'],
    [{ ...ana, name: 'Anabel' }, ['name'], 'too big'],
    [{ ...ana, name: 7 }, ['name'], 'wrong type'],
    [{ pots: [], rank: null }, ['name'], 'missing'],
    [{ ...ana, pots: [1, 10] }, ['pots', '1'], 'too big'],
    [{ ...ana, pots: [1, Infinity] }, ['pots', '1'], 'wrong type'],
    [{ ...ana, pots: [1, 2, 3] }, ['pots'], 'too big'],
    [{ ...ana, pots: { 0: 1, length: 1 } }, ['pots'], 'wrong type'],
    [{ ...ana, rank: 'third' }, ['rank'], 'wrong value'],
    [[ana], [], 'wrong type'],
    [null, [], 'wrong type'],
  ])('%j: the first fault and where it is', (value, path, code) => {
    expect(cook(value)).toEqual({ ok: false, error: { path, code } })
  })

  test('a tag chooses the check; a name that every object inherits is no tag', () => {
    const either = tagged<{ level: string }>('level', {
      low: object({ level: text(0, 9) }),
      high: object({ level: text(9, 9) }),
    })
    expect(either({ level: 'low' }).ok).toBe(true)
    for (const level of ['constructor', '__proto__', 'middle', 0]) {
      expect(either({ level })).toEqual({
        ok: false,
        error: { path: ['level'], code: 'wrong value' },
      })
    }
    expect(either({})).toEqual({ ok: false, error: { path: ['level'], code: 'missing' } })
  })
})

test('what is computed or inherited is not there', () => {
  const trap = {
    get name(): string {
      throw new Error('a getter ran')
    },
  }
  const heir: unknown = Object.create({ name: 'Ana' })
  const computed = Object.defineProperty([1], 0, { get: () => 2 })
  expect([own(trap, 'name'), own(heir, 'name'), own(computed, 0), own('text', 'length')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(list(between(0, 9), 5)(computed).ok).toBe(false)
})
