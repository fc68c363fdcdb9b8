import type { OpenMap } from '../../store/openMap.ts'
import { select } from '../../store/selection.ts'
import { focusWhenThere } from '../../ui/focusWhenThere.ts'
import { lookAs } from '../editor/lookAs.ts'

/** Unfolds the panel about the wall and leads there. */
export function showWallPanel(map: OpenMap): void {
  unfoldWallPanel(map)
  focusWhenThere(() => document.querySelector<HTMLElement>('.wall-panel button'))
}

/** Unfolds the panel about the wall, and leaves the focus where it is. */
export function unfoldWallPanel({ wall, settings }: OpenMap): void {
  wall.setState({ isFolded: false })
  const { panels } = settings.getState()
  settings.setState({ panels: { ...panels, details: true } })
}

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
