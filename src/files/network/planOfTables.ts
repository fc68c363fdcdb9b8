import { importOf, type ImportedRelationship } from '../../domain/imported.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { FileProblem } from '../problem.ts'
import { type ElementsRead, readElements } from './elements.ts'
import { type EndFinder, endsById, endsByName } from './ends.ts'
import type { ForeignTable } from './foreignTable.ts'
import {
  type KeptField,
  type NetworkFormatId,
  type NetworkPlan,
  type OutsideName,
  type PlanChange,
  type PlanFault,
} from './plan.ts'
import { readTies, type TiesRead } from './ties.ts'

export interface NetworkTables {
  readonly format: NetworkFormatId
  readonly elements: ForeignTable | null
  readonly ties: ForeignTable | null
  /** What ties refer to: ids of the file alone, or ids and names, which the map may have too. */
  readonly endsAre: 'ids' | 'names'
  /** Elements that were not even read, by id or name; `'some'` when nobody knows which. */
  readonly unread?: readonly string[] | 'some'
  /** The map's name, if the file has one. */
  readonly name?: string
  /** What the format's own reader left out, changed, kept and dropped. */
  readonly faults?: readonly PlanFault[]
  readonly changes?: readonly PlanChange[]
  readonly kept?: readonly KeptField[]
  readonly dropped?: readonly string[]
}

const NO_ELEMENTS: ElementsRead = {
  stakeholders: [],
  faults: [],
  changes: [],
  kept: [],
  idOf: new Map(),
  refused: new Set(),
}
const NO_TIES: TiesRead = { relationships: [], faults: [], changes: [], kept: [] }

/** What tables of elements and ties would bring. Problems: those of `readElements` and `readTies`. */
export function planOfTables(tables: NetworkTables): Result<NetworkPlan, FileProblem> {
  const elements = tables.elements ? readElements(tables.elements) : ok(NO_ELEMENTS)
  if (!elements.ok) return elements
  const outside = new Map<string, OutsideName>()
  const ends: EndFinder =
    tables.endsAre === 'ids'
      ? endsById(elements.value.idOf)
      : endsByName(elements.value, tables.unread ?? [], outside)
  const ties = tables.ties ? readTies(tables.ties, ends) : ok(NO_TIES)
  if (!ties.ok) return ties
  const { relationships } = ties.value
  return ok({
    format: tables.format,
    import: importOf(elements.value.stakeholders, relationships, tables.name),
    faults: [...(tables.faults ?? []), ...elements.value.faults, ...ties.value.faults],
    changes: [...(tables.changes ?? []), ...elements.value.changes, ...ties.value.changes],
    kept: eachOnce([...(tables.kept ?? []), ...elements.value.kept, ...ties.value.kept]),
    dropped: [...new Set(tables.dropped)],
    outside: usedNames([...outside.values()], relationships),
  })
}

/** Those names that the ties which are taken have. */
function usedNames(
  outside: readonly OutsideName[],
  ties: readonly ImportedRelationship[],
): OutsideName[] {
  const endsOf = (some: readonly ImportedRelationship[]) =>
    new Set(some.flatMap(({ from, to }) => [from, to]))
  const named = endsOf(ties)
  const openly = endsOf(ties.filter(({ confidentiality }) => confidentiality === 'public'))
  return outside
    .filter(({ id }) => named.has(id))
    .map((name) => ({ ...name, isConfidential: !openly.has(name.id) }))
}

function eachOnce(kept: readonly KeptField[]): KeptField[] {
  const seen = new Map(kept.map((field) => [`${field.as}\n${field.field}`, field]))
  return [...seen.values()]
}
