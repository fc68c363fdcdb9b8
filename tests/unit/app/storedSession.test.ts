// @vitest-environment happy-dom
import { DEFAULT_VIEW } from '../../../src/store/viewSettings.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { editStakeholders } from '../../../src/domain/commands/editing.ts'
import { asId, type MapId } from '../../../src/domain/records.ts'
import * as mapWrite from '../../../src/storage/mapWrite.ts'
import { storageFailure } from '../../../src/storage/failure.ts'
import { docOf, personId, plain, stakeholder, unwrap } from '../../support/records.ts'
import { add, namesIn, storedTabs, toSeal } from './storedTabs.ts'

/** The disk can be made to refuse. */
vi.mock('../../../src/storage/mapWrite.ts', { spy: true })

const newTab = storedTabs()

/** One tab with the map open, which it makes if asked to. */
async function openTab(doc = docOf([stakeholder('a', { name: 'Ana' })]), make = false) {
  const { keeping, saves, roles, onLocked, open } = await newTab()
  if (make) unwrap(await keeping.create(doc))
  const session = unwrap(await open(doc.info.id))
  const { map, flush, ...rest } = session
  const { store, settings } = map
  return {
    ...rest,
    store,
    settings,
    flush: async () => (await flush()).ok,
    keeping,
    onLocked,
    saves,
    save: () => saves.at(-1),
    role: () => roles.at(-1),
    doc: () => store.state.getState().doc,
    names: () => namesIn(session),
    add: (text: string) => add(session, text),
  }
}

/** The tab that made the map, once it may write it. */
async function firstTab() {
  const tab = await openTab(undefined, true)
  await vi.waitFor(() => expect(tab.role()).toBe('writer'))
  return tab
}

afterEach(() => {
  vi.mocked(mapWrite.writeMap).mockReset()
  vi.restoreAllMocks()
})

describe('a map that is opened again', () => {
  it('is exactly the map that was closed, with the way it was looked at', async () => {
    const tab = await firstTab()
    tab.add('Bo')
    tab.store.dispatch(editStakeholders([personId('a')], { notes: 'call on Monday' }), {
      action: 'edit',
      stakeholders: [],
    })
    tab.settings.setState({
      cameras: { ...DEFAULT_VIEW.cameras, spectrum: { x: 5, y: 6, zoom: 0.5 } },
      showTies: true,
    })
    const before = plain(tab.doc())
    await tab.close()
    const again = await openTab()
    expect(plain(again.doc())).toEqual(before)
    expect(again.settings.getState()).toMatchObject({
      cameras: { ...DEFAULT_VIEW.cameras, spectrum: { x: 5, y: 6, zoom: 0.5 } },
      showTies: true,
    })
  })

  it('was stored before the status line said so', async () => {
    const tab = await firstTab()
    tab.saves.length = 0
    tab.add('Bo')
    await vi.waitFor(() => expect(tab.save()).toEqual({ status: 'saved' }))
    expect(tab.saves).toEqual([{ status: 'saving' }, { status: 'saved' }])
    const again = await openTab()
    expect(again.names()).toEqual(['Ana', 'Bo'])
  })

  it('brings undo back to disk too', async () => {
    const tab = await firstTab()
    tab.add('Bo')
    tab.store.undo()
    expect(await tab.flush()).toBe(true)
    expect((await openTab()).names()).toEqual(['Ana'])
  })

  it('can’t be opened when it is not there', async () => {
    await firstTab()
    const gone = await (await newTab()).open(asId<MapId>('gone'))
    expect(gone).toEqual({ ok: false, error: 'missing' })
  })
})

describe('a page that goes away', () => {
  it('hands what was typed last to the disk', async () => {
    const tab = await firstTab()
    tab.add('Bo')
    window.dispatchEvent(new Event('pagehide'))
    await vi.waitFor(async () => expect((await openTab()).names()).toEqual(['Ana', 'Bo']))
  })
})

