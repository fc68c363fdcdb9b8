import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { asId } from '../../src/domain/records.ts'
import { fail, ok } from '../../src/domain/result.ts'
import { StartPage } from '../../src/views/mapList/StartPage.tsx'
import FailedMap from '../../src/views/recovery/FailedMap.tsx'
import RawCopyPreview from '../../src/views/recovery/RawCopyPreview.tsx'
import { ShutScreen } from '../../src/views/recovery/ShutScreen.tsx'
import type { RecoveryServices, SecondCopy } from '../../src/views/reliability.ts'
import type { MapListState } from '../../src/views/services.ts'
import { NOW, renderWithServices } from '../support/editor.tsx'
import { listing } from '../support/listing.ts'
import { fakeReliability } from '../support/reliability.ts'

const copy = (id: string, more: Partial<SecondCopy> = {}): SecondCopy => ({
  id: asId(id),
  name: `Map ${id}`,
  sealed: false,
  inBin: false,
  isNewer: false,
  changedAt: NOW,
  alliesSide: 'left',
  counts: [1, 2, 0, 0, 0],
  ...more,
})

const SHUT = { name: '', sealed: true, changedAt: null, counts: [] }

const recoveryOf = (more: Partial<RecoveryServices>): RecoveryServices => ({
  ...fakeReliability().recovery,
  restore: vi.fn<RecoveryServices['restore']>(() => Promise.resolve(ok(null))),
  forgetCopies: vi.fn<RecoveryServices['forgetCopies']>(() => Promise.resolve(ok(null))),
  startAnew: vi.fn<RecoveryServices['startAnew']>(),
  ...more,
})

const start = (state: MapListState, recovery: RecoveryServices) => {
  const maps = createStore<MapListState>(() => state)
  const reliability = () => Promise.resolve(fakeReliability({ recovery }))
  return { maps, ...renderWithServices(<StartPage />, { maps, reliability }) }
}
const LOST: MapListState = { status: 'ready', maps: [], isLost: true }
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const gone = () => screen.findByRole('heading', { name: 'The maps that were kept here are gone' })

