// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchCardDrags } from '../../../src/canvas/cardDrag.ts'
import { point } from '../../support/pointer.ts'

let root: HTMLElement
let stop: () => void
let mayDrag = true
const told: string[] = []
const at = ({ x, y }: { x: number; y: number }) => `${x},${y}`

beforeEach(() => {
  told.length = 0
  mayDrag = true
  document.body.innerHTML =
    '<div id="root"><div data-stakeholder="card"><i></i></div><button data-stakeholder="tray"></button><p></p></div>'
  const found = document.querySelector('#root')
  if (!(found instanceof HTMLElement)) throw new Error('no root')
  root = found
  stop = watchCardDrags(root, {
    canDrag: () => mayDrag,
    onPress: (key) => told.push(`press ${key}`),
    onStart: (key, from) => told.push(`start ${key} ${at(from)}`),
    onMove: (to) => told.push(`move ${at(to)}`),
    onDrop: (to) => told.push(`drop ${at(to)}`),
    onCancel: () => told.push('cancel'),
  })
})
afterEach(() => stop())

const part = (selector: string): Element => root.querySelector(selector) ?? root

describe('dragging a card', () => {
  it('starts where it was pressed, follows the pointer, and is dropped once', () => {
    point(part('i'), 'pointerdown', [10, 10])
    point(window, 'pointermove', [12, 11])
    point(window, 'pointermove', [30, 10])
    point(window, 'pointerup', [40, 20])
    point(window, 'pointermove', [50, 50])
    expect(told).toEqual(['start card 10,10', 'move 30,10', 'drop 40,20'])
  })

  it('swallows the click that the browser makes of it, and no other', async () => {
    const clicked = vi.fn<() => void>()
    root.addEventListener('click', clicked)
    point(part('button'), 'pointerdown', [10, 10])
    point(window, 'pointermove', [30, 10])
    point(window, 'pointerup', [40, 20])
    part('button').dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(clicked).not.toHaveBeenCalled()
    await new Promise((resolve) => setTimeout(resolve, 5))
    part('button').dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(clicked).toHaveBeenCalledOnce()
  })

  it.each([
    ['Escape', () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))],
    [
      'a second finger',
      () => point(part('i'), 'pointerdown', [0, 0], { pointerId: 2, isPrimary: false }),
    ],
    ['a lost pointer', () => point(window, 'pointercancel', [30, 10])],
    ['another window', () => window.dispatchEvent(new Event('blur'))],
    ['the end of the view', () => stop()],
  ])('is taken back by %s', (_, interrupt) => {
    point(part('i'), 'pointerdown', [10, 10])
    point(window, 'pointermove', [30, 10])
    interrupt()
    point(window, 'pointerup', [40, 20])
    expect(told).toEqual(['start card 10,10', 'move 30,10', 'cancel'])
  })

  it('is not for other keys, buttons, fingers and places', () => {
    point(part('i'), 'pointerdown', [10, 10], { button: 2 })
    point(part('p'), 'pointerdown', [10, 10])
    point(part('i'), 'pointerdown', [10, 10], { isPrimary: false })
    point(window, 'pointermove', [30, 10])
    expect(told).toEqual([])
    point(part('i'), 'pointerdown', [10, 10])
    point(window, 'pointermove', [30, 10], { pointerId: 7 })
    point(window, 'pointerup', [30, 10], { pointerId: 7 })
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))
    expect(told).toEqual([])
  })

  it('does not begin while nothing may be moved', () => {
    mayDrag = false
    point(part('i'), 'pointerdown', [10, 10])
    point(window, 'pointermove', [90, 10])
    point(window, 'pointerup', [90, 10])
    expect(told.filter((what) => !what.startsWith('press'))).toEqual([])
  })
})

it('a press that does not move chooses a card on the canvas; the tray’s buttons do so themselves', () => {
  point(part('i'), 'pointerdown', [10, 10])
  point(window, 'pointerup', [11, 10])
  point(part('button'), 'pointerdown', [10, 10])
  point(window, 'pointerup', [10, 10])
  expect(told).toEqual(['press card'])
})
