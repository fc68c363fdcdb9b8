import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { AppView } from '../../src/app/AppView.tsx'
import type { Screen } from '../../src/app/mapWindow.ts'
import type { App } from '../../src/app/services.ts'
import { viewFor } from '../../src/audience/gate.ts'
import { inlineBackground } from '../../src/background/inlineBackground.ts'
import { asId, type MapDoc, type MapId } from '../../src/domain/records.ts'
import { BackgroundProvider } from '../../src/editing/useBackground.ts'
import { OpenMapProvider } from '../../src/store/openMap.ts'
import { select } from '../../src/store/selection.ts'
import { Announcer, clearNotices } from '../../src/ui/announcer.tsx'
import { MapEditor } from '../../src/views/editor/MapEditor.tsx'
import { ServicesProvider } from '../../src/views/services.ts'
import { theWall } from '../../src/views/wall/theWall.ts'
import { decodeToWall } from '../../src/wall/decode.ts'
import { wallPictureOf } from '../../src/wall/picture.ts'
import {
  type ToWall,
  WALL_PROTOCOL,
  wallChannelName,
  type WallShown,
} from '../../src/wall/protocol.ts'
import { BroadcastChannelStub } from '../support/broadcastChannel.ts'
import { called, fakeServices, namesIn, openMapOf } from '../support/editor.tsx'
import { PLAIN_WALL } from '../support/plainWall.ts'
import { docOf, HIDDEN, inSegment, personId, shownAt, stakeholder } from '../support/records.ts'

const doc = docOf([
  stakeholder('a', { name: 'Ana', placement: inSegment(0) }),
  stakeholder('b', { name: 'Bo', placement: inSegment(2) }),
  stakeholder('h', { name: 'Hush', placement: inSegment(1), confidentiality: HIDDEN }),
  stakeholder('p', { name: 'Pia', placement: inSegment(0), confidentiality: shownAt(-0.4) }),
])

function start(of: MapDoc = doc, settings: Parameters<typeof openMapOf>[1] = {}) {
  clearNotices()
  const map = openMapOf(of, settings)
  const services = fakeServices()
  render(
    <ServicesProvider value={services}>
      <BackgroundProvider value={inlineBackground}>
        <OpenMapProvider value={map}>
          <MapEditor />
          <Announcer />
        </OpenMapProvider>
      </BackgroundProvider>
    </ServicesProvider>,
  )
  return { map, services, user: userEvent.setup() }
}

const AT_REST = { picture: null, dark: false, frozen: false }
const pictureOf = (of: MapDoc) => wallPictureOf(viewFor(of, 'public'), null, PLAIN_WALL)

const open = vi.fn<typeof window.open>(() => null)
const lines: BroadcastChannelStub[] = []
beforeEach(() => {
  vi.stubGlobal('open', open)
  vi.stubGlobal('BroadcastChannel', BroadcastChannelStub)
  sessionStorage.clear()
})
afterEach(() => {
  act(() => theWall().close())
  for (const line of lines.splice(0)) line.close()
  open.mockClear()
  vi.unstubAllGlobals()
})

/** The window that was opened: joins its channel and says that it is there. */
function projector() {
  const address = String(open.mock.lastCall?.[0])
  const got: ToWall[] = []
  const line = new BroadcastChannelStub(wallChannelName(address.split('#')[1] ?? ''))
  lines.push(line)
  line.onmessage = ({ data }) => {
    const message = decodeToWall(data)
    if (message.ok) got.push(message.value)
  }
  line.postMessage({
    protocol: WALL_PROTOCOL,
    kind: 'here',
    width: 1920,
    height: 1080,
    shown: null,
  })
  const shown = () =>
    got.flatMap((message) => (message.kind === 'show' ? [message.shown] : [])).at(-1)
  return { got, shown, names: () => shown()?.picture?.view.stakeholders.map(({ name }) => name) }
}

const panel = () => within(screen.getByRole('region', { name: 'Wall' }))

async function withWall(of: MapDoc = doc) {
  const started = start(of)
  await started.user.click(screen.getByRole('button', { name: 'Open wall' }))
  await screen.findByRole('button', { name: 'Wall: opening' })
  await waitFor(() => expect(theWall().state().link).toBe('opening'))
  const wall = projector()
  await screen.findByRole('button', { name: 'Wall: live' })
  await waitFor(() => expect(wall.names()).toBeDefined())
  await screen.findByRole('region', { name: 'Wall' })
  return { ...started, wall }
}

