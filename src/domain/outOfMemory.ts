/** Whether an error says that the browser gave no memory: each engine says so in its own words. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof RangeError || (error instanceof Error && /memory/iu.test(error.message))
