import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { asId, type MapId } from '../../src/domain/records.ts'
import { fail, ok } from '../../src/domain/result.ts'
import { newRecoveryKey } from '../../src/sealing/recoveryKey.ts'
import { StartPage } from '../../src/views/mapList/StartPage.tsx'
import type { MapListState, SealingServices } from '../../src/views/services.ts'
import { fakeSealing, renderWithServices } from '../support/editor.tsx'
import { listed, sealedMap } from '../support/listing.ts'

const button = (name: string | RegExp) => screen.getByRole('button', { name })

describe('a sealed map in the list', () => {
  it('tells nothing but its sign and the day of its last change', async () => {
    const { container } = renderWithServices(<StartPage />, listed(sealedMap))
    expect(await screen.findByRole('button', { name: /^Sealed map.*Unlock$/ })).toBeVisible()
    const item = within(screen.getByRole('list', { name: 'Maps' })).getByRole('listitem')
    expect(item).toHaveTextContent('Sealed map chestnut-45Changed on November 22, 2026Unlock')
    expect(container.querySelectorAll('circle:not(.logo-hub)')).toHaveLength(0)
    expect(screen.queryByRole('button', { name: /Rename|Duplicate/ })).toBeNull()
  })

  it('is opened to be unlocked, and can go to the bin', async () => {
    const { user, services } = renderWithServices(<StartPage />, listed(sealedMap))
    await user.click(await screen.findByRole('button', { name: /^Sealed map/ }))
    expect(services.openMap).toHaveBeenCalledExactlyOnceWith('s')
    await user.click(button('Move the sealed map chestnut-45 to the bin'))
    expect(services.binMap).toHaveBeenCalledExactlyOnceWith('s')
  })

  it('has a sign of its own among others of the same day, so that the right one is burnt', async () => {
    const other = { ...sealedMap, id: asId<MapId>('a') }
    const { user, services } = renderWithServices(<StartPage />, listed(sealedMap, other))
    expect(await screen.findByRole('button', { name: /^Sealed map chestnut-45/ })).toBeVisible()
    await user.click(button('Burn the sealed map finch-18'))
    expect(screen.getByRole('dialog', { name: 'Burn the sealed map finch-18?' })).toBeVisible()
    await user.type(screen.getByLabelText('Type “burn” to go on'), 'burn{Enter}')
    expect(services.sealing.burn).toHaveBeenCalledExactlyOnceWith('a')
  })

  it('is burnt only when a word was typed', async () => {
    const { user, services } = renderWithServices(<StartPage />, listed(sealedMap))
    await user.click(await screen.findByRole('button', { name: /^Burn the sealed map/ }))
    const dialog = screen.getByRole('dialog', { name: 'Burn the sealed map chestnut-45?' })
    expect(dialog).toHaveTextContent('best effort')
    expect(button('Burn')).toBeDisabled()
    await user.type(within(dialog).getByLabelText('Type “burn” to go on'), 'Burn{Enter}')
    expect(services.sealing.burn).toHaveBeenCalledExactlyOnceWith('s')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('has no name in the bin either', async () => {
    const { user, services } = renderWithServices(
      <StartPage />,
      listed({ ...sealedMap, inBin: true }),
    )
    await user.click(await screen.findByText('Bin · 1 map'))
    await user.click(
      await screen.findByRole('button', {
        name: 'Restore the sealed map chestnut-45',
      }),
    )
    expect(services.restoreMap).toHaveBeenCalledExactlyOnceWith('s')
  })
})

describe('where nothing is kept', () => {
  const unkept = () =>
    renderWithServices(<StartPage />, {
      maps: createStore<MapListState>(() => ({
        status: 'ready',
        maps: [],
        code: 'unavailable',
      })),
    })

  it('the start page says so, and a new map is not offered to be sealed', async () => {
    const { user, services } = unkept()
    expect(screen.getByRole('alert')).toHaveTextContent('does not let Allyscope keep anything')
    await user.click(button('New map'))
    await user.type(await screen.findByLabelText('The issue'), 'Clean water')
    expect(screen.queryByLabelText('Seal this map with a passphrase')).toBeNull()
    expect(screen.getByText(/It can’t be sealed: this browser keeps nothing/)).toBeVisible()
    await user.click(button('Make the map'))
    expect(services.createMap).toHaveBeenCalledOnce()
  })
})

describe('a new map under a passphrase', () => {
  const toSeal = async (sealing: Partial<SealingServices> = {}) => {
    const stage = renderWithServices(<StartPage />, {
      ...listed(),
      sealing: fakeSealing(sealing),
    })
    const { user } = stage
    await user.click(button('New map'))
    await user.type(await screen.findByLabelText('The issue'), 'Clean water')
    await user.click(screen.getByLabelText('Seal this map with a passphrase'))
    await user.click(button('Next: seal it'))
    await screen.findByRole('dialog', { name: 'Seal the new map' })
    return stage
  }

  it('is made sealed, with the six words that were offered and typed again', async () => {
    const { user, services } = await toSeal()
    const offered = document.querySelector('output')?.textContent ?? ''
    expect(offered.split(' ')).toHaveLength(6)
    await user.type(screen.getByLabelText('Type it once more'), offered)
    await user.click(button('Seal the map'))
    expect(services.sealing.createSealed).toHaveBeenCalledExactlyOnceWith(
      { kind: 'blank', name: 'Clean water', we: '' },
      {
        passphrase: offered,
        withRecoveryKey: false,
      },
    )
    expect(services.createMap).not.toHaveBeenCalled()
    await waitFor(() => expect(services.openMap).toHaveBeenCalledExactlyOnceWith('made'))
  })

  it('offers other words, and is not made when they are typed wrong', async () => {
    const { user, services } = await toSeal()
    const first = document.querySelector('output')?.textContent
    await user.click(button('Another one'))
    expect(document.querySelector('output')).not.toHaveTextContent(first ?? '')
    await user.type(screen.getByLabelText('Type it once more'), first ?? '')
    await user.click(button('Seal the map'))
    expect(screen.getByLabelText('Type it once more')).toBeInvalid()
    expect(screen.getByText('This is not the same passphrase.')).toBeVisible()
    expect(services.sealing.createSealed).not.toHaveBeenCalled()
  })

  it('takes one’s own passphrase, says how strong it is, and refuses one that is easy to guess', async () => {
    const { user, services } = await toSeal()
    await user.click(screen.getByRole('radio', { name: 'My own' }))
    const own = screen.getByLabelText('Passphrase')
    await user.type(own, 'secret1')
    expect(screen.getByText('Strength: very weak')).toBeVisible()
    await user.type(screen.getByLabelText('Type it once more'), 'secret1')
    await user.click(button('Seal the map'))
    expect(screen.getByText(/too easy to guess/)).toBeVisible()
    expect(services.sealing.createSealed).not.toHaveBeenCalled()
    await user.clear(own)
    await user.type(own, 'ladder violet thirteen pigeons sleeping copper')
    expect(screen.getByText('Strength: strong')).toBeVisible()
    await user.clear(screen.getByLabelText('Type it once more'))
    await user.type(
      screen.getByLabelText('Type it once more'),
      ' ladder  violet thirteen pigeons sleeping copper',
    )
    await user.click(button('Seal the map'))
    expect(services.sealing.createSealed).toHaveBeenCalledOnce()
  })

  it('says that nobody can recover it, and what a recovery key changes', async () => {
    const { user } = await toSeal()
    const dialog = screen.getByRole('dialog')
    expect(dialog).toHaveTextContent('Without the passphrase the map is lost')
    await user.click(screen.getByLabelText('Also make a recovery key to print'))
    expect(dialog).not.toHaveTextContent('Without the passphrase the map is lost')
    expect(dialog).toHaveTextContent('Without the passphrase and without the recovery key')
  })

  it('covers what is typed, keeps password managers away, and shows it when asked', async () => {
    const { user } = await toSeal()
    const field = screen.getByLabelText('Type it once more')
    expect(field).toHaveAttribute('type', 'password')
    expect(field).toHaveAttribute('autocomplete', 'off')
    expect(field).not.toHaveAttribute('name')
    expect(field).toHaveAttribute('spellcheck', 'false')
    await user.click(screen.getByLabelText('Show'))
    expect(field).toHaveAttribute('type', 'text')
  })

  it('shows its recovery key once, and goes on when it is kept', async () => {
    const recoveryKey = newRecoveryKey()
    const { user, services } = await toSeal({
      createSealed: vi.fn<SealingServices['createSealed']>(() =>
        Promise.resolve(ok({ recoveryKey, id: asId<MapId>('made') })),
      ),
    })
    await user.type(
      screen.getByLabelText('Type it once more'),
      document.querySelector('output')?.textContent ?? '',
    )
    await user.click(screen.getByLabelText('Also make a recovery key to print'))
    await user.click(button('Seal the map'))
    const dialog = await screen.findByRole('dialog', { name: 'Your recovery key' })
    expect(dialog).toHaveTextContent(recoveryKey.replaceAll('-', ''))
    await user.click(button('Done'))
    expect(screen.getByRole('alert')).toHaveTextContent('shown only now')
    await user.click(screen.getByLabelText('I have kept it safe'))
    await user.click(button('Done'))
    await waitFor(() => expect(services.openMap).toHaveBeenCalledExactlyOnceWith('made'))
  })

  it('says why it could not be sealed', async () => {
    const { user, services } = await toSeal({
      createSealed: () => Promise.resolve(fail('no memory')),
    })
    await user.type(
      screen.getByLabelText('Type it once more'),
      document.querySelector('output')?.textContent ?? '',
    )
    await user.click(button('Seal the map'))
    expect(await screen.findByRole('alert')).toHaveTextContent('too little memory')
    expect(services.openMap).not.toHaveBeenCalled()
  })
})
