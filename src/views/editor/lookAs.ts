import type { Audience } from '../../audience/view.ts'
import { calmDown } from '../../store/emphasis.ts'
import { lookAsPublic } from '../../store/lookAsPublic.ts'
import type { OpenMap } from '../../store/openMap.ts'
import { putWayAway } from '../../store/wayTo.ts'
import { clearNotices } from '../../ui/announcer.tsx'

/** Shows the open map as an audience sees it, and nothing that was found or said for another. */
export function lookAs({ store, settings, emphasis, wayTo }: OpenMap, audience: Audience): void {
  clearNotices()
  calmDown(emphasis)
  putWayAway(wayTo)
  if (audience === 'public') return lookAsPublic({ store, settings })
  store.liftFloor()
  settings.setState({ audience })
}
