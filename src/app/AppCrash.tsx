import { useStore } from 'zustand'
import { t } from '../i18n/i18n.ts'
import '../i18n/parts/crash.ts'
import { Announcer } from '../ui/announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { CrashOffers } from '../views/crash/CrashOffers.tsx'
import { mapStateWords } from '../views/crash/failure.ts'
import '../views/crash/crash.css'
import { ServicesProvider } from '../views/services.ts'
import type { App } from './services.ts'

interface AppCrashProps {
  app: App
  error: unknown
  again: () => void
}

/** What has become of the map, and the ways on from a page that could not be shown at all. */
export default function AppCrash({ app, error, again }: AppCrashProps) {
  const screen = app.screen.getState()
  const save = useStore(app.services.save)
  const map = screen.kind === 'map' ? screen.session.map : null
  return (
    <ServicesProvider value={app.services}>
      <div className="app-crash">
        <p>{mapStateWords(save, map !== null)}</p>
        <div className="crash-ways">
          <Button look="primary" onClick={again}>
            {t('crash.again')}
          </Button>
          {screen.kind !== 'maps' && (
            <Button onClick={app.services.closeMap}>{t('header.maps')}</Button>
          )}
        </div>
        <CrashOffers failure={{ what: 'app', error }} map={map} />
      </div>
      <Announcer />
    </ServicesProvider>
  )
}
