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
