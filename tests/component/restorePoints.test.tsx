import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { MapDoc } from '../../src/domain/records.ts'
import { subjectFor } from '../../src/audience/subject.ts'
import { asId } from '../../src/domain/records.ts'
import type { PointId, RestorePoint } from '../../src/domain/restorePoints.ts'
import { fail, ok } from '../../src/domain/result.ts'
import { PointsPanel } from '../../src/views/points/PointsPanel.tsx'
import { draftsThatFit, waitingDrafts } from '../../src/views/details/waitingDrafts.ts'
import type { PointServices } from '../../src/views/reliability.ts'
import type { ViewSettings } from '../../src/store/viewSettings.ts'
import { called, namesIn, renderInEditor } from '../support/editor.tsx'
import { docOf, HIDDEN, inSegment, plain, stakeholder } from '../support/records.ts'

const THEN = docOf([
  stakeholder('nurses', { name: 'Nurses’ union', placement: inSegment(2) }),
  stakeholder('bishop', { name: 'Bishop' }),
])
const NOW = docOf([
  stakeholder('nurses', { name: 'Nurses’ union', placement: inSegment(1), notes: 'asked' }),
  stakeholder('youth', { name: 'Youth club' }),
])
const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 5).toISOString()
const point = (id: string, more: Partial<RestorePoint> = {}): RestorePoint => ({
  id: asId<PointId>(id),
  at: at(22, 10),
  reason: 'opened',
  name: '',
  stakeholders: 2,
  ...more,
})
const POINTS = [
  point('p1', { reason: 'named', name: 'Before the strategy weekend' }),
  point('p2', { at: at(22, 9), reason: 'before import' }),
  point('p3', { at: at(21, 17) }),
  point('p4', { at: at(3, 8), stakeholders: 1 }),
]

interface Stage {
  readonly doc?: MapDoc
  readonly points?: Partial<PointServices>
  readonly copies?: Readonly<Record<string, MapDoc>>
  readonly audience?: 'public' | 'team'
  readonly drafts?: ViewSettings['drafts']
}

function show({ doc = NOW, points, copies = {}, audience = 'team', drafts = {} }: Stage = {}) {
  let listed: readonly RestorePoint[] = POINTS
  const services: PointServices = {
    list: vi.fn<PointServices['list']>(() => Promise.resolve(ok({ points: listed, damaged: 0 }))),
    read: (id) => Promise.resolve(ok({ doc: copies[id] ?? THEN, unreadable: 0 })),
    keep: vi.fn<PointServices['keep']>((name) => {
      const kept = point('p0', { at: at(22, 11), reason: 'named', name })
      listed = [kept, ...listed]
      return Promise.resolve(ok(kept))
    }),
    rename: vi.fn<PointServices['rename']>(() => Promise.resolve(ok(null))),
    remove: vi.fn<PointServices['remove']>((id) => {
      listed = listed.filter((one) => one.id !== id)
      return Promise.resolve(ok(null))
    }),
    ...points,
  }
  const onClose = vi.fn<() => void>()
  const stage = renderInEditor(<PointsPanel points={services} onClose={onClose} />, {
    doc,
    settings: { audience, drafts },
  })
  return { ...stage, points: services, onClose }
}
const radio = (name: RegExp) => screen.findByRole('radio', { name })
const detail = (name: string) => screen.findByRole('region', { name })
const changes = async (name: string) =>
  within(await detail(name)).findByRole('region', { name: 'What has happened since' })
const lines = async (name: string) =>
  within(await changes(name))
    .getAllByRole('listitem')
    .map((item) => item.textContent)

describe('the name of a restore point', () => {
  const field = () => screen.findByRole('textbox', { name: 'Name of the restore point' })

  it('is kept while it is half typed, with the way the map is looked at', async () => {
    const first = show()
    await first.user.type(await field(), 'Before the str')
    const { drafts } = first.map.settings.getState()
    expect(Object.values(drafts)).toEqual([{ text: 'Before the str', on: '' }])
    first.unmount()
    const { user, map, points } = show({ drafts })
    expect(await field()).toHaveValue('Before the str')
    await user.type(await field(), 'ike{Enter}')
    expect(points.keep).toHaveBeenCalledExactlyOnceWith('Before the strike')
    await waitFor(async () => expect(await field()).toHaveValue(''))
    expect(map.settings.getState().drafts).toEqual({})
  })

  it('is told of among what waits when the map is opened again, and of nobody in public', () => {
    const drafts = { 'point name': { text: 'Before', on: '' } }
    const waiting = (audience: 'team' | 'public', began: ViewSettings['drafts']) =>
      waitingDrafts({ audience, drafts }, began, subjectFor(NOW, audience), null).map(
        ({ words }) => words,
      )
    expect(waiting('team', drafts)).toEqual(['In “Restore points and backups”'])
    expect(waiting('team', {})).toEqual([])
    expect(waiting('public', drafts)).toEqual([])
    expect(draftsThatFit(drafts, NOW)).toEqual(drafts)
  })
})

