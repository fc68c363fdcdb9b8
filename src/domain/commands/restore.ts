import { diffBetween } from '../compareMaps.ts'
import type { MapDoc } from '../records.ts'
import { ok } from '../result.ts'
import type { Command } from './command.ts'

/** Makes the map what a copy of it was. One diff of what differs, so that Undo brings the newer state back. */
export const restoreMap =
  (copy: MapDoc): Command =>
  (doc) =>
    ok(diffBetween(doc, copy))
