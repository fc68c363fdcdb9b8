import { type ConfidentialWords, wordsOf } from '../../audience/confidentialWords.ts'
import type { MapView, ViewInfo } from '../../audience/view.ts'
import { initialsOfAll } from '../../domain/initials.ts'
import { type Filter, isFiltering } from '../../store/viewSettings.ts'
import { matches } from '../filtering.ts'
import type { Naming } from './choices.ts'

/**
 * The part of a view that a filter lets through, with the ties among them. Who that is says `told`, the view of the same
 * audience with nothing told beyond what always is: so it is the same people on every page, and who matches by something
 * hidden is left out without a trace.
 */
export function filteredView<V extends MapView>(view: V, filter: Filter, told: MapView): V {
  if (!isFiltering(filter)) return view
  const keys = new Set(told.stakeholders.flatMap((one) => (matches(one, filter) ? [one.key] : [])))
  const stakeholders = view.stakeholders.filter(({ key }) => keys.has(key))
  const relationships = view.relationships.filter(({ from, to }) => keys.has(from) && keys.has(to))
  return { ...view, stakeholders, relationships }
}

/**
 * The same view with initials for names, or with none (`dots`; numbers, where rows must be told apart). What else could
 * name somebody goes with the names: ties' own words, descriptions, the team's aliases, notes and contacts, and every
 * word or text of the map that mentions one of `everybody`: the view may be a part of them, and not know their aliases.
 */
export function namedView<V extends MapView>(
  view: V,
  naming: Naming | 'numbers',
  everybody: MapView = view,
): V {
  if (naming === 'names') return view
  const initials =
    naming === 'initials' ? initialsOfAll(view.stakeholders.map(({ name }) => name)) : []
  const isOpen = (text: string) => !namesSomebody(everybody, text)
  const open = (text: string) => (isOpen(text) ? text : '')
  return {
    ...view,
    info: openInfo(view.info, open),
    stakeholders: view.stakeholders.map((one, i) => ({
      ...one,
      name: naming === 'numbers' ? String(i + 1) : (initials[i] ?? ''),
      sector: (one.sector && open(one.sector)) || null,
      offers: one.offers.filter(isOpen),
      needs: one.needs.filter(isOpen),
      tags: one.tags.filter(isOpen),
      description: '',
      team: one.team && { ...one.team, aliases: [], notes: '', contact: '' },
    })),
    relationships: view.relationships.map((tie) => ({
      ...tie,
      label: '',
      team: tie.team && { ...tie.team, notes: '' },
    })),
    sectors: view.sectors.filter(isOpen),
    resources: view.resources.filter(isOpen),
  }
}

/** A segment whose own name is left out has its usual one. */
function openInfo(info: ViewInfo, open: (text: string) => string): ViewInfo {
  const [a, b, c, d, e] = info.segmentNames
  const named = (segment: string | null) => (segment && open(segment)) || null
  return {
    ...info,
    name: open(info.name),
    we: open(info.we),
    goal: open(info.goal),
    segmentNames: [named(a), named(b), named(c), named(d), named(e)],
  }
}

const wordsIn = new WeakMap<MapView, ConfidentialWords>()

/**
 * True of a text, typed for a page or of the map, that mentions somebody of a view by name or alias, however it is spelt.
 * What is told of it on the screen is worked out from the view of the audience, who may not know that there are others.
 */
export function namesSomebody(view: MapView, text: string): boolean {
  let words = wordsIn.get(view)
  if (!words) {
    words = wordsOf(view.stakeholders.flatMap(({ name, team }) => [name, ...(team?.aliases ?? [])]))
    wordsIn.set(view, words)
  }
  return words.mentionedIn(text) !== null
}
