import type { Result } from '../../domain/result.ts'
import type { FileProblem } from '../problem.ts'
import { foldWord } from '../stakeholderColumns.ts'
import type { NetworkCsv } from './csvTables.ts'
import type { ForeignTable } from './foreignTable.ts'
import type { NetworkPlan } from './plan.ts'
import { planOfTables } from './planOfTables.ts'

/** Whether headings are those of Gephi's table of edges. */
export const isGephiEdges = (headers: readonly string[]): boolean => {
  const words = new Set(headers.map(foldWord))
  return words.has('source') && words.has('target')
}

/**
 * Gephi's tables of nodes and edges, either of which may be absent, as described at
 * https://gephi.org/users/supported-graph-formats/spreadsheet: nodes have an Id, edges a Source and a
 * Target, a Type (Directed, Undirected) and a Weight; Kind is the kind of relation. Without nodes the ids
 * are taken for names. Problems: those of `planOfTables`.
 */
export const planOfGephi = (
  nodes: NetworkCsv | null,
  edges: NetworkCsv | null,
): Result<NetworkPlan, FileProblem> =>
  planOfTables({
    format: 'gephi csv',
    elements: nodes?.table ?? null,
    ties: edges && typesAsDirections(edges.table),
    endsAre: nodes ? 'ids' : 'names',
    faults: [...(nodes?.faults ?? []), ...(edges?.faults ?? [])],
  })

/** In Gephi the Type of an edge is its direction, unless the words there say otherwise. */
function typesAsDirections(table: ForeignTable): ForeignTable {
  const type = table.headers.findIndex((header) => foldWord(header) === 'type')
  const areDirections = table.rows.every(({ cells }) =>
    GEPHI_TYPES.has(foldWord(cells[type] ?? '')),
  )
  if (type === -1 || !areDirections) return table
  return { ...table, headers: table.headers.with(type, 'Direction') }
}

const GEPHI_TYPES = new Set(['', 'directed', 'undirected', 'mixed', 'mutual'])
