import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { askNotLocked } from '../../src/app/notLocked.tsx'
import { asId, type MapId } from '../../src/domain/records.ts'
import { fail } from '../../src/domain/result.ts'
import { newRecoveryKey } from '../../src/sealing/recoveryKey.ts'
import { LockButton } from '../../src/views/sealing/LockButton.tsx'
import SealingSection from '../../src/views/sealing/SealingSection.tsx'
import UnlockScreen from '../../src/views/sealing/UnlockScreen.tsx'
import type { MapListing, SealingServices, SealState } from '../../src/views/services.ts'
import { fakeSealing, renderInEditor, renderWithServices } from '../support/editor.tsx'
import { listed, sealedMap } from '../support/listing.ts'

const button = (name: string | RegExp) => screen.getByRole('button', { name })
const isSealed = (hasRecoveryKey = false) => ({
  open: createStore<SealState>(() => ({ sealed: true, hasRecoveryKey })),
})

describe('a locked map', () => {
  const locked = (sealing: Partial<SealingServices> = {}, maps: MapListing[] = [sealedMap]) =>
    renderWithServices(<UnlockScreen id={sealedMap.id} />, {
      ...listed(...maps),
      sealing: fakeSealing(sealing),
    })

  it('asks for its passphrase and says only its sign and when it was changed', async () => {
    const { user, services } = locked()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Sealed map chestnut-45')
    expect(screen.getByText('Changed on November 22, 2026')).toBeVisible()
    expect(screen.getByText(/^The name is inside the seal/)).toBeVisible()
    expect(screen.getByLabelText('Passphrase')).toHaveFocus()
    expect(button('Unlock')).toBeDisabled()
    await user.type(screen.getByLabelText('Passphrase'), 'six words{Enter}')
    expect(services.sealing.unlock).toHaveBeenCalledExactlyOnceWith('s', {
      kind: 'passphrase',
      passphrase: 'six words',
    })
  })

  it('says that it is working, and takes nothing meanwhile', async () => {
    const { user } = locked({ unlock: () => new Promise(() => undefined) })
    await user.type(screen.getByLabelText('Passphrase'), 'six words{Enter}')
    expect(screen.getByText(/Working out the key/)).toBeVisible()
    expect(screen.getByLabelText('Passphrase')).toBeDisabled()
    expect(button('Unlock')).toBeDisabled()
  })

  it('stays as it is when the passphrase is wrong, as often as it is', async () => {
    const { user } = locked({ unlock: () => Promise.resolve(fail('wrong secret')) })
    for (let attempt = 0; attempt < 3; attempt++) {
      await user.type(screen.getByLabelText('Passphrase'), 'wrong{Enter}')
      await waitFor(() => expect(screen.getByLabelText('Passphrase')).toBeInvalid())
      expect(screen.getByRole('alert')).toHaveTextContent(
        'This passphrase does not open the map. Nothing was changed; try again.',
      )
      expect(screen.getByLabelText('Passphrase')).toHaveFocus()
    }
    expect(screen.getByRole('alert')).not.toHaveTextContent('another')
  })

  it('asks whether the passphrase is another map’s, where there are several', async () => {
    const { user } = locked({ unlock: () => Promise.resolve(fail('wrong secret')) }, [
      sealedMap,
      { ...sealedMap, id: asId<MapId>('a') },
    ])
    await user.type(screen.getByLabelText('Passphrase'), 'wrong{Enter}')
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('another sealed map?'))
  })

  it('can be left busy for good by nothing: code that can’t be had is told of', async () => {
    const { user } = locked({ unlock: () => Promise.reject(new Error('not fetched')) })
    await user.type(screen.getByLabelText('Passphrase'), 'six words{Enter}')
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('try again'))
    expect(button('Unlock')).toBeEnabled()
  })

  it('asks for no recovery key where there is none', () => {
    locked()
    expect(screen.queryByRole('button', { name: /recovery key/ })).toBeNull()
  })

  it('opens with the recovery key instead, and tells a typing mistake from a wrong key', async () => {
    const { user, services } = locked({}, [{ ...sealedMap, hasRecoveryKey: true }])
    await user.click(button('Use the recovery key instead'))
    const field = screen.getByLabelText('Recovery key')
    expect(field).toHaveFocus()
    await user.type(field, 'not a key{Enter}')
    expect(field).toBeInvalid()
    const key = newRecoveryKey()
    const wrong = key.startsWith('A') ? `B${key.slice(1)}` : `A${key.slice(1)}`
    await user.clear(field)
    await user.type(field, `${wrong}{Enter}`)
    expect(screen.getByRole('alert')).toHaveTextContent('typing mistake')
    expect(services.sealing.unlock).not.toHaveBeenCalled()
    await user.clear(field)
    await user.type(field, `${key.toLowerCase()}{Enter}`)
    expect(services.sealing.unlock).toHaveBeenCalledOnce()
  })

  it('leads back to all maps', async () => {
    const { user, services } = locked()
    await user.click(button('All maps'))
    expect(services.closeMap).toHaveBeenCalledOnce()
  })
})

