import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import { registerServiceWorker, type Updates } from '../serviceWorker/register.ts'
import { browserIndexedDb, openDatabase } from '../storage/database.ts'
import { AppView } from './AppView.tsx'
import { memoryKeeping } from './memoryKeeping.ts'
import { type App, createApp } from './services.ts'
import { storedKeeping } from './storedKeeping.ts'

async function start(root: HTMLElement): Promise<void> {
  let app: App | null = null
  let updates: Promise<Updates> | null = null
  const opened = await openDatabase({ indexedDB: browserIndexedDb() })
  const keeping = opened.ok ? storedKeeping(opened.value) : memoryKeeping(opened.error.code)
  app = await createApp(keeping, () => {
    app?.services.update.setState({ state: 'waiting' })
    void updates
      ?.then((ready) => ready.applyUpdate())
      .then((outcome) => {
        if (outcome === 'not saved') app?.services.update.setState({ state: 'ready' })
      })
  })
  createRoot(root).render(<AppView app={app} />)
  if (!import.meta.env.PROD) return
  const { services, flush } = app
  updates = registerServiceWorker({
    onUpdateReady: () => services.update.setState({ state: 'ready' }),
    onOfflineReady: () => undefined,
    onUpdated: () => services.update.setState({ state: 'done elsewhere' }),
    flush,
  })
}

const root = document.getElementById('root')
if (root) void start(root)
