import { Search } from 'lucide-react'
import { useId } from 'react'
import { ROLES, type Role } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/dialogs.ts'
import { roleName } from '../../i18n/terms.ts'
import { useOpenMap, useViewSettings } from '../../store/openMap.ts'
import { type Filter, isFiltering, NO_FILTER } from '../../store/viewSettings.ts'
import { select } from '../../store/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { useSubject } from '../../editing/useSubject.ts'
import { matches } from '../filtering.ts'

/** What to show in full; everybody else fades and stays in place. */
export default function Filters({ matching, total }: { matching: number; total: number }) {
  const { settings, selection } = useOpenMap()
  const filter = useViewSettings((state) => state.filter)
  const { view, idOf } = useSubject()
  const searchId = useId()
  const chooseMatching = () => {
    if (!isFiltering(filter)) return
    const found = view.stakeholders.filter((one) => matches(one, filter))
    select(
      selection,
      found.flatMap(({ key }) => idOf(key) ?? []),
    )
  }
  const change = (part: Partial<Filter>) => settings.setState({ filter: { ...filter, ...part } })
  return (
    <section className="filters" aria-label={t('filter.title')}>
      <div className="filters-head">
        <h2 className="panel-heading">{t('filter.title')}</h2>
        {isFiltering(filter) && (
          <Button
            look="quiet"
            className="filters-clear"
            onClick={() => settings.setState({ filter: NO_FILTER })}
          >
            {t('filter.clear', { matching, total })}
          </Button>
        )}
      </div>
      <div className="filters-search">
        <Search aria-hidden />
        <label htmlFor={searchId} className="visually-hidden">
          {t('filter.text')}
        </label>
        <input
          id={searchId}
          className="input"
          type="search"
          dir="auto"
          autoComplete="off"
          placeholder={t('filter.text')}
          value={filter.text}
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={(event) => event.key === 'Enter' && chooseMatching()}
        />
      </div>
      <FilterChips
        title={t('filter.sectors')}
        options={view.sectors.map((word) => ({ value: word, label: word }))}
        chosen={filter.sectors}
        onChange={(sectors) => change({ sectors })}
      />
      <FilterChips
        title={t('filter.resources')}
        options={view.resources.map((word) => ({ value: word, label: word }))}
        chosen={filter.resources}
        onChange={(resources) => change({ resources })}
      />
      <FilterChips<Role>
        title={t('filter.roles')}
        options={ROLES.map((role) => ({ value: role, label: roleName(role) }))}
        chosen={filter.roles}
        onChange={(roles) => change({ roles })}
      />
      {view.audience === 'team' && (
        <FilterChips
          title={t('filter.confidentiality')}
          options={[
            { value: 'public', label: t('confidentiality.public') },
            { value: 'confidential', label: t('filter.confidential') },
          ]}
          chosen={filter.confidentiality ? [filter.confidentiality] : []}
          onChange={(chosen) => change({ confidentiality: chosen.at(-1) ?? null })}
        />
      )}
    </section>
  )
}

interface FilterChipsProps<T extends string> {
  title: string
  options: readonly { readonly value: T; readonly label: string }[]
  chosen: readonly T[]
  onChange: (chosen: readonly T[]) => void
}

function FilterChips<T extends string>({ title, options, chosen, onChange }: FilterChipsProps<T>) {
  if (options.length === 0) return null
  return (
    <details className="filter-group" open={chosen.length > 0 || options.length <= 12}>
      <summary>{title}</summary>
      <div className="filter-chips">
        {options.map(({ value, label }) => {
          const on = chosen.includes(value)
          return (
            <button
              key={value}
              type="button"
              className="chip filter-chip"
              aria-pressed={on}
              onClick={() =>
                onChange(on ? chosen.filter((other) => other !== value) : [...chosen, value])
              }
            >
              <bdi>{label}</bdi>
            </button>
          )
        })}
      </div>
    </details>
  )
}
