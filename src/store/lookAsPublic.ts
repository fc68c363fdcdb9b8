import type { OpenMap } from './openMap.ts'
import { DEFAULT_VIEW, NO_FILTER } from './viewSettings.ts'

/**
 * Turns a window to public preview. What was done before can't be undone on a projector; what was searched for in
 * the team view may itself be confidential, and a camera fitted to it would tell how far the team's map reaches.
 */
export function lookAsPublic({ store, settings }: Pick<OpenMap, 'store' | 'settings'>): void {
  store.layFloor()
  settings.setState({ audience: 'public', filter: NO_FILTER, cameras: DEFAULT_VIEW.cameras })
}
