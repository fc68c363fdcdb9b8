import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { fail, ok } from '../../src/domain/result.ts'
import { BackupsPanel } from '../../src/views/backup/BackupsPanel.tsx'
import { DevicePanel } from '../../src/views/backup/DevicePanel.tsx'
import StorageDialog from '../../src/views/backup/StorageDialog.tsx'
import { Header } from '../../src/views/editor/Header.tsx'
import { saveBlob } from '../../src/views/export/download.ts'
import KeptDialog from '../../src/views/kept/KeptDialog.tsx'
import type {
  BackupServices,
  BackupState,
  DeviceServices,
  DeviceStorage,
} from '../../src/views/reliability.ts'
import type { SealState } from '../../src/views/services.ts'
import { fakeSealing, renderInEditor, renderWithServices } from '../support/editor.tsx'
import { docOf, HIDDEN, stakeholder } from '../support/records.ts'
import { fakeReliability } from '../support/reliability.ts'

vi.mock('../../src/views/export/download.ts', { spy: true })
beforeEach(() => void vi.mocked(saveBlob).mockImplementation(() => undefined))
afterEach(() => void vi.mocked(saveBlob).mockReset())

const LAST = { at: '2026-11-12T12:00:00.000Z', changesSince: 0, isFromBeforeSeal: false }
const FILE = { name: 'Operation Elm.json', isAutomatic: false, failure: null }

const backupsWith = (part: Partial<BackupState>, more: Partial<BackupServices> = {}) => ({
  ...fakeReliability().backups,
  state: createStore<BackupState>(() => ({
    last: null,
    file: null,
    canChooseFile: false,
    ...part,
  })),
  wasSaved: vi.fn<BackupServices['wasSaved']>(() => Promise.resolve()),
  ...more,
})

const due = () => ({ reminder: createStore(() => ({ isDue: true })) })
const button = (name: string) => screen.queryByRole('button', { name })

