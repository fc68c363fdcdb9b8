import { docFromRecords, nextOrder } from '../doc.ts'
import { diffOf } from '../diff.ts'
import { confidentialityOfNamesakes, isConfidential } from '../hidden.ts'
import type { DecodedImport, ImportedRelationship, KnownStakeholders } from '../imported.ts'
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
import { Twins } from '../twins.ts'
import { wordChanges } from './words.ts'

/** A new map out of a file. Ids that the file brings are kept, so that copies of one map can be compared later. */
export function mapFromImport(file: DecodedImport, mapId: MapId, context: CommandContext): MapDoc {
  const { id: _fileId, ...facts } = file.map
  const blank = emptyDoc({ type: 'map', id: mapId, ...facts })
  const records = importedRecords(blank, file, context, 'keep ids')
  return docFromRecords([blank.info, ...records]) ?? blank
}

/** Nobody of a file is in the map. */
const NOBODY: KnownStakeholders = new Map()

/**
 * Adds everything in a file to the open map, with new ids, as one change. Those that `known` names are not
 * added: the map's own stand for them, and nothing of those is changed. Namesakes of somebody confidential begin hidden. Ties that lead nowhere, that say
 * what the map already says, or that would lead back to where they start, are left out: `importCounts`.
 */
export const addImported =
  (file: DecodedImport, known: KnownStakeholders = NOBODY): Command =>
  (doc, context) => {
    const { stakeholders, ties } = importCounts(doc, file, known)
    if (doc.stakeholders.size + stakeholders > LIMITS.stakeholders) {
      return fail({ code: 'too many', limit: LIMITS.stakeholders })
    }
    if (doc.relationships.size + ties > LIMITS.relationships) {
      return fail({ code: 'too many', limit: LIMITS.relationships })
    }
    return ok(diffOf({ added: importedRecords(doc, file, context, 'new ids', known) }))
  }

export interface ImportCounts {
  /** How many are added. */
  readonly stakeholders: number
  readonly ties: number
  /** Ties that the map has already. */
  readonly tiesThere: number
  /** Ties without one of their ends, or between two that are one in the map. */
  readonly tiesLoose: number
}

/** What `addImported` would do. */
export function importCounts(
  doc: MapDoc,
  file: DecodedImport,
  known: KnownStakeholders,
): ImportCounts {
  const { ends, twins } = endsAndTwins(doc, file, known)
  const counts = { taken: 0, there: 0, loose: 0 }
  for (const tie of file.relationships) counts[fateOf(tie, ends, twins)]++
  return {
    stakeholders: file.stakeholders.filter(({ id }) => !known.has(id)).length,
    ties: counts.taken,
    tiesThere: counts.there,
    tiesLoose: counts.loose,
  }
}

/** The ends that ties may have, as the map or the file calls them, and what the map's ties say. */
function endsAndTwins(doc: MapDoc, file: DecodedImport, known: KnownStakeholders) {
  const ends = new Map<string, string>(file.stakeholders.map(({ id }) => [id, `new ${id}`]))
  for (const [id, stakeholder] of known) ends.set(id, stakeholder)
  const twins = new Twins()
  for (const tie of doc.relationships.values()) twins.add(tie)
  return { ends, twins }
}

function fateOf(
  tie: ImportedRelationship,
  ends: ReadonlyMap<string, string>,
  twins: Twins,
): 'taken' | 'there' | 'loose' {
  const from = ends.get(tie.from)
  const to = ends.get(tie.to)
  if (from === undefined || to === undefined || from === to) return 'loose'
  return twins.add({ ...tie, from, to }) ? 'taken' : 'there'
}

function importedRecords(
  doc: MapDoc,
  file: DecodedImport,
  context: CommandContext,
  ids: 'keep ids' | 'new ids',
  known: KnownStakeholders = NOBODY,
): AnyRecord[] {
  const words = wordChanges(doc, context)
  const idInMap = new Map<string, StakeholderId>(known)
  const confidentialityOf = confidentialityOfNamesakes(doc, isConfidential)
  let order = nextOrder(doc)
  for (const word of file.sectors) words.sector(word)
  words.resources(file.resources)
  const added = file.stakeholders.filter(({ id }) => !known.has(id))
  const stakeholders = added.map(({ id, sector, offers, needs, ...rest }) => {
    const kept = ids === 'keep ids' ? asId<StakeholderId>(id) : context.newId<StakeholderId>()
    idInMap.set(id, kept)
    return {
      ...rest,
      confidentiality: confidentialityOf(rest.name, rest.confidentiality),
      type: 'stakeholder',
      id: kept,
      order: order++,
      sector: sector === null ? null : words.sector(sector),
      offers: words.resources(offers),
      needs: words.resources(needs),
    } satisfies Stakeholder
  })
  const { ends, twins } = endsAndTwins(doc, file, known)
  const relationships = file.relationships.flatMap((tie): Relationship[] => {
    if (ids === 'new ids' && fateOf(tie, ends, twins) !== 'taken') return []
    const { id, from, to, ...rest } = tie
    const [fromId, toId] = [idInMap.get(from), idInMap.get(to)]
    if (!fromId || !toId) return []
    const kept =
      ids === 'keep ids' ? asId<Relationship['id']>(id) : context.newId<Relationship['id']>()
    return [{ ...rest, type: 'relationship', id: kept, from: fromId, to: toId }]
  })
  return [...words.added(), ...stakeholders, ...relationships]
}
