import type { Command } from '../domain/commands/command.ts'
import { mergeCopy } from '../domain/commands/merge.ts'
import type { Choices } from '../domain/merge/choices.ts'
import type { FileCopy } from '../domain/merge/copy.ts'
import { apart, leavesPlaces, withoutPlaces } from './placeApart.ts'

/**
 * Takes over from another copy of the map what was chosen, with all cards tidied when somebody comes to stand on the
 * pie, as one change.
 */
export const mergeApart =
  (file: FileCopy, choices: Choices): Command =>
  (doc, context) => {
    const left = leavesPlaces(doc, file.import) ? withoutPlaces(file.import) : file.import
    return apart(mergeCopy({ ...file, import: left }, choices))(doc, context)
  }
