import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { t } from '../i18n/i18n.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { Button } from '../ui/Button.tsx'
import { onDemand } from '../ui/onDemand.tsx'
import type { App } from './services.ts'
import './app.css'

const AppCrash = onDemand(() => import('./AppCrash.tsx'))

/**
 * A bug that no part has caught. Nothing of it reaches the console. What is said here needs no more code; what has
 * become of the map, and the ways on, load, or are left out.
 */
export function ErrorBoundary({ app, children }: { app: App; children: ReactNode }) {
  return (
    <Boundary
      of={useStore(app.screen)}
      onCrash={app.crashed}
      renderInstead={(error, again) => (
        <div className="app-message" role="alert">
          <h1>{t('crash.title')}</h1>
          <Boundary>
            <AppCrash app={app} error={error} again={again} />
          </Boundary>
          <Button onClick={() => location.reload()}>{t('crash.reload')}</Button>
        </div>
      )}
    >
      {children}
    </Boundary>
  )
}
