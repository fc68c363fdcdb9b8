import { own } from '../../domain/check.ts'
import { later } from '../later.ts'
import { WALL_PROTOCOL, wallChannelName, wallLockName } from '../protocol.ts'
import { joinWall, type WallEnd } from './wallEnd.ts'

/** Resizing tells the console no more often than this. */
const RESIZE_MS = 150

/** Remembered in the page's own place in the history, which a reload keeps and nobody else sees. */
function reloadOnce(): boolean {
  if (own(history.state, 'reloadedFor') === WALL_PROTOCOL) return false
  history.replaceState({ reloadedFor: WALL_PROTOCOL }, '')
  location.reload()
  return true
}

/** Joins the wall that the page's address names; null when it names none. */
export function joinNamedWall(): WallEnd | null {
  const name = location.hash.slice(1)
  if (!name) return null
  const channel = new BroadcastChannel(wallChannelName(name))
  const wall = joinWall({
    channel,
    size: () => ({ width: innerWidth, height: innerHeight }),
    closeWindow: () => window.close(),
    reload: reloadOnce,
    later,
    onceUnguided: (run) => whenFree(wallLockName(name), run),
  })
  let resized: (() => void) | null = null
  addEventListener('resize', () => {
    resized?.()
    resized = later(wall.sayHere, RESIZE_MS)
  })
  addEventListener('pagehide', wall.sayGone)
  // From the browser's memory of pages left: still joined, but the console thinks it gone.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) wall.sayHere()
  })
  return wall
}

/** Runs something when nobody holds a lock any more, which the browser sees to when a page ends, however it does. */
function whenFree(lock: string, run: () => void): void {
  if ('locks' in navigator) void navigator.locks.request(lock, run).catch(() => undefined)
}
