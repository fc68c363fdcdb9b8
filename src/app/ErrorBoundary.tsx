import { type ReactNode, useState } from 'react'
import { t } from '../i18n/i18n.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { Button } from '../ui/Button.tsx'
import './app.css'

interface ErrorBoundaryProps {
  children: ReactNode
  /** Stores what is not stored yet; the map itself is not affected by a crash of a view. */
  flush: () => Promise<boolean>
}

/** A bug in a view: the map in memory is stored, and the person is told so. Nothing of it reaches the console. */
export function ErrorBoundary({ children, flush }: ErrorBoundaryProps) {
  const [saved, setSaved] = useState<boolean | null>(null)
  const crashed = (
    <div className="app-message" role="alert">
      <h1>{t('crash.title')}</h1>
      <p>{t(saved === null ? 'crash.saving' : saved ? 'crash.saved' : 'crash.notSaved')}</p>
      <Button look="primary" onClick={() => location.reload()}>
        {t('crash.reload')}
      </Button>
    </div>
  )
  return (
    <Boundary instead={crashed} onCrash={() => void flush().then(setSaved)}>
      {children}
    </Boundary>
  )
}
