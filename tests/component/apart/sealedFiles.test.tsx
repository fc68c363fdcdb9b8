import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { fail, ok } from '../../../src/domain/result.ts'
import type { openAge, sealAge } from '../../../src/sealing/age.ts'
import { StartPage } from '../../../src/views/mapList/StartPage.tsx'
import ImportDialog from '../../../src/views/import/ImportDialog.tsx'
import SealedBackup from '../../../src/views/sealing/SealedBackup.tsx'
import type { MapListState } from '../../../src/views/services.ts'
import { renderInEditor, renderWithServices } from '../../support/editor.tsx'
import { docOf } from '../../support/records.ts'

/** The format itself is proven in tests/unit/sealing; here it stands for "what is after the first line". */
const fakes = vi.hoisted(() => ({
  saveBlob: vi.fn<(blob: Blob, name: string) => void>(),
  sealAge: vi.fn<typeof sealAge>(),
  openAge: vi.fn<typeof openAge>(),
}))
vi.mock('../../../src/views/export/download.ts', async (actual) => ({
  ...(await actual<object>()),
  saveBlob: fakes.saveBlob,
}))
vi.mock('../../../src/sealing/age.ts', () => ({ sealAge: fakes.sealAge, openAge: fakes.openAge }))

const MAP = JSON.stringify({
  format: 'allyscope',
  formatVersion: 1,
  map: { name: 'School meals' },
  stakeholders: [{ id: 'a', name: 'Cooks' }],
  relationships: [],
})
const INTRO = 'age-encryption.org/v1\n'
const sealed = new File([INTRO + MAP], 'backup.age')

beforeEach(() => {
  vi.resetAllMocks()
  fakes.sealAge.mockResolvedValue(ok(new TextEncoder().encode(INTRO)))
  fakes.openAge.mockImplementation((file, passphrase) => {
    const content = new TextDecoder().decode(file).slice(INTRO.length)
    if (content === '') return Promise.resolve(fail('damaged'))
    return Promise.resolve(
      passphrase === 'ladder violet pigeons'
        ? ok(new TextEncoder().encode(content))
        : fail('wrong passphrase'),
    )
  })
})

const open = async (user: ReturnType<typeof renderWithServices>['user'], passphrase: string) => {
  const field = await screen.findByLabelText('Passphrase')
  await user.clear(field)
  await user.type(field, passphrase)
  await user.click(screen.getByRole('button', { name: 'Open the file' }))
}

describe('a sealed file', () => {
  it('asks for its passphrase, again when it is wrong, and becomes a map', async () => {
    const { user, services } = renderWithServices(<StartPage />)
    await user.upload(screen.getByLabelText('Import a map', { selector: 'input' }), sealed)
    await open(user, 'ladder violet')
    await waitFor(() => expect(screen.getByLabelText('Passphrase')).toBeInvalid())
    expect(screen.getByRole('alert')).toHaveTextContent('This passphrase does not open the file.')
    await open(user, 'ladder violet pigeons')
    const go = await screen.findByRole('button', { name: 'Open without a seal' })
    expect(screen.getByRole('dialog')).toHaveTextContent('School meals')
    await user.click(go)
    expect(services.importMap).toHaveBeenCalledOnce()
  })

  it('becomes a sealed map, so that what was sealed is never written in clear', async () => {
    const { user, services } = renderWithServices(<StartPage />)
    await user.upload(screen.getByLabelText('Import a map', { selector: 'input' }), sealed)
    await open(user, 'ladder violet pigeons')
    await user.click(await screen.findByRole('button', { name: 'Open as a sealed map' }))
    const dialog = await screen.findByRole('dialog', { name: 'Seal the new map' })
    const passphrase = document.querySelector('output')?.textContent ?? ''
    await user.type(within(dialog).getByLabelText('Type it once more'), passphrase)
    await user.click(within(dialog).getByRole('button', { name: 'Seal the map' }))
    await waitFor(() => expect(services.sealing.createSealed).toHaveBeenCalledOnce())
    const [made, options] = vi.mocked(services.sealing.createSealed).mock.calls[0] ?? []
    expect(made).toMatchObject({ kind: 'file', file: { map: { name: 'School meals' } } })
    expect(options?.passphrase).toBe(passphrase)
    expect(services.importMap).not.toHaveBeenCalled()
  })

  it('is not offered to be sealed where nothing is kept', async () => {
    const { user, services } = renderWithServices(<StartPage />, {
      maps: createStore<MapListState>(() => ({ status: 'ready', maps: [], code: 'unavailable' })),
    })
    await user.upload(screen.getByLabelText('Import a map', { selector: 'input' }), sealed)
    await open(user, 'ladder violet pigeons')
    await user.click(await screen.findByRole('button', { name: 'Open as a new map' }))
    expect(screen.queryByRole('button', { name: 'Open as a sealed map' })).toBeNull()
    expect(services.importMap).toHaveBeenCalledOnce()
  })

  it('is opened in the import of a map, too, and a damaged one is refused', async () => {
    const { user } = renderInEditor(<ImportDialog onClose={() => undefined} />)
    await user.upload(screen.getByLabelText('File'), new File([INTRO], 'cut.age'))
    await open(user, 'ladder violet pigeons')
    expect((await screen.findAllByText(/damaged or cut off/)).length).toBeGreaterThan(0)
    await user.upload(screen.getByLabelText('File'), sealed)
    await waitFor(() => expect(screen.getByLabelText('Passphrase')).toHaveValue(''))
    await open(user, 'ladder violet pigeons')
    expect(await screen.findByRole('region', { name: 'What is in the file' })).toHaveTextContent(
      'School meals',
    )
  })

  it('can be let go anywhere on the start page', async () => {
    renderWithServices(<StartPage />)
    await waitFor(() => {
      const drop = Object.assign(new Event('drop', { cancelable: true }), {
        dataTransfer: { types: ['Files'], files: [sealed] },
      })
      window.dispatchEvent(drop)
      expect(drop.defaultPrevented).toBe(true)
    })
    expect(await screen.findByLabelText('Passphrase')).toBeVisible()
  })
})

