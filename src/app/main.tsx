import '../ui/base.css'
import { createRoot, type Root } from 'react-dom/client'
import { t } from '../i18n/i18n.ts'
import { browserIndexedDb, type DatabasePorts, openDatabase } from '../storage/database.ts'
import { AppView } from './AppView.tsx'
import type { Keeping } from './keeping.ts'
import { type App, createApp } from './services.ts'
import { storedKeeping } from './storedKeeping.ts'
import type { keepUpToDate } from './updates.ts'

async function start(root: HTMLElement): Promise<void> {
  // An error's text may hold names, and browser and React would write it to the console.
  const hush = () => undefined
  const quiet = { onCaughtError: hush, onUncaughtError: hush, onRecoverableError: hush }
  const shown = createRoot(root, quiet)
  let app: App | null = null
  let updates: ReturnType<typeof keepUpToDate> | null = null
  // A newer build that waits for the database gets it with everything of this tab stored.
  const keeping = await openKeeping(shown, {
    onClosing: () => app?.flushNow(),
    onClosed: () => app?.stop(),
  })
  const applyUpdate = () => {
    app?.services.update.setState({ state: 'waiting' }, true)
    void updates?.then((apply) => apply())
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
  // After the first picture: nothing on the page waits for the service worker.
  if (import.meta.env.PROD) updates = import('./updates.ts').then((part) => part.keepUpToDate(made))
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

const root = document.getElementById('root')
// Better a line than an empty page.
if (root) void start(root).catch(() => root.append(t('crash.title')))
