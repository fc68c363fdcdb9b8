import { ChevronDown, ChevronUp } from 'lucide-react'
import { useId } from 'react'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import { useOpenMap, useWall } from '../../store/openMap.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { wallAddress } from '../../wall/protocol.ts'
import { theWall } from './theWall.ts'
import { WallChoices } from './WallChoices.tsx'
import { WallMiniature } from './WallMiniature.tsx'
import { WallSwitches } from './WallSwitches.tsx'
import './wallPanel.css'

/** What the audience sees, and all that is done to it from here. */
export function WallPanel() {
  const map = useOpenMap()
  const link = useWall((state) => state.link)
  const isOnWall = useWall((state) => state.isOnWall)
  const isFolded = useWall((state) => state.isFolded)
  const headingId = useId()
  if (link === 'closed' || link === 'looking') return null
  return (
    <section className="wall-panel" aria-labelledby={headingId}>
      <header className="wall-head">
        <h2 id={headingId}>{t('wall.panel')}</h2>
        <IconButton
          label={t(isFolded ? 'wall.unfold' : 'wall.fold')}
          aria-expanded={!isFolded}
          onClick={() => map.wall.setState({ isFolded: !isFolded })}
        >
          {isFolded ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
        </IconButton>
      </header>
      {link === 'opening' && <p className="wall-note">{t('wall.waiting')}</p>}
      {link === 'unanswered' && <Unanswered />}
      {link === 'open' && !isOnWall && <AtRest />}
      {link === 'open' && isOnWall && (
        <>
          {!isFolded && <WallMiniature />}
          <WallSwitches />
          {!isFolded && <WallChoices />}
        </>
      )}
    </section>
  )
}

/** Browsers don't say that they blocked a window; nothing is heard of it, that is all. */
function Unanswered() {
  const name = useWall((state) => state.name)
  return (
    <div className="wall-note" role="alert">
      <p>{t('wall.blocked')}</p>
      <div className="wall-actions">
        {name !== null && (
          <a
            className="button button-primary"
            href={wallAddress(name)}
            target="_blank"
            rel="noopener"
          >
            {t('wall.openLink')}
          </a>
        )}
        <Button look="quiet" onClick={() => theWall().close()}>
          {t('wall.dismiss')}
        </Button>
      </div>
    </div>
  )
}

/** A wall is never given another map than the one it was opened for, unless somebody says so. */
function AtRest() {
  const { wall } = useOpenMap()
  return (
    <div className="wall-note">
      <p>{t('wall.rests')}</p>
      <div className="wall-actions">
        <Button look="primary" onClick={() => wall.setState({ isOnWall: true })}>
          {t('wall.showThis')}
        </Button>
        <Button look="quiet" onClick={() => theWall().close()}>
          {t('wall.close')}
        </Button>
      </div>
    </div>
  )
}
