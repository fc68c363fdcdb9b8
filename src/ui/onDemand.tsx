import { type ComponentType, createElement, lazy, Suspense, useState } from 'react'

/** A component whose code is fetched when it is first shown, or ahead of that. */
type OnDemand<P> = ComponentType<P> & { readonly fetchAhead: () => void }

/**
 * Splits a component from the code that the page starts with. Once its code is there it is drawn in
 * the same step, so that the focus can be moved into it: `lazy` alone leaves a gap even then.
 */
export function onDemand<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): OnDemand<P> {
  let loaded: ComponentType<P> | null = null
  const fetchCode = async () => {
    const part = await load()
    loaded = part.default
    return part
  }
  const Waiting = lazy(fetchCode)
  function Part(props: P) {
    // Kept from mounting on: another component type would be mounted anew and lose what was typed.
    const [Shown] = useState<ComponentType<P>>(() => loaded ?? Waiting)
    return <Suspense>{createElement(Shown, props)}</Suspense>
  }
  // Ahead of time nobody waits for it: whoever opens it tries again, and is told of a failure.
  return Object.assign(Part, {
    fetchAhead: () => whenIdle(() => void fetchCode().catch(() => null)),
  })
}

/** Not every browser says when it is idle; then it is about when the page has settled. */
const SETTLED_MS = 300

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run)
  else setTimeout(run, SETTLED_MS)
}