describe('a device that has lost its maps', () => {
  it('says so instead of welcoming, and lists the copies that are left', async () => {
    const copies = [
      copy('a'),
      copy('s', { name: '', sealed: true }),
      copy('d', { name: '', changedAt: null }),
    ]
    start(
      LOST,
      recoveryOf({ copies: () => Promise.resolve(copies), mapsBefore: () => Promise.resolve(3) }),
    )
    await gone()
    expect(screen.queryByText(/Who is with us/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'New map' })).toBeNull()
    expect(screen.getByText(/There were 3\./)).toBeVisible()
    expect(screen.getByText(/Copies of 2 maps are still on this device/)).toBeVisible()
    const list = within(screen.getByRole('list', { name: 'Copies of maps' }))
    expect(list.getByText('Map a')).toBeVisible()
    expect(list.getByText(/^Sealed map \w+-\d\d$/)).toBeVisible()
    expect(list.getByText('This copy is damaged and can’t be put back.')).toBeVisible()
    expect(list.getAllByRole('button')).toHaveLength(2)
  })

  it('puts all back, says how it went, and leads on to the list', async () => {
    const recovery = recoveryOf({
      copies: () => Promise.resolve([copy('a'), copy('b')]),
      mapsBefore: () => Promise.resolve(2),
      restore: (id) => {
        maps.setState({ status: 'ready', maps: [listing(id)] }, true)
        return Promise.resolve(id === 'a' ? ok(null) : fail('quota'))
      },
    })
    const { user, maps } = start(LOST, recovery)
    await user.click(await button('Put all back'))
    expect(await screen.findByText(/1 of 2 maps are back/)).toBeVisible()
    expect(screen.getByText(/Not put back: The storage of this device is full/)).toBeVisible()
    await user.click(await button('Go to my maps'))
    expect(await screen.findByRole('heading', { name: 'Maps' })).toBeVisible()
  })

  it('puts back a single one', async () => {
    const recovery = recoveryOf({ copies: () => Promise.resolve([copy('a'), copy('b')]) })
    const { user } = start(LOST, recovery)
    await user.click(await button('Put back Map b'))
    expect(recovery.restore).toHaveBeenCalledExactlyOnceWith('b')
    expect(await screen.findByText('Back, with all that its copy had.')).toBeVisible()
  })

  it('says of a sealed one no more than is known before it is unlocked', async () => {
    const sealed = copy('s', { name: '', sealed: true })
    const { user } = start(LOST, recoveryOf({ copies: () => Promise.resolve([sealed]) }))
    await user.click(await button(/^Put back Sealed map/))
    expect(await screen.findByText(/What is in it shows when you unlock it/)).toBeVisible()
    expect(screen.queryByText(/whole|can be read/)).toBeNull()
  })

  it('offers a backup file where no copy is left', async () => {
    start(LOST, recoveryOf({ mapsBefore: () => Promise.resolve(1) }))
    await gone()
    expect(screen.getByText(/No copies are left on this device/)).toBeVisible()
    expect(await button('Open a backup file…')).toBeEnabled()
    expect(screen.queryByRole('button', { name: 'Put all back' })).toBeNull()
  })

  it('asks before it starts with nothing, and says that the copies go', async () => {
    const recovery = recoveryOf({ copies: () => Promise.resolve([copy('a')]) })
    const { user, maps } = start(LOST, recovery)
    vi.mocked(recovery.startAnew).mockImplementation(() =>
      maps.setState({ status: 'ready', maps: [] }, true),
    )
    await user.click(await button('Start with nothing'))
    const dialog = within(screen.getByRole('dialog'))
    expect(
      dialog.getByText(/The copy that is left on this device, .* is deleted for good/),
    ).toBeVisible()
    expect(recovery.forgetCopies).not.toHaveBeenCalled()
    await user.click(dialog.getByRole('button', { name: 'Delete the copies and start' }))
    expect(await screen.findByText(/Who is with us/)).toBeVisible()
    expect(recovery.forgetCopies).toHaveBeenCalledOnce()
  })

  it('welcomes after all when the last map was deleted on purpose', async () => {
    const recovery = recoveryOf({})
    const { maps } = start(LOST, recovery)
    vi.mocked(recovery.startAnew).mockImplementation(() =>
      maps.setState({ status: 'ready', maps: [] }, true),
    )
    expect(await screen.findByText(/Who is with us/)).toBeVisible()
  })
})

