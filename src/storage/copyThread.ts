/** As much of a worker as this needs; given, so that tests can stand in for it. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  onmessage: ((event: MessageEvent<unknown>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

const startWorker = (): WorkerLike =>
  new Worker(new URL('./copyWorker.ts', import.meta.url), { type: 'module' })

export interface CopyThread {
  /** Tends all second copies, and says how many newer ones were set aside. */
  tend(name: string): Promise<number>
  /**
   * Ends the thread in the middle of its work, so that nothing of it is reading the database any more. A copy that was
   * being written stays as it was before.
   */
  stop(): void
}

/**
 * Tends second copies on a thread of its own. It stays until it is stopped: to start one takes more than to write a
 * copy. Where the browser gives none there are no copies: packing a large map would hold up the page.
 */
export function copyThread(start: () => WorkerLike = startWorker): CopyThread {
  let worker: WorkerLike | null = null
  let answer: (newer: number) => void = () => undefined
  const stop = () => {
    worker?.terminate()
    worker = null
    answer(0)
  }
  return {
    tend: (name) =>
      new Promise((resolve) => {
        answer = resolve
        try {
          worker ??= start()
          worker.onmessage = ({ data }) => resolve(Number(data))
          worker.onerror = (event) => {
            event.preventDefault()
            stop()
          }
          worker.postMessage(name)
        } catch {
          resolve(0)
        }
      }),
    stop,
  }
}
