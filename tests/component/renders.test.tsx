import { act, render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { viewFor } from '../../src/audience/gate.ts'
import { inlineBackground } from '../../src/background/inlineBackground.ts'
import { editMap } from '../../src/domain/commands/map.ts'
import { placeStakeholders } from '../../src/domain/commands/placement.ts'
import { SEGMENTS, stanceOfSegment } from '../../src/domain/spectrum.ts'
import { cardFor } from '../../src/drawing/card.ts'
import { FAR_ZOOM } from '../../src/drawing/farDot.ts'
import { BackgroundProvider } from '../../src/editing/useBackground.ts'
import { OpenMapProvider } from '../../src/store/openMap.ts'
import { select } from '../../src/store/selection.ts'
import { type Camera, DEFAULT_VIEW, moveCamera } from '../../src/store/viewSettings.ts'
import { MapEditor } from '../../src/views/editor/MapEditor.tsx'
import { ServicesProvider } from '../../src/views/services.ts'
import { fakeServices, openMapOf } from '../support/editor.tsx'
import { point } from '../support/pointer.ts'
import { docOf, inSegment, personId, stakeholder } from '../support/records.ts'

const CARDS = 24
const NEAR: Camera = { x: 600, y: 700, zoom: 2 * FAR_ZOOM }

/**
 * The editor, and the names of the cards that were drawn since. Nothing but a card's own drawing reads
 * its lines' baselines, so that each reading is a rendering, whatever the clock says.
 */
function renderEditor(camera = NEAR) {
  const people = Array.from({ length: CARDS }, (_, i) =>
    stakeholder(`card${i}`, {
      placement: { stance: stanceOfSegment(SEGMENTS[i % 5] ?? 2), depth: i / CARDS },
    }),
  )
  const doc = docOf(people)
  const drawn = new Set<string>()
  for (const one of viewFor(doc, 'team').stakeholders) {
    const shape = cardFor(one)
    const { baselines } = shape
    Object.defineProperty(shape, 'baselines', {
      get() {
        drawn.add(one.name)
        return baselines
      },
    })
  }
  const map = openMapOf(doc, { cameras: { ...DEFAULT_VIEW.cameras, spectrum: camera } })
  const { container } = render(
    <ServicesProvider value={fakeServices()}>
      <BackgroundProvider value={inlineBackground}>
        <OpenMapProvider value={map}>
          <MapEditor />
        </OpenMapProvider>
      </BackgroundProvider>
    </ServicesProvider>,
  )
  const pane = container.querySelector('.canvas')
  if (!(pane instanceof HTMLElement)) throw new Error('there is no canvas')
  const leftOf = (name: string) => {
    const node = container.querySelector(`[data-id="${name}"]`)
    return node instanceof HTMLElement ? node.style.left : null
  }
  return { map, pane, drawn, leftOf }
}

describe('how many cards are drawn again', () => {
  it('every card is drawn to begin with', () => {
    expect(renderEditor().drawn.size).toBe(CARDS)
  })

  it('no other card is, when one moves', () => {
    const { map, drawn, leftOf } = renderEditor()
    const before = leftOf('card7')
    drawn.clear()
    act(() => {
      map.store.dispatch(placeStakeholders(new Map([[personId('card7'), inSegment(0, 0.9)]])), {
        action: 'move',
        stakeholders: [personId('card7')],
      })
    })
    expect(leftOf('card7')).not.toBe(before)
    // The moved stakeholder is another record, with a shape of its own that is not watched.
    expect([...drawn]).toEqual([])
  })

  it('only that card is, when one is chosen', () => {
    const { map, drawn } = renderEditor()
    drawn.clear()
    act(() => select(map.selection, [personId('card3')]))
    expect([...drawn]).toEqual(['card3'])
  })

  it('none is for a change that no card shows', () => {
    const { map, drawn } = renderEditor()
    drawn.clear()
    act(() => {
      map.settings.setState({ panels: { tray: false, details: true } })
      map.store.dispatch(editMap({ goal: 'Shut by 2028' }), { action: 'map', stakeholders: [] })
    })
    expect([...drawn]).toEqual([])
  })

  it('none is when the camera moves or zooms a little', async () => {
    const { map, pane, drawn } = renderEditor()
    drawn.clear()
    await act(async () => {
      point(pane, 'pointerdown', [10, 10])
      for (let step = 1; step <= 20; step++) {
        point(pane, 'pointermove', [10 + 5 * step, 10 + 3 * step])
      }
      point(pane, 'pointerup', [110, 70])
      await Promise.resolve()
    })
    expect(map.settings.getState().cameras.spectrum).toEqual({
      ...NEAR,
      x: NEAR.x + 100,
      y: NEAR.y + 60,
    })
    act(() => moveCamera(map.settings, { ...NEAR, zoom: NEAR.zoom * 1.1 }))
    expect([...drawn]).toEqual([])
  })

  it('none is while a card from the tray is in the air', () => {
    const { map, drawn } = renderEditor()
    drawn.clear()
    act(() => map.gesture.setState({ overSegment: 3 }))
    act(() => map.gesture.setState({ overSegment: 4 }))
    expect([...drawn]).toEqual([])
  })
})
