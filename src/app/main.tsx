import '../ui/base.css'
import { createRoot, type Root } from 'react-dom/client'
import { t } from '../i18n/i18n.ts'
import type { Updates } from '../serviceWorker/register.ts'
import { browserIndexedDb, type DatabasePorts, openDatabase } from '../storage/database.ts'
import { AppView } from './AppView.tsx'
import type { Keeping } from './keeping.ts'
import { type App, createApp } from './services.ts'
import { storedKeeping } from './storedKeeping.ts'

async function start(root: HTMLElement): Promise<void> {
  // An error's text may hold names, and browser and React would write it to the console.
  const hush = () => undefined
  const quiet = { onCaughtError: hush, onUncaughtError: hush, onRecoverableError: hush }
  const shown = createRoot(root, quiet)
  let app: App | null = null
  let updates: Promise<Updates> | null = null
  // A newer build that waits for the database gets it with everything of this tab stored.
  const keeping = await openKeeping(shown, {
    onClosing: () => app?.flushNow(),
    onClosed: () => app?.stop(),
  })
  const applyUpdate = () => {
    app?.services.update.setState({ state: 'waiting' }, true)
    void updates
      ?.then((ready) => ready.applyUpdate())
      .then((outcome) => {
        // It is taken already, in another tab.
        if (outcome === 'no update') app?.services.update.setState({ state: 'done elsewhere' })
        else if (outcome !== 'reloading')
          app?.services.update.setState({ state: 'ready', refused: outcome })
      })
  }
  const made = (app = await createApp(keeping, applyUpdate))
  const tell = (event: ErrorEvent | PromiseRejectionEvent) => {
    event.preventDefault()
    void import('./failures.tsx')
      .then(({ tellOfFailure }) => tellOfFailure(made, event))
      .catch(hush)
  }
  addEventListener('error', tell)
  addEventListener('unhandledrejection', tell)
  shown.render(<AppView app={app} />)
  if (import.meta.env.PROD) updates = keepUpToDate(app)
}

async function openKeeping(
  shown: Root,
  ports: Pick<DatabasePorts, 'onClosing' | 'onClosed'>,
): Promise<Keeping> {
  const noDatabase = () => import('./noDatabase.tsx')
  let isOpen = false
  const opened = await openDatabase({
    ...ports,
    indexedDB: browserIndexedDb(),
    onBlocked: () => void noDatabase().then(({ sayBlocked }) => isOpen || sayBlocked(shown)),
  })
  isOpen = true
  if (opened.ok) return storedKeeping(opened.value)
  const { withoutDatabase } = await noDatabase()
  return withoutDatabase(opened.error.code, shown)
}

/** After the first picture: nothing on the page waits for the service worker. */
async function keepUpToDate({ services, flush, isSeen }: App): Promise<Updates> {
  const { registerServiceWorker } = await import('../serviceWorker/register.ts')
  return registerServiceWorker({
    onUpdateReady: () => services.update.setState({ state: 'ready' }),
    onOfflineReady: () => undefined,
    onUpdated: () => services.update.setState({ state: 'done elsewhere' }),
    async prepare() {
      const isStored = await flush()
      if (isSeen()) return 'presenting'
      return isStored ? 'ready' : 'not saved'
    },
  })
}

const root = document.getElementById('root')
// Better a line than an empty page.
if (root) void start(root).catch(() => root.append(t('crash.title')))
