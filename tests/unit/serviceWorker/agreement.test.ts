import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  answerOthers,
  type Channel,
  everyTabSaved,
  PATIENCE_MS,
  SILENCE_MS,
  type Tab,
} from '../../../src/serviceWorker/agreement.ts'

type Listener = Parameters<Channel['addEventListener']>[1]

/** Channels that hear each other but not themselves, as BroadcastChannels do. */
class Air {
  readonly #listeners = new Map<Channel, Set<Listener>>()
  join(): Channel {
    const own = new Set<Listener>()
    const channel: Channel = {
      postMessage: (data) => {
        for (const [other, listeners] of this.#listeners)
          if (other !== channel)
            for (const listener of listeners) queueMicrotask(() => listener({ data }))
      },
      addEventListener: (_type, listener) => own.add(listener),
      removeEventListener: (_type, listener) => own.delete(listener),
    }
    this.#listeners.set(channel, own)
    return channel
  }
}

let air = new Air()
let open: string[] = []

function openTab(id: string, flush: () => Promise<boolean>, locks = true): Tab {
  open.push(id)
  const tab: Tab = { id, channel: air.join(), flush, openTabs: async () => (locks ? open : null) }
  answerOthers(tab)
  return tab
}

const after = (ms: number, result: boolean) => () =>
  new Promise<boolean>((resolve) => setTimeout(() => resolve(result), ms))

/** The answer, or 'waiting' when there is none after so many milliseconds. */
async function within(ms: number, answer: Promise<boolean>): Promise<boolean | 'waiting'> {
  let result: boolean | 'waiting' = 'waiting'
  void answer.then((value) => (result = value))
  await vi.advanceTimersByTimeAsync(ms)
  return result
}

beforeEach(() => {
  vi.useFakeTimers()
  air = new Air()
  open = []
})
afterEach(() => {
  vi.useRealTimers()
})

describe('tabs agree on an update', () => {
  it('at once when this is the only tab and it saved', async () => {
    const tab = openTab('a', async () => true)
    expect(await within(0, everyTabSaved(tab))).toBe(true)
  })

  it('never when the asking tab cannot save', async () => {
    const failing = openTab('a', async () => false)
    expect(await within(0, everyTabSaved(failing))).toBe(false)
    const throwing = openTab('b', () => Promise.reject(new Error('disk full')))
    expect(await within(0, everyTabSaved(throwing))).toBe(false)
  })

  it('only after every other tab has written its edits', async () => {
    const tab = openTab('a', async () => true)
    openTab('b', after(400, true))
    openTab('c', after(800, true))
    const answer = everyTabSaved(tab)
    expect(await within(799, answer)).toBe('waiting')
    expect(await within(1, answer)).toBe(true)
  })

  it('not when another tab cannot save', async () => {
    const tab = openTab('a', async () => true)
    openTab('b', async () => true)
    openTab('c', async () => false)
    expect(await within(0, everyTabSaved(tab))).toBe(false)
  })

  it('waits beyond the silence for a tab that is still saving', async () => {
    const tab = openTab('a', async () => true)
    openTab('b', after(5_000, true))
    const answer = everyTabSaved(tab)
    expect(await within(4_999, answer)).toBe('waiting')
    expect(await within(1, answer)).toBe(true)
  })

  it('gives up on a tab that never gets done', async () => {
    const tab = openTab('a', async () => true)
    openTab('b', () => new Promise(() => {}))
    expect(await within(PATIENCE_MS, everyTabSaved(tab))).toBe(false)
  })

  it('passes over a frozen tab after the silence', async () => {
    const tab = openTab('a', async () => true)
    open.push('frozen')
    const answer = everyTabSaved(tab)
    expect(await within(SILENCE_MS - 1, answer)).toBe('waiting')
    expect(await within(1, answer)).toBe(true)
  })

  it('still asks, and respects a refusal, where tabs cannot be counted', async () => {
    const tab = openTab('a', async () => true, false)
    expect(await within(SILENCE_MS, everyTabSaved(tab))).toBe(true)
    openTab('b', after(300, false), false)
    expect(await within(300, everyTabSaved(tab))).toBe(false)
  })

  it('ignores what it does not understand', async () => {
    const tab = openTab('a', async () => true)
    openTab('b', after(100, true))
    const stranger = air.join()
    const answer = everyTabSaved(tab)
    for (const data of [
      null,
      7,
      { type: 'done' },
      { type: 'done', round: 'x', tab: 'b', saved: false },
    ])
      stranger.postMessage(data)
    expect(await within(100, answer)).toBe(true)
  })
})
