import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { asId, type MapId } from '../../src/domain/records.ts'
import { fail, ok } from '../../src/domain/result.ts'
import MapBars from '../../src/views/backup/MapBars.tsx'
import { NotSavedBar } from '../../src/views/editor/NotSavedBar.tsx'
import { ReadOnlyBar } from '../../src/views/editor/ReadOnlyBar.tsx'
import type { DeviceStorage, StrandedServices } from '../../src/views/reliability.ts'
import type {
  AppServices,
  KeepingFailure,
  MapListState,
  SaveState,
  SealState,
  TabRole,
} from '../../src/views/services.ts'
import { fakeSealing, renderInEditor } from '../support/editor.tsx'
import { listing } from '../support/listing.ts'
import { docOf } from '../support/records.ts'
import { fakeReliability } from '../support/reliability.ts'

const doc = docOf([])
const NEW = asId<MapId>('kept as new')

/** The bars over a map that can't be stored, in a tab that would follow another one. */
function start(
  code: KeepingFailure,
  sealed = false,
  keeps: Awaited<ReturnType<StrandedServices['keepAsNew']>> = ok(NEW),
) {
  const stranded = {
    keepAsNew: vi.fn<StrandedServices['keepAsNew']>(() => Promise.resolve(keeps)),
    showStored: vi.fn<StrandedServices['showStored']>(() => Promise.resolve()),
  }
  const services: Partial<AppServices> = {
    save: createStore<SaveState>(() => ({ status: 'not saved', code })),
    tab: createStore<{ role: TabRole }>(() => ({ role: 'follower' })),
    sealing: fakeSealing({
      open: createStore<SealState>(() => ({ sealed, hasRecoveryKey: false })),
    }),
    reliability: () => Promise.resolve(fakeReliability({ stranded })),
  }
  const bars = (
    <>
      <NotSavedBar />
      <ReadOnlyBar />
    </>
  )
  return { ...renderInEditor(bars, { doc, services }), stranded }
}
const inBar = async (name: string) => screen.findByRole('button', { name })
const notThere = (name: string) => expect(screen.queryByRole('button', { name })).toBeNull()

describe('a map that was deleted for good elsewhere', () => {
  it('is kept as a new one, and that is opened', async () => {
    const { user, services } = start('missing')
    await user.click(await inBar('Keep it as a new map'))
    await waitFor(() => expect(services.openMap).toHaveBeenCalledWith(NEW))
  })

  it('says when it can’t be kept, and stays on the screen', async () => {
    const { user, services } = start('missing', false, fail('quota'))
    await user.click(await inBar('Keep it as a new map'))
    expect(await screen.findAllByText(/^The storage of this device is full/)).not.toHaveLength(0)
    expect(services.openMap).not.toHaveBeenCalled()
  })

  it('can be left, and is not taken for one that another tab edits', async () => {
    const { user, services } = start('missing')
    notThere('Edit here')
    notThere('Try again')
    await user.click(await inBar('Close'))
    expect(services.closeMap).toHaveBeenCalledOnce()
  })

  it('is not written in clear when it is sealed', async () => {
    start('missing', true)
    expect(await inBar('Save a sealed backup')).toBeVisible()
    notThere('Keep it as a new map')
  })
})

describe('a map that was changed elsewhere', () => {
  it('is kept beside the other', async () => {
    const { user, services } = start('conflict')
    await user.click(await inBar('Keep mine as a new map'))
    await waitFor(() => expect(services.openMap).toHaveBeenCalledWith(NEW))
  })

  it('offers a sealed backup instead when it was sealed elsewhere', async () => {
    const { user, services } = start('conflict', false, fail('sealed'))
    await user.click(await inBar('Keep mine as a new map'))
    expect(await inBar('Save a sealed backup')).toBeVisible()
    expect(screen.getAllByText(/was sealed in another tab/)).not.toHaveLength(0)
    notThere('Keep mine as a new map')
    expect(services.openMap).not.toHaveBeenCalled()
  })

  it('asks before it shows what is stored', async () => {
    const { user, stranded } = start('conflict')
    await user.click(await inBar('Show what is stored'))
    const question = () => within(screen.getByRole('dialog', { name: 'Show what is stored?' }))
    await user.click(question().getByRole('button', { name: 'Cancel' }))
    expect(stranded.showStored).not.toHaveBeenCalled()
    await user.click(await inBar('Show what is stored'))
    await user.click(question().getByRole('button', { name: 'Show what is stored' }))
    await waitFor(() => expect(stranded.showStored).toHaveBeenCalledOnce())
  })
})

it('on a full device a backup is one click away, and it is said what makes room', async () => {
  const { user, services } = start('quota')
  expect(await inBar('Save a backup file')).toBeVisible()
  expect(screen.getByText(/goes on trying.*makes room/)).toBeVisible()
  await user.click(await inBar('Try again'))
  expect(services.retrySaving).toHaveBeenCalledOnce()
})

describe('the bars of an open map', () => {
  const bars = (maps: MapListState, seen?: DeviceStorage) => {
    const reliability = fakeReliability()
    const device = { ...reliability.device, ...(seen && { seen: createStore(() => seen) }) }
    return renderInEditor(<MapBars />, {
      doc,
      services: {
        maps: createStore<MapListState>(() => maps),
        reliability: () => Promise.resolve({ ...reliability, device }),
      },
    })
  }
  const listed = (inBin: boolean): MapListState => ({
    status: 'ready',
    maps: [listing(doc.info.id, { inBin }), listing(NEW, { inBin: true })],
  })

  it('say that it is in the bin, and take it out', async () => {
    const { user, services } = bars(listed(true))
    expect(screen.getByText(/^This map is in the bin/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Take it out of the bin' }))
    expect(services.restoreMap).toHaveBeenCalledWith(doc.info.id)
    act(() => services.maps.setState(listed(false), true))
    expect(screen.queryByText(/^This map is in the bin/)).toBeNull()
  })

  it('warn when space runs short, until somebody has read it', async () => {
    const { user } = bars(listed(false), { isPersistent: true, used: 81, quota: 100 })
    expect(await screen.findByText(/nearly full \(81 % used\)/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Save a backup file' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Not now' }))
    expect(screen.queryByText(/nearly full/)).toBeNull()
  })
})
