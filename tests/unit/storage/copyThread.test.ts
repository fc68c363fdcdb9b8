import { expect, it, vi } from 'vitest'
import { copyThread, type WorkerLike } from '../../../src/storage/copyThread.ts'

const fakeThread = () => {
  const thread = {
    postMessage: vi.fn<WorkerLike['postMessage']>(),
    terminate: vi.fn<WorkerLike['terminate']>(),
    onmessage: null as WorkerLike['onmessage'],
    onerror: null as WorkerLike['onerror'],
  }
  return thread
}

it('starts one thread for all turns', async () => {
  const thread = fakeThread()
  const start = vi.fn<() => WorkerLike>(() => thread)
  const { tend } = copyThread(start)
  for (const newer of [0, 2]) {
    const turn = tend('db')
    thread.onmessage?.(new MessageEvent('message', { data: newer }))
    expect(await turn).toBe(newer)
  }
  expect(start).toHaveBeenCalledOnce()
  expect(thread.postMessage.mock.calls).toEqual([['db'], ['db']])
})

it('goes on with another thread when one fails, and without where there is none', async () => {
  const broken = fakeThread()
  const start = vi.fn<() => WorkerLike>(() => broken)
  const { tend } = copyThread(start)
  const turn = tend('db')
  const prevented = vi.fn<() => void>()
  broken.onerror?.(
    Object.assign(new Event('error'), { preventDefault: prevented }) as unknown as ErrorEvent,
  )
  expect(await turn).toBe(0)
  expect(prevented).toHaveBeenCalledOnce()
  expect(broken.terminate).toHaveBeenCalledOnce()
  start.mockImplementation(() => {
    throw new DOMException('', 'SecurityError')
  })
  expect(await tend('db')).toBe(0)
  expect(start).toHaveBeenCalledTimes(2)
})

it('ends in the middle of its work when it is told to, and starts anew', async () => {
  const thread = fakeThread()
  const start = vi.fn<() => WorkerLike>(() => thread)
  const { tend, stop } = copyThread(start)
  stop()
  expect(thread.terminate).not.toHaveBeenCalled()
  const turn = tend('db')
  stop()
  expect(thread.terminate).toHaveBeenCalledOnce()
  expect(await turn).toBe(0)
  void tend('db')
  expect(start).toHaveBeenCalledTimes(2)
})
