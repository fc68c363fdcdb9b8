import { act, render, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import en from '../../src/i18n/en/dialogs.json'
import { addStakeholders } from '../../src/domain/commands/stakeholders.ts'
import type { OpenMap } from '../../src/store/openMap.ts'
import { AudienceNote } from '../../src/views/editor/AudienceNote.tsx'
import { AudienceSwitch } from '../../src/views/editor/AudienceSwitch.tsx'
import type { EditorDialog } from '../../src/views/editor/editorDialog.ts'
import { Header } from '../../src/views/editor/Header.tsx'
import KeysDialog from '../../src/views/editor/KeysDialog.tsx'
import { NotSavedBar } from '../../src/views/editor/NotSavedBar.tsx'
import { ReadOnlyBar } from '../../src/views/editor/ReadOnlyBar.tsx'
import { SaveStatus } from '../../src/views/editor/SaveStatus.tsx'
import type { SaveState, TabRole, UpdateState } from '../../src/views/services.ts'
import { UpdateBar } from '../../src/views/UpdateBar.tsx'
import {
  docIn,
  namesIn,
  openMapOf,
  renderInEditor,
  renderWithServices,
} from '../support/editor.tsx'
import { docOf, HIDDEN, shownAt, stakeholder } from '../support/records.ts'
import { FAILURES } from '../unit/views/failures.ts'

describe('the save status', () => {
  const start = (state: SaveState) => {
    const save = createStore<SaveState>(() => state)
    const both = (
      <>
        <SaveStatus />
        <NotSavedBar />
      </>
    )
    return { ...renderInEditor(both, { services: { save } }), save }
  }

  it('says saved only when everything is on the disk', () => {
    const { save } = start({ status: 'saving' })
    expect(screen.getByText('Saving…')).toBeVisible()
    expect(document.body).not.toHaveTextContent(/saved/i)
    act(() => save.setState({ status: 'saved' }, true))
    expect(screen.getByText('All changes saved on this device')).toBeVisible()
  })

  it.each(FAILURES)('is an alert when nothing could be saved: %s', async (code) => {
    const { user, services } = start({ status: 'not saved', code })
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent(/^Not saved: /)
    const retry = screen.queryByRole('button', { name: 'Try again' })
    // Another tab's work would be overwritten, a map that was deleted would come back, or it can't help.
    expect(retry === null).toBe(['conflict', 'missing', 'closed'].includes(code))
    if (retry) await user.click(retry)
    expect(services.retrySaving).toHaveBeenCalledTimes(retry ? 1 : 0)
  })

  it('says in a tab that only follows that it does', () => {
    const { map } = start({ status: 'saved' })
    act(() => map.store.setReadOnly(true))
    expect(screen.getByText('Following another tab')).toBeVisible()
  })

  it('says what was not saved also in a tab that may no longer write', () => {
    const { map } = start({ status: 'not saved', code: 'quota' })
    act(() => map.store.setReadOnly(true))
    expect(screen.getByRole('alert')).toHaveTextContent('Not saved')
  })
})

describe('the bar of a tab that follows', () => {
  const start = (role: TabRole) =>
    renderWithServices(<ReadOnlyBar />, { tab: createStore(() => ({ role })) })

  it('offers to edit here', async () => {
    const { user, services } = start('follower')
    await user.click(screen.getByRole('button', { name: 'Edit here' }))
    expect(services.takeOver).toHaveBeenCalledOnce()
  })

  it('asks once', () => {
    start('taking over')
    expect(screen.getByRole('button', { name: 'Edit here' })).toBeDisabled()
  })

  it.each(['writer', 'opening'] as const)('is not there for the %s', (role) => {
    start(role)
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('the offer of an update', () => {
  const start = (update: UpdateState, map: OpenMap | null = null) =>
    renderWithServices(<UpdateBar map={map} />, { update: createStore(() => update) })

  it('is there when one is ready, and nothing happens until it is taken', async () => {
    const { user, services } = start({ state: 'ready' })
    expect(services.applyUpdate).not.toHaveBeenCalled()
    await user.click(await screen.findByRole('button', { name: 'Update now' }))
    expect(services.applyUpdate).toHaveBeenCalledOnce()
  })

  it.each([
    ['waiting', /as soon as every tab has saved/],
    ['done elsewhere', /was updated in another tab/],
  ] as const)('is not made when %s', async (state, words) => {
    start({ state })
    expect(await screen.findByText(words)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Update now' })).toBeNull()
  })

  it.each([
    ['not saved', /a tab could not save/],
    ['presenting', /another tab is presenting/],
  ] as const)('says why it was not taken: %s', async (refused, words) => {
    start({ state: 'ready', refused })
    expect(await screen.findByText(words)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Update now' })).toBeEnabled()
  })

  it('waits while people are looking at this window or its wall', async () => {
    const map = openMapOf(docOf([]))
    const offer = () => screen.queryByRole('button', { name: 'Update now' })
    start({ state: 'ready' }, map)
    await waitFor(() => expect(offer()).toBeVisible())
    act(() => map.wall.setState({ isPresenting: true }))
    expect(offer()).toBeNull()
    act(() => map.wall.setState({ isPresenting: false, isOnWall: true, link: 'open' }))
    expect(offer()).toBeNull()
    act(() => map.wall.setState({ link: 'closed' }))
    expect(offer()).toBeVisible()
  })
})

describe('the switch between team and public', () => {
  const doc = docOf([
    stakeholder('a'),
    stakeholder('b', { confidentiality: HIDDEN }),
    stakeholder('c', { confidentiality: shownAt(0) }),
  ])

  it('counts the confidential for the team only', async () => {
    const { user, map } = renderInEditor(
      <>
        <AudienceSwitch />
        <AudienceNote />
      </>,
      { doc },
    )
    expect(screen.getByText('Team view · 2 confidential')).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'Public preview' }))
    expect(map.settings.getState().audience).toBe('public')
    expect(document.body).not.toHaveTextContent(/\d|confidential/)
  })

  it('forgets what was said and searched for in the team view', async () => {
    const { user, map } = renderInEditor(<AudienceSwitch />, { doc })
    map.settings.setState({
      filter: { text: 'b', sectors: [], resources: [], roles: [], confidentiality: 'confidential' },
    })
    await user.click(screen.getByRole('radio', { name: 'Public preview' }))
    expect(map.settings.getState().filter).toMatchObject({ text: '', confidentiality: null })
  })
})

describe('the header', () => {
  const button = (name: string) => screen.getByRole('button', { name })

  it('undoes and redoes, naming what', async () => {
    const { user, map } = renderInEditor(
      <Header openDialog={vi.fn<(dialog: EditorDialog) => void>()} />,
    )
    expect(button('Undo')).toBeDisabled()
    act(
      () =>
        void map.store.dispatch(addStakeholders(['Ana']), (diff) => ({
          action: 'add',
          stakeholders: [...diff.added.values()].flatMap((one) =>
            one.type === 'stakeholder' ? [one.id] : [],
          ),
        })),
    )
    expect(button('Undo')).toHaveAttribute('title', 'Undo: add Ana')
    await user.click(button('Undo'))
    expect(namesIn(map)).toEqual([])
    expect(button('Redo')).toHaveAttribute('title', 'Redo: add Ana')
    await user.click(button('Redo'))
    expect(namesIn(map)).toEqual(['Ana'])
  })

  it('opens the dialogs and goes back to the maps', async () => {
    const openDialog = vi.fn<(dialog: EditorDialog) => void>()
    const { user, services } = renderInEditor(<Header openDialog={openDialog} />)
    for (const name of ['Export', 'Import', 'Map settings', 'Keys']) await user.click(button(name))
    expect(openDialog.mock.calls.map(([dialog]) => dialog)).toEqual([
      'export',
      'import',
      'settings',
      'keys',
    ])
    await user.click(button('All maps'))
    expect(services.closeMap).toHaveBeenCalledOnce()
  })

  it('folds the panels', async () => {
    const { user, map } = renderInEditor(
      <Header openDialog={vi.fn<(dialog: EditorDialog) => void>()} />,
    )
    await user.click(button('Fold the list away'))
    await user.click(button('Fold the details away'))
    expect(map.settings.getState().panels).toEqual({ tray: false, details: false })
    expect(button('Open the list')).toHaveAttribute('aria-expanded', 'false')
  })

  it('can neither undo nor tidy while another tab edits', () => {
    const { map } = renderInEditor(<Header openDialog={vi.fn<(dialog: EditorDialog) => void>()} />)
    act(
      () => void map.store.dispatch(addStakeholders(['Ana']), { action: 'add', stakeholders: [] }),
    )
    act(() => map.store.setReadOnly(true))
    expect(button('Undo')).toBeDisabled()
    expect(button('Tidy')).toBeDisabled()
    expect(docIn(map).stakeholders.size).toBe(1)
  })
})

describe('the list of keys', () => {
  it('says everything that can be done by key', () => {
    renderInEditor(<KeysDialog onClose={vi.fn<() => void>()} />)
    const said = within(screen.getByRole('dialog', { name: 'Keys' }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
    const all = Object.entries(en).filter(
      ([key]) => key.startsWith('keys.') && key !== 'keys.title' && key !== 'keys.mouse',
    )
    expect(new Set(said)).toEqual(new Set(all.map(([, text]) => text)))
  })

  it('is closed with Escape and by its button', async () => {
    const onClose = vi.fn<() => void>()
    const { user } = renderInEditor(<KeysDialog onClose={onClose} />)
    await user.click(screen.getByRole('button', { name: 'Close' }))
    screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true }))
    expect(onClose).toHaveBeenCalledTimes(2)
  })

  it('needs no map', () => {
    expect(() => render(<KeysDialog onClose={vi.fn<() => void>()} />)).not.toThrow()
  })
})
