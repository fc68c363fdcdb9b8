import { type Graph, keysOf, neighboursOf } from './graph.ts'
import { louvain } from './louvain.ts'

/** Below this a division says little more than that ties are few. */
const LEAST_MODULARITY = 0.2

export interface Groups {
  readonly kind: 'groups'
  /** Largest first, then in view order; each in view order. Who stands alone is in none. */
  readonly groups: readonly (readonly string[])[]
  /** How much more of the ties lies inside groups than chance would put there, −0.5…1. */
  readonly modularity: number
}

/**
 * Those who have more to do with each other than with the rest, by the strengths of all ties but `opposes`;
 * null when the network doesn't fall into groups.
 */
export function groupsOf(graph: Graph): Groups | null {
  const { communities, modularity } = louvain(neighboursOf(graph))
  const groups = communities
    .filter((members) => members.length > 1)
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
  if (groups.length < 2 || modularity <= LEAST_MODULARITY) return null
  return { kind: 'groups', groups: groups.map((members) => keysOf(graph, members)), modularity }
}
