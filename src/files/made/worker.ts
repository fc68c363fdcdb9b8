import { fail, ok } from '../../domain/result.ts'
import { failureOf, type PageJob, writePages } from './pictureJobs.ts'

/** A thread for one file: it is ended after its answer. */
self.addEventListener('message', ({ data }: MessageEvent<PageJob>) => {
  writePages(data).then(
    (file) => self.postMessage(ok(file), { transfer: [file.bytes.buffer] }),
    (reason: unknown) => self.postMessage(fail(failureOf(reason))),
  )
})

// From here on an error is of the work, and not of a browser that could not load this script.
self.postMessage('ready')