describe('a list in which maps are missing', () => {
  it('offers the copies of those that are, beside the others', async () => {
    const recovery = recoveryOf({ copies: () => Promise.resolve([copy('x')]) })
    const { user } = start({ status: 'ready', maps: [listing('a')], unreadable: 1 }, recovery)
    expect(await screen.findByText(/1 map that was kept here is missing/)).toBeVisible()
    expect(screen.getByText(/1 map can’t be read\. It stays/)).toBeVisible()
    expect(await button('Save a raw copy')).toBeEnabled()
    await user.click(await button('Look at the copies'))
    const dialog = within(screen.getByRole('dialog', { name: 'Copies of maps' }))
    await user.click(dialog.getByRole('button', { name: 'Put all back' }))
    expect(recovery.restore).toHaveBeenCalledExactlyOnceWith('x')
  })

  it('counts a map that can’t be read once: with its copy, or where that is damaged without it', async () => {
    const copies = [
      copy('x', { isUnreadable: true }),
      copy('y', { isUnreadable: true, name: '', changedAt: null }),
    ]
    const recovery = recoveryOf({ copies: () => Promise.resolve(copies) })
    start({ status: 'ready', maps: [listing('a')], unreadable: 2 }, recovery)
    expect(await screen.findByText(/^1 map that was kept here is missing or can’t/)).toBeVisible()
    expect(screen.getByText(/^1 map can’t be read\. It stays/)).toBeVisible()
  })

  it('offers to put a map together again of which only parts are left, and says which can’t be', async () => {
    const recovery = recoveryOf({
      copies: () =>
        Promise.resolve([
          copy('r', { remains: { stakeholders: 3, isShut: false } }),
          copy('s', { ...SHUT, remains: { stakeholders: null, isShut: true } }),
        ]),
    })
    const { user } = start({ status: 'ready', maps: [listing('a')] }, recovery)
    expect(await screen.findByText(/^1 map is missing from the list\./)).toBeVisible()
    expect(screen.getByText(/^Of 1 map only parts are left/)).toBeVisible()
    expect(await button('Save a raw copy')).toBeEnabled()
    await user.click(await button('Look at what is left'))
    const dialog = within(screen.getByRole('dialog', { name: 'What is left of maps' }))
    expect(dialog.getByText('3 stakeholders in the public view')).toBeVisible()
    expect(dialog.getByText(/^Last restore point: /)).toBeVisible()
    expect(dialog.getByText(/^It can’t be opened: what its passphrase/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Put back Map r' }))
    expect(recovery.restore).toHaveBeenCalledExactlyOnceWith('r')
    expect(await dialog.findByText('Back, with all that was left of it.')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Delete what is left' }))
    const sure = within(screen.getByRole('dialog', { name: 'Delete what is left?' }))
    await user.click(sure.getByRole('button', { name: 'Delete what is left' }))
    expect(recovery.forgetCopies).toHaveBeenCalledExactlyOnceWith([
      expect.objectContaining({ id: 's' }),
    ])
  })

  it('says how many are gone for good, until somebody knows', async () => {
    const recovery = recoveryOf({
      gone: () => Promise.resolve(2),
      acceptGone: vi.fn<RecoveryServices['acceptGone']>(() => Promise.resolve()),
    })
    const { user } = start({ status: 'ready', maps: [listing('a')] }, recovery)
    expect(await screen.findByText(/^2 maps that were kept here are gone/)).toBeVisible()
    expect(await button('Save a raw copy')).toBeEnabled()
    await user.click(await button('I know'))
    expect(recovery.acceptGone).toHaveBeenCalledOnce()
    expect(screen.queryByText(/are gone/)).toBeNull()
    await waitFor(async () => expect(await button('New map')).toHaveFocus())
  })

  it('says nothing when none is', async () => {
    start({ status: 'ready', maps: [listing('a')] }, recoveryOf({}))
    await button(/^Map a/)
    expect(screen.queryByText(/missing/)).toBeNull()
  })
})

describe('a map that can’t be opened', () => {
  it('can be put together again where its own row is gone', async () => {
    const left = copy('m', { remains: { stakeholders: 3, isShut: false } })
    const recovery = recoveryOf({ copies: () => Promise.resolve([left]) })
    const reliability = () => Promise.resolve(fakeReliability({ recovery }))
    renderWithServices(<FailedMap id={asId('m')} code="missing" />, { reliability })
    expect(await screen.findByText(/^What was in this map is still in the storage/)).toBeVisible()
    expect(await button('Put back')).toBeEnabled()
  })

  it('offers its copy and a raw copy', async () => {
    const recovery = recoveryOf({
      copies: () => Promise.resolve([copy('m')]),
      rawCopy: () => Promise.resolve(fail('unavailable')),
      restore: vi.fn<RecoveryServices['restore']>(() => Promise.resolve(fail('quota'))),
    })
    const reliability = () => Promise.resolve(fakeReliability({ recovery }))
    const { user } = renderWithServices(<FailedMap id={asId('m')} code="unknown" />, {
      reliability,
    })
    expect(await screen.findByText(/A copy of this map/)).toBeVisible()
    await user.click(await button('Save a raw copy'))
    expect((await screen.findAllByText(/No raw copy could be made/))[0]).toBeVisible()
    await user.click(await button('Put back'))
    expect((await screen.findAllByText(/The storage of this device is full/))[0]).toBeVisible()
    expect(recovery.restore).toHaveBeenCalledExactlyOnceWith('m')
  })

  it('has nothing to offer for one that was deleted', async () => {
    const { services, user } = renderWithServices(<FailedMap id={asId('m')} code="missing" />)
    await user.click(await button('All maps'))
    expect(services.closeMap).toHaveBeenCalledOnce()
    expect(screen.queryByRole('button', { name: 'Save a raw copy' })).toBeNull()
  })
})

describe('a database that does not open', () => {
  const shut = (isNewer: boolean, copies: readonly SecondCopy[] = []) => {
    const calls = { onReload: vi.fn<() => void>(), onWithout: vi.fn<() => void>() }
    const onDelete = vi.fn<() => Promise<boolean>>(() => Promise.resolve(false))
    const recovery = {
      copies: () => Promise.resolve(copies),
      rawCopy: () => Promise.resolve(ok('{}')),
    }
    return {
      ...calls,
      onDelete,
      ...renderWithServices(
        <ShutScreen isNewer={isNewer} recovery={recovery} onDelete={onDelete} {...calls} />,
      ),
    }
  }

  it('refuses politely what a newer build has made, and never offers to delete it', async () => {
    const { user, onReload } = shut(true)
    expect(screen.getByRole('heading')).toHaveTextContent('A newer Allyscope has been used here')
    expect(screen.getByText(/Nothing was changed/)).toBeVisible()
    expect(await button('Save a raw copy')).toBeEnabled()
    expect(screen.queryByRole('button', { name: /Delete/ })).toBeNull()
    await user.click(await button('Reload'))
    expect(onReload).toHaveBeenCalledOnce()
  })

  it('deletes a damaged one only after a raw copy was saved or declined', async () => {
    vi.stubGlobal('URL', { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined })
    const { user, onDelete } = shut(false, [copy('a')])
    expect(await screen.findByText(/A copy of 1 map lies beside it/)).toBeVisible()
    await user.click(await button('Delete the damaged storage…'))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByRole('button', { name: 'Delete it without a raw copy' })).toBeEnabled()
    await user.click(dialog.getByRole('button', { name: 'Save a raw copy' }))
    await user.click(await dialog.findByRole('button', { name: 'Delete the storage' }))
    expect(onDelete).toHaveBeenCalledOnce()
    await waitFor(() => expect(screen.getAllByText(/did not delete it/)[0]).toBeVisible())
    vi.unstubAllGlobals()
  })

  it('lets people go on without', async () => {
    const { user, onWithout } = shut(false)
    await user.click(await button('Go on without storage'))
    expect(onWithout).toHaveBeenCalledOnce()
  })
})

describe('a raw copy that is opened', () => {
  const open = (restoreRawCopy: RecoveryServices['restoreRawCopy']) =>
    renderWithServices(
      <RawCopyPreview file={new File(['{}'], 'raw.json')} onClose={() => undefined} />,
      {
        reliability: () =>
          Promise.resolve(fakeReliability({ recovery: recoveryOf({ restoreRawCopy }) })),
      },
    )

  it('says what became of each of its maps', async () => {
    const { user } = open(() =>
      Promise.resolve(ok({ restored: 2, there: 1, deleted: 1, failed: 3 })),
    )
    await waitFor(async () => expect(await button('Put its maps back')).toBeEnabled())
    await user.click(await button('Put its maps back'))
    expect(await screen.findByText('2 maps are back.')).toBeVisible()
    expect(screen.getByText(/1 map is here already/)).toBeVisible()
    expect(screen.getByText(/1 map was deleted here for good/)).toBeVisible()
    expect(screen.getByText('3 maps can’t be read.')).toBeVisible()
  })

  it('says when it is damaged', async () => {
    const { user } = open(() => Promise.resolve(fail('unknown')))
    await waitFor(async () => expect(await button('Put its maps back')).toBeEnabled())
    await user.click(await button('Put its maps back'))
    expect(await screen.findByText(/damaged or was changed\. Nothing was put back/)).toBeVisible()
  })
})
