import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type MessageKey, t } from '../i18n/i18n.ts'
import type { OpenMap } from '../store/openMap.ts'
import { isSeen } from '../store/wall.ts'
import { Button } from '../ui/Button.tsx'
import { type UpdateState, useServices } from './services.ts'
import '../i18n/parts/backup.ts'
import './updateBar.css'

const OFFERS = {
  ready: 'update.ready',
  waiting: 'update.waiting',
  'done elsewhere': 'update.done',
} as const satisfies Record<Exclude<UpdateState['state'], 'none'>, MessageKey>

const REFUSALS = {
  'not saved': 'update.refused.notSaved',
  presenting: 'update.refused.presenting',
} as const satisfies Record<NonNullable<UpdateState['refused']>, MessageKey>

/** No map is open, and so none is looked at. */
const NO_WALL = createStore(() => ({
  isPresenting: false,
  isOnWall: false,
  link: 'closed' as const,
}))

/** What there is to know of a newer build; not while people are looking. */
export default function UpdateOffer({ map }: { map: OpenMap | null }) {
  const services = useServices()
  const { state, refused } = useStore(services.update)
  const isShown = useStore(map?.wall ?? NO_WALL, (wall) => !isSeen(wall))
  if (state === 'none' || !isShown) return null
  return (
    <div className="update-bar" role="status">
      <span>{t(state === 'ready' && refused ? REFUSALS[refused] : OFFERS[state])}</span>
      {state === 'ready' && <Button onClick={services.applyUpdate}>{t('update.reload')}</Button>}
    </div>
  )
}
