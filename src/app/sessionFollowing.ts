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
  const catchUp = () => {
    hasNews = isReading
    if (isReading || isClosed) return
    isReading = true
    void readAgain().finally(() => {
      isReading = false
      if (hasNews) catchUp()
    })
  }
  const line = followCommits({
    mapId,
    openChannel: openBroadcastChannel,
    ...shown,
    onGap: catchUp,
  })
  catchUp()
  return {
    close() {
      isClosed = true
      line.close()
    },
  }
}