describe('Open wall', () => {
  it('opens a window that has no handle on this one, and an address that says nothing', async () => {
    const { user } = start()
    await user.click(screen.getByRole('button', { name: 'Open wall' }))
    const [address, , features] = open.mock.lastCall ?? []
    expect(address).toMatch(/^wall\.html#[0-9a-f-]{36}$/)
    expect(features).toContain('noopener')
  })

  it('shows the wall what anybody may see, and the console the same picture', async () => {
    const { wall } = await withWall()
    expect(wall.names()).toEqual(['Ana', 'Bo', 'Pia'])
    const picture = await panel().findByRole('img', { name: /Water for all/ })
    expect(picture).toBeVisible()
    expect(JSON.stringify(wall.got)).not.toContain('Hush')
  })

  it('says in words when nothing is heard of the wall, and gives a link', async () => {
    const { user, map } = start()
    await user.click(screen.getByRole('button', { name: 'Open wall' }))
    await waitFor(() => expect(theWall().state().link).toBe('opening'))
    expect(
      await screen.findByRole('button', { name: 'Wall: no answer' }, { timeout: 4000 }),
    ).toBeVisible()
    expect(panel().getByRole('alert')).toHaveTextContent(/may have blocked it/)
    const link = panel().getByRole('link', { name: 'Open the wall' })
    expect(link).toHaveAttribute('href', open.mock.lastCall?.[0])
    expect(link).toHaveAttribute('rel', 'noopener')
    await user.click(panel().getByRole('button', { name: 'Never mind' }))
    expect(screen.getByRole('button', { name: 'Open wall' })).toBeVisible()
    expect(map.wall.getState().name).toBeNull()
  })
})

describe('the wall’s panel', () => {
  it('freezes: the wall keeps its picture, and the header says so', async () => {
    const { user, wall } = await withWall()
    await user.click(await panel().findByRole('button', { name: 'Freeze' }))
    expect(screen.getByRole('button', { name: 'Wall: frozen' })).toBeVisible()
    expect(panel().getByText('What they see: frozen')).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'Add a stakeholder' }), 'Newcomer{Enter}')
    // What is said later has arrived: anything about the newcomer would have, too.
    await user.click(panel().getByRole('button', { name: 'Blackout' }))
    await waitFor(() => expect(wall.shown()?.dark).toBe(true))
    expect(JSON.stringify(wall.got)).not.toContain('Newcomer')
    await user.click(panel().getByRole('button', { name: 'Lights on' }))
    await user.click(panel().getByRole('button', { name: 'Unfreeze' }))
    await waitFor(() => expect(wall.names()).toContain('Newcomer'))
  })

  it('says in words who is still on the frozen wall, as long as it is so', async () => {
    const { user, map, wall } = await withWall()
    await user.click(await panel().findByRole('button', { name: 'Freeze' }))
    expect(panel().getByRole('button', { name: 'Unfreeze' })).not.toHaveAttribute('aria-pressed')
    act(() => select(map.selection, [personId('b')]))
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Confidentiality' }),
      'Confidential: hidden',
    )
    expect(await panel().findByText(/^Bo is still on the frozen wall/)).toBeVisible()
    expect(panel().queryByText(/can’t see this stakeholder/)).toBeNull()
    await user.click(panel().getByRole('button', { name: 'Black it out' }))
    await waitFor(() => expect(wall.shown()?.dark).toBe(true))
    expect(panel().queryByText(/still on the frozen wall/)).toBeNull()
    await user.click(panel().getByRole('button', { name: 'Lights on' }))
    expect(panel().getByText(/still on the frozen wall/)).toBeVisible()
    await user.click(panel().getByRole('button', { name: 'Unfreeze' }))
    await waitFor(() => expect(panel().queryByText(/still on the frozen wall/)).toBeNull())
  })

  it('has keys of its own, which are not for fields', async () => {
    const { user, map, wall } = await withWall()
    await user.keyboard('{Shift>}FB{/Shift}')
    expect(map.wall.getState()).toMatchObject({ isFrozen: true, isDark: true })
    await waitFor(() => expect(wall.shown()).toMatchObject({ dark: true, frozen: true }))
    expect(screen.getByRole('button', { name: 'Wall: dark' })).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'Add a stakeholder' }), 'FBS')
    expect(map.wall.getState()).toMatchObject({ isFrozen: true, isDark: true, spotlight: null })
  })

  it('puts the selected in the light, but nobody who is hidden', async () => {
    const { user, map, wall } = await withWall()
    expect(await panel().findByRole('button', { name: 'Spotlight' })).toBeDisabled()
    act(() => select(map.selection, [personId('h')]))
    expect(panel().getByRole('button', { name: 'Spotlight' })).toBeDisabled()
    expect(panel().getByText(/can’t see this stakeholder/)).toBeVisible()
    act(() => select(map.selection, [personId('b')]))
    await user.click(panel().getByRole('button', { name: 'Spotlight' }))
    await waitFor(() =>
      expect(wall.shown()?.picture?.spotlight).toEqual({ kind: 'stakeholder', key: 's2' }),
    )
    expect(panel().getByRole('button', { name: 'Spotlight', pressed: true })).toBeVisible()
    await user.click(panel().getByText('More for the wall'))
    const light = panel().getByRole('combobox', { name: 'In the light' })
    expect(light).toHaveDisplayValue('Bo')
    await user.selectOptions(light, 'Neutral')
    await waitFor(() =>
      expect(wall.shown()?.picture?.spotlight).toEqual({ kind: 'segment', segment: 2 }),
    )
  })

  it('chooses the view, the arrows, and what has moved', async () => {
    const { user, map, wall } = await withWall()
    await user.click(await panel().findByText('More for the wall'))
    await user.click(panel().getByRole('checkbox', { name: 'Show what has moved' }))
    await user.click(panel().getByRole('checkbox', { name: 'Arrows to target segments' }))
    act(() => select(map.selection, [called(map, 'Ana').id]))
    await user.keyboard('4')
    await waitFor(() => {
      const picture = wall.shown()?.picture
      expect(picture?.targets).toBe(true)
      expect(picture?.earlier?.segments).toEqual([
        ['s1', 0],
        ['s2', 2],
        // As the public was told, not where she really stands.
        ['s3', 3],
      ])
    })
    await user.click(panel().getByRole('button', { name: 'Compare from now on' }))
    await waitFor(() => expect(wall.shown()?.picture?.earlier?.segments[0]).toEqual(['s1', 3]))
    await user.selectOptions(panel().getByRole('combobox', { name: 'View' }), 'Power')
    await waitFor(() => expect(wall.shown()?.picture?.drawing).toBe('power'))
  })

  it('folds to its heading and the switches, and closes the wall', async () => {
    const { user, wall } = await withWall()
    await user.click(panel().getByRole('button', { name: 'Fold the wall panel' }))
    expect(panel().queryByRole('combobox')).toBeNull()
    expect(panel().getByRole('button', { name: 'Freeze' })).toBeVisible()
    await user.click(panel().getByRole('button', { name: 'Unfold the wall panel' }))
    await user.click(panel().getByText('More for the wall'))
    await user.click(panel().getByRole('button', { name: 'Close wall' }))
    await waitFor(() => expect(wall.got.at(-1)?.kind).toBe('close'))
    expect(screen.getByRole('button', { name: 'Open wall' })).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Wall' })).toBeNull()
  })
})

