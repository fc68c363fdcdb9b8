import { expect, it, vi } from 'vitest'
import { diffOf, type Diff } from '../../../src/domain/diff.ts'
import { ok, type Result } from '../../../src/domain/result.ts'
import { createSaver, FIRST_WAIT, LONGEST_WAIT } from '../../../src/storage/saver.ts'
import type { SaveStatus, StorageFailure } from '../../../src/storage/types.ts'
import { header, info, stage } from './saverStage.ts'
import { added, handClock } from './support.ts'

const renamed = (name: string): Diff => diffOf({ updated: [[info, { ...info, name }]] })

it('writes a commit at once and says saved only when it is on disk', async () => {
  const { commit, saver, writes, statuses, stored, land } = stage()
  expect(saver.status()).toEqual({ state: 'saved', at: 'at 0' })
  await commit(added('a'))
  expect(writes).toHaveLength(1)
  expect(writes[0]?.write).toMatchObject({ by: 'me', firstRev: 6 })
  expect(writes[0]?.write.header).toEqual({
    ...header,
    rev: 6,
    summary: 'picture 0',
    changedAt: 'at 1',
  })
  expect(statuses).toEqual([{ state: 'saving' }])
  await land(0)
  expect(statuses.at(-1)).toEqual({ state: 'saved', at: 'at 1' })
  expect(saver.rev()).toBe(6)
  expect(stored).toEqual([{ from: 5, rev: 6, diff: added('a') }])
})

it('gathers commits that come while a write is in flight into the next one', async () => {
  const { commit, writes, statuses, rows, land, revs } = stage()
  await commit(added('a'))
  await commit(added('b'))
  await commit(added('c'))
  expect(writes).toHaveLength(1)
  await land(0)
  expect(statuses).toEqual([{ state: 'saving' }])
  expect(writes).toHaveLength(2)
  expect(rows(1)).toEqual(['b', 'c'])
  expect(revs()).toEqual([
    [6, 6],
    [7, 7],
  ])
  await land(1)
  expect(statuses.at(-1)).toMatchObject({ state: 'saved' })
})

it('writes the map record into the header, not among the rows', async () => {
  const { commit, writes, rows } = stage()
  await commit(renamed('Clean water'))
  expect(writes[0]?.write.header.info.name).toBe('Clean water')
  expect(rows(0)).toEqual([])
})

it('ignores empty commits', async () => {
  const { commit, writes } = stage()
  await commit(diffOf({}))
  expect(writes).toHaveLength(0)
})

it('keeps everything when the disk is full, tries again with growing waits, and recovers', async () => {
  const { commit, saver, clock, writes, statuses, rows, refuse, land, revs } = stage()
  await commit(added('a'))
  await refuse(0, 'quota')
  expect(statuses.at(-1)).toEqual({ state: 'not saved', code: 'quota' })
  await commit(added('b'))
  expect(writes).toHaveLength(1)
  expect([...saver.unsaved().added.keys()]).toEqual(['a', 'b'])
  expect(clock.waiting()).toEqual([FIRST_WAIT])
  clock.pass(FIRST_WAIT)
  expect(rows(1)).toEqual(['a', 'b'])
  expect(statuses.at(-1)).toEqual({ state: 'not saved', code: 'quota' })
  await refuse(1, 'quota')
  expect(clock.waiting()).toEqual([FIRST_WAIT * 2])
  saver.retryNow()
  expect(clock.waiting()).toEqual([])
  expect(revs().at(-1)).toEqual([6, 6])
  await land(2)
  expect(statuses.at(-1)).toMatchObject({ state: 'saved' })
  expect(saver.unsaved().added.size).toBe(0)
})

it('never waits longer than the longest wait', async () => {
  const { commit, clock, writes, refuse } = stage()
  await commit(added('a'))
  for (let index = 0; index < 12; index += 1) {
    await refuse(index, 'unavailable')
    clock.pass(LONGEST_WAIT)
  }
  expect(writes).toHaveLength(13)
})

it.each(['conflict', 'missing', 'newer'] as const)(
  'stops at %s and keeps the work',
  async (code) => {
    const { commit, saver, clock, writes, statuses, refuse } = stage()
    await commit(added('a'))
    await refuse(0, code)
    await commit(added('b'))
    saver.retryNow()
    saver.flushOnHide()
    clock.pass(LONGEST_WAIT)
    expect(writes).toHaveLength(1)
    expect(statuses.at(-1)).toEqual({ state: 'not saved', code })
    expect([...saver.unsaved().added.keys()]).toEqual(['a', 'b'])
    expect(await saver.flush()).toMatchObject({ ok: false, error: { code } })
  },
)

it('answers a flush when all commits before it are stored', async () => {
  const { commit, saver, land } = stage()
  expect(await saver.flush()).toEqual(ok(5))
  await commit(added('a'))
  await commit(added('b'))
  const answered = vi.fn<(result: Result<number, StorageFailure>) => void>()
  void saver.flush().then(answered)
  await land(0)
  expect(answered).not.toHaveBeenCalled()
  await commit(added('c'))
  await land(1)
  expect(answered).toHaveBeenCalledWith(ok(7))
})

it('answers a flush with why it failed', async () => {
  const { commit, saver, refuse } = stage()
  await commit(added('a'))
  const flush = saver.flush()
  await refuse(0, 'quota')
  expect(await flush).toMatchObject({ ok: false, error: { code: 'quota' } })
})

it('closes when the write in flight and what came after it are on disk', async () => {
  const { commit, saver, clock, rows, land } = stage()
  await commit(added('a'))
  await commit(added('b'))
  const closing = saver.close()
  await land(0)
  expect(rows(1)).toEqual(['b'])
  await land(1)
  expect(await closing).toEqual(ok(7))
  expect(clock.waiting()).toEqual([])
})

it('closes with the failure, keeps the work and tries no more', async () => {
  const { commit, saver, clock, refuse } = stage()
  await commit(added('a'))
  const closing = saver.close()
  await refuse(0, 'quota')
  expect(await closing).toMatchObject({ ok: false, error: { code: 'quota' } })
  expect(clock.waiting()).toEqual([])
  expect([...saver.unsaved().added.keys()]).toEqual(['a'])
})

it('says of a commit after closing that it is not saved', async () => {
  const { commit, saver, writes, statuses } = stage()
  await saver.close()
  await commit(added('a'))
  expect(writes).toHaveLength(0)
  expect(statuses.at(-1)).toEqual({ state: 'not saved', code: 'closed' })
  expect(saver.unsaved().added.size).toBe(1)
})

it('reports a summary that cannot be made instead of losing the commit', async () => {
  const statuses: SaveStatus[] = []
  const saver = createSaver({
    header,
    by: 'me',
    write: async () => ok(null),
    summary: () => {
      throw new Error('no picture')
    },
    now: () => '',
    later: handClock().later,
    onStatus: (status) => statuses.push(status),
    onStored: () => undefined,
  })
  saver.commit(added('a'))
  expect(await saver.flush()).toMatchObject({ ok: false, error: { detail: 'Error: no picture' } })
  expect(statuses.at(-1)).toEqual({ state: 'not saved', code: 'unknown' })
})
