import { type ComponentType, createElement, useEffect, useState } from 'react'

/** A component whose code is fetched when it is first shown, or ahead of that. */
type OnDemand<P> = ComponentType<P> & {
  /** Fetches the code when the page is idle. */
  readonly fetchAhead: () => void
  /** Fetches the code at once: it is about to be shown. Ends when it is there, or can't be had. */
  readonly fetchNow: () => Promise<void>
}

type Fetched<P> = { readonly part: ComponentType<P> } | { readonly error: unknown }

/**
 * Splits a component from the code that the page starts with. Once its code is there it is drawn in
 * the same step, so that the focus can be moved into it. Not with `lazy` and `Suspense`: they leave a gap even
 * then, and React shows what was waited for no sooner than 300 ms after it showed that something is waited for.
 * A fetch that fails is thrown to the error boundary by whoever shows the part; the next one tries again.
 */
export function onDemand<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): OnDemand<P> {
  let loaded: ComponentType<P> | null = null
  let coming: Promise<Fetched<P>> | null = null
  const fetchCode = (): Promise<Fetched<P>> => (coming ??= outcomeOf(load()))
  async function outcomeOf(loading: ReturnType<typeof load>): Promise<Fetched<P>> {
    try {
      loaded = (await loading).default
      return { part: loaded }
    } catch (error) {
      coming = null
      return { error }
    }
  }
  function Part(props: P) {
    // Kept from mounting on: another component type would be mounted anew and lose what was typed.
    const [fetched, setFetched] = useState<Fetched<P> | null>(() => loaded && { part: loaded })
    const isWaiting = fetched === null
    useEffect(() => {
      if (!isWaiting) return
      let isGone = false
      void fetchCode().then((outcome) => isGone || setFetched(outcome))
      return () => {
        isGone = true
      }
    }, [isWaiting])
    if (!fetched) return null
    if ('error' in fetched) throw fetched.error
    return createElement(fetched.part, props)
  }
  // Ahead of time nobody waits for it: whoever opens it tries again, and is told of a failure.
  const fetchNow = async () => {
    await fetchCode()
  }
  return Object.assign(Part, { fetchNow, fetchAhead: () => whenIdle(() => void fetchNow()) })
}

/** Not every browser says when it is idle; then it is about when the page has settled. */
const SETTLED_MS = 300

/** Runs something when the page has nothing better to do. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run)
  else setTimeout(run, SETTLED_MS)
}
