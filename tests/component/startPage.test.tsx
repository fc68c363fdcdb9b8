import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { StartPage } from '../../src/views/mapList/StartPage.tsx'
import type { MapListing, MapListState } from '../../src/views/services.ts'
import { renderWithServices } from '../support/editor.tsx'
import { listing } from '../support/listing.ts'

const start = (state: MapListState, more: Parameters<typeof renderWithServices>[1] = {}) =>
  renderWithServices(<StartPage />, { maps: createStore<MapListState>(() => state), ...more })
const ready = (...maps: MapListing[]): MapListState => ({ status: 'ready', maps })
const button = (name: string | RegExp) => screen.getByRole('button', { name })

describe('the first start', () => {
  it('welcomes, and offers a blank map, the example and a file', () => {
    start(ready())
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Who is with us')
    expect(button('New map')).toBeEnabled()
    expect(button(/Freedom Summer, 1964/)).toBeEnabled()
    expect(button('Import a map')).toBeEnabled()
    expect(screen.getByText(/Nothing is sent anywhere/)).toBeVisible()
  })

  it('opens the example', async () => {
    const { user, services } = start(ready())
    await user.click(button(/Freedom Summer/))
    expect(services.openMap).toHaveBeenCalledWith('made')
  })

  it('asks for the issue and who "we" are, and opens the map', async () => {
    const { user, services } = start(ready())
    await user.click(button('New map'))
    const dialog = await screen.findByRole('dialog', { name: 'New map' })
    await user.click(within(dialog).getByRole('button', { name: 'Make the map' }))
    expect(within(dialog).getByLabelText('The issue')).toBeInvalid()
    expect(within(dialog).getByText('Name the issue first.')).toBeVisible()
    expect(services.createMap).not.toHaveBeenCalled()
    await user.type(within(dialog).getByLabelText('The issue'), ' Clean water ')
    await user.type(within(dialog).getByLabelText(/Who are/), 'The union')
    await user.click(button('Make the map'))
    expect(services.createMap).toHaveBeenCalledExactlyOnceWith('Clean water', 'The union')
    await waitFor(() => expect(services.openMap).toHaveBeenCalledWith('made'))
  })

  it('says why a map could not be made, and keeps what was typed', async () => {
    const { user, services } = start(ready(), {
      createMap: () => Promise.resolve({ ok: false, error: 'quota' }),
    })
    await user.click(button('New map'))
    await user.type(await screen.findByLabelText('The issue'), 'Water')
    await user.click(button('Make the map'))
    expect(await screen.findByText(/storage of this device is full/)).toBeVisible()
    expect(screen.getByLabelText('The issue')).toHaveValue('Water')
    expect(services.openMap).not.toHaveBeenCalled()
  })
})