describe('a page that starts with no map open', () => {
  const appAt = (screenShown: App['screen']): App => ({
    services: fakeServices(),
    screen: screenShown,
    background: inlineBackground,
    flush: () => Promise.resolve(true),
    isSeen: () => false,
    flushNow: () => undefined,
    stop: () => undefined,
    crashed: () => undefined,
  })
  /** A wall that kept its picture while the console was reloaded. */
  const leftBehind = async (screenShown: App['screen']) => {
    const name = crypto.randomUUID()
    sessionStorage.setItem('allyscope-wall', name)
    const got: ToWall[] = []
    const line = new BroadcastChannelStub(wallChannelName(name))
    lines.push(line)
    let shown: WallShown = { picture: pictureOf(doc), dark: false, frozen: true }
    line.onmessage = ({ data }) => {
      const message = decodeToWall(data)
      if (!message.ok) return
      got.push(message.value)
      if (message.value.kind === 'show') ({ shown } = message.value)
      if (message.value.kind !== 'call') return
      const here = { kind: 'here', width: 1920, height: 1080 }
      line.postMessage({ protocol: WALL_PROTOCOL, ...here, shown })
    }
    render(<AppView app={appAt(screenShown)} />)
    return { shows: () => got.flatMap((one) => (one.kind === 'show' ? [one.shown] : [])), got }
  }

  it.each<Screen>([{ kind: 'maps' }, { kind: 'locked', id: asId<MapId>('map-1') }])(
    'brings the wall to rest: $kind',
    async (screenShown) => {
      const { shows } = await leftBehind(createStore<Screen>(() => screenShown))
      await waitFor(() => expect(shows().at(-1)).toEqual(AT_REST))
    },
  )

  it('asks nothing of a wall while a map is still being opened', async () => {
    const screenShown = createStore<Screen>(() => ({ kind: 'starting' }))
    const resume = vi.spyOn(theWall(), 'resume')
    const { got } = await leftBehind(screenShown)
    // Who wants to ask loads this part first: it would have been served before us.
    await import('../../src/views/wall/theWall.ts')
    expect(resume).not.toHaveBeenCalled()
    expect(got).toEqual([])
    act(() => screenShown.setState({ kind: 'maps' }))
    await waitFor(() => expect(resume).toHaveBeenCalled())
    resume.mockRestore()
  })
})

