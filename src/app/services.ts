import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Background } from '../background/background.ts'
import { createBackground } from '../background/workerBackground.ts'
import { emptyDoc, newMapInfo } from '../domain/doc.ts'
import type { DecodedImport } from '../domain/imported.ts'
import type { MapDoc, MapId } from '../domain/records.ts'
import { ok } from '../domain/result.ts'
import { t } from '../i18n/i18n.ts'
import { fetchCanvas } from '../views/editor/canvases.ts'
import type {
  AppServices,
  KeepingFailure,
  MapListState,
  SaveState,
  TabRole,
} from '../views/services.ts'
import { newId } from './environment.ts'
import type { Keeping, Session } from './keeping.ts'
import { openRoute, type Route, routeOf, watchRoute } from './route.ts'

/** What the window shows. */
export type Screen =
  | { readonly kind: 'starting' }
  | { readonly kind: 'maps' }
  | { readonly kind: 'map'; readonly id: MapId; readonly session: Session }
  | { readonly kind: 'failed'; readonly code: KeepingFailure }

export interface App {
  readonly services: AppServices
  readonly screen: StoreApi<Screen>
  readonly background: Background
  /** True when everything of this tab is stored. */
  flush(): Promise<boolean>
  /** Hands everything of this tab to the browser before it returns. */
  flushNow(): void
}

type UpdateState = 'none' | 'ready' | 'waiting' | 'done elsewhere'

/** Puts the parts together: where maps are kept, what is open, and what the views may ask for. */
export async function createApp(keeping: Keeping, applyUpdate: () => void): Promise<App> {
  const maps = createStore<MapListState>(() => ({ status: 'reading' }))
  const save = createStore<SaveState>(() => ({ status: 'saved' }))
  const tab = createStore<{ role: TabRole }>(() => ({ role: 'opening' }))
  const update = createStore<{ state: UpdateState }>(() => ({ state: 'none' }))
  const screen = createStore<Screen>(() => ({ kind: 'starting' }))
  let session: Session | null = null
  /** The route last asked for: whatever finishes later than a newer one is dropped. */
  let wanted: Route = { kind: 'maps' }

  const leave = async () => {
    const left = session
    session = null
    await left?.close()
  }
  const show = async (route: Route) => {
    wanted = route
    await leave()
    if (wanted !== route) return
    if (route.kind === 'maps') {
      keeping.setLastOpen(null)
      screen.setState({ kind: 'maps' }, true)
      return
    }
    save.setState({ status: 'saved' }, true)
    tab.setState({ role: 'opening' })
    const opened = await keeping.open(route.id, {
      onSave: (state) => wanted === route && save.setState(state, true),
      onRole: (role) => wanted === route && tab.setState({ role }),
    })
    if (opened.ok) await fetchCanvas(opened.value.map.settings.getState().view)
    if (wanted !== route) {
      if (opened.ok) await opened.value.close()
      return
    }
    if (!opened.ok) {
      screen.setState({ kind: 'failed', code: opened.error }, true)
      return
    }
    session = opened.value
    keeping.setLastOpen(route.id)
    screen.setState({ kind: 'map', id: route.id, session: opened.value }, true)
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
  const last = start.kind === 'maps' ? await keeping.lastOpen() : null
  if (last) openRoute({ kind: 'map', id: last }, 'replace')
  watchRoute((route) => void show(route))
  void show(last ? { kind: 'map', id: last } : start)

  return {
    screen,
    background: createBackground(),
    flush: () => session?.flush() ?? Promise.resolve(true),
    flushNow: () => session?.flushNow(),
    services: {
      maps,
      save,
      tab,
      update,
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
        const name = t('start.duplicate.name', { name: map?.name ?? '' })
        const made = await keeping.duplicate(id, copyId, name)
        return made.ok ? ok(copyId) : made
      },
      renameMap: (id, name) => keeping.rename(id, name),
      binMap: (id) => keeping.bin(id),
      restoreMap: (id) => keeping.restore(id),
      deleteForever: (id) => keeping.deleteForever(id),
      openMap: (id) => openRoute({ kind: 'map', id }, 'push'),
      closeMap: () => openRoute({ kind: 'maps' }, 'push'),
      takeOver: () => session?.takeOver(),
      retrySaving: () => session?.retrySaving(),
      applyUpdate,
      now: () => new Date(),
    },
  }
}
