import type { Subject } from '../audience/subject.ts'
import { type Diff, reverseDiff } from '../domain/diff.ts'
import { secrecyOf } from '../domain/hidden.ts'
import type { Change } from '../domain/undo.ts'
import { t } from '../i18n/i18n.ts'
import { glide } from '../store/gesture.ts'
import { nextRedo, nextUndo } from '../store/mapStore.ts'
import type { OpenMap } from '../store/openMap.ts'
import { announce } from '../ui/announcer.tsx'
import { changeWords } from './changeWords.ts'

/** Undo as the person sees it: cards glide back, and what was undone is said. */
export function undo(map: OpenMap, subject: Subject): void {
  const change = nextUndo(map.store.state.getState())
  if (change) step(map, subject, change, reverseDiff(change.diff), 'undo')
}

export function redo(map: OpenMap, subject: Subject): void {
  const change = nextRedo(map.store.state.getState())
  if (change) step(map, subject, change, change.diff, 'redo')
}

function step(
  { store, gesture }: OpenMap,
  subject: Subject,
  change: Change,
  diff: Diff,
  way: 'undo' | 'redo',
): void {
  if (subject.view.audience === 'public' && reveals(diff)) {
    announce(t('undo.teamOnly'), 'problem')
    return
  }
  // Said in the words of before: afterwards somebody may be gone.
  const words = t(way === 'undo' ? 'undo.done' : 'redo.done', {
    change: changeWords(change, subject),
  })
  glide(gesture)
  if (store[way]()) announce(words)
}

/**
 * Whether a change would let the public see more of somebody than before: on a projector one key must not
 * bring a name back that was made confidential.
 */
const reveals = (diff: Diff): boolean =>
  [...diff.updated.values()].some(([from, to]) => secrecyOf(to) < secrecyOf(from))
