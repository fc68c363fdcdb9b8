import { isEmptyDiff } from '../domain/diff.ts'
import type { MapId } from '../domain/records.ts'
import type { MapStore } from '../store/mapStore.ts'
import { openBroadcastChannel } from '../storage/channel.ts'
import type { Database } from '../storage/database.ts'
import { announceCommits } from '../storage/followChannel.ts'
import { writeMap } from '../storage/mapWrite.ts'
import type { Repository } from '../storage/repository.ts'
import { createSaver, type Saver } from '../storage/saver.ts'
import type { LoadedMap, SaveStatus, Stored } from '../storage/types.ts'
import type { Role } from '../storage/writerLock.ts'
import type { MapWriter, Unlocked } from '../storage/unlocked.ts'
import type { SaveState } from '../views/services.ts'
import { type CarefulWriter, carefulWriter } from './careful.ts'
import { isoNow, later, newId } from './environment.ts'
import { followLater } from './followLater.ts'
import type { OnDisk, SessionPorts } from './keeping.ts'
import { summaryOf } from './summary.ts'

export interface StoredMapPorts extends Omit<SessionPorts, 'publicFirst'> {
  readonly id: MapId
  readonly db: Database
  readonly repository: Repository
  readonly store: MapStore
  readonly role: () => Role
  /** The seal is being changed: nobody else may write, and who has lost the lock meanwhile stays as it is. */
  readonly isSealing: () => boolean
}

const ALWAYS = (): boolean => true

/** What is on disk of an open map, and who of the tabs writes it. */
export type StoredMap = ReturnType<typeof keepStored>

