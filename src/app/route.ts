import { asId, type MapId } from '../domain/records.ts'

/** Where in the app somebody is; addresses carry an opaque id, never a name. */
export type Route = { readonly kind: 'maps' } | { readonly kind: 'map'; readonly id: MapId }

const MAP = /^#\/map\/([\w.:-]{1,200})$/

export function routeOf(hash: string): Route {
  const id = MAP.exec(hash)?.[1]
  return id === undefined ? { kind: 'maps' } : { kind: 'map', id: asId<MapId>(id) }
}

export function openRoute(route: Route, how: 'push' | 'replace'): void {
  const hash = route.kind === 'maps' ? '#/' : `#/map/${route.id}`
  if (how === 'replace') history.replaceState(null, '', hash)
  else location.hash = hash
}

export const watchRoute = (onRoute: (route: Route) => void): void =>
  window.addEventListener('hashchange', () => onRoute(routeOf(location.hash)))
