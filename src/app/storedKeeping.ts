import { asId, type MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { openBroadcastChannel } from '../storage/channel.ts'
import type { Database } from '../storage/database.ts'
import { createRepository } from '../storage/repository.ts'
import { createSmallValues } from '../storage/smallValues.ts'
import type { Unlocked } from '../storage/unlocked.ts'
import type { Header } from '../storage/types.ts'
import { hasRecoveryKey } from '../storage/rows.ts'
import { createWriterLock } from '../storage/writerLock.ts'
import type { KeepingFailure, MapListing } from '../views/services.ts'
import { isoNow, later, newId, webLocks } from './environment.ts'
import type { Keeping } from './keeping.ts'
import { safetyFrom } from './safetyRow.ts'
import { openStoredSession } from './storedSession.ts'
import { summaryFrom, summaryOf } from './summary.ts'

const LAST_OPEN = 'lastOpen'
const SAFETY = 'safety'

/** Maps in this device's database. */
export function storedKeeping(db: Database): Keeping {
  const repository = createRepository(db, { now: isoNow, newToken: newId })
  const smallValues = createSmallValues(db)
  const ports = { db, repository }
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

  /** Changes a map as its only writer: a tab that edits it stores everything first and steps back. */
  const asWriter = async (
    id: MapId,
    work: () => Promise<Result<unknown, { readonly code: KeepingFailure }>>,
  ): Promise<Result<null, KeepingFailure>> => {
    const lock = createWriterLock({
      mapId: id,
      tabId: newId(),
      locks: webLocks(),
      openChannel: openBroadcastChannel,
      letGo: () => Promise.resolve(true),
      onRole: () => undefined,
      later,
    })
    if ((await lock.acquire()) === 'follower' && (await lock.takeOver()) === 'follower') {
      lock.close()
      return fail('conflict')
    }
    const result = await work()
    lock.close()
    return result.ok ? ok(null) : fail(result.error.code)
  }

  return {
    observe(onList) {
      repository.observeMaps((list) =>
        onList(
          list.ok
            ? { status: 'ready', maps: list.value.maps.map(listingOf) }
            : { status: 'failed', code: list.error.code },
        ),
      )
    },
    async create(doc) {
      const made = await repository.createMap(doc, summaryOf(doc))
      return made.ok ? ok(null) : fail(made.error.code)
    },
    async createSealed(doc, options) {
      const { createSealed } = await import('./sealedKeeping.ts')
      const made = await createSealed(ports, doc, options)
      if (!made.ok) return made
      const { unlocked, recoveryKey } = made.value
      keep(unlocked)
      return ok({ recoveryKey })
    },
    async unlock(id, secret) {
      const { unlock } = await import('./sealedKeeping.ts')
      const unlocked = await unlock(ports, id, secret)
      if (!unlocked.ok) return unlocked
      keep(unlocked.value)
      return ok(null)
    },
    dropKeys,
    async duplicate(id, copyId, name) {
      const made = await repository.duplicateMap(id, { newId: copyId, name })
      return made.ok ? ok(null) : fail(made.error.code)
    },
    rename: (id, name) =>
      asWriter(id, async () => {
        const loaded = await repository.loadMap(id)
        if (!loaded.ok) {
          const { code } = loaded.error
          return fail({ code: code === 'locked' ? 'unavailable' : code })
        }
        const { doc, rev } = loaded.value
        const summary = summaryOf({ ...doc, info: { ...doc.info, name } })
        return repository.renameMap(id, { name, summary }, rev)
      }),
    bin: (id) => asWriter(id, () => repository.binMap(id)),
    restore: (id) => asWriter(id, () => repository.restoreMap(id)),
    deleteForever: (id) => asWriter(id, () => repository.deleteForever(id)),
    open(id, session) {
      const key = keys.get(id) ?? null
      keys.delete(id)
      return openStoredSession(id, key, { ...session, ...ports, smallValues })
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

function listingOf(header: Header): MapListing {
  const { id, info, changedAt, deletedAt, sealed } = header
  const { counts, namesHidden } = summaryFrom(header.summary)
  return {
    id,
    name: namesHidden ? '' : info.name,
    sealed: sealed !== undefined,
    hasRecoveryKey: hasRecoveryKey(sealed),
    alliesSide: info.alliesSide,
    changedAt: new Date(changedAt),
    inBin: deletedAt !== null,
    counts,
  }
}
