import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createLocking } from '../../../src/app/locking.ts'
import { STORING_MS } from '../../../src/app/storing.ts'
import { watchSealedMap } from '../../../src/app/lockWatch.ts'
import type { LockingPorts, NotLockedAnswers } from '../../../src/app/lockingPorts.ts'
import { fail, ok } from '../../../src/domain/result.ts'
import { DEFAULT_SAFETY, type SafetySettings } from '../../../src/views/services.ts'

let log: string[] = []
let stop: () => void = () => undefined
let answers: NotLockedAnswers | null = null
const note = (what: string) => (): void => {
  log.push(document.body.childElementCount === 0 ? `${what}, blank` : what)
}

const portsOf = (more: Partial<LockingPorts> = {}): LockingPorts => ({
  isSealedOpen: () => true,
  flush: () => Promise.resolve(ok(null)),
  flushNow: note('stored'),
  dropKeys: note('key dropped'),
  tellOtherTabs: (message) => void log.push(`told: ${message}`),
  ask(failure, given) {
    log.push(`asked: ${failure}`)
    answers = given
    return () => void log.push('question gone')
  },
  safety: createStore<SafetySettings>(() => DEFAULT_SAFETY),
  ...more,
})

/** The page loads anew once the blank one was painted. */
const settled = () => vi.advanceTimersByTimeAsync(100)

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  log = []
  document.body.innerHTML = '<div id="root"><input value="Dr Okafor"><dialog>Notes</dialog></div>'
  document.title = 'Dr Okafor'
  history.replaceState(null, '', '#/map/secret')
  vi.spyOn(location, 'reload').mockImplementation(note('reloaded'))
})
afterEach(() => {
  stop()
  stop = () => undefined
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('panic', () => {
  it('blanks the screen first, then stores, drops the key, and loads a neutral start', async () => {
    const locking = createLocking(portsOf())
    locking.onLock(note('wall at rest'))
    locking.panic()
    await settled()
    expect(log).toEqual([
      'wall at rest, blank',
      'stored, blank',
      'key dropped, blank',
      'told: panic',
      'reloaded, blank',
    ])
    expect(document.body.textContent).toBe('')
    expect(document.title).toBe('Allyscope')
    expect(location.hash).toBe('#/')
  })

  it('takes in what is being typed before it stores', () => {
    const field = document.querySelector('input')
    field?.addEventListener('focusout', note('typed text kept'))
    field?.focus()
    createLocking(portsOf()).panic()
    expect(log.slice(0, 2)).toEqual(['typed text kept, blank', 'stored, blank'])
  })

  it('happens once, and not while no sealed map is open', async () => {
    const locking = createLocking(portsOf())
    locking.panic()
    locking.panic()
    await settled()
    expect(log.filter((entry) => entry.startsWith('reloaded'))).toHaveLength(1)
    log = []
    createLocking(portsOf({ isSealedOpen: () => false })).panic()
    await settled()
    expect(log).toEqual([])
  })

  it('drops the key whatever goes wrong before', async () => {
    const broken = (): void => {
      throw new Error('broken')
    }
    const locking = createLocking(portsOf({ flushNow: broken }))
    locking.onLock(broken)
    locking.panic()
    await settled()
    expect(log).toEqual(['key dropped, blank', 'told: panic', 'reloaded, blank'])
  })

  it('in another tab is no news to the others', async () => {
    createLocking(portsOf()).here('panic')
    await settled()
    expect(log).toEqual(['stored, blank', 'key dropped, blank', 'reloaded, blank'])
  })

  it('tells nobody who has left', () => {
    const locking = createLocking(portsOf())
    locking.onLock(note('wall at rest'))()
    locking.panic()
    expect(log).not.toContain('wall at rest, blank')
  })
})

describe('the lock', () => {
  it('hides everything while it is stored, then goes', async () => {
    const root = document.getElementById('root')
    const locking = createLocking(
      portsOf({
        flush() {
          log.push(`shown: ${root?.style.display !== 'none'}`)
          return Promise.resolve(ok(null))
        },
      }),
    )
    expect(await locking.lock()).toEqual(ok(null))
    await settled()
    expect(log).toEqual([
      'shown: false',
      'stored, blank',
      'key dropped, blank',
      'told: lock',
      'reloaded, blank',
    ])
  })

  it('in another tab locks this one without a word', async () => {
    createLocking(portsOf()).here('lock')
    await settled()
    expect(log).not.toContain('told: lock')
    expect(log.at(-1)).toBe('reloaded, blank')
  })

  describe('of a map that can’t be stored', () => {
    const isCovered = () => document.getElementById('root')?.style.display === 'none'
    let stored: ReturnType<LockingPorts['flush']>
    const lock = async () => {
      const locking = createLocking(portsOf({ flush: () => stored }))
      const locked = locking.lock()
      await vi.advanceTimersByTimeAsync(STORING_MS)
      return { locking, locked: await locked }
    }
    beforeEach(() => {
      stored = Promise.resolve(fail('quota'))
    })

    it('leaves the screen covered and asks; the map is still there', async () => {
      expect((await lock()).locked).toEqual(fail('quota'))
      expect(log).toEqual(['asked: quota'])
      expect(isCovered()).toBe(true)
      expect(document.querySelector('input')).not.toBeNull()
    })

    it('shows it when told so', async () => {
      await lock()
      answers?.onShow()
      expect(isCovered()).toBe(false)
      expect(log).toEqual(['asked: quota', 'question gone'])
    })

    it('tries again when told so, and asks again, or goes', async () => {
      await lock()
      answers?.onAgain()
      await settled()
      expect(log).toEqual(['asked: quota', 'question gone', 'asked: quota'])
      expect(isCovered()).toBe(true)
      stored = Promise.resolve(ok(null))
      answers?.onAgain()
      await settled()
      expect(log.at(-1)).toBe('reloaded, blank')
    })

    it('hides it for good when told so', async () => {
      await lock()
      answers?.onHide()
      await settled()
      expect(log).toContain('key dropped, blank')
      expect(log.at(-1)).toBe('reloaded, blank')
    })

    it('asks as well when the disk does not answer, and goes should it do so late', async () => {
      let answer: (late: Awaited<typeof stored>) => void = () => undefined
      stored = new Promise((resolve) => {
        answer = resolve
      })
      expect((await lock()).locked).toEqual(fail('unknown'))
      expect(log).toEqual(['asked: unknown'])
      answer(ok(null))
      await settled()
      expect(log.at(-1)).toBe('reloaded, blank')
    })

    it('does not go late from a map that is shown again', async () => {
      let answer: (late: Awaited<typeof stored>) => void = () => undefined
      stored = new Promise((resolve) => {
        answer = resolve
      })
      await lock()
      answers?.onShow()
      answer(ok(null))
      await settled()
      expect(log).not.toContain('key dropped, blank')
    })
  })
})

describe('a sealed map that is watched', () => {
  const watch = (settings: Partial<SafetySettings> = {}) => {
    const safety = createStore<SafetySettings>(() => ({ ...DEFAULT_SAFETY, ...settings }))
    stop = watchSealedMap({
      safety,
      flushNow: note('stored'),
      dropKeys: note('key dropped'),
      lockHere() {
        log.push('locked')
        return Promise.resolve(ok(null))
      },
      panic: note('left'),
      cover: note('covered'),
      restart: note('restarted'),
    })
    return safety
  }
  const press = (key: string, more: KeyboardEventInit = {}) =>
    document
      .querySelector('input')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  const MINUTE = 60_000

  it('is left by Escape twice in a row, also where keys are stopped', () => {
    watch()
    document.querySelector('input')?.addEventListener('keydown', (event) => event.stopPropagation())
    press('Escape')
    vi.advanceTimersByTime(500)
    expect(log).toEqual([])
    press('Escape')
    expect(log).toEqual(['left'])
  })

  it('stays when Escape comes late, is held down, or is another key', () => {
    watch()
    press('Escape')
    press('Escape', { repeat: true })
    vi.advanceTimersByTime(700)
    press('Escape')
    press('a')
    expect(log).toEqual([])
  })

  it('locks after five minutes without a touch, and not before', () => {
    watch()
    vi.advanceTimersByTime(4 * MINUTE)
    window.dispatchEvent(new Event('pointermove'))
    vi.advanceTimersByTime(5 * MINUTE - 1)
    expect(log).toEqual([])
    vi.advanceTimersByTime(1)
    expect(log).toEqual(['locked'])
  })

  it.each(['pointerdown', 'keydown', 'wheel', 'touchstart'])('counts %s as a touch', (touch) => {
    watch({ lockAfter: 1 })
    vi.advanceTimersByTime(MINUTE - 1)
    window.dispatchEvent(new Event(touch))
    vi.advanceTimersByTime(MINUTE - 1)
    expect(log).toEqual([])
  })

  it('locks at the first touch after the device slept', () => {
    watch({ lockAfter: 1 })
    vi.setSystemTime(2 * MINUTE)
    window.dispatchEvent(new Event('pointermove'))
    expect(log).toEqual(['locked'])
  })

  it('follows the setting at once, and never locks when told so', () => {
    const safety = watch({ lockAfter: null })
    vi.advanceTimersByTime(100 * MINUTE)
    expect(log).toEqual([])
    safety.setState({ lockAfter: 1 })
    expect(log).toEqual(['locked'])
  })

  it('is tried again after a while when it could not be stored', () => {
    watch({ lockAfter: 1 })
    vi.advanceTimersByTime(2 * MINUTE)
    expect(log).toEqual(['locked', 'locked'])
  })

  it('locks when hidden only if that was chosen', () => {
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    const safety = watch()
    document.dispatchEvent(new Event('visibilitychange'))
    expect(log).toEqual([])
    safety.setState({ lockWhenHidden: true })
    document.dispatchEvent(new Event('visibilitychange'))
    expect(log).toEqual(['locked'])
    hidden.mockRestore()
  })

  it('locks at once when it was unlocked in a window that is hidden by now', () => {
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    watch()
    expect(log).toEqual([])
    stop()
    watch({ lockWhenHidden: true })
    expect(log).toEqual(['locked'])
    hidden.mockRestore()
  })

  it('does not come back with the browser’s “Back”', () => {
    watch()
    // happy-dom's own event forgets it.
    const event = (name: string) => Object.assign(new Event(name), { persisted: true })
    window.dispatchEvent(event('pagehide'))
    expect(log).toEqual(['covered', 'stored', 'key dropped'])
    window.dispatchEvent(event('pageshow'))
    expect(log.at(-1)).toBe('restarted')
  })

  it('is let alone once it is closed', () => {
    watch({ lockAfter: 1, lockWhenHidden: true })
    stop()
    press('Escape')
    press('Escape')
    vi.advanceTimersByTime(10 * MINUTE)
    expect(log).toEqual([])
  })
})
