// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Keeping } from '../../../src/app/keeping.ts'
import { memoryKeeping } from '../../../src/app/memoryKeeping.ts'
import { createApp } from '../../../src/app/services.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { ok } from '../../../src/domain/result.ts'
import { DEFAULT_SAFETY } from '../../../src/views/services.ts'
import { docOf } from '../../support/records.ts'

const ID = asId<MapId>('map-1')
let dropped = 0
let close: (() => void) | null = null

/** The app with a sealed map open, which takes as long to close as the test wants. */
async function sealedApp(more: Partial<Keeping> = {}) {
  const memory = memoryKeeping('unavailable')
  await memory.create(docOf([]))
  const keeping: Keeping = {
    ...memory,
    async open(id, ports) {
      const session = await memory.open(id, ports)
      if (!session.ok) return session
      ports.onSeal({ sealed: true, hasRecoveryKey: false })
      return ok({
        ...session.value,
        flush: () => Promise.resolve(ok(null)),
        dropKey: () => {
          dropped += 1
        },
        close: () =>
          new Promise((resolve) => {
            close = resolve
          }),
      })
    },
    ...more,
  }
  location.hash = `#/map/${ID}`
  return createApp(keeping, () => undefined)
}
/** The page goes to its neutral start a moment after it was blanked: not in the middle of the next test. */
const reloaded = () => vi.waitFor(() => expect(location.reload).toHaveBeenCalled())
/** Told once: setting the address would tell of it a second time, later. */
const goTo = (hash: string) => {
  history.replaceState(null, '', hash)
  window.dispatchEvent(new Event('hashchange'))
}
const escape = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))

beforeEach(() => {
  dropped = 0
  document.body.innerHTML = '<div id="root">Dr Okafor</div>'
  vi.spyOn(location, 'reload').mockImplementation(() => undefined)
})
afterEach(() => {
  close?.()
  close = null
  vi.restoreAllMocks()
})

it('hides a sealed map in a hurry also while it is being left', async () => {
  const app = await sealedApp()
  await vi.waitFor(() => expect(app.screen.getState().kind).toBe('map'))
  goTo('#/')
  await vi.waitFor(() => expect(close).not.toBeNull())
  expect(app.screen.getState().kind).toBe('map')
  escape()
  escape()
  expect(document.body.textContent).toBe('')
  expect(dropped).toBe(1)
  await reloaded()
})

it('shows nothing of a sealed map that was left, though the next one is not there yet', async () => {
  const app = await sealedApp()
  await vi.waitFor(() => expect(app.screen.getState().kind).toBe('map'))
  const shown: string[] = []
  app.screen.subscribe(({ kind }) => shown.push(kind))
  goTo('#/map/other')
  await vi.waitFor(() => expect(close).not.toBeNull())
  close?.()
  await vi.waitFor(() => expect(shown.at(-1)).toBe('failed'))
  expect(shown.slice(0, 2)).toEqual(['starting', 'failed'])
})

it('locks a map that was unlocked in a window that is hidden by now', async () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await sealedApp({ safety: () => Promise.resolve({ ...DEFAULT_SAFETY, lockWhenHidden: true }) })
  await vi.waitFor(() => expect(dropped).toBe(1))
  expect(document.body.textContent).toBe('')
  await reloaded()
})
