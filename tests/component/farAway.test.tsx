import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SEGMENTS, stanceOfSegment } from '../../src/domain/spectrum.ts'
import { cardUnder } from '../../src/canvas/cardUnder.ts'
import { SpectrumCanvas } from '../../src/canvas/SpectrumCanvas.tsx'
import { select } from '../../src/store/selection.ts'
import { type Camera, DEFAULT_VIEW, moveCamera } from '../../src/store/viewSettings.ts'
import { renderInEditor } from '../support/editor.tsx'
import { point } from '../support/pointer.ts'
import { docOf, personId, stakeholder } from '../support/records.ts'

const WINDOW = { width: 1000, height: 700 }
const FAR: Camera = { x: 500, y: 650, zoom: 0.2 }
const COUNT = 500

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(WINDOW.width)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(WINDOW.height)
})
afterEach(() => vi.restoreAllMocks())

const crowd = (count = COUNT) =>
  Array.from({ length: count }, (_, i) =>
    stakeholder(`card${i}`, {
      order: i,
      placement: { stance: stanceOfSegment(SEGMENTS[i % 5] ?? 2), depth: (i + 0.5) / count },
    }),
  )

/** The names in reading order: segment by segment, from hub to rim. */
const inOrder = (count = COUNT): string[] =>
  SEGMENTS.flatMap((segment) =>
    Array.from({ length: count }, (_, i) => i)
      .filter((i) => i % 5 === segment)
      .map((i) => `card${i}`),
  )

function renderCanvas(camera: Camera, people = crowd()) {
  const stage = renderInEditor(<SpectrumCanvas faded={new Set()} />, {
    doc: docOf(people),
    settings: { cameras: { ...DEFAULT_VIEW.cameras, spectrum: camera } },
  })
  const pane = stage.container.querySelector('.canvas')
  if (!(pane instanceof HTMLElement)) throw new Error('there is no canvas')
  const elements = () =>
    Array.from(
      pane.querySelectorAll<HTMLElement>('[data-stakeholder]'),
      (card) => card.dataset['stakeholder'],
    )
  return { ...stage, pane, elements }
}

const focused = () =>
  document.activeElement instanceof HTMLElement
    ? document.activeElement.dataset['stakeholder']
    : null

describe('from afar', () => {
  it('one bitmap shows everybody, and only the ends of the order are elements', async () => {
    const { pane, elements } = renderCanvas(FAR)
    await waitFor(() => expect(pane.querySelectorAll('canvas')).toHaveLength(1))
    expect(elements()).toEqual(['card0', 'card499'])
    expect(pane.dataset['drawn']).toBe(String(COUNT))
  })

  it('whoever is chosen is an element, but not all of a whole crowd', () => {
    const { map, elements } = renderCanvas(FAR)
    act(() => select(map.selection, [personId('card7')]))
    expect(elements()).toContain('card7')
    act(() =>
      select(
        map.selection,
        crowd().map(({ id }) => id),
      ),
    )
    expect(elements().length).toBeLessThan(20)
  })

  it('Tab goes through everybody in reading order, and back', async () => {
    renderCanvas(FAR)
    const user = userEvent.setup()
    const order = inOrder()
    for (const name of order.slice(0, 30)) {
      await user.tab()
      expect(focused()).toBe(name)
    }
    await user.tab({ shift: true })
    expect(focused()).toBe(order[28])
  })

  it('Tab leaves at the last and enters at the last from behind', async () => {
    const { elements } = renderCanvas(FAR)
    const user = userEvent.setup()
    screen.getByRole('button', { name: 'Target arrows' }).focus()
    await user.tab({ shift: true })
    expect(focused()).toBe('card499')
    expect(elements()).toContain('card494')
  })

  it('says of each segment who is there, since most of them are no elements', () => {
    renderCanvas(FAR)
    const region = screen.getByRole('region', { name: /^Active allies/ })
    expect(region.textContent.split(', ')).toEqual(inOrder().slice(0, COUNT / 5))
  })

  it('a dot is found under a finger, which has not hovered before', () => {
    const { pane } = renderCanvas(FAR)
    const found: (string | null)[] = []
    pane.addEventListener('pointerdown', (event) => found.push(cardUnder(event)?.key ?? null))
    act(() => point(pane, 'pointerdown', [5, 5], { pointerType: 'touch' }))
    act(() => point(pane, 'pointerup', [5, 5], { pointerType: 'touch' }))
    expect(found).toEqual([null])
    const node = pane.querySelector('[data-id="card499"]')
    if (!(node instanceof HTMLElement)) throw new Error('the last card is an element')
    const middleOf = (start: string, length: string) =>
      Number.parseFloat(start) + Number.parseFloat(length) / 2
    const at = [
      FAR.x + middleOf(node.style.left, node.style.width) * FAR.zoom,
      FAR.y + middleOf(node.style.top, node.style.height) * FAR.zoom,
    ] as const
    act(() => point(pane, 'pointerdown', at, { pointerType: 'touch' }))
    expect(found).toEqual([null, 'card499'])
    expect(focused()).toBe('card499')
  })

  it('the card under the pointer becomes an element, and no longer when the pointer goes', () => {
    const { map, pane, elements } = renderCanvas(FAR)
    // In the middle of the neutral segment somebody stands wherever one points.
    let found: string | undefined
    for (let y = 300; y < 600 && !found; y += 2) {
      act(() => point(pane, 'pointermove', [500, y], { buttons: 0 }))
      found = elements().find((key) => key !== 'card0' && key !== 'card499')
    }
    expect(found).toBeDefined()
    act(() => {
      pane.dispatchEvent(new PointerEvent('pointerleave'))
    })
    expect(elements()).toEqual(['card0', 'card499'])
    expect(map.selection.getState().ids.size).toBe(0)
  })
})

describe('nearer', () => {
  const NEAR: Camera = { x: 500, y: 2000, zoom: 3 }

  it('only those in or near the view are elements, and the ends of the order', () => {
    const { pane, elements } = renderCanvas(NEAR)
    expect(pane.querySelectorAll('canvas')).toHaveLength(0)
    const seen = elements()
    expect(seen.length).toBeGreaterThan(3)
    expect(seen.length).toBeLessThan(COUNT / 2)
    expect(seen).toContain('card0')
    expect(seen).toContain('card499')
  })

  it('others come into the page as the view moves to them', () => {
    const { map, elements } = renderCanvas(NEAR)
    const before = new Set(elements())
    act(() => moveCamera(map.settings, { ...NEAR, x: NEAR.x + 3000 }))
    const later = elements()
    expect(later.some((key) => !before.has(key))).toBe(true)
  })

  it('a short pan leaves the elements as they are', () => {
    const { map, elements } = renderCanvas(NEAR)
    const before = elements()
    act(() => moveCamera(map.settings, { ...NEAR, x: NEAR.x + 100 }))
    expect(elements()).toEqual(before)
  })

  it('the keyboard brings into view whoever it goes to', async () => {
    const { map } = renderCanvas(NEAR)
    const user = userEvent.setup()
    screen.getByRole('button', { name: 'Target arrows' }).focus()
    await user.tab({ shift: true })
    expect(focused()).toBe('card499')
    const camera = map.settings.getState().cameras.spectrum
    expect(camera).not.toEqual(NEAR)
    expect(camera?.zoom).toBe(NEAR.zoom)
  })
})