describe('Present', () => {
  const present = async (settings: Parameters<typeof openMapOf>[1] = {}) => {
    const started = start(doc, settings)
    await started.user.click(screen.getByRole('button', { name: 'Present on this screen' }))
    await screen.findByRole('main', { name: 'Wall' })
    return started
  }

  it('leaves nothing of the editor in the page, and nobody whom the public can’t see', async () => {
    await present()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull()
    expect(screen.getByRole('button', { name: /^Ana/ })).toBeVisible()
    expect(document.body.textContent).not.toContain('Hush')
    expect(document.body.innerHTML).not.toContain('Hush')
  })

  it('keeps what was being typed', async () => {
    const { user, map } = start()
    act(() => select(map.selection, [personId('a')]))
    const name = await screen.findByRole('textbox', { name: 'Name' })
    await user.clear(name)
    await user.type(name, 'Ana María')
    await user.click(screen.getByRole('button', { name: 'Present on this screen' }))
    await screen.findByRole('main', { name: 'Wall' })
    expect(namesIn(map)).toContain('Ana María')
  })

  it('asks before it is left, stays by default, and comes back in public preview', async () => {
    const { user, map } = await present({ audience: 'team' })
    await user.keyboard('{Escape}')
    const question = within(await screen.findByRole('dialog', { name: 'Leave presenting?' }))
    expect(question.getByRole('button', { name: 'Stay' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('main', { name: 'Wall' })).toBeVisible()
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Leave' }))
    expect(await screen.findByRole('textbox', { name: 'Add a stakeholder' })).toBeVisible()
    expect(screen.getByRole('radio', { name: 'Public preview' })).toBeChecked()
    expect(map.settings.getState().audience).toBe('public')
    expect(document.body.innerHTML).not.toContain('Hush')
  })

  it('is done by keys alone: black, views, and the light', async () => {
    const { user, map } = await present()
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(screen.getByRole('button', { name: /^Bo/, pressed: true })).toBeVisible()
    await user.keyboard('0')
    expect(screen.queryByRole('button', { pressed: true })).toBeNull()
    screen.getByRole('button', { name: /^Pia/ }).focus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('button', { name: /^Pia/, pressed: true })).toBeVisible()
    await user.keyboard('b')
    expect(screen.queryByRole('button', { name: /^Ana/ })).toBeNull()
    expect(screen.getByText('They see black')).toBeInTheDocument()
    await user.keyboard('b3')
    expect(await screen.findByRole('group', { name: /Power/ })).toBeVisible()
    expect(await screen.findByRole('button', { name: /^Ana/ })).toBeVisible()
    expect(map.wall.getState()).toMatchObject({
      isDark: false,
      spotlight: null,
      drawing: 'as mine',
    })
  })

  it('leaves the other wall as it is', async () => {
    const { user, map, wall } = await withWall()
    await user.click(await panel().findByRole('button', { name: 'Freeze' }))
    await waitFor(() => expect(wall.shown()?.frozen).toBe(true))
    await user.keyboard('{Shift>}P{/Shift}')
    await screen.findByRole('main', { name: 'Wall' })
    const before = wall.got.filter(({ kind }) => kind === 'show').length
    await user.keyboard('{ArrowRight}b3')
    expect(screen.getByText('They see black')).toBeInTheDocument()
    expect(map.wall.getState()).toMatchObject({ isDark: false, isFrozen: true, spotlight: null })
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Leave' }))
    await screen.findByRole('button', { name: 'Wall: frozen' })
    expect(wall.got.filter(({ kind }) => kind === 'show')).toHaveLength(before)
  })
})
