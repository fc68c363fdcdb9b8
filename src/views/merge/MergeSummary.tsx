import { useId } from 'react'
import type { Wish } from '../../domain/merge/choices.ts'
import type { Stakeholder } from '../../domain/records.ts'
import { asWritten } from '../../i18n/direction.ts'
import { t } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { type Filter, FILTERS, type Numbers } from './mergeItems.ts'
import '../../i18n/parts/merge.ts'

const NUMBERS = ['same', 'differ', 'onlyThere', 'unsure', 'onlyHere'] as const

/** How the two copies compare, in numbers. */
export const MergeNumbers = ({ numbers }: { numbers: Numbers }) => (
  <ul className="merge-numbers" aria-label={t('merge.numbers')}>
    {NUMBERS.filter((key) => key !== 'unsure' || numbers.unsure > 0).map((key) => (
      <li key={key} className={`merge-number-${key}`}>
        {t(`merge.numbers.${key}`, { count: numbers[key] })}
      </li>
    ))}
  </ul>
)

/** Who stays whatever is chosen. */
export const OnlyHere = ({ people }: { people: readonly Stakeholder[] }) => (
  <details className="merge-only-here">
    <summary>{t('merge.onlyHere')}</summary>
    <ul>
      {people.map(({ id, name }) => (
        <li key={id}>
          <bdi>{asWritten(name)}</bdi>
        </li>
      ))}
    </ul>
  </details>
)

interface MergeFiltersProps {
  counts: ReadonlyMap<Filter, number>
  filter: Filter
  onFilter: (filter: Filter) => void
}

/** Cuts the list down to one kind of difference. */
export function MergeFilters({ counts, filter, onFilter }: MergeFiltersProps) {
  const group = useId()
  return (
    <fieldset className="merge-filters">
      <legend className="visually-hidden">{t('merge.filter')}</legend>
      {FILTERS.filter((one) => one === filter || (counts.get(one) ?? 0) > 0).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={group}
            value={one}
            autoComplete="off"
            checked={one === filter}
            onChange={() => onFilter(one)}
          />
          <span>{t(`merge.filter.${one}`, { count: counts.get(one) ?? 0 })}</span>
        </label>
      ))}
    </fieldset>
  )
}

const WISHES = ['suggested', 'mine', 'theirs'] as const

/** One choice for everything in the list. */
export function MergeWishes({ onWish }: { onWish: (wish: Wish) => void }) {
  const hintId = useId()
  return (
    <div className="merge-wishes" role="group" aria-label={t('merge.wish')}>
      <span aria-hidden>{t('merge.wish')}</span>
      {WISHES.map((wish) => (
        <Button key={wish} aria-describedby={hintId} onClick={() => onWish(wish)}>
          {t(`merge.wish.${wish}`)}
        </Button>
      ))}
      <p id={hintId} className="field-hint">
        {t('merge.wish.hint')}
      </p>
    </div>
  )
}
