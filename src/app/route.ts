import { asId, type MapId } from '../domain/records.ts'

/** Where in the app somebody is; addresses carry an opaque id, never a name. */
export type Route = { readonly kind: 'maps' } | { readonly kind: 'map'; readonly id: MapId }

const MAP = /^#\/map\/([\w.:-]{1,200})$/

export function routeOf(hash: string): Route {
  const id = MAP.exec(hash)?.[1]
  return id === undefined ? { kind: 'maps' } : { kind: 'map', id: asId<MapId>(id) }
}

const hashOf = (route: Route): string => (route.kind === 'maps' ? '#/' : `#/map/${route.id}`)

export function openRoute(route: Route, how: 'push' | 'replace'): void {
  if (how === 'replace') history.replaceState(null, '', hashOf(route))
  else location.hash = hashOf(route)
}

/** After a way back that was not taken: the address is again that of what is open, with the same way back. */
export const stayAt = (route: Route): void => history.pushState(null, '', hashOf(route))

export const watchRoute = (onRoute: (route: Route) => void): void =>
  window.addEventListener('hashchange', () => onRoute(routeOf(location.hash)))
