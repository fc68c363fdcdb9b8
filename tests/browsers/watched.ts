import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DIST, serve } from '../../scripts/serve.mjs'

/** What a page has seen since it was loaded. */
export interface Seen {
  /** Violations of the Content-Security-Policy, errors thrown, errors logged. */
  readonly faults: readonly string[]
  /** The address of everything that the page has asked for. */
  readonly asked: readonly string[]
  /** What was handed to the browser's downloads, as text. */
  readonly files: readonly string[]
}

export interface WatchedApp {
  readonly url: string
  /** Takes the server away; what is kept for offline use has to do from then on. */
  readonly goOffline: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Serves the build with a script of ours before its own in each page, so that every engine can be asked alike. */
export async function serveWatched(): Promise<WatchedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'allyscope-watched-'))
  await cp(DIST, folder, { recursive: true })
  await writeFile(join(folder, 'watch.js'), `(${watchPage.toString()})()`)
  for (const file of await readdir(folder)) {
    if (!file.endsWith('.html')) continue
    const page = await readFile(join(folder, file), 'utf8')
    // Behind the policy, which is the first element: it holds for our script too.
    const changed = page.replace(
      /(<meta http-equiv="Content-Security-Policy"[^>]*>)/,
      '$1<script src="./watch.js"></script>',
    )
    if (changed === page) throw new Error(`${file} has no policy`)
    await writeFile(join(folder, file), changed)
  }
  const server = await serve({ folder, port: 0 })
  let isServed = true
  const goOffline = async () => {
    if (isServed) await server.close()
    isServed = false
  }
  return {
    url: server.url,
    goOffline,
    stop: async () => {
      await goOffline()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Sent to the pages as text: it can refer to nothing outside itself. */
function watchPage(): void {
  const faults: string[] = []
  const files: string[] = []
  const told = (what: unknown): string =>
    what instanceof Error ? `${what.message} ${what.stack ?? ''}` : String(what)
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    faults.push(`policy: ${violatedDirective}, ${blockedURI}`)
  })
  addEventListener('error', ({ error, message }) => {
    faults.push(`thrown: ${message} ${told(error)}`)
  })
  addEventListener('unhandledrejection', ({ reason }) => {
    faults.push(`rejected: ${told(reason)}`)
  })
  const log: unknown = Reflect.get(console, 'error')
  Reflect.set(console, 'error', (...said: unknown[]) => {
    faults.push(`logged: ${said.map(told).join(' ')}`)
    if (typeof log === 'function') Reflect.apply(log, console, said)
  })
  const blobs = new Map<string, Blob>()
  const makeUrl = URL.createObjectURL.bind(URL)
  URL.createObjectURL = (blob: Blob) => {
    const url = makeUrl(blob)
    blobs.set(url, blob)
    return url
  }
  const click = Reflect.get(HTMLAnchorElement.prototype, 'click')
  HTMLAnchorElement.prototype.click = function take() {
    const blob = blobs.get(this.href)
    if (blob) void blob.text().then((text) => files.push(text))
    else Reflect.apply(click, this, [])
  }
  const asked: string[] = []
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) asked.push(name)
  }).observe({ type: 'resource', buffered: true })
  Object.assign(window, { seen: { faults, asked, files } })
}

/** What must not have been seen: every fault, and every address that is not a part of the app. */
export const misdeeds = ({ faults, asked }: Seen, url: string): string[] => [
  ...faults,
  ...asked.flatMap((address) => (isPartOf(url, address) ? [] : [`it asked for ${address}`])),
]

/** A file of the build, without any question behind it, or something that never leaves the page. */
const isPartOf = (url: string, address: string): boolean =>
  /^(blob|data):/.test(address) ||
  (address.startsWith(url) && /^[\w./-]*$/.test(address.slice(url.length)))
