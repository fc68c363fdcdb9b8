import { findingsOf } from '../analysis/findings.ts'
import { gapsOf } from '../analysis/gaps.ts'
import { VAGUE_WORDS_EN } from '../analysis/vagueWordsEn.ts'
import { waysTo, type WaysResult } from '../analysis/ways.ts'
import type { MapView } from '../audience/view.ts'
import { layoutNetwork, type NetworkPlaces } from '../drawing/network/networkLayout.ts'
import type { Insights } from './background.ts'

/** What can be asked about a view in the background; plain data, for it crosses to a worker and back. */
export interface Jobs {
  readonly analyse: { readonly ask: null; readonly answer: Insights }
  readonly ways: { readonly ask: { readonly target: string }; readonly answer: WaysResult }
  readonly arrange: {
    readonly ask: { readonly held: NetworkPlaces }
    readonly answer: NetworkPlaces
  }
}
export type JobName = keyof Jobs

type Work<N extends JobName> = (
  view: MapView,
  ask: Jobs[N]['ask'],
  onProgress: (done: number) => void,
) => Jobs[N]['answer']

/** How each is done, on whatever thread. */
export const WORK: { readonly [N in JobName]: Work<N> } = {
  analyse: (view) => ({ findings: findingsOf(view), gaps: gapsOf(view, VAGUE_WORDS_EN) }),
  ways: (view, { target }) => waysTo(view, target),
  arrange: (view, { held }, onProgress) => layoutNetwork(view, held, onProgress),
}

/** A job on its way to the worker. `view` is null when it is that of the job before: large ones are sent once. */
export type Asked = {
  readonly [N in JobName]: {
    readonly job: N
    readonly view: MapView | null
    readonly ask: Jobs[N]['ask']
  }
}[JobName]

/** What the worker says: how far it is, the answer, or that it failed. */
export type Told<N extends JobName = JobName> =
  | { readonly done: number }
  | { readonly answer: Jobs[N]['answer'] }
  | { readonly failure: string }

export function workOn(
  view: MapView,
  asked: Asked,
  onProgress: (done: number) => void,
): Jobs[JobName]['answer'] {
  switch (asked.job) {
    case 'analyse':
      return WORK.analyse(view, asked.ask, onProgress)
    case 'ways':
      return WORK.ways(view, asked.ask, onProgress)
    case 'arrange':
      return WORK.arrange(view, asked.ask, onProgress)
  }
}
