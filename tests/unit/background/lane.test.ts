// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { Told } from '../../../src/background/jobs.ts'
import { createLane, type WorkerLike } from '../../../src/background/lane.ts'
import { viewFor } from '../../../src/audience/gate.ts'
import { docOf } from '../../support/records.ts'

const view = viewFor(docOf([]), 'team')

/** A thread that does nothing by itself. */
class FakeWorker implements WorkerLike<'ways'> {
  onmessage: ((event: MessageEvent<Told<'ways'>>) => void) | null = null
  onerror: ((event: ErrorEvent) => void) | null = null
  readonly asked: unknown[] = []
  isEnded = false
  postMessage(message: unknown) {
    this.asked.push(message)
  }
  terminate() {
    this.isEnded = true
  }
  tell(data: Told<'ways'>) {
    this.onmessage?.(new MessageEvent('message', { data }))
  }
}

const NO_WAY = { kind: 'no way' } as const
const soon = () => new Promise((resolve) => setTimeout(resolve, 0))

function setUp(endsWhenCalledOff = true) {
  const workers: FakeWorker[] = []
  const inline = vi.fn<() => Promise<typeof NO_WAY>>(() => Promise.resolve(NO_WAY))
  const startWorker = () => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker
  }
  const lane = createLane({ job: 'ways', startWorker, inline, endsWhenCalledOff })
  return { workers, inline, lane }
}

describe('a lane', () => {
  it('starts one thread when first needed, tells of progress and gives the answer', async () => {
    const { workers, lane } = setUp()
    expect(workers).toEqual([])
    const shares: number[] = []
    const answer = lane.run(view, { target: 'a' }, { onProgress: (done) => shares.push(done) })
    await soon()
    workers[0]?.tell({ done: 0.5 })
    workers[0]?.tell({ answer: NO_WAY })
    expect(await answer).toEqual(NO_WAY)
    expect(shares).toEqual([0.5])
    void lane.run(view, { target: 'b' })
    await soon()
    expect(workers.map(({ asked }) => asked.length)).toEqual([2])
  })

  it('asks for the next job only when the one before is done', async () => {
    const { workers, lane } = setUp()
    const first = lane.run(view, { target: 'a' })
    const second = lane.run(view, { target: 'b' })
    await soon()
    expect(workers[0]?.asked).toHaveLength(1)
    workers[0]?.tell({ answer: NO_WAY })
    await first
    await soon()
    workers[0]?.tell({ answer: { kind: 'is member' } })
    expect(await second).toEqual({ kind: 'is member' })
  })

  it('ends the thread at once when the job is called off, and starts another for the next', async () => {
    const { workers, lane } = setUp()
    const stop = new AbortController()
    const first = lane.run(view, { target: 'a' }, { signal: stop.signal })
    await soon()
    stop.abort()
    await expect(first).rejects.toThrow(/abort/i)
    expect(workers[0]?.isEnded).toBe(true)
    const second = lane.run(view, { target: 'b' })
    await soon()
    workers[1]?.tell({ answer: NO_WAY })
    expect(await second).toEqual(NO_WAY)
  })

  it('lets a short job finish unheard when it is called off', async () => {
    const { workers, lane } = setUp(false)
    const stop = new AbortController()
    const first = lane.run(view, { target: 'a' }, { signal: stop.signal })
    await soon()
    stop.abort()
    await expect(first).rejects.toThrow(/abort/i)
    expect(workers[0]?.isEnded).toBe(false)
    workers[0]?.tell({ answer: NO_WAY })
    const second = lane.run(view, { target: 'b' })
    await soon()
    workers[0]?.tell({ answer: { kind: 'is member' } })
    expect(await second).toEqual({ kind: 'is member' })
    expect(workers).toHaveLength(1)
  })

  it('sends a view once, as long as it stays the same and the thread lives', async () => {
    const { workers, lane } = setUp()
    const ask = async (about: typeof view) => {
      const answer = lane.run(about, { target: 'a' })
      await soon()
      workers.at(-1)?.tell({ answer: NO_WAY })
      await answer
    }
    await ask(view)
    await ask(view)
    const other = viewFor(docOf([]), 'team')
    await ask(other)
    const sent = workers[0]?.asked.map((asked) => Reflect.get(Object(asked), 'view'))
    expect(sent).toEqual([view, null, other])
    const stop = new AbortController()
    const ended = lane.run(other, { target: 'a' }, { signal: stop.signal })
    await soon()
    stop.abort()
    await expect(ended).rejects.toThrow(/abort/i)
    await ask(other)
    expect(workers[1]?.asked).toEqual([{ job: 'ways', view: other, ask: { target: 'a' } }])
  })

  it('does not start what was called off while it waited', async () => {
    const { workers, lane } = setUp()
    const first = lane.run(view, { target: 'a' })
    const stop = new AbortController()
    const second = lane.run(view, { target: 'b' }, { signal: stop.signal })
    await soon()
    stop.abort()
    workers[0]?.tell({ answer: NO_WAY })
    await first
    await expect(second).rejects.toThrow(/abort/i)
    expect(workers[0]?.asked).toHaveLength(1)
  })

  it('says when a job failed, and goes on', async () => {
    const { workers, lane } = setUp()
    const first = lane.run(view, { target: 'a' })
    await soon()
    workers[0]?.tell({ failure: 'RangeError' })
    await expect(first).rejects.toThrow('ways failed: RangeError')
    const second = lane.run(view, { target: 'b' })
    await soon()
    workers[0]?.tell({ answer: NO_WAY })
    expect(await second).toEqual(NO_WAY)
  })

  it('works on this side where the browser gives no worker', async () => {
    const inline = vi.fn<() => Promise<typeof NO_WAY>>(() => Promise.resolve(NO_WAY))
    const startWorker = () => {
      throw new Error('refused')
    }
    const lane = createLane({ job: 'ways', startWorker, inline, endsWhenCalledOff: true })
    expect(await lane.run(view, { target: 'a' })).toEqual(NO_WAY)
    expect(inline).toHaveBeenCalledTimes(1)
  })

  it('works on this side when the script of the worker cannot be loaded', async () => {
    const { workers, inline, lane } = setUp()
    const answer = lane.run(view, { target: 'a' })
    await soon()
    workers[0]?.onerror?.(new ErrorEvent('error', { cancelable: true }))
    expect(await answer).toEqual(NO_WAY)
    expect(inline).toHaveBeenCalledTimes(1)
    expect(await lane.run(view, { target: 'b' })).toEqual(NO_WAY)
    expect(workers).toHaveLength(1)
  })
})
