import { Presentation } from 'lucide-react'
import { t } from '../../i18n/i18n.ts'
import { useOpenMap, useWall } from '../../store/openMap.ts'
import type { WallState } from '../../store/wall.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { goToWall, present } from './wallWindow.ts'

/** Opens the wall; afterwards it says what the audience has before it, loudly when that is not the live map. */
export function WallButton() {
  const map = useOpenMap()
  const state = useWall(wallWord)
  const isHeld = state === 'wall.frozen' || state === 'wall.dark'
  return (
    <>
      <Button className={isHeld ? 'wall-held' : ''} onClick={() => goToWall(map)}>
        {t(state)}
      </Button>
      <IconButton label={t('wall.present')} onClick={() => present(map)}>
        <Presentation aria-hidden />
      </IconButton>
    </>
  )
}

function wallWord({ link, isOnWall, isDark, isFrozen }: WallState) {
  if (link === 'closed' || link === 'looking') return 'wall.open'
  if (link === 'opening') return 'wall.opening'
  if (link === 'unanswered') return 'wall.unanswered'
  if (!isOnWall) return 'wall.atRest'
  return isDark ? 'wall.dark' : isFrozen ? 'wall.frozen' : 'wall.live'
}
