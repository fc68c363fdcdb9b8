import { fail } from '../domain/result.ts'
import { type Asked, type JobName, type Jobs, workOn } from './jobs.ts'

/** A thread for one job: it is ended after its answer. */
const tell = (answer: Jobs[JobName]['answer']): void =>
  self.postMessage(answer, { transfer: answer.ok ? [answer.value.buffer] : [] })

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  workOn(data).then(tell, () => tell(fail('failed')))
})
