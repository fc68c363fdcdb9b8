import { useEffect } from 'react'
import type { MapView } from '../../audience/view.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { useOpenMap } from '../../store/openMap.ts'
import { keepOnly } from '../../store/selection.ts'

/** Lets go of selected stakeholders that are removed or that the audience does not see. */
export function useSelectionInView(): MapView {
  const { selection } = useOpenMap()
  const { view, shown, shownTie } = useSubject()
  useEffect(
    () =>
      keepOnly(
        selection,
        (id) => shown(id) !== undefined,
        (id) => shownTie(id) !== undefined,
      ),
    [selection, shown, shownTie],
  )
  return view
}
