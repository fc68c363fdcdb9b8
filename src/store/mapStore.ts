import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Command, CommandContext, CommandError } from '../domain/commands/command.ts'
import { applyDiff, type Diff, isEmptyDiff, reverseDiff } from '../domain/diff.ts'
import type { MapDoc } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import {
  type Change,
  type ChangeLabel,
  emptyStacks,
  pushChange,
  stepBack,
  stepForward,
  type UndoStacks,
} from '../domain/undo.ts'

/** One user action as it is kept: what changed, where it came from, and when. */
export interface Commit {
  readonly diff: Diff
  readonly source: 'user' | 'undo' | 'redo'
  /** What the change was, also when it is undone or made again. */
  readonly label: ChangeLabel
  /** ISO 8601. */
  readonly at: string
}

export interface MapState {
  readonly doc: MapDoc
  readonly stacks: UndoStacks
  /** Undo and redo stop here; null = they don't stop before the end. */
  readonly floor: HistoryFloor | null
  /** Another tab is the writer of this map; this one only follows. */
  readonly readOnly: boolean
}

/** The last changes that were done and undone before the floor was laid. */
interface HistoryFloor {
  readonly done: Change | undefined
  readonly undone: Change | undefined
}

/** The change that undo would take back now. */
export function nextUndo({ stacks, floor }: MapState): Change | undefined {
  const last = stacks.done.at(-1)
  return floor && last === floor.done ? undefined : last
}

/** The change that redo would make again now. */
export function nextRedo({ stacks, floor }: MapState): Change | undefined {
  const last = stacks.undone.at(-1)
  return floor && last === floor.undone ? undefined : last
}

export type DispatchError = CommandError | { readonly code: 'read only' }

/** The open map in memory. Edits apply at once; whoever listens to commits writes and tells of them. */
export interface MapStore {
  readonly state: StoreApi<MapState>
  /** Runs a command as one undoable change. Changes with the same `joinKey` in a row are one step. */
  dispatch(
    command: Command,
    label: ChangeLabel | ((diff: Diff) => ChangeLabel),
    joinKey?: string,
  ): Result<Diff, DispatchError>
  /** Both return what was undone or redone, or null when there is nothing (or this tab may not write). */
  undo(): ChangeLabel | null
  redo(): ChangeLabel | null
  /** Takes over a change made by the tab that writes. It can't be undone from here. */
  follow(diff: Diff): void
  /** Replaces everything, as after reading the map anew. */
  replace(doc: MapDoc): void
  /**
   * From now on only what is done from here on can be undone: on a projector nobody is to see that something was
   * done before which does not show. Lifting the floor gives the whole history back.
   */
  layFloor(): void
  liftFloor(): void
  setReadOnly(readOnly: boolean): void
  onCommit(listener: (commit: Commit, doc: MapDoc) => void): () => void
}

export function createMapStore(
  doc: MapDoc,
  context: CommandContext & { readonly now: () => string },
): MapStore {
  const state = createStore<MapState>(() => ({
    doc,
    stacks: emptyStacks,
    floor: null,
    readOnly: false,
  }))
  const listeners = new Set<(commit: Commit, doc: MapDoc) => void>()

  const commit = (
    { diff, label }: Pick<Change, 'diff' | 'label'>,
    stacks: UndoStacks,
    source: Commit['source'],
  ) => {
    const next = applyDiff(state.getState().doc, diff)
    state.setState({ doc: next, stacks })
    const made: Commit = { diff, source, label, at: context.now() }
    for (const listener of listeners) listener(made, next)
  }

  return {
    state,
    dispatch(command, label, joinKey) {
      const { doc: before, stacks, readOnly } = state.getState()
      if (readOnly) return fail({ code: 'read only' })
      const diff = command(before, context)
      if (!diff.ok) return diff
      if (isEmptyDiff(diff.value)) return diff
      const change = {
        diff: diff.value,
        label: typeof label === 'function' ? label(diff.value) : label,
        joinKey: joinKey ?? null,
      }
      commit(change, pushChange(stacks, change), 'user')
      return ok(diff.value)
    },
    undo() {
      const { stacks, readOnly } = state.getState()
      const last = nextUndo(state.getState())
      if (!last || readOnly) return null
      commit({ ...last, diff: reverseDiff(last.diff) }, stepBack(stacks), 'undo')
      return last.label
    },
    redo() {
      const { stacks, readOnly } = state.getState()
      const next = nextRedo(state.getState())
      if (!next || readOnly) return null
      commit(next, stepForward(stacks), 'redo')
      return next.label
    },
    follow(diff) {
      // What this tab could have undone may no longer be what is there.
      state.setState(({ doc: now }) => ({ doc: applyDiff(now, diff), stacks: emptyStacks }))
    },
    replace(next) {
      state.setState({ doc: next, stacks: emptyStacks })
    },
    layFloor() {
      state.setState(({ stacks: { done, undone } }) => {
        // Typing that goes on in the same field must not become one step with what was typed before.
        const last = done.at(-1)
        const ended = last && { ...last, joinKey: null }
        return {
          stacks: { done: ended ? [...done.slice(0, -1), ended] : done, undone },
          floor: { done: ended, undone: undone.at(-1) },
        }
      })
    },
    liftFloor() {
      state.setState({ floor: null })
    },
    setReadOnly(readOnly) {
      state.setState({ readOnly })
    },
    onCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
