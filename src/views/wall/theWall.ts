import { createWallHost, type WallHost, type WallHostPorts } from '../../wall/host.ts'
import { keptWallName, WALL_KEPT } from './wallWindow.ts'

/** How long a console waits for its wall while the page before it may still be going. */
const CLAIM_MS = 1500

const browserPorts: WallHostPorts = {
  openChannel(name, onMessage) {
    const channel = new BroadcastChannel(name)
    channel.onmessage = (event: MessageEvent<unknown>) => onMessage(event.data)
    return {
      post: (message) => channel.postMessage(message),
      close: () => channel.close(),
    }
  },
  later(run, ms) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  name: { kept: keptWallName, keep: keepName },
  claim,
}

function keepName(name: string | null): void {
  try {
    if (name === null) sessionStorage.removeItem(WALL_KEPT)
    else sessionStorage.setItem(WALL_KEPT, name)
  } catch {
    // Then the wall is not found again after a reload, and can be opened anew.
  }
}

/** Held for as long as the page lives: a duplicated tab has the same name in its memory, and must not use it. */
function claim(name: string): Promise<boolean> {
  const locks = 'locks' in navigator ? navigator.locks : null
  if (!locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(CLAIM_MS)
    locks
      .request(`allyscope-wall-${name}`, { signal }, () => {
        resolve(true)
        return new Promise<never>(() => undefined)
      })
      .catch(() => resolve(false))
  })
}

let wall: WallHost | null = null

/** This window's end of its wall: one, whichever map is open. */
export const theWall = (): WallHost => (wall ??= createWallHost(browserPorts))
