import { glide } from '../store/gesture.ts'
import type { OpenMap } from '../store/openMap.ts'

/** Undo and redo as the person sees them: cards glide back to where they were. */
export function undo({ store, gesture }: OpenMap): void {
  glide(gesture)
  store.undo()
}

export function redo({ store, gesture }: OpenMap): void {
  glide(gesture)
  store.redo()
}