describe('a sealed backup', () => {
  const dialogOf = async () => {
    const stage = renderInEditor(<SealedBackup content={() => ({ doc: docOf([]), text: MAP })} />)
    await stage.user.click(screen.getByRole('button', { name: 'Sealed backup (.age)' }))
    const dialog = screen.getByRole('dialog', { name: 'Sealed backup' })
    const passphrase = document.querySelector('output')?.textContent ?? ''
    await stage.user.type(within(dialog).getByLabelText('Type it once more'), passphrase)
    await stage.user.click(within(dialog).getByRole('button', { name: 'Save the sealed backup' }))
    return passphrase
  }

  it('is the full copy under a passphrase, saved by a name that tells nothing', async () => {
    const passphrase = await dialogOf()
    await waitFor(() => expect(fakes.saveBlob).toHaveBeenCalledOnce())
    expect(fakes.sealAge).toHaveBeenCalledExactlyOnceWith(new TextEncoder().encode(MAP), passphrase)
    expect(fakes.saveBlob).toHaveBeenCalledWith(
      expect.any(Blob),
      'allyscope-backup-2026-11-22-12-00.age',
    )
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('takes one’s own passphrase letter by letter, as other programs will ask for it', async () => {
    const { user } = renderInEditor(
      <SealedBackup content={() => ({ doc: docOf([]), text: MAP })} />,
    )
    await user.click(screen.getByRole('button', { name: 'Sealed backup (.age)' }))
    await user.click(screen.getByRole('radio', { name: 'My own' }))
    const own = 'ladder violet  thirteen pigeons sleeping copper'
    await user.type(screen.getByLabelText('Passphrase'), own)
    expect(screen.getByText(/^The spaces at its ends, or side by side, are part/)).toBeVisible()
    const again = screen.getByLabelText('Type it once more')
    const save = screen.getByRole('button', { name: 'Save the sealed backup' })
    await user.type(again, own.replace('  ', ' '))
    await user.click(save)
    expect(again).toBeInvalid()
    await waitFor(() => expect(again).toHaveFocus())
    expect(fakes.sealAge).not.toHaveBeenCalled()
    await user.clear(again)
    await user.type(again, own)
    await user.click(save)
    await waitFor(() => expect(fakes.sealAge).toHaveBeenCalledOnce())
    expect(fakes.sealAge.mock.calls[0]?.[1]).toBe(own)
  })

  it('is not saved when it can’t be sealed', async () => {
    fakes.sealAge.mockResolvedValue(fail('failed'))
    await dialogOf()
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was saved')
    expect(fakes.saveBlob).not.toHaveBeenCalled()
  })
})
