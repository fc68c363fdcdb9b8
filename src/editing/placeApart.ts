import { subjectFor } from '../audience/subject.ts'
import { addImported, mapFromImport } from '../domain/commands/importing.ts'
import type { Command } from '../domain/commands/command.ts'
import { placeStakeholders } from '../domain/commands/placement.ts'
import { applyDiff, type Diff, squashDiffs } from '../domain/diff.ts'
import type { DecodedImport, KnownStakeholders } from '../domain/imported.ts'
import { asId, type MapDoc, type Placement, type StakeholderId } from '../domain/records.ts'
import { ok } from '../domain/result.ts'
import { layoutFor } from '../drawing/layout.ts'
import { tidy } from '../drawing/tidy.ts'

/**
 * Adds what a file brings to the open map, with all cards tidied so that none covers another, as one change.
 * `known` are those of the file that the map already has.
 */
export const importApart =
  (file: DecodedImport, known?: KnownStakeholders): Command =>
  (doc, context) =>
    apart(addImported(leavesPlaces(doc, file) ? withoutPlaces(file) : file, known))(doc, context)

/** A command with all cards tidied after it, when somebody comes to stand on the pie. */
export const apart =
  (command: Command): Command =>
  (doc, context) => {
    const changed = command(doc, context)
    if (!changed.ok) return changed
    // A list of unplaced names needs no room on the pie: then nobody is moved.
    if (!placesCards(changed.value)) return changed
    const after = applyDiff(doc, changed.value)
    const placed = placeStakeholders(placesApart(after))(after, context)
    return placed.ok ? ok(squashDiffs(changed.value, placed.value)) : placed
  }

/** Whether both have places in the network: another drawing's would lie anywhere among the map's own. */
export const leavesPlaces = (doc: MapDoc, file: DecodedImport): boolean =>
  [...doc.stakeholders.values()].some(({ networkPosition }) => networkPosition !== null) &&
  file.stakeholders.some(({ networkPosition }) => networkPosition !== null)

/** A file without places in the network. */
export const withoutPlaces = (file: DecodedImport): DecodedImport => ({
  ...file,
  stakeholders: file.stakeholders.map((one) => ({ ...one, networkPosition: null })),
})

/** Whether somebody comes to stand on the pie, or elsewhere on it. */
const placesCards = ({ added, updated }: Diff): boolean =>
  [...added.values()].some(
    (record) => record.type === 'stakeholder' && record.placement !== null,
  ) ||
  [...updated.values()].some(
    ([from, to]) =>
      from.type === 'stakeholder' &&
      to.type === 'stakeholder' &&
      to.placement !== null &&
      to.placement !== from.placement,
  )

/** What a file brings, to be a map of its own, with places on which no card covers another. */
export function spacedOut(file: DecodedImport): DecodedImport {
  let count = 0
  const doc = mapFromImport(file, asId('spaced'), { newId: () => asId(`word${++count}`) })
  const places = new Map<string, Placement>(placesApart(doc))
  return {
    ...file,
    stakeholders: file.stakeholders.map((one) => ({
      ...one,
      placement: places.get(one.id) ?? one.placement,
    })),
  }
}

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
