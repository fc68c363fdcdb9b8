import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import AppCrash from '../../src/app/AppCrash.tsx'
import { tellOfFailure } from '../../src/app/failures.tsx'
import type { Screen } from '../../src/app/mapWindow.ts'
import type { App } from '../../src/app/services.ts'
import en from '../../src/i18n/en/recovery.json'
import { inlineBackground } from '../../src/background/inlineBackground.ts'
import { asId, type MapDoc, type MapId } from '../../src/domain/records.ts'
import { addStakeholders } from '../../src/domain/commands/stakeholders.ts'
import { ok } from '../../src/domain/result.ts'
import { lookAsPublic } from '../../src/store/lookAsPublic.ts'
import { type OpenMap, useViewSettings } from '../../src/store/openMap.ts'
import { PartBoundary } from '../../src/views/crash/PartBoundary.tsx'
import { saveBlob } from '../../src/views/export/download.ts'
import type { AppServices, SaveState } from '../../src/views/services.ts'
import { fakeServices, openMapOf, renderInEditor } from '../support/editor.tsx'
import { docOf, stakeholder } from '../support/records.ts'
import { fakeReliability } from '../support/reliability.ts'

vi.mock(import('../../src/views/export/download.ts'), { spy: true })

const saved: { readonly name: string; readonly blob: Blob }[] = []
beforeEach(() => {
  saved.length = 0
  vi.mocked(saveBlob).mockImplementation((blob, name) => void saved.push({ blob, name }))
  // React says on the console what it tells the boundary; the app itself has it say nothing.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

const doc: MapDoc = docOf([stakeholder('a', { name: 'Fishmongers' })])
const notSaved = (): Partial<AppServices> => ({
  save: createStore<SaveState>(() => ({ status: 'not saved', code: 'quota' })),
})

/** A part of the editor with a bug that can be mended. */
const bug = { isThere: true }
function Buggy() {
  if (bug.isThere) throw new TypeError('no place for Fishmongers')
  return <p>The part as it should be</p>
}
const start = (
  part: 'network' | 'dialog' | 'present',
  services: Partial<AppServices> = {},
  onClose?: () => void,
) => {
  bug.isThere = true
  return renderInEditor(
    <PartBoundary part={part} {...(onClose ? { onClose } : {})}>
      <Buggy />
    </PartBoundary>,
    { doc, services, settings: { view: 'network' } },
  )
}
const button = (name: string) => screen.findByRole('button', { name })

describe('a part that can’t be drawn', () => {
  it('says so, and what has become of the map', async () => {
    start('network')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The network could not be drawn.')
    expect(alert).toHaveTextContent('Your map is safe: every change is saved.')
    expect(alert).not.toHaveTextContent('Fishmongers')
  })

  it('does not say that it is saved when it is not', async () => {
    start('network', notSaved())
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('could not be saved')
    expect(alert).not.toHaveTextContent('every change is saved')
  })

  it('offers the other views, and another try', async () => {
    const { user, map } = start('network')
    await user.click(await button('Power'))
    expect(map.settings.getState().view).toBe('power')
    bug.isThere = false
    await user.click(await button('Try again'))
    expect(screen.getByText('The part as it should be')).toBeVisible()
  })

  it('offers no view that has crashed as well, and with the last one a raw copy and a reload', async () => {
    bug.isThere = true
    function Views() {
      const view = useViewSettings((settings) => settings.view)
      return (
        <PartBoundary part={view} of={view}>
          <Buggy />
        </PartBoundary>
      )
    }
    const reliability = () => Promise.resolve(fakeReliability())
    const { user, map } = renderInEditor(<Views />, {
      doc: docOf([stakeholder('b')]),
      services: { reliability },
    })
    await user.click(await button('Network'))
    await screen.findByText('The network could not be drawn.')
    expect(screen.queryByRole('button', { name: 'Spectrum' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Save a raw copy' })).toBeNull()
    await user.click(await button('Power'))
    await screen.findByText('The power grid could not be drawn.')
    for (const name of ['Spectrum', 'Network']) {
      expect(screen.queryByRole('button', { name })).toBeNull()
    }
    expect(screen.getByText(/No other view can be drawn either/)).toBeVisible()
    for (const name of ['Reload', 'Save a backup', 'Save a raw copy']) {
      expect(await button(name)).toBeEnabled()
    }
    // Another document is another matter.
    act(
      () =>
        void map.store.dispatch(addStakeholders(['Bakers']), { action: 'add', stakeholders: [] }),
    )
    expect(await button('Spectrum')).toBeVisible()
  })

  it('offers a backup that holds everything', async () => {
    const { user } = start('network')
    await user.click(await button('Save a backup'))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(await saved[0]?.blob.text()).toContain('Fishmongers')
    expect(saved[0]?.name).toMatch(/^allyscope-[\w.-]+$/)
  })

  it('offers a report that is read before it is saved, and has no name of the map', async () => {
    const { user } = start('network')
    await user.click(await button('Problem report'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Problem report' }))
    const text = dialog.getByRole<HTMLTextAreaElement>('textbox')
    await waitFor(() => expect(text.value).toMatch(/Error: TypeError: \w/))
    expect(text.value).not.toContain('Shape')
    await user.click(dialog.getByRole('checkbox', { name: 'With the shape of the map' }))
    expect(text.value).toContain('Shape')
    expect(text.value).not.toMatch(/fish|mong/i)
    await user.click(dialog.getByRole('button', { name: 'Save as a file' }))
    expect(saved[0]?.name).toBe('allyscope-problem-report-2026-11-22-12-00.txt')
    expect(await saved[0]?.blob.text()).toBe(text.value)
    expect(dialog.getAllByRole('status')[0]).toHaveTextContent('handed to your downloads')
  })

  it('offers no shape of the map in public preview', async () => {
    const { user, map } = start('network')
    act(() => lookAsPublic(map))
    await user.click(await button('Problem report'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Problem report' }))
    await waitFor(() => expect(dialog.getByRole('textbox')).not.toHaveValue(''))
    expect(dialog.queryByRole('checkbox')).toBeNull()
  })

  it('is a dialog where a dialog was, and is closed like one', async () => {
    const onClose = vi.fn<() => void>()
    const { user } = start('dialog', {}, onClose)
    await screen.findByRole('dialog', { name: 'This dialog could not be shown.' })
    await user.click(await button('Close'))
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('shows nothing of the editor on a projector', async () => {
    const { user, map } = start('present')
    act(() => map.wall.setState({ isPresenting: true }))
    await screen.findByText('The picture can’t be drawn here; your map is not affected.')
    expect(screen.queryByRole('button', { name: 'Problem report' })).toBeNull()
    await user.click(await button('Leave'))
    expect(map.wall.getState().isPresenting).toBe(false)
  })
})

/** As much of the app as a crash has to do with. */
function appWith(map: OpenMap | null, services: Partial<AppServices> = {}) {
  const session = map && {
    map,
    onDisk: null,
    unreadable: 0,
    takeOver: () => undefined,
    retrySaving: () => undefined,
    flush: () => Promise.resolve(ok(null)),
    flushNow: () => undefined,
    changeSeal: () => Promise.resolve(ok({ recoveryKey: null })),
    dropKey: () => undefined,
    close: () => Promise.resolve(),
  }
  return {
    screen: createStore<Screen>(() =>
      session ? { kind: 'map', id: asId<MapId>('map-1'), session } : { kind: 'maps' },
    ),
    background: inlineBackground,
    services: fakeServices(services),
    flush: () => Promise.resolve(true),
    isSeen: () => false,
    stop: () => undefined,
    flushNow: () => undefined,
    crashed: () => undefined,
  } satisfies App
}

describe('a page that can’t be shown', () => {
  const showCrash = (app: App) => {
    const again = vi.fn<() => void>()
    render(<AppCrash app={app} error={new Error('Fishmongers')} again={again} />)
    return { user: userEvent.setup(), again }
  }

  it('leads to the other maps, and has a backup and a report of the map', async () => {
    const app = appWith(openMapOf(doc))
    const { user, again } = showCrash(app)
    expect(screen.getByText('Your map is safe: every change is saved.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'All maps' }))
    expect(app.services.closeMap).toHaveBeenCalledOnce()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(again).toHaveBeenCalledOnce()
    await user.click(screen.getByRole('button', { name: 'Save a backup' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'Problem report' }))
    await screen.findByRole('dialog', { name: 'Problem report' })
  })

  it('offers a copy of all maps where none is open', async () => {
    const rawCopy = () => Promise.resolve(ok('everything'))
    const { recovery, ...reliability } = fakeReliability()
    const services = { ...reliability, recovery: { ...recovery, rawCopy } }
    const { user } = showCrash(appWith(null, { reliability: () => Promise.resolve(services) }))
    expect(screen.queryByRole('button', { name: 'All maps' })).toBeNull()
    await user.click(await button(en['recovery.rawCopy']))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(await saved[0]?.blob.text()).toBe('everything')
  })
})

describe('an error that nobody caught', () => {
  const MINUTE = 60_000
  let now = 0
  beforeEach(() => {
    document.body.replaceChildren()
    // Each test is an hour later than the one before.
    now += 60 * MINUTE
    vi.spyOn(performance, 'now').mockImplementation(() => now)
  })
  const notices = () => screen.queryAllByText('Allyscope could not finish the last step.')
  const tell = (app: App, error: unknown) =>
    act(() => tellOfFailure(app, new ErrorEvent('error', { error })))

  it('is told of, with a report at hand, not more than once a minute', async () => {
    const app = appWith(openMapOf(doc))
    tell(app, new Error('Fishmongers'))
    expect(notices()).toHaveLength(1)
    expect(screen.getByRole('alert')).toHaveTextContent('every change is saved')
    expect(document.body).not.toHaveTextContent('Fishmongers')
    tell(app, new Error('again'))
    expect(notices()).toHaveLength(1)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Problem report' }))
    await screen.findByRole('dialog', { name: 'Problem report' })
    await user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) ?? document.body)
    now += MINUTE
    tell(app, new Error('again'))
    expect(notices().length).toBeGreaterThan(0)
  })

  it('says when a part could not be loaded', () => {
    tell(
      appWith(null),
      new TypeError('Failed to fetch dynamically imported module: https://x/y.js'),
    )
    expect(screen.getByText('A part of Allyscope could not be loaded.')).toBeVisible()
    expect(screen.getByText(/Your maps are still on this device/)).toBeVisible()
  })

  it('waits while people look at the picture, and is silent about what is none', () => {
    const map = openMapOf(doc)
    const app = appWith(map)
    tell(app, null)
    tell(app, new DOMException('taken back', 'AbortError'))
    expect(notices()).toEqual([])
    map.wall.setState({ isPresenting: true })
    tell(app, new Error('x'))
    expect(notices()).toEqual([])
    act(() => map.wall.setState({ isPresenting: false }))
    expect(notices()).toHaveLength(1)
  })
})