describe('the backups of a map', () => {
  const doc = docOf([stakeholder('a', { name: 'Ana', confidentiality: HIDDEN })])

  it('are told of honestly', () => {
    const backups = backupsWith({})
    renderInEditor(<BackupsPanel backups={backups} />)
    expect(screen.getByText(/no backup of this map, as far as this device knows/)).toBeVisible()
    act(() => backups.state.setState({ last: { ...LAST, changesSince: 34 } }))
    expect(screen.getByText('Last backup: November 12, 2026, 34 changes ago.')).toBeVisible()
    act(() => backups.state.setState({ last: LAST }))
    expect(screen.getByText(/November 12, 2026. Nothing has changed since/)).toBeVisible()
    act(() => backups.state.setState({ last: { ...LAST, isFromBeforeSeal: true } }))
    const status = screen.getByText(/is from before it was sealed/)
    expect(status).toHaveTextContent(/There is no sealed backup of this map/)
    expect(status).not.toHaveTextContent(/Nothing has changed/)
  })

  it('say nothing in public preview that could tell of somebody hidden', () => {
    const backups = backupsWith({
      last: { ...LAST, changesSince: 34 },
      file: FILE,
      canChooseFile: true,
    })
    renderInEditor(<BackupsPanel backups={backups} />, {
      settings: { audience: 'public' },
      services: due(),
    })
    expect(screen.getByText('Last backup: November 12, 2026.')).toBeVisible()
    expect(document.body).not.toHaveTextContent(/34|Elm/)
    expect(button('Remind me in a week')).toBeNull()
  })

  it('are one click away: the whole map, under a name that says nothing of it', async () => {
    const backups = backupsWith({})
    const reliability = () => Promise.resolve(fakeReliability({ backups }))
    const { user } = renderInEditor(<BackupsPanel backups={backups} />, {
      doc,
      services: { reliability },
    })
    await user.click(screen.getByRole('button', { name: 'Save a backup' }))
    await waitFor(() => expect(backups.wasSaved).toHaveBeenCalledWith(doc, 'clear'))
    const [blob, name] = vi.mocked(saveBlob).mock.calls[0] ?? []
    expect(name).toBe('allyscope-backup-2026-11-22-12-00.allyscope.json')
    expect(await blob?.text()).toContain('Ana')
  })

  it('of a sealed map ask for a passphrase, and no file is written in clear', async () => {
    const sealing = fakeSealing({
      open: createStore<SealState>(() => ({ sealed: true, hasRecoveryKey: false })),
    })
    const { user } = renderInEditor(
      <BackupsPanel backups={backupsWith({ canChooseFile: true })} />,
      {
        services: { sealing },
      },
    )
    expect(screen.queryByRole('region', { name: 'A file of your choice' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Save a sealed backup' }))
    expect(await screen.findByRole('dialog', { name: /sealed/i })).toBeVisible()
    expect(saveBlob).not.toHaveBeenCalled()
  })

  it('are asked for in a week when somebody says so', async () => {
    const backups = backupsWith({}, { remindLater: vi.fn<BackupServices['remindLater']>() })
    const { user } = renderInEditor(<BackupsPanel backups={backups} />, { services: due() })
    expect(screen.getByText(/A backup now would be good/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Remind me in a week' }))
    expect(backups.remindLater).toHaveBeenCalledOnce()
  })
})

describe('a file of somebody’s choice', () => {
  const start = (part: Partial<BackupState>, more: Partial<BackupServices> = {}) => {
    const backups = backupsWith({ canChooseFile: true, ...part }, more)
    return { ...renderInEditor(<BackupsPanel backups={backups} />), backups }
  }

  it('is not offered where the browser can’t write one', () => {
    start({ canChooseFile: false })
    expect(screen.getByText(/can’t write to a file of your choice/)).toBeVisible()
    expect(button('Choose a file…')).toBeNull()
  })

  it('is chosen and written', async () => {
    const chooseFile = vi.fn<BackupServices['chooseFile']>(() => Promise.resolve(ok(FILE)))
    const { user } = start({}, { chooseFile })
    await user.click(screen.getByRole('button', { name: 'Choose a file…' }))
    expect(await screen.findAllByText('The backup is written.')).not.toHaveLength(0)
  })

  it('is nothing to speak of when nobody chose one', async () => {
    const { user } = start({})
    await user.click(screen.getByRole('button', { name: 'Choose a file…' }))
    expect(screen.queryByText('The backup is written.')).toBeNull()
  })

  it('can be written by itself, and be let go', async () => {
    const setAutomatic = vi.fn<BackupServices['setAutomatic']>()
    const forgetFile = vi.fn<BackupServices['forgetFile']>()
    const { user } = start({ file: FILE }, { setAutomatic, forgetFile })
    expect(screen.getByText('Operation Elm.json')).toBeVisible()
    await user.click(screen.getByRole('checkbox', { name: /^Write it by itself/ }))
    expect(setAutomatic).toHaveBeenCalledWith(true)
    await user.click(screen.getByRole('button', { name: 'Stop using this file' }))
    expect(forgetFile).toHaveBeenCalledOnce()
  })

  it.each([
    ['not allowed', /until you allow it/],
    ['gone', /moved or deleted/],
    ['full', /its disk is full/],
    ['unknown', /another program/],
  ] as const)('says what went wrong, and stays: %s', async (failure, words) => {
    const writeFile = vi.fn<BackupServices['writeFile']>(() => Promise.resolve(fail(failure)))
    const { user } = start({ file: { ...FILE, failure } }, { writeFile })
    expect(screen.getByRole('alert')).toHaveTextContent(words)
    await user.click(screen.getByRole('button', { name: 'Write it now' }))
    expect(writeFile).toHaveBeenCalledOnce()
    expect(button('Save a backup')).toBeEnabled()
  })
})

describe('the reminder of a backup', () => {
  const history = (name: string) => screen.queryByRole('button', { name })

  it('is a dot at a button, for the team alone', () => {
    const services = due()
    const { map } = renderInEditor(<Header openDialog={() => undefined} />, { services })
    expect(history('Restore points and backups: time for a backup')).toBeVisible()
    act(() => map.settings.setState({ audience: 'public' }))
    expect(history('Restore points and backups')).toBeVisible()
    act(() => map.settings.setState({ audience: 'team' }))
    act(() => services.reminder.setState({ isDue: false }))
    expect(history('Restore points and backups')).toBeVisible()
  })

  it('leads to the backups', async () => {
    renderInEditor(<KeptDialog onClose={() => undefined} />, { services: due() })
    expect(screen.getByRole('tab', { name: 'Backups', selected: true })).toBeVisible()
    expect(await screen.findByRole('button', { name: 'Remind me in a week' })).toBeVisible()
  })

  it('leads nowhere in public preview: when it is time may tell of changes that nobody may see', () => {
    renderInEditor(<KeptDialog onClose={() => undefined} />, {
      settings: { audience: 'public' },
      services: due(),
    })
    expect(screen.getByRole('tab', { name: 'Restore points', selected: true })).toBeVisible()
  })
})

describe('this device', () => {
  const deviceOf = (storage: DeviceStorage): DeviceServices => ({
    seen: createStore(() => storage),
    storage: () => Promise.resolve(storage),
    askToPersist: vi.fn<DeviceServices['askToPersist']>(() => Promise.resolve(storage)),
  })
  const region = (name: string) => within(screen.getByRole('region', { name }))

  it.each([
    [true, /has promised to keep your maps/],
    [false, /may delete your maps when the disk runs short/],
    [null, /does not say/],
  ])('says whether maps stay: %s', async (isPersistent, words) => {
    const device = deviceOf({ isPersistent, used: 3_200_000, quota: 60_000_000_000 })
    const { user } = renderWithServices(<DevicePanel device={device} />)
    expect(region('Whether maps stay').getByText(words)).toBeVisible()
    expect(region('Space').getByText('3.2 MB of about 60 GB are used.')).toBeVisible()
    const ask = button('Ask the browser to keep them')
    expect(ask === null).toBe(isPersistent === true)
    if (ask) await user.click(ask)
    expect(device.askToPersist).toHaveBeenCalledTimes(ask ? 1 : 0)
  })

  it('says that the browser has refused, and what helps', async () => {
    const device = deviceOf({ isPersistent: false, used: null, quota: null })
    const { user } = renderWithServices(<DevicePanel device={device} />)
    expect(screen.queryByText(/has not agreed/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Ask the browser to keep them' }))
    expect(region('Whether maps stay').getByRole('status')).toHaveTextContent(
      /^The browser was asked, and has not agreed\. .* save backups\.$/,
    )
    expect(screen.getByText(/installed as an app, kept as a bookmark or used often/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Ask the browser to keep them' })).toBeEnabled()
  })

  it('says when space runs short, and when it is not known', () => {
    const seen = { isPersistent: true, used: 85, quota: 100 }
    const device = deviceOf(seen)
    renderWithServices(<DevicePanel device={device} />)
    expect(screen.getByText(/nearly full \(85 % used\)/)).toBeVisible()
    const setSeen = createStore(() => ({ ...seen, used: null, quota: null }))
    renderWithServices(<DevicePanel device={{ ...device, seen: setSeen }} />)
    expect(screen.getByText(/does not say how much space/)).toBeVisible()
  })

  it('says in front of others no figure that depends on what is hidden', () => {
    const device = deviceOf({ isPersistent: true, used: 3_200_000, quota: 60_000_000_000 })
    renderWithServices(<DevicePanel device={device} isPublic />)
    expect(region('Space').getByText('How much is used is told in the team view.')).toBeVisible()
    expect(screen.queryByText(/MB/)).toBeNull()
    expect(screen.queryByRole('meter')).toBeNull()
  })

  it('can be looked at with no map open', async () => {
    renderWithServices(<StorageDialog onClose={() => undefined} />)
    expect(await screen.findByRole('region', { name: 'Space' })).toBeVisible()
  })
})
