import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SegmentIndex } from '../../src/domain/records.ts'
import { stanceOfSegment } from '../../src/domain/spectrum.ts'
import { showWall } from '../../src/wall/page/showWall.tsx'
import { joinWall, type WallEnd, type WallState } from '../../src/wall/page/wallEnd.ts'
import { WallPage } from '../../src/wall/page/WallPage.tsx'
import {
  type ToWall,
  WALL_PROTOCOL,
  type WallPicture,
  type WallShown,
} from '../../src/wall/protocol.ts'
import { WallDrawing } from '../../src/wall/WallDrawing.tsx'
import { PLAIN_WALL } from '../support/plainWall.ts'

const person = (key: string, name: string, segment: SegmentIndex | null) => ({
  key,
  name,
  kind: 'group' as const,
  placement: segment === null ? null : { stance: stanceOfSegment(segment), depth: 0.5 },
  influence: 0.5,
  role: 'other' as const,
  sector: null,
  targetSegment: null,
  offers: [],
  needs: [],
  tags: [],
  description: '',
  team: null,
})

const picture = (more: Partial<WallPicture> = {}): WallPicture => ({
  view: {
    audience: 'public',
    info: {
      name: 'Close the incinerator',
      we: '',
      goal: 'shut by 2028',
      alliesSide: 'left',
      segmentNames: [null, null, null, null, null],
    },
    stakeholders: [
      person('s1', 'Nurses', 0),
      person('s2', 'Haulage', 3),
      person('s3', 'Bishop', null),
    ],
    relationships: [],
    sectors: [],
    resources: [],
  },
  ...PLAIN_WALL,
  ...more,
})

let hear: (message: ToWall) => void
let closed: () => void
let consoleGoes: () => void

function opened(): WallEnd {
  return joinWall({
    channel: {
      postMessage: () => undefined,
      addEventListener: (_type, listener) => {
        hear = (data) => act(() => listener({ data: structuredClone(data) }))
      },
      close: () => undefined,
    },
    size: () => ({ width: 1920, height: 1080 }),
    closeWindow: () => closed(),
    reload: () => false,
    later: (run, ms) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    onceUnguided: (run) => {
      consoleGoes = run
    },
  })
}

const show = (shown: Partial<WallShown>): void =>
  hear({
    protocol: WALL_PROTOCOL,
    kind: 'show',
    shown: { picture: picture(), dark: false, frozen: false, ...shown },
  })

const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms))

const OPEN = 'Open the wall from a map: press Open wall there.'
const drawing = () => screen.queryByRole('img')

beforeEach(() => {
  vi.useFakeTimers()
  closed = () => undefined
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the wall’s page', () => {
  it('is empty at first, and says after three seconds how a wall is opened', () => {
    const { container } = render(<WallPage wall={opened()} />)
    expect(container.textContent).toBe('Wall')
    pass(3_000)
    expect(screen.getByText(OPEN)).toBeVisible()
    show({})
    expect(screen.queryByText(OPEN)).toBeNull()
  })

  it('says so at once when its address names no wall', () => {
    render(<WallPage wall={null} />)
    expect(screen.getByText(OPEN)).toBeVisible()
  })

  it('shows the map and says what is on it to those who can’t see it', () => {
    render(<WallPage wall={opened()} />)
    show({})
    expect(drawing()).toHaveAccessibleName(
      'Close the incinerator. Spectrum of allies. Active allies: Nurses. Passive opponents: Haulage.',
    )
    expect(screen.queryByRole('button')).toBeNull()
    expect(document.querySelector('title')).toBeNull()
  })

  it('is black when the lights are out: nothing of the map is left on the page', () => {
    const { container } = render(<WallPage wall={opened()} />)
    show({})
    show({ dark: true })
    expect(drawing()).toBeNull()
    expect(container.innerHTML).not.toMatch(/Nurses|incinerator/)
    expect(screen.getByRole('main')).toHaveClass('wall-dark')
    show({})
    expect(drawing()).not.toBeNull()
  })

  it('says that nobody guides it once its console is gone, and is not lit by that', () => {
    const { container } = render(<WallPage wall={opened()} />)
    const note = () => screen.queryByText('Nobody is guiding this wall any more.')
    show({})
    consoleGoes()
    pass(14_000)
    expect(drawing()).not.toBeNull()
    pass(1_000)
    expect(note()).toBeVisible()
    expect(container.innerHTML).not.toMatch(/Nurses|incinerator/)
    show({ dark: true })
    consoleGoes()
    pass(15_000)
    expect(note()).toBeNull()
    expect(screen.getByRole('main')).toHaveClass('wall-dark')
    fireEvent.pointerMove(document.body)
    expect(screen.queryByText('Full screen: F or double-click')).toBeNull()
  })

  it('is quiet paper when no map is on it', () => {
    const { container } = render(<WallPage wall={opened()} />)
    show({ picture: null })
    expect(drawing()).toBeNull()
    expect(container.innerHTML).not.toMatch(/Nurses|incinerator/)
  })

  it('says how it fills the screen as long as the pointer moves', () => {
    render(<WallPage wall={opened()} />)
    show({})
    const hint = () => screen.queryByText('Full screen: F or double-click')
    expect(hint()).toBeVisible()
    pass(5_000)
    expect(hint()).toBeNull()
    expect(screen.getByRole('main')).toHaveAttribute('data-pointer', 'resting')
    fireEvent.pointerMove(document.body)
    expect(hint()).toBeVisible()
    pass(1_500)
    expect(hint()).toBeNull()
  })

  it('fills the screen on F, Enter and double-click, and bears a browser that refuses', () => {
    const request = vi.fn<() => Promise<void>>(() => Promise.reject(new Error('refused')))
    document.documentElement.requestFullscreen = request
    render(<WallPage wall={opened()} />)
    fireEvent.keyDown(document.body, { key: 'f' })
    fireEvent.keyDown(document.body, { key: 'Enter' })
    fireEvent.doubleClick(document.body)
    fireEvent.keyDown(document.body, { key: 'f', ctrlKey: true })
    expect(request).toHaveBeenCalledTimes(3)
  })

  it('touches no storage', () => {
    const touched: string[] = []
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches'])
      vi.stubGlobal(
        name,
        new Proxy(
          {},
          {
            get: (_target, key) => touched.push(`${name}.${String(key)}`),
            set: (_target, key) => touched.push(`${name}.${String(key)}`) > 0,
          },
        ),
      )
    render(<WallPage wall={opened()} />)
    show({})
    show({ picture: picture({ drawing: 'power', closeUp: ['s1'] }) })
    pass(10_000)
    expect(touched).toEqual([])
    void localStorage.length
    expect(touched).toEqual(['localStorage.length'])
  })
})

