import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { openBroadcastChannel } from '../storage/channel.ts'
import { announceCommits } from '../storage/followChannel.ts'
import { createWriterLock } from '../storage/writerLock.ts'
import type { KeepingFailure } from '../views/services.ts'
import { later, newId, webLocks } from './environment.ts'

/** Changes a map as its only writer: a tab that edits it stores everything first and steps back. */
export async function asWriter(
  id: MapId,
  work: () => Promise<Result<unknown, { readonly code: KeepingFailure }>>,
): Promise<Result<null, KeepingFailure>> {
  const lock = createWriterLock({
    mapId: id,
    tabId: newId(),
    locks: webLocks(),
    openChannel: openBroadcastChannel,
    letGo: () => Promise.resolve(true),
    // Handed over in the middle, the work and the next writer would overwrite each other.
    isBusy: () => true,
    onRole: () => undefined,
    later,
  })
  if ((await lock.acquire()) === 'follower' && (await lock.takeOver()) === 'follower') {
    lock.close()
    return fail('conflict')
  }
  const result = await work()
  if (result.ok) {
    // Who follows the map hears of commits alone.
    const followers = announceCommits(openBroadcastChannel, id)
    followers.tellOfNews()
    followers.close()
  }
  lock.close()
  return result.ok ? ok(null) : fail(result.error.code)
}
