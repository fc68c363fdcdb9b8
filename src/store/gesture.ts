import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SegmentIndex, StakeholderId } from '../domain/records.ts'

/** What is in the air while a drag lasts; a drag becomes one change at its end, or none. */
export interface GestureState {
  readonly dragging: ReadonlySet<StakeholderId>
  /** The segment under the card, which lights up. */
  readonly overSegment: SegmentIndex | null
  /** Cards move to their new places instead of jumping, as after Tidy or Undo. */
  readonly gliding: boolean
}

export type Gesture = StoreApi<GestureState>

const AT_REST: GestureState = { dragging: new Set(), overSegment: null, gliding: false }

/** A little longer than the transition in the style sheet, in ms. */
const GLIDE = 240

export const createGesture = (): Gesture => createStore<GestureState>(() => AT_REST)

export const endGesture = (gesture: Gesture): void =>
  gesture.setState({ dragging: AT_REST.dragging, overSegment: null })

/** Lets the next move of cards be seen as a movement. Call it right before the change. */
export function glide(gesture: Gesture): void {
  gesture.setState({ gliding: true })
  setTimeout(() => gesture.setState({ gliding: false }), GLIDE)
}