describe('the list of maps', () => {
  it('has a card for each map with its name, last change and picture', async () => {
    const { user, services, container } = start(
      ready(listing('a'), listing('b', { name: 'خريطة' })),
    )
    const list = screen.getByRole('list', { name: 'Maps' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(2)
    expect(button(/^Map a.*Nov 22, 2026/)).toBeVisible()
    expect(container.querySelectorAll('.thumbnail')).toHaveLength(2)
    expect(container.querySelectorAll('.thumbnail circle')).toHaveLength(6)
    await user.click(button(/^خريطة/))
    expect(services.openMap).toHaveBeenCalledExactlyOnceWith('b')
  })

  it('duplicates, and moves to the bin, each said aloud', async () => {
    const { user, services } = start(ready(listing('a')))
    await user.click(button('Duplicate Map a'))
    expect(services.duplicateMap).toHaveBeenCalledExactlyOnceWith('a')
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('The map is copied.'))
    await user.click(button('Move Map a to the bin'))
    expect(services.binMap).toHaveBeenCalledExactlyOnceWith('a')
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('in the bin'))
  })

  it('renames, never to nothing', async () => {
    const { user, services } = start(ready(listing('a')))
    await user.click(button('Rename Map a'))
    const field = await screen.findByLabelText('The issue')
    await user.clear(field)
    expect(button('Rename')).toBeDisabled()
    await user.type(field, 'Clean air{Enter}')
    expect(services.renameMap).toHaveBeenCalledExactlyOnceWith('a', 'Clean air')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('says why something could not be done', async () => {
    const { user } = start(ready(listing('a')), {
      binMap: () => Promise.resolve({ ok: false, error: 'conflict' }),
    })
    await user.click(button('Move Map a to the bin'))
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Another tab'))
  })
})

describe('the bin', () => {
  const binned = ready(listing('a'), listing('old', { inBin: true }))
  const open = async (user: ReturnType<typeof start>['user']) =>
    user.click(await screen.findByText('Bin · 1 map'))

  it('holds what was deleted, apart from the list', () => {
    start(binned)
    expect(
      within(screen.getByRole('list', { name: 'Maps' })).getAllByRole('listitem'),
    ).toHaveLength(1)
  })

  it('restores', async () => {
    const { user, services } = start(binned)
    await open(user)
    await user.click(button('Restore Map old'))
    expect(services.restoreMap).toHaveBeenCalledExactlyOnceWith('old')
  })

  it('deletes for good only after asking', async () => {
    const { user, services } = start(binned)
    await open(user)
    await user.click(button('Delete Map old for good'))
    const dialog = await screen.findByRole('dialog', { name: 'Delete this map for good?' })
    expect(dialog).toHaveTextContent('Map old')
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(services.deleteForever).not.toHaveBeenCalled()
    await user.click(button('Delete Map old for good'))
    const again = await screen.findByRole('dialog')
    await user.click(within(again).getByRole('button', { name: 'Delete for good' }))
    expect(services.deleteForever).toHaveBeenCalledExactlyOnceWith('old')
  })
})

describe('while there is no list', () => {
  it('says that it is being read, and offers nothing that could go wrong', () => {
    start({ status: 'reading' })
    expect(screen.getByText('Reading your maps…')).toBeVisible()
    expect(within(screen.getByRole('main')).queryByRole('button')).toBeNull()
  })

  it('says why it could not be read', () => {
    start({ status: 'failed', code: 'newer' })
    expect(screen.getByRole('alert')).toHaveTextContent('newer version')
  })
})

describe('a map out of a file', () => {
  const choose = async (text: string, name: string) => {
    const { user, services } = start(ready())
    const file = new File([text], name)
    await user.upload(screen.getByLabelText('Import a map', { selector: 'input' }), file)
    return { user, services, dialog: await screen.findByRole('dialog') }
  }

  it('is shown, and opened only when told so', async () => {
    const { user, services, dialog } = await choose(
      JSON.stringify({
        format: 'allyscope',
        formatVersion: 1,
        map: { name: 'School meals' },
        stakeholders: [{ id: 'a', name: 'Cooks' }],
        relationships: [],
      }),
      'meals.allyscope.json',
    )
    expect(dialog).toHaveTextContent('School meals')
    expect(dialog).toHaveTextContent('1 stakeholder, 0 ties.')
    expect(services.importMap).not.toHaveBeenCalled()
    await user.click(within(dialog).getByRole('button', { name: 'Open as a new map' }))
    expect(services.importMap).toHaveBeenCalledOnce()
    await waitFor(() => expect(services.openMap).toHaveBeenCalledWith('made'))
  })

  it('of another tool becomes a map with a name of its own, and all whom its ties name', async () => {
    const { user, services, dialog } = await choose('From,To\nAna,Bo\n', 'river-people.csv')
    const name = within(dialog).getByLabelText('Name of the new map')
    expect(name).toHaveValue('river people')
    await user.clear(name)
    expect(within(dialog).getByRole('button', { name: 'Open as a new map' })).toBeDisabled()
    await user.type(name, 'Clean river')
    await user.click(within(dialog).getByRole('button', { name: 'Open as a new map' }))
    expect(services.importMap).toHaveBeenCalledWith(
      expect.objectContaining({
        map: expect.objectContaining({ name: 'Clean river' }),
        stakeholders: [
          expect.objectContaining({ name: 'Ana' }),
          expect.objectContaining({ name: 'Bo' }),
        ],
      }),
    )
    await waitFor(() => expect(services.openMap).toHaveBeenCalledWith('made'))
  })

  it('is refused with the reason, and nothing is made', async () => {
    const { services, dialog } = await choose('{"format": "allyscope", ', 'cut.json')
    expect(dialog).toHaveTextContent(/cut off|well-formed/)
    expect(services.importMap).not.toHaveBeenCalled()
  })
})
