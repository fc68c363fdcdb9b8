import type { MapId } from '../domain/records.ts'
import type { OpenChannel } from './channel.ts'
import type { Stored } from './types.ts'

/** The line between the tabs that have one map open. */
export const followChannelName = (mapId: MapId) => `allyscope-follow-${mapId}`

const NEWS = 'news'
const RELOAD = 'reload'

/** The writer's end: tells followers of commits, once they are on disk. */
export interface Announcer {
  tell(stored: Stored): void
  /** Tells no more than that there is something new, as of a sealed map: whoever has its key reads it. */
  tellOfNews(): void
  /** The map is stored otherwise than before, sealed or clear: it must be read anew, by whoever thinks to write it too. */
  tellToReload(): void
  close(): void
}

/** `onReload`: another tab has told that the map must be read anew. */
export function announceCommits(
  openChannel: OpenChannel,
  mapId: MapId,
  onReload: () => void = () => undefined,
): Announcer {
  const channel = openChannel(
    followChannelName(mapId),
    (message) => message === RELOAD && onReload(),
  )
  return {
    tell: (stored) => channel.post(toWire(stored)),
    // Like all that is no commit, these are gaps to who follows.
    tellOfNews: () => channel.post(NEWS),
    tellToReload: () => channel.post(RELOAD),
    close: () => channel.close(),
  }
}

function toWire({ from, rev, diff }: Stored) {
  return {
    from,
    rev,
    added: [...diff.added.values()],
    updated: [...diff.updated.values()],
    removed: [...diff.removed.values()],
  }
}
