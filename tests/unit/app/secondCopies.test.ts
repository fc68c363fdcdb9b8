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
  tendLater('db', maps, tend)
  return { tend, change: () => maps.setState({ status: 'ready', maps: [] }, true) }
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

it('takes the last chance when the page is hidden, and one turn at a time', async () => {
  const { tend, change } = stage()
  await vi.advanceTimersByTimeAsync(AT_FIRST)
  const ends: (() => void)[] = []
  tend.mockImplementation(() => new Promise((resolve) => ends.push(() => resolve(0))))
  Object.assign(document, { hidden: true })
  change()
  document.dispatchEvent(new Event('visibilitychange'))
  expect(tend).toHaveBeenCalledTimes(2)
  change()
  await vi.advanceTimersByTimeAsync(LONGEST)
  expect(tend).toHaveBeenCalledTimes(2)
  ends[0]?.()
  await vi.advanceTimersByTimeAsync(PAUSE)
  expect(tend).toHaveBeenCalledTimes(3)
  ends[1]?.()
  await vi.advanceTimersByTimeAsync(0)
  // No thread is started for a page that has gone.
  change()
  window.dispatchEvent(new Event('pagehide'))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(tend).toHaveBeenCalledTimes(3)
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
    return 'sealed'
  })
  expect(result).toBe('sealed')
  await vi.waitFor(() => expect(isWritten).toBe(true))
})

it('looks after a copy again when the change of the seal came to nothing', async () => {
  const folder = await disk.folder()
  await folder.write(id, new Blob(['sealed']))
  const { tend } = stage()
  await vi.advanceTimersByTimeAsync(AT_FIRST)
  await withoutCopy(id, () => Promise.resolve('wrong secret'))
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
  expect(await withoutCopy(id, () => Promise.resolve(7))).toBe(7)
})
