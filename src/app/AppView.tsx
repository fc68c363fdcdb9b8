import { useEffect } from 'react'
import { useStore } from 'zustand'
import { BackgroundProvider } from '../editing/useBackground.ts'
import { t } from '../i18n/i18n.ts'
import { OpenMapProvider } from '../store/openMap.ts'
import { Announcer } from '../ui/announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { onDemand } from '../ui/onDemand.tsx'
import { MapEditor } from '../views/editor/MapEditor.tsx'
import { keepingFailureWords } from '../views/keepingFailureWords.ts'
import { StartPage } from '../views/mapList/StartPage.tsx'
import { ServicesProvider } from '../views/services.ts'
import { restWall } from '../views/wall/wallWindow.ts'
import { UpdateBar } from '../views/UpdateBar.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import type { App } from './services.ts'

const UnlockScreen = onDemand(() => import('../views/sealing/UnlockScreen.tsx'))

export function AppView({ app }: { app: App }) {
  return (
    <ErrorBoundary flush={app.flush}>
      <ServicesProvider value={app.services}>
        <BackgroundProvider value={app.background}>
          <UpdateBar />
          <Screen app={app} />
          <Announcer />
        </BackgroundProvider>
      </ServicesProvider>
    </ErrorBoundary>
  )
}

function Screen({ app }: { app: App }) {
  const screen = useStore(app.screen)
  useEffect(() => (screen.kind === 'maps' || screen.kind === 'locked' ? restWall() : undefined))
  switch (screen.kind) {
    case 'starting':
      return (
        <p className="app-message" role="status">
          {t('map.opening')}
        </p>
      )
    case 'maps':
      return <StartPage />
    case 'locked':
      return <UnlockScreen id={screen.id} key={screen.id} />
    case 'failed':
      return (
        <div className="app-message" role="alert">
          <p>{keepingFailureWords(screen.code)}</p>
          <Button onClick={app.services.closeMap}>{t('header.maps')}</Button>
        </div>
      )
    case 'map':
      return (
        <OpenMapProvider value={screen.session.map} key={screen.id}>
          {screen.session.unreadable > 0 && (
            <p className="app-notice" role="alert">
              {t('map.unreadable', { count: screen.session.unreadable })}
            </p>
          )}
          <MapEditor />
        </OpenMapProvider>
      )
  }
}
