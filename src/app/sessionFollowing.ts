import type { Diff } from '../domain/diff.ts'
import type { MapId } from '../domain/records.ts'
import { openBroadcastChannel } from '../storage/channel.ts'
import { followCommits } from '../storage/followCommits.ts'

export interface FollowedMap {
  /** The rev that is shown. */
  rev(): number
  onDiff(diff: Diff, rev: number): void
  /** Shows the map as it is stored now. */
  readAgain(): Promise<unknown>
}

/** Follows the tab that writes a map; what is not told, or was told before, is read from the database. */
export function followMap(mapId: MapId, { readAgain, ...shown }: FollowedMap) {
  let isClosed = false
  let isReading = false
  let hasNews = false
  /** Reads one after another: what is new meanwhile is in the next one. */
  const onGap = async () => {
    hasNews = true
    if (isReading) return
    isReading = true
    while (hasNews && !isClosed) {
      hasNews = false
      await readAgain()
    }
    isReading = false
  }
  const line = followCommits({
    mapId,
    openChannel: openBroadcastChannel,
    ...shown,
    onGap: () => void onGap(),
  })
  void onGap()
  return {
    close() {
      isClosed = true
      line.close()
    },
  }
}
