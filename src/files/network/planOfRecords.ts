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
  readonly name?: string
  readonly changes?: readonly PlanChange[]
  readonly faults?: readonly PlanFault[]
  readonly kept?: readonly KeptField[]
  readonly dropped?: Iterable<string>
}

/** What a graph's nodes and edges, which refer to nodes by id, would bring. Problems: those of `planOfTables`. */
export function planOfRecords(graph: GraphRecords): Result<NetworkPlan, FileProblem> {
  const { nodes, points, edges, dropped = [], ...rest } = graph
  const positions = positionsFrom(points)
  const placed = nodes.map((node, index) => ({ ...node, position: positions[index] ?? null }))
  const elements = placed.length > 0 ? tableOf(placed) : ok(null)
  if (!elements.ok) return elements
  const ties = edges.length > 0 ? tableOf(edges) : ok(null)
  if (!ties.ok) return ties
  return planOfTables({
    ...rest,
    endsAre: 'ids',
    elements: elements.value,
    ties: ties.value,
    dropped: [...dropped],
  })
}
