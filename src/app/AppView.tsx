import { useEffect } from 'react'
import { useStore } from 'zustand'
import { BackgroundProvider } from '../editing/useBackground.ts'
import { t } from '../i18n/i18n.ts'
import { OpenMapProvider } from '../store/openMap.ts'
import { Announcer } from '../ui/announcer.tsx'
import { Boundary } from '../ui/Boundary.tsx'
import { onDemand } from '../ui/onDemand.tsx'
import { MapEditor } from '../views/editor/MapEditor.tsx'
import { keepingFailureWords } from '../views/keepingFailureWords.ts'
import { StartPage } from '../views/mapList/StartPage.tsx'
import { ServicesProvider } from '../views/services.ts'
import { restWall } from '../views/wall/wallWindow.ts'
import { UpdateBar } from '../views/UpdateBar.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import type { App } from './services.ts'

const FailedMap = onDemand(() => import('../views/recovery/FailedMap.tsx'))
const UnreadableNotice = onDemand(() => import('../views/backup/UnreadableNotice.tsx'))
const UnlockScreen = onDemand(() => import('../views/sealing/UnlockScreen.tsx'))

export function AppView({ app }: { app: App }) {
  return (
    <ErrorBoundary app={app}>
      <ServicesProvider value={app.services}>
        <BackgroundProvider value={app.background}>
          <Update app={app} />
          <Screen app={app} />
          <Announcer />
        </BackgroundProvider>
      </ServicesProvider>
    </ErrorBoundary>
  )
}

function Update({ app }: { app: App }) {
  const screen = useStore(app.screen)
  return <UpdateBar map={screen.kind === 'map' ? screen.session.map : null} />
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
        <Boundary instead={<p className="app-message">{keepingFailureWords(screen.code)}</p>}>
          <FailedMap id={screen.id} code={screen.code} />
        </Boundary>
      )
    case 'map':
      return (
        <OpenMapProvider value={screen.session.map} key={screen.id}>
          {screen.session.unreadable > 0 && (
            <Boundary instead={null}>
              <UnreadableNotice count={screen.session.unreadable} />
            </Boundary>
          )}
          <MapEditor />
        </OpenMapProvider>
      )
  }
}
