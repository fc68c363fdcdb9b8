import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Background } from '../background/background.ts'
import { lateBackground } from '../background/lateBackground.ts'
import { emptyDoc, newMapInfo } from '../domain/doc.ts'
import type { DecodedImport } from '../domain/imported.ts'
import type { MapDoc, MapId } from '../domain/records.ts'
import { ok } from '../domain/result.ts'
import { t } from '../i18n/i18n.ts'
import { isSeen } from '../store/wall.ts'
import { fetchCanvas } from '../views/editor/canvases.ts'
import { mapTitle } from '../views/mapTitle.ts'
import { keepPresenting, resumePresenting } from '../views/wall/wallWindow.ts'
import {
  type AppServices,
  DEFAULT_SAFETY,
  type KeepingFailure,
  type MapListState,
  type SafetySettings,
  type SaveState,
  type SealState,
  type TabRole,
  type UpdateState,
} from '../views/services.ts'
import { later, newId } from './environment.ts'
import type { Keeping, Session } from './keeping.ts'
import type { ReliableWindow } from './reliability/reliability.ts'
import type { SealedWindow } from './sealedWindow.ts'
import { finishTyping } from './leaving.ts'
import { openRoute, type Route, routeOf, stayAt, watchRoute } from './route.ts'
import { inTime } from './storing.ts'

/** What the window shows. */
export type Screen =
  | { readonly kind: 'starting' }
  | { readonly kind: 'maps' }
  | { readonly kind: 'map'; readonly id: MapId; readonly session: Session }
  | { readonly kind: 'locked'; readonly id: MapId }
  | { readonly kind: 'failed'; readonly id: MapId | null; readonly code: KeepingFailure }

export interface App {
  readonly services: AppServices
  readonly screen: StoreApi<Screen>
  readonly background: Background
  /** True when everything of this tab is stored. */
  flush(): Promise<boolean>
  /** People are looking at this window, or at a wall that shows its map. */
  isSeen(): boolean
  /** Hands everything of this tab to the browser before it returns. */
  flushNow(): void
  /** The database is closed for good: the open map stays on the screen, to be looked at and saved as a file. */
  stop(): void
  /** The open map could not be shown: the next start must not lead to it by itself. */
  crashed(): void
}

const NO_SEAL: SealState = { sealed: false, hasRecoveryKey: false }