describe('the drawing of a wall', () => {
  const drawn = (more: Partial<WallPicture> = {}, onPick?: (key: string) => void) =>
    render(
      <WallDrawing
        picture={picture(more)}
        width={1920}
        height={1080}
        idPrefix="test"
        {...(onPick ? { onPick } : {})}
      />,
    )

  it('names who is in the light, and lets everybody else step back', () => {
    drawn({ spotlight: { kind: 'stakeholder', key: 's2' } })
    expect(drawing()).toHaveAccessibleName(/In the light: Haulage\.$/)
    expect(screen.getByText('Nurses').closest('[opacity]')).not.toBeNull()
    expect(screen.getByText('Haulage').closest('[opacity]')).toBeNull()
  })

  it('lets nobody step back for somebody who isn’t on it', () => {
    drawn({ spotlight: { kind: 'stakeholder', key: 's3' } })
    expect(screen.getByText('Nurses').closest('[opacity]')).toBeNull()
  })

  it('explains the signs of then and now', () => {
    drawn({
      earlier: {
        when: '3 October, 14:05',
        segments: [['s1', 2]],
      },
    })
    for (const text of ['Then: 3 October, 14:05', 'Now', 'New since then'])
      expect(screen.getByText(text)).toBeInTheDocument()
  })

  it('makes buttons of everybody where somebody can be picked, by mouse and by keyboard', () => {
    const picked: string[] = []
    drawn({ spotlight: { kind: 'stakeholder', key: 's1' } }, (key) => void picked.push(key))
    const nurses = screen.getByRole('button', { name: 'Nurses, active ally', pressed: true })
    const haulage = screen.getByRole('button', { name: /^Haulage/, pressed: false })
    fireEvent.click(haulage)
    fireEvent.keyDown(nurses, { key: 'Enter' })
    fireEvent.keyDown(nurses, { key: 'x' })
    expect(picked).toEqual(['s2', 's1'])
  })

  it('writes a name from the right where it is read from there', () => {
    const { info } = picture().view
    drawn({ view: { ...picture().view, info: { ...info, name: 'أغلقوا المحرقة' } } })
    expect(screen.getByText('أغلقوا المحرقة')).toHaveAttribute('direction', 'rtl')
  })

  it('shows a network only where places are known', () => {
    drawn({ drawing: 'network', places: [['s1', 0, 0]] })
    expect(screen.getByText('Nurses')).toBeInTheDocument()
    expect(screen.queryByText('Haulage')).toBeNull()
  })
})

describe('a picture that can’t be drawn', () => {
  it('is said to be so, and the next one is tried', async () => {
    // As in a browser: within `act` React hands errors to the test, and to nobody else.
    vi.useRealTimers()
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
    const listeners = new Set<() => void>()
    const shownAs = (shown: WallPicture): WallState => ({
      is: 'showing',
      shown: { picture: shown, dark: false, frozen: false },
    })
    const undrawable = picture()
    Object.defineProperty(undrawable, 'view', {
      get: () => {
        throw new Error('no place for Nurses')
      },
    })
    let state = shownAs(undrawable)
    const wall: WallEnd = {
      state: () => state,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      sayHere: () => undefined,
      sayGone: () => undefined,
    }
    const next = (shown: WallPicture) => {
      state = shownAs(shown)
      for (const listener of listeners) listener()
    }
    const said = vi.spyOn(console, 'error')
    const place = document.createElement('div')
    document.body.append(place)
    const UNDRAWABLE = 'The picture can’t be drawn here; your map is not affected.'
    showWall(place, wall)
    expect(await screen.findByText(UNDRAWABLE)).toBeVisible()
    next(undrawable)
    expect(listeners.size).toBe(0)
    await vi.waitFor(() => expect(listeners.size).toBe(1))
    expect(await screen.findByText(UNDRAWABLE)).toBeVisible()
    next(picture())
    expect(await screen.findByText('Nurses')).toBeInTheDocument()
    expect(screen.queryByText(UNDRAWABLE)).toBeNull()
    expect(said).not.toHaveBeenCalled()
    place.remove()
  })
})
