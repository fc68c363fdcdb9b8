import type { Background } from './background.ts'

/** The background of the app. Its code is fetched with the first question; a fetch that fails is tried again with the next. */
export function lateBackground(): Background {
  let coming: Promise<Background> | null = null
  const there = async (): Promise<Background> => {
    coming ??= import('./workerBackground.ts').then(({ createBackground }) => createBackground())
    try {
      return await coming
    } catch (error) {
      coming = null
      throw error
    }
  }
  return {
    analyse: async (...question) => (await there()).analyse(...question),
    ways: async (...question) => (await there()).ways(...question),
    arrange: async (...question) => (await there()).arrange(...question),
  }
}
