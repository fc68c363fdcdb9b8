import { useMemo } from 'react'
import type { Subject } from '../../audience/subject.ts'
import { useEmphasis, useSelection } from '../../store/openMap.ts'

const NONE: ReadonlySet<string> = new Set()

/** Keys of the ties that matter now: the selected one, those of who is selected, and what is being shown. */
export function useStrongTies({ view, shown, shownTie }: Subject): ReadonlySet<string> {
  const emphasis = useEmphasis()
  const ids = useSelection((state) => state.ids)
  const tie = useSelection((state) => state.tie)
  return useMemo(() => {
    const keys = new Set<string>()
    const selected = tie && shownTie(tie)
    if (selected) keys.add(selected.key)
    for (const id of emphasis?.ties ?? []) {
      const key = shownTie(id)?.key
      if (key !== undefined) keys.add(key)
    }
    if (ids.size > 0 && !emphasis) {
      const people = new Set([...ids].flatMap((id) => shown(id)?.key ?? []))
      for (const one of view.relationships) {
        if (people.has(one.from) || people.has(one.to)) keys.add(one.key)
      }
    }
    return keys.size === 0 ? NONE : keys
  }, [emphasis, ids, tie, view, shown, shownTie])
}
