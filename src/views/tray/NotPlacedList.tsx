import { useEffect, useRef, useState } from 'react'
import type { ViewStakeholder } from '../../audience/view.ts'
import { useSubject } from '../../editing/useSubject.ts'
import { t } from '../../i18n/i18n.ts'
import { useSelection } from '../../store/openMap.ts'
import { NotPlacedCard } from './NotPlacedCard.tsx'

interface NotPlacedListProps {
  stakeholders: readonly ViewStakeholder[]
  /** Placed or not. */
  total: number
  faded: ReadonlySet<string>
}

/** So many cards are made at once: a list of thousands fills up as it is scrolled. */
const BATCH = 100

/** Who has been named but not placed; each can be dragged onto the half-pie or placed with 1–5. */
export function NotPlacedList({ stakeholders, total, faded }: NotPlacedListProps) {
  const batches = Array.from({ length: Math.ceil(stakeholders.length / BATCH) }, (_, i) =>
    stakeholders.slice(i * BATCH, (i + 1) * BATCH),
  )
  return (
    <section className="not-placed" aria-labelledby="not-placed-title">
      <h2 id="not-placed-title" className="panel-heading">
        {t('tray.notPlaced')} <span className="count">{stakeholders.length}</span>
      </h2>
      {stakeholders.length === 0 ? (
        <p className="panel-empty">{t(total === 0 ? 'tray.nobody' : 'tray.allPlaced')}</p>
      ) : (
        <ul className="not-placed-list" aria-labelledby="not-placed-title">
          {batches.map((batch, i) => (
            <Batch
              // oxlint-disable-next-line react/no-array-index-key -- a batch is a stretch of the list
              key={i}
              stakeholders={batch}
              faded={faded}
              isEnd={i === 0 || i === batches.length - 1}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

interface BatchProps {
  stakeholders: readonly ViewStakeholder[]
  faded: ReadonlySet<string>
  /** The first, or the last, where new names come. */
  isEnd: boolean
}

/** A stretch of the list; a gap of about its height until it is near, or somebody in it is chosen. */
function Batch({ stakeholders, faded, isEnd }: BatchProps) {
  const { idOf } = useSubject()
  const [isNear, setNear] = useState(false)
  const gap = useRef<HTMLLIElement>(null)
  const hasChosen = useSelection(({ ids }) =>
    stakeholders.some(({ key }) => {
      const id = idOf(key)
      return id !== undefined && ids.has(id)
    }),
  )
  const isMade = isEnd || isNear || hasChosen
  useEffect(() => {
    const element = gap.current
    if (!element || isMade) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true)
      },
      { root: element.closest('ul'), rootMargin: '100%' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [isMade])
  if (!isMade) {
    const blockSize = `calc(${stakeholders.length} * (var(--control) + var(--space-1)))`
    return <li ref={gap} className="not-placed-gap" style={{ blockSize }} aria-hidden />
  }
  return stakeholders.map((stakeholder) => {
    const id = idOf(stakeholder.key)
    return (
      id && (
        <NotPlacedCard
          key={stakeholder.key}
          stakeholder={stakeholder}
          id={id}
          faded={faded.has(stakeholder.key)}
        />
      )
    )
  })
}
