import { mapFromImport } from '../domain/commands/importing.ts'
import { placeStakeholders } from '../domain/commands/placement.ts'
import { applyDiff } from '../domain/diff.ts'
import type { MapDoc } from '../domain/records.ts'
import { placesApart } from '../editing/placeApart.ts'
import { freedomSummer } from '../files/freedomSummer.ts'
import { newId } from './environment.ts'

/** The bundled example as a new map. Its file only says segments, so that the cards are put side by side here. */
export function exampleMap(): MapDoc {
  const doc = mapFromImport(freedomSummer(), newId(), { newId })
  const placed = placeStakeholders(placesApart(doc))(doc, { newId })
  return placed.ok ? applyDiff(doc, placed.value) : doc
}
