import { isEmptyDiff } from '../domain/diff.ts'
import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { createMapStore } from '../store/mapStore.ts'
import { lookAsPublic } from '../store/lookAsPublic.ts'
import { openMapOn } from '../store/openMap.ts'
import { createViewSettings } from '../store/viewSettings.ts'
import { openBroadcastChannel } from '../storage/channel.ts'
import type { Database } from '../storage/database.ts'
import { announceCommits } from '../storage/followChannel.ts'
import { writeMap } from '../storage/mapWrite.ts'
import type { Repository } from '../storage/repository.ts'
import { createSaver, type Saver } from '../storage/saver.ts'
import type { SmallValues } from '../storage/smallValues.ts'
import type { LoadedMap, SaveStatus } from '../storage/types.ts'
import { createWriterLock, type Role } from '../storage/writerLock.ts'
import type { Unlocked } from '../storage/unlocked.ts'
import type { KeepingFailure, SaveState } from '../views/services.ts'
import { isoNow, later, newId, webLocks } from './environment.ts'
import type { Session, SessionPorts } from './keeping.ts'
import { followLater } from './followLater.ts'
import { onLeaving } from './leaving.ts'
import { keepView } from './sessionView.ts'
import { summaryOf } from './summary.ts'
import { viewSettingsFrom } from './viewSettingsRow.ts'

interface StoredPorts extends SessionPorts {
  readonly db: Database
  readonly repository: Repository
  readonly smallValues: SmallValues
}

/**
 * Opens a map from the database: reads it, becomes its writer or follows the tab that is, and keeps
 * every commit and the way it is looked at. A sealed map needs its key, which belongs to the session from then on.
 */
