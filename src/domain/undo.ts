import { changesNothing, type Diff, squashDiffs } from './diff.ts'
import type { StakeholderId } from './records.ts'

/** What a change was, so that undo can name it. Names are looked up when shown, through the audience's view. */
export interface ChangeLabel {
  readonly action:
    | 'add'
    | 'move'
    | 'unplace'
    | 'tidy'
    | 'edit'
    | 'remove'
    | 'confidentiality'
    | 'import'
    | 'map'
    | 'vocabulary'
    | 'connect'
    | 'tie'
    | 'remove tie'
    | 'arrange'
    | 'merge'
    | 'restore'
  readonly stakeholders: readonly StakeholderId[]
}

export interface Change {
  readonly diff: Diff
  readonly label: ChangeLabel
  /** Consecutive changes with the same key (typing in one field) are one step; null never joins. */
  readonly joinKey: string | null
}

/** Pure stacks of what was done and undone; the last entry is the next to undo or redo. */
export interface UndoStacks {
  readonly done: readonly Change[]
  readonly undone: readonly Change[]
}

/** Steps kept; older ones fall off. */
export const UNDO_STEPS = 1000

export const emptyStacks: UndoStacks = { done: [], undone: [] }

/** Stacks after a new change: whatever was undone can no longer be redone. */
export function pushChange({ done, undone }: UndoStacks, change: Change): UndoStacks {
  const last = done.at(-1)
  if (last && change.joinKey !== null && last.joinKey === change.joinKey && undone.length === 0) {
    const diff = squashDiffs(last.diff, change.diff)
    const before = done.slice(0, -1)
    return { done: changesNothing(diff) ? before : [...before, { ...change, diff }], undone: [] }
  }
  return { done: [...done.slice(-(UNDO_STEPS - 1)), change], undone: [] }
}

/** Stacks after undoing the last change; the same stacks when there is none. */
export function stepBack(stacks: UndoStacks): UndoStacks {
  const last = stacks.done.at(-1)
  return last ? { done: stacks.done.slice(0, -1), undone: [...stacks.undone, last] } : stacks
}

/** Stacks after redoing the change last undone; the same stacks when there is none. */
export function stepForward(stacks: UndoStacks): UndoStacks {
  const last = stacks.undone.at(-1)
  return last ? { done: [...stacks.done, last], undone: stacks.undone.slice(0, -1) } : stacks
}
