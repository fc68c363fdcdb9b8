import { useEffect, useRef, useState } from 'react'
import type { PointId } from '../../domain/restorePoints.ts'
import type { Result } from '../../domain/result.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/points.ts'
import { useMapState, useViewSettings } from '../../store/openMap.ts'
import { focusWhenThere } from '../../ui/focusWhenThere.ts'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import type { PointList, PointServices } from '../reliability.ts'
import type { KeepingFailure } from '../services.ts'
import { KeepNow } from './KeepNow.tsx'
import { PointDetail } from './PointDetail.tsx'
import { PointRadios } from './PointRadios.tsx'
import './points.css'

interface PointsPanelProps {
  points: PointServices
  onClose: () => void
}

/** Copies of the map to go back to. They may hold anybody's name, and so wait for the team view. */
export function PointsPanel(props: PointsPanelProps) {
  const audience = useViewSettings((state) => state.audience)
  return audience === 'public' ? <p>{t('points.public')}</p> : <TeamPoints {...props} />
}

function TeamPoints({ points, onClose }: PointsPanelProps) {
  const [listed, setListed] = useState<Result<PointList, KeepingFailure> | null>(null)
  const [chosen, setChosen] = useState<PointId | null>(null)
  const readOnly = useMapState((state) => state.readOnly)
  const panel = useRef<HTMLDivElement>(null)
  const read = () => points.list().then(setListed)
  useEffect(() => {
    let isGone = false
    void points.list().then((list) => isGone || setListed(list))
    return () => {
      isGone = true
    }
  }, [points])
  const list = listed?.ok ? listed.value : null
  const shown = list?.points.find(({ id }) => id === chosen) ?? list?.points[0]
  /** Its neighbour is shown instead, and has the focus that its buttons had. */
  const removed = async (id: PointId) => {
    const all = list?.points ?? []
    const at = all.findIndex((one) => one.id === id)
    const next = (all[at + 1] ?? all[at - 1])?.id
    setChosen(next ?? null)
    await read()
    focusWhenThere(() =>
      next === undefined
        ? panel.current?.querySelector('input')
        : [...(panel.current?.querySelectorAll('input') ?? [])].find(({ value }) => value === next),
    )
  }
  return (
    <div className="points" ref={panel}>
      <p className="field-hint">{t('points.hint')}</p>
      {readOnly ? (
        <p className="field-hint">{t('points.readOnly')}</p>
      ) : (
        <KeepNow
          points={points}
          onKept={(id) => {
            setChosen(id)
            void read()
          }}
        />
      )}
      {listed && !listed.ok && (
        <p className="points-problem">{keepingFailureWords(listed.error)}</p>
      )}
      {list && list.damaged > 0 && (
        <p className="points-problem">{t('points.damaged', { count: list.damaged })}</p>
      )}
      {list && !shown && <p>{t('points.none')}</p>}
      {list && shown && (
        <div className="points-both">
          <PointRadios points={list.points} chosen={shown.id} onChoose={setChosen} />
          <PointDetail
            key={shown.id}
            point={shown}
            points={points}
            onRenamed={() => void read()}
            onRemoved={() => void removed(shown.id)}
            onClose={onClose}
          />
        </div>
      )}
    </div>
  )
}
