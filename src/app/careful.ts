import { fail, type Result } from '../domain/result.ts'
import { failureOf } from '../storage/failure.ts'
import { FINAL } from '../storage/saver.ts'
import {
  FORMAT_VERSION,
  type Header,
  type LoadedMap,
  type StorageFailure,
} from '../storage/types.ts'
import type { MapWriter } from '../storage/unlocked.ts'
import type { CarePorts } from './takingCare.ts'

export interface CarefulWriter extends MapWriter {
  readonly header: Header
  readonly ready?: Promise<unknown>
  /** Care is being taken: what is written now reaches the disk after that, too late for a page that goes. */
  readonly isBusy?: () => boolean
}

/**
 * How a map is written that needs care first: what could not be read is set aside, an older format upgraded. Until that
 * is done nothing else is written; while it fails, every write fails for the same reason.
 */
export function carefulWriter(
  loaded: LoadedMap,
  ports: CarePorts,
  onDone: (rev: number) => void,
): CarefulWriter {
  const { writer } = ports
  const { header, older } = loaded
  if (loaded.unreadable.length === 0 && !older) return { header, ...writer }
  // Once it is set aside, a damaged map record needs not be carried along any more.
  const { damagedInfo: _, ...sound } = header
  const rev = older ? header.rev + 1 : header.rev
  let isDone = false
  let isBusy = false
  let care: Promise<Result<null, StorageFailure>> | null = null
  const takeCare = () => {
    isBusy ||= !care
    return (care ??= import('./takingCare.ts')
      .then(({ careOf }) => careOf(loaded, ports))
      .catch((error: unknown) => fail(failureOf(error)))
      .then((done) => {
        isDone = done.ok
        isBusy = false
        if (done.ok) onDone(rev)
        // There may be room later, or another connection.
        else if (!FINAL.has(done.error.code)) care = null
        return done
      }))
  }
  return {
    ...writer,
    ready: takeCare(),
    isBusy: () => isBusy,
    header: { ...sound, rev, formatVersion: FORMAT_VERSION },
    write: (write) =>
      isDone
        ? writer.write(write)
        : takeCare().then((done) => (done.ok ? writer.write(write) : done)),
  }
}
