// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pointServices, watchPoints } from '../../../src/app/reliability/points.ts'
import { addImported } from '../../../src/domain/commands/importing.ts'
import { restoreMap } from '../../../src/domain/commands/restore.ts'
import { removeStakeholders } from '../../../src/domain/commands/stakeholders.ts'
import type { DecodedImport } from '../../../src/domain/imported.ts'
import type { MapId } from '../../../src/domain/records.ts'
import type { PointId } from '../../../src/domain/restorePoints.ts'
import { fail } from '../../../src/domain/result.ts'
import * as aside from '../../../src/storage/aside.ts'
import * as announcer from '../../../src/ui/announcer.tsx'
import { storageFailure } from '../../../src/storage/failure.ts'
import { docOf, personId, plain, stakeholder, unwrap } from '../../support/records.ts'
import { dump, withPassphrase } from '../storage/sealedSupport.ts'
import { add, namesIn, storedTabs, type Tab, toSeal } from './storedTabs.ts'

/** The disk can be made to refuse. */
vi.mock('../../../src/storage/aside.ts', { spy: true })
vi.mock('../../../src/ui/announcer.tsx', { spy: true })
vi.mock('../../../src/sealing/kdf.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  ARGON2ID: { memory: 256, passes: 1, lanes: 1 },
}))

const newTab = storedTabs()
const people = (count: number) =>
  Array.from({ length: count }, (_, n) => stakeholder(`id-${n}`, { name: `Group ${n}` }))

/** A tab that watches a map of so many. */
async function watching(count: number) {
  const tab = await newTab()
  const doc = docOf(people(count))
  unwrap(await tab.keeping.create(doc))
  return { ...(await watchedIn(tab, doc.info.id)), doc }
}

async function watchedIn(tab: Tab, id: MapId) {
  const session = unwrap(await tab.open(id))
  const { stock } = tab.keeping
  if (!stock || !session.onDisk) throw new Error('maps are stored here')
  watchPoints(stock, session, session.onDisk)
  const points = pointServices({ stock, session: () => session })
  const reasons = async () => unwrap(await points.list()).points.map(({ reason }) => reason)
  const remove = (...ids: string[]) =>
    unwrap(
      session.map.store.dispatch(removeStakeholders(ids.map(personId)), {
        action: 'remove',
        stakeholders: [],
      }),
    )
  const read = async (point: PointId) => unwrap(await points.read(point)).doc
  return { tab, id, session, points, reasons, remove, read }
}
type Watched = Awaited<ReturnType<typeof watching>>

const expectReasons = ({ reasons }: Pick<Watched, 'reasons'>, wanted: readonly string[]) =>
  vi.waitFor(async () => expect(await reasons()).toEqual(wanted))