export async function openStoredSession(
  id: MapId,
  key: Unlocked | null,
  ports: StoredPorts,
): Promise<Result<Session, KeepingFailure | 'locked'>> {
  const { db, repository, smallValues } = ports
  let saver: Saver | null = null
  const flush = async (): Promise<Result<null, KeepingFailure>> => {
    const flushed = await saver?.flush()
    return flushed?.ok === false ? fail(flushed.error.code) : ok(null)
  }
  /** The change of the seal that is under way: as long as it is, nobody else may write, and the map is not left. */
  let sealing: ReturnType<Session['changeSeal']> | null = null
  // The lock first: what its holder then reads can't be overtaken, so that once is enough.
  let onRole = (_role: Role): void => undefined
  const lock = createWriterLock({
    mapId: id,
    tabId: newId(),
    locks: webLocks(),
    openChannel: openBroadcastChannel,
    letGo: async () => (await flush()).ok,
    isBusy: () => sealing !== null,
    onRole: (role) => onRole(role),
    later,
  })
  /** Null while the map is stored in clear. */
  let unlocked = key
  const firstRole = await lock.acquire()
  const [loaded, keptView] = await Promise.all([
    repository.loadMap(id, key),
    smallValues.loadViewState(id),
  ])
  if (!loaded.ok) {
    lock.close()
    key?.drop()
    return fail(loaded.error.code)
  }
  if (loaded.value.header.sealed === undefined) {
    key?.drop()
    unlocked = null
  }
  const store = createMapStore(loaded.value.doc, { newId, now: isoNow })
  const kept = keptView.ok ? keptView.value : undefined
  const looked = unlocked ? await unlocked.openView(kept) : kept
  const settings = createViewSettings(viewSettingsFrom(looked))
  if (ports.publicFirst) lookAsPublic({ store, settings })
  store.setReadOnly(true)

  let shownRev = loaded.value.rev
  let follower: { close(): void } | null = null
  // Who was robbed of the lock does not know of it at once: sealed elsewhere, the map must not stay on its screen.
  const announcer = announceCommits(openBroadcastChannel, id, () => {
    if (lock.role() === 'writer' && !sealing) void startWriting()
  })
  let isDropped = false

  const setKey = (next: Unlocked | null) => {
    if (next !== unlocked) unlocked?.drop()
    unlocked = next
    ports.onSeal({ sealed: next !== null, hasRecoveryKey: next?.hasRecoveryKey ?? false })
  }
  /** `isKnown`: what is stored now is what is shown. */
  const readAgain = async (isKnown = false): Promise<LoadedMap | null> => {
    const again = await repository.loadMap(id, unlocked)
    if (isDropped) return null
    if (!again.ok) {
      if (again.error.code === 'locked') ports.onLocked()
      else ports.onSave({ status: 'not saved', code: again.error.code })
      return null
    }
    // The same revision is the same map: what can be undone stays.
    if (again.value.rev > shownRev && !isKnown) store.replace(again.value.doc)
    shownRev = Math.max(shownRev, again.value.rev)
    if (again.value.header.sealed === undefined && unlocked) setKey(null)
    return again.value
  }

  const startWriting = async () => {
    follower?.close()
    follower = null
    if (saver && !isEmptyDiff(saver.unsaved())) {
      // Handing over failed because not all could be stored. The saver that has the rest goes on:
      // reading the map again would lose it, and say "saved".
      ports.onSave(saveStateOf(saver.status()))
      store.setReadOnly(false)
      ports.onRole('writer')
      return
    }
    store.setReadOnly(true)
    const before = saver
    await before?.close()
    const current = await readAgain()
    if (current && lock.role() === 'writer' && saver === before) writeFrom(current)
  }
  const writeFrom = ({ header }: LoadedMap) => {
    const isSealed = unlocked !== null
    saver = createSaver({
      header,
      by: newId(),
      ...(unlocked?.writer(db) ?? { write: (write) => writeMap(db, write) }),
      summary: () => summaryOf(store.state.getState().doc),
      now: isoNow,
      later,
      onStatus: (status) => ports.onSave(saveStateOf(status)),
      onStored(stored) {
        shownRev = stored.rev
        // What other tabs hear of a sealed map says nothing of it.
        if (isSealed) announcer.tellOfNews()
        else announcer.tell(stored)
      },
    })
    ports.onSave({ status: 'saved' })
    store.setReadOnly(false)
    ports.onRole('writer')
  }
  const startFollowing = () => {
    store.setReadOnly(true)
    saver?.flushOnHide()
    ports.onRole('follower')
    follower ??= followLater(id, {
      rev: () => shownRev,
      onDiff(diff, rev) {
        store.follow(diff)
        shownRev = rev
      },
      readAgain,
    })
  }

  store.onCommit(({ diff }) => saver?.commit(diff))

  const view = keepView(id, settings, smallValues, () => unlocked)
  const flushNow = () => {
    // What people did first: a browser may drop a write that has to wait when the page goes.
    saver?.flushOnHide()
    view.hurry()
  }
  const stopWatching = onLeaving(flushNow, () => saver?.status().state === 'not saved')

  let closing: Promise<void> | null = null
  const isWriter = () => lock.role() === 'writer' && !isDropped
  const changeSealNow: Session['changeSeal'] = async (change) => {
    const isLeft = () => closing !== null
    const session = { db, repository, flush, isWriter, isLeft, landed }
    const changed = await import('./sessionSeal.ts')
      .then(({ changeOpenSeal }) => changeOpenSeal(id, session, change))
      .catch(() => fail('unknown' as const))
    sealing = null
    // Robbed of the lock, and writer again by now.
    if (isWriter() && follower) void startWriting()
    else if (!changed.ok) store.setReadOnly(!isWriter())
    return changed
  }
  const landed = async (next: Unlocked | null) => {
    if (isDropped) next?.drop()
    else setKey(next)
    announcer.tellToReload()
    const stored = await readAgain(true)
    if (stored && isWriter()) writeFrom(stored)
    view.now()
  }

  const close = async () => {
    await sealing
    stopWatching()
    view.hurry()
    view.stop()
    isDropped = true
    await saver?.close()
    lock.close()
    follower?.close()
    announcer.close()
    unlocked?.drop()
  }

  setKey(unlocked)
  onRole = (role) => {
    if (role === 'follower') startFollowing()
    else if (!sealing) void startWriting()
  }
  if (lock.role() === 'follower') startFollowing()
  else if (firstRole === 'writer') writeFrom(loaded.value)
  else void startWriting()
  return ok({
    map: openMapOn(store, settings),
    unreadable: loaded.value.unreadable.length,
    takeOver() {
      ports.onRole('taking over')
      void lock.takeOver().then((role) => role === 'follower' && ports.onRole('follower'))
    },
    retrySaving: () => saver?.retryNow(),
    flush,
    flushNow,
    changeSeal(change) {
      if (!isWriter() || !saver || sealing || closing) return Promise.resolve(fail('conflict'))
      // For the moment nothing may be changed: what is stored is all that there is.
      store.setReadOnly(true)
      sealing = changeSealNow(change)
      return sealing
    },
    dropKey() {
      isDropped = true
      stopWatching()
      view.stop()
      follower?.close()
      unlocked?.drop()
    },
    close: () => (closing ??= close()),
  })
}

function saveStateOf(status: SaveStatus): SaveState {
  if (status.state === 'not saved') return { status: 'not saved', code: status.code }
  return { status: status.state }
}
