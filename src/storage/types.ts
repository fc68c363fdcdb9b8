import type { Diff } from '../domain/diff.ts'
import type { MapDoc, MapId, MapInfo } from '../domain/records.ts'

/** Version of the shape of stored records; grows with every migration (domain/migrations.ts). */
export const FORMAT_VERSION = 3

/**
 * Version of the header row of a sealed map. Builds that know nothing of seals take it for a newer format, and so
 * neither open such a map nor write over it. No map in clear has this version.
 */
export const SEALED_FORMAT_VERSION = 2

/**
 * Why something could not be stored or read.
 * - `quota`: the disk or the browser's share of it is full
 * - `unavailable`: there is no IndexedDB here, or it is denied (private windows)
 * - `conflict`: somebody else has written this map since it was read
 * - `missing`: there is no such map (any more)
 * - `newer`: written by a newer build than this one
 * - `closed`: the database was closed, by a newer build's upgrade or by the browser
 */
export type StorageCode =
  | 'quota'
  | 'unavailable'
  | 'conflict'
  | 'missing'
  | 'newer'
  | 'closed'
  | 'unknown'

export interface StorageFailure {
  readonly code: StorageCode
  /** The browser's own words, for problem reports; never shown as the message. */
  readonly detail: string
}

/** A map's row in the list of maps. */
export interface Header {
  readonly id: MapId
  /** Grows with every write of this map; gaps are possible. */
  readonly rev: number
  readonly formatVersion: number
  /** The map's own record lives here only, not among the record rows. */
  readonly info: MapInfo
  /** Whatever the caller gave for the list (a small picture); JSON, opaque to storage. */
  readonly summary: unknown
  /** ISO 8601, UTC; so are the next two. */
  readonly changedAt: string
  readonly createdAt: string
  /** When the map was put in the bin; null = it is not there. */
  readonly deletedAt: string | null
  /** A map record that could not be read, kept as found while `info` stands in for it. */
  readonly damagedInfo?: unknown
  /** Of a sealed map, as found: see sealedHead.ts. While it is locked, `info` is empty and the times are days. */
  readonly sealed?: unknown
}

/** The map is sealed and no key was given. */
export interface Locked {
  readonly code: 'locked'
  readonly detail: string
}

/** Something stored that this build cannot read. It stays where it is. */
export interface UnreadableRow {
  readonly id: string
  /** `field: what is wrong`, as from `decodeRecord`. */
  readonly reason: string
  /** Exactly what was found. */
  readonly raw: unknown
}

export interface MapList {
  /** Latest change first; those in the bin too. */
  readonly maps: readonly Header[]
  readonly unreadable: readonly UnreadableRow[]
}

/** A map as it stands in the tables. */
export interface WholeMap {
  readonly header: Header
  readonly rows: readonly unknown[]
}

export interface LoadedMap {
  readonly doc: MapDoc
  readonly rev: number
  readonly header: Header
  readonly unreadable: readonly UnreadableRow[]
  /** Its records in the older format that they are stored in; null when that is the format of today. */
  readonly older: readonly unknown[] | null
}

/** What the status line may say. `saved` means: on disk, and nothing is waiting. */
export type SaveStatus =
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'saving' }
  | { readonly state: 'not saved'; readonly code: StorageCode }

/** Commits that have reached the disk: they lead from any state between `from` and `rev` to `rev`. */
export interface Stored {
  readonly from: number
  readonly rev: number
  readonly diff: Diff
}
