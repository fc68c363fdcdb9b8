// @vitest-environment happy-dom
import { createStore } from 'zustand/vanilla'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Keeping, Session } from '../../../src/app/keeping.ts'
import { createLocking } from '../../../src/app/locking.ts'
import type { Locking, LockingPorts } from '../../../src/app/lockingPorts.ts'
import { memoryKeeping } from '../../../src/app/memoryKeeping.ts'
import { sealedWindow, type SealedWindowPorts } from '../../../src/app/sealedWindow.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import { fail, ok } from '../../../src/domain/result.ts'
import { DEFAULT_SAFETY } from '../../../src/views/services.ts'
import { docOf, unwrap } from '../../support/records.ts'

/** Blanking the page and loading it anew is tested with locking itself. */
vi.mock('../../../src/app/locking.ts', () => ({ createLocking: vi.fn<typeof createLocking>() }))

const ID = asId<MapId>('map-1')
const options = { passphrase: 'six words', withRecoveryKey: false }
const secret = { kind: 'passphrase', passphrase: 'six words' } as const

const closing: (() => void)[] = []
const other = () => {
  const heard = vi.fn<(event: MessageEvent<unknown>) => void>()
  const channel = new BroadcastChannel('allyscope-lock-all')
  channel.onmessage = heard
  closing.push(() => channel.close())
  return { heard, channel }
}

async function opened(
  wanted: MapId | null = ID,
  keeping: Partial<Keeping> = {},
  isSealedOpen = true,
) {
  const memory = memoryKeeping('unavailable')
  await memory.create(docOf([]))
  const asked: string[] = []
  const session: Session = {
    ...unwrap(
      await memory.open(ID, {
        onSave: () => undefined,
        onRole: () => undefined,
        onSeal: () => undefined,
        onLocked: () => undefined,
        publicFirst: false,
      }),
    ),
    dropKey: () => asked.push('key of the open map'),
  }
  const panic = vi.fn<Locking['panic']>()
  const here = vi.fn<Locking['here']>()
  let ports: LockingPorts | null = null
  vi.mocked(createLocking).mockImplementation((given) => {
    ports = given
    return {
      panic,
      here,
      lock: () => Promise.resolve(ok(null)),
      onLock: () => () => undefined,
      watch: () => undefined,
    }
  })
  const window: SealedWindowPorts = {
    keeping: {
      ...memory,
      dropKeys: () => asked.push('waiting keys'),
      setLastOpen: (id) => asked.push(`last open: ${id}`),
      ...keeping,
    },
    safety: createStore(() => DEFAULT_SAFETY),
    session: () => session,
    isSealedOpen: () => isSealedOpen,
    flush: () => Promise.resolve(ok(null)),
    flushNow: () => undefined,
    isWanted: (id) => id === wanted,
    leave: () => Promise.resolve(void asked.push('leave')),
    show: (route) => Promise.resolve(void asked.push(`show ${route.kind}`)),
    onLock: () => undefined,
  }
  const sealed = sealedWindow(window)
  return { sealed, asked, here, ports: () => ports }
}

beforeEach(() => {
  location.hash = '#/map/map-1'
})
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

describe('locking', () => {
  it('drops every key of this tab and forgets what was open, and the other tabs go on', async () => {
    const { heard } = other()
    const { ports, asked } = await opened()
    ports()?.dropKeys()
    expect(asked).toEqual(['key of the open map', 'waiting keys', 'last open: null'])
    // The line says one thing after the other, and this is the first.
    ports()?.tellOtherTabs('panic')
    await vi.waitFor(() => expect(heard).toHaveBeenCalled())
    expect(heard.mock.calls.map(([{ data }]) => data)).toEqual(['panic'])
  })

  it('that somebody asked for is told to the other tabs', async () => {
    const { heard } = other()
    const { ports } = await opened()
    ports()?.tellOtherTabs('lock')
    await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce())
    expect(heard.mock.lastCall?.[0].data).toBe('lock')
  })

  it.each([
    ['lock', 'lock'],
    ['panic', 'panic'],
    [null, 'panic'],
  ])('in another tab (%s) locks this one likewise', async (message, how) => {
    const { channel } = other()
    const { here, asked } = await opened()
    channel.postMessage(message)
    await vi.waitFor(() => expect(here).toHaveBeenCalledExactlyOnceWith(how))
    // What can't be stored keeps its key.
    expect(asked).toEqual([])
  })

  it('in another tab, or leaving the page, takes the key of a map that is about to be opened', async () => {
    const { channel } = other()
    const { asked } = await opened(null, {}, false)
    channel.postMessage('lock')
    await vi.waitFor(() => expect(asked).toEqual(['waiting keys']))
    window.dispatchEvent(new Event('pagehide'))
    expect(asked).toContain('waiting keys')
    expect(asked.length).toBeGreaterThan(1)
  })
})

describe('unlocking', () => {
  it('shows the map', async () => {
    const { sealed, asked } = await opened(ID, { unlock: () => Promise.resolve(ok(null)) })
    unwrap(await sealed.unlock(ID, secret))
    expect(asked).toEqual(['show map'])
  })

  it('leaves the screen as it is when the secret is wrong', async () => {
    const wrong = fail('wrong secret' as const)
    const { sealed, asked } = await opened(ID, { unlock: () => Promise.resolve(wrong) })
    expect(await sealed.unlock(ID, secret)).toEqual(wrong)
    expect(asked).toEqual([])
  })

  it('does not fetch back who has gone elsewhere meanwhile, and keeps no key', async () => {
    const { sealed, asked } = await opened(null, { unlock: () => Promise.resolve(ok(null)) })
    unwrap(await sealed.unlock(ID, secret))
    expect(asked).toEqual(['waiting keys'])
  })
})

describe('burning', () => {
  const gone = { deleteForever: () => Promise.resolve(ok(null)) }

  it('the open map closes it first, and leads to the list, with no way back to it', async () => {
    const { heard } = other()
    const { sealed, asked } = await opened(ID, gone)
    unwrap(await sealed.burn(ID))
    expect(asked).toEqual(['leave', 'show maps'])
    expect(location.hash).toBe('#/')
    await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce())
  })

  it('a map from the list leaves the list as it is', async () => {
    const { sealed, asked } = await opened(null, gone)
    unwrap(await sealed.burn(ID))
    expect(asked).toEqual([])
  })

  it('that fails shows the map again', async () => {
    const { sealed, asked } = await opened(ID, {
      deleteForever: () => Promise.resolve(fail('conflict')),
    })
    expect(await sealed.burn(ID)).toEqual({ ok: false, error: 'conflict' })
    expect(asked).toEqual(['leave', 'show map'])
    expect(location.hash).toBe('#/map/map-1')
  })
})

it('makes a sealed map with an id of its own', async () => {
  const made: string[] = []
  const { sealed } = await opened(null, {
    createSealed(doc) {
      made.push(doc.info.id)
      return Promise.resolve(ok({ recoveryKey: 'key' }))
    },
  })
  const { id, recoveryKey } = unwrap(
    await sealed.createSealed({ kind: 'blank', name: 'Water', we: 'Us' }, options),
  )
  expect(made).toEqual([id])
  expect(recoveryKey).toBe('key')
})