describe('sealing in the settings of a map', () => {
  const section = (sealing: Partial<SealingServices> = {}) =>
    renderInEditor(<SealingSection />, { services: { sealing: fakeSealing(sealing) } })

  it('seals the open map, and says what that can’t do', async () => {
    const { user, services } = section()
    await user.click(button('Seal this map…'))
    const dialog = screen.getByRole('dialog', { name: 'Seal this map' })
    expect(dialog).toHaveTextContent('the map is lost, for you too. Nobody can recover it.')
    expect(dialog).toHaveTextContent('may stay on this disk for a while')
    await user.type(
      screen.getByLabelText('Type it once more'),
      document.querySelector('output')?.textContent ?? '',
    )
    await user.click(button('Seal the map'))
    expect(services.sealing.seal).toHaveBeenCalledOnce()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('changes the passphrase for the one so far', async () => {
    const { user, services } = section(isSealed(true))
    await user.click(button('Change passphrase…'))
    expect(screen.getByLabelText('Also make a recovery key to print')).toBeChecked()
    await user.type(screen.getByLabelText('Present passphrase'), 'old one')
    const offered = document.querySelector('output')?.textContent ?? ''
    await user.type(screen.getByLabelText('Type it once more'), offered)
    await user.click(button('Change the passphrase'))
    expect(services.sealing.changePassphrase).toHaveBeenCalledExactlyOnceWith(
      { kind: 'passphrase', passphrase: 'old one' },
      { passphrase: offered, withRecoveryKey: true },
    )
  })

  it('says at the field that the recovery key was wrong, and nothing of a passphrase', async () => {
    const { user } = section({
      ...isSealed(true),
      changePassphrase: () => Promise.resolve(fail('wrong secret')),
    })
    await user.click(button('Change passphrase…'))
    await user.click(button('Use the recovery key instead'))
    await user.type(screen.getByLabelText('Recovery key'), newRecoveryKey())
    const offered = document.querySelector('output')?.textContent ?? ''
    await user.type(screen.getByLabelText('Type it once more'), offered)
    await user.click(button('Change the passphrase'))
    await waitFor(() => expect(screen.getByLabelText('Recovery key')).toHaveFocus())
    expect(screen.getByRole('alert')).toHaveTextContent('This recovery key does not open the map.')
    expect(screen.getByRole('dialog')).not.toHaveTextContent('This passphrase does not open')
  })

  it('says what the map is called while it is sealed', () => {
    section(isSealed())
    expect(screen.getByRole('region', { name: 'Sealing' })).toHaveTextContent(
      /In the list of maps it is called [a-z]+-\d\d,/,
    )
  })

  it('takes the seal off only with the secret', async () => {
    const { user } = section({
      ...isSealed(),
      unseal: () => Promise.resolve(fail('wrong secret')),
    })
    await user.click(button('Take the seal off…'))
    expect(button('Take the seal off')).toBeDisabled()
    expect(screen.queryByRole('button', { name: 'Use the recovery key instead' })).toBeNull()
    await user.type(screen.getByLabelText('Passphrase'), 'wrong{Enter}')
    await waitFor(() => expect(screen.getByLabelText('Passphrase')).toBeInvalid())
    expect(screen.getByRole('alert')).toHaveTextContent('does not open the map')
    await waitFor(() => expect(screen.getByLabelText('Passphrase')).toHaveFocus())
  })

  it('burns the open map and closes it', async () => {
    const { user, services } = section(isSealed())
    await user.click(button('Burn this map…'))
    await user.type(screen.getByLabelText(/^Type “burn”/), 'burn{Enter}')
    await waitFor(() => expect(services.closeMap).toHaveBeenCalledOnce())
    expect(services.sealing.burn).toHaveBeenCalledOnce()
  })
})

describe('the lock in the header', () => {
  it('is there only for a sealed map', () => {
    renderInEditor(<LockButton />)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('locks, and hides at once', async () => {
    const { user, services } = renderInEditor(<LockButton />, {
      services: { sealing: fakeSealing(isSealed()) },
    })
    await user.click(await screen.findByRole('button', { name: 'Lock' }))
    expect(services.sealing.lock).toHaveBeenCalledOnce()
    await user.click(button('Hide now'))
    expect(services.sealing.panic).toHaveBeenCalledOnce()
  })

  it('asks over everything when the map can’t be stored; closing the question tries again', async () => {
    const answers = {
      onAgain: vi.fn<() => void>(),
      onShow: vi.fn<() => void>(),
      onHide: vi.fn<() => void>(),
    }
    const user = userEvent.setup()
    let unask: () => void = () => undefined
    act(() => {
      unask = askNotLocked('quota', answers)
    })
    const dialog = await screen.findByRole('dialog', { name: 'The map is not locked yet' })
    expect(dialog).toHaveTextContent('storage of this device is full')
    await user.click(within(dialog).getByRole('button', { name: 'Store again and lock' }))
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    expect(answers.onAgain).toHaveBeenCalledTimes(2)
    expect(answers.onShow).not.toHaveBeenCalled()
    await user.click(within(dialog).getByRole('button', { name: 'Show the map' }))
    expect(answers.onShow).toHaveBeenCalledOnce()
    await user.click(within(dialog).getByRole('button', { name: 'Lock and lose changes' }))
    expect(answers.onHide).toHaveBeenCalledOnce()
    act(unask)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
