import { type ReactNode, useId } from 'react'
import type { Wish } from '../../domain/merge/choices.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/merge.ts'

interface MergeCardProps {
  title: string
  look: 'pair' | 'new' | 'out'
  /** Beside the title. */
  aside?: ReactNode
  /** Where there is more than one field, all can be chosen at once. */
  onWish?: (wish: Wish) => void
  children: ReactNode
}

/** One entry of the comparison, under the name of whom or what it is about. */
export function MergeCard({ title, look, aside, onWish, children }: MergeCardProps) {
  const titleId = useId()
  return (
    <li className={`merge-card merge-card-${look}`} aria-labelledby={titleId}>
      <div className="merge-card-head">
        <h3 id={titleId}>
          <bdi>{title}</bdi>
        </h3>
        {aside}
      </div>
      {children}
      {onWish && (
        <div className="merge-card-all">
          {(['mine', 'theirs'] as const).map((wish) => (
            <button
              key={wish}
              type="button"
              className="merge-link"
              aria-describedby={titleId}
              onClick={() => onWish(wish)}
            >
              {t(wish === 'mine' ? 'merge.all.mine' : 'merge.all.theirs')}
            </button>
          ))}
        </div>
      )}
    </li>
  )
}
