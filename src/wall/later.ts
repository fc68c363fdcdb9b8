/**
 * The browser's timer.
 * @returns a function that calls it off
 */
export function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
