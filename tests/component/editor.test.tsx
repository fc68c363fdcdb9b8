import { DEFAULT_VIEW } from '../../src/store/viewSettings.ts'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { editMap } from '../../src/domain/commands/map.ts'
import { removeStakeholders } from '../../src/domain/commands/stakeholders.ts'
import type { MapDoc } from '../../src/domain/records.ts'
import { segmentOf } from '../../src/domain/spectrum.ts'
import { OpenMapProvider } from '../../src/store/openMap.ts'
import { select } from '../../src/store/selection.ts'
import { Announcer, clearNotices } from '../../src/ui/announcer.tsx'
import { MapEditor } from '../../src/views/editor/MapEditor.tsx'
import { BackgroundProvider } from '../../src/editing/useBackground.ts'
import { inlineBackground } from '../../src/background/inlineBackground.ts'
import { ServicesProvider } from '../../src/views/services.ts'
import { called, docIn, fakeServices, namesIn, openMapOf } from '../support/editor.tsx'
import { point } from '../support/pointer.ts'
import {
  docOf,
  HIDDEN,
  inSegment,
  personId,
  resource,
  sector,
  shownAt,
  stakeholder,
  tie,
} from '../support/records.ts'

function start(doc: MapDoc, settings: Parameters<typeof openMapOf>[1] = {}) {
  clearNotices()
  const map = openMapOf(doc, settings)
  const services = fakeServices()
  const shown = (isOpen: boolean) => (
    <ServicesProvider value={services}>
      <BackgroundProvider value={inlineBackground}>
        <OpenMapProvider value={map}>
          {isOpen && <MapEditor />}
          <Announcer />
        </OpenMapProvider>
      </BackgroundProvider>
    </ServicesProvider>
  )
  const { rerender } = render(shown(true))
  const segment = (name: string) => {
    const { placement } = called(map, name)
    return placement && segmentOf(placement.stance)
  }
  const leave = () => rerender(shown(false))
  return { map, services, segment, leave, user: userEvent.setup() }
}