describe('two tabs', () => {
  it('have one writer; the other is read-only and follows', async () => {
    const writer = await firstTab()
    const follower = await openTab()
    expect(follower.role()).toBe('follower')
    expect(follower.add('Nobody').ok).toBe(false)
    writer.add('Bo')
    await vi.waitFor(() => expect(follower.names()).toEqual(['Ana', 'Bo']))
    expect(follower.store.undo()).toBeNull()
  })

  it('change places on "Edit here", and nothing is lost', async () => {
    const writer = await firstTab()
    const follower = await openTab()
    writer.add('Bo')
    follower.takeOver()
    await vi.waitFor(() => expect(follower.role()).toBe('writer'), 3000)
    await vi.waitFor(() => expect(writer.role()).toBe('follower'))
    expect(follower.names()).toEqual(['Ana', 'Bo'])
    expect(writer.add('Nobody').ok).toBe(false)
    expect(follower.add('Cem').ok).toBe(true)
    await vi.waitFor(() => expect(writer.names()).toEqual(['Ana', 'Bo', 'Cem']))
  })

  it('keep the writer that can’t store its work, and it does not say saved', async () => {
    const writer = await firstTab()
    const follower = await openTab()
    vi.mocked(mapWrite.writeMap).mockImplementation(() =>
      Promise.resolve({ ok: false, error: storageFailure('quota', 'full') }),
    )
    writer.add('Bo')
    await vi.waitFor(() => expect(writer.save()).toEqual({ status: 'not saved', code: 'quota' }))
    const before = writer.saves.length
    follower.takeOver()
    await vi.waitFor(() => expect(follower.role()).toBe('follower'))
    await vi.waitFor(() => expect(writer.role()).toBe('writer'))
    expect(writer.names()).toEqual(['Ana', 'Bo'])
    expect(await writer.flush()).toBe(false)
    expect(writer.saves.slice(before)).not.toContainEqual({ status: 'saved' })
    expect(writer.save()).toEqual({ status: 'not saved', code: 'quota' })

    // Once there is room again, everything that was kept in memory reaches the disk.
    vi.mocked(mapWrite.writeMap).mockReset()
    writer.add('Cem')
    writer.retrySaving()
    await vi.waitFor(() => expect(writer.save()).toEqual({ status: 'saved' }))
    expect((await openTab()).names()).toEqual(['Ana', 'Bo', 'Cem'])
  })
})

describe('a tab that is robbed of the lock in the middle of a write', () => {
  /** The next write waits until it is let go: what the tab has is then late. */
  async function holdBack() {
    const real = await vi.importActual<typeof mapWrite>('../../../src/storage/mapWrite.ts')
    const held: (() => void)[] = []
    vi.mocked(mapWrite.writeMap).mockImplementationOnce((db, write) =>
      new Promise<void>((resolve) => held.push(resolve)).then(() => real.writeMap(db, write)),
    )
    return {
      isHeld: () => expect(held).toHaveLength(1),
      letGo: () => held.forEach((go) => go()),
    }
  }

  /** A tab that has added Bo, who is on his way to the disk. */
  async function inTheMiddle() {
    const tab = await firstTab()
    const write = await holdBack()
    tab.add('Bo')
    await vi.waitFor(write.isHeld)
    return { tab, write }
  }

  /** The same, and the tab that writes the map by now. */
  async function robbed() {
    const { tab, write } = await inTheMiddle()
    const robber = await openTab()
    robber.takeOver()
    await vi.waitFor(() => expect(robber.role()).toBe('writer'), 3_000)
    return { tab, write, robber }
  }

  it('stores what it has on top of a move to the bin', async () => {
    const { tab, write } = await inTheMiddle()
    unwrap(await (await newTab()).keeping.bin(tab.doc().info.id))
    expect(tab.names()).toEqual(['Ana', 'Bo'])
    write.letGo()
    await vi.waitFor(() => expect(tab.save()).toEqual({ status: 'saved' }))
    expect(tab.names()).toEqual(['Ana', 'Bo'])
    expect(tab.add('Cem').ok).toBe(true)
    await tab.flush()
    expect((await openTab()).names()).toEqual(['Ana', 'Bo', 'Cem'])
  })

  it('takes over the new name that the map was given', async () => {
    const { tab, write } = await inTheMiddle()
    unwrap(await (await newTab()).keeping.rename(tab.doc().info.id, 'Clean water'))
    write.letGo()
    await vi.waitFor(() => expect(tab.doc().info.name).toBe('Clean water'))
    await vi.waitFor(() => expect(tab.save()).toEqual({ status: 'saved' }))
    const again = await openTab()
    expect(again.names()).toEqual(['Ana', 'Bo'])
    expect(again.doc().info.name).toBe('Clean water')
  })

  it('keeps what it has on its screen, and says so, when others changed the map', async () => {
    const { tab, write, robber } = await robbed()
    robber.add('Cem')
    expect(await robber.flush()).toBe(true)
    write.letGo()
    await vi.waitFor(() => expect(tab.save()).toEqual({ status: 'not saved', code: 'conflict' }))
    robber.add('Dua')
    expect(await robber.flush()).toBe(true)
    expect(tab.names()).toEqual(['Ana', 'Bo'])
    await robber.close()
    await vi.waitFor(() => expect(tab.role()).toBe('writer'))
    expect(tab.names()).toEqual(['Ana', 'Bo'])
    expect(tab.save()).toEqual({ status: 'not saved', code: 'conflict' })
    expect((await openTab()).names()).toEqual(['Ana', 'Cem', 'Dua'])
  })

  it('leaves the screen when the other one seals the map, whatever it has', async () => {
    const { tab, write, robber } = await robbed()
    unwrap(await robber.changeSeal(toSeal()))
    await vi.waitFor(() => expect(tab.onLocked).toHaveBeenCalled())
    write.letGo()
  })

  it('follows the other one once its late write has been stored after all', async () => {
    const { tab, write } = await inTheMiddle()
    const robber = await openTab()
    robber.takeOver()
    await vi.waitFor(() => expect(tab.role()).toBe('follower'), 3_000)
    write.letGo()
    await vi.waitFor(() => expect(robber.role()).toBe('writer'), 3_000)
    await vi.waitFor(() => expect(tab.save()).toEqual({ status: 'saved' }))
    await robber.close()
    await vi.waitFor(() => expect(tab.role()).toBe('writer'))
    expect(tab.add('Cem').ok).toBe(true)
    await tab.flush()
    expect((await openTab()).names()).toEqual(['Ana', 'Bo', 'Cem'])
  })
})