/** Long enough for a copy to be taken, if one is to be. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 60))

const FILE: DecodedImport = {
  map: {
    id: null,
    name: '',
    we: '',
    goal: '',
    alliesSide: 'left',
    segmentNames: [null, null, null, null, null],
  },
  sectors: ['Press'],
  resources: [],
  stakeholders: [],
  relationships: [],
}

// Idle at once.
beforeEach(() => vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0)))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.mocked(aside.writeAside).mockReset()
})

describe('a restore point is taken', () => {
  it('when the map is opened, and not again before something has changed', async () => {
    const first = await watching(3)
    await expectReasons(first, ['opened'])
    await first.session.close()
    const second = await watchedIn(first.tab, first.id)
    await quiet()
    expect(await second.reasons()).toEqual(['opened'])
    add(second.session, 'Bo')
    unwrap(await second.session.flush())
    await second.session.close()
    const third = await watchedIn(first.tab, first.id)
    await expectReasons(third, ['opened', 'opened'])
    const [latest] = unwrap(await third.points.list()).points
    expect(latest?.stakeholders).toBe(4)
  })

  it('of the map as it was opened, also when somebody types before the page is idle', async () => {
    vi.stubGlobal('requestIdleCallback', () => undefined)
    const watched = await watching(3)
    add(watched.session, 'Bo')
    await expectReasons(watched, ['opened'])
    const [point] = unwrap(await watched.points.list()).points
    expect(point?.stakeholders).toBe(3)
  })

  it('not of a map in which there is nobody yet', async () => {
    const watched = await watching(0)
    add(watched.session, 'Bo')
    await quiet()
    expect(await watched.reasons()).toEqual([])
  })

  it('before an import, also one that is done again, but not when it is undone', async () => {
    const watched = await watching(3)
    await expectReasons(watched, ['opened'])
    const { store } = watched.session.map
    store.dispatch(addImported(FILE), { action: 'import', stakeholders: [] })
    await expectReasons(watched, ['before import', 'opened'])
    store.undo()
    await quiet()
    expect(await watched.reasons()).toHaveLength(2)
    store.redo()
    await expectReasons(watched, ['before import', 'before import', 'opened'])
  })

  it('before an import after which the map is left at once', async () => {
    const watched = await watching(3)
    await expectReasons(watched, ['opened'])
    watched.session.map.store.dispatch(addImported(FILE), { action: 'import', stakeholders: [] })
    await watched.session.close()
    await expectReasons(watched, ['before import', 'opened'])
  })

  it('or the team is told that it could not be, in public preview once that is left', async () => {
    const watched = await watching(3)
    await expectReasons(watched, ['opened'])
    const { store, settings } = watched.session.map
    const told = vi.mocked(announcer.announce).mockClear()
    vi.mocked(aside.writeAside).mockResolvedValue(fail(storageFailure('quota', 'full')))
    store.dispatch(addImported(FILE), { action: 'import', stakeholders: [] })
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce())
    expect(told).toHaveBeenCalledWith(expect.stringMatching(/was not kept/), 'problem')
    settings.setState({ audience: 'public' })
    store.dispatch(addImported({ ...FILE, sectors: ['Health'] }), {
      action: 'import',
      stakeholders: [],
    })
    await quiet()
    expect(told).toHaveBeenCalledOnce()
    settings.setState({ audience: 'team' })
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('made into a text once', async () => {
    const watched = await watching(3)
    await expectReasons(watched, ['opened'])
    const text = vi.spyOn(JSON, 'stringify')
    watched.session.map.store.dispatch(addImported(FILE), { action: 'import', stakeholders: [] })
    await expectReasons(watched, ['before import', 'opened'])
    await quiet()
    const texts = text.mock.calls.filter(([made]) => Object.hasOwn(Object(made), 'formatVersion'))
    text.mockRestore()
    expect(texts).toHaveLength(1)
  })

  it('and is on the disk before the import, also when the page dies while the copy is made small', async () => {
    const watched = await watching(3)
    await expectReasons(watched, ['opened'])
    let giveUp = (): void => undefined
    const stuck = new Promise<never>((_, refuse) => {
      giveUp = () => refuse(new Error('no longer'))
    })
    vi.stubGlobal(
      'CompressionStream',
      class {
        readonly writable = new WritableStream({ write: () => stuck })
        readonly readable = new ReadableStream({ pull: () => stuck })
      },
    )
    watched.session.map.store.dispatch(addImported(FILE), { action: 'import', stakeholders: [] })
    unwrap(await watched.session.flush())
    expect(await watched.reasons()).toEqual(['before import', 'opened'])
    const [point] = unwrap(await watched.points.list()).points
    if (!point) throw new Error('no point')
    expect(plain(await watched.read(point.id))).toEqual(plain(watched.doc))
    giveUp()
  })

  it('before many are removed, with all of them in it', async () => {
    const watched = await watching(30)
    await expectReasons(watched, ['opened'])
    watched.remove('id-0')
    await quiet()
    expect(await watched.reasons()).toEqual(['opened'])
    watched.remove(
      ...people(30)
        .slice(1)
        .map(({ id }) => id),
    )
    await expectReasons(watched, ['before deleting', 'opened'])
    const [point] = unwrap(await watched.points.list()).points
    if (!point) throw new Error('no point')
    const before = await watched.read(point.id)
    expect([before.stakeholders.size, namesIn(watched.session)]).toEqual([29, []])
  })

  it('before a tenth of a map is removed; who tidies up one by one gets one copy, the first', async () => {
    const watched = await watching(20)
    await expectReasons(watched, ['opened'])
    watched.remove('id-0', 'id-1')
    watched.remove('id-2', 'id-3')
    watched.remove('id-4', 'id-5')
    await expectReasons(watched, ['before deleting', 'opened'])
    const [point] = unwrap(await watched.points.list()).points
    expect(point?.stakeholders).toBe(20)
  })

  it('before going back to one, which undo takes back', async () => {
    const watched = await watching(3)
    await expectReasons(watched, ['opened'])
    add(watched.session, 'Bo')
    const { store } = watched.session.map
    const [point] = unwrap(await watched.points.list()).points
    if (!point) throw new Error('no point')
    store.dispatch(restoreMap(await watched.read(point.id)), {
      action: 'restore',
      stakeholders: [],
    })
    expect(plain(store.state.getState().doc)).toEqual(plain(watched.doc))
    await expectReasons(watched, ['before restore', 'opened'])
    store.undo()
    expect(namesIn(watched.session)).toContain('Bo')
  })

  it('before the seal is put on or taken off, and goes with it', async () => {
    const watched = await watching(3)
    await expectReasons(watched, ['opened'])
    unwrap(await watched.session.changeSeal(toSeal()))
    await expectReasons(watched, ['before seal', 'opened'])
    expect(await dump(watched.tab.db)).not.toContain('Group')
    unwrap(await watched.session.changeSeal({ kind: 'unseal', secret: withPassphrase() }))
    await expectReasons(watched, ['before seal', 'before seal', 'opened'])
    expect(unwrap(await watched.points.list()).damaged).toBe(0)
  })
})

describe('a tab that only follows', () => {
  it('takes no points, and may look at those that are there', async () => {
    const writer = await watching(3)
    await expectReasons(writer, ['opened'])
    const follower = await watchedIn(await newTab(), writer.id)
    await quiet()
    expect(await follower.reasons()).toEqual(['opened'])
    const [point] = unwrap(await follower.points.list()).points
    if (!point) throw new Error('no point')
    expect(plain(await follower.read(point.id))).toEqual(plain(writer.doc))
    const conflict = { ok: false, error: 'conflict' }
    expect(await follower.points.keep('Mine')).toEqual(conflict)
    expect(await follower.points.rename(point.id, 'Mine')).toEqual(conflict)
    expect(await follower.points.remove(point.id)).toEqual(conflict)
  })
})

describe('a named point', () => {
  it('is the map as it is on the screen', async () => {
    const watched = await watching(3)
    await expectReasons(watched, ['opened'])
    add(watched.session, 'Bo')
    const kept = unwrap(await watched.points.keep('Before the strategy weekend'))
    expect(kept).toMatchObject({ reason: 'named', stakeholders: 4 })
    unwrap(await watched.points.rename(kept.id, 'Renamed'))
    expect(unwrap(await watched.points.list()).points[0]).toMatchObject({ name: 'Renamed' })
    expect(plain(await watched.read(kept.id))).toEqual(
      plain(watched.session.map.store.state.getState().doc),
    )
    unwrap(await watched.points.remove(kept.id))
    expect(await watched.reasons()).toEqual(['opened'])
  })

  it('is not said to be kept when the disk is full, and the map goes on being saved', async () => {
    const watched = await watching(3)
    await expectReasons(watched, ['opened'])
    vi.mocked(aside.writeAside).mockResolvedValue(fail(storageFailure('quota', 'full')))
    expect(await watched.points.keep('Weekend')).toEqual({ ok: false, error: 'quota' })
    add(watched.session, 'Bo')
    unwrap(await watched.session.flush())
    expect(watched.tab.saves.at(-1)).toEqual({ status: 'saved' })
    expect(await watched.reasons()).toEqual(['opened'])
  })

  it('has more right to a full disk than old automatic ones', async () => {
    const watched = await watching(3)
    await expectReasons(watched, ['opened'])
    const { store } = watched.session.map
    store.dispatch(addImported(FILE), { action: 'import', stakeholders: [] })
    await expectReasons(watched, ['before import', 'opened'])
    vi.mocked(aside.writeAside).mockResolvedValueOnce(fail(storageFailure('quota', 'full')))
    unwrap(await watched.points.keep('Weekend'))
    // The last automatic one of the day has stayed.
    expect(await watched.reasons()).toEqual(['named', 'before import'])
  })
})

it('says that it can’t where maps are kept in memory alone', async () => {
  const points = pointServices({ stock: null, session: () => null })
  expect(await points.list()).toEqual({ ok: false, error: 'unavailable' })
})
