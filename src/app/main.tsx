import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import type { Updates } from '../serviceWorker/register.ts'
import { browserIndexedDb, openDatabase } from '../storage/database.ts'
import { AppView } from './AppView.tsx'
import type { Keeping } from './keeping.ts'
import { type App, createApp } from './services.ts'
import { storedKeeping } from './storedKeeping.ts'

async function start(root: HTMLElement): Promise<void> {
  let app: App | null = null
  let updates: Promise<Updates> | null = null
  // A newer build that waits for the database gets it with everything of this tab stored.
  const keeping = await openKeeping(() => app?.flushNow())
  const applyUpdate = () => {
    app?.services.update.setState({ state: 'waiting' })
    void updates
      ?.then((ready) => ready.applyUpdate())
      .then((outcome) => {
        if (outcome === 'not saved') app?.services.update.setState({ state: 'ready' })
      })
  }
  app = await createApp(keeping, applyUpdate)
  // An error's text may hold names, and React would write it to the browser's console.
  const hush = () => undefined
  const quiet = { onCaughtError: hush, onUncaughtError: hush, onRecoverableError: hush }
  createRoot(root, quiet).render(<AppView app={app} />)
  if (import.meta.env.PROD) updates = keepUpToDate(app)
}

async function openKeeping(onClosing: () => void): Promise<Keeping> {
  const opened = await openDatabase({ indexedDB: browserIndexedDb(), onClosing })
  if (opened.ok) return storedKeeping(opened.value)
  const { memoryKeeping } = await import('./memoryKeeping.ts')
  return memoryKeeping(opened.error.code)
}

/** After the first picture: nothing on the page waits for the service worker. */
async function keepUpToDate({ services, flush }: App): Promise<Updates> {
  const { registerServiceWorker } = await import('../serviceWorker/register.ts')
  return registerServiceWorker({
    onUpdateReady: () => services.update.setState({ state: 'ready' }),
    onOfflineReady: () => undefined,
    onUpdated: () => services.update.setState({ state: 'done elsewhere' }),
    flush,
  })
}

const root = document.getElementById('root')
if (root) void start(root)
