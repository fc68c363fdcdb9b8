import { registerServiceWorker } from '../serviceWorker/register.ts'
import type { App } from './services.ts'

/** Tells of newer builds, and takes one into use when somebody says so and every tab agrees. */
export async function keepUpToDate({ services: { update }, flush, isSeen }: App) {
  const { applyUpdate } = await registerServiceWorker({
    onUpdateReady: () => update.setState({ state: 'ready' }),
    onOfflineReady: () => undefined,
    onUpdated: () => update.setState({ state: 'done elsewhere' }),
    async prepare() {
      const isStored = await flush()
      if (isSeen()) return 'presenting'
      return isStored ? 'ready' : 'not saved'
    },
  })
  return async () => {
    const outcome = await applyUpdate()
    // It is taken already, in another tab.
    if (outcome === 'no update') update.setState({ state: 'done elsewhere' })
    else if (outcome !== 'reloading') update.setState({ state: 'ready', refused: outcome })
  }
}
