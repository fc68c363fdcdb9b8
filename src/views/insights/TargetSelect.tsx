import { type Ref, useId, useMemo, useState } from 'react'
import type { ViewStakeholder } from '../../audience/view.ts'
import { useSubject } from '../../editing/useSubject.ts'
import type { StakeholderId } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/insights.ts'

interface TargetSelectProps {
  value: StakeholderId | null
  onChange: (target: StakeholderId | null) => void
  ref: Ref<HTMLSelectElement>
}

/** A list this long is only written out when somebody is about to choose from it. */
const LONG_LIST = 500

const byName = new Intl.Collator()

/** Whom to look for a way to: those in the role of target first, then everybody else by name. */
export function TargetSelect({ value, onChange, ref }: TargetSelectProps) {
  const id = useId()
  const { view, idOf, shown } = useSubject()
  const [reached, setReached] = useState(false)
  const chosen = value ? shown(value) : undefined
  const isOpen = reached || view.stakeholders.length <= LONG_LIST
  const { targets, others } = useMemo(() => {
    const sorted = isOpen
      ? view.stakeholders.toSorted((a, b) => byName.compare(a.name, b.name))
      : []
    return {
      targets: sorted.filter(({ role }) => role === 'target'),
      others: sorted.filter(({ role }) => role !== 'target'),
    }
  }, [view, isOpen])
  return (
    <>
      <label htmlFor={id}>{t('way.to')}</label>
      <select
        ref={ref}
        id={id}
        className="input"
        autoComplete="off"
        value={chosen?.key ?? ''}
        onFocus={() => setReached(true)}
        onPointerDown={() => setReached(true)}
        onChange={({ target }) => onChange(idOf(target.value) ?? null)}
      >
        <option value="">{t('way.choose')}</option>
        {!isOpen && chosen && <option value={chosen.key}>{chosen.name}</option>}
        {targets.length > 0 && (
          <optgroup label={t('way.targets')}>{targets.map(optionOf)}</optgroup>
        )}
        {others.length > 0 && (
          <optgroup label={t('way.everybody')}>{others.map(optionOf)}</optgroup>
        )}
      </select>
    </>
  )
}

const optionOf = ({ key, name }: ViewStakeholder) => (
  <option key={key} value={key}>
    {name}
  </option>
)
