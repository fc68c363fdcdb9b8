import type { MapId } from '../domain/records.ts'
import type { FollowedMap } from './sessionFollowing.ts'

/** Most maps are open in one tab: what a second one needs is loaded with it. */
export function followLater(id: MapId, map: FollowedMap): { close(): void } {
  let isClosed = false
  let close = () => {
    isClosed = true
  }
  void import('./sessionFollowing.ts').then(({ followMap }) => {
    if (!isClosed) close = followMap(id, map).close
  })
  return { close: () => close() }
}
