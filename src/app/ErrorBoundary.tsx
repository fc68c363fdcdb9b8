import { Component, type ReactNode } from 'react'
import { t } from '../i18n/i18n.ts'
import { Button } from '../ui/Button.tsx'
import './app.css'

interface ErrorBoundaryProps {
  children: ReactNode
  /** Stores what is not stored yet; the map itself is not affected by a crash of a view. */
  flush: () => Promise<boolean>
}

/** A bug in a view: the map in memory is stored, and the person is told so. Nothing of it reaches the console. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { saved: boolean | null }> {
  override state: { saved: boolean | null; crashed?: boolean } = { saved: null }

  static getDerivedStateFromError() {
    return { crashed: true }
  }

  override componentDidCatch() {
    void this.props.flush().then((saved) => this.setState({ saved }))
  }

  override render() {
    if (!this.state.crashed) return this.props.children
    const { saved } = this.state
    return (
      <div className="app-message" role="alert">
        <h1>{t('crash.title')}</h1>
        <p>{t(saved === null ? 'crash.saving' : saved ? 'crash.saved' : 'crash.notSaved')}</p>
        <Button look="primary" onClick={() => location.reload()}>
          {t('crash.reload')}
        </Button>
      </div>
    )
  }
}
