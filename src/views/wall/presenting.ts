import type { OpenMap } from '../../store/openMap.ts'
import { select } from '../../store/selection.ts'
import { lookAs } from '../editor/lookAs.ts'

/** Makes this window the wall. From here on it is a public one, whatever happens to it. */
export function present(map: OpenMap): void {
  // Fields keep what was typed when they are left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  lookAs(map, 'public')
  select(map.selection, [])
  const { link } = map.wall.getState()
  // What was chosen when this window was the wall before is over; a wall that is open goes on as it is.
  const afresh = link === 'open' ? {} : ({ drawing: 'as mine', spotlight: null } as const)
  map.wall.setState({ ...afresh, isPresenting: true })
  fillScreen()
}

/** Where it is refused the window is simply not full. */
export function fillScreen(): void {
  document.documentElement.requestFullscreen?.().catch(() => undefined)
}
