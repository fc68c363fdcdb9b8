import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { ViewStakeholder } from '../../audience/view.ts'
import type { StakeholderId } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import { useOpenMap, useSelection } from '../../store/openMap.ts'
import { select, toggle } from '../../store/selection.ts'
import { ConfidentialGlyph } from '../../ui/ConfidentialGlyph.tsx'

interface NotPlacedCardProps {
  stakeholder: ViewStakeholder
  id: StakeholderId
  faded: boolean
}

/** Somebody who is not placed yet. May subscribe to nothing that changes with the whole map. */
export const NotPlacedCard = memo(function NotPlacedCard(props: NotPlacedCardProps) {
  const { stakeholder, id, faded } = props
  const { selection, emphasis } = useOpenMap()
  const quiet = useStore(emphasis, (now) => now.emphasis?.stakeholders.has(id) === false)
  const selected = useSelection(({ ids }) => ids.has(id))
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (selected) button.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const confidential = stakeholder.team?.confidentiality.level === 'confidential'
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={[
          'tray-card',
          selected && 'is-selected',
          faded ? 'is-faded' : quiet && 'is-quiet',
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
        onKeyDown={toNeighbour}
      >
        <span className="tray-dot" aria-hidden />
        <bdi>{stakeholder.name}</bdi>
        {confidential && <ConfidentialGlyph label={t('confidential.word')} />}
      </button>
    </li>
  )
})

/** Arrows go up and down the list. */
function toNeighbour(event: KeyboardEvent<HTMLButtonElement>): void {
  const list = event.currentTarget.closest('ul')
  if (!list || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  const buttons = [...list.querySelectorAll('button')]
  const step = event.key === 'ArrowDown' ? 1 : -1
  const next = buttons[buttons.indexOf(event.currentTarget) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
