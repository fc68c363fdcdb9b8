import type { BrowserContext, Page } from '@playwright/test'
import type { Markers } from '../../support/markers.ts'
import { everythingShown } from './redaction.ts'

/** Finds markers in whatever a page shows, says, stores, sends or is asked to open, from its first line on. */
export interface LeakWatch {
  /** From here on a page may show nothing confidential; what it shows already is looked at by `look`. */
  readonly start: (page: Page) => Promise<void>
  /** The team may see everything again. */
  readonly stop: (page: Page) => Promise<void>
  /** All that a page has now: document, values, accessibility tree, title, address; in every encoding. */
  readonly look: (page: Page, when: string) => Promise<void>
  /** Bytes that leave: a file, a picture, a clipboard. */
  readonly bytes: (what: string, content: Uint8Array | string) => void
  /** What was found so far, one sentence each. */
  readonly leaks: readonly string[]
  /** Takes what was found, for a check that the watch can find something. */
  readonly take: () => readonly string[]
}

/** Watches all pages of a context; the wall's from document start, others while `start` says so. */
export async function watchForLeaks(context: BrowserContext, markers: Markers): Promise<LeakWatch> {
  const leaks: string[] = []
  const report = (sentence: string) => void leaks.push(sentence)
  const check = (what: string, content: Uint8Array | string) => {
    for (const found of markers.foundIn(content)) report(`${what}: ${found}`)
  }
  await context.exposeBinding('reportLeak', (_source, sentence: string) => report(sentence))
  await context.addInitScript(watchInPage, markers.cores)
  context.on('console', (message) => {
    // The guard fails for errors anyway; here is nobody to whom the console is not open.
    check('the console', message.text())
  })
  context.on('weberror', (error) => check('an error', error.error().stack ?? ''))
  context.on('request', (request) => {
    check('an address', request.url())
    check('what a request carries', request.postDataBuffer() ?? '')
  })
  context.on('page', (page) => {
    page.on('download', (download) => check('a file name', download.suggestedFilename()))
  })
  const watching = (page: Page, isOn: boolean) =>
    page.evaluate((on) => void Reflect.set(window, 'watching', on), isOn)
  return {
    leaks,
    start: (page) => watching(page, true),
    stop: (page) => watching(page, false),
    look: async (page, when) => check(when, await everythingShown(page)),
    bytes: check,
    take: () => leaks.splice(0),
  }
}

/** Runs in every page before anything of the app; knows nothing outside itself. */
function watchInPage(cores: readonly string[]): void {
  const isWall = location.pathname.endsWith('/wall.html')
  // A reload in the middle of watching goes on watching.
  const KEY = 'test-watching'
  const isWatching = () => isWall || Reflect.get(window, 'watching') === true
  if (window.name === KEY) Reflect.set(window, 'watching', true)
  addEventListener('pagehide', () => {
    window.name = isWatching() && !isWall ? KEY : ''
  })
  const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const wanted = cores.map(folded)
  const report: unknown = Reflect.get(window, 'reportLeak')
  const check = (what: string, said: unknown) => {
    if (!isWatching() || typeof said !== 'string' || said === '') return
    const text = folded(said)
    for (const core of wanted) {
      const at = text.indexOf(core)
      if (at === -1 || typeof report !== 'function') continue
      report(
        `${isWall ? 'the wall' : 'the page'}, ${what}: ${text.slice(Math.max(0, at - 60), at + 60)}`,
      )
    }
  }
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === 'characterData') check('a text', target.textContent)
      else if (type === 'attributes' && target instanceof Element) {
        check(`attribute ${attributeName ?? ''}`, target.getAttribute(attributeName ?? ''))
      }
      for (const node of addedNodes)
        check('the document', node instanceof Element ? node.outerHTML : node.textContent)
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })

  /** Looks at what a function of the browser is given, and calls it. */
  const wrap = (owner: object, name: string, textOf: (given: unknown[]) => unknown) => {
    const real: unknown = Reflect.get(owner, name)
    if (typeof real !== 'function') return
    Reflect.set(owner, name, function looked(this: unknown, ...given: unknown[]) {
      check(name, textOf(given))
      return Reflect.apply(real, this, given) as unknown
    })
  }
  const json = (given: unknown[]) => JSON.stringify(given)
  wrap(History.prototype, 'pushState', json)
  wrap(History.prototype, 'replaceState', json)
  wrap(window, 'open', json)
  wrap(window, 'postMessage', json)
  wrap(Storage.prototype, 'setItem', json)
  // A window that has no address yet has no clipboard.
  if ('Clipboard' in window) wrap(Clipboard.prototype, 'writeText', json)
  wrap(CanvasRenderingContext2D.prototype, 'fillText', json)
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) wrap(console, level, json)
  const post: unknown = Reflect.get(BroadcastChannel.prototype, 'postMessage')
  BroadcastChannel.prototype.postMessage = function looked(message: unknown) {
    // Between tabs of the team's own a map may travel whole; to the wall never, whatever the console shows.
    if (this.name.startsWith('allyscope-wall-')) {
      const was = isWatching()
      Reflect.set(window, 'watching', true)
      check('a message to the wall', JSON.stringify(message))
      Reflect.set(window, 'watching', was)
    }
    if (typeof post === 'function') Reflect.apply(post, this, [message])
  }
  addEventListener('hashchange', () => check('the address', location.href))
}
