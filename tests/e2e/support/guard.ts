import { test as base, type BrowserContext } from '@playwright/test'

/**
 * What the app must never do, watched in every page of a test's browser context and in its service
 * worker: reach another origin, break the Content-Security-Policy, log an error, or throw.
 */
export interface Guard {
  /** What was seen so far, one sentence each. */
  readonly faults: readonly string[]
  /** Lets faults through that match, for a test that provokes them. */
  readonly expectFault: (pattern: RegExp) => void
  /** Counts another address of the app as its own, for a test that serves it by itself. */
  readonly alsoServedFrom: (url: string) => void
}

const LOCAL_SCHEMES = new Set(['data:', 'blob:', 'about:'])

async function watch(
  context: BrowserContext,
  origins: ReadonlySet<string>,
  report: (fault: string) => void,
) {
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (!origins.has(url.origin) && !LOCAL_SCHEMES.has(url.protocol))
      report(`a request left for ${request.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') report(`the console says: ${message.text()}`)
  })
  context.on('weberror', (error) => {
    report(`an error was thrown: ${error.error().stack ?? error.error().message}`)
  })
  await context.exposeBinding('reportViolation', (_source, violation: string) => {
    report(`the Content-Security-Policy was broken: ${violation}`)
  })
  // The app tells people of errors, and the browser not to: here they are heard before.
  await context.exposeBinding('reportThrown', (_source, thrown: string) => {
    report(`an error was thrown: ${thrown}`)
  })
  await context.addInitScript(() => {
    const tell = (error: unknown) => {
      const send: unknown = Reflect.get(window, 'reportThrown')
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      if (typeof send === 'function') send(text)
    }
    addEventListener('error', ({ error }) => error && tell(error))
    addEventListener('unhandledrejection', ({ reason }) => tell(reason))
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const send: unknown = Reflect.get(window, 'reportViolation')
      if (typeof send === 'function')
        send(`${violatedDirective}, ${blockedURI} in ${sourceFile || 'the page'}`)
    })
  })
}

/** Playwright's `test`, with the guard always on: a test with faults fails. */
export const test = base.extend<{ guard: Guard }>({
  guard: [
    async ({ context, baseURL }, use) => {
      const faults: string[] = []
      const expected: RegExp[] = []
      if (baseURL === undefined) throw new Error('playwright.config.ts sets no baseURL')
      const origins = new Set([new URL(baseURL).origin])
      await watch(context, origins, (fault) => {
        if (!expected.some((pattern) => pattern.test(fault))) faults.push(fault)
      })
      await use({
        faults,
        expectFault: (pattern) => void expected.push(pattern),
        alsoServedFrom: (url) => void origins.add(new URL(url).origin),
      })
      if (faults.length > 0) throw new Error(`The app misbehaved:\n${faults.join('\n')}`)
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
