// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CameraPorts, watchCamera } from '../../../src/canvas/cameraGestures.ts'
import type { Camera } from '../../../src/store/viewSettings.ts'
import { point } from '../../support/pointer.ts'

let pane: HTMLElement
let camera: Camera
let stop: () => void
const show = vi.fn<CameraPorts['show']>()
const settle = vi.fn<CameraPorts['settle']>((moved) => {
  camera = moved
})
const onPress = vi.fn<CameraPorts['onPress']>()
const onBox = vi.fn<CameraPorts['onBox']>()

beforeEach(() => {
  vi.clearAllMocks()
  document.body.innerHTML =
    '<div class="canvas"><i></i><b data-stakeholder="a"></b><p class="canvas-tools"></p></div>'
  const found = document.querySelector('.canvas')
  if (!(found instanceof HTMLElement)) throw new Error('no canvas')
  pane = found
  camera = { x: 0, y: 0, zoom: 1 }
  stop = watchCamera(pane, { settled: () => camera, show, settle, onPress, onBox })
})
afterEach(() => stop())

const part = (selector: string): Element => pane.querySelector(selector) ?? pane

describe('panning', () => {
  it('moves the map with the pointer and settles once, at the end', async () => {
    point(pane, 'pointerdown', [100, 100])
    point(pane, 'pointermove', [120, 110])
    point(pane, 'pointermove', [150, 90])
    expect(pane.classList.contains('is-moving')).toBe(true)
    await vi.waitFor(() => expect(show).toHaveBeenCalledWith({ x: 50, y: -10, zoom: 1 }))
    expect(settle).not.toHaveBeenCalled()
    point(pane, 'pointerup', [150, 90])
    expect(settle).toHaveBeenCalledExactlyOnceWith({ x: 50, y: -10, zoom: 1 })
    expect(pane.className).toBe('canvas')
    expect(onPress).not.toHaveBeenCalled()
  })

  it('takes a trembling hand for a press', () => {
    point(pane, 'pointerdown', [100, 100])
    point(pane, 'pointermove', [102, 101])
    point(pane, 'pointerup', [102, 101])
    expect(onPress).toHaveBeenCalledOnce()
    expect(settle).not.toHaveBeenCalled()
  })

  it('does not begin on a card, on the tools, or with the right button', () => {
    for (const [selector, button] of [
      ['b', 0],
      ['p', 0],
      ['i', 2],
    ] as const) {
      point(part(selector), 'pointerdown', [0, 0], { button })
      point(pane, 'pointermove', [50, 50])
      point(pane, 'pointerup', [50, 50])
    }
    expect(settle).not.toHaveBeenCalled()
    expect(onPress).not.toHaveBeenCalled()
  })

  it('begins anywhere with the middle button', () => {
    point(part('b'), 'pointerdown', [0, 0], { button: 1 })
    point(pane, 'pointermove', [50, 50])
    point(pane, 'pointerup', [50, 50], { button: 1 })
    expect(settle).toHaveBeenCalledExactlyOnceWith({ x: 50, y: 50, zoom: 1 })
  })

  it('ends where it is when the pointer is lost', () => {
    point(pane, 'pointerdown', [0, 0])
    point(pane, 'pointermove', [50, 0])
    point(pane, 'pointercancel', [50, 0])
    expect(settle).toHaveBeenCalledExactlyOnceWith({ x: 50, y: 0, zoom: 1 })
    expect(onPress).not.toHaveBeenCalled()
  })
})

