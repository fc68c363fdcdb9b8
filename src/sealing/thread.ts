import { fail } from '../domain/result.ts'
import type { JobName, Jobs } from './jobs.ts'

/** As much of a worker as a job needs; given, so that tests can stand in for it. */
export interface WorkerLike<N extends JobName> {
  postMessage(message: unknown): void
  terminate(): void
  onmessage: ((event: MessageEvent<Jobs[N]['answer']>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

const startWorker = <N extends JobName>(): WorkerLike<N> =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

const NO_THREAD = Symbol('no worker')

/**
 * Does a job on a thread of its own, which is ended right after it: passphrase, keys and all the memory
 * that they were worked out in go with it. Where the browser gives no worker, or its script can't be
 * loaded, the job is done on this side.
 */
export async function doJob<N extends JobName>(
  job: N,
  ask: Jobs[N]['ask'],
  start: () => WorkerLike<N> = startWorker,
): Promise<Jobs[N]['answer']> {
  const answer = await onThread(job, ask, start)
  if (answer !== NO_THREAD) return answer
  try {
    const { WORK } = await import('./jobs.ts')
    return await WORK[job](ask)
  } catch {
    return fail('failed')
  }
}

const onThread = <N extends JobName>(job: N, ask: Jobs[N]['ask'], start: () => WorkerLike<N>) =>
  new Promise<Jobs[N]['answer'] | typeof NO_THREAD>((resolve) => {
    let worker: WorkerLike<N>
    try {
      worker = start()
    } catch {
      resolve(NO_THREAD)
      return
    }
    const end = (answer: Jobs[N]['answer'] | typeof NO_THREAD) => {
      worker.terminate()
      resolve(answer)
    }
    worker.onmessage = ({ data }) => end(data)
    worker.onerror = (event) => {
      event.preventDefault()
      end(NO_THREAD)
    }
    worker.postMessage({ job, ask })
  })
