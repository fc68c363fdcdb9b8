import { Dexie, RangeSet, type Table } from 'dexie'
import type { MapId } from '../domain/records.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { openFailureOf, storageFailure } from './failure.ts'
import { BROWSER_VERSION, DATABASE_NAME, DATABASE_VERSION, openRaw } from './openRaw.ts'
import type { StorageFailure } from './types.ts'

/**
 * - `maps`: one header a map
 * - `records`: one row a record, `{mapId, id, rev, record}`
 * - `claims`: who wrote which rev of which map, `{mapId, rev, by}`; see mapWrite.ts
 * - `viewStates`: `{mapId, state}`; `settings`: `{key, value}`
 * - `restorePoints`: copies of maps to go back to; see restorePoints.ts
 * - `quarantine`: rows that could not be read, as they were found; see quarantine.ts
 */
const TABLES = {
  maps: 'id',
  records: '[mapId+id]',
  claims: '[mapId+rev+by], &[mapId+rev]',
  viewStates: 'mapId',
  settings: 'key',
  restorePoints: '[mapId+id]',
  quarantine: '[mapId+id]',
}

/** Rows are `unknown` on purpose: what is read from a disk is decoded, never trusted. */
export class AllyscopeDexie extends Dexie {
  readonly maps!: Table<unknown, string>
  readonly records!: Table<unknown, [string, string]>
  readonly claims!: Table<unknown, [string, number, string]>
  readonly viewStates!: Table<unknown, string>
  readonly settings!: Table<unknown, string>
  readonly restorePoints!: Table<unknown, [string, string]>
  readonly quarantine!: Table<unknown, [string, string]>
}

/** A table as it is read. The build leaves no more of Dexie's own (build/leanDexiePlugin.ts). */
interface Readable<K> {
  get(key: K): Promise<unknown>
  toArray(): Promise<unknown[]>
  limit(rows: number): { count(): Promise<number> }
  where(index: string): {
    between(lower: readonly unknown[], upper: readonly unknown[]): { toArray(): Promise<unknown[]> }
  }
}

type Tables = {
  readonly [T in keyof typeof TABLES]: AllyscopeDexie[T] extends Table<unknown, infer K>
    ? Readable<K>
    : never
}

/** For reading and for liveQuery. All writing goes through the raw connection. */
export interface Reading extends Tables {
  readonly name: string
  transaction<T>(mode: 'r', of: readonly (keyof Tables)[], work: () => Promise<T>): Promise<T>
}

export interface Database {
  readonly dexie: Reading
  /** The raw connection kept ready for writing; null while there is none. */
  connection(): IDBDatabase | null
  /** The raw connection, opened again if the browser closed it. */
  connect(): Promise<Result<IDBDatabase, StorageFailure>>
  /** Tells live queries, here and in other tabs, that a map's header has changed. */
  headerChanged(id: MapId): void
  close(): void
}

export interface DatabasePorts {
  /** null where the browser has none or denies it. */
  readonly indexedDB: IDBFactory | null
  readonly name?: string
  /** A newer build waits for this tab to let go: start the last writes now, synchronously. */
  readonly onClosing?: () => void
  /** The database was closed for a newer build and stays closed until the page is loaded again. */
  readonly onClosed?: () => void
  /** Opening waits for another tab with an older build to be closed. */
  readonly onBlocked?: () => void
}

/** The browser's IndexedDB, or null where it is missing or even its mention is denied. */
export function browserIndexedDb(): IDBFactory | null {
  try {
    return typeof indexedDB === 'undefined' ? null : indexedDB
  } catch {
    // Sandboxed frames throw a SecurityError on access: the same answer as having none.
    return null
  }
}

/**
 * Opens the database, making it when there is none. Fails with `unavailable` (the app then runs in
 * memory), `newer` (a later build made it; nothing was changed), `quota` or `unknown`.
 */
export async function openDatabase(
  ports: DatabasePorts,
): Promise<Result<Database, StorageFailure>> {
  const factory = ports.indexedDB
  if (!factory) return fail(storageFailure('unavailable', 'IndexedDB is missing'))
  const name = ports.name ?? DATABASE_NAME
  const dexie = new AllyscopeDexie(name, {
    indexedDB: exactVersionOnly(factory),
    IDBKeyRange,
    // Writes pass Dexie by, so that its cache of results would go stale.
    cache: 'disabled',
  })
  dexie.version(DATABASE_VERSION).stores(TABLES)
  // `false` keeps Dexie's own words out of the console, here and below.
  dexie.on('blocked', () => {
    ports.onBlocked?.()
    return false
  })

  let raw: IDBDatabase | null = null
  let opening: Promise<Result<IDBDatabase, StorageFailure>> | null = null
  let closed = false

  const close = () => {
    closed = true
    raw?.close()
    raw = null
    dexie.close({ disableAutoOpen: true })
  }
  // An old tab that reopens by itself would write old-shaped rows into the upgraded database.
  const letGo = () => {
    if (closed) return
    ports.onClosing?.()
    close()
    ports.onClosed?.()
  }
  dexie.on('versionchange', () => {
    letGo()
    return false
  })

  const connect = async (): Promise<Result<IDBDatabase, StorageFailure>> => {
    if (closed) return fail(storageFailure('closed', 'closed for good'))
    if (raw) return ok(raw)
    // Dexie closes its own connection on `pagehide`, when the page may be kept for the back button, and before our
    // listeners run: too early for a last write.
    opening ??= openRaw(factory, name).finally(() => {
      opening = null
    })
    const opened = await opening
    if (!opened.ok) return opened
    if (closed) {
      opened.value.close()
      return fail(storageFailure('closed', 'closed while opening'))
    }
    raw = opened.value
    raw.onversionchange = letGo
    // The browser may drop a connection, and another does as well; unless the database is gone, as when the site's data
    // was cleared: then nothing of what was shown as saved is.
    raw.onclose = () => {
      raw = null
      void connect().then((again) => {
        if (again.ok || closed || again.error.code !== 'closed') return
        close()
        ports.onClosed?.()
      })
    }
    return opened
  }

  try {
    await dexie.open()
  } catch (error) {
    close()
    return fail(openFailureOf(error))
  }
  const connected = await connect()
  if (!connected.ok) {
    close()
    return connected
  }
  return ok({
    dexie,
    connection: () => raw,
    connect,
    headerChanged: (id) => {
      Dexie.on.storagemutated.fire({ [`idb://${name}/maps/`]: new RangeSet(id) })
    },
    close,
  })
}

/**
 * A factory that refuses to open any version but this build's. On meeting a newer database Dexie would
 * open it as it is, and even add to it what it misses there.
 */
function exactVersionOnly(factory: IDBFactory) {
  return {
    open(name: string, version?: number): IDBOpenDBRequest {
      if (version !== BROWSER_VERSION) {
        throw new DOMException(`not version ${DATABASE_VERSION}`, 'VersionError')
      }
      return factory.open(name, version)
    },
    deleteDatabase: (name: string) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
  }
}