describe('restore points', () => {
  it('are listed by day, each with its time, its reason or name, and how many it has', async () => {
    show()
    const list = await screen.findByRole('radiogroup', { name: 'Restore points' })
    const days = within(list).getAllByRole('group')
    expect(days.map((day) => day.getAttribute('aria-label'))).toEqual([
      'Today',
      'Yesterday',
      'November 3, 2026',
    ])
    expect(await radio(/10:05.*Before the strategy weekend.*2 stakeholders/)).toBeChecked()
    expect(await radio(/9:05.*Before an import/)).not.toBeChecked()
    expect(await radio(/8:05.*As the map was opened.*1 stakeholder$/)).toBeVisible()
  })

  it('show what they hold and what has happened since', async () => {
    show()
    const shown = await detail('Before the strategy weekend')
    expect(await within(shown).findByRole('figure', { name: 'The map as it was' })).toBeVisible()
    expect(await within(shown).findByRole('status')).toHaveTextContent(
      /^Since then: 1 stakeholder was added, .* and 1 stakeholder was changed\.$/,
    )
    expect(await lines('Before the strategy weekend')).toEqual([
      'Youth club',
      'Bishop',
      'Nurses’ union from Neutral to Passive allies',
      'Nurses’ union Notes',
    ])
    expect(await changes('Before the strategy weekend')).toHaveTextContent(
      /1 stakeholder was added.*1 stakeholder was removed.*1 stakeholder moved.*1 stakeholder was changed/,
    )
  })

  it('name those who were not placed, of whom the picture shows nobody', async () => {
    const crowd = Array.from({ length: 101 }, (_, index) =>
      stakeholder(`c${index}`, { name: `C ${index}` }),
    )
    const { user } = show({ copies: { p2: docOf(crowd), p3: docOf([]) } })
    const shown = within(await detail('Before the strategy weekend'))
    expect(await shown.findByText('1 not placed yet')).toBeVisible()
    expect(
      within(shown.getByRole('list', { name: 'Not placed yet' })).getByText('Bishop'),
    ).toBeVisible()
    await user.click(await radio(/9:05/))
    const other = within(await detail('Before an import'))
    const summary = await other.findByText('101 not placed yet')
    const names = other.getByRole('list', { name: 'Not placed yet' })
    expect(names).not.toBeVisible()
    await user.click(summary)
    expect(names).toBeVisible()
    expect(names.children).toHaveLength(100)
    expect(other.getAllByText('and 1 more')[0]).toBeVisible()
    await user.click(await radio(/^5:05/))
    await lines('As the map was opened')
    expect(screen.queryByText(/not placed yet/)).toBeNull()
  })

  it('take the map back as one step that can be undone', async () => {
    const { user, map, onClose } = show()
    await lines('Before the strategy weekend')
    await user.click(screen.getByRole('button', { name: 'Go back to this' }))
    expect(plain(map.store.state.getState().doc)).toEqual(plain(THEN))
    expect(onClose).toHaveBeenCalledOnce()
    expect(
      screen.getByText(/^The map is as it was: Today, 10:05/, { selector: '[role=status]' }),
    ).toBeVisible()
    expect(map.store.undo()).toEqual({ action: 'restore', stakeholders: [] })
    expect(namesIn(map)).toEqual(['Nurses’ union', 'Youth club'])
  })

  it('keep confidential who is confidential now, unless somebody chooses otherwise', async () => {
    const open = docOf([stakeholder('bishop', { name: 'Bishop' })])
    const doc = docOf([stakeholder('bishop', { name: 'Bishop', confidentiality: HIDDEN })])
    const first = show({ doc, copies: { p1: open } })
    const keeps = await screen.findByRole('checkbox', { name: /^Keep them confidential/ })
    expect(keeps).toBeChecked()
    expect(screen.getByText(/^1 is more confidential now than then: .Bishop.\.$/u)).toBeVisible()
    await first.user.click(screen.getByRole('button', { name: 'Go back to this' }))
    expect(called(first.map, 'Bishop').confidentiality).toEqual(HIDDEN)
    first.unmount()
    const { user, map } = show({ doc, copies: { p1: open } })
    await user.click(await screen.findByRole('checkbox', { name: /^Keep them confidential/ }))
    await user.click(screen.getByRole('button', { name: 'Go back to this' }))
    expect(called(map, 'Bishop').confidentiality).toEqual({ level: 'public' })
  })

  it('name who comes back for the public to see, and hide them when somebody says so', async () => {
    const { user, map } = show()
    const hides = await screen.findByRole('checkbox', { name: /^Bring them back hidden/ })
    expect(hides).not.toBeChecked()
    expect(
      screen.getByText(
        /^1 is not on the map now, and comes back for the public to see: .Bishop.\.$/u,
      ),
    ).toBeVisible()
    await user.click(hides)
    await user.click(screen.getByRole('button', { name: 'Go back to this' }))
    expect(called(map, 'Bishop').confidentiality).toEqual(HIDDEN)
    expect(called(map, 'Nurses’ union').confidentiality).toEqual({ level: 'public' })
  })

  it('are chosen with the arrow keys, and one that is like the map now leads nowhere', async () => {
    const { user } = show({ copies: { p2: NOW } })
    const first = await radio(/10:05/)
    first.focus()
    await user.keyboard('{ArrowDown}')
    expect(await radio(/9:05/)).toBeChecked()
    expect(await radio(/9:05/)).toHaveFocus()
    const shown = await detail('Before an import')
    expect(await within(shown).findByText('The map is just as it was then.')).toBeVisible()
    expect(within(shown).getByRole('button', { name: 'Go back to this' })).toBeDisabled()
  })

  it('are kept under a name, from the keyboard, and the field is ready for the next', async () => {
    const { user, points } = show()
    await radio(/10:05/)
    const field = screen.getByRole('textbox', { name: 'Name of the restore point' })
    expect(screen.getByRole('button', { name: 'Keep the map as it is now' })).toBeDisabled()
    await user.type(field, '  End of day one {Enter}')
    expect(points.keep).toHaveBeenCalledExactlyOnceWith('End of day one')
    expect(await radio(/11:05.*End of day one/)).toBeChecked()
    expect(field).toHaveValue('')
    expect(field).toHaveFocus()
    expect(
      screen.getByText('Kept as “End of day one”.', { selector: '[role=status]' }),
    ).toBeVisible()
  })

  it('that could not be kept are never said to be, and what was typed stays', async () => {
    const { user } = show({ points: { keep: () => Promise.resolve(fail('quota')) } })
    await radio(/10:05/)
    const field = screen.getByRole('textbox', { name: 'Name of the restore point' })
    await user.type(field, 'End of day one{Enter}')
    const words = await screen.findByText(
      /^The restore point was not kept\. The storage of this device is full/,
      {
        selector: '[role=status]',
      },
    )
    expect(words).toBeVisible()
    expect(field).toHaveAccessibleDescription(/^The restore point was not kept/)
    expect(field).toHaveValue('End of day one')
    expect(screen.queryByRole('radio', { name: /End of day one/ })).toBeNull()
  })

  it('get a name, or another one', async () => {
    const { user, points } = show()
    await user.click(await radio(/9:05/))
    await user.click(await screen.findByRole('button', { name: 'Give it a name' }))
    const dialog = screen.getByRole('dialog', { name: 'Name this restore point' })
    await user.type(within(dialog).getByRole('textbox'), 'Before the list{Enter}')
    expect(points.rename).toHaveBeenCalledExactlyOnceWith('p2', 'Before the list')
    await user.click(await radio(/10:05/))
    await user.click(await screen.findByRole('button', { name: 'Rename' }))
    const again = screen.getByRole('dialog', { name: 'Rename this restore point' })
    expect(within(again).getByRole('textbox')).toHaveValue('Before the strategy weekend')
  })

  it('are deleted after a question, and then the next one is shown', async () => {
    const { user, points } = show()
    await radio(/10:05/)
    await user.click(await screen.findByRole('button', { name: 'Delete' }))
    const dialog = screen.getByRole('dialog', { name: 'Delete this restore point?' })
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(points.remove).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await user.click(screen.getByRole('button', { name: 'Delete it' }))
    expect(points.remove).toHaveBeenCalledExactlyOnceWith('p1')
    await waitFor(() => expect(screen.queryByRole('radio', { name: /10:05/ })).toBeNull())
    expect(await radio(/9:05/)).toBeChecked()
    await waitFor(async () => expect(await radio(/9:05/)).toHaveFocus())
  })

  it('can be looked at, and nothing else, where another tab edits the map', async () => {
    const { map } = show()
    map.store.setReadOnly(true)
    await lines('Before the strategy weekend')
    expect(screen.getByText(/being edited in another tab/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Go back to this' })).toBeDisabled()
    for (const name of ['Keep the map as it is now', 'Rename', 'Delete']) {
      expect(screen.queryByRole('button', { name })).toBeNull()
    }
  })

  it('wait for the team view', () => {
    const { points } = show({ audience: 'public' })
    expect(screen.getByText(/Switch to the team view/)).toBeVisible()
    expect(points.list).not.toHaveBeenCalled()
  })

  it('that are damaged say so, and the map is not touched', async () => {
    const { map } = show({
      points: {
        list: () => Promise.resolve(ok({ points: POINTS, damaged: 2 })),
        read: () => Promise.resolve(fail('damaged')),
      },
    })
    expect(await screen.findByText(/^2 restore points can’t be read/)).toBeVisible()
    expect(await screen.findByText(/This copy is damaged/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Go back to this' })).toBeDisabled()
    expect(plain(map.store.state.getState().doc)).toEqual(plain(NOW))
  })

  it('with unreadable parts say how many', async () => {
    show({ points: { read: () => Promise.resolve(ok({ doc: THEN, unreadable: 3 })) } })
    expect(await screen.findByText(/^3 parts of this copy can’t be read/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Go back to this' })).toBeEnabled()
  })

  it('say that there are none yet, or why they can’t be had', async () => {
    show({ points: { list: () => Promise.resolve(ok({ points: [], damaged: 0 })) } }).unmount()
    show({ points: { list: () => Promise.resolve(fail('unavailable')) } })
    expect(await screen.findByText(/does not let Allyscope keep anything/)).toBeVisible()
  })
})
