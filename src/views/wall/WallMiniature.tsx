import { useEffect, useId, useState, useSyncExternalStore } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import { Boundary } from '../../ui/Boundary.tsx'
import type { WallPicture } from '../../wall/protocol.ts'
import { WallDrawing } from '../../wall/WallDrawing.tsx'
import { theWall } from './theWall.ts'

/** Drawn at the wall's own size, so that it is the same picture, and shown as small as there is room for. */
const USUAL = { width: 1920, height: 1080 }

/** Drawing many takes time that whoever is typing needs more: the picture then waits for a pause. */
const MANY = 60
const PAUSE_MS = 800

/** The very picture that the wall was sent last. */
export function WallMiniature() {
  const wall = theWall()
  const { shown, size } = useSyncExternalStore(wall.subscribe, wall.state)
  const { dark, frozen } = shown
  const picture = useUnhurried(shown.picture)
  const { width, height } = size && size.width > 0 && size.height > 0 ? size : USUAL
  const id = useId()
  const mark = dark ? 'wall.sees.dark' : frozen ? 'wall.sees.frozen' : 'wall.sees.live'
  return (
    <figure className={`wall-mini wall-mini-${dark ? 'dark' : frozen ? 'frozen' : 'live'}`}>
      <Boundary of={picture} instead={<p className="wall-undrawable">{t('wall.undrawable')}</p>}>
        <svg viewBox={`0 0 ${width} ${height}`} className="wall-mini-picture">
          {picture && (
            <WallDrawing picture={picture} width={width} height={height} idPrefix={`mini${id}`} />
          )}
        </svg>
      </Boundary>
      <figcaption>{t(mark)}</figcaption>
    </figure>
  )
}

/** The picture at once while it is of few; of many it comes when nothing has changed for a while. */
function useUnhurried(latest: WallPicture | null): WallPicture | null {
  const [drawn, setDrawn] = useState(latest)
  const waits = latest !== null && drawn !== null && latest.view.stakeholders.length > MANY
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(latest), waits ? PAUSE_MS : 0)
    return () => clearTimeout(timer)
  }, [latest, waits])
  return waits ? drawn : latest
}
