import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SegmentIndex, StakeholderId } from '../domain/records.ts'

/** What is in the air while a drag lasts; a drag becomes one change at its end, or none. */
export interface GestureState {
  readonly dragging: ReadonlySet<StakeholderId>
  /** The segment under the card, which lights up. */
  readonly overSegment: SegmentIndex | null
}

export type Gesture = StoreApi<GestureState>

const AT_REST: GestureState = { dragging: new Set(), overSegment: null }

export const createGesture = (): Gesture => createStore<GestureState>(() => AT_REST)

export const endGesture = (gesture: Gesture): void => gesture.setState(AT_REST)
