import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { createMapStore } from '../store/mapStore.ts'
import { lookAsPublic } from '../store/lookAsPublic.ts'
import { openMapOn } from '../store/openMap.ts'
import { createViewSettings } from '../store/viewSettings.ts'
import { openBroadcastChannel } from '../storage/channel.ts'
import { createWriterLock, type Role } from '../storage/writerLock.ts'
import type { Unlocked } from '../storage/unlocked.ts'
import type { KeepingFailure } from '../views/services.ts'
import { isoNow, later, newId, webLocks } from './environment.ts'
import type { SealChange, Session, SessionPorts, Stock } from './keeping.ts'
import { onLeaving } from './leaving.ts'
import { keepView } from './sessionView.ts'
import { keepStored, type StoredMap } from './storedMap.ts'
import { viewSettingsFrom } from './viewSettingsRow.ts'

interface StoredPorts extends SessionPorts, Stock {}

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
  let stored: StoredMap | null = null
  const flush = async (): Promise<Result<null, KeepingFailure>> => {
    const flushed = await stored?.flush()
    return flushed?.ok === false ? fail(flushed.error.code) : ok(null)
  }
  /** The change of the seal that is under way: as long as it is, nobody else may write, and the map is not left. */
  let sealing: ReturnType<Session['changeSeal']> | null = null
  const isSealing = () => sealing !== null
  // The lock first: what its holder then reads can't be overtaken, so that once is enough.
  let onRole = (_role: Role): void => undefined
  const lock = createWriterLock({
    mapId: id,
    tabId: newId(),
    locks: webLocks(),
    openChannel: openBroadcastChannel,
    letGo: async () => (await flush()).ok,
    isBusy: () => isSealing() || (stored?.isReadying() ?? false),
    onRole: (role) => onRole(role),
    later,
  })
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
  const isSealed = loaded.value.header.sealed !== undefined
  if (!isSealed) key?.drop()
  const firstKey = isSealed ? key : null
  const store = createMapStore(loaded.value.doc, { newId, now: isoNow })
  const kept = keptView.ok ? keptView.value : undefined
  const looked = firstKey ? await firstKey.openView(kept) : kept
  const settings = createViewSettings(viewSettingsFrom(looked))
  if (ports.publicFirst) lookAsPublic({ store, settings })
  store.setReadOnly(true)

  const open = keepStored(loaded.value, firstKey, {
    ...ports,
    id,
    store,
    role: lock.role,
    isSealing,
  })
  stored = open
  const view = keepView(id, settings, smallValues, open.key, open.isWriter)
  const flushNow = () => {
    // What people did first: a browser may drop a write that has to wait when the page goes.
    open.saver()?.flushOnHide()
    view.hurry()
  }
  const wouldLose = () => {
    const state = open.saver()?.status().state
    return state === 'not saved' || (state === 'saving' && open.isReadying())
  }
  const stopWatching = onLeaving(flushNow, wouldLose)
  /** What the tab that wrote before has half-typed, instead of what it had when this one opened the map. */
  const readDrafts = async () => {
    const now = await smallValues.loadViewState(id)
    const unlocked = open.key()
    const { drafts, adding } = viewSettingsFrom(
      unlocked && now.ok ? await unlocked.openView(now.value) : now.ok && now.value,
    )
    if (open.isWriter()) settings.setState({ ...(drafts && { drafts }), ...(adding && { adding }) })
  }

  let closing: Promise<void> | null = null
  const changeSeal = async (change: SealChange): ReturnType<Session['changeSeal']> => {
    const { isWriter, onDisk, sealChanged } = open
    const isLeft = () => closing !== null
    const landed = (next: Unlocked | null) => sealChanged(next).then(view.now)
    const session = { db, repository, store, onDisk, flush, isWriter, isLeft, landed }
    const changed = await import('./sessionSeal.ts')
      .then(({ changeOpenSeal }) => changeOpenSeal(id, session, change))
      .catch(() => fail('unknown' as const))
    sealing = null
    // Robbed of the lock, and writer again by now.
    if (isWriter() && open.isFollowing()) void open.startWriting()
    else if (!changed.ok) store.setReadOnly(!isWriter())
    return changed
  }
  const close = async () => {
    await sealing
    stopWatching()
    view.hurry()
    view.stop()
    await open.close()
    lock.close()
    open.closeChannel()
  }

  onRole = (role) => {
    if (role === 'follower') {
      view.hurry()
      open.startFollowing()
    } else if (!sealing) void open.startWriting().then(readDrafts)
  }
  if (lock.role() === 'follower') open.startFollowing()
  else if (firstRole === 'writer') open.writeFrom(loaded.value)
  else void open.startWriting()
  return ok({
    map: openMapOn(store, settings),
    onDisk: open.onDisk,
    unreadable: loaded.value.unreadable.length,
    takeOver() {
      ports.onRole('taking over')
      void lock.takeOver().then((role) => role === 'follower' && ports.onRole('follower'))
    },
    retrySaving: () => open.saver()?.retryNow(),
    flush,
    flushNow,
    changeSeal(change) {
      if (!open.isWriter() || !open.saver() || sealing || closing) {
        return Promise.resolve(fail('conflict'))
      }
      // For the moment nothing may be changed: what is stored is all that there is.
      store.setReadOnly(true)
      sealing = changeSeal(change)
      return sealing
    },
    dropKey() {
      stopWatching()
      view.stop()
      open.drop()
    },
    close: () => (closing ??= close()),
  })
}