/** Keeps an open map stored as its writer, or shows what the tab that writes it stores. */
export function keepStored(first: LoadedMap, key: Unlocked | null, ports: StoredMapPorts) {
  const { id, db, repository, store } = ports
  /** Null while the map is stored in clear. */
  let unlocked = key
  let saver: Saver | null = null
  let careful: CarefulWriter | null = null
  let follower: { close(): void } | null = null
  let shownRev = first.rev
  let isDropped = false
  const listeners = new Set<(stored: Stored) => void>()
  const isWriter = () => ports.role() === 'writer' && !isDropped

  // Who was robbed of the lock does not know of it at once, nor follows while it has something that is not stored: sealed
  // elsewhere, the map must not stay on its screen.
  const announcer = announceCommits(openBroadcastChannel, id, () => {
    if (ports.isSealing()) return
    if (ports.role() === 'writer') void startWriting()
    else if (!follower) void load()
  })

  const setKey = (next: Unlocked | null) => {
    if (next !== unlocked) unlocked?.drop()
    unlocked = next
    ports.onSeal({ sealed: next !== null, hasRecoveryKey: next?.hasRecoveryKey ?? false })
  }

  const hasUnsaved = () => saver !== null && !isEmptyDiff(saver.unsaved())

  /** What is stored now; null when it can't be had, which is told, or is not wanted any more. */
  const load = async (isWanted = ALWAYS): Promise<LoadedMap | null> => {
    const loaded = await repository.loadMap(id, unlocked)
    if (isDropped || !isWanted()) return null
    if (loaded.ok) return loaded.value
    if (loaded.error.code === 'locked') ports.onLocked()
    else ports.onSave({ status: 'not saved', code: loaded.error.code })
    return null
  }

  /** Shows what is stored now, unless it is shown already. */
  const readAgain = async (isWanted = ALWAYS): Promise<LoadedMap | null> => {
    const again = await load(isWanted)
    // What only this tab has is never replaced by what is stored.
    if (!again || hasUnsaved()) return null
    // The same revision is the same map: what can be undone stays.
    if (again.rev > shownRev) store.replace(again.doc)
    shownRev = Math.max(shownRev, again.rev)
    if (again.header.sealed === undefined && unlocked) setKey(null)
    return again
  }

  const writeFrom = (loaded: LoadedMap) => {
    const isSealed = unlocked !== null
    const writer: MapWriter = unlocked?.writer(db) ?? {
      write: (write) => writeMap(db, write),
      handOver: () => undefined,
    }
    // Also while the map is handed over: the lock is kept until all is stored.
    const mayWrite = () => !isDropped
    const care = { db, repository, key: unlocked, writer, mayWrite }
    const writing = carefulWriter(loaded, care, (rev) => {
      shownRev = Math.max(shownRev, rev)
    })
    careful = writing
    saver = createSaver({
      ...writing,
      by: newId(),
      summary: () => summaryOf(store.state.getState().doc),
      now: isoNow,
      later,
      onStatus: (status) => ports.onSave(saveStateOf(status)),
      onStored(stored) {
        shownRev = stored.rev
        // What other tabs hear of a sealed map says nothing of it.
        if (isSealed) announcer.tellOfNews()
        else announcer.tell(stored)
        for (const run of listeners) run(stored)
        follow()
      },
    })
    ports.onSave({ status: 'saved' })
    store.setReadOnly(false)
    ports.onRole('writer')
  }

  const startWriting = async () => {
    follower?.close()
    follower = null
    store.setReadOnly(true)
    const before = saver
    const isWanted = () => ports.role() === 'writer' && saver === before
    const stored = await before?.flush()
    if (!isWanted()) return
    if (before && stored && !stored.ok) {
      if (stored.error.code === 'conflict' && (await putAgain(before, isWanted))) return
      if (!isWanted()) return
      // The saver that has what could not be stored goes on: reading the map again would lose it, and say "saved".
      ports.onSave(saveStateOf(before.status()))
      store.setReadOnly(false)
      ports.onRole('writer')
      return
    }
    await before?.close()
    const current = await readAgain(isWanted)
    if (current) writeFrom(current)
  }

  /** Robbed of the lock in the middle of a write, and writer again: false when somebody else's work stands against it. */
  const putAgain = async (before: Saver, isWanted: () => boolean): Promise<boolean> => {
    const [now, { onto }] = await Promise.all([load(isWanted), import('../domain/onto.ts')])
    if (!now || !isWanted() || (now.header.sealed !== undefined) !== (unlocked !== null)) {
      return false
    }
    const unsaved = before.unsaved()
    const { doc } = store.state.getState()
    const theirs = onto(now.doc, doc, unsaved)
    if (!theirs) return false
    if (!isEmptyDiff(theirs)) store.follow(theirs)
    shownRev = now.rev
    writeFrom(now)
    saver?.commit(unsaved)
    return true
  }

  const startFollowing = () => {
    store.setReadOnly(true)
    saver?.flushOnHide()
    ports.onRole('follower')
    follow()
  }

  /** Shows what another tab stores, once there is nothing left that only this one has. */
  const follow = () => {
    if (follower || ports.role() === 'writer' || isDropped || hasUnsaved()) return
    const line: { close(): void } = followLater(id, {
      rev: () => shownRev,
      onDiff(diff, rev) {
        store.follow(diff)
        shownRev = rev
      },
      readAgain: () => readAgain(() => follower === line),
    })
    follower = line
  }

  store.onCommit(({ diff }) => saver?.commit(diff))
  setKey(unlocked)

  const onDisk: OnDisk = {
    id,
    rev: () => shownRev,
    isWriter,
    key: () => (isDropped ? null : unlocked),
    onStored(run) {
      listeners.add(run)
      return () => listeners.delete(run)
    },
  }

  return {
    onDisk,
    key: () => unlocked,
    saver: () => saver,
    /** Whoever is to write after this tab finds all of it on the disk. */
    flush: () => (careful?.ready ? careful.ready.then(() => saver?.flush()) : saver?.flush()),
    /** The map is being made ready to be written: until then nothing of it reaches the disk. */
    isReadying: () => careful?.isBusy?.() ?? false,
    isWriter,
    isFollowing: () => follower !== null,
    writeFrom,
    startWriting,
    startFollowing,
    /** The seal has been changed on disk: from now on all is read and written with this key, in other tabs too. */
    async sealChanged(next: Unlocked | null) {
      if (isDropped) next?.drop()
      else setKey(next)
      announcer.tellToReload()
      const stored = await load()
      if (!stored || hasUnsaved()) return
      // Nothing but the way in which it is stored has changed.
      shownRev = Math.max(shownRev, stored.rev)
      if (isWriter()) writeFrom(stored)
    },
    /** Nothing is read, heard or shown any more, and the key is gone; what the saver has can still be stored. */
    drop() {
      isDropped = true
      follower?.close()
      unlocked?.drop()
    },
    async close() {
      isDropped = true
      await saver?.close()
      follower?.close()
      unlocked?.drop()
    },
    closeChannel: announcer.close,
  }
}

function saveStateOf(status: SaveStatus): SaveState {
  if (status.state === 'not saved') return { status: 'not saved', code: status.code }
  return { status: status.state }
}
