import { docFromRecords, nextOrder } from '../doc.ts'
import { diffOf } from '../diff.ts'
import type { DecodedImport } from '../imported.ts'
import { LIMITS } from '../limits.ts'
import {
  asId,
  type AnyRecord,
  type MapDoc,
  type MapId,
  type Relationship,
  type Stakeholder,
  type StakeholderId,
} from '../records.ts'
import { fail, ok } from '../result.ts'
import type { Command, CommandContext } from './command.ts'
import { emptyDoc } from '../doc.ts'
import { wordChanges } from './words.ts'

/** A new map out of a file. Ids that the file brings are kept, so that copies of one map can be compared later. */
export function mapFromImport(file: DecodedImport, mapId: MapId, context: CommandContext): MapDoc {
  const { id: _fileId, ...facts } = file.map
  const blank = emptyDoc({ type: 'map', id: mapId, ...facts })
  const records = importedRecords(blank, file, context, 'keep ids')
  return docFromRecords([blank.info, ...records]) ?? blank
}

/** Adds everything in a file to the open map, with new ids, as one change. */
export const addImported =
  (file: DecodedImport): Command =>
  (doc, context) => {
    if (doc.stakeholders.size + file.stakeholders.length > LIMITS.stakeholders) {
      return fail({ code: 'too many', limit: LIMITS.stakeholders })
    }
    if (doc.relationships.size + file.relationships.length > LIMITS.relationships) {
      return fail({ code: 'too many', limit: LIMITS.relationships })
    }
    return ok(diffOf({ added: importedRecords(doc, file, context, 'new ids') }))
  }

function importedRecords(
  doc: MapDoc,
  file: DecodedImport,
  context: CommandContext,
  ids: 'keep ids' | 'new ids',
): AnyRecord[] {
  const words = wordChanges(doc, context)
  const idInMap = new Map<string, StakeholderId>()
  let order = nextOrder(doc)
  for (const word of file.sectors) words.sector(word)
  words.resources(file.resources)
  const stakeholders = file.stakeholders.map(({ id, sector, offers, needs, ...rest }) => {
    const kept = ids === 'keep ids' ? asId<StakeholderId>(id) : context.newId<StakeholderId>()
    idInMap.set(id, kept)
    return {
      ...rest,
      type: 'stakeholder',
      id: kept,
      order: order++,
      sector: sector === null ? null : words.sector(sector),
      offers: words.resources(offers),
      needs: words.resources(needs),
    } satisfies Stakeholder
  })
  const relationships = file.relationships.flatMap(({ id, from, to, ...rest }): Relationship[] => {
    const ends = [idInMap.get(from), idInMap.get(to)] as const
    if (!ends[0] || !ends[1]) return []
    const kept =
      ids === 'keep ids' ? asId<Relationship['id']>(id) : context.newId<Relationship['id']>()
    return [{ ...rest, type: 'relationship', id: kept, from: ends[0], to: ends[1] }]
  })
  return [...words.added(), ...stakeholders, ...relationships]
}
