import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { placeStakeholders } from '../../../src/domain/commands/placement.ts'
import { editStakeholders } from '../../../src/domain/commands/editing.ts'
import { addStakeholders } from '../../../src/domain/commands/stakeholders.ts'
import { applyDiff, diffOf, emptyDiff, squashDiffs } from '../../../src/domain/diff.ts'
import { stakeholdersInOrder } from '../../../src/domain/doc.ts'
import type { MapDoc } from '../../../src/domain/records.ts'
import { type Commit, createMapStore } from '../../../src/store/mapStore.ts'
import { arbitraryChanges } from '../../support/arbitraryChange.ts'
import { arbitraryDoc } from '../../support/arbitraryDoc.ts'
import { counting, docOf, personId, plain, stakeholder, unwrap } from '../../support/records.ts'

// Many random maps take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const storeOf = (doc: MapDoc) =>
  createMapStore(doc, { ...counting(), now: () => '2026-11-22T12:00:00.000Z' })
const LABEL = { action: 'edit', stakeholders: [] } as const
const add = (name: string) => addStakeholders([name])
const namesIn = (store: ReturnType<typeof storeOf>) =>
  stakeholdersInOrder(store.state.getState().doc).map(({ name }) => name)

describe('undo and redo', () => {
  it('take back every step of any session and bring every step again', () => {
    let steps = 0
    fc.assert(
      fc.property(arbitraryDoc(), arbitraryChanges(25), (start, changes) => {
        const store = storeOf(start)
        const now = () => store.state.getState().doc
        const states = [plain(start)]
        for (const change of changes) {
          const { doc } = store.state.getState()
          store.dispatch(change(doc), LABEL)
          if (now() !== doc) states.push(plain(now()))
        }
        steps += states.length - 1
        for (let i = states.length - 2; i >= 0; i--) {
          expect(store.undo()).toBe(LABEL)
          expect(plain(now())).toEqual(states[i])
        }
        expect(store.undo()).toBeNull()
        for (let i = 1; i < states.length; i++) {
          expect(store.redo()).toBe(LABEL)
          expect(plain(now())).toEqual(states[i])
        }
        expect(store.redo()).toBeNull()
      }),
      { numRuns: 100 },
    )
    expect(steps).toBeGreaterThan(500)
  })

  it('end where they began, however steps are joined', () => {
    fc.assert(
      fc.property(
        arbitraryDoc(),
        arbitraryChanges(25),
        fc.array(fc.constantFrom(undefined, 'name', 'notes'), { minLength: 25 }),
        (start, changes, joinKeys) => {
          const store = storeOf(start)
          changes.forEach((change, i) =>
            store.dispatch(change(store.state.getState().doc), LABEL, joinKeys[i]),
          )
          const end = plain(store.state.getState().doc)
          while (store.undo());
          expect(plain(store.state.getState().doc)).toEqual(plain(start))
          while (store.redo());
          expect(plain(store.state.getState().doc)).toEqual(end)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('reach back at least five hundred steps', () => {
    const store = storeOf(docOf([stakeholder('a')]))
    for (let i = 1; i <= 500; i++) {
      store.dispatch(editStakeholders([personId('a')], { name: `name ${i}` }), LABEL)
    }
    while (store.undo());
    expect(namesIn(store)).toEqual(['a'])
  })

  it('name what they undo and redo', () => {
    const store = storeOf(docOf([]))
    store.dispatch(add('Ana'), (diff) => ({
      action: 'add',
      stakeholders: [...diff.added.keys()].map((id) => personId(id)),
    }))
    expect(store.undo()).toEqual({ action: 'add', stakeholders: ['new-1'] })
    expect(store.redo()).toEqual({ action: 'add', stakeholders: ['new-1'] })
  })
})

describe('a commit', () => {
  const recording = (doc: MapDoc) => {
    const store = storeOf(doc)
    const commits: Commit[] = []
    const stop = store.onCommit((commit) => commits.push(commit))
    return { store, commits, stop }
  }

  it('is told for each change, undo and redo, so that who writes along has the same map', () => {
    fc.assert(
      fc.property(arbitraryDoc(), arbitraryChanges(), (start, changes) => {
        const { store, commits } = recording(start)
        for (const change of changes) {
          store.dispatch(change(store.state.getState().doc), LABEL, 'same field')
        }
        store.undo()
        store.undo()
        store.redo()
        const followed = commits.reduce((doc, { diff }) => applyDiff(doc, diff), start)
        const atOnce = commits.reduce((diff, commit) => squashDiffs(diff, commit.diff), emptyDiff)
        expect(plain(followed)).toEqual(plain(store.state.getState().doc))
        expect(plain(applyDiff(start, atOnce))).toEqual(plain(store.state.getState().doc))
      }),
      { numRuns: 60 },
    )
  })

  it('says where it came from and when, and comes after the map has changed', () => {
    const { store, commits } = recording(docOf([]))
    const seen = vi.fn<(commit: Commit, doc: MapDoc) => boolean>(
      (_, doc) => doc === store.state.getState().doc,
    )
    store.onCommit(seen)
    store.dispatch(add('Ana'), LABEL)
    store.undo()
    store.redo()
    expect(commits.map(({ source, at }) => `${source} ${at}`)).toEqual([
      'user 2026-11-22T12:00:00.000Z',
      'undo 2026-11-22T12:00:00.000Z',
      'redo 2026-11-22T12:00:00.000Z',
    ])
    expect(seen.mock.results.map(({ value }) => value)).toEqual([true, true, true])
  })

  it('is not made by a command that changes nothing or is refused', () => {
    const doc = docOf([stakeholder('a')])
    const { store, commits } = recording(doc)
    expect(store.dispatch(placeStakeholders(new Map([[personId('a'), null]])), LABEL).ok).toBe(true)
    expect(store.dispatch(add(''), LABEL)).toEqual({ ok: false, error: { code: 'empty name' } })
    expect(commits).toEqual([])
    expect(store.state.getState().doc).toBe(doc)
    expect(store.state.getState().stacks.done).toEqual([])
  })

  it('is no longer told to who stopped listening', () => {
    const { store, commits, stop } = recording(docOf([]))
    stop()
    store.dispatch(add('Ana'), LABEL)
    expect(commits).toEqual([])
  })
})

describe('a tab that only follows', () => {
  it('changes, undoes and redoes nothing', () => {
    const store = storeOf(docOf([]))
    store.dispatch(add('Ana'), LABEL)
    store.dispatch(add('Bo'), LABEL)
    store.undo()
    store.setReadOnly(true)
    expect(store.dispatch(add('Cem'), LABEL)).toEqual({ ok: false, error: { code: 'read only' } })
    expect([store.undo(), store.redo()]).toEqual([null, null])
    expect(namesIn(store)).toEqual(['Ana'])
    store.setReadOnly(false)
    expect(store.redo()).toBe(LABEL)
    expect(namesIn(store)).toEqual(['Ana', 'Bo'])
  })

  it('takes over what the writer did, tells nobody, and can’t undo it', () => {
    const store = storeOf(docOf([]))
    const told = vi.fn<() => void>()
    store.onCommit(told)
    store.dispatch(add('Ana'), LABEL)
    told.mockClear()
    store.follow(diffOf({ added: [stakeholder('b', { name: 'Bo', order: 2 })] }))
    expect(namesIn(store)).toEqual(['Ana', 'Bo'])
    expect(store.undo()).toBeNull()
    expect(told).not.toHaveBeenCalled()
  })

  it('shows another map after reading it anew, with nothing to undo', () => {
    const store = storeOf(docOf([]))
    store.dispatch(add('Ana'), LABEL)
    const read = docOf([stakeholder('z')])
    store.replace(read)
    expect(store.state.getState().doc).toBe(read)
    expect(store.undo()).toBeNull()
  })
})

it('gives the diff of a change back to who asked for it', () => {
  const diff = unwrap(storeOf(docOf([])).dispatch(add('Ana'), LABEL))
  expect(diff.added.size).toBe(1)
})
