import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Background } from '../background/background.ts'
import { lateBackground } from '../background/lateBackground.ts'
import { isSeen } from '../store/wall.ts'
import {
  type AppServices,
  DEFAULT_SAFETY,
  type MapListState,
  type SafetySettings,
  type SaveState,
  type SealState,
  type TabRole,
  type UpdateState,
} from '../views/services.ts'
import { later } from './environment.ts'
import type { Keeping } from './keeping.ts'
import { finishTyping } from './leaving.ts'
import { mapWindow, NO_SEAL, type Screen } from './mapWindow.ts'
import type { ReliableWindow } from './reliability/reliability.ts'
import { openRoute, routeOf, watchRoute } from './route.ts'
import type { SealedWindow } from './sealedWindow.ts'

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

/** Puts the parts together: where maps are kept, what is open, and what the views may ask for. */
export async function createApp(keeping: Keeping, applyUpdate: () => void): Promise<App> {
  const maps = createStore<MapListState>(() => ({ status: 'reading' }))
  const save = createStore<SaveState>(() => ({ status: 'saved' }))
  const tab = createStore<{ role: TabRole }>(() => ({ role: 'opening' }))
  const update = createStore<UpdateState>(() => ({ state: 'none' }))
  const reminder = createStore<{ isDue: boolean }>(() => ({ isDue: false }))
  const safety = createStore<SafetySettings>(() => DEFAULT_SAFETY)
  const seal = createStore<SealState>(() => NO_SEAL)

  const lockListeners = new Set<() => void>()
  let sealedPart: SealedWindow | null = null
  const isSealed = () => seal.getState().sealed
  /** Most maps are not sealed: what those need is loaded with the first of them. */
  const fetchSealed = async () => {
    const { sealedWindow } = await import('./sealedWindow.ts')
    return (sealedPart ??= sealedWindow({
      ...open,
      keeping,
      safety,
      isSealedOpen: () => open.session() !== null && isSealed(),
      onLock() {
        for (const run of lockListeners) run()
      },
    }))
  }
  let reliable: Promise<ReliableWindow> | null = null
  const reliability = () =>
    (reliable ??= import('./reliability/reliability.ts')
      .then(({ reliabilityOf }) => reliabilityOf({ ...open, stock: keeping.stock, maps, reminder }))
      .catch((error: unknown) => {
        // Another try may get what this one didn't.
        reliable = null
        throw error
      }))

  const open = mapWindow({
    keeping,
    save,
    tab,
    seal,
    safety,
    sealIs(state) {
      seal.setState(state, true)
      sealedPart?.watch(state.sealed)
      // Whoever starts the app next is not to be led to a sealed map.
      if (state.sealed) keeping.setLastOpen(null)
    },
    readyToLock: fetchSealed,
    onOpen() {
      if (isSealed()) sealedPart?.watch(true)
      reminder.setState({ isDue: false })
    },
    onShown: () =>
      void reliability().then(({ watch }) => {
        const session = open.session()
        if (session) watch(session)
      }),
  })
  const { screen, session, goTo, show } = open

  const fetchList = () =>
    import('./listServices.ts').then(({ listServices }) => listServices(keeping, maps))

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
    flush: async () => (await open.flush()).ok,
    isSeen() {
      const wall = session()?.map.wall.getState()
      return wall !== undefined && isSeen(wall)
    },
    flushNow() {
      finishTyping(document.activeElement)
      open.flushNow()
    },
    stop() {
      open.stop()
      if (!session()) maps.setState({ status: 'failed', code: 'closed' }, true)
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
      createMap: async (...how) => (await fetchList()).createMap(...how),
      createExample: async () => (await fetchList()).createExample(),
      importMap: async (file) => (await fetchList()).importMap(file),
      duplicateMap: async (id) => (await fetchList()).duplicateMap(id),
      renameMap: keeping.rename,
      binMap: keeping.bin,
      restoreMap: keeping.restore,
      deleteForever: keeping.deleteForever,
      openMap: (id) => void goTo({ kind: 'map', id }),
      closeMap: () => void goTo({ kind: 'maps' }),
      takeOver: () => session()?.takeOver(),
      retrySaving: () => session()?.retrySaving(),
      reliability,
      applyUpdate,
      now: () => new Date(),
    },
  }
}
