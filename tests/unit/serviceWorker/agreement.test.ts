import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  answerOthers,
  type Channel,
  everyTabReady,
  PATIENCE_MS,
  type Readiness,
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

function openTab(id: string, prepare: Tab['prepare'], locks = true): Tab {
  open.push(id)
  const tab: Tab = { id, channel: air.join(), prepare, openTabs: async () => (locks ? open : null) }
  answerOthers(tab)
  return tab
}

const ready = async () => 'ready' as const
const failing = async () => 'not saved' as const

const after = (ms: number, result: Readiness) => () =>
  new Promise<Readiness>((resolve) => setTimeout(() => resolve(result), ms))

/** The answer, or 'waiting' when there is none after so many milliseconds. */
async function within(ms: number, answer: Promise<Readiness>): Promise<Readiness | 'waiting'> {
  let result: Readiness | 'waiting' = 'waiting'
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
    const tab = openTab('a', ready)
    expect(await within(0, everyTabReady(tab))).toBe('ready')
  })

  it('never when the asking tab cannot save', async () => {
    const full = openTab('a', failing)
    expect(await within(0, everyTabReady(full))).toBe('not saved')
    const throwing = openTab('b', () => Promise.reject(new Error('disk full')))
    expect(await within(0, everyTabReady(throwing))).toBe('not saved')
  })

  it('only after every other tab has written its edits', async () => {
    const tab = openTab('a', ready)
    openTab('b', after(400, 'ready'))
    openTab('c', after(800, 'ready'))
    const answer = everyTabReady(tab)
    expect(await within(799, answer)).toBe('waiting')
    expect(await within(1, answer)).toBe('ready')
  })

  it('not when another tab cannot save', async () => {
    const tab = openTab('a', ready)
    openTab('b', ready)
    openTab('c', failing)
    expect(await within(0, everyTabReady(tab))).toBe('not saved')
  })

  it('waits beyond the silence for a tab that is still saving', async () => {
    const tab = openTab('a', ready)
    openTab('b', after(5_000, 'ready'))
    const answer = everyTabReady(tab)
    expect(await within(4_999, answer)).toBe('waiting')
    expect(await within(1, answer)).toBe('ready')
  })

  it('gives up on a tab that never gets done', async () => {
    const tab = openTab('a', ready)
    openTab('b', () => new Promise(() => {}))
    expect(await within(PATIENCE_MS, everyTabReady(tab))).toBe('not saved')
  })

  it('passes over a frozen tab after the silence', async () => {
    const tab = openTab('a', ready)
    open.push('frozen')
    const answer = everyTabReady(tab)
    expect(await within(SILENCE_MS - 1, answer)).toBe('waiting')
    expect(await within(1, answer)).toBe('ready')
  })

  it('still asks, and respects a refusal, where tabs cannot be counted', async () => {
    const tab = openTab('a', ready, false)
    expect(await within(SILENCE_MS, everyTabReady(tab))).toBe('ready')
    openTab('b', after(300, 'not saved'), false)
    expect(await within(300, everyTabReady(tab))).toBe('not saved')
  })

  it('never while people are looking at a tab, here or elsewhere', async () => {
    const presenting = async () => 'presenting' as const
    const shown = openTab('a', presenting)
    expect(await within(0, everyTabReady(shown))).toBe('presenting')
    const tab = openTab('b', ready)
    openTab('c', after(300, 'ready'))
    expect(await within(300, everyTabReady(tab))).toBe('presenting')
  })

  it('refuses builds that know of no other reason as if it could not save', async () => {
    openTab('a', async () => 'presenting')
    const old = air.join()
    const heard: unknown[] = []
    old.addEventListener('message', ({ data }) => heard.push(data))
    old.postMessage({ type: 'ask', round: 'r' })
    await within(0, new Promise(() => {}))
    expect(heard).toContainEqual({
      type: 'done',
      round: 'r',
      tab: 'a',
      saved: false,
      presenting: true,
    })
  })

  it('ignores what it does not understand', async () => {
    const tab = openTab('a', ready)
    openTab('b', after(100, 'ready'))
    const stranger = air.join()
    const answer = everyTabReady(tab)
    for (const data of [
      null,
      7,
      { type: 'done' },
      { type: 'done', round: 'x', tab: 'b', saved: false },
    ])
      stranger.postMessage(data)
    expect(await within(100, answer)).toBe('ready')
  })
})
