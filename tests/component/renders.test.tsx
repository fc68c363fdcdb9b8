import { act } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { placeStakeholders } from '../../src/domain/commands/placement.ts'
import { stanceOfSegment } from '../../src/domain/spectrum.ts'
import { FAR_ZOOM } from '../../src/drawing/farNames.ts'
import { MapEditor } from '../../src/views/editor/MapEditor.tsx'
import { render } from '@testing-library/react'
import { OpenMapProvider } from '../../src/store/openMap.ts'
import { ServicesProvider } from '../../src/views/services.ts'
import { fakeServices, openMapOf } from '../support/editor.tsx'
import { docOf, inSegment, personId, stakeholder } from '../support/records.ts'

/** Each render of a card draws its mark once: counting marks counts renders, whatever the clock says. */
const drawn = vi.hoisted((): { names: string[] } => ({ names: [] }))
vi.mock('../../src/drawing/marks/CardMark.tsx', () => ({
  CardMark: ({ shape }: { shape: { lines: readonly string[] } }) => {
    drawn.names.push(shape.lines.join(' '))
    return null
  },
}))

const CARDS = 24

function renderEditor() {
  const people = Array.from({ length: CARDS }, (_, i) =>
    stakeholder(`card${i}`, {
      placement: {
        stance: stanceOfSegment(([0, 1, 2, 3, 4] as const)[i % 5] ?? 2),
        depth: i / CARDS,
      },
    }),
  )
  const map = openMapOf(docOf(people), { camera: { x: 600, y: 700, zoom: 2 * FAR_ZOOM } })
  const { container } = render(
    <ServicesProvider value={fakeServices()}>
      <OpenMapProvider value={map}>
        <MapEditor />
      </OpenMapProvider>
    </ServicesProvider>,
  )
  const pane = container.querySelector('.canvas')
  if (!(pane instanceof HTMLElement)) throw new Error('there is no canvas')
  return { map, pane }
}

describe('how many cards are drawn again', () => {
  beforeEach(() => {
    drawn.names = []
  })

  it('draws every card once to begin with', () => {
    renderEditor()
    expect(new Set(drawn.names).size).toBe(CARDS)
  })

  it('draws only the card that was moved', () => {
    const { map } = renderEditor()
    drawn.names = []
    act(() => {
      map.store.dispatch(placeStakeholders(new Map([[personId('card7'), inSegment(0, 0.9)]])), {
        action: 'move',
        stakeholders: [personId('card7')],
      })
    })
    expect(new Set(drawn.names)).toEqual(new Set(['card7']))
  })

  it('draws no card again for a change that no card shows', () => {
    const { map } = renderEditor()
    drawn.names = []
    act(() => map.settings.setState({ panels: { tray: false, details: true } }))
    expect(drawn.names).toEqual([])
  })

  it('draws no card again when the camera moves', async () => {
    const { map, pane } = renderEditor()
    drawn.names = []
    const before = map.settings.getState().camera
    await act(async () => {
      const at = (type: string, x: number, y: number) =>
        pane.dispatchEvent(
          new PointerEvent(type, {
            pointerId: 1,
            clientX: x,
            clientY: y,
            bubbles: true,
            button: 0,
            isPrimary: true,
          }),
        )
      at('pointerdown', 10, 10)
      for (let step = 1; step <= 20; step++) at('pointermove', 10 + 5 * step, 10 + 3 * step)
      at('pointerup', 110, 70)
      await Promise.resolve()
    })
    expect(map.settings.getState().camera).not.toEqual(before)
    expect(drawn.names).toEqual([])
  })
})
