import { fail, ok, type Result } from '../../domain/result.ts'
import {
  failureOf,
  type PageFailure,
  type PageFile,
  type PageJob,
  writePages,
} from './pictureJobs.ts'

export type PageAnswer = Result<PageFile, PageFailure>

/** As much of a worker as a file needs; given, so that tests can stand in for it. */
export interface PageWorker {
  postMessage(message: PageJob): void
  terminate(): void
  onmessage: ((event: MessageEvent<PageAnswer | 'ready'>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

const startWorker = (): PageWorker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

const NO_THREAD = Symbol('no worker')

/**
 * Writes a file on a thread of its own, which is ended right after it, or when it is called off: then the promise
 * rejects with the signal's reason. Where the browser gives no worker, or can't load its script,
 * the file is written on this side.
 */
export async function filePages(
  job: PageJob,
  signal?: AbortSignal,
  start: () => PageWorker = startWorker,
): Promise<PageAnswer> {
  signal?.throwIfAborted()
  const answer = await onThread(job, signal, start)
  if (answer !== NO_THREAD) return answer
  signal?.throwIfAborted()
  try {
    return ok(await writePages(job))
  } catch (reason) {
    return fail(failureOf(reason))
  }
}

const onThread = (job: PageJob, signal: AbortSignal | undefined, start: () => PageWorker) =>
  new Promise<PageAnswer | typeof NO_THREAD>((resolve, reject) => {
    let worker: PageWorker
    try {
      worker = start()
    } catch {
      resolve(NO_THREAD)
      return
    }
    const onAbort = () => {
      worker.terminate()
      reject(signal?.reason instanceof Error ? signal.reason : new Error('called off'))
    }
    const end = (answer: PageAnswer | typeof NO_THREAD) => {
      signal?.removeEventListener('abort', onAbort)
      worker.terminate()
      resolve(answer)
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    let isReady = false
    worker.onmessage = ({ data }) => {
      if (data === 'ready') isReady = true
      else end(data)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      end(isReady ? fail(failureOf(new Error(event.message))) : NO_THREAD)
    }
    worker.postMessage(job)
  })