/** Puts the parts together: where maps are kept, what is open, and what the views may ask for. */
export async function createApp(keeping: Keeping, applyUpdate: () => void): Promise<App> {
  const maps = createStore<MapListState>(() => ({ status: 'reading' }))
  const save = createStore<SaveState>(() => ({ status: 'saved' }))
  const tab = createStore<{ role: TabRole }>(() => ({ role: 'opening' }))
  const update = createStore<UpdateState>(() => ({ state: 'none' }))
  const reminder = createStore<{ isDue: boolean }>(() => ({ isDue: false }))
  const screen = createStore<Screen>(() => ({ kind: 'starting' }))
  const safety = createStore<SafetySettings>(() => DEFAULT_SAFETY)
  const seal = createStore<SealState>(() => NO_SEAL)
  let session: Session | null = null
  /** The route that is gone to: whatever finishes later than a newer one is dropped. */
  let wanted: Route = { kind: 'maps' }
  /** The route last asked for; the open map may have to be left for it first. */
  let asked: Route = wanted

  const flush = () => session?.flush() ?? Promise.resolve(ok(null))
  const flushNow = () => session?.flushNow()

  const lockListeners = new Set<() => void>()
  let sealedPart: SealedWindow | null = null
  /** Most maps are not sealed: what those need is loaded with the first of them. */
  const fetchSealed = async () => {
    const { sealedWindow } = await import('./sealedWindow.ts')
    return (sealedPart ??= sealedWindow({
      keeping,
      safety,
      session: () => session,
      isSealedOpen: () => session !== null && seal.getState().sealed,
      flush,
      flushNow,
      isWanted: (id) => wanted.kind === 'map' && wanted.id === id,
      leave,
      show,
      onLock() {
        for (const run of lockListeners) run()
      },
    }))
  }
  const sealIs = (state: SealState) => {
    seal.setState(state, true)
    sealedPart?.watch(state.sealed)
    // Whoever starts the app next is not to be led to a sealed map.
    if (state.sealed) keeping.setLastOpen(null)
  }

  let reliable: Promise<ReliableWindow> | null = null
  const reliability = () =>
    (reliable ??= import('./reliability/reliability.ts').then(({ reliabilityOf }) =>
      reliabilityOf({ stock: keeping.stock, session: () => session, maps, reminder, giveUp }),
    ))

  /** Until all is stored the map is still there, to be locked; then nothing of a sealed one stays on the screen. */
  const leave = async () => {
    const left = session
    await left?.close()
    if (!left || session !== left) return
    session = null
    if (seal.getState().sealed) screen.setState({ kind: 'starting' }, true)
  }
  /** Somebody has agreed to lose what this one can't store. */
  let givenUp: Session | null = null
  const giveUp = async (reopens: boolean) => {
    givenUp = session
    if (!reopens) return
    await leave()
    screen.setState({ kind: 'starting' }, true)
    void show({ ...wanted })
  }
  /** What can't be stored is not left without a word. */
  const mayLeave = async () => {
    finishTyping(document.activeElement)
    const left = session
    if (!left || left === givenUp) return true
    const stored = await inTime(left.flush())
    if (stored.ok || session !== left) return true
    const { askToLeave } = await import('./notLeft.tsx')
    const isAgreed = await askToLeave(left, stored.error)
    if (isAgreed) givenUp = left
    return isAgreed
  }
  let asking: Promise<boolean> | null = null
  const askToGo = () => (asking ??= mayLeave().finally(() => (asking = null)))
  /** Asks before the address changes: a page that is reloaded meanwhile is still at the map. */
  const goTo = async (route: Route) => {
    if (await askToGo()) openRoute(route, 'push')
  }
  /** A newer build has the database: from here on nothing is stored. */
  let isStopped = false
  const show = (route: Route) =>
    tryToShow(route).catch((error: unknown) => {
      keeping.setLastOpen(null)
      const id = route.kind === 'map' ? route.id : null
      if (wanted === route) screen.setState({ kind: 'failed', id, code: 'unknown' }, true)
      throw error
    })
  const tryToShow = async (route: Route) => {
    asked = route
    const mayGo = await askToGo()
    if (asked !== route) return
    if (!mayGo) {
      asked = wanted
      stayAt(wanted)
      return
    }
    wanted = route
    await leave()
    if (wanted !== route) return
    sealIs(NO_SEAL)
    keeping.dropKeys(route.kind === 'map' ? route.id : undefined)
    if (route.kind === 'maps') {
      keepPresenting(null)
      keeping.setLastOpen(null)
      screen.setState({ kind: 'maps' }, true)
      return
    }
    save.setState({ status: 'saved' }, true)
    tab.setState({ role: 'opening' })
    const opened = await keeping.open(route.id, {
      onSave: (state) => wanted === route && !isStopped && save.setState(state, true),
      onRole: (role) => wanted === route && tab.setState({ role }),
      onSeal: (state) => wanted === route && sealIs(state),
      onLocked: () => wanted === route && void leave().then(() => show(route)),
      publicFirst: safety.getState().publicFirst,
    })
    if (opened.ok) await fetchCanvas(opened.value.map)
    // No sealed map is shown that can't be locked at once.
    if (seal.getState().sealed) await fetchSealed()
    if (wanted !== route) {
      if (opened.ok) await opened.value.close()
      return
    }
    if (!opened.ok) {
      const { error } = opened
      const { id } = route
      screen.setState(
        error === 'locked' ? { kind: error, id } : { kind: 'failed', id, code: error },
        true,
      )
      return
    }
    session = opened.value
    resumePresenting(opened.value.map)
    if (seal.getState().sealed) sealedPart?.watch(true)
    // Once it is drawn: a map that takes the page down with it is not what the app starts with.
    later(() => {
      if (session === opened.value && !seal.getState().sealed) keeping.setLastOpen(route.id)
    }, 0)
    reminder.setState({ isDue: false })
    screen.setState({ kind: 'map', id: route.id, session: opened.value }, true)
    void reliability().then(({ watch }) => session && watch(session))
  }

  const keepNew = async (doc: MapDoc) => {
    const made = await keeping.create(doc)
    return made.ok ? ok(doc.info.id) : made
  }
  const importMap = async (file: DecodedImport) => {
    const { mapFromImport } = await import('../domain/commands/importing.ts')
    return keepNew(mapFromImport(file, newId(), { newId }))
  }

  keeping.observe((list) => maps.setState(list, true))
  const start = routeOf(location.hash)
  const [last, kept] = await Promise.all([
    start.kind === 'maps' ? keeping.lastOpen() : null,
    keeping.safety(),
  ])
  safety.setState(kept, true)
  if (last) {
    keeping.setLastOpen(null)
    openRoute({ kind: 'map', id: last }, 'replace')
  }
  watchRoute((route) => void show(route))
  void show(last ? { kind: 'map', id: last } : start)

  return {
    screen,
    background: lateBackground(),
    flush: async () => (await flush()).ok,
    isSeen: () => session !== null && isSeen(session.map.wall.getState()),
    flushNow() {
      finishTyping(document.activeElement)
      flushNow()
    },
    stop() {
      isStopped = true
      session?.map.store.setReadOnly(true)
      save.setState({ status: 'not saved', code: 'closed' }, true)
      if (!session) maps.setState({ status: 'failed', code: 'closed' }, true)
    },
    // After what is remembered of a map that is shown for the first time.
    crashed: () => void later(() => keeping.setLastOpen(null), 0),
    services: {
      maps,
      save,
      tab,
      update,
      reminder,
      safety,
      changeSafety(part) {
        safety.setState(part)
        keeping.setSafety(safety.getState())
      },
      sealing: {
        open: seal,
        createSealed: async (...how) => (await fetchSealed()).createSealed(...how),
        unlock: async (...how) => (await fetchSealed()).unlock(...how),
        seal: async (...how) => (await fetchSealed()).seal(...how),
        unseal: async (...how) => (await fetchSealed()).unseal(...how),
        changePassphrase: async (...how) => (await fetchSealed()).changePassphrase(...how),
        burn: async (...how) => (await fetchSealed()).burn(...how),
        lock: async () => (await fetchSealed()).lock(),
        panic: () => sealedPart?.panic(),
        onLock(run) {
          lockListeners.add(run)
          return () => lockListeners.delete(run)
        },
      },
      createMap: (name, we) => keepNew(emptyDoc(newMapInfo(newId(), name, we))),
      async createExample() {
        const { exampleMap } = await import('./exampleMap.ts')
        return keepNew(exampleMap())
      },
      importMap,
      async duplicateMap(id) {
        const list = maps.getState()
        const map = list.status === 'ready' ? list.maps.find((one) => one.id === id) : undefined
        const copyId = newId<MapId>()
        const name = t('start.duplicate.name', { name: mapTitle(map ?? { name: '' }) })
        const made = await keeping.duplicate(id, copyId, name)
        return made.ok ? ok(copyId) : made
      },
      renameMap: (id, name) => keeping.rename(id, name),
      binMap: (id) => keeping.bin(id),
      restoreMap: (id) => keeping.restore(id),
      deleteForever: (id) => keeping.deleteForever(id),
      openMap: (id) => void goTo({ kind: 'map', id }),
      closeMap: () => void goTo({ kind: 'maps' }),
      takeOver: () => session?.takeOver(),
      retrySaving: () => session?.retrySaving(),
      reliability,
      applyUpdate,
      now: () => new Date(),
    },
  }
}
