import { createWallHost, type WallHost, type WallHostPorts } from '../../wall/host.ts'
import { later } from '../../wall/later.ts'
import { wallLockName } from '../../wall/protocol.ts'
import { WALL_KEPT } from './wallWindow.ts'

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
  later,
  name: inThisTab(WALL_KEPT),
  claim,
}

/** Which map is on the wall, by its opaque id; only as long as it is there. */
export const mapOnWall = inThisTab('allyscope-wall-map')

/** A text that outlives a reload, where the browser keeps any: without it a wall is opened anew. */
function inThisTab(key: string) {
  return {
    kept: () => tryInThisTab((tab) => tab.getItem(key)),
    keep: (text: string | null): void =>
      void tryInThisTab((tab) => (text === null ? tab.removeItem(key) : tab.setItem(key, text))),
  }
}

function tryInThisTab<T>(run: (tab: Storage) => T): T | null {
  try {
    return run(sessionStorage)
  } catch {
    return null
  }
}

/** Held for as long as the page lives: a duplicated tab has the same name in its memory, and must not use it. */
function claim(name: string): Promise<boolean> {
  const locks = 'locks' in navigator ? navigator.locks : null
  if (!locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(CLAIM_MS)
    locks
      .request(wallLockName(name), { signal }, () => {
        resolve(true)
        return new Promise<never>(() => undefined)
      })
      .catch(() => resolve(false))
  })
}

let wall: WallHost | null = null

/** This window's end of its wall: one, whichever map is open. */
export const theWall = (): WallHost => (wall ??= createWallHost(browserPorts))

/** Without an open map nothing stays on a wall that this window had before it was reloaded. */
export function restWall(): void {
  const host = theWall()
  mapOnWall.keep(null)
  const onHost = () => {
    const { link } = host.state()
    if (link === 'looking') return
    stop()
    if (link === 'open') host.rest()
  }
  const stop = host.subscribe(onHost)
  void host.resume()
  onHost()
}