describe('the wheel', () => {
  const turn = (deltaY: number, more: WheelEventInit = {}, target: Element = pane) => {
    const event = new WheelEvent('wheel', { deltaY, cancelable: true, bubbles: true, ...more })
    // happy-dom's wheel is no mouse: it knows neither place nor keys.
    for (const [name, value] of Object.entries({
      clientX: 100,
      clientY: 0,
      ctrlKey: false,
      ...more,
    })) {
      Object.defineProperty(event, name, { value })
    }
    target.dispatchEvent(event)
    return event
  }

  it('zooms at the pointer, and settles when it rests', () => {
    vi.useFakeTimers()
    try {
      expect(turn(-100).defaultPrevented).toBe(true)
      turn(-100)
      expect(pane.classList.contains('is-zooming')).toBe(true)
      vi.advanceTimersByTime(100)
      expect(settle).not.toHaveBeenCalled()
      vi.advanceTimersByTime(100)
      const [[moved] = []] = settle.mock.calls
      expect(moved?.zoom).toBeCloseTo(2 ** 0.4)
      expect((100 - (moved?.x ?? 0)) / (moved?.zoom ?? 1)).toBeCloseTo(100)
    } finally {
      vi.useRealTimers()
    }
  })

  it('counts lines as well as pixels, and a trackpad’s pinch for more', () => {
    turn(-5)
    stop()
    const pixels = camera.zoom
    camera = { x: 0, y: 0, zoom: 1 }
    stop = watchCamera(pane, { settled: () => camera, show, settle, onPress, onBox })
    turn(-5, { deltaMode: WheelEvent.DOM_DELTA_LINE })
    stop()
    const lines = camera.zoom
    camera = { x: 0, y: 0, zoom: 1 }
    stop = watchCamera(pane, { settled: () => camera, show, settle, onPress, onBox })
    turn(-5, { ctrlKey: true })
    stop()
    expect(pixels).toBeGreaterThan(1)
    expect(lines).toBeGreaterThan(pixels)
    expect(camera.zoom).toBeGreaterThan(pixels)
  })

  it('scrolls the page over the tools', () => {
    expect(turn(-100, {}, part('p')).defaultPrevented).toBe(false)
  })
})

describe('choosing by a box', () => {
  it('follows the pointer with Shift and ends with the box, whichever way it was drawn', () => {
    point(pane, 'pointerdown', [200, 150], { shiftKey: true })
    point(pane, 'pointermove', [120, 190], { shiftKey: true })
    point(pane, 'pointerup', [100, 200], { shiftKey: true })
    const boxes = onBox.mock.calls.map(([box, phase]) => [
      phase,
      box.x,
      box.y,
      box.width,
      box.height,
    ])
    expect(boxes).toEqual([
      ['during', 120, 150, 80, 40],
      ['end', 100, 150, 100, 50],
    ])
    expect(settle).not.toHaveBeenCalled()
  })
})

describe('two fingers', () => {
  const touch = (pointerId: number) => ({
    pointerId,
    pointerType: 'touch',
    isPrimary: pointerId === 1,
  })

  it('zoom and move, also when one of them lies on a card', () => {
    point(part('b'), 'pointerdown', [100, 100], touch(1))
    point(pane, 'pointerdown', [200, 100], touch(2))
    point(pane, 'pointermove', [300, 100], touch(2))
    point(pane, 'pointerup', [300, 100], touch(2))
    point(pane, 'pointerup', [100, 100], touch(1))
    expect(settle).toHaveBeenCalledOnce()
    expect(camera.zoom).toBeCloseTo(2)
    expect((100 - camera.x) / camera.zoom).toBeCloseTo(100)
    expect(onPress).not.toHaveBeenCalled()
  })

  it('put an end to a box that the first one was drawing', () => {
    point(pane, 'pointerdown', [0, 0], { ...touch(1), shiftKey: true })
    point(pane, 'pointermove', [50, 50], touch(1))
    point(pane, 'pointerdown', [200, 100], touch(2))
    const last = onBox.mock.calls.at(-1)
    expect(last?.[1]).toBe('end')
    expect(last?.[0].width).toBe(0)
  })
})

it('keeps nothing alive when it is let go', () => {
  stop()
  point(pane, 'pointerdown', [0, 0])
  point(pane, 'pointermove', [50, 50])
  point(pane, 'pointerup', [50, 50])
  expect(settle).not.toHaveBeenCalled()
})
