import { diffBetween } from './compareMaps.ts'
import { applyDiff, type Diff, reverseDiff } from './diff.ts'
import type { MapDoc } from './records.ts'

/**
 * Somebody else stored the map while `unsaved` was not: what of theirs is to be shown besides what is `shown` already, so
 * that the work can be stored on top of it. null when theirs is more than the map's own record (as by naming it anew
 * or moving it to the bin), or when both changed that: then a person must look.
 */
export function onto(stored: MapDoc, shown: MapDoc, unsaved: Diff): Diff | null {
  const theirs = diffBetween(applyDiff(shown, reverseDiff(unsaved)), stored)
  const { id } = shown.info
  const isOfMapOnly =
    theirs.added.size + theirs.removed.size === 0 &&
    [...theirs.updated.keys()].every((at) => at === id)
  return isOfMapOnly && !(theirs.updated.has(id) && unsaved.updated.has(id)) ? theirs : null
}
