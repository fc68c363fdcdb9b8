import type { MapView } from '../../audience/view.ts'
import type { Point, RelationshipKind } from '../../domain/records.ts'
import type { NetworkFormatId } from './plan.ts'

/** Where each stakeholder of a view stands in the network's drawing, by key; y grows downwards. */
export type NetworkPlaces = ReadonlyMap<string, Point>

/**
 * Words for people to read (labels of groups and ties). Fields that are read back are always written in
 * the format's English words, so that a file can be read whatever the language was.
 */
export interface FormatWords {
  /** From active allies to active opponents, as the map calls them. */
  readonly segments: readonly [string, string, string, string, string]
  readonly notPlaced: string
  /** `own` is not used: such a tie has a word of its own. */
  readonly ties: Readonly<Record<RelationshipKind, string>>
}

export interface WrittenFile {
  readonly name: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

/** Writes a view in a format of another tool. The same input gives the same bytes. */
export interface NetworkFormatWriter {
  readonly id: NetworkFormatId
  /** With its dot; of what people save, which is a zip when `files` gives several. */
  readonly extension: string
  readonly mediaType: string
  /** Pure functions of the view: what is not in it can't be in a file. */
  files(view: MapView, places: NetworkPlaces, words: FormatWords): readonly WrittenFile[]
}
