import type { MapDoc, MapId } from '../domain/records.ts'
import { fail, ok } from '../domain/result.ts'
import { createMapStore } from '../store/mapStore.ts'
import { openMapOn } from '../store/openMap.ts'
import { createViewSettings } from '../store/viewSettings.ts'
import { lookAsPublic } from '../store/lookAsPublic.ts'
import {
  DEFAULT_SAFETY,
  type KeepingFailure,
  type MapListing,
  type MapListState,
} from '../views/services.ts'
import { isoNow, newId } from './environment.ts'
import type { Keeping } from './keeping.ts'
import { summaryOf } from './summary.ts'

interface Kept {
  readonly doc: MapDoc
  readonly changedAt: Date
  readonly inBin: boolean
}

/**
 * Maps for as long as the page is open, where the browser refuses storage. Every map says "not saved",
 * with the reason, so that nobody relies on it.
 */
export function memoryKeeping(reason: KeepingFailure): Keeping {
  const maps = new Map<MapId, Kept>()
  let tell: (list: MapListState) => void = () => undefined
  const list = () =>
    tell({
      status: 'ready',
      code: reason,
      maps: Array.from(maps.values(), listingOf).toSorted(
        (a, b) => b.changedAt.getTime() - a.changedAt.getTime(),
      ),
    })
  const put = (doc: MapDoc, inBin = false) => {
    maps.set(doc.info.id, { doc, changedAt: new Date(), inBin })
    list()
    return ok(null)
  }
  const change = async (id: MapId, work: (kept: Kept) => { doc?: MapDoc; inBin?: boolean }) => {
    const kept = maps.get(id)
    if (!kept) return fail('missing' as const)
    const { doc = kept.doc, inBin = kept.inBin } = work(kept)
    return Promise.resolve(put(doc, inBin))
  }
  return {
    stock: null,
    observe(onList) {
      tell = onList
      list()
    },
    create: async (doc) => Promise.resolve(put(doc)),
    duplicate: (id, copyId, name) =>
      change(id, ({ doc }) => {
        put({ ...doc, info: { ...doc.info, id: copyId, name } })
        return {}
      }),
    rename: (id, name) =>
      change(id, ({ doc }) => ({ doc: { ...doc, info: { ...doc.info, name } } })),
    bin: (id) => change(id, () => ({ inBin: true })),
    restore: (id) => change(id, () => ({ inBin: false })),
    async deleteForever(id) {
      maps.delete(id)
      list()
      return Promise.resolve(ok(null))
    },
    // What is kept in memory alone is gone with the page: there is nothing to seal.
    createSealed: () => Promise.resolve(fail('unavailable')),
    unlock: () => Promise.resolve(fail('unavailable')),
    dropKeys: () => undefined,
    async open(id, ports) {
      const kept = maps.get(id)
      if (!kept) return Promise.resolve(fail('missing'))
      const store = createMapStore(kept.doc, { newId, now: isoNow })
      store.onCommit((_, doc) => put(doc))
      ports.onRole('writer')
      ports.onSave({ status: 'not saved', code: reason })
      const map = openMapOn(store, createViewSettings())
      if (ports.publicFirst) lookAsPublic(map)
      return Promise.resolve(
        ok({
          map,
          onDisk: null,
          unreadable: 0,
          takeOver: () => undefined,
          retrySaving: () => undefined,
          flush: () => Promise.resolve(fail(reason)),
          flushNow: () => undefined,
          changeSeal: () => Promise.resolve(fail('unavailable')),
          dropKey: () => undefined,
          close: () => Promise.resolve(),
        }),
      )
    },
    lastOpen: () => Promise.resolve(null),
    setLastOpen: () => undefined,
    safety: () => Promise.resolve(DEFAULT_SAFETY),
    setSafety: () => undefined,
  }
}

function listingOf({ doc, changedAt, inBin }: Kept): MapListing {
  const { id, name, alliesSide } = doc.info
  const { counts, namesHidden } = summaryOf(doc)
  return {
    id,
    name: namesHidden ? '' : name,
    sealed: false,
    hasRecoveryKey: false,
    alliesSide,
    changedAt,
    inBin,
    counts,
  }
}
