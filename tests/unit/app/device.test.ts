// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { docOf, unwrap } from '../../support/records.ts'
import { add, storedTabs } from './storedTabs.ts'
import { watchedTab } from './watchedTab.ts'

const newTab = storedTabs()
const doc = docOf([])

/** A browser's storage that promises to keep what is in it when it is asked. */
function browserStorage() {
  let isPersistent = false
  const manager = {
    persisted: vi.fn<() => Promise<boolean>>(async () => isPersistent),
    persist: vi.fn<() => Promise<boolean>>(async () => (isPersistent = true)),
    estimate: vi.fn<() => Promise<StorageEstimate>>(async () => ({
      usage: 3_200_000,
      quota: 60_000_000_000,
    })),
  }
  Object.defineProperty(navigator, 'storage', { configurable: true, value: manager })
  return manager
}
afterEach(() => {
  Object.defineProperty(navigator, 'storage', { configurable: true, value: undefined })
})

const open = async (make: boolean) => {
  const tab = await newTab()
  if (make) unwrap(await tab.keeping.create(doc))
  return watchedTab(tab, doc.info.id)
}

describe('the promise of the browser', () => {
  it('is asked for after the first save, once and for all', async () => {
    const manager = browserStorage()
    const tab = await open(true)
    await vi.waitFor(() => expect(tab.device.seen.getState().isPersistent).toBe(false))
    expect(manager.persist).not.toHaveBeenCalled()
    unwrap(add(tab.session, 'Ana'))
    unwrap(await tab.session.flush())
    await vi.waitFor(() => expect(tab.device.seen.getState().isPersistent).toBe(true))
    unwrap(add(tab.session, 'Bo'))
    unwrap(await tab.session.flush())
    await tab.session.close()
    const next = await open(false)
    unwrap(add(next.session, 'Cy'))
    unwrap(await next.session.flush())
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(manager.persist).toHaveBeenCalledOnce()
  })

  it('is not asked for before an audience', async () => {
    const manager = browserStorage()
    const tab = await open(true)
    tab.session.map.wall.setState({ isPresenting: true })
    unwrap(add(tab.session, 'Ana'))
    unwrap(await tab.session.flush())
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(manager.persist).not.toHaveBeenCalled()
  })

  it('and the space are not known where the browser refuses or has no answer', async () => {
    const unknown = { isPersistent: null, used: null, quota: null }
    const { device } = await open(true)
    expect(await device.askToPersist()).toEqual(unknown)
    const manager = browserStorage()
    manager.estimate.mockRejectedValue(new TypeError('denied'))
    expect(await device.storage()).toEqual({ ...unknown, isPersistent: false })
  })
})
