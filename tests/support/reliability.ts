import { createStore } from 'zustand/vanilla'
import { ok } from '../../src/domain/result.ts'
import { fail } from '../../src/domain/result.ts'
import type { BackupState, DeviceStorage, Reliability } from '../../src/views/reliability.ts'

const unknown = { isPersistent: null, used: null, quota: null }
const missing = () => Promise.resolve(fail('missing' as const))

/** What keeps work from being lost, of a device on which nothing of it has happened yet. */
export const fakeReliability = (more: Partial<Reliability> = {}): Reliability => ({
  points: {
    list: () => Promise.resolve(ok({ points: [], damaged: 0 })),
    read: missing,
    keep: missing,
    rename: missing,
    remove: missing,
  },
  backups: {
    state: createStore<BackupState>(() => ({ last: null, file: null, canChooseFile: false })),
    wasSaved: () => Promise.resolve(),
    chooseFile: () => Promise.resolve(ok(null)),
    writeFile: () => Promise.resolve(ok(null)),
    setAutomatic: () => Promise.resolve(),
    forgetFile: () => Promise.resolve(),
    remindLater: () => Promise.resolve(),
  },
  device: {
    seen: createStore<DeviceStorage>(() => unknown),
    storage: () => Promise.resolve(unknown),
    askToPersist: () => Promise.resolve(unknown),
  },
  stranded: { keepAsNew: missing, showStored: () => Promise.resolve() },
  quarantine: { list: () => Promise.resolve(ok([])), exported: missing, discard: missing },
  recovery: {
    copies: () => Promise.resolve([]),
    restore: missing,
    mapsBefore: () => Promise.resolve(0),
    gone: () => Promise.resolve(0),
    acceptGone: () => Promise.resolve(),
    forgetCopies: () => Promise.resolve(ok(null)),
    forgetRows: () => Promise.resolve(ok(null)),
    startAnew: () => undefined,
    rawCopy: missing,
    restoreRawCopy: missing,
  },
  ...more,
})
