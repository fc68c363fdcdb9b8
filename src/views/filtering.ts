import type { ViewStakeholder } from '../audience/view.ts'
import { looseName } from '../domain/names.ts'
import { type Filter, isFiltering } from '../store/viewSettings.ts'

/** Whether a stakeholder matches a filter: every kind of filter set must match, any of its values will do. */
export function matches(stakeholder: ViewStakeholder, filter: Filter): boolean {
  const { sector, offers, needs, role, team } = stakeholder
  const text = looseName(filter.text)
  if (text !== '' && !searchable(stakeholder).some((field) => looseName(field).includes(text))) {
    return false
  }
  if (filter.sectors.length > 0 && !(sector && filter.sectors.includes(sector))) return false
  const { resources } = filter
  if (resources.length > 0 && ![...offers, ...needs].some((word) => resources.includes(word))) {
    return false
  }
  if (filter.roles.length > 0 && !filter.roles.includes(role)) return false
  if (filter.confidentiality === null || !team) return true
  return team.confidentiality.level === filter.confidentiality
}

const NOBODY: ReadonlySet<string> = new Set()

/** Keys of the stakeholders that fade. */
export function fadedBy(
  filter: Filter,
  stakeholders: readonly ViewStakeholder[],
): ReadonlySet<string> {
  if (!isFiltering(filter)) return NOBODY
  return new Set(stakeholders.filter((one) => !matches(one, filter)).map(({ key }) => key))
}

const searchable = ({ name, sector, offers, needs, tags, description, team }: ViewStakeholder) => [
  name,
  sector ?? '',
  ...offers,
  ...needs,
  ...tags,
  description,
  ...(team?.aliases ?? []),
  team?.notes ?? '',
  team?.contact ?? '',
]
