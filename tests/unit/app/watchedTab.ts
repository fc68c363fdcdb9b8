import { expect, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { reliabilityOf } from '../../../src/app/reliability/reliability.ts'
import type { MapId } from '../../../src/domain/records.ts'
import type { MapListState } from '../../../src/views/services.ts'
import { unwrap } from '../../support/records.ts'
import type { Tab } from './storedTabs.ts'

/** A tab with a map open and everything that watches over it. */
export async function watchedTab(tab: Tab, id: MapId, isWriting = true) {
  const session = unwrap(await tab.open(id))
  // Who was there before may still be letting go.
  if (isWriting) await vi.waitFor(() => expect(session.onDisk?.isWriter()).toBe(true))
  const reminder = createStore<{ isDue: boolean }>(() => ({ isDue: false }))
  const giveUp = vi.fn<(reopens: boolean) => Promise<void>>(() => Promise.resolve())
  const reliability = reliabilityOf({
    stock: tab.keeping.stock,
    session: () => session,
    maps: createStore<MapListState>(() => ({ status: 'reading' })),
    reminder,
    giveUp,
  })
  reliability.watch(session)
  return { ...tab, ...reliability, session, reminder, giveUp }
}
