import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ViewStakeholder } from '../../audience/view.ts'
import { t } from '../../i18n/i18n.ts'
import { useOpenMap, useSelection } from '../../store/openMap.ts'
import { select, toggle } from '../../store/selection.ts'
import { ConfidentialGlyph } from '../../ui/ConfidentialGlyph.tsx'
import { useSubject } from '../../editing/useSubject.ts'

interface NotPlacedListProps {
  stakeholders: readonly ViewStakeholder[]
  /** Placed or not. */
  total: number
  faded: ReadonlySet<string>
}

/** Who has been named but not placed; each can be dragged onto the half-pie or placed with 1–5. */
export function NotPlacedList({ stakeholders, total, faded }: NotPlacedListProps) {
  return (
    <section className="not-placed" aria-labelledby="not-placed-title">
      <h2 id="not-placed-title" className="panel-heading">
        {t('tray.notPlaced')} <span className="count">{stakeholders.length}</span>
      </h2>
      {stakeholders.length === 0 ? (
        <p className="panel-empty">{t(total === 0 ? 'tray.nobody' : 'tray.allPlaced')}</p>
      ) : (
        <ul className="not-placed-list" aria-labelledby="not-placed-title">
          {stakeholders.map((stakeholder) => (
            <NotPlaced
              key={stakeholder.key}
              stakeholder={stakeholder}
              faded={faded.has(stakeholder.key)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function NotPlaced({ stakeholder, faded }: { stakeholder: ViewStakeholder; faded: boolean }) {
  const { selection } = useOpenMap()
  const id = useSubject().idOf(stakeholder.key)
  const selected = useSelection(({ ids }) => id !== undefined && ids.has(id))
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (selected) button.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  if (!id) return null
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const list = event.currentTarget.closest('ul')
    if (!list || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    const buttons = [...list.querySelectorAll('button')]
    const step = event.key === 'ArrowDown' ? 1 : -1
    const next = buttons[buttons.indexOf(event.currentTarget) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const confidential = stakeholder.team?.confidentiality.level === 'confidential'
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={[
          'tray-card',
          selected && 'is-selected',
          faded && 'is-faded',
          confidential && 'is-confidential',
        ]
          .filter(Boolean)
          .join(' ')}
        data-stakeholder={stakeholder.key}
        aria-pressed={selected}
        onClick={(event) =>
          event.shiftKey || event.metaKey || event.ctrlKey
            ? toggle(selection, id)
            : select(selection, [id])
        }
        onKeyDown={onKeyDown}
      >
        <span className="tray-dot" aria-hidden />
        <bdi>{stakeholder.name}</bdi>
        {confidential && <ConfidentialGlyph label={t('confidential.word')} />}
      </button>
    </li>
  )
}
