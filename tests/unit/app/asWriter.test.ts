import { afterEach, expect, it, vi } from 'vitest'
import { asWriter } from '../../../src/app/asWriter.ts'
import { later } from '../../../src/app/environment.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { ok } from '../../../src/domain/result.ts'
import { openBroadcastChannel } from '../../../src/storage/channel.ts'
import { createWriterLock } from '../../../src/storage/writerLock.ts'
import { fakeLocks } from '../storage/fakeLocks.ts'

afterEach(() => vi.unstubAllGlobals())

it('hands the map over when its work is done, and not in the middle', async () => {
  const locks = fakeLocks()
  vi.stubGlobal('navigator', { locks })
  const mapId = asId<MapId>(crypto.randomUUID())
  const tab = createWriterLock({
    mapId,
    tabId: 'tab',
    locks,
    openChannel: openBroadcastChannel,
    letGo: () => Promise.resolve(true),
    onRole: () => undefined,
    later,
  })
  const done = await asWriter(mapId, async () => {
    expect(await tab.acquire()).toBe('follower')
    expect(await tab.takeOver()).toBe('follower')
    return ok(null)
  })
  expect(done).toEqual(ok(null))
  await vi.waitFor(() => expect(tab.role()).toBe('writer'))
  tab.close()
})
