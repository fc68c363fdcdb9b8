import { subjectFor } from '../audience/subject.ts'
import { addImported } from '../domain/commands/importing.ts'
import type { Command } from '../domain/commands/command.ts'
import { placeStakeholders } from '../domain/commands/placement.ts'
import { applyDiff, type Diff, squashDiffs } from '../domain/diff.ts'
import type { DecodedImport } from '../domain/imported.ts'
import type { MapDoc, Placement, StakeholderId } from '../domain/records.ts'
import { ok } from '../domain/result.ts'
import { layoutFor } from '../drawing/layout.ts'
import { tidy } from '../drawing/tidy.ts'

/** Adds what a file brings to the open map, with all cards tidied so that none covers another, as one change. */
export const importApart =
  (file: DecodedImport): Command =>
  (doc, context) => {
    const imported = addImported(file)(doc, context)
    if (!imported.ok) return imported
    // A list of unplaced names needs no room on the pie: then nobody is moved.
    if (!addsCards(imported.value)) return imported
    const after = applyDiff(doc, imported.value)
    const placed = placeStakeholders(placesApart(after))(after, context)
    return placed.ok ? ok(squashDiffs(imported.value, placed.value)) : placed
  }

const addsCards = ({ added }: Diff): boolean =>
  [...added.values()].some((record) => record.type === 'stakeholder' && record.placement !== null)

/** Places on which no card of a map covers another, near to where they are. */
export function placesApart(doc: MapDoc): Map<StakeholderId, Placement> {
  const { view, idOf } = subjectFor(doc, 'team')
  const { cards, pie } = layoutFor(view)
  const places = new Map<StakeholderId, Placement>()
  for (const [key, placement] of tidy(cards, pie, 'keep')) {
    const id = idOf(key)
    if (id) places.set(id, placement)
  }
  return places
}
