import { createStore } from 'zustand/vanilla'
import type { OpenMap } from '../../store/openMap.ts'
import { select } from '../../store/selection.ts'
import type { WallState, WallStore } from '../../store/wall.ts'
import { lookAs } from '../editor/lookAs.ts'
import { keptPresenting } from './wallWindow.ts'

/** Makes this window the wall. From here on it is a public one, whatever happens to it. */
export function present(map: OpenMap): void {
  // Fields keep what was typed when they are left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  lookAs(map, 'public')
  select(map.selection, [])
  map.wall.setState({ isPresenting: true })
  fillScreen()
}

/** What this window shows as the wall: at first what an open wall is told to, live and lit. */
export function wallToPresent({ wall }: OpenMap): WallStore {
  const state = wall.getState()
  const afresh = state.link === 'open' ? {} : ({ drawing: 'as mine', spotlight: null } as const)
  return createStore<WallState>(() => ({
    ...state,
    ...afresh,
    isDark: keptPresenting() === 'dark',
  }))
}

/** Where it is refused the window is simply not full. */
export function fillScreen(): void {
  document.documentElement.requestFullscreen?.().catch(() => undefined)
}
