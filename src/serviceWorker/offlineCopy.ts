import type { WorkerScope } from './scope.ts'

/** One build of the app, as the build plugin lists it. */
export interface Build {
  /** A hash of all files: the same files, the same version. */
  readonly version: string
  /** Addresses relative to the worker's scope, such as `assets/index-1a2b.js`. */
  readonly files: readonly string[]
}

const PREFIX = 'allyscope-build-'
/** Remembers which build was the last to take over, and which one each page started with. */
const LEDGER = 'allyscope-ledger'
const ACTIVE = 'active-version'
const STARTED = 'started-with/'
/** Notes of pages that are gone are thrown away now and then. */
const NOTES_KEPT = 50

const cacheName = (version: string): string => PREFIX + version

/**
 * Loads every file of the build into a cache of its own. One missing file fails the whole
 * installation, and the build before stays: half an app is never kept.
 */
export async function install(scope: WorkerScope, build: Build): Promise<void> {
  const cache = await scope.caches.open(cacheName(build.version))
  await Promise.all(
    build.files.map(async (file) => {
      const url = new URL(file, scope.registration.scope).href
      // Past the browser's own cache, which may hold a file of the build before.
      const loaded = await scope.fetch(new Request(url, { cache: 'reload' }))
      if (!loaded.ok) throw new Error(`${file} could not be loaded: ${loaded.status}`)
      await cache.put(url, unredirected(loaded))
    }),
  )
}

/** Some hosts redirect `index.html` to its folder; browsers refuse such an answer for a page. */
const unredirected = (response: Response): Response =>
  response.redirected
    ? new Response(response.body, { status: response.status, headers: response.headers })
    : response

/**
 * Drops the builds that no open tab can need: all but this one, the one that was active before, and those that an
 * open page started with. As long as it is not known of some page which one that is, none goes.
 * @returns whether this is the first build ever to be active here
 */
export async function takeOver(scope: WorkerScope, build: Build): Promise<boolean> {
  const ledger = await scope.caches.open(LEDGER)
  const key = new URL(ACTIVE, scope.registration.scope).href
  const before = await (await ledger.match(key))?.text()
  const pages = await openPages(scope)
  // Whatever was open before there was any worker came with this build.
  if (before === undefined) for (const id of pages) await noteStart(scope, build, id)
  const used = await Promise.all(
    [...pages].map(async (id) => (await ledger.match(noteOf(scope, id)))?.text()),
  )
  if (!used.includes(undefined)) {
    const versions = [build.version, before ?? build.version, ...used]
    const keep = new Set([LEDGER, ...versions.map((version) => cacheName(version ?? ''))])
    for (const name of await scope.caches.keys())
      if (name.startsWith(PREFIX) && !keep.has(name)) await scope.caches.delete(name)
  }
  await ledger.put(key, new Response(build.version))
  return before === undefined
}

const openPages = async (scope: WorkerScope): Promise<ReadonlySet<string>> => {
  const pages = await scope.clients.matchAll({ includeUncontrolled: true })
  return new Set(pages.map(({ id }) => id))
}

const noteOf = (scope: WorkerScope, page: string): string =>
  new URL(STARTED + page, scope.registration.scope).href

/** A page starts with this build, and goes on with it through any number of updates until it is reloaded. */
export async function noteStart(scope: WorkerScope, build: Build, page: string): Promise<void> {
  if (page === '') return
  const ledger = await scope.caches.open(LEDGER)
  const notes = (await ledger.keys()).filter(({ url }) => url.startsWith(noteOf(scope, '')))
  if (notes.length >= NOTES_KEPT) {
    const pages = await openPages(scope)
    for (const { url } of notes)
      if (!pages.has(url.slice(noteOf(scope, '').length))) await ledger.delete(url)
  }
  await ledger.put(noteOf(scope, page), new Response(build.version))
}

/** Whether the worker answers this request at all; others are left to the browser. */
export const isOurs = (request: Request): boolean => request.method === 'GET'

/**
 * The kept file if there is one; for a page that is not a file, the app itself. A tab of the build
 * before still finds its files. What is unknown goes to our own server only, never to another one.
 */
export async function answer(
  scope: WorkerScope,
  build: Build,
  request: Request,
): Promise<Response> {
  const root = new URL(scope.registration.scope)
  const url = new URL(request.url)
  if (url.origin !== root.origin) return Response.error()
  const cache = await scope.caches.open(cacheName(build.version))
  const kept = await cache.match(url.origin + url.pathname)
  if (kept) return kept
  if (request.mode === 'navigate') {
    const page = await cache.match(new URL('index.html', root))
    if (page) return page
  }
  return (await matchOlder(scope, url)) ?? scope.fetch(request)
}

async function matchOlder(scope: WorkerScope, url: URL): Promise<Response | undefined> {
  for (const name of await scope.caches.keys()) {
    if (!name.startsWith(PREFIX)) continue
    const kept = await (await scope.caches.open(name)).match(url.origin + url.pathname)
    if (kept) return kept
  }
  return undefined
}
