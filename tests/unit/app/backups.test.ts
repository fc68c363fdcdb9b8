// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AUTOMATIC_MS } from '../../../src/app/reliability/backups.ts'
import { docOf, stakeholder, unwrap } from '../../support/records.ts'
import { add, storedTabs, toSeal } from './storedTabs.ts'
import { watchedTab } from './watchedTab.ts'

const newTab = storedTabs()
const doc = docOf(['Ana', 'Bo', 'Cy', 'Di', 'Eve'].map((name) => stakeholder(name, { name })))
const { id } = doc.info

/** A tab with the map open for the first time. */
async function firstTab() {
  const tab = await newTab()
  unwrap(await tab.keeping.create(doc))
  return watchedTab(tab, id)
}
const again = async () => watchedTab(await newTab(), id)

type Watched = Awaited<ReturnType<typeof again>>

async function change({ session }: Watched, times = 1) {
  for (let time = 0; time < times; time += 1) {
    unwrap(add(session, `Number ${time}`))
    unwrap(await session.flush())
  }
}

const docIn = ({ session }: Watched) => session.map.store.state.getState().doc
const saved = (tab: Watched, how: 'clear' | 'sealed' = 'clear') =>
  tab.backups.wasSaved(docIn(tab), how)
const lastOf = ({ backups }: Watched) => backups.state.getState().last

const settingsOf = async ({ db }: Watched) => db.dexie.settings.toArray()

const query = vi.fn<() => Promise<PermissionState>>()
const request = vi.fn<() => Promise<PermissionState>>()

/** A file on somebody's stick; what is done to it can be refused. */
class Stick {
  readonly name = 'our map.json'
  text = 'before'
  writes = 0
  error: string | null = null
  // Its row is copied to the disk, where no function of its own may be.
  queryPermission() {
    return query()
  }
  requestPermission() {
    return request()
  }
  async createWritable() {
    if (this.error) throw new DOMException('no', this.error)
    let next = ''
    return {
      write: async (text: string) => {
        next += text
      },
      close: async () => {
        this.text = next
        this.writes += 1
      },
      abort: async () => undefined,
    }
  }
}
let stick = new Stick()
beforeEach(() => {
  stick = new Stick()
  query.mockReset().mockResolvedValue('granted')
  request.mockReset().mockResolvedValue('granted')
  window.showSaveFilePicker = () => Promise.resolve(stick)
})
afterEach(() => {
  vi.useRealTimers()
  delete window.showSaveFilePicker
})

