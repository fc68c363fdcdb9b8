import { describe, expect, it } from 'vitest'
import { diffOf } from '../../../src/domain/diff.ts'
import {
  type Change,
  emptyStacks,
  pushChange,
  stepBack,
  stepForward,
  UNDO_STEPS,
} from '../../../src/domain/undo.ts'
import { stakeholder } from '../../support/records.ts'

const a = (name: string) => stakeholder('a', { name })
const renamed = (from: string, to: string, joinKey: string | null = null): Change => ({
  diff: diffOf({ updated: [[a(from), a(to)]] }),
  label: { action: 'edit', stakeholders: [a(to).id] },
  joinKey,
})

describe('undo stacks', () => {
  it('move a change from done to undone and back', () => {
    const change = renamed('x', 'y')
    const done = pushChange(emptyStacks, change)
    expect(done.done).toEqual([change])
    const undone = stepBack(done)
    expect(undone).toEqual({ done: [], undone: [change] })
    expect(stepForward(undone)).toEqual(done)
  })

  it('stay as they are when there is nothing to undo or redo', () => {
    expect(stepBack(emptyStacks)).toBe(emptyStacks)
    expect(stepForward(emptyStacks)).toBe(emptyStacks)
  })

  it('forget what was undone as soon as something new is done', () => {
    const stacks = pushChange(
      stepBack(pushChange(emptyStacks, renamed('x', 'y'))),
      renamed('x', 'z'),
    )
    expect(stacks.undone).toEqual([])
    expect(stacks.done).toHaveLength(1)
  })

  it('join typing in one field into one step, and nothing else', () => {
    const typed = [renamed('', 'A', 'name'), renamed('A', 'An', 'name')].reduce(
      pushChange,
      emptyStacks,
    )
    expect(typed.done).toHaveLength(1)
    expect([...(typed.done[0]?.diff.updated.values() ?? [])]).toEqual([[a(''), a('An')]])
    expect(pushChange(typed, renamed('An', 'Ana', 'notes')).done).toHaveLength(2)
    expect(pushChange(typed, renamed('An', 'Ana')).done).toHaveLength(2)
    const unkeyed = [renamed('', 'A'), renamed('A', 'An')].reduce(pushChange, emptyStacks)
    expect(unkeyed.done).toHaveLength(2)
  })

  it('do not join across an undo', () => {
    const stacks = [renamed('x', 'y'), renamed('y', 'z', 'name')].reduce(pushChange, emptyStacks)
    const back = stepBack(stepBack(stacks))
    expect(pushChange(stepForward(back), renamed('y', 'w', 'name')).done).toHaveLength(2)
  })

  it('hold no step for typing that was taken back', () => {
    const stacks = [renamed('x', 'xy', 'name'), renamed('xy', 'x', 'name')].reduce(
      pushChange,
      emptyStacks,
    )
    expect(stacks.done).toEqual([])
  })

  it('keep a thousand steps and let the oldest fall off', () => {
    let stacks = emptyStacks
    for (let i = 0; i <= UNDO_STEPS + 5; i++) {
      stacks = pushChange(stacks, renamed(String(i), String(i + 1)))
    }
    expect(UNDO_STEPS).toBeGreaterThanOrEqual(500)
    expect(stacks.done).toHaveLength(UNDO_STEPS)
    expect([...(stacks.done[0]?.diff.updated.values() ?? [])][0]?.[0]).toMatchObject({ name: '6' })
  })
})
