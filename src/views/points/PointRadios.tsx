import { useId, useMemo } from 'react'
import type { PointId, RestorePoint } from '../../domain/restorePoints.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/points.ts'
import { formatTime } from '../../i18n/times.ts'
import { useLocalClock } from './useLocalClock.ts'
import { dayWords, pointTitle } from './pointWords.ts'

interface PointRadiosProps {
  points: readonly RestorePoint[]
  chosen: PointId
  onChoose: (id: PointId) => void
}

/** All copies by day, latest first: one group, so that arrow keys walk through all of them. */
export function PointRadios({ points, chosen, onChoose }: PointRadiosProps) {
  const name = useId()
  const clock = useLocalClock()
  const days = useMemo(() => byDay(points, dayWords(clock)), [points, clock])
  return (
    <div className="points-list" role="radiogroup" aria-label={t('points.list')}>
      {days.map(({ day, those }) => (
        <div key={day} role="group" aria-label={day}>
          <h3 aria-hidden>{day}</h3>
          {those.map((point) => (
            <label key={point.id} className="points-one">
              <input
                type="radio"
                name={name}
                value={point.id}
                autoComplete="off"
                checked={point.id === chosen}
                onChange={() => onChoose(point.id)}
              />
              <span className="points-time">{formatTime(new Date(point.at))}</span>
              <span
                className={point.reason === 'named' ? 'points-title points-named' : 'points-title'}
              >
                <bdi>{pointTitle(point)}</bdi>
              </span>
              <span className="points-count">
                {t('points.stakeholders', { count: point.stakeholders })}
              </span>
            </label>
          ))}
        </div>
      ))}
    </div>
  )
}

function byDay(points: readonly RestorePoint[], dayOf: (at: string) => string) {
  const days: { readonly day: string; readonly those: RestorePoint[] }[] = []
  for (const point of points) {
    const day = dayOf(point.at)
    const last = days.at(-1)
    if (last?.day === day) last.those.push(point)
    else days.push({ day, those: [point] })
  }
  return days
}
