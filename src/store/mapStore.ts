import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Command, CommandContext, CommandError } from '../domain/commands/command.ts'
import { applyDiff, type Diff, isEmptyDiff, reverseDiff } from '../domain/diff.ts'
import type { MapDoc } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import {
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
  /** ISO 8601. */
  readonly at: string
}

export interface MapState {
  readonly doc: MapDoc
  readonly stacks: UndoStacks
  /** Another tab is the writer of this map; this one only follows. */
  readonly readOnly: boolean
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
  setReadOnly(readOnly: boolean): void
  onCommit(listener: (commit: Commit, doc: MapDoc) => void): () => void
}

export function createMapStore(
  doc: MapDoc,
  context: CommandContext & { readonly now: () => string },
): MapStore {
  const state = createStore<MapState>(() => ({ doc, stacks: emptyStacks, readOnly: false }))
  const listeners = new Set<(commit: Commit, doc: MapDoc) => void>()

  const commit = (diff: Diff, stacks: UndoStacks, source: Commit['source']) => {
    const next = applyDiff(state.getState().doc, diff)
    state.setState({ doc: next, stacks })
    const made: Commit = { diff, source, at: context.now() }
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
      commit(diff.value, pushChange(stacks, change), 'user')
      return ok(diff.value)
    },
    undo() {
      const { stacks, readOnly } = state.getState()
      const last = stacks.done.at(-1)
      if (!last || readOnly) return null
      commit(reverseDiff(last.diff), stepBack(stacks), 'undo')
      return last.label
    },
    redo() {
      const { stacks, readOnly } = state.getState()
      const next = stacks.undone.at(-1)
      if (!next || readOnly) return null
      commit(next.diff, stepForward(stacks), 'redo')
      return next.label
    },
    follow(diff) {
      // What this tab could have undone may no longer be what is there.
      state.setState(({ doc: now }) => ({ doc: applyDiff(now, diff), stacks: emptyStacks }))
    },
    replace(next) {
      state.setState({ doc: next, stacks: emptyStacks })
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
