import type { AnyRecord, MapId } from '../domain/records.ts'
import type { Result } from '../domain/result.ts'
import type { Bytes } from '../sealing/bytes.ts'
import type { Database } from './database.ts'
import type { AsideStore, MapWrite } from './mapWrite.ts'
import type { Header, StorageFailure, UnreadableRow } from './types.ts'

/** How a saver's writes reach the disk. */
export interface MapWriter {
  /** Resolves when the write is on disk, or with why it is not. */
  write(write: MapWrite): Promise<Result<null, StorageFailure>>
  /** Hands all writes asked for so far to the browser before it returns. */
  handOver(): void
}

/**
 * A sealed map whose key is at hand (made by sealedMap.ts). A type apart, so that a page without sealed maps
 * never loads the vault.
 */
export interface Unlocked {
  readonly id: MapId
  readonly hasRecoveryKey: boolean
  /**
   * Opens header and rows. What can't be opened or read is set aside, a header too; `unknown` when there is nothing
   * like one, `closed` when the key is gone.
   */
  read(
    header: Header,
    rows: readonly unknown[],
  ): Promise<
    Result<
      {
        header: Header
        records: readonly AnyRecord[]
        unreadable: readonly UnreadableRow[]
        /** See `LoadedMap`. */
        older: readonly unknown[] | null
      },
      StorageFailure
    >
  >
  writer(db: Database): MapWriter
  /** How the map is looked at, as it may be stored. At once: it is kept while the page is being left. */
  sealView(state: unknown): Bytes
  /** undefined when it can't be opened. */
  openView(box: unknown): Promise<unknown>
  /** A clear row of a table beside the records, as it may be stored. */
  sealAside(store: AsideStore, row: object): Promise<object>
  /** The clear row again, if need be (`list`) without its large part. */
  openAside(
    store: AsideStore,
    raw: unknown,
    how?: 'whole' | 'list',
  ): Promise<Result<object, 'broken'>>
  /** Forgets the key: from here on everything is refused. */
  drop(): void
}
