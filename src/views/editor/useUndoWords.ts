import { changeWords } from '../../editing/changeWords.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import { nextRedo, nextUndo } from '../../store/mapStore.ts'
import { useMapState } from '../../store/openMap.ts'

/** What the undo and redo buttons will do, in words; undefined when there is nothing. */
export function useUndoWords(): { undo: string | undefined; redo: string | undefined } {
  const subject = useSubject()
  const done = useMapState(nextUndo)
  const undone = useMapState(nextRedo)
  return {
    undo: done && t('undo.title', { change: changeWords(done, subject) }),
    redo: undone && t('redo.title', { change: changeWords(undone, subject) }),
  }
}
