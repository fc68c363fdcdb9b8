import { useSyncExternalStore } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import { useRestingPointer } from '../useRestingPointer.ts'
import { useWindowSize } from '../useWindowSize.ts'
import { WallDrawing } from '../WallDrawing.tsx'
import { useFullScreen } from './useFullScreen.ts'
import { useScreenAwake } from './useScreenAwake.ts'
import type { WallEnd, WallState } from './wallEnd.ts'

interface WallPageProps {
  /** null: the page's address names no wall. */
  readonly wall: WallEnd | null
}

/** At first the hint stays so long that it can be read. */
const HINT_MS = 5_000

const ALONE: WallState = { is: 'alone' }
const never = () => () => undefined

/** The projector's window: what the console shows, and nothing else. */
export function WallPage({ wall }: WallPageProps) {
  const state = useSyncExternalStore(wall?.subscribe ?? never, () => wall?.state() ?? ALONE)
  const isFull = useFullScreen()
  const isResting = useRestingPointer(HINT_MS)
  useScreenAwake(state.is === 'showing')
  const isDark =
    (state.is === 'showing' && state.shown.dark) || (state.is === 'unguided' && state.dark)
  return (
    <main
      className={isDark ? 'wall-page wall-dark' : 'wall-page'}
      data-pointer={isResting ? 'resting' : 'moving'}
    >
      <h1 className="wall-heading">{t('wallPage.heading')}</h1>
      <Wall state={state} />
      {!isFull && !isResting && !isDark && state.is === 'showing' && (
        <p className="wall-hint">{t('wallPage.fullScreen')}</p>
      )}
    </main>
  )
}

function Wall({ state }: { readonly state: WallState }) {
  const { width, height } = useWindowSize()
  switch (state.is) {
    case 'waiting':
      return null
    case 'alone':
      return <p className="wall-note">{t('wallPage.openFromMap')}</p>
    case 'another build':
      return <p className="wall-note">{t('wallPage.anotherBuild')}</p>
    case 'unguided':
      return state.dark ? null : <p className="wall-note">{t('wallPage.unguided')}</p>
    case 'showing': {
      const { picture, dark } = state.shown
      if (!picture || dark) return null
      return <WallDrawing picture={picture} width={width} height={height} idPrefix="wall" />
    }
  }
}
