import {
  answerOthers,
  CHANNEL,
  everyTabReady,
  type Readiness,
  type Tab,
  TAB_LOCK,
} from './agreement.ts'

export interface UpdateEvents {
  /** A new build is loaded and waits; offer `applyUpdate`. May come more than once. */
  readonly onUpdateReady: () => void
  /** The app now starts without a network. Only once, after the first load. */
  readonly onOfflineReady: () => void
  /** Another tab applied the update; this one goes on with the old build until it reloads. */
  readonly onUpdated: () => void
  /** Writes all unsaved edits of this tab, and says whether anything speaks against an update. */
  readonly prepare: () => Promise<Readiness>
}

/**
 * - `reloading`: the new build has taken over and this tab reloads
 * - `not saved`: some tab could not save its edits, so nothing was changed
 * - `presenting`: people are looking at some tab or its wall, so nothing was changed
 * - `no update`: there is none waiting
 */
export type UpdateOutcome = 'reloading' | Exclude<Readiness, 'ready'> | 'no update'

export interface Updates {
  /** Takes the waiting build into use when every open tab has saved, and reloads this tab only. */
  readonly applyUpdate: () => Promise<UpdateOutcome>
}

/**
 * Registers `sw.js` beside the page. Never reloads by itself and never asks the network again: the
 * browser looks for a new build each time the page is opened.
 * Where service workers are missing (private windows of some browsers) the app works, online only.
 */
export async function registerServiceWorker(events: UpdateEvents): Promise<Updates> {
  const none: Updates = { applyUpdate: async () => 'no update' }
  if (!('serviceWorker' in navigator)) return none
  const tab = joinTabs(events.prepare)
  const container = navigator.serviceWorker
  const registration = await container
    .register(new URL('sw.js', document.baseURI))
    .catch(() => null)
  if (!registration) return none

  let applying = false
  let controlled = container.controller !== null
  container.addEventListener('controllerchange', () => {
    // The first worker claims the page that installed it: that is not an update.
    // Nor is it when the site's data was cleared, and the worker with it.
    if (controlled && !applying && container.controller) events.onUpdated()
    controlled = true
  })
  watch(registration, events)

  return {
    applyUpdate: async () => {
      const { waiting } = registration
      if (!waiting) return 'no update'
      const readiness = await everyTabReady(tab)
      if (readiness !== 'ready') return readiness
      applying = true
      await activated(waiting)
      location.reload()
      return 'reloading'
    },
  }
}

/** Reports each worker that gets installed: the very first, or an update that then waits. */
function watch(registration: ServiceWorkerRegistration, events: UpdateEvents): void {
  const followed = new WeakSet<ServiceWorker>()
  const follow = (): void => {
    const worker = registration.installing
    if (!worker || followed.has(worker)) return
    followed.add(worker)
    const isUpdate = registration.active !== null
    worker.addEventListener('statechange', () => {
      if (isUpdate && worker.state === 'installed') events.onUpdateReady()
      if (!isUpdate && worker.state === 'activated') events.onOfflineReady()
    })
  }
  if (registration.waiting && registration.active) events.onUpdateReady()
  registration.addEventListener('updatefound', follow)
  follow()
}

/** Tells the waiting worker to take over, and waits until it has. */
function activated(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve()
    }
    worker.addEventListener('statechange', check)
    worker.postMessage({ type: 'activate' })
    check()
  })
}

function joinTabs(prepare: UpdateEvents['prepare']): Tab {
  const id = crypto.randomUUID()
  // Held until the tab is closed or reloaded; the browser lets go of it then, even after a crash.
  if ('locks' in navigator)
    void navigator.locks.request(TAB_LOCK + id, () => new Promise<never>(() => {}))
  const tab: Tab = { id, channel: new BroadcastChannel(CHANNEL), prepare, openTabs }
  answerOthers(tab)
  return tab
}

async function openTabs(): Promise<readonly string[] | null> {
  if (!('locks' in navigator)) return null
  const { held = [] } = await navigator.locks.query()
  return held.flatMap(({ name }) =>
    name?.startsWith(TAB_LOCK) ? [name.slice(TAB_LOCK.length)] : [],
  )
}
