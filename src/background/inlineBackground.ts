import type { Background } from './background.ts'
import { WORK } from './jobs.ts'

/** Works everything out on the spot: for tests. */
export const inlineBackground: Background = {
  analyse: async (view, signal) => {
    await Promise.resolve()
    signal?.throwIfAborted()
    return WORK.analyse(view, null, nobodyListens)
  },
  ways: async (view, target, signal) => {
    await Promise.resolve()
    signal?.throwIfAborted()
    return WORK.ways(view, { target }, nobodyListens)
  },
  arrange: async (view, held, { signal, onProgress = nobodyListens } = {}) => {
    await Promise.resolve()
    signal?.throwIfAborted()
    return WORK.arrange(view, { held }, onProgress)
  },
}

const nobodyListens = () => undefined
