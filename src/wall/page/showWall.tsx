import { createRoot } from 'react-dom/client'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import type { WallEnd } from './wallEnd.ts'
import { WallPage } from './WallPage.tsx'

/**
 * Fills the page with the wall. A picture that can't be drawn does not leave the projector blank: the page says so, and
 * tries the next one.
 */
export function showWall(place: HTMLElement, wall: WallEnd | null): void {
  // An error's text may hold names, and React would write it to the browser's console.
  const hush = () => undefined
  const root = createRoot(place, {
    onCaughtError: hush,
    onRecoverableError: hush,
    // React is still busy clearing the page.
    onUncaughtError: () => setTimeout(sayUndrawable),
  })
  const show = () => root.render(<WallPage wall={wall} />)
  const sayUndrawable = () => {
    root.render(<p className="wall-note">{t('wall.undrawable')}</p>)
    const stop = wall?.subscribe(() => {
      stop?.()
      show()
    })
  }
  show()
}
