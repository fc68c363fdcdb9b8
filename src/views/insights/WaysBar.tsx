import { X } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useSubject } from '../../editing/useSubject.ts'
import { endWays } from '../../editing/wayShown.ts'
import { t } from '../../i18n/i18n.ts'
import { useOpenMap } from '../../store/openMap.ts'
import { lookForWay } from '../../store/wayTo.ts'
import { IconButton } from '../../ui/Button.tsx'
import { TargetSelect } from './TargetSelect.tsx'
import { WaysTo } from './WaysTo.tsx'
import '../../i18n/parts/insights.ts'
import './insights.css'
import './ways.css'

/** Over the foot of the network: whom to reach, and through whom. */
export function WaysBar() {
  const map = useOpenMap()
  const { shown } = useSubject()
  const wanted = useStore(map.wayTo, (state) => state.target)
  const target = wanted && shown(wanted) ? wanted : null
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    // Somebody who has left the map, or its public part, is not looked for any more.
    if (wanted && !target) endWays(map)
  }, [map, wanted, target])
  const close = useCallback(() => {
    endWays(map)
    select.current?.focus()
  }, [map])
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    // Before the editor hears of it: the focus stays in the bar, and who is selected stays so.
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !target) return
      event.preventDefault()
      close()
    }
    const element = bar.current
    element?.addEventListener('keydown', closeOnEscape)
    return () => element?.removeEventListener('keydown', closeOnEscape)
  }, [target, close])
  return (
    <section
      ref={bar}
      className={target ? 'ways-bar has-target' : 'ways-bar'}
      aria-label={t('way.bar')}
    >
      <div className="ways-choice">
        <TargetSelect
          ref={select}
          value={target}
          onChange={(chosen) => (chosen ? lookForWay(map.wayTo, chosen) : endWays(map))}
        />
      </div>
      {target && (
        <>
          <WaysTo key={target} target={target} />
          <IconButton className="ways-close" label={t('way.close')} onClick={close}>
            <X aria-hidden />
          </IconButton>
        </>
      )}
    </section>
  )
}
