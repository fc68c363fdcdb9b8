import { isEmptyDiff } from '../domain/diff.ts'
import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { createMapStore } from '../store/mapStore.ts'
import { openMapOn } from '../store/openMap.ts'
import { createViewSettings } from '../store/viewSettings.ts'
import { openBroadcastChannel } from '../storage/channel.ts'
import type { Database } from '../storage/database.ts'
import { announceCommits, followCommits } from '../storage/followChannel.ts'
import { writeMap } from '../storage/mapWrite.ts'
import type { Repository } from '../storage/repository.ts'
import { createSaver, type Saver } from '../storage/saver.ts'
import type { SmallValues } from '../storage/smallValues.ts'
import type { LoadedMap, SaveStatus } from '../storage/types.ts'
import { createWriterLock, type Role } from '../storage/writerLock.ts'
import type { KeepingFailure, SaveState } from '../views/services.ts'
import { isoNow, later, newId, webLocks } from './environment.ts'
import type { Session, SessionEvents } from './keeping.ts'
import { onLeaving } from './leaving.ts'
import { summaryOf } from './summary.ts'
import { viewSettingsFrom } from './viewSettingsRow.ts'

interface SessionPorts extends SessionEvents {
  readonly db: Database
  readonly repository: Repository
  readonly smallValues: SmallValues
}

const VIEW_PAUSE_MS = 250

/**
 * Opens a map from the database: reads it, becomes its writer or follows the tab that is, and keeps
 * every commit and the way it is looked at.
 */
export async function openStoredSession(
  id: MapId,
  ports: SessionPorts,
): Promise<Result<Session, KeepingFailure>> {
  const { db, repository, smallValues } = ports
  // The lock first: what its holder then reads can't be overtaken, so that once is enough.
  let onRole = (_role: Role): void => undefined
  const lock = createWriterLock({
    mapId: id,
    tabId: newId(),
    locks: webLocks(),
    openChannel: openBroadcastChannel,
    letGo: async () => (await saver?.flush())?.ok ?? true,
    onRole: (role) => onRole(role),
    later,
  })
  let saver: Saver | null = null
  const firstRole = await lock.acquire()
  const [loaded, keptView] = await Promise.all([
    repository.loadMap(id),
    smallValues.loadViewState(id),
  ])
  if (!loaded.ok) {
    lock.close()
    return fail(loaded.error.code)
  }
  const store = createMapStore(loaded.value.doc, { newId, now: isoNow })
  const settings = createViewSettings(viewSettingsFrom(keptView.ok ? keptView.value : undefined))
  store.setReadOnly(true)

  let shownRev = loaded.value.rev
  let follower: { close(): void } | null = null
  const announcer = announceCommits(openBroadcastChannel, id)

  const readAgain = async (): Promise<LoadedMap | null> => {
    const again = await repository.loadMap(id)
    if (!again.ok) {
      ports.onSave({ status: 'not saved', code: again.error.code })
      return null
    }
    // The same revision is the same map: what can be undone stays.
    if (again.value.rev !== shownRev) store.replace(again.value.doc)
    shownRev = again.value.rev
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
    await saver?.close()
    const current = await readAgain()
    if (current && lock.role() === 'writer') writeFrom(current)
  }
  const writeFrom = ({ header }: LoadedMap) => {
    saver = createSaver({
      header,
      by: newId(),
      write: (write) => writeMap(db, write),
      summary: () => summaryOf(store.state.getState().doc),
      now: isoNow,
      later,
      onStatus: (status) => ports.onSave(saveStateOf(status)),
      onStored(stored) {
        shownRev = stored.rev
        announcer.tell(stored)
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
    follower ??= followCommits({
      mapId: id,
      openChannel: openBroadcastChannel,
      rev: () => shownRev,
      onDiff(diff, rev) {
        store.follow(diff)
        shownRev = rev
      },
      onGap: () => void readAgain(),
    })
  }

  store.onCommit(({ diff }) => saver?.commit(diff))

  const keepView = () => void smallValues.saveViewState(id, settings.getState())
  let cancelKeepView: () => void = () => undefined
  settings.subscribe(() => {
    cancelKeepView()
    cancelKeepView = later(keepView, VIEW_PAUSE_MS)
  })
  const stopWatching = onLeaving(() => {
    saver?.flushOnHide()
    keepView()
  })

  onRole = (role) => void (role === 'writer' ? startWriting() : startFollowing())
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
    flush: async () => (await saver?.flush())?.ok ?? true,
    flushNow: () => saver?.flushOnHide(),
    async close() {
      stopWatching()
      cancelKeepView()
      keepView()
      await saver?.close()
      lock.close()
      follower?.close()
      announcer.close()
    },
  })
}

function saveStateOf(status: SaveStatus): SaveState {
  if (status.state === 'not saved') return { status: 'not saved', code: status.code }
  return { status: status.state }
}