describe('the last backup', () => {
  it('is remembered with its day, and changes since are counted', async () => {
    const tab = await firstTab()
    expect(tab.backups.state.getState().last).toBeNull()
    await saved(tab)
    await change(tab, 3)
    const { last } = tab.backups.state.getState()
    expect(last).toEqual({
      at: expect.stringMatching(/T12:00:00.000Z$/),
      changesSince: 3,
      isFromBeforeSeal: false,
    })
    await tab.session.close()
    const next = await again()
    await vi.waitFor(() => expect(next.backups.state.getState().last).toEqual(last))
  })

  it('is of what was in the file, not of what came while it was saved', async () => {
    const tab = await firstTab()
    const inFile = docIn(tab)
    await change(tab, 2)
    await tab.backups.wasSaved(inFile, 'clear')
    expect(lastOf(tab)?.changesSince).toBe(2)
  })

  it('is forgotten together with the map', async () => {
    const tab = await firstTab()
    await saved(tab)
    await tab.backups.remindLater()
    unwrap(await tab.backups.chooseFile())
    expect(JSON.stringify(await settingsOf(tab))).toContain(id)
    await tab.session.close()
    unwrap(await tab.keeping.deleteForever(id))
    expect(JSON.stringify(await settingsOf(tab))).not.toContain(id)
    await saved(tab)
    expect(JSON.stringify(await settingsOf(tab))).not.toContain(id)
  })

  it('does not count for a sealed map when it is from before sealing, until a sealed one is saved', async () => {
    const tab = await firstTab()
    await change(tab, 2)
    await saved(tab)
    unwrap(await tab.session.changeSeal(toSeal()))
    expect(lastOf(tab)).toMatchObject({
      isFromBeforeSeal: true,
      changesSince: tab.session.onDisk?.rev(),
    })
    // A copy in clear does not take its place.
    await saved(tab)
    expect(lastOf(tab)).toMatchObject({ isFromBeforeSeal: true })
    await saved(tab, 'sealed')
    expect(lastOf(tab)).toMatchObject({ isFromBeforeSeal: false, changesSince: 0 })
    await saved(tab)
    expect(lastOf(tab)).toMatchObject({ isFromBeforeSeal: false, changesSince: 0 })
  })

  it('of an earlier Allyscope, which did not note whether it is sealed, counts as one in clear', async () => {
    const tab = await firstTab()
    unwrap(await tab.session.changeSeal(toSeal()))
    await saved(tab, 'sealed')
    await tab.db.dexie.settings.put({
      key: `backup:${id}:last`,
      value: { at: '2026-11-12T12:00:00.000Z', rev: 1 },
    })
    const { readBackupRows } = await import('../../../src/app/reliability/backupRows.ts')
    const { smallValues } = tab.keeping.stock ?? expect.fail()
    expect(await readBackupRows(smallValues, id)).toMatchObject({ last: { rev: 1, sealed: false } })
  })

  it('leaves no word of a sealed map in clear', async () => {
    const tab = await firstTab()
    await saved(tab)
    unwrap(await tab.backups.chooseFile())
    expect(JSON.stringify(await settingsOf(tab))).toContain(stick.name)
    unwrap(await tab.session.changeSeal(toSeal()))
    await tab.backups.setAutomatic(true)
    await saved(tab)
    const kept = await settingsOf(tab)
    expect(kept.filter((row) => JSON.stringify(row).includes(id))).toEqual([
      {
        key: `backup:${id}:last`,
        value: {
          at: expect.stringMatching(/T12:00:00.000Z$/),
          rev: expect.any(Number),
          sealed: false,
        },
      },
    ])
    expect(tab.backups.state.getState()).toMatchObject({ file: null, canChooseFile: false })
    const writes = stick.writes
    expect(await tab.backups.writeFile()).toMatchObject({ ok: false })
    expect(await tab.backups.chooseFile()).toMatchObject({ ok: false })
    expect(stick.writes).toBe(writes)
  })
})

describe('the reminder', () => {
  /** The map was made long ago, and changed often. */
  async function oldTab() {
    const tab = await firstTab()
    await change(tab, 12)
    const header = unwrap((await tab.keeping.stock?.repository.readHeader(id)) ?? expect.fail())
    await tab.db.dexie.maps.put({ ...header, createdAt: '2020-01-01T00:00:00.000Z' })
    await tab.session.close()
    return again()
  }

  it('comes when the map is opened, and goes with a backup', async () => {
    const tab = await oldTab()
    await vi.waitFor(() => expect(tab.reminder.getState().isDue).toBe(true))
    await saved(tab)
    expect(tab.reminder.getState().isDue).toBe(false)
  })

  it('comes for a sealed map that has a backup from before sealing alone', async () => {
    const tab = await oldTab()
    await saved(tab)
    unwrap(await tab.session.changeSeal(toSeal()))
    tab.watch(tab.session)
    await vi.waitFor(() => expect(tab.reminder.getState().isDue).toBe(true))
    await saved(tab)
    expect(tab.reminder.getState().isDue).toBe(true)
    await saved(tab, 'sealed')
    expect(tab.reminder.getState().isDue).toBe(false)
  })

  it('stays away for a week when somebody says so', async () => {
    const tab = await oldTab()
    await vi.waitFor(() => expect(tab.reminder.getState().isDue).toBe(true))
    await tab.backups.remindLater()
    await tab.session.close()
    const next = await again()
    await vi.waitFor(() => expect(next.device.seen.getState()).toBeDefined())
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(next.reminder.getState().isDue).toBe(false)
  })
})

