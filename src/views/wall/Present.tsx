import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import { useOpenMap } from '../../store/openMap.ts'
import { useRestingPointer } from '../../wall/useRestingPointer.ts'
import { useWindowSize } from '../../wall/useWindowSize.ts'
import { WallDrawing } from '../../wall/WallDrawing.tsx'
import { Boundary } from '../../ui/Boundary.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fillScreen, wallToPresent } from './presenting.ts'
import { putInLight } from './wallActions.ts'
import { keepPresenting } from './wallWindow.ts'
import { usePresentKeys } from './usePresentKeys.ts'
import { usePublicPicture } from './usePublicPicture.ts'
import './present.css'

// The way in comes with what it leads to: a part of its own would be loaded for a few lines.
export { present } from './presenting.ts'

/** This window as the wall, for a projector that mirrors the screen: nothing of the editor is in the page. */
export default function Present() {
  const map = useOpenMap()
  // A wall of its own: what is done here leaves the projector's window as it is.
  const [wall] = useState(() => wallToPresent(map))
  const isDark = useStore(wall, (state) => state.isDark)
  const { subject, drawing, picture } = usePublicPicture(wall)
  const size = useWindowSize()
  const [isAsking, setAsking] = useState(false)
  const isPointing = !useRestingPointer(0)
  const root = useRef<HTMLElement>(null)
  usePresentKeys({ wall, subject, drawing, isAsking, ask: () => setAsking(true) })

  // Whatever had the focus is gone with the editor.
  useEffect(() => root.current?.focus(), [])
  useEffect(() => {
    // The browser itself takes Escape to leave the full screen.
    const onChange = () => {
      if (!document.fullscreenElement) setAsking(true)
    }
    document.addEventListener('fullscreenchange', onChange)
    return () => document.removeEventListener('fullscreenchange', onChange)
  }, [])

  const stay = () => {
    setAsking(false)
    fillScreen()
  }
  useEffect(() => keepPresenting(isDark ? 'dark' : 'lit'), [isDark])
  // A reload doesn't come by here; whoever goes to another map does.
  useEffect(() => () => keepPresenting(null), [])
  const leave = () => {
    map.wall.setState({ isPresenting: false })
    if (document.fullscreenElement) void document.exitFullscreen()
  }
  const light = (key: string) => {
    const id = subject.idOf(key)
    if (id) putInLight({ wall }, { kind: 'stakeholder', id })
  }
  return (
    <main
      ref={root}
      tabIndex={-1}
      className={isPointing || isAsking ? 'present' : 'present is-pointer-resting'}
      aria-label={t('wall.presenting')}
    >
      {picture && !isDark && (
        <Boundary
          of={picture}
          instead={<p className="present-undrawable">{t('wall.undrawable')}</p>}
        >
          <WallDrawing
            picture={picture}
            width={size.width}
            height={size.height}
            idPrefix="present"
            onPick={light}
          />
        </Boundary>
      )}
      {isDark && (
        <div className="present-dark">
          <p className="visually-hidden">{t('wall.sees.dark')}</p>
        </div>
      )}
      {isPointing && !isAsking && (
        <Button className="present-leave" onClick={() => setAsking(true)}>
          {t('wall.leave')}
        </Button>
      )}
      {isAsking && (
        <Dialog title={t('wall.leave.title')} onClose={stay}>
          <p>{t('wall.leave.text')}</p>
          <div className="wall-actions">
            <Button look="primary" onClick={stay}>
              {t('wall.stay')}
            </Button>
            <Button onClick={leave}>{t('wall.leave')}</Button>
          </div>
          <p className="field-hint">{t('wall.present.keys')}</p>
        </Dialog>
      )}
    </main>
  )
}
