// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { stakeholdersInOrder } from '../../../src/domain/doc.ts'
import { docOf, stakeholder, unwrap } from '../../support/records.ts'
import { add, namesIn, storedTabs, toSeal } from './storedTabs.ts'
import { watchedTab } from './watchedTab.ts'

const newTab = storedTabs()
const doc = docOf([stakeholder('a', { name: 'Ana' })])
const { id } = doc.info

const firstTab = async () => {
  const tab = await newTab()
  unwrap(await tab.keeping.create(doc))
  return watchedTab(tab, id)
}

describe('a map that is deleted for good while another tab edits it', () => {
  it('takes no edit any more, says so, and is kept as a new map as it was on the screen', async () => {
    const tab = await firstTab()
    unwrap(add(tab.session, 'Bo'))
    const elsewhere = await newTab()
    unwrap(await elsewhere.keeping.deleteForever(id))
    await vi.waitFor(() =>
      expect(tab.saves.at(-1)).toEqual({ status: 'not saved', code: 'missing' }),
    )
    expect(add(tab.session, 'too late')).toMatchObject({ ok: false })
    const newId = unwrap(await tab.stranded.keepAsNew())
    expect(newId).not.toBe(id)
    expect(tab.giveUp).toHaveBeenCalledWith(false)
    const kept = unwrap((await elsewhere.keeping.stock?.repository.loadMap(newId)) ?? expect.fail())
    expect(stakeholdersInOrder(kept.doc).map(({ name }) => name)).toEqual(['Ana', 'Bo'])
    expect(kept.doc.info.name).toBe(doc.info.name)
  })

  it('is told to those who only follow, too', async () => {
    const tab = await firstTab()
    const follower = await watchedTab(await newTab(), id, false)
    await vi.waitFor(() => expect(follower.roles.at(-1)).toBe('follower'))
    unwrap(await tab.keeping.deleteForever(id))
    for (const { saves } of [tab, follower])
      await vi.waitFor(() => expect(saves.at(-1)).toEqual({ status: 'not saved', code: 'missing' }))
  })

  it('is never kept in clear when it is sealed', async () => {
    const tab = await firstTab()
    unwrap(await tab.session.changeSeal(toSeal()))
    unwrap(await tab.keeping.deleteForever(id))
    expect(await tab.stranded.keepAsNew()).toEqual({ ok: false, error: 'unavailable' })
  })
})

describe('a new name', () => {
  it('is told at once to the tab that writes and to those that follow', async () => {
    const tab = await firstTab()
    const follower = await watchedTab(await newTab(), id, false)
    await vi.waitFor(() => expect(follower.roles.at(-1)).toBe('follower'))
    unwrap(await (await newTab()).keeping.rename(id, 'Clean air'))
    for (const { session } of [tab, follower])
      await vi.waitFor(() =>
        expect(session.map.store.state.getState().doc.info.name).toBe('Clean air'),
      )
    // One of the two goes on as the writer.
    const isWriter = ({ session }: typeof tab) => session.onDisk?.isWriter() === true
    await vi.waitFor(() => expect([tab, follower].filter(isWriter)).toHaveLength(1))
  })
})

describe('two tabs where the browser has no Web Locks', () => {
  it('overwrite nothing of each other: the second edit is refused and can be kept', async () => {
    Object.defineProperty(navigator, 'locks', { configurable: true, value: null })
    const tab = await firstTab()
    const other = await watchedTab(await newTab(), id)
    unwrap(add(tab.session, 'From the one'))
    unwrap(await tab.session.flush())
    unwrap(add(other.session, 'From the other'))
    expect(await other.session.flush()).toEqual({ ok: false, error: 'conflict' })
    unwrap(add(tab.session, 'From the one again'))
    unwrap(await tab.session.flush())
    const newId = unwrap(await other.stranded.keepAsNew())
    const open = async (map: typeof id) => namesIn(unwrap(await (await newTab()).open(map)))
    expect(await open(id)).toEqual(['Ana', 'From the one', 'From the one again'])
    expect(await open(newId)).toEqual(['Ana', 'From the other'])
    await other.stranded.showStored()
    expect(other.giveUp).toHaveBeenLastCalledWith(true)
  })

  it('keep nothing in clear of a map that the other one has sealed', async () => {
    Object.defineProperty(navigator, 'locks', { configurable: true, value: null })
    const tab = await firstTab()
    const other = await watchedTab(await newTab(), id)
    unwrap(await tab.session.changeSeal(toSeal()))
    expect(await other.stranded.keepAsNew()).toEqual({ ok: false, error: 'sealed' })
    // Nor where its own row is gone.
    await tab.db.dexie.maps.delete(id)
    expect(await other.stranded.keepAsNew()).toEqual({ ok: false, error: 'sealed' })
    expect(other.giveUp).not.toHaveBeenCalled()
  })
})
