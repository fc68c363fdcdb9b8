import { emptyDiff, isEmptyDiff, squashDiffs, type Diff } from '../domain/diff.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { failureOf, storageFailure } from './failure.ts'
import { rowsOf } from './mapWrite.ts'
import {
  FORMAT_VERSION,
  type Header,
  type SaveStatus,
  type StorageCode,
  type StorageFailure,
  type Stored,
} from './types.ts'
import type { MapWriter } from './unlocked.ts'

/** First and longest wait before another try, in ms; each wait doubles the one before. */
export const FIRST_WAIT = 500
export const LONGEST_WAIT = 30_000

/** After these another try cannot help: somebody else's work would be overwritten. */
export const FINAL: ReadonlySet<StorageCode> = new Set(['conflict', 'missing', 'newer'])

export interface SaverPorts {
  /** Of the map as it was loaded or created. */
  readonly header: Header
  /** A string that no other saver has, in any tab. */
  readonly by: string
  /** `writeMap` on the database, or the same through a seal. */
  readonly write: MapWriter['write']
  /** Missing where `write` itself hands all to the browser before it returns. */
  readonly handOver?: MapWriter['handOver']
  /** What the list of maps shows of the map as it is now. */
  readonly summary: () => unknown
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** Runs something after some ms, unless the returned function is called first. */
  readonly later: (run: () => void, ms: number) => () => void
  readonly onStatus: (status: SaveStatus) => void
  /** Commits have reached the disk. */
  readonly onStored: (stored: Stored) => void
}

export interface Saver {
  /** Takes a commit and writes it at once, or with the next write when one is in flight. */
  commit(diff: Diff): void
  status(): SaveStatus
  /** The rev last known to be on disk. */
  rev(): number
  /** All that is not known to be on disk, as one diff on the stored state. */
  unsaved(): Diff
  /** Resolves with the rev once all commits so far are stored, or with why they are not. */
  flush(): Promise<Result<number, StorageFailure>>
  /** For a page that may be going away: hands all commits to the browser before it returns. */
  flushOnHide(): void
  /** Tries again now instead of after the wait. */
  retryNow(): void
  /** Flushes, then takes no more. What could not be stored stays in `unsaved`. */
  close(): Promise<Result<number, StorageFailure>>
}

/**
 * Keeps an open map on disk. One write is in flight at a time, and commits that come meanwhile go
 * together into the next; only `flushOnHide` starts a write beside one in flight. That one carries
 * the commits in flight once more: should the first fail, nothing is missing, should it succeed, whole
 * records are put a second time. The database runs the two in turn, and claims (see mapWrite.ts) refuse
 * a write that builds on somebody else's rev or arrives after a later one. Through a seal a write first waits to
 * be sealed; `flushOnHide` then places it at once, before its own.
 */
export function createSaver(ports: SaverPorts): Saver {
  /** As last stored. */
  let header = ports.header
  let info = header.info
  /** Commits not known to be stored, oldest first; the first has the number `stored`. */
  const queue: Diff[] = []
  let stored = 0
  /** Writes in flight cover the commits before this number. */
  let sent = 0
  let inFlight = 0
  let lastRev = header.rev
  let failure: StorageFailure | null = null
  let wait = FIRST_WAIT
  let cancelRetry: (() => void) | null = null
  let starting = false
  let closed = false
  let told: SaveStatus = { state: 'saved', at: header.changedAt }
  let flushes: { upTo: number; resolve: (result: Result<number, StorageFailure>) => void }[] = []

  const total = () => stored + queue.length
  const gaveUp = () => failure !== null && FINAL.has(failure.code)

  const tell = () => {
    const status: SaveStatus = failure
      ? { state: 'not saved', code: failure.code }
      : queue.length > 0
        ? { state: 'saving' }
        : { state: 'saved', at: header.changedAt }
    if (JSON.stringify(status) === JSON.stringify(told)) return
    told = status
    ports.onStatus(status)
  }

  const answerFlushes = () => {
    const waiting = flushes
    flushes = []
    for (const flush of waiting) {
      if (flush.upTo <= stored) flush.resolve(ok(header.rev))
      else if (failure && inFlight === 0) flush.resolve(fail(failure))
      else flushes.push(flush)
    }
  }

  const begin = () => {
    cancelRetry?.()
    cancelRetry = null
    const upTo = total()
    const firstRev = header.rev + 1
    sent = upTo
    inFlight += 1
    lastRev += 1
    const rev = lastRev
    void send(firstRev, rev).then((result) =>
      result.ok ? landed(upTo, result.value) : failed(upTo, result.error),
    )
  }

  const send = async (firstRev: number, rev: number): Promise<Result<Header, StorageFailure>> => {
    try {
      const summary = ports.summary()
      const changedAt = ports.now()
      const next = { ...header, rev, formatVersion: FORMAT_VERSION, info, summary, changedAt }
      const write = { header: next, by: ports.by, firstRev, rows: rowsOf(queue) }
      const written = await ports.write(write)
      return written.ok ? ok(next) : written
    } catch (error) {
      return fail(failureOf(error))
    }
  }

  const landed = (upTo: number, next: Header) => {
    inFlight -= 1
    failure = null
    wait = FIRST_WAIT
    // A later write has been heard of already, and it carried these commits too.
    if (upTo <= stored) return goOn()
    const from = header.rev
    const fresh = queue.splice(0, upTo - stored)
    stored = upTo
    header = next
    goOn()
    ports.onStored({ from, rev: next.rev, diff: fresh.reduce(squashDiffs, emptyDiff) })
  }

  const failed = (upTo: number, error: StorageFailure) => {
    inFlight -= 1
    // A later write, landed or still in flight, carries the same commits: its outcome counts.
    if (upTo > stored && inFlight === 0) {
      sent = stored
      failure = error
      // A transaction that failed has left no claim.
      lastRev = header.rev
      if (!gaveUp() && !closed) {
        cancelRetry = ports.later(begin, wait)
        wait = Math.min(wait * 2, LONGEST_WAIT)
      }
    }
    goOn()
  }

  const goOn = () => {
    if (inFlight === 0 && !failure && queue.length > 0 && !starting) {
      // At the end of the present task: what is committed together is written together, so that a
      // page that commits and hides in one breath leaves one transaction, not a second that waits.
      starting = true
      queueMicrotask(() => {
        starting = false
        if (inFlight === 0 && !failure && queue.length > 0) begin()
      })
    }
    tell()
    answerFlushes()
  }

  const retryNow = () => {
    if (queue.length > 0 && inFlight === 0 && !gaveUp()) begin()
  }

  const flush = () => {
    if (queue.length === 0) return Promise.resolve(ok(header.rev))
    if (failure && gaveUp()) return Promise.resolve(fail(failure))
    return new Promise<Result<number, StorageFailure>>((resolve) => {
      flushes.push({ upTo: total(), resolve })
      retryNow()
    })
  }

  return {
    commit(diff) {
      if (isEmptyDiff(diff)) return
      queue.push(diff)
      const changed = diff.updated.get(info.id)?.[1]
      if (changed?.type === 'map') info = changed
      if (closed) failure ??= storageFailure('closed', 'commit after close')
      goOn()
    },
    status: () => told,
    rev: () => header.rev,
    unsaved: () => queue.reduce(squashDiffs, emptyDiff),
    flush,
    flushOnHide() {
      if (total() > sent && !gaveUp()) begin()
      ports.handOver?.()
    },
    retryNow,
    close() {
      closed = true
      cancelRetry?.()
      cancelRetry = null
      return flush()
    },
  }
}
