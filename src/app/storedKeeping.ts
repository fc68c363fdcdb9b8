import { asId, type MapId } from '../domain/records.ts'
import { ok } from '../domain/result.ts'
import { mapsRemembered, rememberMaps } from '../storage/canary.ts'
import type { Database } from '../storage/database.ts'
import { createRepository } from '../storage/repository.ts'
import { createSmallValues } from '../storage/smallValues.ts'
import type { Unlocked } from '../storage/unlocked.ts'
import type { Keeping } from './keeping.ts'
import { listingOf } from './mapListing.ts'
import { safetyFrom } from './safetyRow.ts'
import { openStoredSession } from './storedSession.ts'

const LAST_OPEN = 'lastOpen'
const SAFETY = 'safety'

/** Nobody starts with one of these. */
const changes = () => import('./listChanges.ts')

/** Only for an empty list. */
const wereThereMaps = (db: Database): Promise<boolean> =>
  import('./lossCheck.ts').then(
    (check) => check.wereThereMaps(db),
    () => mapsRemembered() > 0,
  )

/** Maps in this device's database. */
export function storedKeeping(db: Database): Keeping {
  const repository = createRepository(db)
  const smallValues = createSmallValues(db)
  const stock = { db, repository, smallValues }
  /** Keys of maps that are about to be opened. An open map has its own. */
  const keys = new Map<MapId, Unlocked>()
  const keep = (key: Unlocked) => {
    keys.get(key.id)?.drop()
    keys.set(key.id, key)
  }
  const dropKeys = (but?: MapId) => {
    for (const [id, key] of keys) {
      if (id === but) continue
      key.drop()
      keys.delete(id)
    }
  }

  return {
    stock,
    observe(onList) {
      /** Asked of the first list alone: later ones are empty on purpose. */
      let isLost: Promise<boolean> | null = null
      repository.observeMaps((list) => {
        if (!list.ok) return onList({ status: 'failed', code: list.error.code })
        const { maps, unreadable } = list.value
        const count = maps.length + unreadable.length
        if (count > mapsRemembered()) rememberMaps(count)
        isLost = count > 0 ? Promise.resolve(false) : (isLost ?? wereThereMaps(db))
        const asked = isLost
        void asked.then((isEmptied) => {
          if (asked !== isLost) return
          onList({
            status: 'ready',
            maps: maps.map(listingOf),
            unreadable: unreadable.length,
            isLost: isEmptied,
          })
        })
      })
    },
    create: async (doc) => (await changes()).create(stock, doc),
    async createSealed(doc, options) {
      const { createSealed } = await import('./sealedKeeping.ts')
      const made = await createSealed(stock, doc, options)
      if (!made.ok) return made
      const { unlocked, recoveryKey } = made.value
      keep(unlocked)
      return ok({ recoveryKey })
    },
    async unlock(id, secret) {
      const { unlock } = await import('./sealedKeeping.ts')
      const unlocked = await unlock(stock, id, secret)
      if (!unlocked.ok) return unlocked
      keep(unlocked.value)
      return ok(null)
    },
    dropKeys,
    duplicate: async (...how) => (await changes()).duplicate(stock, ...how),
    rename: async (...how) => (await changes()).rename(stock, ...how),
    bin: async (id) => (await changes()).bin(stock, id),
    restore: async (id) => (await changes()).restore(stock, id),
    deleteForever: async (id) => (await changes()).deleteForever(stock, id),
    open(id, session) {
      const key = keys.get(id) ?? null
      keys.delete(id)
      return openStoredSession(id, key, { ...session, ...stock })
    },
    async lastOpen() {
      const kept = await smallValues.getSetting(LAST_OPEN)
      return kept.ok && typeof kept.value === 'string' ? asId<MapId>(kept.value) : null
    },
    setLastOpen: (id) => void smallValues.setSetting(LAST_OPEN, id),
    async safety() {
      const kept = await smallValues.getSetting(SAFETY)
      return safetyFrom(kept.ok ? kept.value : undefined)
    },
    setSafety: (settings) => void smallValues.setSetting(SAFETY, settings),
  }
}