const people = docOf([
  stakeholder('a', { name: 'Ana', placement: inSegment(0) }),
  stakeholder('b', { name: 'Bo', placement: inSegment(2) }),
  stakeholder('c', { name: 'Cem' }),
])
const card = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}(,|$)`) })
const addField = () => screen.getByRole('textbox', { name: 'Add a stakeholder' })

it('says no more of a map that was left: the list of maps is for everybody’s eyes', async () => {
  const { user, leave } = start(people)
  await user.type(addField(), 'Dr Okafor{Enter}')
  expect(document.body).toHaveTextContent('Added Dr Okafor.')
  leave()
  expect(document.body).not.toHaveTextContent('Okafor')
})

describe('the canvas', () => {
  it('has a region a segment that says how many stand there, and owns their cards', () => {
    start(people)
    const canvas = screen.getByRole('region', { name: 'Spectrum of allies' })
    const allies = within(canvas).getByRole('region', { name: 'Active allies, 1 stakeholder' })
    expect(allies).toHaveAttribute('aria-owns', card('Ana').id)
    expect(within(canvas).getByRole('region', { name: 'Neutral, 1 stakeholder' })).toBeVisible()
    expect(card('Ana')).toHaveAccessibleName('Ana, active ally')
  })

  it('uses the map’s own names of segments', () => {
    const { map } = start(people)
    act(
      () =>
        void map.store.dispatch(editMap({ segmentNames: ['With us', null, null, null, null] }), {
          action: 'map',
          stakeholders: [],
        }),
    )
    expect(screen.getByRole('region', { name: 'With us, 1 stakeholder' })).toBeVisible()
    expect(card('Ana')).toHaveAccessibleName('Ana, With us')
  })

  it('fades who does not match, and moves nobody', () => {
    const { map } = start(people)
    const places = () =>
      ['Ana', 'Bo'].map((name) => card(name).closest('.react-flow__node')?.getAttribute('style'))
    const before = places()
    act(() => map.settings.setState({ filter: { ...map.settings.getState().filter, text: 'ana' } }))
    expect(card('Ana')).not.toHaveClass('is-faded')
    expect(card('Bo')).toHaveClass('is-faded')
    expect(places()).toEqual(before)
  })
})

describe('with the keyboard alone', () => {
  it('a name is added and placed, and N comes back for the next', async () => {
    const { user, segment, map } = start(docOf([]))
    // A map that nobody is on yet waits for its first name.
    expect(addField()).toHaveFocus()
    await user.keyboard('Nurses{Enter}2')
    expect(segment('Nurses')).toBe(1)
    await user.keyboard('{Escape}')
    expect(addField()).not.toHaveFocus()
    await user.keyboard('n')
    await waitFor(() => expect(addField()).toHaveFocus())
    expect(namesIn(map)).toEqual(['Nurses'])
  })

  it('a focused card is placed by number, nudged by arrows and opened by Enter', async () => {
    const { user, segment, map } = start(people)
    act(() => card('Ana').focus())
    await user.keyboard('5')
    expect(segment('Ana')).toBe(4)
    await waitFor(() => expect(card('Ana')).toHaveFocus())
    const before = called(map, 'Ana').placement
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(called(map, 'Ana').placement).not.toEqual(before)
    expect(map.store.state.getState().stacks.done).toHaveLength(2)
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Ana')
  })

  it('all are chosen, taken off the pie, removed and brought back', async () => {
    const { user, map } = start(people)
    await user.keyboard('{Control>}a{/Control}')
    expect(map.selection.getState().ids.size).toBe(3)
    await user.keyboard('0')
    expect([...docIn(map).stakeholders.values()].every((one) => one.placement === null)).toBe(true)
    await user.keyboard('{Delete}')
    expect(namesIn(map)).toEqual([])
    await user.keyboard('{Control>}z{/Control}')
    expect(namesIn(map)).toEqual(['Ana', 'Bo', 'Cem'])
    await user.keyboard('{Control>}z{/Control}')
    expect(called(map, 'Ana').placement).toEqual(inSegment(0))
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(called(map, 'Ana').placement).toBeNull()
  })

  it('keys typed into a field are the field’s', async () => {
    const { user, map } = start(people)
    act(() => select(map.selection, [personId('a')]))
    await user.type(addField(), 't5f0?')
    expect(called(map, 'Ana').placement).toEqual(inSegment(0))
    expect(addField()).toHaveValue('t5f0?')
    await user.keyboard('{Backspace}{Delete}')
    expect(namesIn(map)).toContain('Ana')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('Escape lets go of everybody, and ? lists the keys', async () => {
    const { user, map } = start(people)
    act(() => select(map.selection, [personId('a')]))
    await user.keyboard('{Escape}')
    expect(map.selection.getState().ids.size).toBe(0)
    await user.keyboard('?')
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeVisible()
    act(() => select(map.selection, [personId('a')]))
    await user.keyboard('5')
    expect(called(map, 'Ana').placement).toEqual(inSegment(0))
  })

  it('nothing is changed while another tab edits', async () => {
    const { user, map } = start(people)
    act(() => {
      map.store.setReadOnly(true)
      select(map.selection, [personId('a')])
    })
    await user.keyboard('5{Delete}t')
    expect(docIn(map).stakeholders.get(personId('a'))?.placement).toEqual(inSegment(0))
    await waitFor(() => {
      expect(
        screen.getAllByRole('status').some((one) => /another tab/.test(one.textContent ?? '')),
      ).toBe(true)
    })
  })
})

describe('dragging', () => {
  const drag = (
    from: Element,
    to: readonly [number, number],
    end: 'pointerup' | 'none' = 'pointerup',
  ) =>
    act(() => {
      point(from, 'pointerdown', [100, 100])
      point(window, 'pointermove', [120, 110])
      point(window, 'pointermove', to)
      if (end !== 'none') point(window, end, to)
    })
  const WORLD = { cameras: { ...DEFAULT_VIEW.cameras, spectrum: { x: 0, y: 400, zoom: 1 } } }
  /** happy-dom lays nothing out: the pane is a point unless it is told otherwise. */
  const layOut = () => {
    const pane = screen.getByRole('region', { name: 'Spectrum of allies' })
    pane.getBoundingClientRect = () => new DOMRect(0, 0, 1280, 800)
    return pane
  }

  it('from the tray into a segment places, as one step', () => {
    const { map, segment } = start(people, WORLD)
    layOut()
    drag(card('Cem'), [0, 100])
    expect(segment('Cem')).toBe(2)
    expect(map.store.state.getState().stacks.done).toHaveLength(1)
    expect(map.gesture.getState().dragging.size).toBe(0)
  })

  it('lights the segment under the card, and changes nothing until the drop', () => {
    const { map } = start(people, WORLD)
    layOut()
    drag(card('Cem'), [0, 100], 'none')
    expect(map.gesture.getState()).toMatchObject({ overSegment: 2 })
    expect(called(map, 'Cem').placement).toBeNull()
    act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })))
    expect(map.gesture.getState().overSegment).toBeNull()
    expect(map.store.state.getState().stacks.done).toEqual([])
  })

  it('outside the canvas returns to "Not placed yet", with everybody chosen', () => {
    const { map } = start(people, WORLD)
    layOut()
    act(() => select(map.selection, [personId('a'), personId('b')]))
    drag(card('Ana'), [-50, 300])
    expect([called(map, 'Ana').placement, called(map, 'Bo').placement]).toEqual([null, null])
    expect(map.store.state.getState().stacks.done).toHaveLength(1)
  })
})

describe('the public preview', () => {
  const doc = docOf(
    [
      sector('s1', 'Canary sector'),
      resource('r1', 'Canary resource'),
      stakeholder('x', {
        name: 'Canary Ally',
        confidentiality: HIDDEN,
        sector: sector('s1').id,
        offers: [resource('r1').id],
        placement: inSegment(0),
        notes: 'canary notes',
        tags: ['canary tag'],
      }),
      stakeholder('y', { name: 'Canary Unplaced', confidentiality: HIDDEN }),
      stakeholder('z', {
        name: 'Zoë',
        placement: inSegment(0),
        confidentiality: shownAt(-0.4),
        notes: 'canary notes',
        contact: 'canary contact',
      }),
      stakeholder('o', { name: 'Open', placement: inSegment(1), notes: 'canary notes' }),
      tie('t', 'x', 'o', { label: 'canary tie', kind: 'own' }),
    ],
    { name: 'Water' },
  )
  /** All that the page holds: text, attributes, and what stands in fields. */
  const page = () =>
    document.documentElement.outerHTML +
    Array.from(document.querySelectorAll('input, textarea'), (field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    ).join('\n')

  it('holds nothing in the page that only the team may know, whatever was done before', async () => {
    const { user, map } = start(doc, { showTies: true })
    expect(page()).toMatch(/canary/i)
    act(() => select(map.selection, [personId('x')]))
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Canary Ally')
    await user.keyboard('3')
    await user.type(screen.getByRole('searchbox'), 'canary')
    await user.click(screen.getByRole('radio', { name: 'Public preview' }))
    expect(page()).not.toMatch(/canary/i)
    expect(map.selection.getState().ids.size).toBe(0)
    expect(screen.getByRole('region', { name: 'Passive opponents, 1 stakeholder' })).toBeVisible()
    expect(screen.getByRole('region', { name: 'Active allies, 0 stakeholders' })).toBeVisible()
    expect(card('Zoë')).toHaveAccessibleName('Zoë, passive opponent')

    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(page()).not.toMatch(/canary/i)
    act(
      () =>
        void map.store.dispatch(removeStakeholders([personId('x')]), {
          action: 'remove',
          stakeholders: [personId('x')],
        }),
    )
    expect(page()).not.toMatch(/canary/i)

    await user.keyboard('{Control>}a{/Control}')
    expect(page()).not.toMatch(/canary/i)
    expect(map.selection.getState().ids).toEqual(new Set([personId('z'), personId('o')]))
  })

  it('is the same page as that of the map without anybody hidden', () => {
    const shown = (map: MapDoc) => {
      start(map, { audience: 'public', showTies: true })
      const { innerHTML } = document.body
      document.body.innerHTML = ''
      // React numbers its ids through for the whole page.
      return innerHTML.replace(/_r_\w+_/g, 'id')
    }
    const without = docOf(
      [...doc.stakeholders.values()].filter(({ name }) => !name.startsWith('Canary')),
      { name: 'Water' },
    )
    expect(shown(doc)).toBe(shown(without))
  })
})
