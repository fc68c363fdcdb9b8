import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MapId } from '../domain/records.ts'
import { ok } from '../domain/result.ts'
import { fetchCanvas } from '../views/editor/canvases.ts'
import type {
  KeepingFailure,
  SafetySettings,
  SaveState,
  SealState,
  TabRole,
} from '../views/services.ts'
import { keepPresenting, resumePresenting } from '../views/wall/wallWindow.ts'
import { later } from './environment.ts'
import type { Keeping, Session } from './keeping.ts'
import { finishTyping } from './leaving.ts'
import { openRoute, type Route, stayAt } from './route.ts'
import { inTime } from './storing.ts'

/** What the window shows. */
export type Screen =
  | { readonly kind: 'starting' }
  | { readonly kind: 'maps' }
  | { readonly kind: 'map'; readonly id: MapId; readonly session: Session }
  | { readonly kind: 'locked'; readonly id: MapId }
  | { readonly kind: 'failed'; readonly id: MapId | null; readonly code: KeepingFailure }

export const NO_SEAL: SealState = { sealed: false, hasRecoveryKey: false }

/** What is told of the open map, and what has to be done about it as it comes and goes. */
export interface MapWindowPorts {
  readonly keeping: Keeping
  readonly save: StoreApi<SaveState>
  readonly tab: StoreApi<{ readonly role: TabRole }>
  readonly seal: StoreApi<SealState>
  readonly safety: StoreApi<SafetySettings>
  /** The open map is sealed or not. */
  sealIs(state: SealState): void
  /** Ends when a sealed map can be locked at once. */
  readyToLock(): Promise<unknown>
  /** A map is about to be shown. */
  onOpen(): void
  /** A map is shown. */
  onShown(): void
}

/** What this window shows: the list, or one map, which is opened, and left once everything of it is stored. */
export function mapWindow(ports: MapWindowPorts) {
  const { keeping, save, tab, seal, safety, sealIs } = ports
  const screen = createStore<Screen>(() => ({ kind: 'starting' }))
  let session: Session | null = null
  /** The route that is gone to: whatever finishes later than a newer one is dropped. */
  let wanted: Route = { kind: 'maps' }
  /** The route last asked for; the open map may have to be left for it first. */
  let asked: Route = wanted
  /** A newer build has the database: from here on nothing is stored. */
  let isStopped = false

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
    if (seal.getState().sealed) await ports.readyToLock()
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
    ports.onOpen()
    // Once it is drawn: a map that takes the page down with it is not what the app starts with.
    later(() => {
      if (session === opened.value && !seal.getState().sealed) keeping.setLastOpen(route.id)
    }, 0)
    screen.setState({ kind: 'map', id: route.id, session: opened.value }, true)
    ports.onShown()
  }

  return {
    screen,
    session: () => session,
    flush: () => session?.flush() ?? Promise.resolve(ok(null)),
    flushNow: () => session?.flushNow(),
    isWanted: (id: MapId) => wanted.kind === 'map' && wanted.id === id,
    leave,
    /** Somebody has agreed to lose what the open map can't store; it can be read anew. */
    giveUp,
    show,
    goTo,
    /** The database is closed for good: the open map stays on the screen, to be looked at and saved as a file. */
    stop() {
      isStopped = true
      session?.map.store.setReadOnly(true)
      save.setState({ status: 'not saved', code: 'closed' }, true)
    },
  }
}
