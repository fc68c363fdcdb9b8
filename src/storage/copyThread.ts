/** As much of a worker as this needs; given, so that tests can stand in for it. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  onmessage: ((event: MessageEvent<unknown>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

const startWorker = (): WorkerLike =>
  new Worker(new URL('./copyWorker.ts', import.meta.url), { type: 'module' })

/**
 * Tends all second copies on a thread of its own, and says how many newer ones were set aside. The thread stays: to start
 * one takes more than to write a copy. Where the browser gives none there are no copies: packing a large map would hold
 * up the page.
 */
export function copyThread(
  start: () => WorkerLike = startWorker,
): (name: string) => Promise<number> {
  let worker: WorkerLike | null = null
  return (name) =>
    new Promise((resolve) => {
      try {
        const thread = (worker ??= start())
        thread.onmessage = ({ data }) => resolve(Number(data))
        thread.onerror = (event) => {
          event.preventDefault()
          thread.terminate()
          worker = null
          resolve(0)
        }
        thread.postMessage(name)
      } catch {
        resolve(0)
      }
    })
}
