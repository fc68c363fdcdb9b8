import { subjectFor } from '../audience/subject.ts'
import { addImported } from '../domain/commands/importing.ts'
import type { Command } from '../domain/commands/command.ts'
import { placeStakeholders } from '../domain/commands/placement.ts'
import { addedStakeholders } from '../domain/commands/stakeholders.ts'
import { applyDiff, squashDiffs } from '../domain/diff.ts'
import type { DecodedImport } from '../domain/imported.ts'
import type { MapDoc, Placement, StakeholderId } from '../domain/records.ts'
import { ok } from '../domain/result.ts'
import { layoutFor } from '../drawing/layout.ts'
import { type Drop, settleAll } from '../drawing/settle.ts'

/** Adds what a file brings to the open map, with the new cards on free places, as one change. */
export const importApart =
  (file: DecodedImport): Command =>
  (doc, context) => {
    const imported = addImported(file)(doc, context)
    if (!imported.ok) return imported
    const after = applyDiff(doc, imported.value)
    const places = placesApart(after, new Set(addedStakeholders(imported.value)))
    const placed = placeStakeholders(places)(after, context)
    return placed.ok ? ok(squashDiffs(imported.value, placed.value)) : placed
  }

/** Free places for some of a map's placed stakeholders, near to where they are; all others stay. */
export function placesApart(
  doc: MapDoc,
  ids: ReadonlySet<StakeholderId>,
): Map<StakeholderId, Placement> {
  const { view, idOf } = subjectFor(doc, 'team')
  const { cards, pie } = layoutFor(view)
  const isNew = (key: string) => {
    const id = idOf(key)
    return id !== undefined && ids.has(id)
  }
  const drops = cards
    .filter(({ key }) => isNew(key))
    .map((card): Drop => ({ card, wished: card, segment: card.segment }))
  const others = cards.filter(({ key }) => !isNew(key))
  const places = new Map<StakeholderId, Placement>()
  for (const [key, placement] of settleAll(drops, others, pie)) {
    const id = idOf(key)
    if (id) places.set(id, placement)
  }
  return places
}
