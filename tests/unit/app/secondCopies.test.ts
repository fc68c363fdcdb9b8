import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import {
  AT_FIRST,
  forgetCopy,
  LONGEST,
  PAUSE,
  tendLater,
  withoutCopy,
} from '../../../src/app/reliability/secondCopies.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { fail, ok, type Result } from '../../../src/domain/result.ts'
import type { MapListState } from '../../../src/views/services.ts'
import { privateFiles } from '../../support/privateFiles.ts'

const id = asId<MapId>('m')
let disk = privateFiles()
beforeEach(async () => {
  disk = privateFiles()
  vi.stubGlobal('navigator', {
    locks: disk.ports.locks(),
    storage: { getDirectory: async () => disk.root },
  })
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('window', new EventTarget())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const stage = () => {
  vi.useFakeTimers()
  const maps = createStore<MapListState>(() => ({ status: 'ready', maps: [] }))
  const tend = vi.fn<() => Promise<number>>(() => Promise.resolve(0))
  const stop = vi.fn<() => void>()
  tendLater('db', maps, { tend, stop })
  return { tend, stop, change: () => maps.setState({ status: 'ready', maps: [] }, true) }
}

it('looks after the copies soon after the start, and a pause after the last change', async () => {
  const { tend, change } = stage()
  await vi.advanceTimersByTimeAsync(AT_FIRST)
  expect(tend).toHaveBeenCalledTimes(1)
  change()
  await vi.advanceTimersByTimeAsync(PAUSE - 1)
  change()
  await vi.advanceTimersByTimeAsync(PAUSE - 1)
  expect(tend).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(tend).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(LONGEST)
  expect(tend).toHaveBeenCalledTimes(2)
})

it('does not wait for a pause for ever', async () => {
  const { tend, change } = stage()
  await vi.advanceTimersByTimeAsync(AT_FIRST)
  for (let passed = 0; passed <= LONGEST; passed += 1_000) {
    change()
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(tend).toHaveBeenCalledTimes(2)
})

it('does one turn at a time', async () => {
  const { tend, change } = stage()
  await vi.advanceTimersByTimeAsync(AT_FIRST)
  const ends: (() => void)[] = []
  tend.mockImplementation(() => new Promise((resolve) => ends.push(() => resolve(0))))
  change()
  await vi.advanceTimersByTimeAsync(PAUSE)
  change()
  await vi.advanceTimersByTimeAsync(LONGEST)
  expect(tend).toHaveBeenCalledTimes(2)
  ends[0]?.()
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(tend).toHaveBeenCalledTimes(3)
})

it('stops at once when the page is hidden or goes, starts nothing then, and goes on when it is seen again', async () => {
  const { tend, stop, change } = stage()
  await vi.advanceTimersByTimeAsync(AT_FIRST)
  const isHidden = (hidden: boolean) => {
    Object.assign(document, { hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }
  let end = (_newer: number): void => undefined
  tend.mockImplementation(() => new Promise((resolve) => (end = resolve)))
  stop.mockImplementation(() => end(0))
  change()
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(tend).toHaveBeenCalledTimes(2)
  isHidden(true)
  expect(stop).toHaveBeenCalledTimes(1)
  change()
  await vi.advanceTimersByTimeAsync(LONGEST)
  expect(tend).toHaveBeenCalledTimes(2)
  isHidden(false)
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(tend).toHaveBeenCalledTimes(3)
  // Asked whether to leave, somebody stays: what was cut off is done again.
  window.dispatchEvent(new Event('beforeunload'))
  expect(stop).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(tend).toHaveBeenCalledTimes(4)
  window.dispatchEvent(new Event('pagehide'))
  expect(stop).toHaveBeenCalledTimes(3)
  change()
  await vi.advanceTimersByTimeAsync(LONGEST)
  expect(tend).toHaveBeenCalledTimes(4)
  window.dispatchEvent(new Event('pageshow'))
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(tend).toHaveBeenCalledTimes(5)
})

it('hears of the end before those who write a last time then', () => {
  const listening = [vi.spyOn(window, 'addEventListener'), vi.spyOn(document, 'addEventListener')]
  stage()
  const early = listening.flatMap(({ mock }) =>
    mock.calls.filter(([, , how]) => typeof how === 'object' && how.capture),
  )
  const names = early.map(([name]) => name).toSorted()
  expect(names).toEqual(['beforeunload', 'pagehide', 'visibilitychange'])
})

it('deletes a copy before a seal is changed, and lets nobody write one meanwhile', async () => {
  const folder = await disk.folder()
  await folder.write(id, new Blob(['clear']))
  let isWritten = false
  const result = await withoutCopy(id, async () => {
    expect(await folder.file(id)).toBeNull()
    void folder.alone(id, async () => {
      isWritten = true
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(isWritten).toBe(false)
    return ok('sealed')
  })
  expect(result).toEqual(ok('sealed'))
  await vi.waitFor(() => expect(isWritten).toBe(true))
})

it('changes no seal while the copy can’t be removed', async () => {
  const folder = await disk.folder()
  await folder.write(id, new Blob(['clear']))
  vi.spyOn(disk.files, 'delete').mockImplementation(() => {
    throw new DOMException('', 'NoModificationAllowedError')
  })
  const work = vi.fn<() => Promise<Result<string, never>>>(() => Promise.resolve(ok('sealed')))
  expect(await withoutCopy(id, work)).toEqual(fail('unknown'))
  expect(work).not.toHaveBeenCalled()
})

it('lets nobody write the very first copy while a seal is changed', async () => {
  let isWritten = false
  await withoutCopy(id, async () => {
    const folder = await disk.folder()
    void folder.alone(id, async () => {
      isWritten = true
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(isWritten).toBe(false)
    return ok(null)
  })
  await vi.waitFor(() => expect(isWritten).toBe(true))
})

it('looks after a copy again when the change of the seal came to nothing', async () => {
  const folder = await disk.folder()
  await folder.write(id, new Blob(['sealed']))
  const { tend } = stage()
  await vi.advanceTimersByTimeAsync(AT_FIRST)
  await withoutCopy(id, () => Promise.resolve(fail('wrong secret')))
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(tend).toHaveBeenCalledTimes(2)
})

it('forgets the copies of a map, and works where there are none', async () => {
  const folder = await disk.folder()
  await folder.write(id, new Blob(['x']))
  await folder.write(`${id}.newer`, new Blob(['y']))
  await forgetCopy(id)
  expect(disk.files.size).toBe(0)
  vi.stubGlobal('navigator', {})
  await forgetCopy(id)
  expect(await withoutCopy(id, () => Promise.resolve(ok(7)))).toEqual(ok(7))
})
