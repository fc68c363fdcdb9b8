import type { Subject } from '../audience/subject.ts'
import { placeInNetwork } from '../domain/commands/networkPlaces.ts'
import type { NetworkPosition, Point, StakeholderId } from '../domain/records.ts'
import type { NetworkPlaces } from '../drawing/network/networkLayout.ts'
import { t } from '../i18n/i18n.ts'
import '../i18n/parts/network.ts'
import { glide } from '../store/gesture.ts'
import type { OpenMap } from '../store/openMap.ts'
import { announce, speak } from '../ui/announcer.tsx'
import { sayRefusal } from './sayRefusal.ts'

/**
 * Puts stakeholders somewhere in the network by hand: they stay there through every Arrange. Whoever else is
 * seen without a kept place is kept where it is, so that the next opening shows the same picture.
 */
export function moveInNetwork(
  map: OpenMap,
  { view }: Subject,
  moved: ReadonlyMap<StakeholderId, Point>,
  joinKey?: string,
): void {
  // In public preview places are worked out from what the public sees: there is nothing to move.
  if (view.audience === 'public') return announce(t('network.move.public'))
  const places = new Map<StakeholderId, NetworkPosition>()
  const { stakeholders } = map.store.state.getState().doc
  for (const [id, { x, y }] of map.networkPlaces.getState().seen) {
    if (stakeholders.get(id)?.networkPosition === null) places.set(id, { x, y, pinned: false })
  }
  for (const [id, { x, y }] of moved) places.set(id, { x, y, pinned: true })
  const result = map.store.dispatch(
    placeInNetwork(places),
    { action: 'move', stakeholders: [...moved.keys()] },
    joinKey,
  )
  if (!result.ok) sayRefusal(result.error)
}

/** The places that Arrange must leave: those put there by hand. */
export function pinnedPlaces({ view }: Subject): NetworkPlaces {
  const pinned = new Map<string, Point>()
  for (const { key, team } of view.stakeholders) {
    const place = team?.networkPosition
    if (place?.pinned) pinned.set(key, { x: place.x, y: place.y })
  }
  return pinned
}

/** Keeps an arrangement as one change. Whoever was removed or put somewhere by hand meanwhile is left out. */
export function keepArrangement(map: OpenMap, { idOf }: Subject, arranged: NetworkPlaces): void {
  const places = new Map<StakeholderId, NetworkPosition>()
  const { stakeholders } = map.store.state.getState().doc
  for (const [key, { x, y }] of arranged) {
    const id = idOf(key)
    const now = id && stakeholders.get(id)
    if (now && !now.networkPosition?.pinned) places.set(now.id, { x, y, pinned: false })
  }
  glide(map.gesture)
  const result = map.store.dispatch(placeInNetwork(places), { action: 'arrange', stakeholders: [] })
  if (!result.ok) sayRefusal(result.error)
  else speak(t('network.arranged'))
}

/** Gives places back to Arrange. */
export function unpin(map: OpenMap, ids: Iterable<StakeholderId>): void {
  const places = new Map<StakeholderId, NetworkPosition>()
  const { stakeholders } = map.store.state.getState().doc
  for (const id of ids) {
    const place = stakeholders.get(id)?.networkPosition
    if (place?.pinned) places.set(id, { ...place, pinned: false })
  }
  const result = map.store.dispatch(placeInNetwork(places), {
    action: 'move',
    stakeholders: [...places.keys()],
  })
  if (!result.ok) sayRefusal(result.error)
  else speak(t('network.unpinned', { count: places.size }))
}
