import type { MapView } from '../../audience/view.ts'
import { initialsOfAll } from '../../domain/initials.ts'
import { type Filter, isFiltering } from '../../store/viewSettings.ts'
import { matches } from '../filtering.ts'
import type { Naming } from './choices.ts'

/**
 * The part of a view that a filter lets through, with the ties among them. It is given what its audience may see, so
 * that who matches by something hidden is left out without a trace.
 */
export function filteredView<V extends MapView>(view: V, filter: Filter): V {
  if (!isFiltering(filter)) return view
  const stakeholders = view.stakeholders.filter((one) => matches(one, filter))
  const keys = new Set(stakeholders.map(({ key }) => key))
  const relationships = view.relationships.filter(({ from, to }) => keys.has(from) && keys.has(to))
  return { ...view, stakeholders, relationships }
}

/**
 * The same view with initials for names, or with none (`dots`; numbers, where rows must be told apart). What else could
 * name somebody goes with the names: ties' own words, descriptions, and the team's aliases, notes and contacts.
 */
export function namedView<V extends MapView>(view: V, naming: Naming | 'numbers'): V {
  if (naming === 'names') return view
  const initials =
    naming === 'initials' ? initialsOfAll(view.stakeholders.map(({ name }) => name)) : []
  return {
    ...view,
    stakeholders: view.stakeholders.map((one, i) => ({
      ...one,
      name: naming === 'numbers' ? String(i + 1) : (initials[i] ?? ''),
      description: '',
      team: one.team && { ...one.team, aliases: [], notes: '', contact: '' },
    })),
    relationships: view.relationships.map((tie) => ({
      ...tie,
      label: '',
      team: tie.team && { ...tie.team, notes: '' },
    })),
  }
}
