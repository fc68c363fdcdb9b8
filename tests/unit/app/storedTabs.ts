import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { SealChange, Session } from '../../../src/app/keeping.ts'
import { storedKeeping } from '../../../src/app/storedKeeping.ts'
import { addStakeholders } from '../../../src/domain/commands/stakeholders.ts'
import { stakeholdersInOrder } from '../../../src/domain/doc.ts'
import type { MapId } from '../../../src/domain/records.ts'
import type { Database } from '../../../src/storage/database.ts'
import type { SaveState, SealState, TabRole } from '../../../src/views/services.ts'
import { openNamed } from '../storage/support.ts'
import { fakeLocks } from '../storage/fakeLocks.ts'
import { OPTIONS } from '../storage/sealedSupport.ts'

/** One tab: what it may ask for, and what its views are told. */
export type Tab = Awaited<ReturnType<ReturnType<typeof storedTabs>>>

/** Tabs of a browser that is another one for each test; whatever they have open is closed after it. */
export function storedTabs() {
  let name = ''
  const opened: Database[] = []
  const sessions: Session[] = []

  beforeEach(() => {
    name = `tabs-${crypto.randomUUID()}`
    Object.defineProperty(navigator, 'locks', { configurable: true, value: fakeLocks() })
  })
  afterEach(async () => {
    for (const session of sessions.splice(0)) await session.close()
    for (const db of opened.splice(0)) db.close()
  })

  return async function newTab() {
    const db = await openNamed(name)
    opened.push(db)
    const keeping = storedKeeping(db)
    const saves: SaveState[] = []
    const roles: TabRole[] = []
    const seals: SealState[] = []
    const onLocked = vi.fn<() => void>()
    /** Opens a map, and waits until it is known who may write it. */
    const open = async (id: MapId, publicFirst = false) => {
      const session = await keeping.open(id, {
        onSave: (state) => saves.push(state),
        onRole: (role) => roles.push(role),
        onSeal: (state) => seals.push(state),
        onLocked,
        publicFirst,
      })
      if (!session.ok) return session
      sessions.push(session.value)
      await vi.waitFor(() => expect(roles.length).toBeGreaterThan(0))
      return session
    }
    return { db, keeping, saves, roles, seals, onLocked, open }
  }
}

export const add = ({ map: { store } }: Session, text: string) =>
  store.dispatch(addStakeholders([text]), { action: 'add', stakeholders: [] })

export const namesIn = ({ map: { store } }: Session) =>
  stakeholdersInOrder(store.state.getState().doc).map((one) => one.name)

export const toSeal = (withRecoveryKey = false): SealChange => ({
  kind: 'seal',
  options: { ...OPTIONS, withRecoveryKey },
})
