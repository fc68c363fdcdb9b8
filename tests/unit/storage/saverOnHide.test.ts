import { expect, it } from 'vitest'
import { diffOf } from '../../../src/domain/diff.ts'
import { FIRST_WAIT } from '../../../src/storage/saver.ts'
import { stage } from './saverStage.ts'
import { added, stakeholder } from './support.ts'

it('writes what is committed in one task together, also when the page is hidden in it', async () => {
  const { saver, writes, statuses, rows, land } = stage()
  saver.commit(added('a'))
  saver.commit(added('b'))
  expect(statuses).toEqual([{ state: 'saving' }])
  saver.flushOnHide()
  expect(rows(0)).toEqual(['a', 'b'])
  await land(0)
  expect(writes).toHaveLength(1)
})

it('hands everything over at once when the page is hidden during a write', async () => {
  const { commit, saver, writes, rows, revs, stored, statuses, land } = stage()
  await commit(added('a'))
  await commit(added('b'))
  saver.flushOnHide()
  expect(writes).toHaveLength(2)
  expect(rows(1)).toEqual(['a', 'b'])
  expect(revs()[1]).toEqual([6, 7])
  // Hidden, then gone: nothing new to hand over.
  saver.flushOnHide()
  expect(writes).toHaveLength(2)
  await land(0)
  expect(statuses).toEqual([{ state: 'saving' }])
  expect(writes).toHaveLength(2)
  await land(1)
  expect(statuses.at(-1)).toMatchObject({ state: 'saved' })
  expect(stored).toEqual([
    { from: 5, rev: 6, diff: added('a') },
    { from: 6, rev: 7, diff: added('b') },
  ])
})

it('has nothing to do when the page is hidden with all in flight or on disk', async () => {
  const { commit, saver, writes, land } = stage()
  saver.flushOnHide()
  await commit(added('a'))
  saver.flushOnHide()
  await land(0)
  saver.flushOnHide()
  expect(writes).toHaveLength(1)
})

it('is saved by the hide flush when the write in flight fails', async () => {
  const { commit, saver, statuses, stored, clock, refuse, land, revs } = stage()
  await commit(added('a'))
  await commit(added('b'))
  saver.flushOnHide()
  await refuse(0, 'quota')
  expect(statuses).toEqual([{ state: 'saving' }])
  await land(1)
  expect(statuses.at(-1)).toMatchObject({ state: 'saved' })
  expect(clock.waiting()).toEqual([])
  expect(stored).toEqual([{ from: 5, rev: 7, diff: added('a', 'b') }])
  await commit(added('c'))
  expect(revs().at(-1)).toEqual([8, 8])
})

it('removes a row that the write in flight may have put', async () => {
  const { commit, saver, writes } = stage()
  await commit(added('a'))
  await commit(diffOf({ removed: [stakeholder('a')] }))
  saver.flushOnHide()
  expect([...(writes[1]?.write.rows ?? [])]).toEqual([['a', null]])
})

it('is not misled when it hears of the later write first', async () => {
  const { commit, saver, stored, statuses, rows, land } = stage()
  await commit(added('a'))
  await commit(added('b'))
  saver.flushOnHide()
  await land(1)
  await commit(added('c'))
  await land(0)
  expect(saver.rev()).toBe(7)
  expect(rows(2)).toEqual(['c'])
  await land(2)
  expect(statuses.at(-1)).toMatchObject({ state: 'saved' })
  expect(stored.map(({ from, rev }) => [from, rev])).toEqual([
    [5, 7],
    [7, 8],
  ])
})

it('tries again what the hide flush could not store', async () => {
  const { commit, saver, clock, rows, statuses, refuse, land } = stage()
  await commit(added('a'))
  await commit(added('b'))
  saver.flushOnHide()
  await land(0)
  await refuse(1, 'quota')
  expect(statuses.at(-1)).toEqual({ state: 'not saved', code: 'quota' })
  clock.pass(FIRST_WAIT)
  expect(rows(2)).toEqual(['b'])
})

it('tries at once on hide even while it waits to try again', async () => {
  const { commit, saver, writes, clock, refuse } = stage()
  await commit(added('a'))
  await refuse(0, 'quota')
  saver.flushOnHide()
  expect(writes).toHaveLength(2)
  expect(clock.waiting()).toEqual([])
})