describe('a file of somebody’s choice', () => {
  it('is written when it is chosen, and whenever that is asked for', async () => {
    const tab = await firstTab()
    expect(unwrap(await tab.backups.chooseFile())).toEqual({
      name: 'our map.json',
      isAutomatic: false,
      failure: null,
    })
    expect(JSON.parse(stick.text).stakeholders).toHaveLength(5)
    await change(tab)
    unwrap(await tab.backups.writeFile())
    expect(JSON.parse(stick.text).stakeholders).toHaveLength(6)
    expect(tab.backups.state.getState().last?.changesSince).toBe(0)
  })

  it('stays as it was when nobody chooses one', async () => {
    const tab = await firstTab()
    window.showSaveFilePicker = () => Promise.reject(new DOMException('', 'AbortError'))
    expect(unwrap(await tab.backups.chooseFile())).toBeNull()
    expect(tab.backups.state.getState().file).toBeNull()
  })

  it.each([
    ['NotAllowedError', 'not allowed'],
    ['NotFoundError', 'gone'],
    ['QuotaExceededError', 'full'],
    ['NoModificationAllowedError', 'unknown'],
  ])('says when it can’t be written: %s', async (name, error) => {
    const tab = await firstTab()
    stick.error = name
    expect(await tab.backups.chooseFile()).toEqual({ ok: false, error })
    expect(tab.backups.state.getState()).toMatchObject({ last: null, file: { failure: error } })
    expect(stick.text).toBe('before')
  })

  it('asks for leave when somebody clicks, and only then', async () => {
    const tab = await firstTab()
    query.mockResolvedValue('prompt')
    unwrap(await tab.backups.chooseFile())
    expect(request).toHaveBeenCalledOnce()
    request.mockResolvedValue('denied')
    expect(await tab.backups.writeFile()).toEqual({ ok: false, error: 'not allowed' })
  })

  it('is written by itself some minutes after a change, once for all of them', async () => {
    const tab = await firstTab()
    unwrap(await tab.backups.chooseFile())
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await tab.backups.setAutomatic(true)
    await change(tab, 3)
    expect(stick.writes).toBe(1)
    vi.advanceTimersByTime(AUTOMATIC_MS)
    await vi.waitFor(() => expect(stick.writes).toBe(2))
    vi.advanceTimersByTime(10 * AUTOMATIC_MS)
    query.mockResolvedValue('prompt')
    await change(tab)
    vi.advanceTimersByTime(AUTOMATIC_MS)
    await vi.waitFor(() => expect(tab.backups.state.getState().file?.failure).toBe('not allowed'))
    expect(stick.writes).toBe(2)
    expect(request).not.toHaveBeenCalled()
    expect(tab.reminder.getState().isDue).toBe(true)
  })

  it('is let alone once the map is sealed', async () => {
    const tab = await firstTab()
    unwrap(await tab.backups.chooseFile())
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await tab.backups.setAutomatic(true)
    await change(tab)
    unwrap(await tab.session.changeSeal(toSeal()))
    vi.advanceTimersByTime(AUTOMATIC_MS)
    vi.useRealTimers()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(stick.writes).toBe(1)
  })

  it('is not written when the map is sealed while it is being opened, nor is its name remembered', async () => {
    const tab = await firstTab()
    const open = stick.createWritable.bind(stick)
    stick.createWritable = async () => {
      unwrap(await tab.session.changeSeal(toSeal()))
      return open()
    }
    expect(await tab.backups.chooseFile()).toEqual({ ok: false, error: 'not allowed' })
    expect([stick.text, stick.writes]).toEqual(['before', 0])
    expect(JSON.stringify(await settingsOf(tab))).not.toContain(stick.name)
  })

  it('is not offered where the browser has no such thing', async () => {
    delete window.showSaveFilePicker
    const tab = await firstTab()
    expect(tab.backups.state.getState().canChooseFile).toBe(false)
  })
})
