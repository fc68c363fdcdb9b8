import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { own } from '../../src/domain/check.ts'

/** A browser that is driven through WebDriver (W3C), as far as WebKit's story needs it. */
export interface Driver {
  readonly go: (url: string) => Promise<void>
  readonly reload: () => Promise<void>
  /** Runs a function's body in the page; what it returns or promises comes back. */
  readonly run: (body: string, ...given: readonly unknown[]) => Promise<unknown>
  /** Waits until something is there that a person could use, and clicks it. */
  readonly click: (what: Wanted) => Promise<void>
  /** Clicks a field and types; `\uE007` is Enter. */
  readonly type: (what: Wanted, text: string) => Promise<void>
  readonly see: (what: Wanted) => Promise<void>
  /** Drags from the middle of one to a place in the window, in several steps. */
  readonly drag: (what: Wanted, to: { readonly x: number; readonly y: number }) => Promise<void>
  readonly windows: () => Promise<readonly string[]>
  readonly switchTo: (window: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** A CSS selector, and the label or text that it must have. */
export type Wanted = readonly [selector: string, label?: RegExp]

export const ENTER = '\uE007'
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const PATIENCE_MS = 10_000

const pause = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms))

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Starts WebKit on a screen of its own. */
export async function startWebKit(programs: {
  readonly driver: string
  readonly browser: string
  readonly screen: string
}): Promise<Driver> {
  const port = await freePort()
  const child = spawn(
    programs.screen,
    ['-a', '-s', '-screen 0 1440x900x24', programs.driver, `--port=${port}`],
    { stdio: 'ignore', detached: true },
  )
  const call = async (method: 'GET' | 'POST' | 'DELETE', path: string, body: object = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    })
    const value = own(await response.json(), 'value')
    if (!response.ok) throw new Error(`WebDriver: ${JSON.stringify(value).slice(0, 400)}`)
    return value
  }
  const end = () => {
    // The screen's script, the screen and the driver are one group that is ours.
    if (child.pid !== undefined) process.kill(-child.pid)
  }
  try {
    const session = await patiently('WebKit starts', async () =>
      own(
        await call('POST', '/session', {
          capabilities: {
            alwaysMatch: {
              'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] },
            },
          },
        }),
        'sessionId',
      ),
    )
    const inSession: Call = (method, path, body) =>
      call(method, `/session/${String(session)}${path}`, body)
    await inSession('POST', '/window/rect', { x: 0, y: 0, width: 1440, height: 900 })
    return driverOf(inSession, end)
  } catch (error) {
    end()
    throw error
  }
}

/** Tries until it works, or time is up and the last failure is told. */
async function patiently<T>(what: string, attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > until) throw new Error(`in vain: ${what}`, { cause: error })
      await pause(100)
    }
  }
}

type Call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>

/** In the page: the first element that is shown, enabled, and called so. */
const FIND = `
  const [selector, source] = arguments
  const label = source === null ? null : new RegExp(source)
  const called = (one) => one.getAttribute('aria-label')
    || one.labels?.[0]?.textContent || one.textContent
  return [...document.querySelectorAll(selector)].find((one) =>
    one.getClientRects().length > 0 && !one.disabled && (!label || label.test(called(one).trim())))`

function driverOf(call: Call, end: () => void): Driver {
  const run = (body: string, ...given: readonly unknown[]) =>
    call('POST', '/execute/sync', { script: body, args: given })
  const find = ([selector, label]: Wanted) =>
    patiently(`${selector} ${String(label ?? '')}`, async () => {
      const id = own(await run(FIND, selector, label?.source ?? null), ELEMENT)
      if (typeof id !== 'string') throw new Error('it is not there')
      return id
    })
  const mouse = (actions: readonly object[]) =>
    call('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    })
  const click = async (what: Wanted): Promise<void> => {
    await find(what)
    // Something may lie over it for a moment, or it may be drawn anew.
    await patiently(`a click on ${what[0]} ${String(what[1] ?? '')}`, async () =>
      call('POST', `/element/${await find(what)}/click`),
    )
  }
  return {
    run,
    click,
    go: async (url) => void (await call('POST', '/url', { url })),
    reload: async () => void (await call('POST', '/refresh')),
    see: async (what) => void (await find(what)),
    type: async (what, text) => {
      await call('POST', `/element/${await find(what)}/value`, { text })
    },
    drag: async (what, to) => {
      const from = await run(
        'const { x, y, width, height } = arguments[0].getBoundingClientRect(); return [x + width / 2, y + height / 2]',
        { [ELEMENT]: await find(what) },
      )
      const [x, y] = Array.isArray(from) ? from.map(Number) : []
      if (x === undefined || y === undefined) throw new Error('it has no place')
      const at = (share: number) => ({
        type: 'pointerMove',
        duration: 40,
        x: Math.round(x + (to.x - x) * share),
        y: Math.round(y + (to.y - y) * share),
      })
      await mouse([
        at(0),
        { type: 'pointerDown', button: 0 },
        ...[0.1, 0.3, 0.5, 0.7, 0.9, 1, 1].map(at),
        { type: 'pointerUp', button: 0 },
      ])
    },
    windows: async () => {
      const handles = await call('GET', '/window/handles')
      return Array.isArray(handles) ? handles.map(String) : []
    },
    switchTo: async (handle) => void (await call('POST', '/window', { handle })),
    close: async () => {
      await call('DELETE', '')
      end()
    },
  }
}
