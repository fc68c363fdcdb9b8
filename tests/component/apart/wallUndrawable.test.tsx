import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inlineBackground } from '../../../src/background/inlineBackground.ts'
import { BackgroundProvider } from '../../../src/editing/useBackground.ts'
import { OpenMapProvider } from '../../../src/store/openMap.ts'
import { MapEditor } from '../../../src/views/editor/MapEditor.tsx'
import { ServicesProvider } from '../../../src/views/services.ts'
import { theWall } from '../../../src/views/wall/theWall.ts'
import { WALL_PROTOCOL, wallChannelName } from '../../../src/wall/protocol.ts'
import { BroadcastChannelStub } from '../../support/broadcastChannel.ts'
import { fakeServices, openMapOf } from '../../support/editor.tsx'
import { docOf, inSegment, stakeholder } from '../../support/records.ts'

const WORDS = 'The picture can’t be drawn here; your map is not affected.'
const open = vi.fn<typeof window.open>(() => null)

beforeEach(() => {
  vi.stubGlobal('open', open)
  vi.stubGlobal('BroadcastChannel', BroadcastChannelStub)
  vi.spyOn(console, 'error').mockReturnValue()
  sessionStorage.clear()
})
afterEach(() => {
  act(() => theWall().close())
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function start() {
  const map = openMapOf(docOf([stakeholder('a', { name: 'Ana', placement: inSegment(0) })]))
  render(
    <ServicesProvider value={fakeServices()}>
      <BackgroundProvider value={inlineBackground}>
        <OpenMapProvider value={map}>
          <MapEditor />
        </OpenMapProvider>
      </BackgroundProvider>
    </ServicesProvider>,
  )
  return { map, user: userEvent.setup() }
}

/** No arc can be drawn any more: modules of parts that load on demand can't be mocked in every order of files. */
const breakDrawings = () =>
  vi.spyOn(Math, 'cos').mockImplementation(() => {
    throw new Error('no picture')
  })

describe('a picture that can’t be drawn', () => {
  it('leaves the console as it is, with words in its place, until there is one that can', async () => {
    const { user } = start()
    await user.click(screen.getByRole('button', { name: 'Open wall' }))
    await waitFor(() => expect(theWall().state().link).toBe('opening'))
    const name = String(open.mock.lastCall?.[0]).split('#')[1] ?? ''
    const line = new BroadcastChannelStub(wallChannelName(name))
    const size = { width: 1920, height: 1080 }
    const broken = breakDrawings()
    line.postMessage({ protocol: WALL_PROTOCOL, kind: 'here', ...size, shown: null })
    expect(await screen.findByText(WORDS)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Freeze' })).toBeVisible()
    broken.mockRestore()
    await user.type(screen.getByRole('textbox', { name: 'Add a stakeholder' }), 'Bo{Enter}')
    await waitFor(() => expect(screen.queryByText(WORDS)).toBeNull())
    line.close()
  })

  it('leaves presenting as it is: it can be left by key', async () => {
    const { user } = start()
    const broken = breakDrawings()
    await user.click(screen.getByRole('button', { name: 'Present on this screen' }))
    expect(await screen.findByText(WORDS)).toBeVisible()
    broken.mockRestore()
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Leave' }))
    expect(await screen.findByRole('textbox', { name: 'Add a stakeholder' })).toBeVisible()
  })
})
