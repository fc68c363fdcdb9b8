import type { MapView } from '../audience/view.ts'
import type { Background } from './background.ts'
import type { JobName, Jobs } from './jobs.ts'
import { createLane, type WorkerLike } from './lane.ts'

const startWorker = <N extends JobName>(): WorkerLike<N> =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

/** Only where there is no worker are the jobs' programs needed on this side. */
const inline =
  <N extends JobName>(job: N) =>
  async (
    view: MapView,
    ask: Jobs[N]['ask'],
    onProgress: (done: number) => void,
  ): Promise<Jobs[N]['answer']> => {
    const { WORK } = await import('./jobs.ts')
    return WORK[job](view, ask, onProgress)
  }

const laneFor = <N extends JobName>(job: N, endsWhenCalledOff: boolean) =>
  createLane({ job, startWorker: () => startWorker<N>(), inline: inline(job), endsWhenCalledOff })

/** The background of the app: a thread for each kind of job, so that a short question never waits for a long one. */
export function createBackground(): Background {
  const analysis = laneFor('analyse', false)
  const ways = laneFor('ways', false)
  const arranging = laneFor('arrange', true)
  return {
    analyse: (view, signal) => analysis.run(view, null, { signal }),
    ways: (view, target, signal) => ways.run(view, { target }, { signal }),
    arrange: (view, held, how) => arranging.run(view, { held }, how),
  }
}