describe('a disk that refuses', () => {
  it('is said so with the reason until it takes the work', async () => {
    const tab = await firstTab()
    vi.mocked(mapWrite.writeMap).mockImplementation(() =>
      Promise.resolve({ ok: false, error: storageFailure('quota', 'full') }),
    )
    tab.add('Bo')
    await vi.waitFor(() => expect(tab.save()).toEqual({ status: 'not saved', code: 'quota' }))
    vi.mocked(mapWrite.writeMap).mockReset()
    tab.retrySaving()
    await vi.waitFor(() => expect(tab.save()).toEqual({ status: 'saved' }))
    expect((await openTab()).names()).toEqual(['Ana', 'Bo'])
  })
})

describe('maps as wholes', () => {
  it('are listed with their counts, and remember which was open last', async () => {
    const tab = await firstTab()
    const lists: unknown[] = []
    tab.keeping.observe((list) => lists.push(list))
    await vi.waitFor(() =>
      expect(lists.at(-1)).toMatchObject({
        status: 'ready',
        maps: [{ id: 'map-1', name: 'Water for all', inBin: false, counts: [0, 0, 0, 0, 0] }],
      }),
    )
    tab.keeping.setLastOpen(tab.doc().info.id)
    await vi.waitFor(async () => expect(await tab.keeping.lastOpen()).toBe('map-1'))
    tab.keeping.setLastOpen(null)
    await vi.waitFor(async () => expect(await tab.keeping.lastOpen()).toBeNull())
  })

  it('are renamed, copied, binned, restored and deleted when no tab has them open', async () => {
    const tab = await firstTab()
    const { keeping } = tab
    const { id } = tab.doc().info
    await tab.close()
    unwrap(await keeping.rename(id, 'Clean water'))
    unwrap(await keeping.bin(id))
    unwrap(await keeping.restore(id))
    unwrap(await keeping.duplicate(id, asId<MapId>('copy'), 'Copy'))
    const copy = await openTab(docOf([], { id: asId<MapId>('copy') }))
    expect(copy.doc().info.name).toBe('Copy')
    expect(copy.names()).toEqual(['Ana'])
    unwrap(await keeping.deleteForever(id))
    expect(await keeping.rename(id, 'x')).toEqual({ ok: false, error: 'missing' })
  })
})
