import { useEffect } from 'react'
import { useBackground } from '../../editing/useBackground.ts'
import { type OpenMap, useOpenMap } from '../../store/openMap.ts'
import { isTextField } from '../editor/cardFocus.ts'
import { useServices } from '../services.ts'
import { lookNow } from './inMyView.ts'
import { runLiveWall } from './liveWall.ts'
import { mapOnWall, theWall } from './theWall.ts'
import { toggleDark, toggleFreeze, toggleSpotlight } from './wallActions.ts'

// Comes along with what any open wall has loaded.
export { showWallPanel } from './wallActions.ts'

/** What keeps the wall and its keys going while a map is open; draws nothing. */
export default function WallLive() {
  const map = useOpenMap()
  const background = useBackground()
  const { sealing } = useServices()
  useEffect(
    () =>
      runLiveWall(map, {
        host: theWall(),
        arrange: background.arrange,
        look: () => lookNow(map, canvasSize()),
        onLock: sealing.onLock,
        mapOnWall,
      }),
    [map, background, sealing],
  )
  useEffect(() => {
    // Before the editor's own keys, which would take Shift + F for F.
    const onKeyDown = (event: KeyboardEvent) => onWallKey(map, event)
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [map])
  return null
}

function canvasSize() {
  const canvas = document.querySelector('.editor-view .canvas')
  return canvas && { width: canvas.clientWidth, height: canvas.clientHeight }
}

const KEYS: Readonly<Record<string, (map: OpenMap) => void>> = {
  f: toggleFreeze,
  b: (map) => toggleDark(map),
  s: toggleSpotlight,
}

function onWallKey(map: OpenMap, event: KeyboardEvent): void {
  const { link, isOnWall, isPresenting } = map.wall.getState()
  if (link !== 'open' || !isOnWall || isPresenting || event.isComposing) return
  if (!event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
  if (isTextField(event.target) || event.target instanceof HTMLSelectElement) return
  if (document.querySelector('dialog[open]')) return
  const run = KEYS[event.key.toLowerCase()]
  if (!run) return
  event.preventDefault()
  run(map)
}
