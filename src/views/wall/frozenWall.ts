import type { MapDoc } from '../../domain/records.ts'
import { t } from '../../i18n/i18n.ts'
import '../../i18n/parts/wall.ts'
import type { OpenMap } from '../../store/openMap.ts'
import type { Exposed } from '../../store/wall.ts'
import { announce } from '../../ui/announcer.tsx'
import type { WallHost } from '../../wall/host.ts'
import { exposedOn, freesTexts, type Pictured } from './exposed.ts'
import { exposedTo, exposedWords } from './wallActions.ts'

/** Sees to it that a wall which keeps its picture does not go on silently showing what has become confidential. */
export function createFrozenWall({ wall, settings, store }: OpenMap, host: WallHost) {
  let pictured: Pictured = new Map()
  let told: readonly Exposed[] = []

  return {
    /** Who is behind the keys of the picture that the wall has got. */
    picture(now: Pictured) {
      pictured = now
    },
    /** A live wall freezes before a text is on it of which nobody has thought. */
    onCommit(before: MapDoc, now: MapDoc) {
      if (!wall.getState().isOnWall || !freesTexts(before, now)) return
      wall.setState({ isFrozen: true })
      if (settings.getState().audience === 'team') announce(t('wall.freed'), 'problem')
      else announce(t('wall.freeze.done'))
    },
    tend() {
      const { isFrozen, exposed: before } = wall.getState()
      const { picture } = host.state().shown
      const exposed = isFrozen ? exposedOn(picture, pictured, store.state.getState().doc) : []
      host.withhold(exposed.length > 0)
      if (JSON.stringify(exposed) !== JSON.stringify(before)) wall.setState({ exposed })
      const { isDark } = wall.getState()
      const seen = isDark ? [] : exposedTo(settings.getState(), wall.getState())
      const isNew = ({ name }: Exposed) => told.every((one) => one.name !== name)
      if (seen.some(isNew)) announce(exposedWords(seen), 'problem')
      told = seen
    },
  }
}
