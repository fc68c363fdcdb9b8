import { NOTHING_KNOWN } from '../../../src/domain/nothingKnown.ts'
import { emptyDoc, newMapInfo } from '../../../src/domain/doc.ts'
import { applyDiff, diffOf, type Diff } from '../../../src/domain/diff.ts'
import {
  asId,
  type MapDoc,
  type MapId,
  type Stakeholder,
  type StakeholderId,
} from '../../../src/domain/records.ts'
import type { Result } from '../../../src/domain/result.ts'
import type { Channel, OpenChannel } from '../../../src/storage/channel.ts'
import {
  AllyscopeDexie,
  openDatabase,
  type Database,
  type DatabasePorts,
} from '../../../src/storage/database.ts'
import { createMapChanges } from '../../../src/storage/mapChanges.ts'
import { createRepository } from '../../../src/storage/repository.ts'
import { commitAtOnce } from '../../../src/storage/transaction.ts'

let count = 0
/** A string not given before. */
export const fresh = (prefix: string): string => `${prefix}-${(count += 1)}`

export function unwrap<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`)
  return result.value
}

/** A database whose Dexie may do all it can, also count, write and delete. */
export type WholeDatabase = Omit<Database, 'dexie'> & { readonly dexie: AllyscopeDexie }

function whole(db: Database): WholeDatabase {
  if (!(db.dexie instanceof AllyscopeDexie)) throw new Error('opened without Dexie')
  return { ...db, dexie: db.dexie }
}

export const openNamed = async (
  name: string,
  ports: Partial<DatabasePorts> = {},
): Promise<WholeDatabase> => whole(unwrap(await openDatabase({ indexedDB, name, ...ports })))

/** Reads maps, and changes them as wholes. */
export const repositoryOn = (db: Database, now = () => '2026-01-02T03:04:05.000Z') => {
  const repository = createRepository(db)
  const newToken = () => fresh('token')
  return { ...repository, ...createMapChanges(db, repository, { now, newToken }) }
}

/** Puts a row on the disk as it is, whatever the app thinks of it. */
export const putRaw = async (db: Database, store: string, row: unknown) =>
  unwrap(
    await commitAtOnce(unwrap(await db.connect()), [store], 'strict', (transaction) => {
      transaction.objectStore(store).put(row)
    }),
  )

export const stakeholder = (id: string, name = `Name of ${id}`): Stakeholder => ({
  type: 'stakeholder',
  id: asId<StakeholderId>(id),
  order: 1,
  name,
  ...NOTHING_KNOWN,
  kind: 'group',
})

export function docWith(...stakeholders: Stakeholder[]): MapDoc {
  const doc = emptyDoc(newMapInfo(asId<MapId>(fresh('map')), 'Water for all', 'Our union'))
  return applyDiff(doc, diffOf({ added: stakeholders }))
}

export const added = (...ids: string[]): Diff => diffOf({ added: ids.map((id) => stakeholder(id)) })

/** A document as plain data, for comparing. */
export const plain = (doc: MapDoc) => ({
  info: doc.info,
  stakeholders: [...doc.stakeholders.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  relationships: [...doc.relationships.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

/** A clock that only moves when told to. */
export function handClock() {
  let now = 0
  let timers: { at: number; run: () => void }[] = []
  return {
    later(run: () => void, ms: number) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    pass(ms: number) {
      now += ms
      const due = timers.filter(({ at }) => at <= now)
      timers = timers.filter(({ at }) => at > now)
      for (const { run } of due) run()
    },
    waiting: () => timers.map(({ at }) => at - now),
  }
}

/** Lets everything that is under way in fake IndexedDB and in promises finish. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 20))

/** Channels of one imaginary browser. */
export function tabBus(): OpenChannel {
  const lines: { name: string; hear: (message: unknown) => void; self: Channel }[] = []
  return (name, hear) => {
    const self: Channel = {
      post(message) {
        const sent: unknown = structuredClone(message)
        for (const line of lines) {
          if (line.name === name && line.self !== self) queueMicrotask(() => line.hear(sent))
        }
      },
      close() {
        lines.splice(
          lines.findIndex((line) => line.self === self),
          1,
        )
      },
    }
    lines.push({ name, hear, self })
    return self
  }
}
