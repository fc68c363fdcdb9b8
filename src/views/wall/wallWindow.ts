import { lookAsPublic } from '../../store/lookAsPublic.ts'
import type { OpenMap } from '../../store/openMap.ts'
import { wallAddress } from '../../wall/protocol.ts'

/** Under this the wall's random name is kept through a reload. */
export const WALL_KEPT = 'allyscope-wall'

/** The wall that this window opened, if it did. */
export function keptWallName(): string | null {
  try {
    return sessionStorage.getItem(WALL_KEPT)
  } catch {
    return null
  }
}

/** Under this it is kept through a reload that this window is the wall. */
const PRESENT_KEPT = 'allyscope-present'

/** How this window was the wall before it was reloaded; null when it was not. */
export function keptPresenting(): 'lit' | 'dark' | null {
  try {
    const kept = sessionStorage.getItem(PRESENT_KEPT)
    return kept === 'lit' || kept === 'dark' ? kept : null
  } catch {
    return null
  }
}

export function keepPresenting(how: 'lit' | 'dark' | null): void {
  try {
    if (how) sessionStorage.setItem(PRESENT_KEPT, how)
    else sessionStorage.removeItem(PRESENT_KEPT)
  } catch {
    // Without it a reload leads to the public preview.
  }
}

/** A window that was the wall is so again before anything else is drawn: menus are nothing for a projector. */
export function resumePresenting({ store, settings, wall }: OpenMap): void {
  if (keptPresenting() === null) return
  lookAsPublic({ store, settings })
  wall.setState({ isPresenting: true })
}

/** No map is open: none stays on the wall either. */
export function restWall(): void {
  if (keptWallName() !== null) void import('./theWall.ts').then((part) => part.restWall())
}

/**
 * Opens a wall with this map on it, or shows the panel of the one that is there. To be called by the click or key
 * itself, or browsers block the window. Neither window has a handle on the other.
 */
export function goToWall(map: OpenMap): void {
  const { link } = map.wall.getState()
  if (link === 'closed' || link === 'looking') {
    const name = crypto.randomUUID()
    window.open(wallAddress(name), '_blank', 'noopener,popup,width=1280,height=720')
    map.wall.setState({ name, link: 'opening' })
  } else void import('./WallLive.tsx').then((part) => part.showWallPanel(map))
}

/** Makes this window the wall, as soon as it can be drawn. */
export const present = (map: OpenMap): void =>
  void import('./Present.tsx').then((part) => part.present(map))
