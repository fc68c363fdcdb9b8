import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react'
import { restoreMap } from '../../domain/commands/restore.ts'
import { compareMaps } from '../../domain/compareMaps.ts'
import type { RestorePoint } from '../../domain/restorePoints.ts'
import type { Result } from '../../domain/result.ts'
import { type Exposed, exposedBy, keepingSecrets, returningBy } from '../../domain/secrecy.ts'
import { useChange } from '../../editing/useChange.ts'
import { formatList, t } from '../../i18n/i18n.ts'
import '../../i18n/parts/points.ts'
import { glide } from '../../store/gesture.ts'
import { useDoc, useMapState, useOpenMap } from '../../store/openMap.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { keepingFailureWords } from '../keepingFailureWords.ts'
import type { PointContent, PointServices } from '../reliability.ts'
import type { KeepingFailure } from '../services.ts'
import { changesInShort } from './changesWords.ts'
import { ChangesList } from './ChangesList.tsx'
import { ExposedNote } from './ExposedNote.tsx'
import { NotPlaced } from './NotPlaced.tsx'
import { PointActions } from './PointActions.tsx'
import { PointPicture } from './PointPicture.tsx'
import { useLocalClock } from './useLocalClock.ts'
import { dayWords, momentWords, pointTitle } from './pointWords.ts'

interface PointDetailProps {
  point: RestorePoint
  points: PointServices
  onRenamed: () => void
  onRemoved: () => void
  onClose: () => void
}

const isAnybody = ({ stakeholders, ties }: Exposed) => stakeholders.length + ties.length > 0

/** One copy: what the map looked like, what has happened since, and the way back. */
export function PointDetail({ point, points, onClose, ...onDone }: PointDetailProps) {
  const [read, setRead] = useState<Result<PointContent, KeepingFailure | 'damaged'> | null>(null)
  const [keepsSecrets, setKeepsSecrets] = useState(true)
  const [hidesReturning, setHidesReturning] = useState(false)
  const { store, gesture } = useOpenMap()
  const change = useChange()
  const now = useDoc()
  const readOnly = useMapState((state) => state.readOnly)
  const titleId = useId()
  const clock = useLocalClock()
  useEffect(() => {
    let isGone = false
    void points.read(point.id).then((content) => isGone || setRead(content))
    return () => {
      isGone = true
    }
  }, [points, point.id])
  const content = read?.ok ? read.value : null
  const changes = useMemo(() => content && compareMaps(content.doc, now), [content, now])
  const exposed = useMemo(() => content && exposedBy(content.doc, now), [content, now])
  const returning = useMemo(
    () => content && exposed && returningBy(content.doc, now, exposed),
    [content, now, exposed],
  )
  const told = useMemo(() => changes && changesInShort(changes), [changes])
  const drawn = useDeferredValue(content)
  const moment = momentWords(point, dayWords(clock))
  const goBack = () => {
    if (!content || !exposed || !returning || store.state.getState().readOnly) return
    const kept = keepsSecrets ? keepingSecrets(content.doc, exposed) : content.doc
    const back = hidesReturning ? keepingSecrets(kept, returning) : kept
    glide(gesture)
    if (change(restoreMap(back), { action: 'restore', stakeholders: [] })) {
      announce(t('points.goBack.done', { moment }))
      onClose()
    }
  }
  return (
    <section className="point" aria-labelledby={titleId}>
      <header>
        <h3 id={titleId}>
          <bdi>{pointTitle(point)}</bdi>
        </h3>
        <p className="field-hint">{moment}</p>
      </header>
      <div className="point-actions">
        <Button look="primary" disabled={readOnly || !told || told.length === 0} onClick={goBack}>
          {t('points.goBack')}
        </Button>
        {!readOnly && <PointActions point={point} points={points} {...onDone} />}
      </div>
      {!readOnly && content && exposed && isAnybody(exposed) && (
        <ExposedNote
          how="exposed"
          exposed={exposed}
          copy={content.doc}
          kept={keepsSecrets}
          onKeep={setKeepsSecrets}
        />
      )}
      {!readOnly && content && returning && isAnybody(returning) && (
        <ExposedNote
          how="returning"
          exposed={returning}
          copy={content.doc}
          kept={hidesReturning}
          onKeep={setHidesReturning}
        />
      )}
      <div role="status" className="point-told">
        {!read && <p className="field-hint">{t('points.reading')}</p>}
        {read && !read.ok && (
          <p className="points-problem">
            {read.error === 'damaged' ? t('points.unreadable') : keepingFailureWords(read.error)}
          </p>
        )}
        {content && content.unreadable > 0 && (
          <p className="points-problem">{t('points.parts', { count: content.unreadable })}</p>
        )}
        {told && (
          <p>
            {told.length === 0
              ? t('points.same')
              : t('points.summary', { changes: formatList(told) })}
          </p>
        )}
      </div>
      {read?.ok !== false && <PointPicture doc={drawn?.doc ?? null} />}
      {drawn && <NotPlaced doc={drawn.doc} />}
      {changes && told && told.length > 0 && (
        <ChangesList changes={changes} names={now.info.segmentNames} />
      )}
    </section>
  )
}
