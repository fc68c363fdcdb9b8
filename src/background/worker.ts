import type { MapView } from '../audience/view.ts'
import { type Asked, type Told, workOn } from './jobs.ts'

/** The thread on which insights and arrangements are worked out: one job at a time, then the next. */
const tell = (told: Told): void => self.postMessage(told)

let last: MapView | null = null

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  last = data.view ?? last
  if (!last) return tell({ failure: 'no view' })
  try {
    tell({ answer: workOn(last, data, (done) => tell({ done })) })
  } catch (error) {
    tell({ failure: error instanceof Error ? error.name : 'unknown' })
  }
})
