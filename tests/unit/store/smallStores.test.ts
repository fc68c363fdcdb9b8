import { describe, expect, it } from 'vitest'
import { createGesture, endGesture } from '../../../src/store/gesture.ts'
import { createSelection, keepOnly, select, toggle } from '../../../src/store/selection.ts'
import {
  createViewSettings,
  DEFAULT_VIEW,
  isFiltering,
  NO_FILTER,
} from '../../../src/store/viewSettings.ts'
import { personId } from '../../support/records.ts'

const [a, b, c] = [personId('a'), personId('b'), personId('c')]

describe('the selection', () => {
  const ids = (selection: ReturnType<typeof createSelection>) => [...selection.getState().ids]

  it('is replaced, added to and taken from', () => {
    const selection = createSelection()
    select(selection, [a, b])
    toggle(selection, c)
    toggle(selection, a)
    expect(ids(selection)).toEqual([b, c])
    select(selection, [])
    expect(ids(selection)).toEqual([])
  })

  it('lets go of who is gone, and wakes nobody when all are there', () => {
    const selection = createSelection()
    select(selection, [a, b])
    const before = selection.getState()
    keepOnly(
      selection,
      () => true,
      () => true,
    )
    expect(selection.getState()).toBe(before)
    keepOnly(
      selection,
      (id) => id === b,
      () => true,
    )
    expect(ids(selection)).toEqual([b])
  })
})

it('a gesture ends at rest', () => {
  const gesture = createGesture()
  gesture.setState({ dragging: new Set([a]), overSegment: 3 })
  endGesture(gesture)
  expect(gesture.getState()).toEqual(createGesture().getState())
})

describe('view settings', () => {
  it('begin as they were kept, and otherwise with the usual ones', () => {
    expect(createViewSettings().getState()).toEqual(DEFAULT_VIEW)
    expect(createViewSettings({ audience: 'public' }).getState()).toEqual({
      ...DEFAULT_VIEW,
      audience: 'public',
    })
  })

  it('know whether anything is filtered', () => {
    expect(isFiltering(NO_FILTER)).toBe(false)
    expect(isFiltering({ ...NO_FILTER, text: '  ' })).toBe(false)
    for (const part of [
      { text: 'x' },
      { sectors: ['x'] },
      { resources: ['x'] },
      { roles: ['member' as const] },
      { confidentiality: 'public' as const },
    ]) {
      expect(isFiltering({ ...NO_FILTER, ...part })).toBe(true)
    }
  })
})
