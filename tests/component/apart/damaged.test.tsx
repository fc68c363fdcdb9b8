import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { fail, ok } from '../../../src/domain/result.ts'
import { saveBlob } from '../../../src/views/export/download.ts'
import { DamagedSection } from '../../../src/views/backup/DamagedSection.tsx'
import UnreadableNotice from '../../../src/views/backup/UnreadableNotice.tsx'
import type { DamagedPart, QuarantineServices } from '../../../src/views/reliability.ts'
import type { SealState } from '../../../src/views/services.ts'
import { fakeSealing, renderInEditor } from '../../support/editor.tsx'

vi.mock(import('../../../src/views/export/download.ts'), async (original) => ({
  ...(await original()),
  saveBlob: vi.fn<typeof saveBlob>(),
}))
const saved = vi.mocked(saveBlob)
beforeEach(() => saved.mockClear())

const part = (id: string, reason: string, isStill = true): DamagedPart => ({ id, reason, isStill })
const THREE = [
  part('a', 'placement.stance: too big'),
  part('b', 'name: missing'),
  part('c', 'name: missing', false),
]

const quarantineOf = (parts: readonly DamagedPart[], more: Partial<QuarantineServices> = {}) => ({
  list: () => Promise.resolve(ok(parts)),
  exported: vi.fn<QuarantineServices['exported']>(() => Promise.resolve(ok('{"as": "found"}'))),
  discard: vi.fn<QuarantineServices['discard']>(() => Promise.resolve(ok(null))),
  ...more,
})

const save = () => screen.findByRole('button', { name: 'Save the damaged parts' })
const forget = () => screen.queryByRole('button', { name: 'Forget the damaged parts' })

it('says nothing of a map in which all can be read', async () => {
  const { container } = renderInEditor(<DamagedSection quarantine={quarantineOf([])} />)
  await Promise.resolve()
  expect(within(container).queryByRole('region')).toBeNull()
})

it('tells how many parts are damaged, what is wrong with them and what to do', async () => {
  const { user } = renderInEditor(<DamagedSection quarantine={quarantineOf(THREE)} />)
  const section = await screen.findByRole('region', { name: 'Damaged parts' })
  expect(section).toHaveTextContent('2 parts of this map can’t be read.')
  expect(section).toHaveTextContent('1 part was damaged before.')
  await user.click(within(section).getByText('What is wrong with them'))
  const reasons = within(section).getAllByRole('listitem')
  expect(reasons.map(({ textContent }) => textContent)).toEqual([
    'name: missing × 2',
    'placement.stance: too big',
  ])
})

it('saves them under a name that tells nothing, and only then forgets them, when told twice', async () => {
  const quarantine = quarantineOf(THREE)
  const { user } = renderInEditor(<DamagedSection quarantine={quarantine} />)
  await user.click(await save())
  await waitFor(() => expect(saved).toHaveBeenCalledOnce())
  const [blob, name] = saved.mock.calls[0] ?? []
  expect(name).toBe('allyscope-damaged-parts-2026-11-22-12-00.json')
  expect(await blob?.text()).toBe('{"as": "found"}')

  await user.click(await screen.findByRole('button', { name: 'Forget the damaged parts' }))
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(quarantine.discard).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Forget the damaged parts' }))
  const dialog = screen.getByRole('dialog', { name: 'Forget the damaged parts?' })
  await user.click(within(dialog).getByRole('button', { name: 'Forget them' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Damaged parts' })).toBeNull())
  expect(quarantine.discard).toHaveBeenCalledOnce()
  expect(screen.getByRole('status')).toHaveTextContent('The damaged parts are forgotten.')
})

const section = () => screen.getByRole('region', { name: 'Damaged parts' })

it('offers to forget nothing that was not saved', async () => {
  const exported = () => Promise.resolve(fail('quota' as const))
  const { user } = renderInEditor(<DamagedSection quarantine={quarantineOf(THREE, { exported })} />)
  expect(forget()).toBeNull()
  await user.click(await save())
  await waitFor(() =>
    expect(within(section()).getByRole('status')).toHaveTextContent(
      /storage of this device is full/,
    ),
  )
  expect(forget()).toBeNull()
  expect(saved).not.toHaveBeenCalled()
})

it('keeps them when they could not be forgotten', async () => {
  const discard = () => Promise.resolve(fail('conflict' as const))
  const { user } = renderInEditor(<DamagedSection quarantine={quarantineOf(THREE, { discard })} />)
  await user.click(await save())
  await user.click(await screen.findByRole('button', { name: 'Forget the damaged parts' }))
  await user.click(screen.getByRole('button', { name: 'Forget them' }))
  await waitFor(() =>
    expect(within(section()).getByRole('status')).toHaveTextContent(
      /Another tab has changed this map/,
    ),
  )
  expect(screen.getByRole('region', { name: 'Damaged parts' })).toBeInTheDocument()
})

it('may be looked at, and not forgotten, where another tab edits the map', async () => {
  const { user, map } = renderInEditor(<DamagedSection quarantine={quarantineOf(THREE)} />)
  map.store.setReadOnly(true)
  await user.click(await save())
  await waitFor(() => expect(saved).toHaveBeenCalledOnce())
  expect(forget()).toBeNull()
})

it('says nothing in public preview, where a count could tell of somebody hidden', async () => {
  const { map } = renderInEditor(<DamagedSection quarantine={quarantineOf(THREE)} />)
  await screen.findByRole('region', { name: 'Damaged parts' })
  act(() => map.settings.setState({ audience: 'public' }))
  expect(screen.queryByRole('region', { name: 'Damaged parts' })).toBeNull()
})

it('says that the file of a sealed map stays sealed', async () => {
  const open = createStore<SealState>(() => ({ sealed: true, hasRecoveryKey: false }))
  renderInEditor(<DamagedSection quarantine={quarantineOf(THREE)} />, {
    services: { sealing: fakeSealing({ open }) },
  })
  expect(await screen.findByText(/The file stays sealed/)).toBeInTheDocument()
})

describe('when a map is opened', () => {
  it('is said with what to do, until somebody has seen it', async () => {
    const { user } = renderInEditor(<UnreadableNotice count={3} />)
    const notice = screen.getByRole('alert')
    expect(notice).toHaveTextContent('3 parts of this map can’t be read.')
    expect(notice).toHaveTextContent('“Restore points and backups”, under “This device”')
    await user.click(within(notice).getByRole('button', { name: 'Not now' }))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is not said to the public, whom a count could tell of somebody hidden', () => {
    renderInEditor(<UnreadableNotice count={3} />, { settings: { audience: 'public' } })
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
