import { useRef } from 'react'
import type { MapStore } from '../../store/mapStore.ts'
import type { Change } from '../../domain/undo.ts'

/** Letters that follow a digit within this time belong to the same name, in ms. */
const IN_ONE_BREATH = 1000

interface Typed {
  readonly digits: string
  readonly at: number
  /** What the digits have changed, last one last. */
  readonly changes: readonly Change[]
}

/**
 * Tells a digit that places the newcomer from the first letter of a name such as "2nd Scouts": the digit places at
 * once, and what it did is taken back when letters follow in the same breath.
 */
export function useNumberTyped(store: MapStore) {
  const typed = useRef<Typed | null>(null)
  return {
    /** Does what a digit does, and remembers it for a moment. */
    placed(digit: string, place: () => void): void {
      const before = store.state.getState().stacks.done.at(-1)
      place()
      const made = store.state.getState().stacks.done.at(-1)
      const last = recent(typed.current)
      const changes = made && made !== before ? [made] : []
      typed.current = {
        digits: (last?.digits ?? '') + digit,
        at: performance.now(),
        changes: [...(last?.changes ?? []), ...changes],
      }
    },
    /** The digits that begin a name, after all: what they did is taken back. Null when there were none just now. */
    takenBack(): string | null {
      const last = recent(typed.current)
      typed.current = null
      if (!last) return null
      for (const change of last.changes.toReversed()) {
        if (store.state.getState().stacks.done.at(-1) === change) store.undo()
      }
      return last.digits
    },
  }
}

const recent = (typed: Typed | null): Typed | null =>
  typed && performance.now() - typed.at < IN_ONE_BREATH ? typed : null
