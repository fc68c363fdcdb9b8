import { createRoot } from 'react-dom/client'
import { ServicesProvider } from '../views/services.ts'
import { FailureNotice } from '../views/crash/FailureNotice.tsx'
import type { App } from './services.ts'

/** Whoever is told of the same thing again and again stops reading. */
const PAUSE_MS = 60_000

let lastToldAt = -PAUSE_MS

/** Tells of an error that no part of the page has caught. On a projector it waits until the wall is left. */
export function tellOfFailure(app: App, event: ErrorEvent | PromiseRejectionEvent): void {
  const error: unknown = 'reason' in event ? event.reason : event.error
  if (isBenign(error) || performance.now() - lastToldAt < PAUSE_MS) return
  lastToldAt = performance.now()
  const screen = app.screen.getState()
  const map = screen.kind === 'map' ? screen.session.map : null
  if (!map?.wall.getState().isPresenting) return show(app, error)
  const stop = map.wall.subscribe(({ isPresenting }) => {
    if (isPresenting) return
    stop()
    show(app, error)
  })
}

/** Nothing was thrown (a browser only complains), or somebody took back what was asked for. */
const isBenign = (error: unknown): boolean =>
  error === null ||
  error === undefined ||
  (error instanceof DOMException && error.name === 'AbortError')

function show(app: App, error: unknown): void {
  const screen = app.screen.getState()
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place, { onUncaughtError: close })
  function close(): void {
    root.unmount()
    place.remove()
  }
  root.render(
    <ServicesProvider value={app.services}>
      <FailureNotice
        failure={{ what: 'step', error }}
        map={screen.kind === 'map' ? screen.session.map : null}
        onClose={close}
      />
    </ServicesProvider>,
  )
}
