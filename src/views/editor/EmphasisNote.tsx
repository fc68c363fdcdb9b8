import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import { useEmphasis, useOpenMap } from '../../store/openMap.ts'
import { calmDown } from '../../store/emphasis.ts'
import { Button } from '../../ui/Button.tsx'
import '../../i18n/parts/insights.ts'

/** Says why most of the map steps back, and ends it. A way to a target is told of by its own bar. */
export default function EmphasisNote() {
  const { emphasis, wayTo } = useOpenMap()
  const isShowing = useEmphasis() !== null
  const isWay = useStore(wayTo, ({ target }) => target !== null)
  if (!isShowing || isWay) return null
  return (
    <div className="emphasis-note">
      <span>{t('emphasis.note')}</span>
      <Button look="quiet" onClick={() => calmDown(emphasis)}>
        <X aria-hidden />
        {t('emphasis.stop')}
      </Button>
    </div>
  )
}
