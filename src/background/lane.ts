import type { MapView } from '../audience/view.ts'
import type { JobName, Jobs, Told } from './jobs.ts'

/** As much of a worker as a lane needs; given, so that tests can stand in for it. */
export interface WorkerLike<N extends JobName> {
  postMessage(message: unknown): void
  terminate(): void
  onmessage: ((event: MessageEvent<Told<N>>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

interface LaneParts<N extends JobName> {
  readonly job: N
  readonly startWorker: () => WorkerLike<N>
  /** Does the job on this side where the browser gives no worker, or its script can't be loaded. */
  readonly inline: (
    view: MapView,
    ask: Jobs[N]['ask'],
    onProgress: (done: number) => void,
  ) => Promise<Jobs[N]['answer']>
  /** Long jobs are ended at once when called off, with their thread; short ones may finish unheard. */
  readonly endsWhenCalledOff: boolean
}

interface Run {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number) => void) | undefined
}

export interface Lane<N extends JobName> {
  /** Jobs are done one after the other. Called off, the promise rejects at once. */
  run(view: MapView, ask: Jobs[N]['ask'], how?: Run): Promise<Jobs[N]['answer']>
}

/** A thread of its own for one kind of job, started when first needed. */
export function createLane<N extends JobName>(parts: LaneParts<N>): Lane<N> {
  const { job, startWorker, inline, endsWhenCalledOff } = parts
  let worker: WorkerLike<N> | null = null
  let sent: MapView | null = null
  let isRefused = false
  let last: Promise<unknown> = Promise.resolve()

  const started = (): WorkerLike<N> | null => {
    if (isRefused) return null
    try {
      worker ??= startWorker()
    } catch {
      isRefused = true
    }
    return worker
  }
  const end = () => {
    worker?.terminate()
    worker = null
    sent = null
  }

  const onThread = (
    thread: WorkerLike<N>,
    view: MapView,
    ask: Jobs[N]['ask'],
    { signal, onProgress }: Run,
  ) =>
    new Promise<Jobs[N]['answer'] | typeof REFUSED>((resolve, reject) => {
      const onAbort = () => {
        end()
        reject(reasonOf(signal))
      }
      if (endsWhenCalledOff) signal?.addEventListener('abort', onAbort, { once: true })
      const settle = (conclude: () => void) => {
        signal?.removeEventListener('abort', onAbort)
        conclude()
      }
      thread.onmessage = ({ data }) => {
        if ('done' in data) onProgress?.(data.done)
        else if ('failure' in data)
          settle(() => reject(new Error(`${job} failed: ${data.failure}`)))
        else settle(() => resolve(data.answer))
      }
      thread.onerror = (event) => {
        event.preventDefault()
        end()
        isRefused = true
        settle(() => resolve(REFUSED))
      }
      thread.postMessage({ job, view: view === sent ? null : view, ask })
      sent = view
    })

  const work = async (view: MapView, ask: Jobs[N]['ask'], how: Run) => {
    how.signal?.throwIfAborted()
    const thread = started()
    const answer = thread ? await onThread(thread, view, ask, how) : REFUSED
    return answer === REFUSED ? inline(view, ask, how.onProgress ?? unheard) : answer
  }

  return {
    run(view, ask, how = {}) {
      const mine = last.then(() => work(view, ask, how))
      last = mine.catch(() => undefined)
      return calledOff(mine, how.signal)
    },
  }
}

const REFUSED = Symbol('no worker')
const unheard = () => undefined

/** The promise, or the rejection of its signal, whichever comes first. */
function calledOff<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(reasonOf(signal))
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}

const reasonOf = (signal: AbortSignal | undefined): Error =>
  signal?.reason instanceof Error ? signal.reason : new DOMException('cancelled', 'AbortError')
