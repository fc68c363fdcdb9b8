import { LIMITS } from '../../domain/limits.ts'
import { cleanLine } from '../../domain/names.ts'
import type { Point } from '../../domain/records.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { FileProblem } from '../problem.ts'
import { type ForeignRecord, tableOf } from './foreignTable.ts'
import type { KeptField, NetworkFormatId, NetworkPlan, PlanChange, PlanFault } from './plan.ts'
import { planOfTables } from './planOfTables.ts'
import { positionsFrom } from './positions.ts'

export interface GraphRecords {
  readonly format: NetworkFormatId
  readonly nodes: readonly ForeignRecord[]
  /** Where each node stands, y growing downwards; null = not said. */
  readonly points: readonly (Point | null)[]
  readonly edges: readonly ForeignRecord[]
  /** The map's name as the file has it; a name that can't be one is left out. */
  readonly name?: string
  readonly changes?: readonly PlanChange[]
  readonly faults?: readonly PlanFault[]
  readonly kept?: readonly KeptField[]
  readonly dropped?: Iterable<string>
}

/** What a graph's nodes and edges, which refer to nodes by id, would bring. Problems: those of `planOfTables`. */
export function planOfRecords(graph: GraphRecords): Result<NetworkPlan, FileProblem> {
  const { nodes, points, edges, dropped = [], name = '', ...rest } = graph
  const positions = positionsFrom(points)
  const placed = nodes.map((node, index) => ({ ...node, position: positions[index] ?? null }))
  const elements = placed.length > 0 ? tableOf(placed) : ok(null)
  if (!elements.ok) return elements
  const ties = edges.length > 0 ? tableOf(edges) : ok(null)
  if (!ties.ok) return ties
  const cleaned = cleanLine(name, LIMITS.name)
  return planOfTables({
    ...rest,
    name: cleaned.ok ? cleaned.value : '',
    endsAre: 'ids',
    elements: elements.value,
    ties: ties.value,
    dropped: [...dropped],
  })
}
