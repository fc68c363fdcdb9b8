import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { DecodedImport } from '../../src/domain/imported.ts'
import { asId, type MapId } from '../../src/domain/records.ts'
import { fail, ok } from '../../src/domain/result.ts'
import type { AppServices, MapListState, SealState } from '../../src/views/services.ts'
import TeachingOffer from '../../src/views/teaching/TeachingOffer.tsx'
import { fakeSealing, renderInEditor } from '../support/editor.tsx'
import { docOf, HIDDEN, stakeholder, tie } from '../support/records.ts'

const doc = docOf([
  stakeholder('a', { name: 'Nurses of Harbour Road', kind: 'group' }),
  stakeholder('b', { name: 'María Quintanilla', kind: 'person', confidentiality: HIDDEN }),
  stakeholder('c', { name: 'Quarry owners', kind: 'organisation' }),
  tie('t', 'a', 'c'),
])
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const preview = () => screen.getByRole('region', { name: 'How the copy begins' })
const namesShown = () =>
  within(preview())
    .getAllByRole('listitem')
    .map((item) => item.textContent)

type Stage = Parameters<typeof renderInEditor>[1]

async function open(stage: Stage = {}) {
  const rendered = renderInEditor(<TeachingOffer className="" />, { doc, ...stage })
  await rendered.user.click(button('Make a teaching copy…'))
  await screen.findByRole('dialog', { name: 'Teaching copy' })
  return rendered
}

const imported = (services: AppServices): DecodedImport | undefined =>
  vi.mocked(services.importMap).mock.calls[0]?.[0]

describe('a teaching copy', () => {
  it('shows invented names and nothing of the map, says what stays, and has others to offer', async () => {
    const { user } = await open()
    const before = namesShown()
    expect(before).toHaveLength(2)
    expect(screen.getByRole('dialog')).not.toHaveTextContent(
      /Nurses|Harbour|Quintanilla|Quarry|Water/,
    )
    expect(screen.getByRole('dialog')).toHaveTextContent('Whoever knows the campaign may recognise')
    await user.click(button('Other names'))
    expect(namesShown()).toHaveLength(2)
    expect(namesShown()).not.toEqual(before)
  })

  it('is made as shown, as a new map, and opened', async () => {
    const { user, services } = await open()
    const shown = namesShown()
    await user.click(button('Make teaching copy'))
    expect(services.importMap).toHaveBeenCalledOnce()
    const made = imported(services)
    expect(made?.stakeholders.map(({ name }) => name)).toEqual(
      shown.map((text) => text?.replace(/ (?:Group|Organisation)$/u, '')),
    )
    expect(made?.map.id).toBeNull()
    expect(made?.map.name).toMatch(/^Teaching copy: /u)
    expect(made?.relationships).toHaveLength(1)
    expect(services.openMap).toHaveBeenCalledExactlyOnceWith('made')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('has confidential people only when asked for', async () => {
    const { user, services } = await open()
    await user.click(screen.getByRole('checkbox', { name: 'Also what only the team may see' }))
    expect(namesShown()).toHaveLength(3)
    await user.click(button('Make teaching copy'))
    expect(imported(services)?.stakeholders.map((one) => one.confidentiality.level)).toEqual([
      'public',
      'confidential',
      'public',
    ])
  })

  it('does not tell in public preview that there is more', async () => {
    await open({ settings: { audience: 'public' } })
    expect(namesShown()).toHaveLength(2)
    expect(screen.queryByRole('checkbox', { name: /team/ })).toBeNull()
  })

  it('of a sealed map is sealed unless somebody says otherwise', async () => {
    const sealed = createStore<SealState>(() => ({ sealed: true, hasRecoveryKey: false }))
    const { user, services } = await open({ services: { sealing: fakeSealing({ open: sealed }) } })
    expect(screen.getByRole('checkbox', { name: /^Seal the copy/ })).toBeChecked()
    await user.click(button('Next: seal the copy'))
    expect(await screen.findByRole('dialog', { name: 'Seal the new map' })).toBeVisible()
    expect(services.importMap).not.toHaveBeenCalled()
  })

  it('can’t be sealed where nothing is kept', async () => {
    const maps = createStore<MapListState>(() => ({
      status: 'ready',
      maps: [],
      code: 'unavailable',
    }))
    await open({ services: { maps } })
    expect(screen.queryByRole('checkbox', { name: /^Seal the copy/ })).toBeNull()
    expect(button('Make teaching copy')).toBeEnabled()
  })

  it('that can’t be stored says why, and is still there to try again', async () => {
    const importMap = vi.fn<AppServices['importMap']>(() => Promise.resolve(fail('quota')))
    const { user, services } = await open({ services: { importMap } })
    const before = namesShown()
    await user.click(button('Make teaching copy'))
    expect((await screen.findAllByText(/full/)).length).toBeGreaterThan(0)
    expect(services.openMap).not.toHaveBeenCalled()
    expect(namesShown()).toEqual(before)
    expect(button('Make teaching copy')).toBeEnabled()
  })

  it('is not left half-way: while it is being stored the dialog stays', async () => {
    let store = (): void => undefined
    const importMap = vi.fn<AppServices['importMap']>(
      () => new Promise((resolve) => (store = () => resolve(ok(asId<MapId>('made'))))),
    )
    const { user, services } = await open({ services: { importMap } })
    await user.click(button('Make teaching copy'))
    expect(button('Cancel')).toBeDisabled()
    await user.click(button('Close'))
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))
    expect(screen.getByRole('dialog', { name: 'Teaching copy' })).toBeVisible()
    expect(services.openMap).not.toHaveBeenCalled()
    store()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(services.openMap).toHaveBeenCalledExactlyOnceWith('made')
  })

  it('of an empty map can be made too', async () => {
    const { user, services } = await open({ doc: docOf([]) })
    expect(preview()).toHaveTextContent('There is nobody to rename yet.')
    await user.click(button('Make teaching copy'))
    expect(services.openMap).toHaveBeenCalledOnce()
  })
})
