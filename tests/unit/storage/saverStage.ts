import { vi } from 'vitest'
import type { Diff } from '../../../src/domain/diff.ts'
import { fail, ok, type Result } from '../../../src/domain/result.ts'
import { storageFailure } from '../../../src/storage/failure.ts'
import type { MapWrite } from '../../../src/storage/mapWrite.ts'
import { createSaver } from '../../../src/storage/saver.ts'
import {
  FORMAT_VERSION,
  type Header,
  type SaveStatus,
  type StorageCode,
  type StorageFailure,
  type Stored,
} from '../../../src/storage/types.ts'
import { docWith, handClock } from './support.ts'

export const info = docWith().info
export const header: Header = {
  id: info.id,
  rev: 5,
  formatVersion: FORMAT_VERSION,
  info,
  summary: null,
  changedAt: 'at 0',
  createdAt: 'at 0',
  deletedAt: null,
}

/** A saver on a disk that answers only when told to. */
export function stage() {
  const clock = handClock()
  const writes: { write: MapWrite; answer: (result: Result<null, StorageFailure>) => void }[] = []
  const statuses: SaveStatus[] = []
  const stored: Stored[] = []
  let time = 0
  const saver = createSaver({
    header,
    by: 'me',
    write: (write) => new Promise((answer) => writes.push({ write, answer })),
    summary: () => `picture ${time}`,
    now: () => `at ${(time += 1)}`,
    later: clock.later,
    onStatus: (status) => statuses.push(status),
    onStored: (news) => stored.push(news),
  })
  const answer = async (index: number, result: Result<null, StorageFailure>) => {
    writes[index]?.answer(result)
    await Promise.resolve()
    await vi.waitFor(() => undefined)
  }
  return {
    saver,
    /** Commits in a task of its own. */
    commit: async (diff: Diff) => {
      saver.commit(diff)
      await Promise.resolve()
    },
    clock,
    writes,
    statuses,
    stored,
    rows: (index: number) => [...(writes[index]?.write.rows.keys() ?? [])],
    revs: () => writes.map(({ write }) => [write.firstRev, write.header.rev]),
    land: (index: number) => answer(index, ok(null)),
    refuse: (index: number, code: StorageCode) => answer(index, fail(storageFailure(code, ''))),
  }
}
