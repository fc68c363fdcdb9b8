import { createStore } from 'zustand/vanilla'
import { isSeen } from '../../store/wall.ts'
import type { DeviceServices, DeviceStorage } from '../../views/reliability.ts'
import type { OnDisk, Session } from '../keeping.ts'
import type { ReliabilityPorts } from './reliability.ts'

/** Remembers that the browser was asked once: Firefox puts the question to the person. */
const ASKED = 'persistAsked'
/** So long space is not looked at again while somebody works. */
const LOOK_MS = 60_000

const UNKNOWN: DeviceStorage = { isPersistent: null, used: null, quota: null }

interface WatchedDevice extends DeviceServices {
  watch(session: Session, onDisk: OnDisk): void
}

/** What the browser says of its storage; it is asked to keep it after the first save. */
export function deviceServices({ stock, session: open }: ReliabilityPorts): WatchedDevice {
  const seen = createStore<DeviceStorage>(() => UNKNOWN)
  let lookedAt = Number.NEGATIVE_INFINITY

  const storage = async () => {
    lookedAt = Date.now()
    const [isPersistent, estimate] = await Promise.all([
      answerOf((manager) => manager.persisted()),
      answerOf((manager) => manager.estimate()),
    ])
    const { usage = null, quota = null } = estimate ?? {}
    const found = { isPersistent, used: usage, quota }
    seen.setState(found, true)
    return found
  }
  const askToPersist = async () => {
    await answerOf((manager) => manager.persist())
    return storage()
  }

  let isAsking = false
  const askOnce = async () => {
    if (!stock || isAsking) return
    isAsking = true
    const asked = await stock.smallValues.getSetting(ASKED)
    if (!asked.ok || asked.value === true) return
    await stock.smallValues.setSetting(ASKED, true)
    await askToPersist()
  }

  return {
    seen,
    storage,
    askToPersist,
    watch(session, onDisk) {
      void storage()
      onDisk.onStored(() => {
        if (open() !== session) return
        // No question of the browser's on a projector.
        if (!isSeen(session.map.wall.getState())) void askOnce()
        if (Date.now() - lookedAt > LOOK_MS) void storage()
      })
    },
  }
}

/** What the browser's storage answers; null where it can't be asked, or refuses. */
async function answerOf<T>(ask: (manager: StorageManager) => Promise<T>): Promise<T | null> {
  try {
    return 'storage' in navigator ? await ask(navigator.storage) : null
  } catch {
    return null
  }
}
