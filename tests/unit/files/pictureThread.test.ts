import { describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../../src/domain/result.ts'
import type { PageJob } from '../../../src/files/made/pictureJobs.ts'
import {
  filePages,
  type PageAnswer,
  type PageWorker,
} from '../../../src/files/made/pictureThread.ts'
import { everything, svgsOf } from './picture/pictures.ts'

const JOB: PageJob = { format: 'pptx', svgs: svgsOf(everything('public')).slice(0, 1) }
const FILE: PageAnswer = ok({ bytes: new Uint8Array([1, 2]), missing: [] })

/** Stands in for the thread: what it says is said here. */
class StandIn implements PageWorker {
  onmessage: PageWorker['onmessage'] = null
  onerror: PageWorker['onerror'] = null
  readonly postMessage = vi.fn<PageWorker['postMessage']>()
  readonly terminate = vi.fn<PageWorker['terminate']>()

  say(data: PageAnswer | 'ready'): void {
    this.onmessage?.(new MessageEvent('message', { data }))
  }

  /** As a browser tells of an error that nobody caught. */
  break(message: string): Event {
    const event = new Event('error', { cancelable: true })
    this.onerror?.(
      Object.assign(event, { message, filename: '', lineno: 0, colno: 0, error: null }),
    )
    return event
  }
}

/** A file that is being written, and the thread that writes it. */
function writing(signal?: AbortSignal) {
  const worker = new StandIn()
  const answer = filePages(JOB, signal, () => worker)
  return { worker, answer }
}

describe('a file that is written on another thread', () => {
  it('is what the thread answers, which is then ended', async () => {
    const { worker, answer } = writing()
    expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith(JOB)
    worker.say('ready')
    expect(worker.terminate).not.toHaveBeenCalled()
    worker.say(FILE)
    expect(await answer).toBe(FILE)
    expect(worker.terminate).toHaveBeenCalledOnce()
  })

  it('may fail there', async () => {
    const { worker, answer } = writing()
    worker.say(fail('no memory'))
    expect(await answer).toEqual(fail('no memory'))
    expect(worker.terminate).toHaveBeenCalledOnce()
  })

  it('can be called off: the thread is ended at once', async () => {
    const stop = new AbortController()
    const { worker, answer } = writing(stop.signal)
    stop.abort()
    await expect(answer).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(worker.terminate).toHaveBeenCalledOnce()
  })

  it('is not begun when it was called off before', async () => {
    const start = vi.fn<() => PageWorker>()
    await expect(filePages(JOB, AbortSignal.abort(), start)).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    )
    expect(start).not.toHaveBeenCalled()
  })

  it('is not called off any more once it is there', async () => {
    const stop = new AbortController()
    const { worker, answer } = writing(stop.signal)
    worker.say(FILE)
    stop.abort()
    expect(await answer).toBe(FILE)
    expect(worker.terminate).toHaveBeenCalledOnce()
  })

  it('is a failure when the thread breaks at its work: it would break here too', async () => {
    const { worker, answer } = writing()
    worker.say('ready')
    expect(worker.break('Uncaught RangeError').defaultPrevented).toBe(true)
    expect(await answer).toMatchObject({ ok: false })
    expect(worker.terminate).toHaveBeenCalledOnce()
  })
})

describe('without another thread', () => {
  const isWritten = (answer: PageAnswer) =>
    expect(answer).toMatchObject({ ok: true, value: { missing: [] } })

  it('a file is written here where the browser gives none', async () => {
    isWritten(
      await filePages(JOB, undefined, () => {
        throw new Error('no workers in this browser')
      }),
    )
  })

  it('a file is written here where its script can’t be loaded', async () => {
    const { worker, answer } = writing()
    worker.break('')
    isWritten(await answer)
    expect(worker.terminate).toHaveBeenCalledOnce()
  })

  it('a page that can’t be read is a failure, and no exception', async () => {
    const answer = filePages({ format: 'pptx', svgs: ['<svg><marquee/></svg>'] }, undefined, () => {
      throw new Error('no workers in this browser')
    })
    expect(await answer).toEqual(fail('failed'))
  })
})
