/**
 * The few things of a service worker that ours uses. TypeScript's own `WebWorker` library cannot be
 * loaded beside `DOM`, and the app's sources are checked as one program.
 */
export interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  /** Of a navigation: the page that the answer will become. */
  readonly resultingClientId: string
  respondWith(answer: Promise<Response>): void
}

export interface MessageFromPage extends ExtendableEvent {
  readonly data: unknown
}

interface EventOf {
  readonly install: ExtendableEvent
  readonly activate: ExtendableEvent
  readonly fetch: FetchEvent
  readonly message: MessageFromPage
}

export interface WorkerScope {
  readonly caches: CacheStorage
  readonly clients: {
    claim(): Promise<void>
    /** Pages, those of other workers or of none too. */
    matchAll(options: { includeUncontrolled: true }): Promise<readonly { readonly id: string }[]>
  }
  readonly registration: { readonly scope: string }
  fetch(request: Request | string): Promise<Response>
  skipWaiting(): Promise<void>
  addEventListener<K extends keyof EventOf>(type: K, listener: (event: EventOf[K]) => void): void
}
