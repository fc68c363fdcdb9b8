import { own } from '../domain/check.ts'
import type { MapId } from '../domain/records.ts'
import type { OpenChannel } from './channel.ts'

/** How long "Edit here" waits for the present writer's answer, in ms. */
export const HAND_OVER_WAIT = 700

export type Role = 'writer' | 'follower'

export interface WriterLockPorts {
  readonly mapId: MapId
  /** A string that no other tab has. */
  readonly tabId: string
  /** null where the browser has no Web Locks (pages without a secure origin). */
  readonly locks: LockManager | null
  readonly openChannel: OpenChannel
  /**
   * Asked to hand over: get everything to disk. `onRole('follower')` has been called before, so that
   * no commit comes meanwhile. False when it could not be stored: then this tab stays the writer.
   */
  readonly letGo: () => Promise<boolean>
  /** Something is under way that only the writer may do: whoever asks for the lock is refused at once. */
  readonly isBusy?: () => boolean
  /** Called at each change of role. A new writer must look whether its map is still the stored one. */
  readonly onRole: (role: Role) => void
  /** Runs something after some ms, unless the returned function is called first. */
  readonly later: (run: () => void, ms: number) => () => void
}

export interface WriterLock {
  role(): Role
  /** Call once. A follower becomes the writer by itself when the writer's tab goes away. */
  acquire(): Promise<Role>
  /**
   * "Edit here". The writer is asked to store all and to step back; one that does not answer (frozen,
   * hung) is robbed of the lock. `follower` when the writer refused, having work that it cannot store.
   */
  takeOver(): Promise<Role>
  close(): void
}

/**
 * One writer a map, through Web Locks. Where there are none every tab is a writer; claims (see
 * mapWrite.ts) then turn a clash into a reported conflict, as they do for a robbed tab that wakes up.
 */
export function createWriterLock(ports: WriterLockPorts): WriterLock {
  const { locks } = ports
  const name = `allyscope-map-${ports.mapId}`
  let role: Role = 'follower'
  let release: (() => void) | null = null
  let queued: AbortController | null = null
  let onAnswer: ((kind: 'ready' | 'kept') => void) | null = null
  let closed = false

  const setRole = (next: Role) => {
    if (role === next || closed) return
    role = next
    ports.onRole(next)
  }

  /** Asks for the lock; resolves with whether it was granted, and keeps it until `release`. */
  const ask = (options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      let granted = false
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        granted = lock !== null
        resolve(granted)
        if (!granted || closed) return undefined
        queued = null
        setRole('writer')
        return new Promise((end) => {
          release = end
        })
      }
      locks?.request(name, options, hold).catch(() => {
        resolve(false)
        // Refused or withdrawn requests need nothing; a granted lock that breaks was stolen.
        if (granted) lost()
      })
    })

  const lost = () => {
    release = null
    setRole('follower')
    queueUp()
  }

  const queueUp = () => {
    if (closed || queued) return
    queued = new AbortController()
    void ask({ signal: queued.signal })
  }

  const handOver = async (to: unknown) => {
    if (role !== 'writer') return
    if (ports.isBusy?.()) {
      channel?.post({ kind: 'kept', to })
      return
    }
    const held = release
    setRole('follower')
    const isStored = await ports.letGo()
    // Robbed of the lock meanwhile.
    if (release !== held) return
    if (!isStored) {
      setRole('writer')
      channel?.post({ kind: 'kept', to })
      return
    }
    channel?.post({ kind: 'ready', to })
    // The lock is kept for the one who asked, ahead of the queue; not for ever, it may be gone.
    ports.later(() => {
      if (!held || release !== held) return
      release = null
      held()
      queueUp()
    }, HAND_OVER_WAIT)
  }

  const channel = locks
    ? ports.openChannel(`allyscope-lock-${ports.mapId}`, (message) => {
        const kind = own(message, 'kind')
        if (kind === 'hand over') void handOver(own(message, 'from'))
        else if (own(message, 'to') !== ports.tabId) return
        else if (kind === 'ready' || kind === 'kept') onAnswer?.(kind)
      })
    : null

  const answer = () =>
    new Promise<'ready' | 'kept' | 'silent'>((resolve) => {
      const cancel = ports.later(() => {
        onAnswer = null
        resolve('silent')
      }, HAND_OVER_WAIT)
      onAnswer = (kind) => {
        cancel()
        onAnswer = null
        resolve(kind)
      }
      channel?.post({ kind: 'hand over', from: ports.tabId })
    })

  return {
    role: () => role,
    async acquire() {
      if (!locks) setRole('writer')
      else if (!(await ask({ ifAvailable: true }))) queueUp()
      return role
    },
    async takeOver() {
      if (role === 'writer' || (await answer()) === 'kept' || closed) return role
      queued?.abort()
      queued = null
      if (!(await ask({ steal: true }))) queueUp()
      return role
    },
    close() {
      closed = true
      queued?.abort()
      release?.()
      release = null
      channel?.close()
    },
  }
}
