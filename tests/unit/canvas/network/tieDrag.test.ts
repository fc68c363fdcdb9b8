// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { watchTieDrags } from '../../../../src/canvas/network/tieDrag.ts'
import { point } from '../../../support/pointer.ts'

let root: HTMLElement
let stop: () => void
let isConnecting = false
let canDraw = true
/** What the parts beneath heard. */
let heard = 0
const told: string[] = []

beforeEach(() => {
  told.length = 0
  heard = 0
  isConnecting = false
  canDraw = true
  document.body.innerHTML =
    '<div id="root"><div data-stakeholder="a"><b data-tie-from="a" data-own-gesture></b></div><p></p></div>'
  const found = document.querySelector('#root')
  if (!(found instanceof HTMLElement)) throw new Error('no root')
  root = found
  part('[data-stakeholder]').addEventListener('pointerdown', () => (heard += 1))
  // Dots stand at x = 100 and x = 200.
  stop = watchTieDrags(root, {
    isConnecting: () => isConnecting,
    canDraw: () => canDraw,
    worldAt: (at) => at,
    dotAt: ({ x }) => (x === 100 ? 'a' : x === 200 ? 'b' : null),
    onMove: ({ from, to, over }) => told.push(`${from} to ${to.x} ${over ?? 'nobody'}`),
    onEnd: (ends) => told.push(ends ? `tie ${ends.from} ${ends.to}` : 'nothing'),
  })
})
afterEach(() => stop())

const part = (selector: string): Element => root.querySelector(selector) ?? root
const draw = (from: string, ...xs: number[]) => {
  point(part(from), 'pointerdown', [100, 0])
  for (const x of xs) point(window, 'pointermove', [x, 0])
  point(window, 'pointerup', [xs.at(-1) ?? 100, 0])
}

describe('drawing a tie', () => {
  it('goes from a knob to another dot, and nobody else takes the press for a drag', () => {
    draw('[data-tie-from]', 150, 200)
    expect(told).toEqual(['a to 150 nobody', 'a to 200 b', 'tie a b'])
    expect(heard).toBe(0)
  })

  it('begins anywhere on a dot while ties are being drawn, and only then', () => {
    draw('[data-stakeholder]', 200)
    expect(told).toEqual([])
    expect(heard).toBe(1)
    isConnecting = true
    draw('[data-stakeholder]', 200)
    expect(told).toEqual(['a to 200 b', 'tie a b'])
  })

  it('comes to nothing over nobody, and over the dot that it started from', () => {
    draw('[data-tie-from]', 150)
    draw('[data-tie-from]', 150, 100)
    expect(told.filter((line) => !line.startsWith('a to'))).toEqual(['nothing', 'nothing'])
  })

  it('is given up with Escape, which nobody else hears, and when the pointer is lost', () => {
    point(part('[data-tie-from]'), 'pointerdown', [100, 0])
    let outside = 0
    const listen = () => (outside += 1)
    document.addEventListener('keydown', listen)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    document.removeEventListener('keydown', listen)
    point(window, 'pointerup', [200, 0])
    point(part('[data-tie-from]'), 'pointerdown', [100, 0])
    point(window, 'pointercancel', [200, 0])
    expect(told).toEqual(['nothing', 'nothing'])
    expect(outside).toBe(0)
  })

  it('does not begin where nothing may be drawn, nor with another button', () => {
    canDraw = false
    draw('[data-tie-from]', 200)
    canDraw = true
    point(part('[data-tie-from]'), 'pointerdown', [100, 0], { button: 2 })
    point(window, 'pointerup', [200, 0])
    expect(told).toEqual([])
  })
})
